import * as assert from "node:assert/strict";
import { describe, it } from "mocha";
import { testRule, unknown } from "../../src/api/testing";
import rule from "../../src/rules/no-ignored-oauth-settings";
import { validateClient } from "../../src/testing/run-policy";

const settings = {
    allowedOauthFlows: ["code"],
    allowedOauthScopes: ["openid"],
    callbackUrls: ["https://acme.io/cb"],
    logoutUrls: ["https://acme.io"],
    defaultRedirectUri: "https://acme.io/cb",
};

testRule(rule, {
    accept: [
        { name: "a client without OAuth settings", client: {} },
        { name: "an empty list without OAuth", client: { allowedOauthFlowsUserPoolClient: false, callbackUrls: [] } },
        { name: "OAuth settings with OAuth", client: { allowedOauthFlowsUserPoolClient: true, ...settings } },
        { name: "a boolean written as a string", client: { allowedOauthFlowsUserPoolClient: "true" as never, ...settings } },
        { name: "an empty default redirect URI, as a provider reads back an unset one", client: { defaultRedirectUri: "" } },
        {
            name: "the scopes of client tokens",
            client: { explicitAuthFlows: ["ALLOW_CLIENT_TOKEN_AUTH"], generateSecret: true, allowedOauthScopes: ["orders/read"] },
        },
        {
            name: "the scopes of client tokens next to an unknown flow",
            client: { explicitAuthFlows: [unknown, "ALLOW_CLIENT_TOKEN_AUTH"], allowedOauthScopes: ["orders/read"] },
        },
        ...["ALLOW_TOKEN_EXCHANGE_DELEGATION", "ALLOW_TOKEN_EXCHANGE_IMPERSONATION"].map(flow => ({
            name: `the scopes of ${flow}`,
            client: { explicitAuthFlows: ["ALLOW_USER_AUTH", flow], allowedOauthScopes: ["orders/read"] },
        })),
        { name: "an unknown allowedOauthFlowsUserPoolClient without OAuth settings", client: { allowedOauthFlowsUserPoolClient: unknown } },
        { name: "unknown flows without scopes", client: { explicitAuthFlows: unknown } },
        { name: "unknown OAuth settings with OAuth", client: { allowedOauthFlowsUserPoolClient: true, callbackUrls: unknown } },
    ],
    unknown: [
        {
            name: "an unknown allowedOauthFlowsUserPoolClient",
            client: { ...settings, allowedOauthFlowsUserPoolClient: unknown },
            unknown: ["allowedOauthFlowsUserPoolClient"],
        },
        { name: "unknown OAuth settings", client: { callbackUrls: unknown }, unknown: ["callbackUrls"] },
        {
            name: "scopes with unknown flows, which may be client tokens",
            client: { explicitAuthFlows: unknown, allowedOauthScopes: ["orders/read"] },
            unknown: ["explicitAuthFlows"],
        },
        {
            name: "scopes with an unknown flow",
            client: { explicitAuthFlows: ["ALLOW_USER_AUTH", unknown], allowedOauthScopes: ["openid"] },
            unknown: ["explicitAuthFlows[1]"],
        },
    ],
    reject: [
        {
            name: "all OAuth settings without OAuth, in one message",
            client: settings,
            expect: [
                "allowedOauthFlowsUserPoolClient is not true, so allowedOauthFlows, allowedOauthScopes, callbackUrls, logoutUrls and defaultRedirectUri have no effect.",
            ],
        },
        {
            name: "one OAuth setting with OAuth turned off",
            client: { allowedOauthFlowsUserPoolClient: false, logoutUrls: ["https://acme.io"], callbackUrls: [] },
            expect: [
                "allowedOauthFlowsUserPoolClient is not true, so logoutUrls has no effect; OAuth also needs allowedOauthFlows and allowedOauthScopes.",
            ],
        },
        {
            name: "a callback URL alone",
            client: { callbackUrls: ["https://acme.io/cb"] },
            expect: [
                "allowedOauthFlowsUserPoolClient is not true, so callbackUrls has no effect; OAuth also needs allowedOauthFlows and allowedOauthScopes.",
            ],
        },
        {
            name: "callback URLs and scopes without flows",
            client: { callbackUrls: ["https://acme.io/cb"], allowedOauthScopes: ["openid"] },
            expect: [
                "allowedOauthFlowsUserPoolClient is not true, so allowedOauthScopes and callbackUrls have no effect; OAuth also needs allowedOauthFlows.",
            ],
        },
        {
            name: "the flow code with an empty list of scopes and without callback URLs",
            client: { allowedOauthFlows: ["code"], allowedOauthScopes: [] },
            expect: [
                "allowedOauthFlowsUserPoolClient is not true, so allowedOauthFlows has no effect; OAuth also needs allowedOauthScopes and callbackUrls.",
            ],
        },
        {
            name: "client_credentials, which needs no callback URLs",
            client: { allowedOauthFlows: ["client_credentials"], allowedOauthScopes: ["orders/read"] },
            expect: ["allowedOauthFlowsUserPoolClient is not true, so allowedOauthFlows and allowedOauthScopes have no effect."],
        },
        {
            name: "an unknown flow, which may need callback URLs",
            client: { allowedOauthFlows: ["client_credentials", unknown], allowedOauthScopes: ["orders/read"] },
            expect: ["allowedOauthFlowsUserPoolClient is not true, so allowedOauthFlows and allowedOauthScopes have no effect."],
            unknown: ["allowedOauthFlows[1]"],
        },
        {
            name: "the scopes of flows in which users sign in",
            client: { explicitAuthFlows: ["ALLOW_USER_AUTH", "ALLOW_REFRESH_TOKEN_AUTH"], allowedOauthScopes: ["openid"] },
            expect: [
                "allowedOauthFlowsUserPoolClient is not true, so allowedOauthScopes has no effect; OAuth also needs allowedOauthFlows.",
            ],
        },
        {
            name: "other settings of a client with client tokens",
            client: { ...settings, explicitAuthFlows: ["ALLOW_CLIENT_TOKEN_AUTH"], logoutUrls: [], defaultRedirectUri: "" },
            expect: ["allowedOauthFlowsUserPoolClient is not true, so allowedOauthFlows and callbackUrls have no effect."],
        },
        {
            name: "other settings if the flows are unknown",
            client: { explicitAuthFlows: unknown, allowedOauthScopes: ["openid"], callbackUrls: ["https://acme.io/cb"] },
            expect: ["allowedOauthFlowsUserPoolClient is not true, so callbackUrls has no effect; OAuth also needs allowedOauthFlows."],
            unknown: ["explicitAuthFlows"],
        },
        {
            name: "a list with an unknown element",
            client: { callbackUrls: [unknown], allowedOauthFlows: ["code"], allowedOauthScopes: ["openid"] },
            expect: [
                "allowedOauthFlowsUserPoolClient is not true, so allowedOauthFlows, allowedOauthScopes and callbackUrls have no effect.",
            ],
        },
        {
            name: "known OAuth settings next to unknown ones",
            client: { allowedOauthFlows: ["code"], callbackUrls: unknown, defaultRedirectUri: unknown, logoutUrls: ["https://acme.io"] },
            expect: [
                "allowedOauthFlowsUserPoolClient is not true, so allowedOauthFlows and logoutUrls have no effect; OAuth also needs allowedOauthScopes.",
            ],
            unknown: ["callbackUrls", "defaultRedirectUri"],
        },
    ],
});

describe(rule.name, () => {
    it("reports a setting of the wrong type instead of skipping it", () => {
        const { violations } = validateClient(rule, { callbackUrls: "https://acme.io" });
        assert.deepEqual(violations, [{ message: "callbackUrls must be a list, not a string." }]);
    });
});
