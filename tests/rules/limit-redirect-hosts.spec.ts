import { testRule, unknown } from "../../src/api/testing";
import rule from "../../src/rules/limit-redirect-hosts";

const otherHost = (property: string, allowedHosts: string, urls: string) => `${property} has a host other than ${allowedHosts} in ${urls}.`;
const acme = { allowedHosts: ["acme.io"] };
const belowAcme = { allowedHosts: ["*.acme.io"] };

testRule(rule, {
    accept: [
        { name: "any host by default", client: { callbackUrls: ["https://evil.io"], logoutUrls: unknown } },
        { name: "a client without redirect URLs", client: {}, options: acme },
        {
            name: "a listed host with any port, path and case",
            client: {
                callbackUrls: ["https://acme.io", "https://ACME.io:8443/cb", "HTTPS://acme.io.", "http://acme.io"],
                logoutUrls: ["https://user@acme.io"],
                defaultRedirectUri: "https://acme.io",
            },
            options: acme,
        },
        {
            name: "a host that is listed in another case",
            client: { callbackUrls: ["https://app.acme.io"] },
            options: { allowedHosts: ["*.ACME.io"] },
        },
        {
            name: "hosts that match a wildcard",
            client: { callbackUrls: ["https://app.acme.io", "https://a.b.acme.io"] },
            options: belowAcme,
        },
        { name: "one of several listed hosts", client: { callbackUrls: ["https://b.io"] }, options: { allowedHosts: ["a.io", "b.io"] } },
        {
            name: "an internationalized host",
            client: { callbackUrls: ["https://xn--bcher-kva.io"] },
            options: { allowedHosts: ["bücher.io"] },
        },
        {
            name: "local hosts and custom schemes",
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
        { name: "URLs that valid-redirect-urls reports", client: { callbackUrls: ["evil.io/cb", "//evil.io"] }, options: acme },
    ],
    unknown: [{ name: "an unknown URL", client: { defaultRedirectUri: unknown }, options: acme, unknown: ["defaultRedirectUri"] }],
    reject: [
        {
            name: "other hosts in one message",
            client: { callbackUrls: ["https://acme.io", "https://evil.io", "https://notacme.io", "https://acme.io.evil.io"] },
            options: acme,
            expect: [otherHost("callbackUrls", "acme.io", '"https://evil.io", "https://notacme.io" and "https://acme.io.evil.io"')],
        },
        {
            name: "a host below a listed one without a wildcard",
            client: { callbackUrls: ["https://app.acme.io"] },
            options: acme,
            expect: [otherHost("callbackUrls", "acme.io", '"https://app.acme.io"')],
        },
        {
            name: "the host above a wildcard, and a host with the same ending",
            client: { callbackUrls: ["https://acme.io", "https://app.notacme.io", "https://app.acme.io"] },
            options: belowAcme,
            expect: [otherHost("callbackUrls", "*.acme.io", '"https://acme.io" and "https://app.notacme.io"')],
        },
        {
            name: "URLs whose host a browser reads differently",
            client: { callbackUrls: ["https://acme.io@evil.io", "https://evil.io\\@acme.io", "https://localhost@evil.io"] },
            options: acme,
            expect: [otherHost("callbackUrls", "acme.io", '"https://***@evil.io" (2 URLs) and "https://evil.io\\@acme.io"')],
        },
        {
            name: "hosts that no browser connects to",
            client: {
                callbackUrls: ["https://acme.io:port", "https://{domain}", "https://https://acme.io", "https://acme.io,https://acme.io"],
            },
            options: acme,
            expect: [
                otherHost(
                    "callbackUrls",
                    "acme.io",
                    '"https://acme.io:port", "https://{domain}", "https://https://acme.io" and "https://acme.io,https://acme.io"',
                ),
            ],
        },
        {
            name: "another host than three listed ones",
            client: { callbackUrls: ["https://evil.io"] },
            options: { allowedHosts: ["a.io", "b.io", "c.io"] },
            expect: [otherHost("callbackUrls", "a.io, b.io or c.io", '"https://evil.io"')],
        },
        {
            name: "another host than more listed ones, which the message does not list",
            client: { callbackUrls: ["https://evil.io"] },
            options: { allowedHosts: ["a.io", "b.io", "c.io", "d.io"] },
            expect: [otherHost("callbackUrls", "the allowed ones", '"https://evil.io"')],
        },
        {
            name: "other hosts if a listed host is malformed",
            client: { callbackUrls: ["https://evil.io"] },
            options: { allowedHosts: ["[x"] },
            expect: [otherHost("callbackUrls", "[x", '"https://evil.io"')],
        },
        {
            name: "each property in its own message",
            client: { callbackUrls: ["https://a.io"], logoutUrls: ["https://b.io"], defaultRedirectUri: "https://c.io" },
            options: acme,
            expect: [
                otherHost("callbackUrls", "acme.io", '"https://a.io"'),
                otherHost("logoutUrls", "acme.io", '"https://b.io"'),
                otherHost("defaultRedirectUri", "acme.io", '"https://c.io"'),
            ],
        },
        {
            name: "known elements of a partly unknown list",
            client: { callbackUrls: [unknown, "https://evil.io"], logoutUrls: unknown },
            options: acme,
            expect: [otherHost("callbackUrls", "acme.io", '"https://evil.io"')],
            unknown: ["callbackUrls[0]", "logoutUrls"],
        },
    ],
});
