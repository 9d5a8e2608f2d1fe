import { isLegacy, REFRESH_FLOW } from "../cognito/auth-flows";
import { usesCodeFlow } from "../cognito/oauth";
import type { Client } from "../core/client";
import { defineRule } from "../core/rule";
import { enumerate } from "../util/wording";

const messages = {
    defaultFlows: () => `is not set; the default includes ${REFRESH_FLOW}, with which refresh token rotation does not work.`,
    defaultFlowsWithCode: () => `is not set; the default includes ${REFRESH_FLOW}, so tokens can also be refreshed without rotation.`,
    legacyFlows: (flows: readonly string[]) => `has ${enumerate(flows)}; refresh token rotation does not work with legacy flow names.`,
};

/** Whether the token endpoint may rotate refresh tokens. If that is unknown, it counts as yes, since that message claims less. */
function mayUseCodeFlow(client: Client): boolean {
    try {
        return usesCodeFlow(client);
    } catch {
        return true;
    }
}

export default defineRule({
    name: "no-ineffective-refresh-token-rotation",
    title: "No ineffective refresh token rotation",
    category: "security",
    level: "advisory",
    severity: "medium",
    description: `Refresh token rotation needs explicitAuthFlows with current names and without ${REFRESH_FLOW}; otherwise, it fails or can be bypassed.`,
    remediation: `List the auth flows that the app uses by their ALLOW_ names, but not ${REFRESH_FLOW}.`,
    standards: [],
    docs: {
        details:
            `If explicitAuthFlows is not set or empty, the client has ${REFRESH_FLOW}, ALLOW_USER_SRP_AUTH and ALLOW_CUSTOM_AUTH, and rotation does not work together with the first of them. ` +
            `In a client with the OAuth flow code, the token endpoint still rotates refresh tokens, but ${REFRESH_FLOW} also refreshes tokens without rotation. ` +
            "With legacy names such as ADMIN_NO_SRP_AUTH, Cognito rejects the requests that rotate a refresh token (NotAuthorizedException: Invalid Refresh Token). " +
            `A list that names ${REFRESH_FLOW} is reported by valid-refresh-token-rotation, because AWS rejects it.`,
        whenNotToUse: "Exempt clients of apps that refresh tokens without rotation until they are migrated.",
        sources: ["https://docs.aws.amazon.com/cognito/latest/developerguide/amazon-cognito-user-pools-using-the-refresh-token.html"],
    },
    examples: {
        incorrect: [
            { client: { refreshTokenRotation: { feature: "ENABLED", retryGracePeriodSeconds: 10 } } },
            {
                client: {
                    explicitAuthFlows: ["ADMIN_NO_SRP_AUTH"],
                    refreshTokenRotation: { feature: "ENABLED", retryGracePeriodSeconds: 10 },
                },
            },
        ],
        correct: [
            {
                client: {
                    explicitAuthFlows: ["ALLOW_USER_SRP_AUTH"],
                    refreshTokenRotation: { feature: "ENABLED", retryGracePeriodSeconds: 10 },
                },
            },
        ],
    },
    checks: [
        (client, { report, filter }) => {
            if (client.refreshTokenRotation?.feature !== "ENABLED") return;
            if (client.explicitAuthFlows === undefined)
                report("explicitAuthFlows", mayUseCodeFlow(client) ? messages.defaultFlowsWithCode() : messages.defaultFlows());
            const legacy = filter(client.explicitAuthFlows, isLegacy);
            if (legacy.length > 0) report("explicitAuthFlows", messages.legacyFlows(legacy));
        },
    ],
});
