import { CLIENT_TOKEN_FLOW, isLegacy, REFRESH_FLOW, replaceLegacy } from "../cognito/auth-flows";
import { allOf, has } from "../core/properties";
import { defineRule } from "../core/rule";
import { quoted, value } from "../core/values";
import { enumerate, nearest } from "../util/wording";
import { suggest } from "./shared/suggestions";

const FEATURES = ["ENABLED", "DISABLED"];
const MAX_SECONDS = 60;

const messages = {
    noFeature: () => `is not set; it must be ${enumerate(FEATURES, "or")}.`,
    unknownFeature: (feature: string) =>
        `is ${quoted(feature)}; it must be ${enumerate(FEATURES, "or")}${suggest(nearest(feature, FEATURES))}.`,
    gracePeriod: (seconds: number) => `is ${value(seconds)}; it must be a whole number between 0 and ${MAX_SECONDS}.`,
    refreshFlow: () => `has ${REFRESH_FLOW}, but refreshTokenRotation.feature is ENABLED.`,
};

function isGracePeriod(seconds = 0): boolean {
    return Number.isInteger(seconds) && seconds >= 0 && seconds <= MAX_SECONDS;
}

export default defineRule({
    name: "valid-refresh-token-rotation",
    title: "Valid refresh token rotation",
    category: "deployability",
    level: "mandatory",
    severity: "high",
    description: `Refresh token rotation must be valid and replace ${REFRESH_FLOW}.`,
    remediation: "With rotation, use GetTokensFromRefreshToken instead.",
    standards: [],
    docs: {
        details:
            "With refresh token rotation, each refresh returns a new refresh token, and the old one remains valid for retryGracePeriodSeconds only. " +
            `feature must be ENABLED or DISABLED, and retryGracePeriodSeconds a whole number from 0 to ${MAX_SECONDS}; without refreshTokenRotation, rotation is disabled. ` +
            `With rotation, AWS rejects ${REFRESH_FLOW} ("${REFRESH_FLOW} is not a permitted ExplicitAuthFlow when refresh token rotation is enabled"); an app then refreshes tokens with GetTokensFromRefreshToken or at the token endpoint.`,
        fix: `Removes ${REFRESH_FLOW}, and replaces legacy flow names with their current ones, because a list of legacy names alone enables the refresh flow. It changes nothing if no other flow is listed, because an empty list enables the refresh flow too, if legacy flow names are listed together with ${CLIENT_TOKEN_FLOW}, or if feature or retryGracePeriodSeconds is invalid.`,
        sources: [
            "https://docs.aws.amazon.com/cognito/latest/developerguide/amazon-cognito-user-pools-using-the-refresh-token.html",
            "https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_CreateUserPoolClient.html",
        ],
    },
    examples: {
        incorrect: [
            {
                client: {
                    explicitAuthFlows: ["ALLOW_USER_SRP_AUTH", REFRESH_FLOW],
                    refreshTokenRotation: { feature: "ENABLED" },
                },
            },
            {
                client: {
                    explicitAuthFlows: ["ALLOW_USER_SRP_AUTH"],
                    refreshTokenRotation: { feature: "ENABLED", retryGracePeriodSeconds: 120 },
                },
            },
        ],
        correct: [
            {
                client: {
                    explicitAuthFlows: ["ALLOW_USER_SRP_AUTH"],
                    refreshTokenRotation: { feature: "ENABLED", retryGracePeriodSeconds: 30 },
                },
            },
        ],
    },
    checks: [
        ({ refreshTokenRotation }, { report }) => {
            if (!refreshTokenRotation) return;
            const { feature } = refreshTokenRotation;
            if (feature === undefined) report("refreshTokenRotation.feature", messages.noFeature());
            else if (!FEATURES.includes(feature)) report("refreshTokenRotation.feature", messages.unknownFeature(feature));
        },
        ({ refreshTokenRotation }, { report }) => {
            const seconds = refreshTokenRotation?.retryGracePeriodSeconds;
            if (seconds !== undefined && !isGracePeriod(seconds))
                report("refreshTokenRotation.retryGracePeriodSeconds", messages.gracePeriod(seconds));
        },
        (client, { report }) => {
            const hasBoth = allOf(
                () => client.refreshTokenRotation?.feature === "ENABLED",
                () => has(client.explicitAuthFlows, REFRESH_FLOW),
            );
            if (hasBoth) report("explicitAuthFlows", messages.refreshFlow());
        },
    ],
    fix({ refreshTokenRotation: rotation, explicitAuthFlows = [] }) {
        if (rotation?.feature !== "ENABLED" || !isGracePeriod(rotation.retryGracePeriodSeconds)) return {};
        if (explicitAuthFlows.includes(CLIENT_TOKEN_FLOW) && explicitAuthFlows.some(isLegacy)) return {};
        // A list of legacy names alone, or an empty list, enables the refresh flow.
        const flows = replaceLegacy(explicitAuthFlows).filter(flow => flow !== REFRESH_FLOW);
        return flows.length > 0 ? { explicitAuthFlows: flows } : {};
    },
});
