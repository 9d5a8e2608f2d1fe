import { CLIENT_TOKEN_FLOW } from "../cognito/auth-flows";
import { ATTRIBUTE_SCOPES, MAX_SCOPES } from "../cognito/oauth";
import { has } from "../core/properties";
import { defineRule } from "../core/rule";
import { enumerate } from "../util/wording";

const messages = {
    noOpenid: (scopes: readonly string[]) => `has ${enumerate(scopes)} without openid.`,
};

export default defineRule({
    name: "require-openid-scope",
    title: "OpenID scope with attribute scopes",
    category: "security",
    level: "advisory",
    severity: "low",
    description: `The scopes ${enumerate(ATTRIBUTE_SCOPES)} need openid: Cognito does not grant them without it, and issues no ID token.`,
    remediation: "Add openid to allowedOauthScopes.",
    standards: [],
    docs: {
        details:
            "AWS creates a client whose allowedOauthScopes have email, phone or profile without openid, but sign-in through managed login fails when an app requests these scopes. " +
            `The rule skips clients for services, with client_credentials or ${CLIENT_TOKEN_FLOW}: these scopes are for users who sign in.`,
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
            if (has(client.allowedOauthScopes, "openid")) return;
            const scopes = filter(client.allowedOauthScopes, scope => ATTRIBUTE_SCOPES.includes(scope));
            if (scopes.length === 0) return;
            const isForMachines = has(client.allowedOauthFlows, "client_credentials") || has(client.explicitAuthFlows, CLIENT_TOKEN_FLOW);
            if (!isForMachines) report("allowedOauthScopes", messages.noOpenid(scopes));
        },
    ],
    fix: ({ allowedOauthScopes = [] }) =>
        allowedOauthScopes.length < MAX_SCOPES ? { allowedOauthScopes: [...allowedOauthScopes, "openid"] } : {},
});
