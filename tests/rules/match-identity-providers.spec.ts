import { client, identityProvider, pool, testStackRule, unknown } from "../../src/api/testing";
import rule from "../../src/rules/match-identity-providers";

const provider = (poolName: string | undefined, providerName: string) => identityProvider(poolName, { providerName });
const clientWith = (...supportedIdentityProviders: string[]) => client("users", { supportedIdentityProviders });

const missing = (names: string, poolName = "users") =>
    `supportedIdentityProviders has ${names}, which the user pool ${poolName} does not have.`;

testStackRule(rule, {
    accept: [
        { name: "no identity providers", stack: { users: pool(), okta: provider("users", "Okta"), web: clientWith() } },
        { name: "the user pool itself", stack: { users: pool(), okta: provider("users", "Okta"), web: clientWith("COGNITO") } },
        {
            name: "identity providers of the user pool",
            stack: {
                users: pool(),
                web: clientWith("Google", "COGNITO", "Okta"),
                google: provider("users", "Google"),
                okta: provider("users", "Okta"),
            },
        },
        { name: "names that may be in another stack", stack: { users: pool(), web: clientWith("Okta", "Entra") } },
        {
            name: "misspelled names of built-in identity providers, which no-misspelled-identity-providers reports",
            stack: {
                users: pool(),
                google: provider("users", "Google"),
                web: clientWith("google", "Apple", "Cognito", "Login with Amazon", "FACEBOOK"),
            },
        },
        {
            name: "a name that may be in another stack next to a provider of another user pool",
            stack: { users: pool(), partners: pool(), okta: provider("partners", "Okta"), web: clientWith("Entra") },
        },
        { name: "a client of a user pool in another stack", stack: { okta: provider("users", "Okta"), web: clientWith("Google") } },
        {
            name: "an identity provider of the user pool next to one with an unknown name",
            stack: {
                users: pool(),
                some: provider("users", unknown),
                okta: provider("users", "Okta"),
                web: clientWith("Okta"),
            },
        },
    ],
    reject: [
        {
            name: "built-in identity providers that are not in the stack",
            stack: { users: pool(), web: clientWith("Facebook", "Google", "SignInWithApple", "LoginWithAmazon") },
            expect: { web: [missing('"Facebook", "Google", "SignInWithApple" and "LoginWithAmazon"')] },
        },
        {
            name: "an identity provider in the wrong case",
            stack: { users: pool(), okta: provider("users", "Okta"), web: clientWith("COGNITO", "okta") },
            expect: { web: [missing('"okta" (did you mean Okta?)')] },
        },
        {
            name: "a name that only the brand of a built-in identity provider resembles",
            stack: { users: pool(), google: provider("users", "Google"), web: clientWith("Googel") },
            expect: { web: [missing('"Googel" (did you mean Google?)')] },
        },
        {
            name: "several identity providers in one message without duplicates",
            stack: { users: pool(), okta: provider("users", "Okta"), web: clientWith("Otka", "Entra", "Okta", "Entra") },
            expect: { web: [missing('"Otka" (did you mean Okta?) and "Entra"')] },
        },
        {
            name: "identity providers of another user pool",
            stack: {
                users: pool(),
                partners: pool(),
                okta: provider("partners", "Okta"),
                google: provider("users", "Google"),
                elsewhere: provider("admins", "Okta"),
                web: clientWith("Okta"),
                app: client("partners", { supportedIdentityProviders: ["Okta", "Google"] }),
            },
            expect: { web: [missing('"Okta"')], app: [missing('"Google"', "partners")] },
        },
        {
            name: "a name next to an identity provider without a name, which Pulumi's provider rejects",
            stack: { users: pool(), nameless: provider("users", undefined as never), web: clientWith("Ok") },
            expect: { web: [missing('"Ok"')] },
        },
        {
            name: "known elements of a partly unknown list",
            stack: { users: pool(), okta: provider("users", "Okta"), web: clientWith(unknown, "Entra") },
            expect: { web: [missing('"Entra"')] },
            unknown: { web: ["supportedIdentityProviders[0]"] },
        },
        {
            name: "names next to an identity provider with another name and an unknown user pool",
            stack: {
                users: pool(),
                okta: provider("users", "Okta"),
                stray: provider(undefined, "Google"),
                web: clientWith("Entra", "Facebook"),
            },
            expect: { web: [missing('"Entra" and "Facebook"')] },
        },
    ],
    unknown: [
        {
            name: "an unknown list",
            stack: { users: pool(), web: client("users", { supportedIdentityProviders: unknown }) },
            unknown: { web: ["supportedIdentityProviders"] },
        },
        {
            name: "names that an identity provider with an unknown name may have",
            stack: {
                users: pool(),
                some: provider("users", unknown),
                okta: provider("users", "Okta"),
                web: clientWith("Google", "Entra", "Okta"),
            },
            unknown: { web: ["some.providerName"] },
        },
        {
            name: "an identity provider of an unknown user pool",
            stack: {
                users: pool(),
                okta: provider("users", "Okta"),
                stray: provider(undefined, "Google"),
                web: clientWith("Google"),
            },
            unknown: { web: ["stray.userPoolId"] },
        },
        {
            name: "an identity provider with an unknown name and an unknown user pool",
            stack: { users: pool(), stray: provider(undefined, unknown), web: clientWith("Google") },
            unknown: { web: ["stray.providerName"] },
        },
        {
            name: "a name that may be in another stack, if the only identity provider is of an unknown user pool",
            stack: { users: pool(), stray: provider(undefined, "Okta"), web: clientWith("Entra") },
            unknown: { web: ["stray.userPoolId"] },
        },
    ],
});
