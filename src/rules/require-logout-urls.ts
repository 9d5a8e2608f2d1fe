import { known } from "../client";
import { isSignInFlow } from "../cognito/oauth";
import { defineRule } from "../rule";

const messages = {
    noLogoutUrls: () => "logoutUrls is not set.",
};

export default defineRule({
    name: "require-logout-urls",
    level: "disabled",
    severity: "low",
    description: "A client whose users sign in through managed login must say where they go when they sign out.",
    remediation: "List in logoutUrls the pages to which users return after signing out.",
    url: "https://docs.aws.amazon.com/cognito/latest/developerguide/logout-endpoint.html",
    messages,
    checks: [
        function* (client) {
            if (!client.allowedOauthFlowsUserPoolClient || client.logoutUrls !== undefined) return;
            if ((yield* known(client.allowedOauthFlows)).some(isSignInFlow)) yield messages.noLogoutUrls();
        },
    ],
});
