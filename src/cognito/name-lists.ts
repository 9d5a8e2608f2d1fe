import { AUTH_FLOWS, isCurrent, nearestAuthFlow } from "./auth-flows";
import { correctProvider, isBuiltInProvider } from "./identity-providers";
import { isSystemScope, oauthFlowOf } from "./oauth";

/** A property that lists names that Cognito defines. */
export type NameList = "allowedOauthFlows" | "allowedOauthScopes" | "explicitAuthFlows" | "supportedIdentityProviders";

/** Returns the list that a name belongs in, and its spelling there; undefined for a name that is in none. */
export function findList(name: string): { property: NameList; name: string } | undefined {
    const flow = oauthFlowOf(name);
    if (flow) return { property: "allowedOauthFlows", name: flow };
    if (isAuthFlow(name)) return { property: "explicitAuthFlows", name: nearestAuthFlow(name) ?? name };
    if (isSystemScope(name)) return { property: "allowedOauthScopes", name };
    const provider = isBuiltInProvider(name) ? name : correctProvider(name);
    return provider === undefined ? undefined : { property: "supportedIdentityProviders", name: provider };
}

/** Whether a name is that of an auth flow in any case, with or without the prefix, or has the prefix. */
function isAuthFlow(name: string): boolean {
    const upper = name.toUpperCase();
    return isCurrent(name) || AUTH_FLOWS.includes(upper) || AUTH_FLOWS.includes(`ALLOW_${upper}`);
}
