import { has } from "../client";
import { USER_ADMIN_SCOPE } from "../cognito/oauth";
import { defineRule } from "../rule";

const messages = {
    userAdmin: () => `allowedOauthScopes has ${USER_ADMIN_SCOPE}.`,
};

export default defineRule({
    name: "no-user-admin-scope",
    level: "advisory",
    severity: "low",
    description: `Whoever holds an access token with ${USER_ADMIN_SCOPE} can change the user's attributes, password and devices.`,
    remediation: "Remove it unless the app lets its users manage their own account.",
    url: "https://docs.aws.amazon.com/cognito/latest/developerguide/cognito-user-pools-define-resource-servers.html",
    messages,
    checks: [
        function* ({ allowedOauthScopes }) {
            if (has(allowedOauthScopes, USER_ADMIN_SCOPE)) yield messages.userAdmin();
        },
    ],
});
