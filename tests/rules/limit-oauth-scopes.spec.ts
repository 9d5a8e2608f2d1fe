import { testRule, unknown } from "../../src/api/testing";
import rule from "../../src/rules/limit-oauth-scopes";

const notAllowed = (scopes: string) => `allowedOauthScopes has ${scopes}; only openid and https://api.example.org/* are allowed.`;
const options = { allowedScopes: ["openid", "https://api.example.org/*"] };

testRule(rule, {
    accept: [
        { name: "any scope by default", client: { allowedOauthScopes: ["phone", "api/write"] } },
        { name: "an unknown list if the option is empty", client: { allowedOauthScopes: unknown }, options: { allowedScopes: [] } },
        { name: "a client without scopes", client: {}, options },
        { name: "an empty list", client: { allowedOauthScopes: [] }, options },
        {
            name: "scopes that match a name and a wildcard",
            client: { allowedOauthScopes: ["openid", "https://api.example.org/v1/read"] },
            options,
        },
        {
            name: "scopes that valid-oauth-scopes reports",
            client: { allowedOauthScopes: ["OpenID", "phone profile", "offline_access", ""] },
            options,
        },
        {
            name: "a system scope with client_credentials, which valid-oauth-scopes reports",
            client: { allowedOauthScopes: ["phone"], allowedOauthFlows: ["client_credentials"] },
            options,
        },
        { name: "an allowed scope with unknown flows", client: { allowedOauthScopes: ["openid"], allowedOauthFlows: unknown }, options },
        { name: "a wildcard that matches no characters", client: { allowedOauthScopes: ["https://api.example.org/"] }, options },
    ],
    unknown: [
        {
            name: "a system scope with flows that may be client_credentials",
            client: { allowedOauthScopes: ["phone"], allowedOauthFlows: unknown },
            options,
            unknown: ["allowedOauthFlows"],
        },
        { name: "an unknown list", client: { allowedOauthScopes: unknown }, options, unknown: ["allowedOauthScopes"] },
        { name: "an unknown element", client: { allowedOauthScopes: ["openid", unknown] }, options, unknown: ["allowedOauthScopes[1]"] },
    ],
    reject: [
        {
            name: "a scope of a resource server with unknown flows",
            client: { allowedOauthScopes: ["api/write"], allowedOauthFlows: unknown },
            options,
            expect: [notAllowed('"api/write"')],
        },
        {
            name: "several scopes in one message",
            client: { allowedOauthScopes: ["openid", "phone", "api/write"] },
            options,
            expect: [notAllowed('"phone" and "api/write"')],
        },
        {
            name: "an allowed scope in the wrong case",
            client: { allowedOauthScopes: ["API/read"] },
            options: { allowedScopes: ["api/read"] },
            expect: ['allowedOauthScopes has "API/read"; only api/read is allowed.'],
        },
        {
            name: "a scope that starts with an allowed one",
            client: { allowedOauthScopes: ["openid/2"] },
            options,
            expect: [notAllowed('"openid/2"')],
        },
        {
            name: "known elements of a partly unknown list",
            client: { allowedOauthScopes: [unknown, "email"] },
            options,
            expect: [notAllowed('"email"')],
            unknown: ["allowedOauthScopes[0]"],
        },
    ],
});
