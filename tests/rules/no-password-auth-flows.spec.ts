import { testRule, unknown } from "../../src/api/testing";
import rule from "../../src/rules/no-password-auth-flows";

const password = (found: string) => `explicitAuthFlows has ${found}, with which the app sends the password to Cognito.`;
const admin = (found: string) => `explicitAuthFlows has ${found}, with which a server sends the password to Cognito.`;
const adminWithoutSecret = (found: string) => `explicitAuthFlows has ${found} for servers, but generateSecret is not true.`;

const ADMIN = "ALLOW_ADMIN_USER_PASSWORD_AUTH";

testRule(rule, {
    accept: [
        { name: "the default", client: {} },
        { name: "an empty list, which means the default flows", client: { explicitAuthFlows: [] } },
        {
            name: "flows without a password",
            client: { explicitAuthFlows: ["ALLOW_USER_SRP_AUTH", "ALLOW_USER_AUTH", "ALLOW_CUSTOM_AUTH", "ALLOW_REFRESH_TOKEN_AUTH"] },
        },
        { name: "the admin flow with a secret", client: { explicitAuthFlows: [ADMIN], generateSecret: true } },
        {
            name: "the legacy admin flow with a secret",
            client: { explicitAuthFlows: ["ADMIN_NO_SRP_AUTH"], generateSecret: true },
        },
        {
            name: "an unknown generateSecret without an admin flow",
            client: { explicitAuthFlows: ["ALLOW_USER_SRP_AUTH"], generateSecret: unknown },
        },
        {
            name: "a client without an admin flow if allowAdmin is false",
            client: { explicitAuthFlows: ["ALLOW_USER_SRP_AUTH"] },
            options: { allowAdmin: false },
        },
    ],
    unknown: [
        { name: "an unknown list", client: { explicitAuthFlows: unknown }, unknown: ["explicitAuthFlows"] },
        { name: "an unknown flow", client: { explicitAuthFlows: ["ALLOW_USER_AUTH", unknown] }, unknown: ["explicitAuthFlows[1]"] },
        {
            name: "an unknown generateSecret with an admin flow",
            client: { explicitAuthFlows: [ADMIN], generateSecret: unknown },
            unknown: ["generateSecret"],
        },
    ],
    reject: [
        {
            name: "the password flow",
            client: { userPoolId: unknown, explicitAuthFlows: ["ALLOW_USER_PASSWORD_AUTH", "ALLOW_USER_SRP_AUTH"] },
            expect: [password("ALLOW_USER_PASSWORD_AUTH")],
        },
        {
            name: "the legacy password flow",
            client: { explicitAuthFlows: ["USER_PASSWORD_AUTH"] },
            expect: [password("USER_PASSWORD_AUTH")],
        },
        {
            name: "both password flows with a secret, in one message",
            client: { explicitAuthFlows: ["USER_PASSWORD_AUTH", "ALLOW_USER_PASSWORD_AUTH"], generateSecret: true },
            expect: [password("USER_PASSWORD_AUTH and ALLOW_USER_PASSWORD_AUTH")],
        },
        {
            name: "the admin flow without a secret by default",
            client: { explicitAuthFlows: [ADMIN] },
            expect: [adminWithoutSecret("ALLOW_ADMIN_USER_PASSWORD_AUTH")],
        },
        {
            name: "both admin flows without a secret, in one message",
            client: { explicitAuthFlows: ["ADMIN_NO_SRP_AUTH", ADMIN], generateSecret: false },
            expect: [adminWithoutSecret("ADMIN_NO_SRP_AUTH and ALLOW_ADMIN_USER_PASSWORD_AUTH")],
        },
        {
            name: "the admin flow with a secret if allowAdmin is false",
            client: { explicitAuthFlows: [ADMIN], generateSecret: true },
            options: { allowAdmin: false },
            expect: [admin("ALLOW_ADMIN_USER_PASSWORD_AUTH")],
        },
        {
            name: "the legacy admin flow with an unknown generateSecret if allowAdmin is false",
            client: { explicitAuthFlows: ["ADMIN_NO_SRP_AUTH"], generateSecret: unknown },
            options: { allowAdmin: false },
            expect: [admin("ADMIN_NO_SRP_AUTH")],
        },
        {
            name: "a password flow and an admin flow",
            client: { explicitAuthFlows: [ADMIN, "ALLOW_USER_PASSWORD_AUTH"] },
            expect: [password("ALLOW_USER_PASSWORD_AUTH"), adminWithoutSecret("ALLOW_ADMIN_USER_PASSWORD_AUTH")],
        },
        {
            name: "known elements of a partly unknown list with an unknown generateSecret",
            client: { explicitAuthFlows: [unknown, "USER_PASSWORD_AUTH", "ADMIN_NO_SRP_AUTH"], generateSecret: unknown },
            expect: [password("USER_PASSWORD_AUTH")],
            unknown: ["explicitAuthFlows[0]", "generateSecret"],
        },
    ],
});
