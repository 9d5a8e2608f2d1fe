import { testRule, unknown } from "../../src/api/testing";
import rule from "../../src/rules/no-legacy-auth-flows";

const adminFlow = "explicitAuthFlows has the legacy name ADMIN_NO_SRP_AUTH (now ALLOW_ADMIN_USER_PASSWORD_AUTH).";
const customFlow = "explicitAuthFlows has the legacy name CUSTOM_AUTH_FLOW_ONLY (now ALLOW_CUSTOM_AUTH).";
const passwordFlow = "explicitAuthFlows has the legacy name USER_PASSWORD_AUTH (now ALLOW_USER_PASSWORD_AUTH).";

testRule(rule, {
    accept: [
        { name: "the default", client: {} },
        { name: "an empty list, which means the default flows", client: { explicitAuthFlows: [] } },
        { name: "current names", client: { explicitAuthFlows: ["ALLOW_USER_SRP_AUTH", "ALLOW_REFRESH_TOKEN_AUTH"] } },
        { name: "a name that is not an auth flow, which valid-auth-flows reports", client: { explicitAuthFlows: ["USER_SRP_AUTH"] } },
    ],
    unknown: [{ name: "an unknown list", client: { explicitAuthFlows: unknown }, unknown: ["explicitAuthFlows"] }],
    reject: [
        {
            name: "the flow in the documentation of the resource",
            client: { userPoolId: unknown, explicitAuthFlows: ["ADMIN_NO_SRP_AUTH"] },
            expect: [adminFlow],
            fixed: { explicitAuthFlows: ["ALLOW_ADMIN_USER_PASSWORD_AUTH", "ALLOW_USER_SRP_AUTH", "ALLOW_REFRESH_TOKEN_AUTH"] },
        },
        {
            name: "CUSTOM_AUTH_FLOW_ONLY, and does not add SRP",
            client: { explicitAuthFlows: ["CUSTOM_AUTH_FLOW_ONLY"] },
            expect: [customFlow],
            fixed: { explicitAuthFlows: ["ALLOW_CUSTOM_AUTH", "ALLOW_REFRESH_TOKEN_AUTH"] },
        },
        {
            name: "several legacy names in one message",
            client: { explicitAuthFlows: ["USER_PASSWORD_AUTH", "ADMIN_NO_SRP_AUTH"] },
            expect: [
                "explicitAuthFlows has the legacy names USER_PASSWORD_AUTH (now ALLOW_USER_PASSWORD_AUTH) and ADMIN_NO_SRP_AUTH (now ALLOW_ADMIN_USER_PASSWORD_AUTH).",
            ],
            fixed: {
                explicitAuthFlows: [
                    "ALLOW_USER_PASSWORD_AUTH",
                    "ALLOW_ADMIN_USER_PASSWORD_AUTH",
                    "ALLOW_USER_SRP_AUTH",
                    "ALLOW_REFRESH_TOKEN_AUTH",
                ],
            },
        },
        {
            name: "a legacy name with rotation, and does not add ALLOW_REFRESH_TOKEN_AUTH",
            client: { explicitAuthFlows: ["USER_PASSWORD_AUTH"], refreshTokenRotation: { feature: "ENABLED" } },
            expect: [passwordFlow],
            fixed: { explicitAuthFlows: ["ALLOW_USER_PASSWORD_AUTH", "ALLOW_USER_SRP_AUTH"] },
        },
        {
            name: "a legacy name with rotation turned off",
            client: { explicitAuthFlows: ["CUSTOM_AUTH_FLOW_ONLY"], refreshTokenRotation: { feature: "DISABLED" } },
            expect: [customFlow],
            fixed: { explicitAuthFlows: ["ALLOW_CUSTOM_AUTH", "ALLOW_REFRESH_TOKEN_AUTH"] },
        },
        {
            name: "a legacy name next to a current one, and adds nothing",
            client: { explicitAuthFlows: ["USER_PASSWORD_AUTH", "ALLOW_USER_PASSWORD_AUTH"] },
            expect: [passwordFlow],
            fixed: { explicitAuthFlows: ["ALLOW_USER_PASSWORD_AUTH"] },
        },
        {
            name: "a legacy name next to a token exchange flow, and adds nothing",
            client: { explicitAuthFlows: ["USER_PASSWORD_AUTH", "ALLOW_TOKEN_EXCHANGE_DELEGATION"] },
            expect: [passwordFlow],
            fixed: { explicitAuthFlows: ["ALLOW_USER_PASSWORD_AUTH", "ALLOW_TOKEN_EXCHANGE_DELEGATION"] },
        },
        {
            name: "a legacy name next to client tokens, and changes nothing, since the client must not get a flow for users",
            client: { explicitAuthFlows: ["USER_PASSWORD_AUTH", "ALLOW_CLIENT_TOKEN_AUTH"] },
            expect: [passwordFlow],
        },
        {
            name: "a legacy name next to a name that is not an auth flow, and changes nothing",
            client: { explicitAuthFlows: ["CLIENT_TOKEN_AUTH", "USER_PASSWORD_AUTH"] },
            expect: [passwordFlow],
        },
        {
            name: "known elements of a partly unknown list, and changes nothing",
            client: { explicitAuthFlows: [unknown, "USER_PASSWORD_AUTH"] },
            expect: [passwordFlow],
            unknown: ["explicitAuthFlows[0]"],
        },
        {
            name: "a legacy name with an unknown refreshTokenRotation, and changes nothing",
            client: { explicitAuthFlows: ["USER_PASSWORD_AUTH"], refreshTokenRotation: unknown },
            expect: [passwordFlow],
        },
    ],
});
