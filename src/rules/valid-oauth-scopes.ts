import { MAX_SCOPES, type ScopeDefect, SYSTEM_SCOPES, scopeDefect } from "../cognito/oauth";
import { has } from "../core/properties";
import { type Check, defineRule } from "../core/rule";
import { enumerate, nearest, quote } from "../util/wording";
import { invalidNames } from "./shared/invalid-names";

const messages = {
    several: (scopes: readonly string[]) => `has several scopes in one element: ${enumerate(scopes.map(quote))}.`,
    characters: (scopes: readonly string[]) =>
        `has ${enumerate(scopes.map(quote))}; a scope must be printable ASCII without spaces, double quotes or backslashes.`,
    length: (scopes: readonly string[]) =>
        `has ${enumerate(scopes.map(scope => `"${scope}" (${scope.length} characters)`))}; a scope must have 1 to 256 characters.`,
    unknown: (scopes: readonly string[]) => invalidNames(scopes, scope => nearest(scope, SYSTEM_SCOPES), "a valid scope", "valid scopes"),
    tooMany: (count: number) => `has ${count} scopes; it must have at most ${MAX_SCOPES}.`,
    notGranted: (scopes: readonly string[]) => `has ${enumerate(scopes)}; client_credentials grants only scopes of resource servers.`,
};

function withoutDefect(defect: ScopeDefect): Check {
    return ({ allowedOauthScopes }, { report, filter }) => {
        const scopes = filter(allowedOauthScopes, scope => scopeDefect(scope) === defect);
        if (scopes.length > 0) report("allowedOauthScopes", messages[defect](scopes));
    };
}

export default defineRule({
    name: "valid-oauth-scopes",
    title: "Valid OAuth scopes",
    category: "deployability",
    level: "mandatory",
    severity: "high",
    description: "OAuth scopes must be valid and allowed for the client's OAuth flow, or the deployment fails.",
    remediation: `Write each scope as an element of its own: identifier/scope for a resource server or, in a client for users, ${enumerate(SYSTEM_SCOPES, "or")}.`,
    standards: [],
    docs: {
        details:
            `allowedOauthScopes accepts the system scopes ${enumerate(SYSTEM_SCOPES)}, and scopes of resource servers in the form identifier/scope. ` +
            `Each scope has 1 to 256 printable ASCII characters without spaces, double quotes and backslashes, and a client has at most ${MAX_SCOPES} scopes. ` +
            "The client_credentials flow has no user, so AWS rejects the system scopes with it.",
        sources: [
            "https://docs.aws.amazon.com/cognito/latest/developerguide/cognito-user-pools-define-resource-servers.html",
            "https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_CreateUserPoolClient.html",
        ],
    },
    examples: {
        incorrect: [
            { client: { allowedOauthScopes: ["openid email"] } },
            { client: { generateSecret: true, allowedOauthFlows: ["client_credentials"], allowedOauthScopes: ["openid"] } },
        ],
        correct: [
            { client: { allowedOauthScopes: ["openid", "email"] } },
            { client: { generateSecret: true, allowedOauthFlows: ["client_credentials"], allowedOauthScopes: ["orders/read"] } },
        ],
    },
    checks: [
        withoutDefect("several"),
        withoutDefect("characters"),
        withoutDefect("length"),
        withoutDefect("unknown"),
        ({ allowedOauthScopes }, { report, filter }) => {
            const { length } = filter(allowedOauthScopes);
            if (length > MAX_SCOPES) report("allowedOauthScopes", messages.tooMany(length));
        },
        (client, { report, filter }) => {
            const scopes = filter(client.allowedOauthScopes, scope => SYSTEM_SCOPES.includes(scope));
            if (scopes.length > 0 && has(client.allowedOauthFlows, "client_credentials"))
                report("allowedOauthScopes", messages.notGranted(scopes));
        },
    ],
});
