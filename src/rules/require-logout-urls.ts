import { isSignInFlow } from "../cognito/oauth";
import { defineRule } from "../core/rule";
import { enumerate } from "../util/wording";

const messages = {
    noLogoutUrls: (flows: readonly string[]) => `is not set, but allowedOauthFlows has ${enumerate(flows)}.`,
};

export default defineRule({
    name: "require-logout-urls",
    title: "Logout URLs for managed login",
    category: "security",
    level: "disabled",
    severity: "low",
    description: "Clients with managed login must list logout URLs, so that users return to the app after they sign out.",
    remediation: "List the URLs to which users return after they sign out.",
    standards: [],
    docs: {
        details:
            "The rule checks clients with allowedOauthFlowsUserPoolClient whose allowedOauthFlows include code or implicit: their users sign in through managed login. " +
            "The logout endpoint ends the session of managed login and redirects the user to the URL in its parameter logout_uri, which must be one of logoutUrls. " +
            "By default a client has no logout URLs. An empty list counts as not set.",
        whenNotToUse: "Turn it off if apps do not call the logout endpoint, or send users to the sign-in page again with redirect_uri.",
        sources: ["https://docs.aws.amazon.com/cognito/latest/developerguide/logout-endpoint.html"],
    },
    examples: {
        incorrect: [
            {
                client: {
                    allowedOauthFlowsUserPoolClient: true,
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
                    logoutUrls: ["https://shop.acme.dev/goodbye"],
                },
            },
        ],
    },
    checks: [
        (client, { report, filter }) => {
            if (!client.allowedOauthFlowsUserPoolClient || client.logoutUrls !== undefined) return;
            const flows = filter(client.allowedOauthFlows, isSignInFlow);
            if (flows.length > 0) report("logoutUrls", messages.noLogoutUrls(flows));
        },
    ],
});
