import { defineRule } from "../core/rule";
import { requiredForManagedLogin } from "./shared/managed-login";

export default defineRule({
    name: "require-logout-urls",
    title: "Logout URLs for managed login",
    category: "security",
    level: "disabled",
    severity: "low",
    description: "Managed login needs logout URLs, so that users return to the app after they sign out.",
    remediation: "List the URLs of the app to which users return.",
    standards: [],
    docs: {
        details:
            "Users sign in with managed login if allowedOauthFlowsUserPoolClient is true and allowedOauthFlows has code or implicit. " +
            "The logout endpoint ends their session and redirects them to the URL in its parameter logout_uri, which must be one of logoutUrls.",
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
    checks: [requiredForManagedLogin("logoutUrls")],
});
