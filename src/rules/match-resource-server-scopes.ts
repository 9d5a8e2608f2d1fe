import { known, some } from "../client";
import { parseScope } from "../cognito/resource-servers";
import { defineStackRule } from "../rule";
import { holds, type Pool } from "../stack";
import { didYouMean, enumerate, nearest } from "../text";

const messages = {
    missing: (scopes: readonly string[], pool: string, existing: readonly string[]) =>
        `allowedOauthScopes has ${enumerate(scopes.map(scope => question(scope, existing)))}, which the resource servers of the user pool ${pool} lack.`,
};

/** Only names are held against each other: beside a long identifier any two would look alike. */
function question(scope: string, existing: readonly string[]): string {
    const { identifier, name } = parseScope(scope);
    const siblings = existing.map(parseScope).filter(other => other.identifier === identifier);
    const meant = nearest(
        name,
        siblings.map(({ name }) => name),
    );
    return `"${scope}"${didYouMean(meant && `${identifier}/${meant}`)}`;
}

/** Whether a scope is of a resource server that is in the stack and does not have it. */
function lacks({ resourceServers }: Pool, scope: string): boolean {
    const { identifier, name } = parseScope(scope);
    if (identifier === undefined) return false;
    const offered = holds(
        resourceServers,
        server => server.identifier === identifier && some(server.scopes, ({ scopeName }) => scopeName === name),
    );
    return !offered && holds(resourceServers, server => server.identifier === identifier);
}

/** The scopes of some resource servers; of others they may not be known. */
function scopesOf({ resourceServers }: Pool, identifiers: readonly unknown[]): string[] {
    const servers = resourceServers.certain.filter(({ identifier }) => identifiers.includes(identifier));
    return servers.flatMap(({ identifier, scopes = [] }) => scopes.map(({ scopeName }) => `${identifier}/${scopeName}`));
}

export default defineStackRule({
    name: "match-resource-server-scopes",
    level: "advisory",
    severity: "medium",
    description: "A client can only ask a resource server for scopes that it has; the deployment fails for any other.",
    remediation: "Name a scope of the resource server, or add it there.",
    url: "https://docs.aws.amazon.com/cognito/latest/developerguide/cognito-user-pools-define-resource-servers.html",
    messages,
    checks: [
        function* ({ allowedOauthScopes, pool }) {
            const missing = yield* known(allowedOauthScopes, scope => lacks(pool, scope));
            if (missing.length === 0) return;
            const identifiers = missing.map(scope => parseScope(scope).identifier);
            yield messages.missing(missing, pool.name, scopesOf(pool, identifiers));
        },
    ],
});
