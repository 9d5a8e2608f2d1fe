import rule from "../../src/rules/valid-identity-providers";
import { testRule, unknown } from "../harness";

const { characters, length } = rule.messages;

testRule(rule, {
    accept: [
        { why: "no providers", client: {} },
        { why: "an empty list", client: { supportedIdentityProviders: [] } },
        { why: "names of any spelling", client: { supportedIdentityProviders: ["COGNITO", "google", "Corp-IdP_2.0", "会社"] } },
        { why: "one character", client: { supportedIdentityProviders: ["x"] } },
        { why: "32 characters", client: { supportedIdentityProviders: ["x".repeat(32)] } },
        { why: "32 characters beyond ASCII", client: { supportedIdentityProviders: ["é".repeat(32)] } },
        { why: "32 characters that JavaScript counts as 64", client: { supportedIdentityProviders: ["😀".repeat(32)] } },
    ],
    reject: [
        {
            why: "an empty name",
            client: { supportedIdentityProviders: [""] },
            expect: ['supportedIdentityProviders has "" (0 characters); Cognito takes 1 to 32 characters.'],
        },
        {
            why: "33 characters",
            client: { supportedIdentityProviders: ["COGNITO", "x".repeat(33)] },
            expect: [length(["x".repeat(33)])],
        },
        {
            why: "33 characters beyond the basic plane, counted as one each",
            client: { supportedIdentityProviders: ["😀".repeat(33)] },
            expect: [`supportedIdentityProviders has "${"😀".repeat(33)}" (33 characters); Cognito takes 1 to 32 characters.`],
        },
        {
            why: "spaces and line breaks, in one message",
            client: { supportedIdentityProviders: ["Corporate IdP", "Google\n"] },
            expect: ['supportedIdentityProviders has "Corporate IdP" and "Google\\n", with white space or characters that cannot be seen.'],
        },
        {
            why: "a control character",
            client: { supportedIdentityProviders: ["Okta\u0007"] },
            expect: [characters(["Okta\u0007"])],
        },
        {
            why: "a space of no width",
            client: { supportedIdentityProviders: ["Okta\u200b"] },
            expect: [characters(["Okta\u200b"])],
        },
        { why: "a space that does not break", client: { supportedIdentityProviders: ["A\u00a0B"] }, expect: [characters(["A\u00a0B"])] },
        {
            why: "a name with two defects for one of them",
            client: { supportedIdentityProviders: ["x ".repeat(20)] },
            expect: [characters(["x ".repeat(20)])],
        },
        {
            why: "what is known of a list",
            client: { supportedIdentityProviders: [unknown, "", " "] },
            expect: [characters([" "]), length([""])],
            undecided: ["supportedIdentityProviders[0]"],
        },
    ],
    undecided: [
        { why: "a list not known yet", client: { supportedIdentityProviders: unknown }, on: ["supportedIdentityProviders"] },
        {
            why: "a provider not known yet",
            client: { supportedIdentityProviders: ["COGNITO", unknown] },
            on: ["supportedIdentityProviders[1]"],
        },
    ],
});
