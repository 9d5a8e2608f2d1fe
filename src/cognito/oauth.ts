import type { Client } from "../core/client";
import { allOf, has } from "../core/properties";
import { splitJoined } from "../util/split-joined";
import { nearest } from "../util/wording";

/** The allowed values of allowedOauthFlows. Source: OAuthFlowType in the API model. */
export const OAUTH_FLOWS: readonly string[] = ["code", "implicit", "client_credentials"];

/** Names of OAuth flows in other notations, in lower case and without separators, and Cognito's names. */
const NOTATIONS: ReadonlyMap<string, string> = new Map([
    ["code", "code"],
    ["authcode", "code"],
    ["authorizationcode", "code"],
    ["implicit", "implicit"],
    ["clientcredential", "client_credentials"],
    ["clientcredentials", "client_credentials"],
]);

/** Returns the OAuth flow that a name in any notation stands for: `authorization_code`, `ALLOW_AUTH_CODE_FLOW`. */
export function oauthFlowOf(name: string): string | undefined {
    const letters = name.toLowerCase().replace(/[^a-z]/g, "");
    return NOTATIONS.get(letters.replace(/^(allow)?(oauth)?/, "").replace(/(auth|flow|grant)*$/, ""));
}

/** Returns the OAuth flow that a misspelled name probably stands for; `token` is the response_type of the implicit flow. */
export function nearestOauthFlow(name: string): string | undefined {
    const near = nearest(name, [...OAUTH_FLOWS, "authorization_code", "token"]);
    return oauthFlowOf(name) ?? (near === "token" ? "implicit" : near && oauthFlowOf(near));
}

/** Whether a user signs in with a flow and is redirected to a callback URL. */
export function isSignInFlow(flow: string): boolean {
    return flow === "code" || flow === "implicit";
}

/** Whether users of a client sign in with an authorization code, which the token endpoint exchanges for tokens. */
export function usesCodeFlow(client: Client): boolean {
    return allOf(
        () => client.allowedOauthFlowsUserPoolClient === true,
        () => has(client.allowedOauthFlows, "code"),
    );
}

/** Lets an app change its user's attributes, password and devices. */
export const USER_ADMIN_SCOPE = "aws.cognito.signin.user.admin";

/** The scopes that add user attributes to those of openid. */
export const ATTRIBUTE_SCOPES: readonly string[] = ["email", "phone", "profile"];

/** The scopes that every user pool has; resource servers define all others. Source: the developer guide, page on resource servers. */
export const SYSTEM_SCOPES: readonly string[] = ["openid", ...ATTRIBUTE_SCOPES, USER_ADMIN_SCOPE];

export const MAX_SCOPES = 50;

/**
 * Why no user pool can have a scope. `several`: it is several scopes. `offline`: the scope with which other services issue refresh
 * tokens. `unknown`: neither a system scope nor `identifier/scope`.
 */
export type ScopeDefect = "several" | "characters" | "length" | "offline" | "unknown";

/** Returns why no user pool can have a scope; undefined if one can. */
export function scopeDefect(scope: string): ScopeDefect | undefined {
    return scopesIn(scope) ? "several" : defectOfOne(scope);
}

/** Whether Cognito rejects a scope of a client. Throws UnknownValueError if it depends on an unknown OAuth flow. */
export function isRejectedScope(client: Client, scope: string): boolean {
    return scopeDefect(scope) !== undefined || (isSystemScope(scope) && has(client.allowedOauthFlows, "client_credentials"));
}

/** Returns the system scope that a misspelled name probably stands for. */
export function nearestScope(name: string): string | undefined {
    return /^(aws\W)?cognito.*admin$/i.test(name) ? USER_ADMIN_SCOPE : nearest(name, SYSTEM_SCOPES);
}

/** Whether every user pool has a scope. */
export function isSystemScope(scope: string): boolean {
    return SYSTEM_SCOPES.includes(scope);
}

/** `identifier/scope`: the identifier may be a URL, the scope has no slash. */
const RESOURCE_SERVER_SCOPE = /.\/[^/]+$/;

function defectOfOne(scope: string): Exclude<ScopeDefect, "several"> | undefined {
    if (!/^[\x21\x23-\x5B\x5D-\x7E]*$/.test(scope)) return "characters";
    if (scope.length < 1 || scope.length > 256) return "length";
    if (isSystemScope(scope) || RESOURCE_SERVER_SCOPE.test(scope)) return undefined;
    return /^offline([_-]?access)?$/i.test(scope) ? "offline" : "unknown";
}

function isScope(scope: string): boolean {
    return defectOfOne(scope) === undefined;
}

/** What joins scopes, in a list, in a scope parameter or in a URL. */
const SEPARATORS = /(?:[\s,;|+&]|%20|%2C)+/i;

const SYSTEM_SCOPE = new RegExp(SYSTEM_SCOPES.map(scope => scope.replaceAll(".", "\\.")).join("|"), "g");

/** System scopes in a row, such as `openidemail`. */
const SYSTEM_SCOPES_IN_A_ROW = new RegExp(`^(?:(?:${SYSTEM_SCOPE.source})[-_.:]?)+$`, "i");

/**
 * Returns the scopes in an element that is certainly not one scope, without duplicates: `openid email,profile`, `openidemail`.
 * Commas and semicolons may be characters of a scope, so `api/read,write` is one.
 */
export function scopesIn(element: string): string[] | undefined {
    const hasDefect = !isScope(element);
    const parts = splitJoined(element, hasDefect ? SEPARATORS : /[,;]/).flatMap(splitSystemScopes);
    const areScopes = parts.every(isScope);
    const areCertain = hasDefect
        ? areScopes || parts.some(isSystemScope)
        : areScopes && (parts.some(isSystemScope) || haveOneServer(parts));
    return parts.length > 1 && areCertain ? [...new Set(parts)] : undefined;
}

function splitSystemScopes(part: string): readonly string[] {
    return SYSTEM_SCOPES_IN_A_ROW.test(part) ? (part.toLowerCase().match(SYSTEM_SCOPE) ?? []) : [part];
}

/** Whether scopes are those of one resource server, or of servers whose identifiers are URLs. */
function haveOneServer(scopes: readonly string[]): boolean {
    const [first, ...others] = scopes.map(scope => parseScope(scope).identifier);
    return others.every(identifier => identifier === first) || scopes.every(scope => scope.includes("://"));
}

/** Splits the scope of a resource server at the last slash, since the identifier may contain slashes. A system scope has no identifier. */
export function parseScope(scope: string): { identifier?: string; name: string } {
    const slash = scope.lastIndexOf("/");
    return slash < 0 ? { name: scope } : { identifier: scope.slice(0, slash), name: scope.slice(slash + 1) };
}
