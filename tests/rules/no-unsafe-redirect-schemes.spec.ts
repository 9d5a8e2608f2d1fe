import rule from "../../src/rules/no-unsafe-redirect-schemes";
import { testRule, unknown } from "../harness";

const { unsafe, notReverseDomain } = rule.messages;
const unsafeUrls = [
    "about:blank",
    "blob:https://acme.io/1",
    "data:text/html,a",
    "file:///etc/hosts",
    "JavaScript:alert()",
    "vbscript:msgbox",
];

testRule(rule, {
    accept: [
        { why: "a client without redirects", client: {} },
        {
            why: "the web and reverse domain names",
            client: {
                callbackUrls: ["https://acme.io", "http://acme.io", "HTTPS://acme.io", "com.example.app:/oauth"],
                logoutUrls: ["com.example.app://bye"],
                defaultRedirectUri: "com.example.app:/oauth",
            },
        },
        { why: "what valid-redirect-urls reports", client: { callbackUrls: ["localhost:3000", "acme.io/cb", ""] } },
        {
            why: "listed schemes, in any case",
            client: { callbackUrls: ["myapp://example", "EXP://localhost:8081"], logoutUrls: ["myapp://bye"] },
            options: { schemes: ["MyApp", "exp"] },
        },
    ],
    reject: [
        {
            why: "unsafe schemes",
            client: { callbackUrls: ["https://acme.io", ...unsafeUrls] },
            expect: [unsafe("callbackUrls", unsafeUrls)],
        },
        {
            why: "unsafe schemes, listed or not",
            client: { logoutUrls: ["javascript:alert()"] },
            options: { schemes: ["javascript"] },
            expect: ['logoutUrls has an unsafe scheme in "javascript:alert()".'],
        },
        {
            why: "schemes without a dot",
            client: { callbackUrls: ["myapp://example", "exp://localhost:8081", "com.example.app:/oauth"] },
            expect: [
                'callbackUrls has a scheme that is no reverse domain name in "myapp://example" and "exp://localhost:8081"; any other app may claim it too.',
            ],
        },
        {
            why: "schemes that are not the listed one",
            client: { callbackUrls: ["myapp://example", "myapp2://example", "com.example:/cb"] },
            options: { schemes: ["myapp"] },
            expect: [notReverseDomain("callbackUrls", ["myapp2://example"])],
        },
        {
            why: "both in each property",
            client: { callbackUrls: ["data:,a", "a://b"], logoutUrls: ["c://d"], defaultRedirectUri: "file:///e" },
            expect: [
                unsafe("callbackUrls", ["data:,a"]),
                unsafe("defaultRedirectUri", ["file:///e"]),
                notReverseDomain("callbackUrls", ["a://b"]),
                notReverseDomain("logoutUrls", ["c://d"]),
            ],
        },
        {
            why: "what is known beside what is not",
            client: { callbackUrls: [unknown, "myapp://example"], logoutUrls: unknown, defaultRedirectUri: "data:,a" },
            expect: [unsafe("defaultRedirectUri", ["data:,a"]), notReverseDomain("callbackUrls", ["myapp://example"])],
            undecided: ["callbackUrls[0]", "logoutUrls"],
        },
    ],
    undecided: [{ why: "a URL not known yet", client: { defaultRedirectUri: unknown }, on: ["defaultRedirectUri"] }],
});
