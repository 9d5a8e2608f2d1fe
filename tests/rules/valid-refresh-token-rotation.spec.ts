import { testRule, unknown } from "../../src/api/testing";
import rule from "../../src/rules/valid-refresh-token-rotation";

const ENABLED = { feature: "ENABLED" };
const NO_FEATURE = "refreshTokenRotation.feature is not set; it must be ENABLED or DISABLED.";
const REFRESH_FLOW = "explicitAuthFlows has ALLOW_REFRESH_TOKEN_AUTH, but refreshTokenRotation.feature is ENABLED.";

const invalidFeature = (feature: string, suggestion = "") =>
    `refreshTokenRotation.feature is "${feature}"; it must be ENABLED or DISABLED${suggestion}.`;
const invalidGracePeriod = (seconds: number) =>
    `refreshTokenRotation.retryGracePeriodSeconds is ${seconds}; it must be a whole number between 0 and 60.`;

testRule(rule, {
    accept: [
        { name: "no rotation", client: { explicitAuthFlows: ["ALLOW_REFRESH_TOKEN_AUTH"] } },
        {
            name: "rotation without the refresh flow",
            client: { refreshTokenRotation: ENABLED, explicitAuthFlows: ["ALLOW_USER_SRP_AUTH"] },
        },
        {
            name: "disabled rotation with the refresh flow",
            client: { refreshTokenRotation: { feature: "DISABLED" }, explicitAuthFlows: ["ALLOW_REFRESH_TOKEN_AUTH"] },
        },
        {
            name: "rotation with the default flows, as Cognito does",
            client: { refreshTokenRotation: ENABLED, explicitAuthFlows: [] },
        },
        {
            name: "rotation with legacy flow names, as Cognito does",
            client: { refreshTokenRotation: ENABLED, explicitAuthFlows: ["ADMIN_NO_SRP_AUTH"] },
        },
        { name: "the minimum grace period", client: { refreshTokenRotation: { ...ENABLED, retryGracePeriodSeconds: 0 } } },
        { name: "the maximum grace period", client: { refreshTokenRotation: { ...ENABLED, retryGracePeriodSeconds: 60 } } },
        {
            name: "disabled rotation with unknown flows",
            client: { refreshTokenRotation: { feature: "DISABLED" }, explicitAuthFlows: unknown },
        },
    ],
    reject: [
        {
            name: "rotation with the refresh flow, and removes the flow",
            client: {
                userPoolId: unknown,
                refreshTokenRotation: { ...ENABLED, retryGracePeriodSeconds: 60 },
                explicitAuthFlows: ["ALLOW_REFRESH_TOKEN_AUTH", "ALLOW_USER_SRP_AUTH", "ALLOW_USER_AUTH", "ALLOW_REFRESH_TOKEN_AUTH"],
            },
            expect: [REFRESH_FLOW],
            fixed: { explicitAuthFlows: ["ALLOW_USER_SRP_AUTH", "ALLOW_USER_AUTH"] },
        },
        {
            name: "rotation with the refresh flow alone, and does not fix it, since an empty list enables the flow",
            client: { refreshTokenRotation: ENABLED, explicitAuthFlows: ["ALLOW_REFRESH_TOKEN_AUTH"] },
            expect: [REFRESH_FLOW],
        },
        {
            name: "rotation with the refresh flow and a legacy name, and replaces the name, since alone it enables the flow",
            client: { refreshTokenRotation: ENABLED, explicitAuthFlows: ["USER_PASSWORD_AUTH", "ALLOW_REFRESH_TOKEN_AUTH"] },
            expect: [REFRESH_FLOW],
            fixed: { explicitAuthFlows: ["ALLOW_USER_PASSWORD_AUTH"] },
        },
        {
            name: "rotation with the refresh flow next to client tokens, and removes the flow",
            client: { refreshTokenRotation: ENABLED, explicitAuthFlows: ["ALLOW_CLIENT_TOKEN_AUTH", "ALLOW_REFRESH_TOKEN_AUTH"] },
            expect: [REFRESH_FLOW],
            fixed: { explicitAuthFlows: ["ALLOW_CLIENT_TOKEN_AUTH"] },
        },
        {
            name: "rotation with the refresh flow next to client tokens and a legacy name, and does not fix it",
            client: {
                refreshTokenRotation: ENABLED,
                explicitAuthFlows: ["USER_PASSWORD_AUTH", "ALLOW_CLIENT_TOKEN_AUTH", "ALLOW_REFRESH_TOKEN_AUTH"],
            },
            expect: [REFRESH_FLOW],
        },
        {
            name: "rotation with the refresh flow in a partly unknown list, and does not fix it",
            client: { refreshTokenRotation: ENABLED, explicitAuthFlows: [unknown, "ALLOW_REFRESH_TOKEN_AUTH"] },
            expect: [REFRESH_FLOW],
        },
        {
            name: "a block without feature",
            client: { refreshTokenRotation: { retryGracePeriodSeconds: 10 } as never, explicitAuthFlows: ["ALLOW_REFRESH_TOKEN_AUTH"] },
            expect: [NO_FEATURE],
        },
        { name: "an empty block", client: { refreshTokenRotation: {} as never }, expect: [NO_FEATURE] },
        {
            name: "a feature in lower case, and not the flows",
            client: { refreshTokenRotation: { feature: "enabled" }, explicitAuthFlows: ["ALLOW_REFRESH_TOKEN_AUTH", "ALLOW_USER_AUTH"] },
            expect: [invalidFeature("enabled", " (did you mean ENABLED?)")],
        },
        {
            name: "a misspelled feature",
            client: { refreshTokenRotation: { feature: "disable" } },
            expect: [invalidFeature("disable", " (did you mean DISABLED?)")],
        },
        {
            name: "a feature that is not similar to an allowed value",
            client: { refreshTokenRotation: { feature: "rotate" } },
            expect: [invalidFeature("rotate")],
        },
        {
            name: "a boolean as the feature",
            client: { refreshTokenRotation: { feature: true as never } },
            expect: [invalidFeature("true")],
        },
        {
            name: "more than the maximum grace period",
            client: { refreshTokenRotation: { ...ENABLED, retryGracePeriodSeconds: 61 } },
            expect: [invalidGracePeriod(61)],
        },
        {
            name: "a negative grace period",
            client: { refreshTokenRotation: { ...ENABLED, retryGracePeriodSeconds: -1 } },
            expect: [invalidGracePeriod(-1)],
        },
        {
            name: "a fraction of a second",
            client: { refreshTokenRotation: { ...ENABLED, retryGracePeriodSeconds: 0.5 } },
            expect: [invalidGracePeriod(0.5)],
        },
        {
            name: "an invalid grace period with disabled rotation",
            client: { refreshTokenRotation: { feature: "DISABLED", retryGracePeriodSeconds: 61 } },
            expect: [invalidGracePeriod(61)],
        },
        {
            name: "an invalid grace period and the refresh flow, and does not fix them",
            client: {
                refreshTokenRotation: { ...ENABLED, retryGracePeriodSeconds: 61 },
                explicitAuthFlows: ["ALLOW_REFRESH_TOKEN_AUTH", "ALLOW_USER_AUTH"],
            },
            expect: [invalidGracePeriod(61), REFRESH_FLOW],
        },
        {
            name: "an invalid feature and an invalid grace period",
            client: { refreshTokenRotation: { feature: "on", retryGracePeriodSeconds: 90 } },
            expect: [invalidFeature("on"), invalidGracePeriod(90)],
        },
        {
            name: "an invalid grace period with an unknown feature",
            client: { refreshTokenRotation: { feature: unknown, retryGracePeriodSeconds: 61 } },
            expect: [invalidGracePeriod(61)],
            unknown: ["refreshTokenRotation.feature"],
        },
    ],
    unknown: [
        { name: "an unknown block", client: { refreshTokenRotation: unknown }, unknown: ["refreshTokenRotation"] },
        {
            name: "an unknown grace period",
            client: { refreshTokenRotation: { ...ENABLED, retryGracePeriodSeconds: unknown } },
            unknown: ["refreshTokenRotation.retryGracePeriodSeconds"],
        },
        {
            name: "an unknown flow",
            client: { refreshTokenRotation: ENABLED, explicitAuthFlows: ["ALLOW_USER_AUTH", unknown] },
            unknown: ["explicitAuthFlows[1]"],
        },
    ],
});
