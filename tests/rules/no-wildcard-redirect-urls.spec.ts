import rule from "../../src/rules/no-wildcard-redirect-urls";
import { testRule, unknown } from "../harness";

const { wildcard } = rule.messages;

testRule(rule, {
    accept: [
        { why: "a client without redirects", client: {} },
        { why: "empty lists", client: { callbackUrls: [], logoutUrls: [] } },
        {
            why: "URLs without one",
            client: {
                callbackUrls: ["https://acme.io/%2A", "myapp://example"],
                logoutUrls: ["https://acme.io"],
                defaultRedirectUri: "/cb",
            },
        },
    ],
    reject: [
        {
            why: "one in a host, a path or a port, in one message",
            client: { callbackUrls: ["https://*.acme.io", "https://acme.io", "https://acme.io/*", "http://localhost:*"] },
            expect: ['callbackUrls has a wildcard in "https://*.acme.io", "https://acme.io/*" and "http://localhost:*".'],
        },
        {
            why: "one in each property",
            client: { callbackUrls: ["*"], logoutUrls: ["myapp://*"], defaultRedirectUri: "https://acme.io/cb*" },
            expect: [
                wildcard("callbackUrls", ["*"]),
                wildcard("logoutUrls", ["myapp://*"]),
                'defaultRedirectUri has a wildcard in "https://acme.io/cb*".',
            ],
        },
        {
            why: "what is known beside what is not",
            client: { callbackUrls: [unknown, "https://*.acme.io"], logoutUrls: unknown, defaultRedirectUri: "*" },
            expect: [wildcard("callbackUrls", ["https://*.acme.io"]), wildcard("defaultRedirectUri", ["*"])],
            undecided: ["callbackUrls[0]", "logoutUrls"],
        },
    ],
    undecided: [{ why: "a URL not known yet", client: { defaultRedirectUri: unknown }, on: ["defaultRedirectUri"] }],
});
