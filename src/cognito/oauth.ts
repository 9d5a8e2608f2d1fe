/** Every value that allowedOauthFlows takes. */
export const OAUTH_FLOWS: readonly string[] = ["code", "implicit", "client_credentials"];

/** Whether a person signs in by a flow and is then sent to a callback URL; by the other one a service gets a token for itself. */
export function isSignInFlow(flow: string): boolean {
    return flow === "code" || flow === "implicit";
}

/** Lets an app change its user's attributes, password and devices. */
export const USER_ADMIN_SCOPE = "aws.cognito.signin.user.admin";

/** The scopes that add the user's attributes to what openid gives. */
export const ATTRIBUTE_SCOPES: readonly string[] = ["email", "phone", "profile"];

/** The scopes that every user pool has; all others are those of its resource servers. */
export const SYSTEM_SCOPES: readonly string[] = ["openid", ...ATTRIBUTE_SCOPES, USER_ADMIN_SCOPE];

export const MAX_SCOPES = 50;

/** Why no user pool can have a scope: several in one element, forbidden characters, too short or long, or no name of Cognito's own. */
export type ScopeDefect = "several" | "characters" | "length" | "unknown";

/** What is wrong with a scope whatever the user pool is; undefined where it may exist. */
export function scopeDefect(scope: string): ScopeDefect | undefined {
    const defect = elementDefect(scope);
    return defect && scope.split(/[\s,]+/).every(part => !elementDefect(part)) ? "several" : defect;
}

/** `identifier/scope`, of which the identifier may itself be a URL, and the scope has no slash. */
const RESOURCE_SERVER_SCOPE = /.\/[^/]+$/;

function elementDefect(scope: string): ScopeDefect | undefined {
    if (!/^[\x21\x23-\x5B\x5D-\x7E]*$/.test(scope)) return "characters";
    if (scope.length < 1 || scope.length > 256) return "length";
    return SYSTEM_SCOPES.includes(scope) || RESOURCE_SERVER_SCOPE.test(scope) ? undefined : "unknown";
}
