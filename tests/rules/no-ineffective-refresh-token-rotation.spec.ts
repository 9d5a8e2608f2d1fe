import { testRule, unknown } from "../../src/api/testing";
import rule from "../../src/rules/no-ineffective-refresh-token-rotation";

const defaultFlows = "explicitAuthFlows is not set; the default includes ALLOW_REFRESH_TOKEN_AUTH.";
const emptyList = "explicitAuthFlows is empty, which Cognito treats as not set; the default includes ALLOW_REFRESH_TOKEN_AUTH.";
const legacyFlow = (found: string) => `explicitAuthFlows has the legacy name ${found}.`;

const refreshTokenRotation = { feature: "ENABLED" };

testRule(rule, {
    accept: [
        { name: "a client without rotation", client: {} },
        { name: "legacy names without rotation", client: { explicitAuthFlows: ["ADMIN_NO_SRP_AUTH"] } },
        {
            name: "unknown flows with rotation turned off",
            client: { refreshTokenRotation: { feature: "DISABLED" }, explicitAuthFlows: unknown },
        },
        {
            name: "an invalid feature, which valid-refresh-token-rotation reports",
            client: { refreshTokenRotation: { feature: "enabled" } },
        },
        { name: "rotation with a current name", client: { refreshTokenRotation, explicitAuthFlows: ["ALLOW_USER_SRP_AUTH"] } },
        {
            name: "ALLOW_REFRESH_TOKEN_AUTH, which valid-refresh-token-rotation reports",
            client: { refreshTokenRotation, explicitAuthFlows: ["ALLOW_REFRESH_TOKEN_AUTH"] },
        },
        {
            name: "a client for services, which gets no refresh tokens",
            client: { refreshTokenRotation, allowedOauthFlowsUserPoolClient: true, allowedOauthFlows: ["client_credentials"] },
        },
        {
            name: "an unknown rotation with a current name",
            client: { refreshTokenRotation: unknown, explicitAuthFlows: ["ALLOW_USER_SRP_AUTH"] },
        },
    ],
    unknown: [
        {
            name: "unknown OAuth flows, which may be client_credentials alone",
            client: { refreshTokenRotation, allowedOauthFlowsUserPoolClient: true, allowedOauthFlows: unknown },
            unknown: ["allowedOauthFlows"],
        },
        { name: "an unknown refreshTokenRotation", client: { refreshTokenRotation: unknown }, unknown: ["refreshTokenRotation"] },
        { name: "an unknown feature", client: { refreshTokenRotation: { feature: unknown } }, unknown: ["refreshTokenRotation.feature"] },
        { name: "unknown flows", client: { refreshTokenRotation, explicitAuthFlows: unknown }, unknown: ["explicitAuthFlows"] },
    ],
    reject: [
        { name: "rotation with the default flows", client: { refreshTokenRotation }, expect: [defaultFlows] },
        {
            name: "rotation with an empty list, which means the default flows",
            client: { refreshTokenRotation, explicitAuthFlows: [] },
            expect: [emptyList],
        },
        {
            name: "the default flows with the code flow, whose token endpoint rotates",
            client: { refreshTokenRotation, allowedOauthFlowsUserPoolClient: true, allowedOauthFlows: ["code"] },
            expect: [defaultFlows],
        },
        {
            name: "the default flows with unknown OAuth flows next to code",
            client: { refreshTokenRotation, allowedOauthFlowsUserPoolClient: true, allowedOauthFlows: ["code", unknown] },
            expect: [defaultFlows],
        },
        {
            name: "the default flows with unknown OAuth flows without allowedOauthFlowsUserPoolClient",
            client: { refreshTokenRotation, allowedOauthFlows: unknown },
            expect: [defaultFlows],
        },
        {
            name: "rotation with a legacy name, as in the documentation of the resource",
            client: { refreshTokenRotation: { feature: "ENABLED", retryGracePeriodSeconds: 10 }, explicitAuthFlows: ["ADMIN_NO_SRP_AUTH"] },
            expect: [legacyFlow("ADMIN_NO_SRP_AUTH")],
        },
        {
            name: "rotation with several legacy names, in one message",
            client: { refreshTokenRotation, explicitAuthFlows: ["USER_PASSWORD_AUTH", "ALLOW_USER_AUTH", "CUSTOM_AUTH_FLOW_ONLY"] },
            expect: ["explicitAuthFlows has the legacy names USER_PASSWORD_AUTH and CUSTOM_AUTH_FLOW_ONLY."],
        },
        {
            name: "known elements of a partly unknown list",
            client: { refreshTokenRotation, explicitAuthFlows: [unknown, "USER_PASSWORD_AUTH"] },
            expect: [legacyFlow("USER_PASSWORD_AUTH")],
            unknown: ["explicitAuthFlows[0]"],
        },
    ],
});
