import { ADMIN_PASSWORD_FLOWS, PASSWORD_FLOWS } from "../cognito/auth-flows";
import { defineRule } from "../core/rule";
import { value } from "../core/values";
import { enumerate } from "../util/wording";

const messages = {
    password: (flows: readonly string[]) => `has ${value(enumerate(flows))}, with which the app sends the password to Cognito.`,
    admin: (flows: readonly string[]) => `has ${value(enumerate(flows))}, with which a server sends the password to Cognito.`,
    adminWithoutSecret: (flows: readonly string[]) => `has ${value(enumerate(flows))} for servers, but generateSecret is not true.`,
};

export default defineRule({
    name: "no-password-auth-flows",
    title: "No auth flows that send the password",
    category: "security",
    level: "advisory",
    severity: "medium",
    description: "Users should sign in without sending their password.",
    remediation: "Use ALLOW_USER_SRP_AUTH, or a secret for a server; exempt clients with a user migration trigger.",
    standards: [],
    options: {
        allowAdmin: {
            type: "boolean",
            default: true,
            description: "Whether to accept ALLOW_ADMIN_USER_PASSWORD_AUTH and ADMIN_NO_SRP_AUTH in clients with a secret.",
        },
    },
    docs: {
        details:
            "With ALLOW_USER_PASSWORD_AUTH (legacy name: USER_PASSWORD_AUTH), the app sends the password in the request instead of proving it with SRP. " +
            "ALLOW_ADMIN_USER_PASSWORD_AUTH (legacy name: ADMIN_NO_SRP_AUTH) is for servers with AWS credentials; it is reported if generateSecret is not true, or always if the option allowAdmin is false. " +
            "ALLOW_USER_AUTH is not reported, although it permits passwords if signInPolicy.allowedFirstAuthFactors of the user pool allows them.",
        whenNotToUse:
            "Exempt clients while a user migration trigger moves users to the user pool: the trigger gets the password only from ALLOW_USER_PASSWORD_AUTH or ALLOW_ADMIN_USER_PASSWORD_AUTH, not from ALLOW_USER_SRP_AUTH.",
        sources: [
            "https://docs.aws.amazon.com/cognito/latest/developerguide/amazon-cognito-user-pools-authentication-flow-methods.html",
            "https://docs.aws.amazon.com/cognito/latest/developerguide/cognito-user-pools-import-using-lambda.html",
            "https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_CreateUserPoolClient.html",
        ],
    },
    examples: {
        incorrect: [
            { client: { explicitAuthFlows: ["ALLOW_USER_PASSWORD_AUTH", "ALLOW_REFRESH_TOKEN_AUTH"] } },
            { client: { explicitAuthFlows: ["ALLOW_ADMIN_USER_PASSWORD_AUTH", "ALLOW_REFRESH_TOKEN_AUTH"] } },
        ],
        correct: [
            { client: { explicitAuthFlows: ["ALLOW_USER_SRP_AUTH", "ALLOW_REFRESH_TOKEN_AUTH"] } },
            { client: { explicitAuthFlows: ["ALLOW_ADMIN_USER_PASSWORD_AUTH", "ALLOW_REFRESH_TOKEN_AUTH"], generateSecret: true } },
        ],
    },
    checks: [
        ({ explicitAuthFlows }, { report, filter }) => {
            const flows = filter(explicitAuthFlows, flow => PASSWORD_FLOWS.includes(flow));
            if (flows.length > 0) report("explicitAuthFlows", messages.password(flows));
        },
        (client, { options: { allowAdmin }, report, filter }) => {
            const flows = filter(client.explicitAuthFlows, flow => ADMIN_PASSWORD_FLOWS.includes(flow));
            if (flows.length === 0) return;
            if (!allowAdmin) report("explicitAuthFlows", messages.admin(flows));
            else if (!client.generateSecret) report("explicitAuthFlows", messages.adminWithoutSecret(flows));
        },
    ],
});
