import type { Client } from "../core/client";
import { has } from "../core/properties";

/** The allowed values of allowedOauthFlows. Source: OAuthFlowType in the API model. */
export const OAUTH_FLOWS: readonly string[] = ["code", "implicit", "client_credentials"];

/** Whether a user signs in with a flow and is redirected to a callback URL. */
export function isSignInFlow(flow: string): boolean {
    return flow === "code" || flow === "implicit";
}

/** Whether users of a client sign in with an authorization code, which the token endpoint exchanges for tokens. */
export function usesCodeFlow(client: Client): boolean {
    return client.allowedOauthFlowsUserPoolClient === true && has(client.allowedOauthFlows, "code");
}

/** Lets an app change its user's attributes, password and devices. */
export const USER_ADMIN_SCOPE = "aws.cognito.signin.user.admin";

/** The scopes that add user attributes to those of openid. */
export const ATTRIBUTE_SCOPES: readonly string[] = ["email", "phone", "profile"];

/** The scopes that every user pool has; resource servers define all others. Source: the developer guide, page on resource servers. */
export const SYSTEM_SCOPES: readonly string[] = ["openid", ...ATTRIBUTE_SCOPES, USER_ADMIN_SCOPE];

export const MAX_SCOPES = 50;

/** Why no user pool can have a scope. `several`: one element holds several scopes. `unknown`: neither a system scope nor `identifier/scope`. */
export type ScopeDefect = "several" | "characters" | "length" | "unknown";

/** Returns why no user pool can have a scope; undefined if one can. */
export function scopeDefect(scope: string): ScopeDefect | undefined {
    const defect = elementDefect(scope);
    return defect && scope.split(/[\s,]+/).every(part => !elementDefect(part)) ? "several" : defect;
}

/** `identifier/scope`: the identifier may be a URL, the scope has no slash. */
const RESOURCE_SERVER_SCOPE = /.\/[^/]+$/;

function elementDefect(scope: string): ScopeDefect | undefined {
    if (!/^[\x21\x23-\x5B\x5D-\x7E]*$/.test(scope)) return "characters";
    if (scope.length < 1 || scope.length > 256) return "length";
    return SYSTEM_SCOPES.includes(scope) || RESOURCE_SERVER_SCOPE.test(scope) ? undefined : "unknown";
}

/** Splits the scope of a resource server at the last slash, since the identifier may contain slashes. A system scope has no identifier. */
export function parseScope(scope: string): { identifier?: string; name: string } {
    const slash = scope.lastIndexOf("/");
    return slash < 0 ? { name: scope } : { identifier: scope.slice(0, slash), name: scope.slice(slash + 1) };
}
