import rule from "../../src/rules/no-credentials-in-redirect-urls";
import { testRule, unknown } from "../harness";

const { password } = rule.messages;

testRule(rule, {
    accept: [
        { why: "a client without redirects", client: {} },
        {
            why: "URLs without a password",
            client: {
                callbackUrls: ["https://acme.io", "http://localhost:3000/@user", "https://user@acme.io", "https://user:@acme.io"],
                logoutUrls: ["https://acme.io/a:b@c", "com.example.app:/oauth"],
                defaultRedirectUri: "myapp://example",
            },
        },
    ],
    reject: [
        {
            why: "passwords, and does not repeat them",
            client: { callbackUrls: ["https://acme.io", "https://user:word@acme.io/cb", "myapp://:w@rd@cb"] },
            expect: ['callbackUrls has a password in "https://user:***@acme.io/cb" and "myapp://:***@cb".'],
        },
        {
            why: "one in each property",
            client: { callbackUrls: ["https://a:b@c.io"], logoutUrls: ["https://d:e@f.io"], defaultRedirectUri: "https://g:h@i.io" },
            expect: [
                password("callbackUrls", ["https://a:b@c.io"]),
                password("logoutUrls", ["https://d:e@f.io"]),
                'defaultRedirectUri has a password in "https://g:***@i.io".',
            ],
        },
        {
            why: "what is known beside what is not",
            client: { callbackUrls: [unknown, "https://a:b@c.io"], logoutUrls: unknown },
            expect: [password("callbackUrls", ["https://a:b@c.io"])],
            undecided: ["callbackUrls[0]", "logoutUrls"],
        },
    ],
    undecided: [{ why: "a URL not known yet", client: { defaultRedirectUri: unknown }, on: ["defaultRedirectUri"] }],
});
