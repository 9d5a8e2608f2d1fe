import { CLIENT_TOKEN_FLOW } from "../../cognito/auth-flows";
import { type Client, has, some } from "../../core/client";

/** Whether a client is for machine-to-machine authorization only. Throws UnknownValueError if that depends on an unknown value. */
export function isMachineClient(client: Client): boolean {
    return some([hasOnlyClientCredentials, hasClientTokenFlow], test => test(client));
}

function hasOnlyClientCredentials(client: Client): boolean {
    if (client.allowedOauthFlowsUserPoolClient !== true || client.allowedOauthFlows === undefined) return false;
    return client.allowedOauthFlows.every(flow => flow === "client_credentials");
}

/** Cognito accepts no other flow next to it. */
function hasClientTokenFlow({ explicitAuthFlows }: Client): boolean {
    return has(explicitAuthFlows, CLIENT_TOKEN_FLOW);
}
