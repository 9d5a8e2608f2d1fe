import { testRule, unknown } from "../../src/api/testing";
import rule from "../../src/rules/limit-oauth-scopes";

const notAllowed = (scopes: string) => `allowedOauthScopes has ${scopes}; it may contain only openid and https://api.example.org/*.`;
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
        { name: "a wildcard that matches no characters", client: { allowedOauthScopes: ["https://api.example.org/"] }, options },
    ],
    unknown: [
        { name: "an unknown list", client: { allowedOauthScopes: unknown }, options, unknown: ["allowedOauthScopes"] },
        { name: "an unknown element", client: { allowedOauthScopes: ["openid", unknown] }, options, unknown: ["allowedOauthScopes[1]"] },
    ],
    reject: [
        {
            name: "several scopes in one message",
            client: { allowedOauthScopes: ["openid", "phone", "api/write"] },
            options,
            expect: [notAllowed("phone and api/write")],
        },
        {
            name: "an allowed scope in the wrong case",
            client: { allowedOauthScopes: ["OpenID"] },
            options,
            expect: [notAllowed("OpenID")],
        },
        {
            name: "a scope that starts with an allowed one",
            client: { allowedOauthScopes: ["openid2"] },
            options,
            expect: [notAllowed("openid2")],
        },
        {
            name: "known elements of a partly unknown list",
            client: { allowedOauthScopes: [unknown, "email"] },
            options,
            expect: [notAllowed("email")],
            unknown: ["allowedOauthScopes[0]"],
        },
    ],
});
