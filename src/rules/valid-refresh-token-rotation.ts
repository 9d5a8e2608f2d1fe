import { has } from "../client";
import { REFRESH_FLOW, withSuccessors } from "../cognito/auth-flows";
import { defineRule } from "../rule";
import { enumerate, nearest } from "../text";

const FEATURES = ["ENABLED", "DISABLED"];
const MAX_SECONDS = 60;

const messages = {
    noFeature: () => `refreshTokenRotation.feature is not set; Cognito takes ${enumerate(FEATURES, "or")}.`,
    unknownFeature: (feature: string) => {
        const meant = nearest(feature, FEATURES);
        return `refreshTokenRotation.feature is "${feature}"; ${meant ? `did you mean ${meant}?` : `Cognito takes ${enumerate(FEATURES, "or")}.`}`;
    },
    gracePeriod: (seconds: number) =>
        `refreshTokenRotation.retryGracePeriodSeconds is ${seconds}; Cognito takes whole numbers from 0 to ${MAX_SECONDS}.`,
    refreshFlow: () => `explicitAuthFlows has ${REFRESH_FLOW} while refreshTokenRotation is ENABLED.`,
};

function isGracePeriod(seconds = 0): boolean {
    return Number.isInteger(seconds) && seconds >= 0 && seconds <= MAX_SECONDS;
}

export default defineRule({
    name: "valid-refresh-token-rotation",
    level: "mandatory",
    severity: "high",
    description:
        "Refresh token rotation must be set as Cognito accepts it, and without the auth flow that it excludes, or the deployment fails.",
    remediation: `With rotation, leave ${REFRESH_FLOW} out of explicitAuthFlows, and let the app call GetTokensFromRefreshToken instead.`,
    url: "https://docs.aws.amazon.com/cognito/latest/developerguide/amazon-cognito-user-pools-using-the-refresh-token.html",
    messages,
    checks: [
        function* ({ refreshTokenRotation }) {
            if (!refreshTokenRotation) return;
            const { feature } = refreshTokenRotation;
            if (feature === undefined) yield messages.noFeature();
            else if (!FEATURES.includes(feature)) yield messages.unknownFeature(feature);
        },
        function* ({ refreshTokenRotation }) {
            const seconds = refreshTokenRotation?.retryGracePeriodSeconds;
            if (seconds !== undefined && !isGracePeriod(seconds)) yield messages.gracePeriod(seconds);
        },
        function* (client) {
            if (client.refreshTokenRotation?.feature === "ENABLED" && has(client.explicitAuthFlows, REFRESH_FLOW))
                yield messages.refreshFlow();
        },
    ],
    fix({ refreshTokenRotation: rotation, explicitAuthFlows = [] }) {
        if (rotation?.feature !== "ENABLED" || !isGracePeriod(rotation.retryGracePeriodSeconds)) return {};
        // Old names left alone in the list would bring the refresh flow back, as would an empty list.
        const flows = withSuccessors(explicitAuthFlows).filter(flow => flow !== REFRESH_FLOW);
        return flows.length > 0 ? { explicitAuthFlows: flows } : {};
    },
});
