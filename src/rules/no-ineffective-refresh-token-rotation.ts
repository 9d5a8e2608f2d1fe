import { isLegacy, REFRESH_FLOW } from "../cognito/auth-flows";
import { usesOnlyClientCredentials } from "../cognito/clients";
import { allOf, some } from "../core/properties";
import { defineRule } from "../core/rule";
import { value } from "../core/values";
import { enumerate } from "../util/wording";
import { notSet } from "./shared/not-set";

const messages = {
    defaultFlows: (state: string) => `${state}; the default includes ${REFRESH_FLOW}.`,
    legacyFlows: (flows: readonly string[]) => `has the legacy ${flows.length === 1 ? "name" : "names"} ${value(enumerate(flows))}.`,
};

export default defineRule({
    name: "no-ineffective-refresh-token-rotation",
    title: "No ineffective refresh token rotation",
    category: "security",
    level: "advisory",
    severity: "medium",
    description: `Refresh token rotation fails or can be bypassed with ${REFRESH_FLOW} or legacy auth flows.`,
    remediation: `List the auth flows by their current names, without ${REFRESH_FLOW}.`,
    standards: [],
    docs: {
        details:
            `If explicitAuthFlows is not set or empty, the client has ${REFRESH_FLOW}, ALLOW_USER_SRP_AUTH and ALLOW_CUSTOM_AUTH, and rotation does not work with the first of them. ` +
            `In a client with the OAuth flow code, the token endpoint rotates refresh tokens, but ${REFRESH_FLOW} also refreshes tokens without rotation. ` +
            "With legacy names such as ADMIN_NO_SRP_AUTH, Cognito rejects the requests that rotate a refresh token (NotAuthorizedException: Invalid Refresh Token). " +
            `AWS rejects a list that names ${REFRESH_FLOW}, which valid-refresh-token-rotation reports. The rule skips clients for services, which have no refresh tokens.`,
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
            const isViolated = allOf(
                () => client.refreshTokenRotation?.feature === "ENABLED",
                () => client.explicitAuthFlows === undefined || some(client.explicitAuthFlows, isLegacy),
                () => !usesOnlyClientCredentials(client), // other clients for services list ALLOW_CLIENT_TOKEN_AUTH
            );
            if (!isViolated) return;
            const legacy = filter(client.explicitAuthFlows, isLegacy);
            const problem = legacy.length > 0 ? messages.legacyFlows(legacy) : messages.defaultFlows(notSet(client, "explicitAuthFlows"));
            report("explicitAuthFlows", problem);
        },
    ],
});
