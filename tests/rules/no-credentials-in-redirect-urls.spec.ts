import { testRule, unknown } from "../../src/api/testing";
import rule from "../../src/rules/no-credentials-in-redirect-urls";

testRule(rule, {
    accept: [
        { name: "a client without redirect URLs", client: {} },
        {
            name: "URLs without a password",
            client: {
                callbackUrls: ["https://acme.io", "http://localhost:3000/@user", "https://user@acme.io", "https://user:@acme.io"],
                logoutUrls: ["https://acme.io/a:b@c", "com.example.app:/oauth"],
                defaultRedirectUri: "myapp://example",
            },
        },
    ],
    unknown: [{ name: "an unknown URL", client: { defaultRedirectUri: unknown }, unknown: ["defaultRedirectUri"] }],
    reject: [
        {
            name: "passwords, and does not print them",
            client: { callbackUrls: ["https://acme.io", "https://user:word@acme.io/cb", "myapp://:w@rd@cb"] },
            expect: ['callbackUrls has a password in "https://***@acme.io/cb" and "myapp://***@cb".'],
        },
        {
            name: "a password whose end is not certain, and prints nothing of the rest",
            client: { callbackUrls: ["https://user:w@/rd@acme.io/cb"] },
            expect: ['callbackUrls has a password in "https://***@…".'],
        },
        {
            name: "several passwords for one URL",
            client: { callbackUrls: ["https://a:b@acme.io/cb?c", "https://d:e@acme.io/cb?f", "https://g:h@acme.io/cb"] },
            expect: ['callbackUrls has a password in "https://***@acme.io/cb?…" (2 URLs) and "https://***@acme.io/cb".'],
        },
        {
            name: "a password in each property",
            client: { callbackUrls: ["https://a:b@c.io"], logoutUrls: ["https://d:e@f.io"], defaultRedirectUri: "https://g:h@i.io" },
            expect: [
                'callbackUrls has a password in "https://***@c.io".',
                'logoutUrls has a password in "https://***@f.io".',
                'defaultRedirectUri has a password in "https://***@i.io".',
            ],
        },
        {
            name: "known elements of a partly unknown list",
            client: { callbackUrls: [unknown, "https://a:b@c.io"], logoutUrls: unknown },
            expect: ['callbackUrls has a password in "https://***@c.io".'],
            unknown: ["callbackUrls[0]", "logoutUrls"],
        },
    ],
});
