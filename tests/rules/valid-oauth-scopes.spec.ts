import rule from "../../src/rules/valid-oauth-scopes";
import { testRule, unknown } from "../harness";

const { several, characters, length, unknown: noSuch, notGranted } = rule.messages;

/** As many scopes of a resource server. */
const custom = (count: number) => Array.from({ length: count }, (_, index) => `api/${index}`);

testRule(rule, {
    accept: [
        { why: "no scopes", client: {} },
        { why: "an empty list", client: { allowedOauthScopes: [] } },
        {
            why: "the five scopes of Cognito",
            client: { allowedOauthScopes: ["openid", "email", "phone", "profile", "aws.cognito.signin.user.admin"] },
        },
        { why: "a resource server's scope", client: { allowedOauthScopes: ["api/read"] } },
        { why: "a scope whose resource server is a URL", client: { allowedOauthScopes: ["https://api.example.org/v1/bags/read"] } },
        { why: "a comma in a resource server's scope", client: { allowedOauthScopes: ["api/read,write"] } },
        { why: "the outermost characters", client: { allowedOauthScopes: ["!/~", "#/[", "]/x"] } },
        { why: "the shortest and the longest", client: { allowedOauthScopes: ["a/b", `api/${"x".repeat(252)}`] } },
        { why: "50 scopes", client: { allowedOauthScopes: custom(50) } },
        { why: "50 scopes, one of them twice", client: { allowedOauthScopes: [...custom(50), "api/0"] } },
        { why: "Cognito's scopes beside code", client: { allowedOauthScopes: ["openid"], allowedOauthFlows: ["code", "implicit"] } },
        {
            why: "a resource server's scope beside client_credentials",
            client: { allowedOauthScopes: ["api/read"], allowedOauthFlows: ["client_credentials"] },
        },
        {
            why: "a resource server's scope, whatever the flows are",
            client: { allowedOauthScopes: ["api/read"], allowedOauthFlows: unknown },
        },
    ],
    reject: [
        {
            why: "a resource server's scope without a name, or without the resource server",
            client: { allowedOauthScopes: ["api/", "api/read/", "/read", "/"] },
            expect: [noSuch(["api/", "api/read/", "/read", "/"])],
        },
        {
            why: "scopes in one string",
            client: { allowedOauthScopes: ["openid email"] },
            expect: ['allowedOauthScopes has "openid email": several scopes in one element.'],
        },
        {
            why: "scopes in one string, whatever separates them",
            client: { allowedOauthScopes: ["openid,email", "api/read, api/write", "phone\nprofile"] },
            expect: ['allowedOauthScopes has "openid,email", "api/read, api/write" and "phone\\nprofile": several scopes in one element.'],
        },
        {
            why: "a space, a double quote, a backslash and what is not ASCII",
            client: { allowedOauthScopes: [" openid", 'api/"read"', "api\\read", "api/lésen", "api/\u007f"] },
            expect: [characters([" openid", 'api/"read"', "api\\read", "api/lésen", "api/\u007f"])],
        },
        {
            why: "a name with a space that is no list of scopes",
            client: { allowedOauthScopes: ["pet store/read"] },
            expect: [
                'allowedOauthScopes has "pet store/read"; Cognito takes printable ASCII without spaces, double quotes and backslashes.',
            ],
        },
        {
            why: "an empty scope",
            client: { allowedOauthScopes: [""] },
            expect: ['allowedOauthScopes has "" (0 characters); Cognito takes 1 to 256 characters.'],
        },
        {
            why: "257 characters",
            client: { allowedOauthScopes: [`api/${"x".repeat(253)}`] },
            expect: [length([`api/${"x".repeat(253)}`])],
        },
        {
            why: "Cognito's scopes in another spelling",
            client: { allowedOauthScopes: ["OpenID", "emails", "AWS.Cognito.signin.user.admin"] },
            expect: [
                'allowedOauthScopes has "OpenID", a scope that Cognito does not have (did you mean openid?), ' +
                    '"emails", a scope that Cognito does not have (did you mean email?) and ' +
                    '"AWS.Cognito.signin.user.admin", a scope that Cognito does not have (did you mean aws.cognito.signin.user.admin?).',
            ],
        },
        {
            why: "a scope of other identity providers",
            client: { allowedOauthScopes: ["openid", "offline_access"] },
            expect: ['allowedOauthScopes has "offline_access", a scope that Cognito does not have.'],
        },
        {
            why: "a resource server's scope without the server",
            client: { allowedOauthScopes: ["cognito", "admin", "constructor"] },
            expect: [noSuch(["cognito", "admin", "constructor"])],
        },
        {
            why: "51 scopes",
            client: { allowedOauthScopes: custom(51) },
            expect: ["allowedOauthScopes has 51 scopes; Cognito takes at most 50."],
        },
        {
            why: "Cognito's scopes beside client_credentials",
            client: {
                allowedOauthScopes: ["openid", "api/read", "aws.cognito.signin.user.admin"],
                allowedOauthFlows: ["client_credentials"],
            },
            expect: ["allowedOauthScopes has openid and aws.cognito.signin.user.admin, which client_credentials does not grant."],
        },
        {
            why: "a scope in the wrong case beside client_credentials, for its case",
            client: { allowedOauthScopes: ["Email"], allowedOauthFlows: ["client_credentials"] },
            expect: [noSuch(["Email"])],
        },
        {
            why: "a scope beside client_credentials and a flow not known yet",
            client: { allowedOauthScopes: ["email"], allowedOauthFlows: [unknown, "client_credentials"] },
            expect: [notGranted(["email"])],
        },
        {
            why: "each defect in a message of its own, each scope once",
            client: { allowedOauthScopes: ["", "a b", "admin", "openid email"] },
            expect: [several(["openid email"]), characters(["a b"]), length([""]), noSuch(["admin"])],
        },
        {
            why: "what is known of a list",
            client: { allowedOauthScopes: [unknown, "admin"], allowedOauthFlows: unknown },
            expect: [noSuch(["admin"])],
            undecided: ["allowedOauthScopes[0]"],
        },
    ],
    undecided: [
        { why: "a list not known yet", client: { allowedOauthScopes: unknown }, on: ["allowedOauthScopes"] },
        {
            why: "a 51st scope, which might be one of the others",
            client: { allowedOauthScopes: [...custom(50), unknown] },
            on: ["allowedOauthScopes[50]"],
        },
        { why: "a scope not known yet", client: { allowedOauthScopes: ["openid", unknown] }, on: ["allowedOauthScopes[1]"] },
        {
            why: "flows not known yet",
            client: { allowedOauthScopes: ["openid"], allowedOauthFlows: unknown },
            on: ["allowedOauthFlows"],
        },
        {
            why: "a flow that might be client_credentials",
            client: { allowedOauthScopes: ["openid"], allowedOauthFlows: ["code", unknown] },
            on: ["allowedOauthFlows[1]"],
        },
    ],
});
