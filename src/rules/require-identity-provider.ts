import { isSignInFlow } from "../cognito/oauth";
import { defineRule } from "../core/rule";
import { enumerate } from "../util/wording";

const messages = {
    noProvider: (flows: readonly string[]) => `is not set, but allowedOauthFlows has ${enumerate(flows)}.`,
};

export default defineRule({
    name: "require-identity-provider",
    title: "Identity providers for managed login",
    category: "security",
    level: "advisory",
    severity: "medium",
    description: "Managed login must offer at least one identity provider, or users cannot sign in.",
    remediation: "List COGNITO for the users of the pool itself, the names of the pool's identity providers, or both.",
    standards: [],
    docs: {
        details:
            "The rule checks clients with allowedOauthFlowsUserPoolClient whose allowedOauthFlows include code or implicit: their users sign in through managed login. " +
            "Without supportedIdentityProviders, which is the default, Cognito creates the client, but its sign-in pages are not available. An empty list counts as not set.",
        whenNotToUse: "Exempt a client that deliberately offers no sign-in, for example until its identity provider exists.",
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
    checks: [
        (client, { report, filter }) => {
            if (!client.allowedOauthFlowsUserPoolClient || client.supportedIdentityProviders !== undefined) return;
            const flows = filter(client.allowedOauthFlows, isSignInFlow);
            if (flows.length > 0) report("supportedIdentityProviders", messages.noProvider(flows));
        },
    ],
});
