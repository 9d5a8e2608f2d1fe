import { isSystemScope, MAX_SCOPES, nearestScope, SYSTEM_SCOPES, scopeDefect, scopesIn } from "../cognito/oauth";
import { has } from "../core/properties";
import { defineRule } from "../core/rule";
import { quoted, value } from "../core/values";
import { enumerate } from "../util/wording";
import { checkElements } from "./shared/check-elements";
import { invalidNames } from "./shared/invalid-names";
import { suggest, suggestList } from "./shared/suggestions";

const defects = {
    several: (elements: readonly string[]) => {
        const scopes = new Set(elements.flatMap(element => scopesIn(element) ?? []));
        return `has several scopes in one element, ${enumerate(elements.map(quoted))}; write ${enumerate([...scopes].map(quoted))}.`;
    },
    characters: (scopes: readonly string[]) =>
        `has ${enumerate(scopes.map(quoted))}; a scope must be printable ASCII without spaces, double quotes or backslashes.`,
    length: (scopes: readonly string[]) =>
        `has ${enumerate(scopes.map(scope => `${quoted(scope)} (${value(scope.length)} characters)`))}; a scope must have at most 256.`,
    offline: (scopes: readonly string[]) =>
        `has ${enumerate(scopes.map(quoted))}; Cognito has no such scope and issues refresh tokens without it.`,
    unknown: (scopes: readonly string[]) => invalidNames(scopes, hintFor, "a valid scope", "valid scopes"),
};

const messages = {
    tooMany: (count: number) => `has ${value(count)} scopes; it must have at most ${MAX_SCOPES}.`,
    notGranted: (scopes: readonly string[]) =>
        `has ${enumerate(scopes.map(quoted))}; client_credentials grants only scopes of resource servers.`,
};

function hintFor(name: string): string {
    return suggestList(name, "allowedOauthScopes") || suggest(nearestScope(name));
}

export default defineRule({
    name: "valid-oauth-scopes",
    title: "Valid OAuth scopes",
    category: "deployability",
    level: "mandatory",
    severity: "high",
    description: "OAuth scopes must be valid and allowed for the client's OAuth flow.",
    remediation: "Use system scopes such as openid, or identifier/scope.",
    standards: [],
    docs: {
        details:
            `allowedOauthScopes accepts the system scopes ${enumerate(SYSTEM_SCOPES)}, and scopes of resource servers in the form identifier/scope. ` +
            `Each scope has 1 to 256 printable ASCII characters without spaces, double quotes and backslashes, and a client has at most ${MAX_SCOPES} scopes. ` +
            "The client_credentials flow has no user, so AWS rejects the system scopes with it. " +
            "Other services issue refresh tokens only for the scope offline_access, which Cognito does not have.",
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
        checkElements("allowedOauthScopes", scopeDefect, defects),
        ({ allowedOauthScopes }, { report, filter }) => {
            const { length } = filter(allowedOauthScopes);
            if (length > MAX_SCOPES) report("allowedOauthScopes", messages.tooMany(length));
        },
        (client, { report, filter }) => {
            const scopes = filter(client.allowedOauthScopes, isSystemScope);
            if (scopes.length > 0 && has(client.allowedOauthFlows, "client_credentials"))
                report("allowedOauthScopes", messages.notGranted(scopes));
        },
    ],
});
