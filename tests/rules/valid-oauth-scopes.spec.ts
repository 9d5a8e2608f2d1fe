import { testRule, unknown } from "../../src/api/testing";
import rule from "../../src/rules/valid-oauth-scopes";

const invalidCharacters = (scopes: string) =>
    `allowedOauthScopes has ${scopes}; a scope must be printable ASCII without spaces, double quotes or backslashes.`;
const invalidLength = (scope: string, length: number) =>
    `allowedOauthScopes has "${scope}" (${length} characters); a scope must have at most 256.`;

const several = (elements: string, scopes: string) => `allowedOauthScopes has several scopes in one element, ${elements}; write ${scopes}.`;
const EMPTY = "allowedOauthScopes has an empty element; remove it.";

/** The given number of scopes of a resource server. */
const customScopes = (count: number) => Array.from({ length: count }, (_, index) => `api/${index}`);

testRule(rule, {
    accept: [
        { name: "no scopes", client: {} },
        { name: "an empty list", client: { allowedOauthScopes: [] } },
        {
            name: "the five system scopes",
            client: { allowedOauthScopes: ["openid", "email", "phone", "profile", "aws.cognito.signin.user.admin"] },
        },
        { name: "a scope of a resource server", client: { allowedOauthScopes: ["api/read"] } },
        {
            name: "a scope of a resource server whose identifier is a URL",
            client: { allowedOauthScopes: ["https://api.example.org/v1/bags/read"] },
        },
        { name: "a comma in a scope of a resource server", client: { allowedOauthScopes: ["api/read,write"] } },
        { name: "the first and the last of the allowed characters", client: { allowedOauthScopes: ["!/~", "#/[", "]/x"] } },
        { name: "the minimum and the maximum length", client: { allowedOauthScopes: ["a/b", `api/${"x".repeat(252)}`] } },
        { name: "the maximum number of scopes", client: { allowedOauthScopes: customScopes(50) } },
        { name: "the maximum number of scopes and a duplicate", client: { allowedOauthScopes: [...customScopes(50), "api/0"] } },
        {
            name: "system scopes with code and implicit",
            client: { allowedOauthScopes: ["openid"], allowedOauthFlows: ["code", "implicit"] },
        },
        {
            name: "a scope of a resource server with client_credentials",
            client: { allowedOauthScopes: ["api/read"], allowedOauthFlows: ["client_credentials"] },
        },
        {
            name: "a scope of a resource server with unknown flows",
            client: { allowedOauthScopes: ["api/read"], allowedOauthFlows: unknown },
        },
    ],
    reject: [
        {
            name: "a scope without an identifier or without a name",
            client: { allowedOauthScopes: ["api/", "api/read/", "/read", "/"] },
            expect: ['allowedOauthScopes has "api/", "api/read/", "/read" and "/", which are not valid scopes.'],
        },
        {
            name: "several scopes in one element",
            client: { allowedOauthScopes: ["openid email"] },
            expect: ['allowedOauthScopes has several scopes in one element, "openid email"; write "openid" and "email".'],
        },
        {
            name: "several scopes in one element with any separator",
            client: { allowedOauthScopes: ["openid,email", "api/read, api/write", "phone\nprofile"] },
            expect: [
                'allowedOauthScopes has several scopes in one element, "openid,email", "api/read, api/write" and "phone\\u{a}profile"; ' +
                    'write "openid", "email", "api/read", "api/write", "phone" and "profile".',
            ],
        },
        {
            name: "every scope in an element",
            client: { allowedOauthScopes: ["openid email,profile"] },
            expect: [several('"openid email,profile"', '"openid", "email" and "profile"')],
        },
        {
            name: "system scopes in a row",
            client: { allowedOauthScopes: ["openidemail"] },
            expect: [several('"openidemail"', '"openid" and "email"')],
        },
        {
            name: "system scopes in a list next to one that is none",
            client: { allowedOauthScopes: ["openid no-such"] },
            expect: [several('"openid no-such"', '"openid" and "no-such"')],
        },
        {
            name: "a list that is too long for one scope",
            client: { allowedOauthScopes: ["api/a;".repeat(60)] },
            expect: [several(`"${"api/a;".repeat(13)}a…i/a;${"api/a;".repeat(6)}"`, '"api/a"')],
        },
        {
            name: "spaces, double quotes, backslashes and characters outside printable ASCII",
            client: { allowedOauthScopes: [" openid", 'api/"read"', "api\\read", "api/lésen", "api/\u007f"] },
            expect: [invalidCharacters(String.raw`" openid", "api/"read"", "api\read", "api/lésen" and "api/\u{7f}"`)],
        },
        {
            name: "a name with a space that is not a list of scopes",
            client: { allowedOauthScopes: ["pet store/read"] },
            expect: [invalidCharacters('"pet store/read"')],
        },
        { name: "empty elements", client: { allowedOauthScopes: ["", "  "] }, expect: [EMPTY] },
        {
            name: "more than the maximum length",
            client: { allowedOauthScopes: [`api/${"x".repeat(253)}`] },
            expect: [invalidLength(`api/${"x".repeat(75)}…${"x".repeat(40)}`, 257)],
        },
        {
            name: "misspelled system scopes, and suggests the correct ones",
            client: { allowedOauthScopes: ["OpenID", "emails", "AWS.Cognito.signin.user.admin"] },
            expect: [
                'allowedOauthScopes has "OpenID" (did you mean openid?), "emails" (did you mean email?) and ' +
                    '"AWS.Cognito.signin.user.admin" (did you mean aws.cognito.signin.user.admin?), which are not valid scopes.',
            ],
        },
        {
            name: "a scope of other authorization servers",
            client: { allowedOauthScopes: ["openid", "offline_access"] },
            expect: ['allowedOauthScopes has "offline_access"; Cognito has no such scope and issues refresh tokens without it.'],
        },
        {
            name: "names of custom scopes without an identifier",
            client: { allowedOauthScopes: ["admin", "constructor"] },
            expect: ['allowedOauthScopes has "admin" and "constructor", which are not valid scopes.'],
        },
        {
            name: "identity providers",
            client: { allowedOauthScopes: ["Cognito", "Google"] },
            expect: [
                'allowedOauthScopes has "Cognito" (did you mean COGNITO in supportedIdentityProviders?) and ' +
                    '"Google" (it belongs in supportedIdentityProviders), which are not valid scopes.',
            ],
        },
        {
            name: "the name of the scope of administrators in the CDK",
            client: { allowedOauthScopes: ["COGNITO_ADMIN"] },
            expect: ['allowedOauthScopes has "COGNITO_ADMIN", which is not a valid scope (did you mean aws.cognito.signin.user.admin?).'],
        },
        {
            name: "flows",
            client: { allowedOauthScopes: ["code", "ALLOW_USER_SRP_AUTH"] },
            expect: [
                'allowedOauthScopes has "code" (it belongs in allowedOauthFlows) and ' +
                    '"ALLOW_USER_SRP_AUTH" (it belongs in explicitAuthFlows), which are not valid scopes.',
            ],
        },
        {
            name: "more than the maximum number of scopes",
            client: { allowedOauthScopes: customScopes(51) },
            expect: ["allowedOauthScopes has 51 scopes; it must have at most 50."],
        },
        {
            name: "system scopes with client_credentials",
            client: {
                allowedOauthScopes: ["openid", "api/read", "aws.cognito.signin.user.admin"],
                allowedOauthFlows: ["client_credentials"],
            },
            expect: [
                'allowedOauthScopes has "openid" and "aws.cognito.signin.user.admin"; client_credentials grants only scopes of resource servers.',
            ],
        },
        {
            name: "a misspelled system scope with client_credentials as an invalid scope only",
            client: { allowedOauthScopes: ["Email"], allowedOauthFlows: ["client_credentials"] },
            expect: ['allowedOauthScopes has "Email", which is not a valid scope (did you mean email?).'],
        },
        {
            name: "a system scope with client_credentials and an unknown flow",
            client: { allowedOauthScopes: ["email"], allowedOauthFlows: [unknown, "client_credentials"] },
            expect: ['allowedOauthScopes has "email"; client_credentials grants only scopes of resource servers.'],
        },
        {
            name: "each defect in a separate message",
            client: { allowedOauthScopes: ["", "a b", "admin", "openid email"] },
            expect: [
                EMPTY,
                several('"openid email"', '"openid" and "email"'),
                invalidCharacters('"a b"'),
                'allowedOauthScopes has "admin", which is not a valid scope.',
            ],
        },
        {
            name: "known elements of a partly unknown list",
            client: { allowedOauthScopes: [unknown, "admin"], allowedOauthFlows: unknown },
            expect: ['allowedOauthScopes has "admin", which is not a valid scope.'],
            unknown: ["allowedOauthScopes[0]"],
        },
    ],
    unknown: [
        { name: "an unknown list", client: { allowedOauthScopes: unknown }, unknown: ["allowedOauthScopes"] },
        {
            name: "an unknown scope after the maximum number of scopes, which may be a duplicate",
            client: { allowedOauthScopes: [...customScopes(50), unknown] },
            unknown: ["allowedOauthScopes[50]"],
        },
        { name: "an unknown scope", client: { allowedOauthScopes: ["openid", unknown] }, unknown: ["allowedOauthScopes[1]"] },
        {
            name: "unknown flows with a system scope",
            client: { allowedOauthScopes: ["openid"], allowedOauthFlows: unknown },
            unknown: ["allowedOauthFlows"],
        },
        {
            name: "an unknown flow with a system scope",
            client: { allowedOauthScopes: ["openid"], allowedOauthFlows: ["code", unknown] },
            unknown: ["allowedOauthFlows[1]"],
        },
    ],
});
