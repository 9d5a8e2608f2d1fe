import { testRule, unknown } from "../../src/api/testing";
import rule from "../../src/rules/no-wildcard-redirect-urls";

testRule(rule, {
    accept: [
        { name: "a client without redirect URLs", client: {} },
        { name: "empty lists", client: { callbackUrls: [], logoutUrls: [] } },
        {
            name: "URLs without a wildcard",
            client: {
                callbackUrls: ["https://acme.io/%2A", "myapp://example"],
                logoutUrls: ["https://acme.io"],
                defaultRedirectUri: "/cb",
            },
        },
    ],
    unknown: [{ name: "an unknown URL", client: { defaultRedirectUri: unknown }, unknown: ["defaultRedirectUri"] }],
    reject: [
        {
            name: "a wildcard in a host, a path or a port, in one message",
            client: { callbackUrls: ["https://*.acme.io", "https://acme.io", "https://acme.io/*", "http://localhost:*"] },
            expect: ['callbackUrls has a wildcard in "https://*.acme.io", "https://acme.io/*" and "http://localhost:*".'],
        },
        {
            name: "a wildcard in a query, which is not printed",
            client: { callbackUrls: ["https://acme.io/cb?tenant=*"] },
            expect: ['callbackUrls has a wildcard in "https://acme.io/cb?…".'],
        },
        {
            name: "a wildcard in each property",
            client: { callbackUrls: ["*"], logoutUrls: ["myapp://*"], defaultRedirectUri: "https://acme.io/cb*" },
            expect: [
                'callbackUrls has a wildcard in "*".',
                'logoutUrls has a wildcard in "myapp://*".',
                'defaultRedirectUri has a wildcard in "https://acme.io/cb*".',
            ],
        },
        {
            name: "known elements of a partly unknown list",
            client: { callbackUrls: [unknown, "https://*.acme.io"], logoutUrls: unknown, defaultRedirectUri: "*" },
            expect: ['callbackUrls has a wildcard in "https://*.acme.io".', 'defaultRedirectUri has a wildcard in "*".'],
            unknown: ["callbackUrls[0]", "logoutUrls"],
        },
    ],
});
