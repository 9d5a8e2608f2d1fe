import { has, known } from "../client";
import { isSignInFlow, OAUTH_FLOWS } from "../cognito/oauth";
import { type Check, defineRule } from "../rule";
import { didYouMean, enumerate, nearest } from "../text";

/** What the OAuth protocol itself, in its requests, calls two of the flows. */
const PROTOCOL_NAMES: ReadonlyMap<string, string> = new Map([
    ["authorization_code", "code"],
    ["token", "implicit"],
]);

const messages = {
    unknownFlows: (flows: readonly string[]) => `allowedOauthFlows has ${enumerate(flows.map(question))}.`,
    mixed: (flows: readonly string[]) => `allowedOauthFlows has client_credentials beside ${enumerate(flows)}.`,
    noSecret: () => "allowedOauthFlows has client_credentials, and generateSecret is not true.",
    missing: (property: string) => `${property} is not set, and allowedOauthFlowsUserPoolClient is true.`,
    noCallback: (flows: readonly string[]) => `callbackUrls is not set, and allowedOauthFlows has ${enumerate(flows)}.`,
};

function question(flow: string): string {
    const near = nearest(flow, [...OAUTH_FLOWS, ...PROTOCOL_NAMES.keys()]);
    const meant = near && (PROTOCOL_NAMES.get(near) ?? near);
    return `"${flow}", which is no OAuth flow${didYouMean(meant)}`;
}

const needs = (property: "allowedOauthFlows" | "allowedOauthScopes"): Check =>
    function* (client) {
        if (client.allowedOauthFlowsUserPoolClient && client[property] === undefined) yield messages.missing(property);
    };

export default defineRule({
    name: "valid-oauth-flows",
    level: "mandatory",
    severity: "high",
    description: "OAuth flows must be ones that Cognito knows and have the settings that they need beside them, or the deployment fails.",
    remediation:
        "Allow code or implicit with callbackUrls, or client_credentials alone with generateSecret (which, set later, replaces the client), and the scopes that the app asks for.",
    url: "https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_CreateUserPoolClient.html",
    messages,
    checks: [
        function* ({ allowedOauthFlows }) {
            const unknown = (yield* known(allowedOauthFlows)).filter(flow => !OAUTH_FLOWS.includes(flow));
            if (unknown.length > 0) yield messages.unknownFlows(unknown);
        },
        function* (client) {
            const flows = (yield* known(client.allowedOauthFlows)).filter(isSignInFlow);
            if (flows.length > 0 && has(client.allowedOauthFlows, "client_credentials")) yield messages.mixed(flows);
        },
        function* (client) {
            if (has(client.allowedOauthFlows, "client_credentials") && !client.generateSecret) yield messages.noSecret();
        },
        needs("allowedOauthFlows"),
        needs("allowedOauthScopes"),
        function* (client) {
            if (!client.allowedOauthFlowsUserPoolClient) return;
            const flows = (yield* known(client.allowedOauthFlows)).filter(isSignInFlow);
            if (flows.length > 0 && client.callbackUrls === undefined) yield messages.noCallback(flows);
        },
    ],
});
