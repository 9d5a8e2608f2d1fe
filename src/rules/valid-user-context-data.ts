import { defineRule } from "../rule";

const messages = {
    noSecret: () => "enablePropagateAdditionalUserContextData is true and generateSecret is not.",
};

export default defineRule({
    name: "valid-user-context-data",
    level: "mandatory",
    severity: "medium",
    description: "Only a client with a secret may pass on its users' context data, or the deployment fails.",
    remediation: "Set enablePropagateAdditionalUserContextData to false, or generateSecret to true, which replaces a client that exists.",
    url: "https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_CreateUserPoolClient.html",
    messages,
    checks: [
        function* (client) {
            if (client.enablePropagateAdditionalUserContextData && !client.generateSecret) yield messages.noSecret();
        },
    ],
    fix: () => ({ enablePropagateAdditionalUserContextData: false }),
});
