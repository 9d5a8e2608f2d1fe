import { client, identityProvider, pool, testStackRule, unknown } from "../../src/api/testing";
import rule from "../../src/rules/match-attribute-mapping";

const missing = (attributes: string, providers: string) => `writeAttributes lacks ${attributes}, which the identity ${providers}.`;
const users = pool();
const google = identityProvider("users", { providerName: "Google", attributeMapping: { email: "email", name: "name" } });
const okta = identityProvider("users", { providerName: "Okta", attributeMapping: { "custom:team": "team", email: "mail" } });

testStackRule(rule, {
    accept: [
        {
            name: "unset and empty writeAttributes, which mean all attributes",
            stack: {
                users,
                google,
                web: client("users", { supportedIdentityProviders: ["Google"] }),
                app: client("users", { supportedIdentityProviders: ["Google"], writeAttributes: [] }),
            },
        },
        {
            name: "all mapped attributes",
            stack: {
                users,
                google,
                okta,
                web: client("users", { supportedIdentityProviders: ["Google", "Okta"], writeAttributes: ["name", "custom:team", "email"] }),
            },
        },
        {
            name: "attributes that can be mapped without write access",
            stack: {
                users,
                google: identityProvider("users", {
                    providerName: "Google",
                    attributeMapping: { username: "sub", email_verified: "email_verified", phone_number_verified: "phone_verified" },
                }),
                web: client("users", { supportedIdentityProviders: ["Google"], writeAttributes: ["email"] }),
            },
        },
        {
            name: "an identity provider without a mapping",
            stack: {
                users,
                google: identityProvider("users", { providerName: "Google" }),
                okta: identityProvider("users", { providerName: "Okta", attributeMapping: {} }),
                web: client("users", { supportedIdentityProviders: ["Google", "Okta"], writeAttributes: ["email"] }),
            },
        },
        {
            name: "identity providers that the client does not name",
            stack: {
                users,
                google,
                web: client("users", { writeAttributes: ["email"] }),
                app: client("users", { supportedIdentityProviders: ["COGNITO", "google"], writeAttributes: ["email"] }),
            },
        },
        {
            name: "identity providers of another user pool",
            stack: {
                users,
                partners: pool(),
                google: identityProvider("partners", { providerName: "Google", attributeMapping: { name: "name" } }),
                web: client("users", { supportedIdentityProviders: ["Google"], writeAttributes: ["email"] }),
            },
        },
        {
            name: "a client of a user pool in another stack",
            stack: { users, google, web: client("partners", { supportedIdentityProviders: ["Google"], writeAttributes: ["email"] }) },
        },
        {
            name: "unknown values of a map, whose keys are known",
            stack: {
                users,
                google: identityProvider("users", { providerName: "Google", attributeMapping: { email: unknown } }),
                web: client("users", { supportedIdentityProviders: ["Google"], writeAttributes: ["email"] }),
            },
        },
        {
            name: "an unknown mapping of an identity provider that the client does not name",
            stack: {
                users,
                google: identityProvider("users", { providerName: "Google", attributeMapping: unknown }),
                web: client("users", { supportedIdentityProviders: ["COGNITO"], writeAttributes: ["email"] }),
            },
        },
        {
            name: "an identity provider of an unknown user pool that maps only writable attributes",
            stack: {
                users,
                google: identityProvider(undefined, { providerName: "Google", attributeMapping: { email: "email" } }),
                web: client("users", { supportedIdentityProviders: ["Google"], writeAttributes: ["email"] }),
            },
        },
        {
            name: "unset writeAttributes with unknown identity providers",
            stack: { users, google, web: client("users", { supportedIdentityProviders: unknown }) },
        },
    ],
    unknown: [
        {
            name: "unknown lists of the client",
            stack: {
                users,
                google,
                web: client("users", { supportedIdentityProviders: ["Google"], writeAttributes: unknown }),
                app: client("users", { supportedIdentityProviders: unknown, writeAttributes: ["email"] }),
            },
            unknown: { web: ["writeAttributes"], app: ["supportedIdentityProviders"] },
        },
        {
            name: "an unknown attribute and an unknown identity provider",
            stack: {
                users,
                google,
                web: client("users", { supportedIdentityProviders: ["Google"], writeAttributes: ["email", unknown] }),
                app: client("users", { supportedIdentityProviders: ["COGNITO", unknown], writeAttributes: ["email"] }),
            },
            unknown: { web: ["writeAttributes[1]"], app: ["supportedIdentityProviders[1]"] },
        },
        {
            name: "an unknown mapping and an unknown name",
            stack: {
                users,
                google: identityProvider("users", { providerName: "Google", attributeMapping: unknown }),
                okta: identityProvider("users", { providerName: unknown, attributeMapping: { name: "name" } }),
                web: client("users", { supportedIdentityProviders: ["Google"], writeAttributes: ["email"] }),
            },
            unknown: { web: ["google.attributeMapping", "okta.providerName"] },
        },
        {
            name: "an identity provider of an unknown user pool",
            stack: {
                users,
                google: identityProvider(undefined, { providerName: "Google", attributeMapping: { name: "name" } }),
                web: client("users", { supportedIdentityProviders: ["Google"], writeAttributes: ["email"] }),
            },
            unknown: { web: ["google.userPoolId"] },
        },
    ],
    reject: [
        {
            name: "a missing attribute",
            stack: {
                users,
                google,
                web: client("users", { supportedIdentityProviders: ["COGNITO", "Google"], writeAttributes: ["email"] }),
            },
            expect: { web: [missing('"name"', 'provider "Google" maps')] },
        },
        {
            name: "attributes of several identity providers in one message, each once",
            stack: {
                users,
                google,
                okta,
                web: client("users", { supportedIdentityProviders: ["Okta", "Google"], writeAttributes: ["birthdate"] }),
            },
            expect: { web: [missing('"email", "name" and "custom:team"', 'providers "Google" and "Okta" map')] },
        },
        {
            name: "one of several identity providers",
            stack: {
                users,
                google,
                okta,
                web: client("users", { supportedIdentityProviders: ["Okta", "Google"], writeAttributes: ["email", "name"] }),
            },
            expect: { web: [missing('"custom:team"', 'provider "Okta" maps')] },
        },
        {
            name: "a missing attribute whose value in the mapping is unknown, next to an unknown mapping",
            stack: {
                users,
                google: identityProvider("users", { providerName: "Google", attributeMapping: { name: unknown, username: unknown } }),
                okta: identityProvider("users", { providerName: "Okta", attributeMapping: unknown }),
                web: client("users", { supportedIdentityProviders: ["Okta", "Google"], writeAttributes: ["email"] }),
            },
            expect: { web: [missing('"name"', 'provider "Google" maps')] },
            unknown: { web: ["okta.attributeMapping"] },
        },
    ],
});
