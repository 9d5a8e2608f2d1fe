import { client, listener, pool, testStackRule, unknown } from "../../src/api/testing";
import rule from "../../src/rules/match-load-balancer";

const GOOD = {
    generateSecret: true,
    allowedOauthFlowsUserPoolClient: true,
    allowedOauthFlows: ["code"],
    allowedOauthScopes: ["openid", "email"],
    callbackUrls: ["https://shop.acme-retail.io/oauth2/idpresponse"],
};
const users = pool();
const https = listener("web");

testStackRule(rule, {
    accept: [
        { name: "a client with everything that the load balancer needs", stack: { users, https, web: client("users", GOOD) } },
        { name: "clients that no load balancer uses", stack: { users, https, web: client("users", GOOD), app: client("users", {}) } },
        {
            name: "other flows and URLs next to those that are needed",
            stack: {
                users,
                https,
                web: client("users", {
                    ...GOOD,
                    allowedOauthFlows: ["implicit", "code"],
                    callbackUrls: ["https://shop.acme-retail.io/callback", ...GOOD.callbackUrls],
                }),
            },
        },
        { name: "a listener with a client of another stack", stack: { users, https: listener("elsewhere"), web: client("users", {}) } },
        {
            name: "a client with everything next to a listener whose client is unknown",
            stack: { users, https: listener(undefined), web: client("users", GOOD) },
        },
        {
            name: "unknown values of a client that no load balancer uses",
            stack: { users, web: client("users", { generateSecret: unknown, callbackUrls: unknown }) },
        },
    ],
    reject: [
        {
            name: "a client without settings",
            stack: { users, https, web: client("users", {}) },
            expect: {
                web: [
                    "generateSecret is not true, which the listener https needs.",
                    "allowedOauthFlowsUserPoolClient is not true, which the listener https needs.",
                    'allowedOauthFlows lacks "code", which the listener https needs.',
                    'allowedOauthScopes lacks "openid", which the listener https needs.',
                    "callbackUrls lacks a URL that ends in /oauth2/idpresponse, which the listener https needs.",
                ],
            },
        },
        {
            name: "each property with another value",
            stack: {
                users,
                secret: listener("noSecret"),
                flag: listener("noFlag"),
                flow: listener("noFlow"),
                scope: listener("noScope"),
                url: listener("noUrl"),
                noSecret: client("users", { ...GOOD, generateSecret: false }),
                noFlag: client("users", { ...GOOD, allowedOauthFlowsUserPoolClient: false }),
                noFlow: client("users", { ...GOOD, allowedOauthFlows: ["implicit"] }),
                noScope: client("users", { ...GOOD, allowedOauthScopes: ["email"] }),
                noUrl: client("users", { ...GOOD, callbackUrls: ["https://shop.acme-retail.io/oauth2/idpresponse/"] }),
            },
            expect: {
                noSecret: ["generateSecret is not true, which the listener secret needs."],
                noFlag: ["allowedOauthFlowsUserPoolClient is not true, which the listener flag needs."],
                noFlow: ['allowedOauthFlows lacks "code", which the listener flow needs.'],
                noScope: ['allowedOauthScopes lacks "openid", which the listener scope needs.'],
                noUrl: ["callbackUrls lacks a URL that ends in /oauth2/idpresponse, which the listener url needs."],
            },
        },
        {
            name: "a client of a user pool in another stack",
            stack: { https, web: client("elsewhere", { ...GOOD, generateSecret: false }) },
            expect: { web: ["generateSecret is not true, which the listener https needs."] },
        },
        {
            name: "a client of several listeners in one message",
            stack: { users, https, admin: listener("web"), web: client("users", { ...GOOD, generateSecret: false }) },
            expect: { web: ["generateSecret is not true, which the listeners https and admin need."] },
        },
    ],
    unknown: [
        {
            name: "unknown values",
            stack: {
                users,
                https,
                web: client("users", {
                    generateSecret: unknown,
                    allowedOauthFlowsUserPoolClient: unknown,
                    allowedOauthFlows: [unknown],
                    allowedOauthScopes: ["email", unknown],
                    callbackUrls: unknown,
                }),
            },
            unknown: {
                web: ["generateSecret", "allowedOauthFlowsUserPoolClient", "allowedOauthFlows[0]", "allowedOauthScopes[1]", "callbackUrls"],
            },
        },
        {
            name: "a listener whose client is unknown",
            stack: { users, https: listener(undefined), web: client("users", { ...GOOD, generateSecret: false }) },
            unknown: { web: ["https.defaultActions[0].authenticateCognito.userPoolClientId"] },
        },
    ],
});
