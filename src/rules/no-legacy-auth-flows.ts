import { known } from "../client";
import { isCurrent, isLegacy, SUCCESSORS, withSuccessors } from "../cognito/auth-flows";
import { defineRule } from "../rule";
import { enumerate } from "../text";

const messages = {
    legacy: (flows: readonly string[]) =>
        `explicitAuthFlows has ${enumerate(flows.map(flow => `${flow} (today ${SUCCESSORS.get(flow)})`))}.`,
};

export default defineRule({
    name: "no-legacy-auth-flows",
    level: "mandatory",
    severity: "medium",
    description: "Auth flow names without the ALLOW_ prefix are deprecated.",
    remediation:
        "List ALLOW_USER_SRP_AUTH and ALLOW_REFRESH_TOKEN_AUTH too if the app uses them: a list of old names includes them, a list of new ones does not.",
    url: "https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_CreateUserPoolClient.html",
    messages,
    checks: [
        function* ({ explicitAuthFlows }) {
            const legacy = (yield* known(explicitAuthFlows)).filter(isLegacy);
            if (legacy.length > 0) yield messages.legacy(legacy);
        },
    ],
    fix({ explicitAuthFlows = [], refreshTokenRotation }) {
        const flows = withSuccessors(explicitAuthFlows);
        if (explicitAuthFlows.some(isCurrent)) return { explicitAuthFlows: flows };
        // A list of old names leaves SRP and refresh open, CUSTOM_AUTH_FLOW_ONLY refresh alone; rotation and the refresh flow exclude each other.
        const implied = [
            ...(explicitAuthFlows.includes("CUSTOM_AUTH_FLOW_ONLY") ? [] : ["ALLOW_USER_SRP_AUTH"]),
            ...(refreshTokenRotation?.feature === "ENABLED" ? [] : ["ALLOW_REFRESH_TOKEN_AUTH"]),
        ];
        return { explicitAuthFlows: [...new Set([...flows, ...implied])] };
    },
});
