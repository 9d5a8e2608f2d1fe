import rule from "../../src/rules/no-misspelt-identity-providers";
import { testRule, unknown } from "../harness";

const { misspelt } = rule.messages;

testRule(rule, {
    accept: [
        { why: "no providers", client: {} },
        { why: "an empty list", client: { supportedIdentityProviders: [] } },
        {
            why: "the built-in providers",
            client: { supportedIdentityProviders: ["COGNITO", "Facebook", "Google", "LoginWithAmazon", "SignInWithApple"] },
        },
        { why: "names that merely contain one", client: { supportedIdentityProviders: ["GoogleWorkspace", "CorporateGoogle"] } },
    ],
    reject: [
        {
            why: "wrong case",
            client: { supportedIdentityProviders: ["Cognito", "Google"] },
            expect: ['supportedIdentityProviders has "Cognito" (did you mean COGNITO?).'],
        },
        {
            why: "several in one message",
            client: { supportedIdentityProviders: ["COGNITO", "Apple", "Sign in with Amazon"] },
            expect: [
                'supportedIdentityProviders has "Apple" (did you mean SignInWithApple?) and "Sign in with Amazon" (did you mean LoginWithAmazon?).',
            ],
        },
        {
            why: "one beside the name that is meant",
            client: { supportedIdentityProviders: ["google", "Google"] },
            expect: [misspelt(["google"])],
        },
        {
            why: "what is known of a list",
            client: { supportedIdentityProviders: [unknown, "FACEBOOK"] },
            expect: [misspelt(["FACEBOOK"])],
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
