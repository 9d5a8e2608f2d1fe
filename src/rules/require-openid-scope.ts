import { has, known } from "../client";
import { ATTRIBUTE_SCOPES, MAX_SCOPES } from "../cognito/oauth";
import { defineRule } from "../rule";
import { enumerate } from "../text";

const messages = {
    noOpenid: (scopes: readonly string[]) => `allowedOauthScopes has ${enumerate(scopes)} without openid.`,
};

export default defineRule({
    name: "require-openid-scope",
    level: "advisory",
    severity: "low",
    description: `Cognito grants ${enumerate(ATTRIBUTE_SCOPES)} only together with openid, and issues no ID token without it.`,
    remediation: "Add openid.",
    url: "https://docs.aws.amazon.com/cognito/latest/developerguide/cognito-user-pools-define-resource-servers.html",
    messages,
    checks: [
        function* (client) {
            if (has(client.allowedOauthScopes, "openid")) return;
            const scopes = yield* known(client.allowedOauthScopes, scope => ATTRIBUTE_SCOPES.includes(scope));
            // With client_credentials none of them is possible, openid neither: valid-oauth-scopes reports that.
            if (scopes.length > 0 && !has(client.allowedOauthFlows, "client_credentials")) yield messages.noOpenid(scopes);
        },
    ],
    fix: ({ allowedOauthScopes = [] }) =>
        allowedOauthScopes.length < MAX_SCOPES ? { allowedOauthScopes: [...allowedOauthScopes, "openid"] } : {},
});
