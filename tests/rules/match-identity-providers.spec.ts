import rule from "../../src/rules/match-identity-providers";
import { unknown } from "../harness";
import { client, identityProvider, pool, testStackRule } from "../stack-harness";

const { missing } = rule.messages;
const using = (...supportedIdentityProviders: string[]) => client("users", { supportedIdentityProviders });

testStackRule(rule, {
    accept: [
        { why: "a client without providers", stack: { users: pool(), okta: identityProvider("users", "Okta"), web: using() } },
        { why: "the user pool itself", stack: { users: pool(), okta: identityProvider("users", "Okta"), web: using("COGNITO") } },
        {
            why: "the providers that the pool has",
            stack: {
                users: pool(),
                web: using("Google", "COGNITO", "Okta"),
                google: identityProvider("users", "Google"),
                okta: identityProvider("users", "Okta"),
            },
        },
        { why: "a name that may be a provider of another stack", stack: { users: pool(), web: using("Okta", "google") } },
        {
            why: "a name that may be a provider of another stack beside a provider of another pool",
            stack: { users: pool(), partners: pool(), okta: identityProvider("partners", "Okta"), web: using("Entra") },
        },
        { why: "a pool of another stack", stack: { okta: identityProvider("users", "Okta"), web: using("Google") } },
        {
            why: "a provider that the pool has beside one not known yet",
            stack: {
                users: pool(),
                some: identityProvider("users", unknown),
                okta: identityProvider("users", "Okta"),
                web: using("Okta"),
            },
        },
    ],
    reject: [
        {
            why: "a built-in provider of which the stack has none",
            stack: { users: pool(), web: using("Facebook", "Google", "SignInWithApple", "LoginWithAmazon") },
            expect: { web: [missing(["Facebook", "Google", "SignInWithApple", "LoginWithAmazon"], "users", [])] },
        },
        {
            why: "the wrong case of the one that there is",
            stack: { users: pool(), google: identityProvider("users", "Google"), web: using("COGNITO", "google") },
            expect: { web: ['supportedIdentityProviders has "google" (did you mean Google?), which the user pool users lacks.'] },
        },
        {
            why: "several in one message, each once",
            stack: { users: pool(), okta: identityProvider("users", "Okta"), web: using("Otka", "Entra", "Okta", "Entra") },
            expect: {
                web: ['supportedIdentityProviders has "Otka" (did you mean Okta?) and "Entra", which the user pool users lacks.'],
            },
        },
        {
            why: "a provider of the other pool",
            stack: {
                users: pool(),
                partners: pool(),
                okta: identityProvider("partners", "Okta"),
                google: identityProvider("users", "Google"),
                elsewhere: identityProvider("admins", "Okta"),
                web: using("Okta"),
                app: client("partners", { supportedIdentityProviders: ["Okta", "Google"] }),
            },
            expect: { web: [missing(["Okta"], "users", ["Google"])], app: [missing(["Google"], "partners", ["Okta"])] },
        },
        {
            why: "a name beside a provider without one, which Pulumi's provider refuses",
            stack: { users: pool(), nameless: identityProvider("users", undefined as never), web: using("Ok") },
            expect: { web: ['supportedIdentityProviders has "Ok", which the user pool users lacks.'] },
        },
        {
            why: "what is known of a list",
            stack: { users: pool(), okta: identityProvider("users", "Okta"), web: using(unknown, "Entra") },
            expect: { web: [missing(["Entra"], "users", ["Okta"])] },
            undecided: { web: ["supportedIdentityProviders[0]"] },
        },
        {
            why: "a name beside a provider of another name of which nobody can tell whose it is",
            stack: {
                users: pool(),
                okta: identityProvider("users", "Okta"),
                stray: identityProvider(undefined, "Google"),
                web: using("Entra", "Facebook"),
            },
            expect: { web: [missing(["Entra", "Facebook"], "users", ["Okta"])] },
        },
    ],
    undecided: [
        {
            why: "providers not known yet",
            stack: { users: pool(), web: client("users", { supportedIdentityProviders: unknown }) },
            on: { web: ["supportedIdentityProviders"] },
        },
        {
            why: "a name that a provider not known yet may have",
            stack: {
                users: pool(),
                some: identityProvider("users", unknown),
                okta: identityProvider("users", "Okta"),
                web: using("Google", "Entra", "Okta"),
            },
            on: { web: ["some.providerName"] },
        },
        {
            why: "a provider of which nobody can tell whose it is",
            stack: {
                users: pool(),
                okta: identityProvider("users", "Okta"),
                stray: identityProvider(undefined, "Google"),
                web: using("Google"),
            },
            on: { web: ["stray.userPoolId"] },
        },
        {
            why: "a provider of which neither the name nor the pool can be told",
            stack: { users: pool(), stray: identityProvider(undefined, unknown), web: using("Google") },
            on: { web: ["stray.providerName"] },
        },
        {
            why: "a name of which another stack may have the provider, unless the stray one is of this pool",
            stack: { users: pool(), stray: identityProvider(undefined, "Okta"), web: using("Entra") },
            on: { web: ["stray.userPoolId"] },
        },
    ],
});
