import { isServiceClient } from "../cognito/clients";
import { ATTRIBUTE_SCOPES, MAX_SCOPES } from "../cognito/oauth";
import { allOf, has, some } from "../core/properties";
import { defineRule } from "../core/rule";
import { quoted } from "../core/values";
import { enumerate } from "../util/wording";

const messages = {
    noOpenid: (scopes: readonly string[]) => `has ${enumerate(scopes.map(quoted))} without "openid".`,
};

function isAttributeScope(scope: string): boolean {
    return ATTRIBUTE_SCOPES.includes(scope);
}

export default defineRule({
    name: "require-openid-scope",
    title: "OpenID scope with attribute scopes",
    category: "security",
    level: "advisory",
    severity: "low",
    description: "The scopes email, phone and profile need openid, or sign-in that requests them fails.",
    remediation: 'Add "openid" to allowedOauthScopes.',
    standards: [],
    docs: {
        details:
            "AWS accepts email, phone and profile without openid, but sign-in with managed login fails when an app requests these scopes, and Cognito issues no ID token without openid. " +
            "The rule skips clients for services, and clients with client_credentials: valid-oauth-scopes reports these scopes there.",
        fix: `Adds openid to the end of allowedOauthScopes. It changes nothing if the list already has ${MAX_SCOPES} scopes, the maximum.`,
        whenNotToUse: "Turn it off if no app requests the scopes that are listed without openid.",
        sources: ["https://docs.aws.amazon.com/cognito/latest/developerguide/cognito-user-pools-define-resource-servers.html"],
    },
    examples: {
        incorrect: [{ client: { allowedOauthScopes: ["email", "profile"] } }],
        correct: [{ client: { allowedOauthScopes: ["openid", "email", "profile"] } }],
    },
    checks: [
        (client, { report, filter }) => {
            const isViolated = allOf(
                () => !has(client.allowedOauthScopes, "openid"),
                () => some(client.allowedOauthScopes, isAttributeScope),
                () => !has(client.allowedOauthFlows, "client_credentials"), // valid-oauth-scopes reports the scopes
                () => !isServiceClient(client),
            );
            if (isViolated) report("allowedOauthScopes", messages.noOpenid(filter(client.allowedOauthScopes, isAttributeScope)));
        },
    ],
    fix: ({ allowedOauthScopes = [] }) =>
        allowedOauthScopes.length < MAX_SCOPES ? { allowedOauthScopes: [...allowedOauthScopes, "openid"] } : {},
});
