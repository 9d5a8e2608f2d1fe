import rule from "../../src/rules/no-placeholder-redirect-urls";
import { testRule, unknown } from "../harness";

const { placeholder } = rule.messages;
const placeholders = [
    "https://example.com",
    "https://www.example.com/cb",
    "https://Example.NET:8443",
    "http://a.b.example.org.",
    "https://app.example",
    "https://example",
    "https://app.invalid",
    "https://app.test",
];

testRule(rule, {
    accept: [
        { why: "a client without redirects", client: {} },
        {
            why: "hosts that someone can own",
            client: {
                callbackUrls: [
                    "https://acme.io",
                    "https://myexample.com",
                    "https://example.io",
                    "https://example.com.acme.io",
                    "https://latest",
                ],
                logoutUrls: ["https://acme.io/example.com", "https://example.com@acme.io", "https://test.acme.io"],
                defaultRedirectUri: "http://localhost",
            },
        },
        {
            why: "schemes of apps, which have no host",
            client: { callbackUrls: ["myapp://example", "com.example.app:/oauth", "exp://example.com"] },
        },
        {
            why: "what valid-redirect-urls reports",
            client: { callbackUrls: ["example.com/cb", "//example.com", "https://example.com:port"] },
        },
    ],
    reject: [
        {
            why: "reserved names and what is below them",
            client: { callbackUrls: ["https://acme.io", ...placeholders] },
            expect: [placeholder("callbackUrls", placeholders)],
        },
        {
            why: "one in each property",
            client: { callbackUrls: ["https://example.com"], logoutUrls: ["https://a.test"], defaultRedirectUri: "https://example.com" },
            expect: [
                'callbackUrls has a placeholder for a host in "https://example.com".',
                placeholder("logoutUrls", ["https://a.test"]),
                placeholder("defaultRedirectUri", ["https://example.com"]),
            ],
        },
        {
            why: "what is known beside what is not",
            client: { callbackUrls: [unknown, "https://example.com"], logoutUrls: unknown },
            expect: [placeholder("callbackUrls", ["https://example.com"])],
            undecided: ["callbackUrls[0]", "logoutUrls"],
        },
    ],
    undecided: [{ why: "a URL not known yet", client: { defaultRedirectUri: unknown }, on: ["defaultRedirectUri"] }],
});
