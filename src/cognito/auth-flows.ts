import { nearest } from "../util/wording";

/** The legacy flow names, and the current name of each. */
export const SUCCESSORS: ReadonlyMap<string, string> = new Map([
    ["ADMIN_NO_SRP_AUTH", "ALLOW_ADMIN_USER_PASSWORD_AUTH"],
    ["CUSTOM_AUTH_FLOW_ONLY", "ALLOW_CUSTOM_AUTH"],
    ["USER_PASSWORD_AUTH", "ALLOW_USER_PASSWORD_AUTH"],
]);

/** The flow that exchanges a refresh token for new tokens; refresh token rotation excludes it. */
export const REFRESH_FLOW = "ALLOW_REFRESH_TOKEN_AUTH";

/**
 * The flow in which a service gets an access token for itself, without a user. It must be the only flow of a client with a secret.
 * Source: GetClientToken in the API reference, and the page on resource servers in the developer guide; the API model does not list it.
 */
export const CLIENT_TOKEN_FLOW = "ALLOW_CLIENT_TOKEN_AUTH";

/** The flow for custom challenges, which Lambda triggers of the user pool define. */
export const CUSTOM_FLOW = "ALLOW_CUSTOM_AUTH";

/** The flows in which a service exchanges a user's token for another one, by GetDerivedToken. Source: the API model of November 2026. */
const TOKEN_EXCHANGE_FLOWS = ["ALLOW_TOKEN_EXCHANGE_DELEGATION", "ALLOW_TOKEN_EXCHANGE_IMPERSONATION"];

/** The flow in which users choose how to sign in. */
const CHOICE_FLOW = "ALLOW_USER_AUTH";

/** The current names of the flows in which a user signs in and gets a refresh token. */
export const SIGN_IN_FLOWS: readonly string[] = [
    "ALLOW_ADMIN_USER_PASSWORD_AUTH",
    "ALLOW_CUSTOM_AUTH",
    CHOICE_FLOW,
    "ALLOW_USER_PASSWORD_AUTH",
    "ALLOW_USER_SRP_AUTH",
];

/** The allowed values of explicitAuthFlows. Source: ExplicitAuthFlowsType in the API model, and CLIENT_TOKEN_FLOW. */
export const AUTH_FLOWS: readonly string[] = [
    ...[...SIGN_IN_FLOWS, REFRESH_FLOW, ...TOKEN_EXCHANGE_FLOWS, CLIENT_TOKEN_FLOW].sort(),
    ...SUCCESSORS.keys(),
];

/** Flows in which the app sends the user's password to Cognito. */
export const PASSWORD_FLOWS: readonly string[] = ["ALLOW_USER_PASSWORD_AUTH", "USER_PASSWORD_AUTH"];

/** Flows in which a server with AWS credentials sends the user's password. */
export const ADMIN_PASSWORD_FLOWS: readonly string[] = ["ALLOW_ADMIN_USER_PASSWORD_AUTH", "ADMIN_NO_SRP_AUTH"];

/** Flows that need a user pool in the Essentials or Plus tier. Source: the developer guide, pages on feature plans and token exchange. */
export const ESSENTIALS_FLOWS: readonly string[] = [CHOICE_FLOW, ...TOKEN_EXCHANGE_FLOWS];

/**
 * Flows of operations that issue tokens with the scopes in allowedOauthScopes, without the OAuth endpoints.
 * Source: GetClientToken and GetDerivedToken in the API reference.
 */
export const SCOPED_FLOWS: readonly string[] = [CLIENT_TOKEN_FLOW, ...TOKEN_EXCHANGE_FLOWS];

/** Legacy names with the prefix of the current names in front: a common mistake. */
const PREFIXED_LEGACY: ReadonlyMap<string, string> = new Map([...SUCCESSORS].map(([legacy, current]) => [`ALLOW_${legacy}`, current]));

/**
 * Returns the flow that a misspelled name probably stands for. A name with CLIENT or TOKEN is compared only with flows that have the
 * word: others would open a client for services to users.
 */
export function nearestAuthFlow(flow: string): string | undefined {
    const name = `ALLOW_${flow.toUpperCase().replace(/^ALLOW_/, "")}`;
    const word = ["CLIENT", "TOKEN"].find(part => name.includes(part)) ?? "";
    const candidates = AUTH_FLOWS.filter(candidate => candidate.includes(word));
    return PREFIXED_LEGACY.get(name) ?? nearest(name, candidates);
}

/** Whether a user signs in with a flow and gets a refresh token. */
export function isSignIn(flow: string): boolean {
    return SIGN_IN_FLOWS.includes(flow) || isLegacy(flow);
}

/** Whether a name is a legacy one, which Cognito rejects next to current names. */
export function isLegacy(flow: string): boolean {
    return SUCCESSORS.has(flow);
}

/** Whether a name has the prefix of the current names. */
export function isCurrent(flow: string): boolean {
    return flow.startsWith("ALLOW_");
}

/** Replaces legacy names with their current ones, without duplicates. */
export function replaceLegacy(flows: readonly string[]): string[] {
    return [...new Set(flows.map(flow => SUCCESSORS.get(flow) ?? flow))];
}
