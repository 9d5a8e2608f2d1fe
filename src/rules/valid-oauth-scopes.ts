import { has, known } from "../client";
import { MAX_SCOPES, type ScopeDefect, SYSTEM_SCOPES, scopeDefect } from "../cognito/oauth";
import { type Check, defineRule } from "../rule";
import { didYouMean, enumerate, nearest } from "../text";

const messages = {
    several: (scopes: readonly string[]) => `allowedOauthScopes has ${quoted(scopes)}: several scopes in one element.`,
    characters: (scopes: readonly string[]) =>
        `allowedOauthScopes has ${quoted(scopes)}; Cognito takes printable ASCII without spaces, double quotes and backslashes.`,
    length: (scopes: readonly string[]) =>
        `allowedOauthScopes has ${enumerate(scopes.map(scope => `"${scope}" (${scope.length} characters)`))}; Cognito takes 1 to 256 characters.`,
    unknown: (scopes: readonly string[]) => `allowedOauthScopes has ${enumerate(scopes.map(question))}.`,
    tooMany: (count: number) => `allowedOauthScopes has ${count} scopes; Cognito takes at most ${MAX_SCOPES}.`,
    notGranted: (scopes: readonly string[]) => `allowedOauthScopes has ${enumerate(scopes)}, which client_credentials does not grant.`,
};

/** Escaped, for what may hold quotes and control characters. */
function quoted(scopes: readonly string[]): string {
    return enumerate(scopes.map(scope => JSON.stringify(scope)));
}

function question(scope: string): string {
    const meant = nearest(scope, SYSTEM_SCOPES);
    return `"${scope}", a scope that Cognito does not have${didYouMean(meant)}`;
}

const without = (defect: ScopeDefect): Check =>
    function* ({ allowedOauthScopes }) {
        const scopes = (yield* known(allowedOauthScopes)).filter(scope => scopeDefect(scope) === defect);
        if (scopes.length > 0) yield messages[defect](scopes);
    };

export default defineRule({
    name: "valid-oauth-scopes",
    level: "mandatory",
    severity: "high",
    description: "OAuth scopes must be ones that Cognito can have and that the client's flow can grant, or the deployment fails.",
    remediation: `List each scope as an element of its own: a resource server's as identifier/scope, or ${enumerate(SYSTEM_SCOPES, "or")} for a person who signs in.`,
    url: "https://docs.aws.amazon.com/cognito/latest/developerguide/cognito-user-pools-define-resource-servers.html",
    messages,
    checks: [
        without("several"),
        without("characters"),
        without("length"),
        without("unknown"),
        function* ({ allowedOauthScopes }) {
            const { length } = yield* known(allowedOauthScopes);
            if (length > MAX_SCOPES) yield messages.tooMany(length);
        },
        function* (client) {
            const scopes = (yield* known(client.allowedOauthScopes)).filter(scope => SYSTEM_SCOPES.includes(scope));
            if (scopes.length > 0 && has(client.allowedOauthFlows, "client_credentials")) yield messages.notGranted(scopes);
        },
    ],
});
