import { testRule, unknown } from "../../src/api/testing";
import rule from "../../src/rules/no-unsafe-redirect-schemes";

const unsafe = (property: string, urls: string) => `${property} has an unsafe scheme in ${urls}.`;
const notReverseDomain = (property: string, urls: string) => `${property} has a scheme that is not a reverse domain name in ${urls}.`;

testRule(rule, {
    accept: [
        { name: "a client without redirect URLs", client: {} },
        {
            name: "web URLs and reverse domain names",
            client: {
                callbackUrls: ["https://acme.io", "http://acme.io", "HTTPS://acme.io", "com.example.app:/oauth"],
                logoutUrls: ["com.example.app://bye"],
                defaultRedirectUri: "com.example.app:/oauth",
            },
        },
        { name: "URLs that valid-redirect-urls reports", client: { callbackUrls: ["localhost:3000", "acme.io/cb", ""] } },
        {
            name: "listed schemes in any case",
            client: { callbackUrls: ["myapp://example", "EXP://localhost:8081"], logoutUrls: ["myapp://bye"] },
            options: { allowedSchemes: ["MyApp", "exp"] },
        },
    ],
    unknown: [{ name: "an unknown URL", client: { defaultRedirectUri: unknown }, unknown: ["defaultRedirectUri"] }],
    reject: [
        {
            name: "unsafe schemes in one message",
            client: {
                callbackUrls: [
                    "https://acme.io",
                    "about:blank",
                    "blob:https://acme.io/1",
                    "data:text/html,a",
                    "file:///etc/hosts",
                    "JavaScript:alert()",
                    "vbscript:msgbox",
                ],
            },
            expect: [
                unsafe(
                    "callbackUrls",
                    '"about:blank", "blob:https://acme.io/1", "data:text/html,a", "file:///etc/hosts", "JavaScript:alert()" and "vbscript:msgbox"',
                ),
            ],
        },
        {
            name: "a listed unsafe scheme",
            client: { logoutUrls: ["javascript:alert()"] },
            options: { allowedSchemes: ["javascript"] },
            expect: [unsafe("logoutUrls", '"javascript:alert()"')],
        },
        {
            name: "schemes without a dot",
            client: { callbackUrls: ["myapp://example", "exp://localhost:8081", "com.example.app:/oauth"] },
            expect: [notReverseDomain("callbackUrls", '"myapp://example" and "exp://localhost:8081"')],
        },
        {
            name: "a scheme that starts with a listed one",
            client: { callbackUrls: ["myapp://example", "myapp2://example", "com.example:/cb"] },
            options: { allowedSchemes: ["myapp"] },
            expect: [notReverseDomain("callbackUrls", '"myapp2://example"')],
        },
        {
            name: "both defects in each property",
            client: { callbackUrls: ["data:,a", "a://b"], logoutUrls: ["c://d"], defaultRedirectUri: "file:///e" },
            expect: [
                unsafe("callbackUrls", '"data:,a"'),
                unsafe("defaultRedirectUri", '"file:///e"'),
                notReverseDomain("callbackUrls", '"a://b"'),
                notReverseDomain("logoutUrls", '"c://d"'),
            ],
        },
        {
            name: "known elements of a partly unknown list",
            client: { callbackUrls: [unknown, "myapp://example"], logoutUrls: unknown, defaultRedirectUri: "data:,a" },
            expect: [unsafe("defaultRedirectUri", '"data:,a"'), notReverseDomain("callbackUrls", '"myapp://example"')],
            unknown: ["callbackUrls[0]", "logoutUrls"],
        },
    ],
});
