import { isSignInFlow, OAUTH_FLOWS } from "../cognito/oauth";
import { has } from "../core/properties";
import { type Check, defineRule } from "../core/rule";
import { enumerate, nearest } from "../util/wording";
import { invalidNames } from "./shared/invalid-names";

/** Values of grant_type and response_type in OAuth requests, and Cognito's name for the flow. */
const PROTOCOL_NAMES: ReadonlyMap<string, string> = new Map([
    ["authorization_code", "code"],
    ["token", "implicit"],
]);

const messages = {
    unknownFlows: (flows: readonly string[]) => invalidNames(flows, suggestFlow, "an OAuth flow", "OAuth flows"),
    mixed: (flows: readonly string[]) =>
        `has client_credentials together with ${enumerate(flows)}; client_credentials must be the only flow.`,
    noSecret: () => "has client_credentials, which requires generateSecret to be true.",
    missing: () => "is not set; it is required because allowedOauthFlowsUserPoolClient is true.",
    noCallbackUrls: (flows: readonly string[]) => `is not set; it is required because allowedOauthFlows has ${enumerate(flows)}.`,
};

function suggestFlow(flow: string): string | undefined {
    const near = nearest(flow, [...OAUTH_FLOWS, ...PROTOCOL_NAMES.keys()]);
    return near && (PROTOCOL_NAMES.get(near) ?? near);
}

function requiredWithOAuth(property: "allowedOauthFlows" | "allowedOauthScopes"): Check {
    return (client, { report }) => {
        if (client.allowedOauthFlowsUserPoolClient && client[property] === undefined) report(property, messages.missing());
    };
}

export default defineRule({
    name: "valid-oauth-flows",
    title: "Valid OAuth flows",
    category: "deployability",
    level: "mandatory",
    severity: "high",
    description: "OAuth flows must exist and have the settings that they require, or the deployment fails.",
    remediation:
        "Use client_credentials alone with generateSecret (setting it later replaces the client) for a service, or code with callbackUrls for users, and list the scopes in allowedOauthScopes. " +
        "A client with ALLOW_CLIENT_TOKEN_AUTH needs no OAuth flow and no allowedOauthFlowsUserPoolClient.",
    standards: [],
    docs: {
        details:
            `Cognito accepts ${enumerate(OAUTH_FLOWS)} in allowedOauthFlows; client_credentials must be the only flow and requires generateSecret, because a service signs in with the client secret. ` +
            "If allowedOauthFlowsUserPoolClient is true (the default is false), allowedOauthFlows and allowedOauthScopes are required, and code and implicit also require callbackUrls. " +
            "An empty list counts as not set.",
        sources: ["https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_CreateUserPoolClient.html"],
    },
    examples: {
        incorrect: [
            { client: { allowedOauthFlowsUserPoolClient: true, allowedOauthFlows: ["code"], allowedOauthScopes: ["openid"] } },
            {
                client: {
                    allowedOauthFlowsUserPoolClient: true,
                    allowedOauthFlows: ["client_credentials"],
                    allowedOauthScopes: ["orders/read"],
                },
            },
        ],
        correct: [
            {
                client: {
                    allowedOauthFlowsUserPoolClient: true,
                    allowedOauthFlows: ["code"],
                    allowedOauthScopes: ["openid"],
                    callbackUrls: ["https://shop.acme.dev/callback"],
                },
            },
            {
                client: {
                    allowedOauthFlowsUserPoolClient: true,
                    allowedOauthFlows: ["client_credentials"],
                    allowedOauthScopes: ["orders/read"],
                    generateSecret: true,
                },
            },
        ],
    },
    checks: [
        ({ allowedOauthFlows }, { report, filter }) => {
            const unknown = filter(allowedOauthFlows, flow => !OAUTH_FLOWS.includes(flow));
            if (unknown.length > 0) report("allowedOauthFlows", messages.unknownFlows(unknown));
        },
        ({ allowedOauthFlows }, { report, filter }) => {
            const flows = filter(allowedOauthFlows, isSignInFlow);
            if (flows.length > 0 && has(allowedOauthFlows, "client_credentials")) report("allowedOauthFlows", messages.mixed(flows));
        },
        (client, { report }) => {
            if (has(client.allowedOauthFlows, "client_credentials") && !client.generateSecret)
                report("allowedOauthFlows", messages.noSecret());
        },
        requiredWithOAuth("allowedOauthFlows"),
        requiredWithOAuth("allowedOauthScopes"),
        (client, { report, filter }) => {
            if (!client.allowedOauthFlowsUserPoolClient) return;
            const flows = filter(client.allowedOauthFlows, isSignInFlow);
            if (flows.length > 0 && client.callbackUrls === undefined) report("callbackUrls", messages.noCallbackUrls(flows));
        },
    ],
});
