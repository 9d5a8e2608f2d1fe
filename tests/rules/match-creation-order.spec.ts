import { client, identityProvider, pool, resourceServer, testStackRule, unknown } from "../../src/api/testing";
import rule from "../../src/rules/match-creation-order";

const google = identityProvider("users", { providerName: "Google" });
const orders = resourceServer("users", { identifier: "orders", scopes: [{ scopeName: "read", scopeDescription: "Read orders" }] });
const okta = identityProvider("users", { providerName: "Okta" });
const users = pool();

const byProvider = (names: string) => `supportedIdentityProviders has ${names}, but the client does not depend on this provider.`;
const byScope = (scopes: string) => `allowedOauthScopes has ${scopes}, but the client does not depend on this resource server.`;

testStackRule(rule, {
    accept: [
        {
            name: "a client that exists already",
            form: "state",
            stack: {
                users,
                google,
                orders,
                web: client("users", { supportedIdentityProviders: ["Google"], allowedOauthScopes: ["orders/read"] }),
            },
        },
        {
            name: "a client that depends on what it names",
            stack: {
                users,
                google,
                orders,
                web: client(
                    "users",
                    { supportedIdentityProviders: ["Google"], allowedOauthScopes: ["orders/read"] },
                    { dependsOn: ["google", "orders"] },
                ),
            },
        },
        {
            name: "a dependency over another client",
            stack: {
                users,
                google,
                web: client("users", { supportedIdentityProviders: ["COGNITO"] }, { dependsOn: ["google"] }),
                app: client("users", { supportedIdentityProviders: ["Google"] }, { dependsOn: ["web"] }),
            },
        },
        {
            name: "names that are not those of resources in the stack",
            stack: {
                users,
                okta,
                orders,
                web: client("users", {
                    supportedIdentityProviders: ["COGNITO", "Google"],
                    allowedOauthScopes: ["openid", "bags/read", "orders"],
                }),
            },
        },
        {
            name: "resources of another user pool",
            stack: { users, partners: pool(), google, web: client("partners", { supportedIdentityProviders: ["Google"] }) },
        },
        {
            name: "resources of an unknown user pool",
            stack: {
                users,
                google: identityProvider(undefined, { providerName: "Google" }),
                web: client("users", { supportedIdentityProviders: ["Google"] }),
            },
        },
        {
            name: "a client of a user pool in another stack",
            stack: {
                google: identityProvider("elsewhere", { providerName: "Google" }),
                web: client("elsewhere", { supportedIdentityProviders: ["Google"] }),
            },
        },
        {
            name: "a resource server without an identifier",
            stack: {
                users,
                api: resourceServer("users", {}),
                web: client("users", { allowedOauthScopes: ["openid"] }),
            },
        },
    ],
    reject: [
        {
            name: "the name of an identity provider that is created at the same time",
            form: "preview",
            stack: { users, google, web: client("users", { supportedIdentityProviders: ["COGNITO", "Google"] }) },
            expect: { web: [byProvider('"Google"')] },
        },
        {
            name: "a scope of a resource server that is created at the same time",
            form: "preview",
            stack: { users, orders, web: client("users", { allowedOauthScopes: ["openid", "orders/read", "orders/write"] }) },
            expect: { web: [byScope('"orders/read" and "orders/write"')] },
        },
        {
            name: "one of two identity providers, and each client on its own",
            form: "preview",
            stack: {
                users,
                google,
                okta,
                web: client("users", { supportedIdentityProviders: ["Google", "Okta"] }, { dependsOn: ["okta"] }),
                app: client("users", { supportedIdentityProviders: ["Okta", "Google"] }),
            },
            expect: { web: [byProvider('"Google"')], app: [byProvider('"Okta" and "Google"')] },
        },
        {
            name: "known elements of a partly unknown list",
            form: "preview",
            stack: { users, google, web: client("users", { supportedIdentityProviders: [unknown, "Google"] }) },
            expect: { web: [byProvider('"Google"')] },
            unknown: { web: ["supportedIdentityProviders[0]"] },
        },
    ],
    unknown: [
        {
            name: "unknown lists",
            stack: { users, google, web: client("users", { supportedIdentityProviders: unknown, allowedOauthScopes: unknown }) },
            unknown: { web: ["supportedIdentityProviders", "allowedOauthScopes"] },
        },
    ],
});
