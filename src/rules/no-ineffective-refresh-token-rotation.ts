import { known } from "../client";
import { isLegacy, REFRESH_FLOW } from "../cognito/auth-flows";
import { defineRule } from "../rule";
import { enumerate } from "../text";

const messages = {
    defaultFlows: () => `refreshTokenRotation is ENABLED and explicitAuthFlows is not set, which means ${REFRESH_FLOW} among others.`,
    legacyFlows: (flows: readonly string[]) =>
        `refreshTokenRotation is ENABLED and explicitAuthFlows has ${enumerate(flows)}, with which Cognito refuses to rotate.`,
};

export default defineRule({
    name: "no-ineffective-refresh-token-rotation",
    level: "advisory",
    severity: "medium",
    description: "Refresh token rotation does not work beside the auth flow that refreshes without it, nor with old names of flows.",
    remediation: `List in explicitAuthFlows the flows that the app uses by the names that begin with ALLOW_, without ${REFRESH_FLOW}.`,
    url: "https://docs.aws.amazon.com/cognito/latest/developerguide/amazon-cognito-user-pools-using-the-refresh-token.html",
    messages,
    checks: [
        function* (client) {
            if (client.refreshTokenRotation?.feature !== "ENABLED") return;
            if (client.explicitAuthFlows === undefined) yield messages.defaultFlows();
            const legacy = (yield* known(client.explicitAuthFlows)).filter(isLegacy);
            if (legacy.length > 0) yield messages.legacyFlows(legacy);
        },
    ],
});
