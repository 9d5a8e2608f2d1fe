import { testRule, unknown } from "../../src/api/testing";
import rule from "../../src/rules/require-openid-scope";

const noOpenid = (scopes: string) => `allowedOauthScopes has ${scopes} without "openid".`;

/** Scopes of a resource server. */
const custom = (count: number) => Array.from({ length: count }, (_, index) => `api/${index}`);

testRule(rule, {
    accept: [
        { name: "the default", client: {} },
        { name: "an empty list", client: { allowedOauthScopes: [] } },
        { name: "openid alone", client: { allowedOauthScopes: ["openid"] } },
        { name: "openid with every scope that needs it", client: { allowedOauthScopes: ["email", "phone", "profile", "openid"] } },
        {
            name: "scopes that do not need openid",
            client: { allowedOauthScopes: ["aws.cognito.signin.user.admin", "api/email", "https://api.example.org/profile"] },
        },
        { name: "openid in a partly unknown list", client: { allowedOauthScopes: [unknown, "email", "openid"] } },
        {
            name: "client_credentials, whose scopes valid-oauth-scopes reports",
            client: { allowedOauthScopes: ["email"], allowedOauthFlows: ["client_credentials"] },
        },
        {
            name: "client_credentials next to code",
            client: { allowedOauthScopes: ["email"], allowedOauthFlows: ["client_credentials", "code"] },
        },
        {
            name: "an unknown scope that makes no difference",
            client: { allowedOauthScopes: ["email", unknown], allowedOauthFlows: ["client_credentials"] },
        },
        {
            name: "the client token flow",
            client: { allowedOauthScopes: ["email"], explicitAuthFlows: ["ALLOW_CLIENT_TOKEN_AUTH"] },
        },
        {
            name: "scopes that do not need openid if the flows are unknown",
            client: { allowedOauthScopes: ["api/read"], allowedOauthFlows: unknown },
        },
    ],
    unknown: [
        { name: "an unknown list", client: { allowedOauthScopes: unknown }, unknown: ["allowedOauthScopes"] },
        {
            name: "an unknown scope that may be openid",
            client: { allowedOauthScopes: ["email", unknown] },
            unknown: ["allowedOauthScopes[1]"],
        },
        {
            name: "an unknown list of flows",
            client: { allowedOauthScopes: ["email"], allowedOauthFlows: unknown },
            unknown: ["allowedOauthFlows"],
        },
        {
            name: "an unknown auth flow that may be the client token flow",
            client: { allowedOauthScopes: ["email"], explicitAuthFlows: [unknown] },
            unknown: ["explicitAuthFlows[0]"],
        },
        {
            name: "an unknown flow that may be client_credentials",
            client: { allowedOauthScopes: ["email"], allowedOauthFlows: ["code", unknown] },
            unknown: ["allowedOauthFlows[1]"],
        },
    ],
    reject: [
        {
            name: "email alone",
            client: { allowedOauthScopes: ["email"] },
            expect: [noOpenid('"email"')],
            fixed: { allowedOauthScopes: ["email", "openid"] },
        },
        {
            name: "phone and profile in one message",
            client: { allowedOauthScopes: ["phone", "api/read", "profile"], allowedOauthFlows: ["code"] },
            expect: [noOpenid('"phone" and "profile"')],
            fixed: { allowedOauthScopes: ["phone", "api/read", "profile", "openid"] },
        },
        {
            name: "openid in the wrong case",
            client: { allowedOauthScopes: ["email", "OpenID"] },
            expect: [noOpenid('"email"')],
            fixed: { allowedOauthScopes: ["email", "OpenID", "openid"] },
        },
        {
            name: "a list with room for one more scope",
            client: { allowedOauthScopes: ["email", ...custom(48)] },
            expect: [noOpenid('"email"')],
            fixed: { allowedOauthScopes: ["email", ...custom(48), "openid"] },
        },
        {
            name: "a full list, which the fix does not change",
            client: { allowedOauthScopes: ["email", ...custom(49)] },
            expect: [noOpenid('"email"')],
        },
    ],
});
