import { parseScope } from "../cognito/oauth";
import { some } from "../core/properties";
import { defineRule } from "../core/rule";
import { type Pool, someResource } from "../core/user-pools";
import { didYouMean, enumerate, nearest } from "../util/wording";

const messages = {
    missing: (scopes: readonly string[], pool: string, existing: readonly string[]) =>
        `has ${enumerate(scopes.map(scope => withSuggestion(scope, existing)))}, which no resource server of the user pool ${pool} has.`,
};

/** Compares names without their identifier, which would make any two look similar if it is long. */
function withSuggestion(scope: string, existing: readonly string[]): string {
    const { identifier, name } = parseScope(scope);
    const siblings = existing.map(parseScope).filter(other => other.identifier === identifier);
    const suggestion = nearest(
        name,
        siblings.map(({ name }) => name),
    );
    return `"${scope}"${didYouMean(suggestion && `${identifier}/${suggestion}`)}`;
}

/** Whether the stack has the resource server of a scope, but the resource server does not have the scope. */
function isMissing({ resourceServers }: Pool, scope: string): boolean {
    const { identifier, name } = parseScope(scope);
    if (identifier === undefined) return false;
    const exists = someResource(
        resourceServers,
        server => server.identifier === identifier && some(server.scopes, ({ scopeName }) => scopeName === name),
    );
    return !exists && someResource(resourceServers, server => server.identifier === identifier);
}

/** Returns the scopes of the resource servers with these identifiers; scopes of others may be unknown. */
function scopesOf({ resourceServers }: Pool, identifiers: readonly unknown[]): string[] {
    const servers = resourceServers.owned.filter(({ identifier }) => identifiers.includes(identifier));
    return servers.flatMap(({ identifier, scopes = [] }) => scopes.map(({ scopeName }) => `${identifier}/${scopeName}`));
}

export default defineRule({
    name: "match-resource-server-scopes",
    title: "Scopes of resource servers",
    category: "consistency",
    scope: "stack",
    level: "advisory",
    severity: "medium",
    description: "The scopes of a resource server that a client uses must exist in the resource server, or the deployment fails.",
    remediation: "Use a scope of the resource server, or add the scope to it.",
    standards: [],
    docs: {
        details:
            "A scope such as orders/read consists of the identifier of a resource server, a slash, and the scopeName of one of its scopes; names are case-sensitive. " +
            "The rule checks a scope only if a resource server of the user pool with that identifier is in the stack, since other resource servers may be in another stack.",
        whenNotToUse: "Turn it off if scopes are added to resource servers outside of Pulumi.",
        sources: ["https://docs.aws.amazon.com/cognito/latest/developerguide/cognito-user-pools-define-resource-servers.html"],
    },
    examples: {
        incorrect: [
            {
                pool: {},
                resourceServer: { identifier: "orders", scopes: [{ scopeName: "read", scopeDescription: "Read orders" }] },
                client: { allowedOauthScopes: ["openid", "orders/reed"] },
            },
        ],
        correct: [
            {
                pool: {},
                resourceServer: { identifier: "orders", scopes: [{ scopeName: "read", scopeDescription: "Read orders" }] },
                client: { allowedOauthScopes: ["openid", "orders/read"] },
            },
        ],
    },
    checks: [
        ({ allowedOauthScopes }, { pool, report, filter }) => {
            const missing = filter(allowedOauthScopes, scope => isMissing(pool, scope));
            if (missing.length === 0) return;
            const identifiers = missing.map(scope => parseScope(scope).identifier);
            report("allowedOauthScopes", messages.missing(missing, pool.name, scopesOf(pool, identifiers)));
        },
    ],
});
