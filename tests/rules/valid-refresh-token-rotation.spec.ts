import rule from "../../src/rules/valid-refresh-token-rotation";
import { testRule, unknown } from "../harness";

const { gracePeriod, noFeature, refreshFlow, unknownFeature } = rule.messages;
const ENABLED = { feature: "ENABLED" };

testRule(rule, {
    accept: [
        { why: "no rotation", client: { explicitAuthFlows: ["ALLOW_REFRESH_TOKEN_AUTH"] } },
        { why: "rotation without the refresh flow", client: { refreshTokenRotation: ENABLED, explicitAuthFlows: ["ALLOW_USER_SRP_AUTH"] } },
        {
            why: "rotation that is off, beside the refresh flow",
            client: { refreshTokenRotation: { feature: "DISABLED" }, explicitAuthFlows: ["ALLOW_REFRESH_TOKEN_AUTH"] },
        },
        { why: "rotation beside the default flows, which Cognito takes", client: { refreshTokenRotation: ENABLED, explicitAuthFlows: [] } },
        {
            why: "rotation beside old names, which Cognito takes",
            client: { refreshTokenRotation: ENABLED, explicitAuthFlows: ["ADMIN_NO_SRP_AUTH"] },
        },
        { why: "no grace period", client: { refreshTokenRotation: { ...ENABLED, retryGracePeriodSeconds: 0 } } },
        { why: "the longest grace period", client: { refreshTokenRotation: { ...ENABLED, retryGracePeriodSeconds: 60 } } },
        {
            why: "rotation that is off, whatever the flows",
            client: { refreshTokenRotation: { feature: "DISABLED" }, explicitAuthFlows: unknown },
        },
    ],
    reject: [
        {
            why: "rotation beside the refresh flow, which is dropped",
            client: {
                userPoolId: unknown,
                refreshTokenRotation: { ...ENABLED, retryGracePeriodSeconds: 60 },
                explicitAuthFlows: ["ALLOW_REFRESH_TOKEN_AUTH", "ALLOW_USER_SRP_AUTH", "ALLOW_USER_AUTH", "ALLOW_REFRESH_TOKEN_AUTH"],
            },
            expect: ["explicitAuthFlows has ALLOW_REFRESH_TOKEN_AUTH while refreshTokenRotation is ENABLED."],
            fixed: { explicitAuthFlows: ["ALLOW_USER_SRP_AUTH", "ALLOW_USER_AUTH"] },
        },
        {
            why: "rotation beside the refresh flow alone, and leaves it, since an empty list would bring it back",
            client: { refreshTokenRotation: ENABLED, explicitAuthFlows: ["ALLOW_REFRESH_TOKEN_AUTH"] },
            expect: [refreshFlow()],
        },
        {
            why: "rotation beside the refresh flow and an old name, which alone would bring it back",
            client: { refreshTokenRotation: ENABLED, explicitAuthFlows: ["USER_PASSWORD_AUTH", "ALLOW_REFRESH_TOKEN_AUTH"] },
            expect: [refreshFlow()],
            fixed: { explicitAuthFlows: ["ALLOW_USER_PASSWORD_AUTH"] },
        },
        {
            why: "rotation beside the refresh flow in a list known in part, which is left as it is",
            client: { refreshTokenRotation: ENABLED, explicitAuthFlows: [unknown, "ALLOW_REFRESH_TOKEN_AUTH"] },
            expect: [refreshFlow()],
        },
        {
            why: "a block without its feature",
            client: { refreshTokenRotation: { retryGracePeriodSeconds: 10 } as never, explicitAuthFlows: ["ALLOW_REFRESH_TOKEN_AUTH"] },
            expect: ["refreshTokenRotation.feature is not set; Cognito takes ENABLED or DISABLED."],
        },
        { why: "an empty block", client: { refreshTokenRotation: {} as never }, expect: [noFeature()] },
        {
            why: "a feature in the wrong case, without a word on the flows",
            client: { refreshTokenRotation: { feature: "enabled" }, explicitAuthFlows: ["ALLOW_REFRESH_TOKEN_AUTH", "ALLOW_USER_AUTH"] },
            expect: ['refreshTokenRotation.feature is "enabled"; did you mean ENABLED?'],
        },
        {
            why: "a feature in another form",
            client: { refreshTokenRotation: { feature: "disable" } },
            expect: ['refreshTokenRotation.feature is "disable"; did you mean DISABLED?'],
        },
        {
            why: "a feature that is like none",
            client: { refreshTokenRotation: { feature: "rotate" } },
            expect: ['refreshTokenRotation.feature is "rotate"; Cognito takes ENABLED or DISABLED.'],
        },
        { why: "a boolean", client: { refreshTokenRotation: { feature: true as never } }, expect: [unknownFeature("true")] },
        {
            why: "a grace period a second too long",
            client: { refreshTokenRotation: { ...ENABLED, retryGracePeriodSeconds: 61 } },
            expect: ["refreshTokenRotation.retryGracePeriodSeconds is 61; Cognito takes whole numbers from 0 to 60."],
        },
        {
            why: "a grace period below zero",
            client: { refreshTokenRotation: { ...ENABLED, retryGracePeriodSeconds: -1 } },
            expect: [gracePeriod(-1)],
        },
        {
            why: "a fraction of a second",
            client: { refreshTokenRotation: { ...ENABLED, retryGracePeriodSeconds: 0.5 } },
            expect: [gracePeriod(0.5)],
        },
        {
            why: "a grace period where rotation is off",
            client: { refreshTokenRotation: { feature: "DISABLED", retryGracePeriodSeconds: 61 } },
            expect: [gracePeriod(61)],
        },
        {
            why: "the grace period and the flow, and leaves both to the user",
            client: {
                refreshTokenRotation: { ...ENABLED, retryGracePeriodSeconds: 61 },
                explicitAuthFlows: ["ALLOW_REFRESH_TOKEN_AUTH", "ALLOW_USER_AUTH"],
            },
            expect: [gracePeriod(61), refreshFlow()],
        },
        {
            why: "the feature and the grace period",
            client: { refreshTokenRotation: { feature: "on", retryGracePeriodSeconds: 90 } },
            expect: [unknownFeature("on"), gracePeriod(90)],
        },
        {
            why: "what is known, beside what is not",
            client: { refreshTokenRotation: { feature: unknown, retryGracePeriodSeconds: 61 } },
            expect: [gracePeriod(61)],
            undecided: ["refreshTokenRotation.feature"],
        },
    ],
    undecided: [
        { why: "rotation not known yet", client: { refreshTokenRotation: unknown }, on: ["refreshTokenRotation"] },
        {
            why: "a grace period not known yet",
            client: { refreshTokenRotation: { ...ENABLED, retryGracePeriodSeconds: unknown } },
            on: ["refreshTokenRotation.retryGracePeriodSeconds"],
        },
        {
            why: "flows not known yet",
            client: { refreshTokenRotation: ENABLED, explicitAuthFlows: ["ALLOW_USER_AUTH", unknown] },
            on: ["explicitAuthFlows[1]"],
        },
    ],
});
