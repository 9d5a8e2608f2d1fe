import {
    AUTH_FLOWS,
    CLIENT_TOKEN_FLOW,
    isCurrent,
    isLegacy,
    nearestAuthFlow,
    REFRESH_FLOW,
    replaceLegacy,
    SIGN_IN_FLOWS,
    SUCCESSORS,
} from "../cognito/auth-flows";
import { allOf, has } from "../core/properties";
import { defineRule } from "../core/rule";
import { value } from "../core/values";
import { enumerate } from "../util/wording";
import { checkElements } from "./shared/check-elements";
import { invalidNames } from "./shared/invalid-names";
import { withSuccessor } from "./shared/legacy-flows";
import { joinedNames, suggest, suggestList } from "./shared/suggestions";

const CURRENT_FLOWS = AUTH_FLOWS.filter(isCurrent);

const defects = {
    unknown: (flows: readonly string[]) => {
        const problem = invalidNames(flows, hintFor, "an auth flow", "auth flows");
        return flows.some(hintFor) ? problem : `${problem} Users sign in with ${enumerate(SIGN_IN_FLOWS, "or")}.`;
    },
};

const messages = {
    mixed: (flows: readonly string[]) =>
        `has ${enumerate(flows.map(withSuccessor))}, which cannot be combined with names that start with ALLOW_.`,
    notAlone: (flows: readonly string[]) =>
        `has ${CLIENT_TOKEN_FLOW} together with ${enumerate(flows.map(value))}; it must be the only flow.`,
    noSecret: () => `has ${CLIENT_TOKEN_FLOW}, which requires generateSecret to be true.`,
};

function hintFor(name: string): string {
    return suggestList(name, "explicitAuthFlows") || suggest(joinedNames(name, nearestAuthFlow) ?? nearestAuthFlow(name));
}

interface Options {
    readonly additionalFlows: readonly string[];
}

function isAccepted(flow: string, { additionalFlows }: Options): boolean {
    return AUTH_FLOWS.includes(flow) || additionalFlows.includes(flow);
}

export default defineRule({
    name: "valid-auth-flows",
    title: "Valid authentication flows",
    category: "deployability",
    level: "mandatory",
    severity: "high",
    description: "explicitAuthFlows must list existing flows that can be combined.",
    remediation: `Use names that start with ALLOW_, and ${CLIENT_TOKEN_FLOW} only alone, with a secret.`,
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
            "If AWS has added a name since, list it in the option additionalFlows; other rules treat it neither as a legacy name nor as a flow in which users sign in. " +
            "OAuth flows such as code belong in allowedOauthFlows.",
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
            { client: { explicitAuthFlows: ["USER_SRP_AUTH", "ALLOW_REFRESH_TOKEN_AUTH"] } },
            { client: { explicitAuthFlows: ["ADMIN_NO_SRP_AUTH", "ALLOW_REFRESH_TOKEN_AUTH"] } },
            { client: { explicitAuthFlows: ["ALLOW_CLIENT_TOKEN_AUTH", "ALLOW_REFRESH_TOKEN_AUTH"], generateSecret: true } },
        ],
        correct: [
            { client: { explicitAuthFlows: ["ALLOW_USER_SRP_AUTH", "ALLOW_REFRESH_TOKEN_AUTH"] } },
            { client: { explicitAuthFlows: ["ALLOW_CLIENT_TOKEN_AUTH"], generateSecret: true, allowedOauthScopes: ["orders/read"] } },
        ],
    },
    checks: [
        checkElements("explicitAuthFlows", (flow, options: Options) => (isAccepted(flow, options) ? undefined : "unknown"), defects),
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
            const lacksSecret = allOf(
                () => has(client.explicitAuthFlows, CLIENT_TOKEN_FLOW),
                () => !client.generateSecret,
            );
            if (lacksSecret) report("explicitAuthFlows", messages.noSecret());
        },
    ],
    fix({ explicitAuthFlows = [] }, options) {
        const isCertain = explicitAuthFlows.every(flow => isAccepted(flow, options) && flow !== CLIENT_TOKEN_FLOW);
        return isCertain ? { explicitAuthFlows: replaceLegacy(explicitAuthFlows) } : {};
    },
});
