import { defineRule } from "../core/rule";
import { requiredForManagedLogin } from "./shared/managed-login";

export default defineRule({
    name: "require-identity-provider",
    title: "Identity providers for managed login",
    category: "security",
    level: "advisory",
    severity: "medium",
    description: "Managed login must offer an identity provider, or users cannot sign in.",
    remediation: "List COGNITO for the users of the pool, its identity providers, or both.",
    standards: [],
    docs: {
        details:
            "Users sign in with managed login if allowedOauthFlowsUserPoolClient is true and allowedOauthFlows has code or implicit. " +
            "Without supportedIdentityProviders, Cognito creates the client, but its sign-in pages are not available.",
        whenNotToUse: "Exempt clients that offer no sign-in yet, for example until their identity provider exists.",
        sources: ["https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_CreateUserPoolClient.html"],
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
                    supportedIdentityProviders: ["COGNITO", "Google"],
                },
            },
        ],
    },
    checks: [requiredForManagedLogin("supportedIdentityProviders")],
});
