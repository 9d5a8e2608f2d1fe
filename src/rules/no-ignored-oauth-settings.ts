import { CLIENT_TOKEN_FLOW, SCOPED_FLOWS } from "../cognito/auth-flows";
import type { Client } from "../core/client";
import { some } from "../core/properties";
import { defineRule } from "../core/rule";
import { enumerate } from "../util/wording";

/** The properties that have no effect unless allowedOauthFlowsUserPoolClient is true. */
const SETTINGS = ["allowedOauthFlows", "allowedOauthScopes", "callbackUrls", "logoutUrls", "defaultRedirectUri"] as const;

const messages = {
    ignored: (settings: readonly string[]) => `is not true, so ${enumerate(settings)} ${settings.length === 1 ? "has" : "have"} no effect.`,
};

/** Whether a setting has no effect. A provider reads an unset defaultRedirectUri back as an empty text. */
function isIgnored(client: Client, setting: (typeof SETTINGS)[number]): boolean {
    if (client[setting] === undefined || client[setting] === "") return false;
    return setting !== "allowedOauthScopes" || !some(client.explicitAuthFlows, flow => SCOPED_FLOWS.includes(flow));
}

export default defineRule({
    name: "no-ignored-oauth-settings",
    title: "No OAuth settings without effect",
    category: "security",
    level: "advisory",
    severity: "medium",
    description: "OAuth settings need allowedOauthFlowsUserPoolClient: without it, Cognito stores them but rejects OAuth sign-in.",
    remediation: "Set allowedOauthFlowsUserPoolClient to true, or remove the settings that have no effect.",
    standards: [],
    docs: {
        details:
            "allowedOauthFlows, allowedOauthScopes, callbackUrls, logoutUrls and defaultRedirectUri have an effect only if allowedOauthFlowsUserPoolClient is true; the default is false. " +
            `The rule does not report allowedOauthScopes if explicitAuthFlows has ${enumerate(SCOPED_FLOWS, "or")}, because GetClientToken and GetDerivedToken grant these scopes without the OAuth endpoints. ` +
            "AWS accepts the settings without allowedOauthFlowsUserPoolClient, so the deployment succeeds and the mistake shows only when users cannot sign in.",
        whenNotToUse: "Turn it off if clients keep OAuth settings for later and do not use OAuth yet.",
        sources: [
            "https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_CreateUserPoolClient.html",
            "https://docs.aws.amazon.com/cognito/latest/developerguide/cognito-user-pools-define-resource-servers.html",
            "https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_GetDerivedToken.html",
        ],
    },
    examples: {
        incorrect: [
            {
                client: {
                    allowedOauthFlows: ["code"],
                    allowedOauthScopes: ["openid"],
                    callbackUrls: ["https://shop.acme.dev/callback"],
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
            { client: { explicitAuthFlows: [CLIENT_TOKEN_FLOW], generateSecret: true, allowedOauthScopes: ["orders/read"] } },
        ],
    },
    checks: [
        (client, { report, filter }) => {
            if (client.allowedOauthFlowsUserPoolClient) return;
            const settings = filter(SETTINGS, setting => isIgnored(client, setting));
            if (settings.length > 0) report("allowedOauthFlowsUserPoolClient", messages.ignored(settings));
        },
    ],
});
