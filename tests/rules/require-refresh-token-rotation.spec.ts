import { testRule, unknown } from "../../src/api/testing";
import { AUTH_FLOWS, isSignIn } from "../../src/cognito/auth-flows";
import rule from "../../src/rules/require-refresh-token-rotation";

const unset = "refreshTokenRotation.feature is not set, and the client has no secret.";
const notEnabled = (feature: string) => `refreshTokenRotation.feature is ${feature}, but the client has no secret.`;

/** The flow that does not sign a user in. */
const NO_SIGN_IN = ["ALLOW_REFRESH_TOKEN_AUTH"];
const SERVICE = {
    allowedOauthFlowsUserPoolClient: true,
    allowedOauthFlows: ["client_credentials"],
    explicitAuthFlows: ["ALLOW_USER_SRP_AUTH"],
};
const CODE = { allowedOauthFlowsUserPoolClient: true, allowedOauthFlows: ["code"] };

testRule(rule, {
    accept: [
        { name: "rotation", client: { ...CODE, refreshTokenRotation: { feature: "ENABLED" }, explicitAuthFlows: ["ALLOW_USER_SRP_AUTH"] } },
        {
            name: "rotation if the auth flows are unknown",
            client: { refreshTokenRotation: { feature: "ENABLED" }, explicitAuthFlows: unknown },
        },
        { name: "a client with a secret", client: { ...CODE, generateSecret: true } },
        { name: "a client with a secret if the auth flows are unknown", client: { generateSecret: true, explicitAuthFlows: unknown } },
        { name: "a client without a sign-in flow", client: { explicitAuthFlows: NO_SIGN_IN } },
        {
            name: "the code flow without allowedOauthFlowsUserPoolClient",
            client: { allowedOauthFlows: ["code"], explicitAuthFlows: NO_SIGN_IN },
        },
        {
            name: "unknown OAuth flows with allowedOauthFlowsUserPoolClient set to false",
            client: { allowedOauthFlowsUserPoolClient: false, allowedOauthFlows: unknown, explicitAuthFlows: NO_SIGN_IN },
        },
        {
            name: "the implicit flow, which issues no refresh token",
            client: { allowedOauthFlowsUserPoolClient: true, allowedOauthFlows: ["implicit"], explicitAuthFlows: NO_SIGN_IN },
        },
        { name: "client_credentials with a sign-in flow, which no-unneeded-auth-flows reports", client: SERVICE },
        { name: "unknown values of a client for services", client: { ...SERVICE, generateSecret: unknown, refreshTokenRotation: unknown } },
        {
            name: "unknown values of a client without a sign-in flow",
            client: { explicitAuthFlows: NO_SIGN_IN, generateSecret: unknown, refreshTokenRotation: unknown },
        },
        ...[
            "ALLOW_CLIENT_TOKEN_AUTH",
            "ALLOW_TOKEN_EXCHANGE_DELEGATION",
            "ALLOW_TOKEN_EXCHANGE_IMPERSONATION",
            "ALLOW_DEVICE_CODE_AUTH",
        ].map(flow => ({ name: `a client with ${flow}, in which no user signs in`, client: { explicitAuthFlows: [flow] } })),
        { name: "a value that is not an auth flow, which valid-auth-flows reports", client: { explicitAuthFlows: ["USER_SRP_AUTH"] } },
    ],
    unknown: [
        { name: "an unknown rotation", client: { ...CODE, refreshTokenRotation: unknown }, unknown: ["refreshTokenRotation"] },
        { name: "an unknown generateSecret", client: { ...CODE, generateSecret: unknown }, unknown: ["generateSecret"] },
        {
            name: "an unknown OAuth flow",
            client: { allowedOauthFlowsUserPoolClient: true, allowedOauthFlows: [unknown], explicitAuthFlows: NO_SIGN_IN },
            unknown: ["allowedOauthFlows[0]"],
        },
        {
            name: "unknown OAuth flows, which may be client_credentials alone",
            client: { ...SERVICE, allowedOauthFlows: unknown },
            unknown: ["allowedOauthFlows"],
        },
        { name: "an unknown auth flow", client: { explicitAuthFlows: [...NO_SIGN_IN, unknown] }, unknown: ["explicitAuthFlows[1]"] },
    ],
    reject: [
        { name: "the default auth flows", client: { userPoolId: unknown }, expect: [unset] },
        {
            name: "an empty list of auth flows, which means the default",
            client: { explicitAuthFlows: [], generateSecret: false },
            expect: [unset],
        },
        ...AUTH_FLOWS.filter(isSignIn).map(flow => ({
            name: `a client with ${flow}`,
            client: { explicitAuthFlows: [...NO_SIGN_IN, flow] },
            expect: [unset],
        })),
        { name: "the code flow without a sign-in flow", client: { ...CODE, explicitAuthFlows: NO_SIGN_IN }, expect: [unset] },
        { name: "the code flow and the default auth flows in one message", client: CODE, expect: [unset] },
        {
            name: "DISABLED",
            client: { refreshTokenRotation: { feature: "DISABLED" } },
            expect: [notEnabled("DISABLED")],
        },
        {
            name: "ENABLED in the wrong case",
            client: { refreshTokenRotation: { feature: "enabled" } },
            expect: [notEnabled("enabled")],
        },
        { name: "a block without a feature", client: { refreshTokenRotation: {} as never }, expect: [unset] },
        {
            name: "the code flow if the auth flows are unknown",
            client: { ...CODE, explicitAuthFlows: unknown },
            expect: [unset],
        },
        {
            name: "a sign-in flow if other OAuth flows are unknown",
            client: {
                allowedOauthFlowsUserPoolClient: true,
                allowedOauthFlows: ["implicit", unknown],
                explicitAuthFlows: ["ALLOW_USER_AUTH"],
            },
            expect: [unset],
        },
        {
            name: "a sign-in flow in a partly unknown list",
            client: { explicitAuthFlows: [unknown, "ALLOW_USER_AUTH"] },
            expect: [unset],
        },
    ],
});
