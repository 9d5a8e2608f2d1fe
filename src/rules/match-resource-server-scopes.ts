import { parseScope } from "../cognito/oauth";
import { resourcesWith, someResource } from "../core/owned-resources";
import { filterKnown, some } from "../core/properties";
import type { ResourceServer } from "../core/resource-types";
import { defineRule } from "../core/rule";
import type { Pool } from "../core/user-pools";
import { quoted, value } from "../core/values";
import { didYouMean, enumerate, nearest } from "../util/wording";
import { findMisspelled } from "./shared/near-misses";

/** More resource servers, and more scopes of one, than a user pool can have are not searched for suggestions. */
const MAX_SUGGESTED = 100;

const messages = {
    missing: (scopes: readonly MissingScope[], pool: string) =>
        `has ${enumerate(scopes.map(withSuggestion))}, which no resource server of the user pool ${value(pool)} has.`,
};

interface MissingScope {
    readonly scope: string;
    readonly suggestion: string | undefined;
}

function withSuggestion({ scope, suggestion }: MissingScope): string {
    return quoted(scope) + didYouMean(suggestion && value(suggestion));
}

function identifierOf({ identifier }: ResourceServer): string | undefined {
    return identifier;
}

function hasScope({ scopes }: ResourceServer, name: string): boolean {
    return some(scopes, ({ scopeName }) => scopeName === name);
}

/** Whether the stack has the resource server of a scope without the scope, or one whose identifier the scope misspells. */
function isMissing(pool: Pool, scope: string): boolean {
    const { identifier, name } = parseScope(scope);
    if (identifier === undefined) return false;
    const servers = resourcesWith(pool.resourceServers, identifierOf, identifier);
    if (servers.length === 0) return !pool.isOpen && suggest(pool, scope) !== undefined;
    const others = { ...pool.resourceServers, owned: [] };
    return (
        !some(servers, server => hasScope(server, name)) &&
        !someResource(others, server => server.identifier === identifier && hasScope(server, name))
    );
}

/** Returns the scope that was probably meant. Names are compared without their identifiers, which would make any two look similar. */
function suggest({ resourceServers }: Pool, scope: string): string | undefined {
    const { identifier = "", name } = parseScope(scope);
    const identifiers = resourceServers.owned.slice(0, MAX_SUGGESTED).map(({ identifier = "" }) => identifier);
    const meant = identifiers.includes(identifier) ? identifier : findMisspelled(identifier, identifiers);
    const server = resourceServers.owned[identifiers.indexOf(meant ?? "")];
    const names = filterKnown(server?.scopes?.slice(0, MAX_SUGGESTED), ({ scopeName }) => scopeName !== undefined).map(
        ({ scopeName }) => scopeName,
    );
    const suggestion = names.includes(name) ? name : nearest(name, names);
    return suggestion && `${meant}/${suggestion}`;
}

export default defineRule({
    name: "match-resource-server-scopes",
    title: "Scopes of resource servers",
    category: "consistency",
    scope: "stack",
    level: "advisory",
    severity: "medium",
    description: "A resource server must have the scopes that clients use.",
    remediation: "Use a scope of the resource server, or add the scope there.",
    standards: [],
    docs: {
        details:
            "A scope such as orders/read consists of the identifier of a resource server, a slash, and the scopeName of one of its scopes; names are case-sensitive. " +
            "The rule checks a scope if the identifier is that of a resource server of the user pool in the stack, or misspells it as Orders/read does. Other resource servers may be in another stack.",
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
            report(
                "allowedOauthScopes",
                messages.missing(
                    missing.map(scope => ({ scope, suggestion: suggest(pool, scope) })),
                    pool.name,
                ),
            );
        },
    ],
});
