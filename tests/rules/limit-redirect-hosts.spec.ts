import rule from "../../src/rules/limit-redirect-hosts";
import { testRule, unknown } from "../harness";

const { otherHost } = rule.messages;
const acme = { hosts: ["acme.io"] };
const belowAcme = { hosts: ["*.acme.io"] };

testRule(rule, {
    accept: [
        { why: "every host while none is listed", client: { callbackUrls: ["https://evil.io"], logoutUrls: unknown } },
        { why: "a client without redirects", client: {}, options: acme },
        {
            why: "a listed host, with any port and path and in any case",
            client: {
                callbackUrls: ["https://acme.io", "https://ACME.io:8443/cb", "HTTPS://acme.io.", "http://acme.io"],
                logoutUrls: ["https://user@acme.io"],
                defaultRedirectUri: "https://acme.io",
            },
            options: acme,
        },
        { why: "a host listed in another case", client: { callbackUrls: ["https://app.acme.io"] }, options: { hosts: ["*.ACME.io"] } },
        {
            why: "any host below a listed one",
            client: { callbackUrls: ["https://app.acme.io", "https://a.b.acme.io"] },
            options: belowAcme,
        },
        { why: "one of several", client: { callbackUrls: ["https://b.io"] }, options: { hosts: ["a.io", "b.io"] } },
        { why: "a host of another script", client: { callbackUrls: ["https://xn--bcher-kva.io"] }, options: { hosts: ["bücher.io"] } },
        {
            why: "loopback hosts and schemes of apps",
            client: {
                callbackUrls: [
                    "http://localhost:3000",
                    "https://app.localhost",
                    "http://127.0.0.1",
                    "http://[::1]",
                    "exp://localhost:8081",
                ],
                logoutUrls: ["myapp://example", "com.example.app:/oauth"],
                defaultRedirectUri: "myapp://evil.io",
            },
            options: acme,
        },
        { why: "what valid-redirect-urls reports", client: { callbackUrls: ["evil.io/cb", "//evil.io"] }, options: acme },
    ],
    reject: [
        {
            why: "other hosts",
            client: { callbackUrls: ["https://acme.io", "https://evil.io", "https://notacme.io", "https://acme.io.evil.io"] },
            options: acme,
            expect: [
                'callbackUrls has a host other than acme.io in "https://evil.io", "https://notacme.io" and "https://acme.io.evil.io".',
            ],
        },
        {
            why: "a host below one that is listed alone",
            client: { callbackUrls: ["https://app.acme.io"] },
            options: acme,
            expect: [otherHost("callbackUrls", ["https://app.acme.io"], acme.hosts)],
        },
        {
            why: "the host above those that are listed, and what ends in the same letters",
            client: { callbackUrls: ["https://acme.io", "https://app.notacme.io", "https://app.acme.io"] },
            options: belowAcme,
            expect: [otherHost("callbackUrls", ["https://acme.io", "https://app.notacme.io"], belowAcme.hosts)],
        },
        {
            why: "what a browser takes for another host than a reader does",
            client: { callbackUrls: ["https://acme.io@evil.io", "https://evil.io\\@acme.io", "https://localhost@evil.io"] },
            options: acme,
            expect: [
                otherHost(
                    "callbackUrls",
                    ["https://acme.io@evil.io", "https://evil.io\\@acme.io", "https://localhost@evil.io"],
                    acme.hosts,
                ),
            ],
        },
        {
            why: "a host that cannot be read",
            client: { callbackUrls: ["https://acme.io:port"] },
            options: { hosts: ["acme.io", "no host"] },
            expect: ['callbackUrls has a host other than acme.io or no host in "https://acme.io:port".'],
        },
        {
            why: "other hosts where a name listed is no host",
            client: { callbackUrls: ["https://evil.io"] },
            options: { hosts: ["[x"] },
            expect: ['callbackUrls has a host other than [x in "https://evil.io".'],
        },
        {
            why: "one in each property",
            client: { callbackUrls: ["https://a.io"], logoutUrls: ["https://b.io"], defaultRedirectUri: "https://c.io" },
            options: acme,
            expect: [
                otherHost("callbackUrls", ["https://a.io"], acme.hosts),
                otherHost("logoutUrls", ["https://b.io"], acme.hosts),
                otherHost("defaultRedirectUri", ["https://c.io"], acme.hosts),
            ],
        },
        {
            why: "what is known beside what is not",
            client: { callbackUrls: [unknown, "https://evil.io"], logoutUrls: unknown },
            options: acme,
            expect: [otherHost("callbackUrls", ["https://evil.io"], acme.hosts)],
            undecided: ["callbackUrls[0]", "logoutUrls"],
        },
    ],
    undecided: [{ why: "a URL not known yet", client: { defaultRedirectUri: unknown }, options: acme, on: ["defaultRedirectUri"] }],
});
