import rule from "../../src/rules/limit-oauth-scopes";
import { testRule, unknown } from "../harness";

const { notAllowed } = rule.messages;
const options = { scopes: ["openid", "https://api.example.org/*"] };

testRule(rule, {
    accept: [
        { why: "any scope unless told otherwise", client: { allowedOauthScopes: ["phone", "api/write"] } },
        { why: "any scope, known or not, for an empty option", client: { allowedOauthScopes: unknown }, options: { scopes: [] } },
        { why: "no scopes", client: {}, options },
        { why: "an empty list", client: { allowedOauthScopes: [] }, options },
        {
            why: "a name and a pattern of the option",
            client: { allowedOauthScopes: ["openid", "https://api.example.org/v1/read"] },
            options,
        },
        { why: "a pattern's star for no characters", client: { allowedOauthScopes: ["https://api.example.org/"] }, options },
    ],
    reject: [
        {
            why: "several scopes in one message",
            client: { allowedOauthScopes: ["openid", "phone", "api/write"] },
            options,
            expect: ["allowedOauthScopes has phone and api/write; allowed are openid and https://api.example.org/*."],
        },
        {
            why: "another case",
            client: { allowedOauthScopes: ["OpenID"] },
            options,
            expect: [notAllowed(["OpenID"], options.scopes)],
        },
        {
            why: "a name that only begins as an allowed one",
            client: { allowedOauthScopes: ["openid2"] },
            options,
            expect: [notAllowed(["openid2"], options.scopes)],
        },
        {
            why: "what is known of a list",
            client: { allowedOauthScopes: [unknown, "email"] },
            options,
            expect: [notAllowed(["email"], options.scopes)],
            undecided: ["allowedOauthScopes[0]"],
        },
    ],
    undecided: [
        { why: "a list not known yet", client: { allowedOauthScopes: unknown }, options, on: ["allowedOauthScopes"] },
        { why: "a scope not known yet", client: { allowedOauthScopes: ["openid", unknown] }, options, on: ["allowedOauthScopes[1]"] },
    ],
});
