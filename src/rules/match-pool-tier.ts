import { has } from "../client";
import { defineStackRule } from "../rule";

const messages = {
    userAuth: (pool: string) => `explicitAuthFlows has ALLOW_USER_AUTH, and the user pool ${pool} is in the Lite tier.`,
    rotation: (pool: string) => `refreshTokenRotation.feature is ENABLED, and the user pool ${pool} is in the Lite tier.`,
};

export default defineStackRule({
    name: "match-pool-tier",
    level: "mandatory",
    severity: "high",
    description: "Choice-based sign-in and refresh token rotation need a user pool in the Essentials tier or above.",
    remediation: "Set the user pool's userPoolTier to ESSENTIALS or PLUS, or do without.",
    url: "https://docs.aws.amazon.com/cognito/latest/developerguide/cognito-sign-in-feature-plans.html",
    messages,
    checks: [
        function* ({ explicitAuthFlows, pool }) {
            if (has(explicitAuthFlows, "ALLOW_USER_AUTH") && pool.userPoolTier === "LITE") yield messages.userAuth(pool.name);
        },
        function* ({ refreshTokenRotation, pool }) {
            if (refreshTokenRotation?.feature === "ENABLED" && pool.userPoolTier === "LITE") yield messages.rotation(pool.name);
        },
    ],
});
