import rule from "../../src/rules/valid-default-redirect-uri";
import { testRule, unknown } from "../harness";

const { noCallbackUrls, notListed } = rule.messages;

testRule(rule, {
    accept: [
        { why: "a client without one", client: { callbackUrls: ["https://acme.io/cb"] } },
        { why: "the only callback URL", client: { callbackUrls: ["https://acme.io/cb"], defaultRedirectUri: "https://acme.io/cb" } },
        {
            why: "one of several",
            client: { callbackUrls: ["https://acme.io/cb", "myapp://cb"], defaultRedirectUri: "myapp://cb" },
        },
        {
            why: "one beside a callback URL not known yet",
            client: { callbackUrls: [unknown, "https://acme.io/cb"], defaultRedirectUri: "https://acme.io/cb" },
        },
        { why: "none beside callback URLs not known yet", client: { callbackUrls: unknown } },
    ],
    reject: [
        {
            why: "one that is not listed",
            client: { callbackUrls: ["https://acme.io/cb"], defaultRedirectUri: "https://acme.io/other" },
            expect: ['defaultRedirectUri is "https://acme.io/other", which is not in callbackUrls.'],
        },
        {
            why: "another port",
            client: { callbackUrls: ["http://localhost:3000"], defaultRedirectUri: "http://localhost:3001" },
            expect: [notListed("http://localhost:3001")],
        },
        {
            why: "one with a slash too many",
            client: { callbackUrls: ["https://acme.io/cb", "https://acme.io"], defaultRedirectUri: "https://acme.io/" },
            expect: ['defaultRedirectUri is "https://acme.io/", which is not in callbackUrls; did you mean "https://acme.io"?'],
        },
        {
            why: "one with a slash too few",
            client: { callbackUrls: ["https://acme.io/"], defaultRedirectUri: "https://acme.io" },
            expect: [notListed("https://acme.io", "https://acme.io/")],
        },
        {
            why: "one in another case",
            client: { callbackUrls: ["https://acme.io/CB"], defaultRedirectUri: "https://acme.io/cb" },
            expect: [notListed("https://acme.io/cb", "https://acme.io/CB")],
        },
        {
            why: "one with a space at the end",
            client: { callbackUrls: ["https://acme.io/cb"], defaultRedirectUri: "https://acme.io/cb " },
            expect: [notListed("https://acme.io/cb ", "https://acme.io/cb")],
        },
        {
            why: "one without callback URLs",
            client: { defaultRedirectUri: "https://acme.io/cb" },
            expect: ['defaultRedirectUri is "https://acme.io/cb", and callbackUrls is not set.'],
        },
        {
            why: "one beside an empty list",
            client: { callbackUrls: [], defaultRedirectUri: "https://acme.io/cb" },
            expect: [noCallbackUrls("https://acme.io/cb")],
        },
        {
            why: "without a word of a password",
            client: { callbackUrls: ["https://user:word@acme.io/"], defaultRedirectUri: "https://user:word@acme.io" },
            expect: [
                'defaultRedirectUri is "https://user:***@acme.io", which is not in callbackUrls; did you mean "https://user:***@acme.io/"?',
            ],
        },
    ],
    undecided: [
        {
            why: "one not known yet",
            client: { callbackUrls: ["https://acme.io"], defaultRedirectUri: unknown },
            on: ["defaultRedirectUri"],
        },
        {
            why: "one beside callback URLs not known yet",
            client: { callbackUrls: unknown, defaultRedirectUri: "https://acme.io" },
            on: ["callbackUrls"],
        },
        {
            why: "one that a callback URL not known yet may be",
            client: { callbackUrls: ["https://acme.io/cb", unknown], defaultRedirectUri: "https://acme.io" },
            on: ["callbackUrls[1]"],
        },
    ],
});
