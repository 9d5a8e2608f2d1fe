import rule from "../../src/rules/require-refresh-token-rotation";
import { testRule, unknown } from "../harness";

const { notEnabled, unset } = rule.messages;

/** Of the flows, the one by which no user signs in. */
const NO_SIGN_IN = ["ALLOW_REFRESH_TOKEN_AUTH"];
const CODE = { allowedOauthFlowsUserPoolClient: true, allowedOauthFlows: ["code"] };

testRule(rule, {
    accept: [
        { why: "rotation", client: { ...CODE, refreshTokenRotation: { feature: "ENABLED" }, explicitAuthFlows: ["ALLOW_USER_SRP_AUTH"] } },
        { why: "rotation, whatever the flows", client: { refreshTokenRotation: { feature: "ENABLED" }, explicitAuthFlows: unknown } },
        { why: "a client with a secret", client: { ...CODE, generateSecret: true } },
        { why: "a client with a secret, whatever the flows", client: { generateSecret: true, explicitAuthFlows: unknown } },
        { why: "a client by which nobody signs in", client: { explicitAuthFlows: NO_SIGN_IN } },
        { why: "the code grant where OAuth is off", client: { allowedOauthFlows: ["code"], explicitAuthFlows: NO_SIGN_IN } },
        {
            why: "the code grant where OAuth is off, whatever the flows",
            client: { allowedOauthFlowsUserPoolClient: false, allowedOauthFlows: unknown, explicitAuthFlows: NO_SIGN_IN },
        },
        {
            why: "the implicit grant, which gives no refresh token",
            client: { allowedOauthFlowsUserPoolClient: true, allowedOauthFlows: ["implicit"], explicitAuthFlows: NO_SIGN_IN },
        },
        {
            why: "a service's grant, which gives no refresh token",
            client: { allowedOauthFlowsUserPoolClient: true, allowedOauthFlows: ["client_credentials"], explicitAuthFlows: NO_SIGN_IN },
        },
        { why: "a name that is no flow, which valid-auth-flows reports", client: { explicitAuthFlows: ["USER_SRP_AUTH"] } },
    ],
    reject: [
        { why: "Cognito's default flows", client: { userPoolId: unknown }, expect: [unset()] },
        {
            why: "an empty list, which means the default flows",
            client: { explicitAuthFlows: [], generateSecret: false },
            expect: [unset()],
        },
        ...["ALLOW_USER_SRP_AUTH", "ALLOW_USER_AUTH", "ALLOW_CUSTOM_AUTH", "ALLOW_ADMIN_USER_PASSWORD_AUTH", "USER_PASSWORD_AUTH"].map(
            flow => ({ why: `a client with ${flow}`, client: { explicitAuthFlows: [...NO_SIGN_IN, flow] }, expect: [unset()] }),
        ),
        { why: "the code grant alone", client: { ...CODE, explicitAuthFlows: NO_SIGN_IN }, expect: [unset()] },
        { why: "both ways to a refresh token, once", client: CODE, expect: [unset()] },
        {
            why: "rotation that is off",
            client: { refreshTokenRotation: { feature: "DISABLED" } },
            expect: ["refreshTokenRotation.feature is DISABLED, and the client has no secret."],
        },
        { why: "a feature in the wrong case", client: { refreshTokenRotation: { feature: "enabled" } }, expect: [notEnabled("enabled")] },
        { why: "a block without its feature", client: { refreshTokenRotation: {} as never }, expect: [unset()] },
        {
            why: "the code grant, whatever the flows",
            client: { ...CODE, explicitAuthFlows: unknown },
            expect: [unset()],
            undecided: ["explicitAuthFlows"],
        },
        {
            why: "a sign-in flow, whatever the grants",
            client: { allowedOauthFlowsUserPoolClient: true, allowedOauthFlows: unknown, explicitAuthFlows: ["ALLOW_USER_AUTH"] },
            expect: [unset()],
            undecided: ["allowedOauthFlows"],
        },
    ],
    undecided: [
        { why: "rotation not known yet", client: { ...CODE, refreshTokenRotation: unknown }, on: ["refreshTokenRotation"] },
        { why: "a secret not known yet", client: { ...CODE, generateSecret: unknown }, on: ["generateSecret"] },
        {
            why: "grants not known yet",
            client: { allowedOauthFlowsUserPoolClient: true, allowedOauthFlows: [unknown], explicitAuthFlows: NO_SIGN_IN },
            on: ["allowedOauthFlows[0]"],
        },
        { why: "a flow not known yet", client: { explicitAuthFlows: [...NO_SIGN_IN, unknown] }, on: ["explicitAuthFlows[1]"] },
    ],
});
