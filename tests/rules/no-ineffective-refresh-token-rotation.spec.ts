import { testRule, unknown } from "../../src/api/testing";
import rule from "../../src/rules/no-ineffective-refresh-token-rotation";

const defaultFlows =
    "explicitAuthFlows is not set; the default includes ALLOW_REFRESH_TOKEN_AUTH, with which refresh token rotation does not work.";
const defaultFlowsWithCode =
    "explicitAuthFlows is not set; the default includes ALLOW_REFRESH_TOKEN_AUTH, so tokens can also be refreshed without rotation.";
const legacyFlows = (found: string) => `explicitAuthFlows has ${found}; refresh token rotation does not work with legacy flow names.`;

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
    ],
    unknown: [
        { name: "an unknown refreshTokenRotation", client: { refreshTokenRotation: unknown }, unknown: ["refreshTokenRotation"] },
        { name: "an unknown feature", client: { refreshTokenRotation: { feature: unknown } }, unknown: ["refreshTokenRotation.feature"] },
        { name: "unknown flows", client: { refreshTokenRotation, explicitAuthFlows: unknown }, unknown: ["explicitAuthFlows"] },
    ],
    reject: [
        { name: "rotation with the default flows", client: { refreshTokenRotation }, expect: [defaultFlows] },
        {
            name: "rotation with an empty list, which means the default flows",
            client: { refreshTokenRotation, explicitAuthFlows: [] },
            expect: [defaultFlows],
        },
        {
            name: "the default flows with managed login and the code flow, whose token endpoint rotates",
            client: { refreshTokenRotation, allowedOauthFlowsUserPoolClient: true, allowedOauthFlows: ["implicit", "code"] },
            expect: [defaultFlowsWithCode],
        },
        {
            name: "the default flows with the code flow but without managed login",
            client: { refreshTokenRotation, allowedOauthFlows: ["code"] },
            expect: [defaultFlows],
        },
        {
            name: "the default flows with the implicit flow",
            client: { refreshTokenRotation, allowedOauthFlowsUserPoolClient: true, allowedOauthFlows: ["implicit"], explicitAuthFlows: [] },
            expect: [defaultFlows],
        },
        {
            name: "the default flows with unknown OAuth flows, and claims no more than is certain",
            client: { refreshTokenRotation, allowedOauthFlowsUserPoolClient: true, allowedOauthFlows: unknown },
            expect: [defaultFlowsWithCode],
        },
        {
            name: "the default flows with the code flow if allowedOauthFlowsUserPoolClient is unknown",
            client: { refreshTokenRotation, allowedOauthFlowsUserPoolClient: unknown, allowedOauthFlows: ["code"] },
            expect: [defaultFlowsWithCode],
        },
        {
            name: "rotation with a legacy name, as in the documentation of the resource",
            client: { refreshTokenRotation: { feature: "ENABLED", retryGracePeriodSeconds: 10 }, explicitAuthFlows: ["ADMIN_NO_SRP_AUTH"] },
            expect: [legacyFlows("ADMIN_NO_SRP_AUTH")],
        },
        {
            name: "rotation with several legacy names, in one message",
            client: { refreshTokenRotation, explicitAuthFlows: ["USER_PASSWORD_AUTH", "ALLOW_USER_AUTH", "CUSTOM_AUTH_FLOW_ONLY"] },
            expect: [legacyFlows("USER_PASSWORD_AUTH and CUSTOM_AUTH_FLOW_ONLY")],
        },
        {
            name: "known elements of a partly unknown list",
            client: { refreshTokenRotation, explicitAuthFlows: [unknown, "USER_PASSWORD_AUTH"] },
            expect: [legacyFlows("USER_PASSWORD_AUTH")],
            unknown: ["explicitAuthFlows[0]"],
        },
    ],
});
