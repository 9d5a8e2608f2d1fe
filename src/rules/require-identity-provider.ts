import { known } from "../client";
import { isSignInFlow } from "../cognito/oauth";
import { defineRule } from "../rule";
import { enumerate } from "../text";

const messages = {
    noProvider: (flows: readonly string[]) => `supportedIdentityProviders is not set, and allowedOauthFlows has ${enumerate(flows)}.`,
};

export default defineRule({
    name: "require-identity-provider",
    level: "advisory",
    severity: "medium",
    description: "Managed login must offer an identity provider, or nobody can sign in there.",
    remediation: "List COGNITO for the users of the pool itself, the names of the pool's identity providers, or both.",
    url: "https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_CreateUserPoolClient.html",
    messages,
    checks: [
        function* (client) {
            if (!client.allowedOauthFlowsUserPoolClient || client.supportedIdentityProviders !== undefined) return;
            const flows = (yield* known(client.allowedOauthFlows)).filter(isSignInFlow);
            if (flows.length > 0) yield messages.noProvider(flows);
        },
    ],
});
