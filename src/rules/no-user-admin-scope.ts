import { USER_ADMIN_SCOPE } from "../cognito/oauth";
import { has } from "../core/properties";
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
    description: `Clients must not allow ${USER_ADMIN_SCOPE}: an access token with this scope can change the user's attributes, password and devices.`,
    remediation: "Remove the scope unless users manage their own account in the app.",
    standards: [rfc9700("2.3"), asvs("10", "4.11")],
    docs: {
        details:
            `The scope ${USER_ADMIN_SCOPE} authorizes operations such as UpdateUserAttributes and ChangePassword, so a stolen access token lets an attacker change the user's account. ` +
            "The rule checks allowedOauthScopes, which apply to managed login. Tokens from a sign-in with an AWS SDK always have this scope.",
        whenNotToUse: "Turn it off, or exempt the client, if users change their attributes or password in an app that uses managed login.",
        sources: ["https://docs.aws.amazon.com/cognito/latest/developerguide/cognito-user-pools-define-resource-servers.html"],
    },
    examples: {
        incorrect: [{ client: { allowedOauthScopes: ["openid", "email", USER_ADMIN_SCOPE] } }],
        correct: [{ client: { allowedOauthScopes: ["openid", "email"] } }],
    },
    checks: [
        ({ allowedOauthScopes }, { report }) => {
            if (has(allowedOauthScopes, USER_ADMIN_SCOPE)) report("allowedOauthScopes", messages.userAdmin());
        },
    ],
});
