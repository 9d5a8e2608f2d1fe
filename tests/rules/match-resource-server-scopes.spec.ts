import { client, pool, resourceServer, testStackRule, unknown } from "../../src/api/testing";
import rule from "../../src/rules/match-resource-server-scopes";

const server = (poolName: string | undefined, identifier: string, names: readonly string[]) =>
    resourceServer(poolName, { identifier, scopes: names.map(scopeName => ({ scopeName, scopeDescription: "Lets an app use the API" })) });
const clientWith = (...allowedOauthScopes: string[]) => client("users", { allowedOauthScopes });

const missing = (scopes: string) => `allowedOauthScopes has ${scopes}, which no resource server of the user pool users has.`;

testStackRule(rule, {
    accept: [
        { name: "no scopes", stack: { users: pool(), api: server("users", "api", ["read"]), web: clientWith() } },
        {
            name: "system scopes",
            stack: {
                users: pool(),
                api: server("users", "openi", ["read"]),
                nameless: server("users", undefined as never, ["read"]),
                web: clientWith("openid", "aws.cognito.signin.user.admin"),
            },
        },
        {
            name: "scopes of two resource servers",
            stack: {
                users: pool(),
                web: clientWith("orders/read", "orders/write", "bags/read"),
                orders: server("users", "orders", ["read", "write"]),
                bags: server("users", "bags", ["read"]),
            },
        },
        {
            name: "an identifier that is a URL and starts with another identifier",
            stack: {
                users: pool(),
                api: server("users", "https://api.acme-retail.io", ["admin"]),
                orders: server("users", "https://api.acme-retail.io/orders", ["read"]),
                slash: server("users", "https://api.acme-retail.io/", ["list"]),
                web: clientWith(
                    "https://api.acme-retail.io/orders/read",
                    "https://api.acme-retail.io/admin",
                    "https://api.acme-retail.io//list",
                ),
            },
        },
        {
            name: "scopes of resource servers in another stack, also if an identifier starts with one of this stack",
            stack: {
                users: pool(),
                api: server("users", "https://api.acme-retail.io", ["read"]),
                web: clientWith("https://api.acme-retail.io/bags/write", "bags/write"),
            },
        },
        {
            name: "the identifier of a resource server of another user pool",
            stack: { users: pool(), partners: pool(), api: server("partners", "api", ["read"]), web: clientWith("api/write") },
        },
        {
            name: "identifiers of other resource servers that only resemble one of this stack",
            stack: {
                users: pool(),
                api: server("users", "https://api.acme-retail.io/v1/orders", ["read"]),
                shop: server("users", "shop-eu", ["read"]),
                users1: server("users", "users", ["read"]),
                web: clientWith(
                    "https://api.acme-retail.io/v2/orders/read",
                    "https://api.acme-retail.io/v1/users/read",
                    "https://api.acme-retail.io/orders/read",
                    "shop-us/read",
                    "users2/read",
                    "bags/read",
                ),
            },
        },
        {
            name: "a misspelled identifier whose resource server has no such scope either",
            stack: { users: pool(), api: server("users", "users", ["list"]), web: clientWith("Users/delete") },
        },
        {
            name: "a client of a user pool in another stack",
            stack: { api: server("users", "api", ["read"]), web: clientWith("api/write") },
        },
        {
            name: "a scope of the resource server next to an unknown scope",
            stack: { users: pool(), api: server("users", "api", [unknown, "read"]), web: clientWith("api/read") },
        },
        {
            name: "a scope of the resource server next to unknown resource servers",
            stack: {
                users: pool(),
                some: resourceServer("users", { identifier: unknown, scopes: unknown }),
                stray: server(undefined, "api", ["read"]),
                api: server("users", "api", ["read"]),
                web: clientWith("api/read"),
            },
        },
        {
            name: "a scope next to a resource server with another identifier and an unknown user pool",
            stack: {
                users: pool(),
                stray: resourceServer(undefined, { identifier: "bags", scopes: unknown }),
                web: clientWith("api/read"),
            },
        },
    ],
    reject: [
        {
            name: "a misspelled scope, and suggests the correct one",
            stack: {
                users: pool(),
                api: server("users", "https://api.acme-retail.io/orders", ["read", "write"]),
                web: clientWith("openid", "https://api.acme-retail.io/orders/raed"),
            },
            expect: {
                web: [missing('"https://api.acme-retail.io/orders/raed" (did you mean https://api.acme-retail.io/orders/read?)')],
            },
        },
        {
            name: "several scopes in one message without duplicates, and suggests scopes of the same resource server only",
            stack: {
                users: pool(),
                orders: server("users", "orders", ["read"]),
                bags: server("users", "bags", ["delete"]),
                unused: resourceServer("users", { identifier: "unused", scopes: unknown }),
                web: clientWith("orders/delet", "bags/delet", "orders/read", "orders/delet"),
            },
            expect: { web: [missing('"orders/delet" and "bags/delet" (did you mean bags/delete?)')] },
        },
        {
            name: "a misspelled identifier, and suggests the correct one",
            stack: {
                users: pool(),
                users1: server("users", "users", ["read", "list"]),
                orders: server("users", "https://api.acme-retail.io/orders", ["read"]),
                web: clientWith(
                    "Users/read",
                    "user/lists",
                    "https://API.acme-retail.io/orders/read",
                    "https://api.acme-retail.io/order/read",
                ),
            },
            expect: {
                web: [
                    missing(
                        '"Users/read" (did you mean users/read?), "user/lists" (did you mean users/list?), ' +
                            '"https://API.acme-retail.io/orders/read" (did you mean https://api.acme-retail.io/orders/read?) ' +
                            'and "https://api.acme-retail.io/order/read" (did you mean https://api.acme-retail.io/orders/read?)',
                    ),
                ],
            },
        },
        {
            name: "a scope of a resource server without scopes",
            stack: { users: pool(), api: server("users", "api", []), web: clientWith("api/read") },
            expect: { web: [missing('"api/read"')] },
        },
        {
            name: "an identifier without a scope",
            stack: { users: pool(), api: server("users", "api", ["read"]), web: clientWith("api/") },
            expect: { web: [missing('"api/"')] },
        },
        {
            name: "a scope in the wrong case",
            stack: { users: pool(), api: server("users", "api", ["read"]), web: clientWith("api/Read") },
            expect: { web: [missing('"api/Read" (did you mean api/read?)')] },
        },
        {
            name: "a scope of the resource server with the same identifier of another user pool",
            stack: {
                users: pool(),
                partners: pool(),
                ours: server("users", "api", ["list"]),
                theirs: server("partners", "api", ["delete"]),
                web: clientWith("api/delete"),
                app: client("partners", { allowedOauthScopes: ["api/delete"] }),
            },
            expect: { web: [missing('"api/delete"')] },
        },
        {
            name: "known elements of a partly unknown list",
            stack: { users: pool(), api: server("users", "api", ["list"]), web: clientWith(unknown, "api/delete") },
            expect: { web: [missing('"api/delete"')] },
            unknown: { web: ["allowedOauthScopes[0]"] },
        },
        {
            name: "a scope that a resource server with the same identifier and an unknown user pool does not have either",
            stack: {
                users: pool(),
                api: server("users", "api", ["list"]),
                stray: server(undefined, "api", ["read"]),
                web: clientWith("api/delete"),
            },
            expect: { web: [missing('"api/delete"')] },
        },
    ],
    unknown: [
        {
            name: "an unknown list",
            stack: { users: pool(), web: client("users", { allowedOauthScopes: unknown }) },
            unknown: { web: ["allowedOauthScopes"] },
        },
        {
            name: "a resource server with unknown scopes",
            stack: {
                users: pool(),
                api: resourceServer("users", { identifier: "api", scopes: unknown }),
                web: clientWith("api/read"),
            },
            unknown: { web: ["api.scopes"] },
        },
        {
            name: "a scope that may be the one with an unknown name",
            stack: {
                users: pool(),
                api: server("users", "api", [unknown, "list"]),
                web: clientWith("api/read"),
            },
            unknown: { web: ["api.scopes[0].scopeName"] },
        },
        {
            name: "a resource server with an unknown identifier",
            stack: { users: pool(), some: server("users", unknown, ["read"]), web: clientWith("api/read") },
            unknown: { web: ["some.identifier"] },
        },
        {
            name: "a scope that a resource server of an unknown user pool has",
            stack: {
                users: pool(),
                api: server("users", "api", ["list"]),
                stray: server(undefined, "api", ["read"]),
                web: clientWith("api/read"),
            },
            unknown: { web: ["stray.userPoolId"] },
        },
        {
            name: "a misspelled identifier that a resource server with an unknown identifier may have",
            stack: {
                users: pool(),
                api: server("users", "users", ["read"]),
                some: server("users", unknown, ["read"]),
                web: clientWith("Users/read"),
            },
            unknown: { web: ["some.identifier"] },
        },
        {
            name: "a scope that a resource server of an unknown user pool does not have",
            stack: { users: pool(), stray: server(undefined, "api", ["list"]), web: clientWith("api/read") },
            unknown: { web: ["stray.userPoolId"] },
        },
    ],
});
