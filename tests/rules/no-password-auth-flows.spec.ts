import rule from "../../src/rules/no-password-auth-flows";
import { testRule, unknown } from "../harness";

const { admin, adminWithoutSecret, password } = rule.messages;
const ADMIN = "ALLOW_ADMIN_USER_PASSWORD_AUTH";

testRule(rule, {
    accept: [
        { why: "Cognito's default flows", client: {} },
        { why: "an empty list, which means the default flows", client: { explicitAuthFlows: [] } },
        {
            why: "flows without a password",
            client: { explicitAuthFlows: ["ALLOW_USER_SRP_AUTH", "ALLOW_USER_AUTH", "ALLOW_CUSTOM_AUTH", "ALLOW_REFRESH_TOKEN_AUTH"] },
        },
        { why: "a server's flow in a client with a secret", client: { explicitAuthFlows: [ADMIN], generateSecret: true } },
        {
            why: "a server's old flow in a client with a secret",
            client: { explicitAuthFlows: ["ADMIN_NO_SRP_AUTH"], generateSecret: true },
        },
        { why: "no server's flow, whatever the secret", client: { explicitAuthFlows: ["ALLOW_USER_SRP_AUTH"], generateSecret: unknown } },
        {
            why: "a client without a server's flow, where none is allowed",
            client: { explicitAuthFlows: ["ALLOW_USER_SRP_AUTH"] },
            options: { allowAdmin: false },
        },
    ],
    reject: [
        {
            why: "the password flow",
            client: { userPoolId: unknown, explicitAuthFlows: ["ALLOW_USER_PASSWORD_AUTH", "ALLOW_USER_SRP_AUTH"] },
            expect: ["explicitAuthFlows has ALLOW_USER_PASSWORD_AUTH: the app sends the password."],
        },
        { why: "its old name", client: { explicitAuthFlows: ["USER_PASSWORD_AUTH"] }, expect: [password(["USER_PASSWORD_AUTH"])] },
        {
            why: "it in a client with a secret, and both names in one message",
            client: { explicitAuthFlows: ["USER_PASSWORD_AUTH", "ALLOW_USER_PASSWORD_AUTH"], generateSecret: true },
            expect: ["explicitAuthFlows has USER_PASSWORD_AUTH and ALLOW_USER_PASSWORD_AUTH: the app sends the password."],
        },
        {
            why: "a server's flow in a client without a secret by default",
            client: { explicitAuthFlows: [ADMIN] },
            expect: [`explicitAuthFlows has ${ADMIN}, made for servers, while generateSecret is not true.`],
        },
        {
            why: "both names of it in a client without a secret, in one message",
            client: { explicitAuthFlows: ["ADMIN_NO_SRP_AUTH", ADMIN], generateSecret: false },
            expect: [adminWithoutSecret(["ADMIN_NO_SRP_AUTH", ADMIN])],
        },
        {
            why: "a server's flow in a client with a secret, where none is allowed",
            client: { explicitAuthFlows: [ADMIN], generateSecret: true },
            options: { allowAdmin: false },
            expect: [`explicitAuthFlows has ${ADMIN}: a server sends the password.`],
        },
        {
            why: "a server's flow, where none is allowed, whatever the secret",
            client: { explicitAuthFlows: ["ADMIN_NO_SRP_AUTH"], generateSecret: unknown },
            options: { allowAdmin: false },
            expect: [admin(["ADMIN_NO_SRP_AUTH"])],
        },
        {
            why: "both kinds",
            client: { explicitAuthFlows: [ADMIN, "ALLOW_USER_PASSWORD_AUTH"] },
            expect: [password(["ALLOW_USER_PASSWORD_AUTH"]), adminWithoutSecret([ADMIN])],
        },
        {
            why: "what is known of a list, beside a secret that is not",
            client: { explicitAuthFlows: [unknown, "USER_PASSWORD_AUTH", "ADMIN_NO_SRP_AUTH"], generateSecret: unknown },
            expect: [password(["USER_PASSWORD_AUTH"])],
            undecided: ["explicitAuthFlows[0]", "generateSecret"],
        },
    ],
    undecided: [
        { why: "a list not known yet", client: { explicitAuthFlows: unknown }, on: ["explicitAuthFlows"] },
        { why: "a flow not known yet", client: { explicitAuthFlows: ["ALLOW_USER_AUTH", unknown] }, on: ["explicitAuthFlows[1]"] },
        { why: "a secret not known yet", client: { explicitAuthFlows: [ADMIN], generateSecret: unknown }, on: ["generateSecret"] },
    ],
});
