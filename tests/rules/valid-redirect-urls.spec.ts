import rule from "../../src/rules/valid-redirect-urls";
import { testRule, unknown } from "../harness";

const { notAbsolute, plainHttp, fragment, invisible, tooLong, tooMany } = rule.messages;

/** An https URL of so many characters, which may take several bytes or UTF-16 units each. */
const long = (length: number, character: string) => `https://acme.io/${character.repeat(length - 16)}`;
const many = (count: number) => Array.from({ length: count }, (_, index) => `https://acme.io/${index}`);

testRule(rule, {
    accept: [
        { why: "a client without redirects", client: {} },
        { why: "empty lists", client: { callbackUrls: [], logoutUrls: [] } },
        {
            why: "https, in all three properties",
            client: {
                callbackUrls: ["https://acme.io/cb", "https://localhost", "HTTPS://acme.io"],
                logoutUrls: ["https://acme.io"],
                defaultRedirectUri: "https://acme.io/cb",
            },
        },
        {
            why: "http on a loopback host, with any port and path",
            client: {
                callbackUrls: ["http://localhost", "http://localhost:3000/x", "http://127.0.0.1:8080", "http://[::1]:5000"],
                logoutUrls: ["http://localhost/bye?all=true"],
                defaultRedirectUri: "http://localhost",
            },
        },
        {
            why: "schemes of apps",
            client: {
                callbackUrls: ["myapp://example", "exp://localhost:8081", "com.example.app:/oauth", "onewordadayapp://"],
                logoutUrls: ["myapp://bye"],
                defaultRedirectUri: "myapp://example",
            },
        },
        { why: "what other rules report", client: { callbackUrls: ["https://*.acme.io/*", "https://user:word@acme.io"] } },
        { why: "a fragment of a logout URL, of which Cognito does not say", client: { logoutUrls: ["https://acme.io/#/bye"] } },
        {
            why: "the longest URL, of any script",
            client: { callbackUrls: [long(1024, "a"), long(1024, "本"), long(1024, "🔑")], defaultRedirectUri: long(1024, "é") },
        },
        { why: "100 URLs", client: { callbackUrls: many(100), logoutUrls: many(100) } },
        { why: "100 URLs and one of them again", client: { callbackUrls: [...many(100), "https://acme.io/0"] } },
    ],
    reject: [
        {
            why: "http on other hosts",
            client: { callbackUrls: ["https://acme.io", "http://acme.io/cb", "http://192.168.0.7:3000"] },
            expect: [
                'callbackUrls has plain http in "http://acme.io/cb" and "http://192.168.0.7:3000"; only the loopback hosts localhost, 127.0.0.1 and [::1] may use it.',
            ],
        },
        {
            why: "http in upper case",
            client: { callbackUrls: ["HTTP://acme.io"] },
            expect: [plainHttp("callbackUrls", ["HTTP://acme.io"])],
        },
        {
            why: "http on hosts that only look like a loopback host",
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
                plainHttp("callbackUrls", [
                    "http://localhost.example.com",
                    "http://localhost.",
                    "http://LOCALHOST",
                    "http://localhost@acme.io",
                    "http://127.1",
                ]),
            ],
        },
        {
            why: "http in each property",
            client: { callbackUrls: ["http://a.io"], logoutUrls: ["http://b.io"], defaultRedirectUri: "http://c.io" },
            expect: [
                plainHttp("callbackUrls", ["http://a.io"]),
                plainHttp("logoutUrls", ["http://b.io"]),
                plainHttp("defaultRedirectUri", ["http://c.io"]),
            ],
        },
        {
            why: "a fragment, even an empty one",
            client: {
                callbackUrls: ["https://acme.io/cb#frag", "com.example.app:/oauth#"],
                logoutUrls: ["https://acme.io/#/bye"],
                defaultRedirectUri: "https://acme.io/cb#frag",
            },
            expect: [
                'callbackUrls has a fragment in "https://acme.io/cb#frag" and "com.example.app:/oauth#"; Cognito takes none.',
                fragment("defaultRedirectUri", ["https://acme.io/cb#frag"]),
            ],
        },
        {
            why: "what is no absolute URL",
            client: {
                callbackUrls: ["example.com/cb", "/callback", "localhost:3000", "//acme.io", "https:acme.io", "http://"],
                logoutUrls: [""],
                defaultRedirectUri: "",
            },
            expect: [
                'callbackUrls needs an absolute URL in place of "example.com/cb", "/callback", "localhost:3000", "//acme.io", "https:acme.io" and "http://".',
                notAbsolute("logoutUrls", [""]),
                notAbsolute("defaultRedirectUri", [""]),
            ],
        },
        {
            why: "white space and what cannot be seen",
            client: {
                callbackUrls: ["https://acme.io/a b", " https://acme.io", "https://acme.io\n"],
                logoutUrls: ["https://acme.io/\u200b"],
                defaultRedirectUri: "https://acme.io\t",
            },
            expect: [
                invisible("callbackUrls", ["https://acme.io/a b", " https://acme.io", "https://acme.io\n"]),
                String.raw`logoutUrls has white space or invisible characters in "https://acme.io/\u{200b}".`,
                invisible("defaultRedirectUri", ["https://acme.io\t"]),
            ],
        },
        {
            why: "a character too many",
            client: {
                callbackUrls: [long(1025, "a"), long(1025, "🔑")],
                logoutUrls: [long(1025, "a")],
                defaultRedirectUri: long(1025, "a"),
            },
            expect: [
                tooLong("callbackUrls", [long(1025, "a"), long(1025, "🔑")]),
                `logoutUrls has more than 1024 characters in "${long(79, "a")}…${"a".repeat(40)}".`,
                tooLong("defaultRedirectUri", [long(1025, "a")]),
            ],
        },
        {
            why: "a URL too many",
            client: { callbackUrls: many(101), logoutUrls: many(102) },
            expect: ["callbackUrls has 101 URLs; Cognito takes 100.", tooMany("logoutUrls", 102)],
        },
        {
            why: "each defect of a URL",
            client: { callbackUrls: ["http://acme.io/a b#c"] },
            expect: [
                plainHttp("callbackUrls", ["http://acme.io/a b#c"]),
                fragment("callbackUrls", ["http://acme.io/a b#c"]),
                invisible("callbackUrls", ["http://acme.io/a b#c"]),
            ],
        },
        {
            why: "a URL that stands there twice once",
            client: { callbackUrls: ["http://acme.io", "http://acme.io"] },
            expect: [plainHttp("callbackUrls", ["http://acme.io"])],
        },
        {
            why: "without a word of a password",
            client: { callbackUrls: ["http://user:word@acme.io"] },
            expect: [
                'callbackUrls has plain http in "http://user:***@acme.io"; only the loopback hosts localhost, 127.0.0.1 and [::1] may use it.',
            ],
        },
        {
            why: "what is known beside what is not",
            client: { callbackUrls: [unknown, "http://acme.io"], logoutUrls: unknown, defaultRedirectUri: "/cb" },
            expect: [notAbsolute("defaultRedirectUri", ["/cb"]), plainHttp("callbackUrls", ["http://acme.io"])],
            undecided: ["callbackUrls[0]", "logoutUrls"],
        },
    ],
    undecided: [
        {
            why: "URLs not known yet",
            client: { callbackUrls: unknown, logoutUrls: ["https://acme.io", unknown], defaultRedirectUri: unknown },
            on: ["callbackUrls", "logoutUrls[1]", "defaultRedirectUri"],
        },
        {
            why: "a 101st URL, which may be one of the others",
            client: { callbackUrls: [...many(100), unknown] },
            on: ["callbackUrls[100]"],
        },
    ],
});
