import { known } from "../client";
import { AUTH_FLOWS, isCurrent, isLegacy, SUCCESSORS, withSuccessors } from "../cognito/auth-flows";
import { defineRule } from "../rule";
import { didYouMean, enumerate, nearest } from "../text";

/** The names that people make up by putting the prefix before an old name. */
const MADE_UP: ReadonlyMap<string, string> = new Map([...SUCCESSORS].map(([legacy, successor]) => [`ALLOW_${legacy}`, successor]));

const messages = {
    unknownFlows: (flows: readonly string[]) => `explicitAuthFlows has ${enumerate(flows.map(question))}.`,
    mixed: (flows: readonly string[]) =>
        `explicitAuthFlows has ${enumerate(flows.map(flow => `${flow} (today ${SUCCESSORS.get(flow)})`))} beside names that begin with ALLOW_.`,
};

function question(flow: string): string {
    const name = `ALLOW_${flow.toUpperCase().replace(/^ALLOW_/, "")}`;
    const meant = MADE_UP.get(name) ?? nearest(name, AUTH_FLOWS);
    return `"${flow}", which is no auth flow${didYouMean(meant)}`;
}

export default defineRule({
    name: "valid-auth-flows",
    level: "mandatory",
    severity: "high",
    description: "Auth flows must be ones that Cognito knows, and old names cannot stand beside new ones, or the deployment fails.",
    remediation: `Use only names that begin with ALLOW_: ${enumerate(AUTH_FLOWS.filter(isCurrent), "or")}.`,
    url: "https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_CreateUserPoolClient.html",
    messages,
    checks: [
        function* ({ explicitAuthFlows }) {
            const unknown = (yield* known(explicitAuthFlows)).filter(flow => !AUTH_FLOWS.includes(flow));
            if (unknown.length > 0) yield messages.unknownFlows(unknown);
        },
        function* ({ explicitAuthFlows }) {
            const flows = yield* known(explicitAuthFlows);
            const legacy = flows.filter(isLegacy);
            if (legacy.length > 0 && flows.some(isCurrent)) yield messages.mixed(legacy);
        },
    ],
    fix: ({ explicitAuthFlows = [] }) =>
        explicitAuthFlows.every(flow => AUTH_FLOWS.includes(flow)) ? { explicitAuthFlows: withSuccessors(explicitAuthFlows) } : {},
});
