import { testRule, unknown } from "../../src/api/testing";
import rule from "../../src/rules/no-joined-values";

const urls = (property: string, values: string) => `${property} has several URLs in one string: ${values}.`;
const providers = (values: string) => `supportedIdentityProviders has several providers in one string: ${values}.`;

testRule(rule, {
    accept: [
        { name: "a client without lists", client: {} },
        {
            name: "single values",
            client: {
                callbackUrls: ["https://acme.io/cb", "dev.acme.shop:/cb", "http://localhost:3000"],
                logoutUrls: ["https://acme.io"],
                supportedIdentityProviders: ["COGNITO", "Google", "Azure AD", "Acme, Inc."],
            },
        },
        {
            name: "separators and other URLs in a URL",
            client: {
                callbackUrls: [
                    "https://acme.io/cb?a=1,2;b=3",
                    "https://acme.io/cb?next=https://b.acme.io",
                    "https://acme.io/a,b.acme.io",
                    "https://acme.io/https://b.acme.io",
                ],
            },
        },
        {
            name: "texts with a URL, which valid-redirect-urls reports",
            client: { callbackUrls: ["see https://acme.io", " https://acme.io ", "https://acme.io or https://b.acme.io", ""] },
        },
        {
            name: "long texts without several values",
            client: {
                callbackUrls: [`https://acme.io/${" ".repeat(1_000_000)}a`, `https://acme.io/${",a.".repeat(400_000)}`],
                supportedIdentityProviders: [`a${" ".repeat(200_000)}b`, `COGNITO,${"a".repeat(2041)}`],
            },
        },
        {
            name: "several URLs in defaultRedirectUri, which valid-default-redirect-uri reports",
            client: { defaultRedirectUri: "https://a.acme.io,https://b.acme.io" },
        },
    ],
    unknown: [
        {
            name: "unknown elements",
            client: { callbackUrls: [unknown], logoutUrls: unknown, supportedIdentityProviders: [unknown] },
            unknown: ["callbackUrls[0]", "logoutUrls", "supportedIdentityProviders[0]"],
        },
    ],
    reject: [
        {
            name: "URLs with any separator, in one message",
            client: {
                callbackUrls: [
                    "https://acme.io",
                    "https://a.io,https://b.io",
                    "https://a.io/cb; myapp://cb",
                    "https://a.io\nhttps://b.io\n",
                    "com.acme.app:/cb|https://a.io",
                ],
            },
            expect: [
                urls(
                    "callbackUrls",
                    String.raw`"https://a.io,https://b.io", "https://a.io/cb; myapp://cb", "https://a.io\u{a}https://b.io\u{a}" and "com.acme.app:/cb|https://a.io"`,
                ),
            ],
        },
        {
            name: "a list in JSON",
            client: { logoutUrls: ['["https://a.io","https://b.io"]'] },
            expect: [urls("logoutUrls", '"["https://a.io","https://b.io"]"')],
        },
        {
            name: "several URLs without their queries and passwords",
            client: { callbackUrls: ["https://a.io/cb?c,https://b.io/cb?d", "https://user:word@a.io,https://user:word@b.io"] },
            expect: [urls("callbackUrls", '"https://a.io/cb?…,https://b.io/cb?…" and "https://***@…"')],
        },
        {
            name: "several URLs that are too long together",
            client: { callbackUrls: [Array.from({ length: 100 }, (_, index) => `https://acme.io/${index}`).join()] },
            expect: [
                urls(
                    "callbackUrls",
                    '"https://acme.io/0,https://acme.io/1,https://acme.io/2,https://acme.io/3,https:/…97,https://acme.io/98,https://acme.io/99"',
                ),
            ],
        },
        {
            name: "several providers",
            client: { supportedIdentityProviders: ["COGNITO,Google", "Okta", "Cognito; Okta", '["COGNITO","Google"]'] },
            expect: [providers(`"COGNITO,Google", "Cognito; Okta" and "["COGNITO","Google"]"`)],
        },
        {
            name: "as many providers as a client can have",
            client: { supportedIdentityProviders: [`COGNITO${",Google".repeat(291)},Ok`] },
            expect: [providers(`"COGNITO${",Google".repeat(10)},G…le${",Google".repeat(5)},Ok"`)],
        },
        {
            name: "each property in its own message, next to unknown elements",
            client: {
                callbackUrls: [unknown, "https://a.io https://b.io"],
                logoutUrls: ["https://c.io,https://d.io"],
                supportedIdentityProviders: ["COGNITO Google", unknown],
            },
            expect: [
                urls("callbackUrls", '"https://a.io https://b.io"'),
                urls("logoutUrls", '"https://c.io,https://d.io"'),
                providers('"COGNITO Google"'),
            ],
            unknown: ["callbackUrls[0]", "supportedIdentityProviders[1]"],
        },
    ],
});
