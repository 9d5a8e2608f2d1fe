import { isServiceClient } from "../cognito/clients";
import { USER_ADMIN_SCOPE } from "../cognito/oauth";
import { allOf, has } from "../core/properties";
import { defineRule } from "../core/rule";
import { asvs, rfc9700 } from "./shared/standards";

const messages = {
    userAdmin: () => `has ${USER_ADMIN_SCOPE}.`,
};

export default defineRule({
    name: "no-user-admin-scope",
    title: "No user administration scope",
    category: "security",
    level: "advisory",
    severity: "low",
    description: "Access tokens must not permit changes to the user's attributes and password.",
    remediation: "Remove the scope unless users manage their account in the app.",
    standards: [rfc9700("2.3"), asvs("10", "4.11")],
    docs: {
        details:
            `The scope ${USER_ADMIN_SCOPE} authorizes operations such as UpdateUserAttributes and ChangePassword, so a stolen access token lets an attacker change the user's account. ` +
            "allowedOauthScopes apply to managed login; tokens from a sign-in with the Cognito API always have this scope. " +
            "The rule skips clients for services, which have no users.",
        whenNotToUse: "Exempt clients of apps in which users change their attributes or password after they sign in with managed login.",
        sources: ["https://docs.aws.amazon.com/cognito/latest/developerguide/cognito-user-pools-define-resource-servers.html"],
    },
    examples: {
        incorrect: [{ client: { allowedOauthScopes: ["openid", "email", USER_ADMIN_SCOPE] } }],
        correct: [{ client: { allowedOauthScopes: ["openid", "email"] } }],
    },
    checks: [
        (client, { report }) => {
            const isAllowed = allOf(
                () => has(client.allowedOauthScopes, USER_ADMIN_SCOPE),
                () => !isServiceClient(client),
            );
            if (isAllowed) report("allowedOauthScopes", messages.userAdmin());
        },
    ],
});
