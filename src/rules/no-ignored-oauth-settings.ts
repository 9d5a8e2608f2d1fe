import { CLIENT_TOKEN_FLOW, SCOPED_FLOWS } from "../cognito/auth-flows";
import { isSignInFlow } from "../cognito/oauth";
import type { Client } from "../core/client";
import { allOf, some } from "../core/properties";
import { defineRule } from "../core/rule";
import { enumerate } from "../util/wording";

/** The properties that have no effect unless allowedOauthFlowsUserPoolClient is true. */
const SETTINGS = ["allowedOauthFlows", "allowedOauthScopes", "callbackUrls", "logoutUrls", "defaultRedirectUri"] as const;

const messages = {
    ignored: (settings: readonly string[], missing: readonly string[]) => {
        const effect = `is not true, so ${enumerate(settings)} ${settings.length === 1 ? "has" : "have"} no effect`;
        return missing.length === 0 ? `${effect}.` : `${effect}; OAuth also needs ${enumerate(missing)}.`;
    },
};

type Setting = (typeof SETTINGS)[number];

/** Whether a setting has no effect. A provider reads an unset defaultRedirectUri back as an empty text. */
function isIgnored(client: Client, setting: Setting): boolean {
    if (client[setting] === undefined || client[setting] === "") return false;
    return setting !== "allowedOauthScopes" || !some(client.explicitAuthFlows, flow => SCOPED_FLOWS.includes(flow));
}

/** Whether AWS rejects the client without a setting once allowedOauthFlowsUserPoolClient is true. */
function isMissing(client: Client, setting: Setting): boolean {
    if (setting === "logoutUrls" || setting === "defaultRedirectUri" || client[setting] !== undefined) return false;
    return setting !== "callbackUrls" || some(client.allowedOauthFlows, isSignInFlow);
}

export default defineRule({
    name: "no-ignored-oauth-settings",
    title: "No OAuth settings without effect",
    category: "security",
    level: "advisory",
    severity: "medium",
    description: "OAuth settings must be enabled: AWS accepts them otherwise, but sign-in fails.",
    remediation: "Set it to true, or remove what has no effect.",
    standards: [],
    docs: {
        details:
            `${enumerate(SETTINGS)} have an effect only if allowedOauthFlowsUserPoolClient is true; the default is false. ` +
            `The rule does not report allowedOauthScopes if explicitAuthFlows has ${enumerate(SCOPED_FLOWS, "or")}: GetClientToken and GetDerivedToken grant these scopes without the OAuth endpoints. ` +
            "AWS accepts settings that have no effect, so the mistake shows only when users sign in.",
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
            const isViolated = allOf(
                () => client.allowedOauthFlowsUserPoolClient !== true,
                () => some(SETTINGS, setting => isIgnored(client, setting)),
            );
            if (!isViolated) return;
            const ignored = filter(SETTINGS, setting => isIgnored(client, setting));
            const missing = filter(SETTINGS, setting => isMissing(client, setting));
            report("allowedOauthFlowsUserPoolClient", messages.ignored(ignored, missing));
        },
    ],
});
