import { testRule, unknown } from "../../src/api/testing";
import rule from "../../src/rules/valid-redirect-urls";

const notAbsolute = (property: string, urls: string) =>
    `${property} has ${urls}, which ${urls.includes(" and ") ? "are not absolute URLs" : "is not an absolute URL"}.`;
const plainHttp = (property: string, urls: string) => `${property} has http in ${urls}; only localhost, 127.0.0.1 and [::1] may use http.`;
const fragment = (property: string, urls: string) => `${property} has a fragment in ${urls}.`;
const invisible = (property: string, urls: string) => `${property} has white space or invisible characters in ${urls}.`;
const tooLong = (property: string, urls: string) => `${property} has more than 1024 characters in ${urls}.`;
const tooMany = (property: string, count: number) => `${property} has ${count} URLs; it must have at most 100.`;

/** An https URL of the given number of characters; a character may take several bytes or UTF-16 units. */
const long = (length: number, character: string) => `https://acme.io/${character.repeat(length - 16)}`;
/** How messages print a long URL. */
const shortened = (character: string) => `"https://acme.io/${character.repeat(63)}…${character.repeat(40)}"`;
const many = (count: number) => Array.from({ length: count }, (_, index) => `https://acme.io/${index}`);

testRule(rule, {
    accept: [
        { name: "no redirect URLs", client: {} },
        { name: "empty lists", client: { callbackUrls: [], logoutUrls: [] } },
        {
            name: "https in all three properties",
            client: {
                callbackUrls: ["https://acme.io/cb", "https://localhost", "HTTPS://acme.io"],
                logoutUrls: ["https://acme.io"],
                defaultRedirectUri: "https://acme.io/cb",
            },
        },
        {
            name: "http with a loopback host, any port and any path",
            client: {
                callbackUrls: ["http://localhost", "http://localhost:3000/x", "http://127.0.0.1:8080", "http://[::1]:5000"],
                logoutUrls: ["http://localhost/bye?all=true"],
                defaultRedirectUri: "http://localhost",
            },
        },
        {
            name: "custom schemes",
            client: {
                callbackUrls: ["myapp://example", "exp://localhost:8081", "com.example.app:/oauth", "onewordadayapp://"],
                logoutUrls: ["myapp://bye"],
                defaultRedirectUri: "myapp://example",
            },
        },
        {
            name: "wildcards and credentials, which other rules report",
            client: { callbackUrls: ["https://*.acme.io/*", "https://user:word@acme.io"] },
        },
        { name: "a fragment in logoutUrls, which AWS does not document as invalid", client: { logoutUrls: ["https://acme.io/#/bye"] } },
        {
            name: "the maximum length in characters of any script",
            client: { callbackUrls: [long(1024, "a"), long(1024, "本"), long(1024, "🔑")], defaultRedirectUri: long(1024, "é") },
        },
        {
            name: "several URLs in one string, which no-joined-values reports",
            client: {
                callbackUrls: [
                    "http://a.acme.io, http://b.acme.io/#c",
                    '["https://a.acme.io","https://b.acme.io"]',
                    Array.from({ length: 70 }, (_, index) => `https://acme.io/${index}`).join("\n"),
                ],
                logoutUrls: ["https://a.acme.io/ https://b.acme.io/"],
            },
        },
        { name: "the maximum number of URLs", client: { callbackUrls: many(100), logoutUrls: many(100) } },
        { name: "the maximum number of URLs and a duplicate", client: { callbackUrls: [...many(100), "https://acme.io/0"] } },
    ],
    reject: [
        {
            name: "http with other hosts",
            client: { callbackUrls: ["https://acme.io", "http://acme.io/cb", "http://192.168.0.7:3000"] },
            expect: [plainHttp("callbackUrls", '"http://acme.io/cb" and "http://192.168.0.7:3000"')],
        },
        {
            name: "http in upper case",
            client: { callbackUrls: ["HTTP://acme.io"] },
            expect: [plainHttp("callbackUrls", '"HTTP://acme.io"')],
        },
        {
            name: "http with hosts that only look like a loopback host",
            client: {
                callbackUrls: [
                    "http://localhost.example.com",
                    "http://localhost.",
                    "http://LOCALHOST",
                    "http://localhost@acme.io",
                    "http://127.1",
                ],
            },
            expect: [
                plainHttp(
                    "callbackUrls",
                    '"http://localhost.example.com", "http://localhost.", "http://LOCALHOST", "http://***@acme.io" and "http://127.1"',
                ),
            ],
        },
        {
            name: "http in each property",
            client: { callbackUrls: ["http://a.io"], logoutUrls: ["http://b.io"], defaultRedirectUri: "http://c.io" },
            expect: [
                plainHttp("callbackUrls", '"http://a.io"'),
                plainHttp("logoutUrls", '"http://b.io"'),
                plainHttp("defaultRedirectUri", '"http://c.io"'),
            ],
        },
        {
            name: "a fragment, also an empty one",
            client: {
                callbackUrls: ["https://acme.io/cb#frag", "com.example.app:/oauth#"],
                logoutUrls: ["https://acme.io/#/bye"],
                defaultRedirectUri: "https://acme.io/cb#frag",
            },
            expect: [
                fragment("callbackUrls", '"https://acme.io/cb#…" and "com.example.app:/oauth#"'),
                fragment("defaultRedirectUri", '"https://acme.io/cb#…"'),
            ],
        },
        {
            name: "URLs that are not absolute",
            client: {
                callbackUrls: ["example.com/cb", "/callback", "localhost:3000", "//acme.io", "https:acme.io", "http://"],
                logoutUrls: ["shop.acme.dev"],
                defaultRedirectUri: "/callback",
            },
            expect: [
                notAbsolute("callbackUrls", '"example.com/cb", "/callback", "localhost:3000", "//acme.io", "https:acme.io" and "http://"'),
                'logoutUrls has "shop.acme.dev", which is not an absolute URL.',
                notAbsolute("defaultRedirectUri", '"/callback"'),
            ],
        },
        {
            name: "texts that are not absolute, for no other reason",
            client: { callbackUrls: ["acme.io/a b", "acme.io/#cb", "acme.io\u200b"] },
            expect: [notAbsolute("callbackUrls", String.raw`"acme.io/a b", "acme.io/#…" and "acme.io\u{200b}"`)],
        },
        {
            name: "empty elements",
            client: { callbackUrls: ["https://acme.io", ""], logoutUrls: ["", " ", "\n"], defaultRedirectUri: "" },
            expect: [
                'callbackUrls has ""; remove the empty element.',
                'logoutUrls has ""; remove the empty element.',
                "defaultRedirectUri is empty; remove it.",
            ],
        },
        {
            name: "unfilled templates, which are the cause of other defects",
            client: {
                callbackUrls: [
                    "http://{domain}/cb",
                    "http://acme.io",
                    "{{ url }}",
                    "$CALLBACK_URL",
                    "https://#{domain}/cb",
                    "https://{{ domain }}",
                ],
                logoutUrls: ["https://{domain}/cb"],
            },
            expect: [
                'callbackUrls has "{{ url }}" (unfilled template) and "$CALLBACK_URL" (unfilled template), which are not absolute URLs.',
                plainHttp("callbackUrls", '"http://{domain}/cb" (unfilled template) and "http://acme.io"'),
                fragment("callbackUrls", '"https://#{domain}/cb" (unfilled template)'),
                invisible("callbackUrls", '"https://{{ domain }}" (unfilled template)'),
            ],
        },
        {
            name: "white space and invisible characters",
            client: {
                callbackUrls: ["https://acme.io/a b", " https://acme.io", "https://acme.io\n"],
                logoutUrls: ["https://acme.io/\u200b"],
                defaultRedirectUri: "https://acme.io\t",
            },
            expect: [
                invisible("callbackUrls", String.raw`"https://acme.io/a b", " https://acme.io" and "https://acme.io\u{a}"`),
                invisible("logoutUrls", String.raw`"https://acme.io/\u{200b}"`),
                invisible("defaultRedirectUri", String.raw`"https://acme.io\u{9}"`),
            ],
        },
        {
            name: "more than the maximum length",
            client: {
                callbackUrls: [long(1025, "a"), long(1025, "🔑")],
                logoutUrls: [long(1025, "a")],
                defaultRedirectUri: long(1025, "a"),
            },
            expect: [
                tooLong("callbackUrls", `${shortened("a")} and ${shortened("🔑")}`),
                tooLong("logoutUrls", shortened("a")),
                tooLong("defaultRedirectUri", shortened("a")),
            ],
        },
        {
            name: "more than the maximum number of URLs",
            client: { callbackUrls: many(101), logoutUrls: many(102) },
            expect: [tooMany("callbackUrls", 101), tooMany("logoutUrls", 102)],
        },
        {
            name: "each defect of a URL in a separate message",
            client: { callbackUrls: ["http://acme.io/a b#c"] },
            expect: [
                plainHttp("callbackUrls", '"http://acme.io/a b#…"'),
                fragment("callbackUrls", '"http://acme.io/a b#…"'),
                invisible("callbackUrls", '"http://acme.io/a b#…"'),
            ],
        },
        {
            name: "a duplicate URL once",
            client: { callbackUrls: ["http://acme.io", "http://acme.io"] },
            expect: [plainHttp("callbackUrls", '"http://acme.io"')],
        },
        {
            name: "a URL with a password and a query, and does not print them",
            client: { callbackUrls: ["http://user:word@acme.io"], logoutUrls: ["http://acme.io?token=word"] },
            expect: [plainHttp("callbackUrls", '"http://***@acme.io"'), plainHttp("logoutUrls", '"http://acme.io?…"')],
        },
        {
            name: "known URLs next to unknown ones",
            client: { callbackUrls: [unknown, "http://acme.io"], logoutUrls: unknown, defaultRedirectUri: "/cb" },
            expect: [notAbsolute("defaultRedirectUri", '"/cb"'), plainHttp("callbackUrls", '"http://acme.io"')],
            unknown: ["callbackUrls[0]", "logoutUrls"],
        },
    ],
    unknown: [
        {
            name: "unknown URLs",
            client: { callbackUrls: unknown, logoutUrls: ["https://acme.io", unknown], defaultRedirectUri: unknown },
            unknown: ["callbackUrls", "logoutUrls[1]", "defaultRedirectUri"],
        },
        {
            name: "an unknown URL after the maximum number of URLs, which may be a duplicate",
            client: { callbackUrls: [...many(100), unknown] },
            unknown: ["callbackUrls[100]"],
        },
    ],
});
