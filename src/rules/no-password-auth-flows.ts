import { known } from "../client";
import { ADMIN_PASSWORD_FLOWS, PASSWORD_FLOWS } from "../cognito/auth-flows";
import { defineRule } from "../rule";
import { enumerate } from "../text";

const messages = {
    password: (flows: readonly string[]) => `explicitAuthFlows has ${enumerate(flows)}: the app sends the password.`,
    admin: (flows: readonly string[]) => `explicitAuthFlows has ${enumerate(flows)}: a server sends the password.`,
    adminWithoutSecret: (flows: readonly string[]) =>
        `explicitAuthFlows has ${enumerate(flows)}, made for servers, while generateSecret is not true.`,
};

export default defineRule({
    name: "no-password-auth-flows",
    level: "advisory",
    severity: "medium",
    description: "Users should sign in without handing their password over: with SRP it never leaves the device.",
    remediation: "Use ALLOW_USER_SRP_AUTH, and a secret for a client whose server must have the password.",
    url: "https://docs.aws.amazon.com/cognito/latest/developerguide/amazon-cognito-user-pools-authentication-flow-methods.html",
    options: {
        allowAdmin: {
            type: "boolean",
            default: true,
            description: "Whether a client with a secret may have ALLOW_ADMIN_USER_PASSWORD_AUTH or ADMIN_NO_SRP_AUTH.",
        },
    },
    messages,
    checks: [
        function* ({ explicitAuthFlows }) {
            const flows = (yield* known(explicitAuthFlows)).filter(flow => PASSWORD_FLOWS.includes(flow));
            if (flows.length > 0) yield messages.password(flows);
        },
        function* (client, { allowAdmin }) {
            const flows = (yield* known(client.explicitAuthFlows)).filter(flow => ADMIN_PASSWORD_FLOWS.includes(flow));
            if (flows.length === 0) return;
            if (!allowAdmin) yield messages.admin(flows);
            else if (!client.generateSecret) yield messages.adminWithoutSecret(flows);
        },
    ],
});
