import { testRule, unknown } from "../../src/api/testing";
import rule from "../../src/rules/valid-identity-providers";

const characters = (names: string) =>
    `supportedIdentityProviders has ${names}; a name may have only letters, numbers, punctuation, symbols and spaces.`;
const length = (names: string) => `supportedIdentityProviders has ${names}; a name must have at most 32.`;

const EMPTY = "supportedIdentityProviders has an empty element; remove it.";

testRule(rule, {
    accept: [
        { name: "the default", client: {} },
        { name: "an empty list", client: { supportedIdentityProviders: [] } },
        { name: "names in any case and script", client: { supportedIdentityProviders: ["COGNITO", "google", "Corp-IdP_2.0", "会社"] } },
        {
            name: "spaces, no-break spaces and separators of Unicode",
            client: { supportedIdentityProviders: ["Azure AD", " ", "A\u00a0B", "A\u2028B\u2029"] },
        },
        {
            name: "letters, marks, numbers, punctuation and symbols",
            client: { supportedIdentityProviders: ["役割", "e\u0301", "2³", "a/b:c", "€+"] },
        },
        {
            name: "several names in one element, which no-joined-values reports",
            client: { supportedIdentityProviders: ["COGNITO,Google", "COGNITO\nGoogle", "corporate-directory-of-acme,partner-directory"] },
        },
        { name: "the minimum length", client: { supportedIdentityProviders: ["x"] } },
        { name: "the maximum length", client: { supportedIdentityProviders: ["x".repeat(32)] } },
        { name: "the maximum length in non-ASCII characters", client: { supportedIdentityProviders: ["é".repeat(32)] } },
        { name: "the maximum length in characters of two UTF-16 units", client: { supportedIdentityProviders: ["😀".repeat(32)] } },
    ],
    unknown: [
        { name: "an unknown list", client: { supportedIdentityProviders: unknown }, unknown: ["supportedIdentityProviders"] },
        {
            name: "an unknown provider",
            client: { supportedIdentityProviders: ["COGNITO", unknown] },
            unknown: ["supportedIdentityProviders[1]"],
        },
    ],
    reject: [
        { name: "an empty element", client: { supportedIdentityProviders: ["COGNITO", ""] }, expect: [EMPTY] },
        {
            name: "more than the maximum length",
            client: { supportedIdentityProviders: ["COGNITO", "x".repeat(33)] },
            expect: [length(`"${"x".repeat(33)}" (33 characters)`)],
        },
        {
            name: "more than the maximum length in characters of two UTF-16 units",
            client: { supportedIdentityProviders: ["😀".repeat(33)] },
            expect: [length(`"${"😀".repeat(33)}" (33 characters)`)],
        },
        {
            name: "line breaks and tabs in one message",
            client: { supportedIdentityProviders: ["Azure AD\t", "Google\n"] },
            expect: [characters('"Azure AD\\u{9}" and "Google\\u{a}"')],
        },
        {
            name: "a control character",
            client: { supportedIdentityProviders: ["Okta\u0007"] },
            expect: [characters('"Okta\\u{7}"')],
        },
        {
            name: "a zero-width space",
            client: { supportedIdentityProviders: ["Okta\u200b"] },
            expect: [characters('"Okta\\u{200b}"')],
        },
        {
            name: "an unassigned character, a private-use character and half of a surrogate pair",
            client: { supportedIdentityProviders: ["\u0378", "\ue000", "\ud83d"] },
            expect: [characters('"\\u{378}", "\\u{e000}" and "\\u{d83d}"')],
        },
        {
            name: "a name with invalid characters and length for its characters",
            client: { supportedIdentityProviders: ["x\t".repeat(20)] },
            expect: [characters(`"${"x\\u{9}".repeat(20)}"`)],
        },
        {
            name: "an element of too many spaces as an empty one",
            client: { supportedIdentityProviders: [" ".repeat(33)] },
            expect: [EMPTY],
        },
        {
            name: "known elements of a partly unknown list",
            client: { supportedIdentityProviders: [unknown, "", "Okta\n"] },
            expect: [EMPTY, characters('"Okta\\u{a}"')],
            unknown: ["supportedIdentityProviders[0]"],
        },
    ],
});
