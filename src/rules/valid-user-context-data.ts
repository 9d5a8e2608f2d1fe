import { allOf } from "../core/properties";
import { defineRule } from "../core/rule";

const messages = {
    noSecret: () => "is true, but generateSecret is not.",
};

export default defineRule({
    name: "valid-user-context-data",
    title: "Client secret for user context data",
    category: "deployability",
    level: "mandatory",
    severity: "medium",
    description: "A client that passes on user context data needs a secret.",
    remediation: "Set it to false, or generateSecret to true, which replaces an existing client.",
    standards: [],
    docs: {
        details:
            "With enablePropagateAdditionalUserContextData, an app passes the IP address of its user on to Cognito, for the risk analysis of threat protection. " +
            "Cognito accepts the setting only for a client with a secret. Both it and generateSecret are false by default.",
        fix: "Sets enablePropagateAdditionalUserContextData to false. Threat protection then no longer gets the user's IP address from the app.",
        sources: ["https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_CreateUserPoolClient.html"],
    },
    examples: {
        incorrect: [{ client: { enablePropagateAdditionalUserContextData: true } }],
        correct: [{ client: { enablePropagateAdditionalUserContextData: true, generateSecret: true } }],
    },
    checks: [
        (client, { report }) => {
            const lacksSecret = allOf(
                () => client.enablePropagateAdditionalUserContextData === true,
                () => !client.generateSecret,
            );
            if (lacksSecret) report("enablePropagateAdditionalUserContextData", messages.noSecret());
        },
    ],
    fix: () => ({ enablePropagateAdditionalUserContextData: false }),
});
