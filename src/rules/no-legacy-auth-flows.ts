import { AUTH_FLOWS, CLIENT_TOKEN_FLOW, isLegacy, REFRESH_FLOW, replaceLegacy } from "../cognito/auth-flows";
import { defineRule } from "../core/rule";
import { enumerate } from "../util/wording";
import { withSuccessor } from "./shared/legacy-flows";

const messages = {
    legacy: (flows: readonly string[]) => `has the legacy ${flows.length === 1 ? "name" : "names"} ${enumerate(flows.map(withSuccessor))}.`,
};

export default defineRule({
    name: "no-legacy-auth-flows",
    title: "No legacy auth flow names",
    category: "security",
    level: "mandatory",
    severity: "medium",
    description: "Auth flow names without the prefix ALLOW_ are legacy.",
    remediation: "Use the current names; legacy ones also enable ALLOW_USER_SRP_AUTH and ALLOW_REFRESH_TOKEN_AUTH.",
    standards: [],
    docs: {
        details:
            "AWS has replaced the names ADMIN_NO_SRP_AUTH, CUSTOM_AUTH_FLOW_ONLY and USER_PASSWORD_AUTH. " +
            "A list of legacy names also enables flows that it does not name, such as SRP (except for CUSTOM_AUTH_FLOW_ONLY) and the refresh of tokens, so it hides how users can sign in.",
        fix:
            `Replaces each legacy name with its current one, and adds what a list of legacy names enables as well: ALLOW_USER_SRP_AUTH (except for CUSTOM_AUTH_FLOW_ONLY) and ${REFRESH_FLOW} (except with refresh token rotation). ` +
            `It adds nothing to a list that already has current names, and changes nothing if the list has ${CLIENT_TOKEN_FLOW} or a name that is not an auth flow.`,
        whenNotToUse: "Lower the level while apps that rely on the flows enabled by a legacy list are migrated.",
        sources: ["https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_CreateUserPoolClient.html"],
    },
    examples: {
        incorrect: [{ client: { explicitAuthFlows: ["ADMIN_NO_SRP_AUTH"] } }],
        correct: [{ client: { explicitAuthFlows: ["ALLOW_ADMIN_USER_PASSWORD_AUTH", REFRESH_FLOW] } }],
    },
    checks: [
        ({ explicitAuthFlows }, { report, filter }) => {
            const legacy = filter(explicitAuthFlows, isLegacy);
            if (legacy.length > 0) report("explicitAuthFlows", messages.legacy(legacy));
        },
    ],
    fix({ explicitAuthFlows = [], refreshTokenRotation }) {
        // A client for services must not get flows for users, and a misspelled name may be ALLOW_CLIENT_TOKEN_AUTH.
        if (!explicitAuthFlows.every(flow => AUTH_FLOWS.includes(flow) && flow !== CLIENT_TOKEN_FLOW)) return {};
        const flows = replaceLegacy(explicitAuthFlows);
        if (!explicitAuthFlows.every(isLegacy)) return { explicitAuthFlows: flows };
        const implied = [
            ...(explicitAuthFlows.includes("CUSTOM_AUTH_FLOW_ONLY") ? [] : ["ALLOW_USER_SRP_AUTH"]),
            ...(refreshTokenRotation?.feature === "ENABLED" ? [] : [REFRESH_FLOW]), // rotation excludes it
        ];
        return { explicitAuthFlows: [...new Set([...flows, ...implied])] };
    },
});
