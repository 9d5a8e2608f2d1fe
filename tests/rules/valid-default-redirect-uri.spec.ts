import { testRule, unknown } from "../../src/api/testing";
import rule from "../../src/rules/valid-default-redirect-uri";

const notListed = (uri: string) => `defaultRedirectUri is "${uri}", which is not in callbackUrls.`;
const misspelled = (uri: string, suggestion: string) =>
    `defaultRedirectUri is "${uri}", which is not in callbackUrls (did you mean "${suggestion}"?).`;
const noCallbackUrls = (uri: string) => `defaultRedirectUri is "${uri}", but callbackUrls is not set.`;
const emptyCallbackUrls = (uri: string) => `defaultRedirectUri is "${uri}", but callbackUrls is empty, which Cognito treats as not set.`;
const looksEqual = (uri: string) =>
    `defaultRedirectUri is "${uri}", which is not in callbackUrls (one of them differs only in case or a slash at the end).`;

testRule(rule, {
    accept: [
        { name: "callback URLs without a default", client: { callbackUrls: ["https://acme.io/cb"] } },
        { name: "the only callback URL", client: { callbackUrls: ["https://acme.io/cb"], defaultRedirectUri: "https://acme.io/cb" } },
        {
            name: "one of several callback URLs",
            client: { callbackUrls: ["https://acme.io/cb", "myapp://cb"], defaultRedirectUri: "myapp://cb" },
        },
        {
            name: "a callback URL next to an unknown one",
            client: { callbackUrls: [unknown, "https://acme.io/cb"], defaultRedirectUri: "https://acme.io/cb" },
        },
        { name: "an empty default, as a provider reads back an unset one", client: { defaultRedirectUri: "" } },
        {
            name: "an empty default with callback URLs",
            client: { callbackUrls: ["https://acme.io/cb"], defaultRedirectUri: "" },
        },
        { name: "unknown callback URLs without a default", client: { callbackUrls: unknown } },
    ],
    unknown: [
        {
            name: "an unknown default",
            client: { callbackUrls: ["https://acme.io"], defaultRedirectUri: unknown },
            unknown: ["defaultRedirectUri"],
        },
        {
            name: "a default with unknown callback URLs",
            client: { callbackUrls: unknown, defaultRedirectUri: "https://acme.io" },
            unknown: ["callbackUrls"],
        },
        {
            name: "a default that an unknown callback URL may be equal to",
            client: { callbackUrls: ["https://acme.io/cb", unknown], defaultRedirectUri: "https://acme.io" },
            unknown: ["callbackUrls[1]"],
        },
    ],
    reject: [
        {
            name: "a URL that is not a callback URL",
            client: { callbackUrls: ["https://acme.io/cb"], defaultRedirectUri: "https://acme.io/other" },
            expect: [notListed("https://acme.io/other")],
        },
        {
            name: "a different port",
            client: { callbackUrls: ["http://localhost:3000"], defaultRedirectUri: "http://localhost:3001" },
            expect: [notListed("http://localhost:3001")],
        },
        {
            name: "an additional trailing slash",
            client: { callbackUrls: ["https://acme.io/cb", "https://acme.io"], defaultRedirectUri: "https://acme.io/" },
            expect: [misspelled("https://acme.io/", "https://acme.io")],
        },
        {
            name: "a missing trailing slash",
            client: { callbackUrls: ["https://acme.io/"], defaultRedirectUri: "https://acme.io" },
            expect: [misspelled("https://acme.io", "https://acme.io/")],
        },
        {
            name: "a different case",
            client: { callbackUrls: ["https://acme.io/CB"], defaultRedirectUri: "https://acme.io/cb" },
            expect: [misspelled("https://acme.io/cb", "https://acme.io/CB")],
        },
        {
            name: "a trailing space",
            client: { callbackUrls: ["https://acme.io/cb"], defaultRedirectUri: "https://acme.io/cb " },
            expect: [misspelled("https://acme.io/cb ", "https://acme.io/cb")],
        },
        {
            name: "a default without callback URLs",
            client: { defaultRedirectUri: "https://acme.io/cb" },
            expect: [noCallbackUrls("https://acme.io/cb")],
        },
        {
            name: "a default with an empty list of callback URLs",
            client: { callbackUrls: [], defaultRedirectUri: "https://acme.io/cb" },
            expect: [emptyCallbackUrls("https://acme.io/cb")],
        },
        {
            name: "a URL that differs from a callback URL in a part that is not printed",
            client: { callbackUrls: ["https://acme.io/cb?a=B"], defaultRedirectUri: "https://acme.io/cb?a=b" },
            expect: [looksEqual("https://acme.io/cb?…")],
        },
        {
            name: "URLs with passwords, and does not print passwords",
            client: { callbackUrls: ["https://user:word@acme.io/"], defaultRedirectUri: "https://user:word@acme.io" },
            expect: [misspelled("https://***@acme.io", "https://***@acme.io/")],
        },
    ],
});
