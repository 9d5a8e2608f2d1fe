import { AUTH_FLOWS, CLIENT_TOKEN_FLOW, isCurrent, isLegacy, REFRESH_FLOW, replaceLegacy, SUCCESSORS } from "../cognito/auth-flows";
import { has } from "../core/properties";
import { defineRule } from "../core/rule";
import { enumerate, nearest } from "../util/wording";
import { invalidNames } from "./shared/invalid-names";
import { withSuccessor } from "./shared/legacy-flows";

const CURRENT_FLOWS = AUTH_FLOWS.filter(isCurrent);
const COMBINABLE_FLOWS = CURRENT_FLOWS.filter(flow => flow !== CLIENT_TOKEN_FLOW);

/** Legacy names with the prefix of the current names in front: a common mistake. */
const PREFIXED_LEGACY: ReadonlyMap<string, string> = new Map([...SUCCESSORS].map(([legacy, current]) => [`ALLOW_${legacy}`, current]));

const messages = {
    unknownFlows: (flows: readonly string[]) => invalidNames(flows, suggestFlow, "an auth flow", "auth flows"),
    mixed: (flows: readonly string[]) =>
        `has ${enumerate(flows.map(withSuccessor))}, which cannot be combined with names that start with ALLOW_.`,
    notAlone: (flows: readonly string[]) =>
        `has ${CLIENT_TOKEN_FLOW} together with ${enumerate(flows)}; ${CLIENT_TOKEN_FLOW} must be the only flow.`,
    noSecret: () => `has ${CLIENT_TOKEN_FLOW}, which requires generateSecret to be true.`,
};

/** A name with CLIENT or TOKEN is compared only with flows that have the word: others would open a client for services to users. */
function suggestFlow(flow: string): string | undefined {
    const name = `ALLOW_${flow.toUpperCase().replace(/^ALLOW_/, "")}`;
    const word = ["CLIENT", "TOKEN"].find(part => name.includes(part)) ?? "";
    return (
        PREFIXED_LEGACY.get(name) ??
        nearest(
            name,
            AUTH_FLOWS.filter(candidate => candidate.includes(word)),
        )
    );
}

function isAccepted(flow: string, { additionalFlows }: { readonly additionalFlows: readonly string[] }): boolean {
    return AUTH_FLOWS.includes(flow) || additionalFlows.includes(flow);
}

export default defineRule({
    name: "valid-auth-flows",
    title: "Valid authentication flows",
    category: "deployability",
    level: "mandatory",
    severity: "high",
    description: "Auth flows must exist and be used only with flows and settings that they can be combined with, or the deployment fails.",
    remediation:
        `Use one or more of ${enumerate(COMBINABLE_FLOWS)}, or ${CLIENT_TOKEN_FLOW} alone with generateSecret set to true. ` +
        "If AWS has added the name since, list it in the option additionalFlows.",
    standards: [],
    options: {
        additionalFlows: {
            type: "array",
            items: { type: "string", minLength: 1 },
            default: [] as string[],
            description: "Names of auth flows to accept besides the known ones, such as flows that AWS has added since.",
        },
    },
    docs: {
        details:
            `Cognito accepts ${CURRENT_FLOWS.length} current names, in upper case: ${enumerate(CURRENT_FLOWS)}. ` +
            `It also accepts the ${SUCCESSORS.size} legacy names ${enumerate([...SUCCESSORS.keys()])}, but not together with current ones. ` +
            `${CLIENT_TOKEN_FLOW}, with which a service gets an access token without a user, must be the only flow and requires generateSecret; setting it later replaces the client. ` +
            "Version 7.48 of Pulumi's provider rejects this flow and the token exchange flows, which are newer. " +
            `The default, also for an empty list, is ALLOW_CUSTOM_AUTH, ${REFRESH_FLOW} and ALLOW_USER_SRP_AUTH. ` +
            "The option additionalFlows accepts more names; other rules treat them neither as legacy names nor as flows in which users sign in.",
        fix: `Replaces each legacy name in a list that has both kinds of names with its current one, without duplicates. It changes nothing if the list has ${CLIENT_TOKEN_FLOW} or a name that is not accepted.`,
        sources: [
            "https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_CreateUserPoolClient.html",
            "https://docs.aws.amazon.com/cognito/latest/developerguide/amazon-cognito-user-pools-authentication-flow-methods.html",
            "https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_GetClientToken.html",
            "https://docs.aws.amazon.com/cognito/latest/developerguide/cognito-user-pools-token-exchange.html",
        ],
    },
    examples: {
        incorrect: [
            { client: { explicitAuthFlows: ["USER_SRP_AUTH", "REFRESH_TOKEN_AUTH"] } },
            { client: { explicitAuthFlows: ["ADMIN_NO_SRP_AUTH", "ALLOW_REFRESH_TOKEN_AUTH"] } },
            { client: { explicitAuthFlows: ["ALLOW_CLIENT_TOKEN_AUTH", "ALLOW_REFRESH_TOKEN_AUTH"], generateSecret: true } },
        ],
        correct: [
            { client: { explicitAuthFlows: ["ALLOW_USER_SRP_AUTH", "ALLOW_REFRESH_TOKEN_AUTH"] } },
            { client: { explicitAuthFlows: ["ALLOW_CLIENT_TOKEN_AUTH"], generateSecret: true, allowedOauthScopes: ["orders/read"] } },
        ],
    },
    checks: [
        ({ explicitAuthFlows }, { options, report, filter }) => {
            const unknown = filter(explicitAuthFlows, flow => !isAccepted(flow, options));
            if (unknown.length > 0) report("explicitAuthFlows", messages.unknownFlows(unknown));
        },
        ({ explicitAuthFlows }, { report, filter }) => {
            const flows = filter(explicitAuthFlows);
            const legacy = flows.filter(isLegacy);
            if (legacy.length > 0 && flows.some(isCurrent)) report("explicitAuthFlows", messages.mixed(legacy));
        },
        ({ explicitAuthFlows }, { options, report, filter }) => {
            if (!has(explicitAuthFlows, CLIENT_TOKEN_FLOW)) return;
            const others = filter(explicitAuthFlows, flow => flow !== CLIENT_TOKEN_FLOW && isAccepted(flow, options));
            if (others.length > 0) report("explicitAuthFlows", messages.notAlone(others));
        },
        (client, { report }) => {
            if (has(client.explicitAuthFlows, CLIENT_TOKEN_FLOW) && !client.generateSecret)
                report("explicitAuthFlows", messages.noSecret());
        },
    ],
    fix({ explicitAuthFlows = [] }, options) {
        const isCertain = explicitAuthFlows.every(flow => isAccepted(flow, options) && flow !== CLIENT_TOKEN_FLOW);
        return isCertain ? { explicitAuthFlows: replaceLegacy(explicitAuthFlows) } : {};
    },
});
