import { ESSENTIALS_FLOWS } from "../cognito/auth-flows";
import { allOf, some } from "../core/properties";
import { defineRule } from "../core/rule";
import type { Pool } from "../core/user-pools";
import { value } from "../core/values";
import { enumerate } from "../util/wording";

const messages = {
    flows: (flows: readonly string[], pool: string) =>
        `has ${value(enumerate(flows))}, but the user pool ${value(pool)} is in the Lite tier.`,
    rotation: (pool: string) => `is ${value("ENABLED")}, but the user pool ${value(pool)} is in the Lite tier.`,
};

function needsEssentials(flow: string): boolean {
    return ESSENTIALS_FLOWS.includes(flow);
}

function isLite({ userPoolTier }: Pool): boolean {
    return userPoolTier === "LITE";
}

export default defineRule({
    name: "match-pool-tier",
    title: "Features of the user pool's tier",
    category: "consistency",
    scope: "stack",
    level: "mandatory",
    severity: "high",
    description: "Choice-based sign-in, token exchange and rotation need the Essentials or Plus tier.",
    remediation: "Set userPoolTier to ESSENTIALS or PLUS.",
    standards: [],
    docs: {
        details:
            `Choice-based sign-in (ALLOW_USER_AUTH), token exchange (${enumerate(ESSENTIALS_FLOWS.filter(flow => flow !== "ALLOW_USER_AUTH"))}) and refreshTokenRotation are features of the Essentials and Plus tiers. ` +
            "AWS rejects a client that uses one of them in a user pool with userPoolTier LITE. A user pool without userPoolTier is in the Essentials tier.",
        sources: [
            "https://docs.aws.amazon.com/cognito/latest/developerguide/cognito-sign-in-feature-plans.html",
            "https://docs.aws.amazon.com/cognito/latest/developerguide/cognito-user-pools-token-exchange.html",
        ],
    },
    examples: {
        incorrect: [{ pool: { userPoolTier: "LITE" }, client: { explicitAuthFlows: ["ALLOW_USER_AUTH", "ALLOW_REFRESH_TOKEN_AUTH"] } }],
        correct: [{ pool: { userPoolTier: "ESSENTIALS" }, client: { explicitAuthFlows: ["ALLOW_USER_AUTH", "ALLOW_REFRESH_TOKEN_AUTH"] } }],
    },
    checks: [
        (client, { pool, report, filter }) => {
            const isViolated = allOf(
                () => some(client.explicitAuthFlows, needsEssentials),
                () => isLite(pool),
            );
            if (isViolated) report("explicitAuthFlows", messages.flows(filter(client.explicitAuthFlows, needsEssentials), pool.name));
        },
        ({ refreshTokenRotation }, { pool, report }) => {
            const isViolated = allOf(
                () => refreshTokenRotation?.feature === "ENABLED",
                () => isLite(pool),
            );
            if (isViolated) report("refreshTokenRotation.feature", messages.rotation(pool.name));
        },
    ],
});
