import { testRule, unknown } from "../../src/api/testing";
import rule from "../../src/rules/no-misspelled-identity-providers";

testRule(rule, {
    accept: [
        { name: "a client without identity providers", client: {} },
        { name: "an empty list", client: { supportedIdentityProviders: [] } },
        {
            name: "the built-in identity providers",
            client: { supportedIdentityProviders: ["COGNITO", "Facebook", "Google", "LoginWithAmazon", "SignInWithApple"] },
        },
        {
            name: "names that contain a built-in name",
            client: { supportedIdentityProviders: ["GoogleWorkspace", "CorporateGoogle", "Azure AD", "Amazon Seller"] },
        },
    ],
    unknown: [
        { name: "an unknown list", client: { supportedIdentityProviders: unknown }, unknown: ["supportedIdentityProviders"] },
        {
            name: "an unknown identity provider",
            client: { supportedIdentityProviders: ["COGNITO", unknown] },
            unknown: ["supportedIdentityProviders[1]"],
        },
    ],
    reject: [
        {
            name: "a name in the wrong case",
            client: { supportedIdentityProviders: ["Cognito", "Google"] },
            expect: ['supportedIdentityProviders has "Cognito", which is not a built-in identity provider (did you mean COGNITO?).'],
        },
        {
            name: "several names in one message",
            client: { supportedIdentityProviders: ["COGNITO", "Apple", "Sign in with Amazon"] },
            expect: [
                'supportedIdentityProviders has "Apple" (did you mean SignInWithApple?) and "Sign in with Amazon" (did you mean LoginWithAmazon?), which are not built-in identity providers.',
            ],
        },
        {
            name: "white space around a built-in name",
            client: { supportedIdentityProviders: ["Google ", "Facebook\n"] },
            expect: [
                'supportedIdentityProviders has "Google " (did you mean Google?) and "Facebook\\u{a}" (did you mean Facebook?), which are not built-in identity providers.',
            ],
        },
        {
            name: "a misspelled name next to the correct one",
            client: { supportedIdentityProviders: ["google", "Google"] },
            expect: ['supportedIdentityProviders has "google", which is not a built-in identity provider (did you mean Google?).'],
        },
        {
            name: "known elements of a partly unknown list",
            client: { supportedIdentityProviders: [unknown, "FACEBOOK"] },
            expect: ['supportedIdentityProviders has "FACEBOOK", which is not a built-in identity provider (did you mean Facebook?).'],
            unknown: ["supportedIdentityProviders[0]"],
        },
    ],
});
