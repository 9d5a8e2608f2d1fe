import rule from "../../src/rules/no-ineffective-refresh-token-rotation";
import { testRule, unknown } from "../harness";

const { defaultFlows, legacyFlows } = rule.messages;
const refreshTokenRotation = { feature: "ENABLED" };

testRule(rule, {
    accept: [
        { why: "no rotation", client: {} },
        { why: "no rotation beside old names", client: { explicitAuthFlows: ["ADMIN_NO_SRP_AUTH"] } },
        { why: "rotation that is off", client: { refreshTokenRotation: { feature: "DISABLED" }, explicitAuthFlows: unknown } },
        { why: "a feature that valid-refresh-token-rotation reports", client: { refreshTokenRotation: { feature: "enabled" } } },
        { why: "rotation beside a flow of today", client: { refreshTokenRotation, explicitAuthFlows: ["ALLOW_USER_SRP_AUTH"] } },
        {
            why: "the refresh flow, which valid-refresh-token-rotation reports",
            client: { refreshTokenRotation, explicitAuthFlows: ["ALLOW_REFRESH_TOKEN_AUTH"] },
        },
    ],
    reject: [
        {
            why: "rotation beside the default flows",
            client: { refreshTokenRotation },
            expect: [
                "refreshTokenRotation is ENABLED and explicitAuthFlows is not set, which means ALLOW_REFRESH_TOKEN_AUTH among others.",
            ],
        },
        {
            why: "rotation beside an empty list, which means the default flows",
            client: { refreshTokenRotation, explicitAuthFlows: [] },
            expect: [defaultFlows()],
        },
        {
            why: "rotation beside an old name, as in the resource's own example",
            client: { refreshTokenRotation: { feature: "ENABLED", retryGracePeriodSeconds: 10 }, explicitAuthFlows: ["ADMIN_NO_SRP_AUTH"] },
            expect: [legacyFlows(["ADMIN_NO_SRP_AUTH"])],
        },
        {
            why: "rotation beside several old names, in one message",
            client: { refreshTokenRotation, explicitAuthFlows: ["USER_PASSWORD_AUTH", "ALLOW_USER_AUTH", "CUSTOM_AUTH_FLOW_ONLY"] },
            expect: [
                "refreshTokenRotation is ENABLED and explicitAuthFlows has USER_PASSWORD_AUTH and CUSTOM_AUTH_FLOW_ONLY, " +
                    "with which Cognito refuses to rotate.",
            ],
        },
        {
            why: "what is known of a list",
            client: { refreshTokenRotation, explicitAuthFlows: [unknown, "USER_PASSWORD_AUTH"] },
            expect: [legacyFlows(["USER_PASSWORD_AUTH"])],
            undecided: ["explicitAuthFlows[0]"],
        },
    ],
    undecided: [
        { why: "rotation not known yet", client: { refreshTokenRotation: unknown }, on: ["refreshTokenRotation"] },
        { why: "a feature not known yet", client: { refreshTokenRotation: { feature: unknown } }, on: ["refreshTokenRotation.feature"] },
        { why: "flows not known yet", client: { refreshTokenRotation, explicitAuthFlows: unknown }, on: ["explicitAuthFlows"] },
    ],
});
