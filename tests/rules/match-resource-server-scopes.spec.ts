import rule from "../../src/rules/match-resource-server-scopes";
import { unknown } from "../harness";
import { client, pool, resourceServer, testStackRule } from "../stack-harness";

const { missing } = rule.messages;
const asking = (...allowedOauthScopes: string[]) => client("users", { allowedOauthScopes });

testStackRule(rule, {
    accept: [
        { why: "a client without scopes", stack: { users: pool(), api: resourceServer("users", "api", ["read"]), web: asking() } },
        {
            why: "Cognito's own scopes",
            stack: {
                users: pool(),
                api: resourceServer("users", "openi", ["read"]),
                nameless: resourceServer("users", undefined as never, ["read"]),
                web: asking("openid", "aws.cognito.signin.user.admin"),
            },
        },
        {
            why: "the scopes of two resource servers",
            stack: {
                users: pool(),
                web: asking("orders/read", "orders/write", "bags/read"),
                orders: resourceServer("users", "orders", ["read", "write"]),
                bags: resourceServer("users", "bags", ["read"]),
            },
        },
        {
            why: "an identifier that is a URL and begins with another one",
            stack: {
                users: pool(),
                api: resourceServer("users", "https://api.acme-retail.io", ["admin"]),
                orders: resourceServer("users", "https://api.acme-retail.io/orders", ["read"]),
                slash: resourceServer("users", "https://api.acme-retail.io/", ["list"]),
                web: asking(
                    "https://api.acme-retail.io/orders/read",
                    "https://api.acme-retail.io/admin",
                    "https://api.acme-retail.io//list",
                ),
            },
        },
        {
            why: "a resource server of another stack, though its identifier begins with one of this",
            stack: {
                users: pool(),
                api: resourceServer("users", "https://api.acme-retail.io", ["read"]),
                web: asking("https://api.acme-retail.io/bags/write", "bags/write"),
            },
        },
        {
            why: "a resource server of another pool",
            stack: { users: pool(), partners: pool(), api: resourceServer("partners", "api", ["read"]), web: asking("api/write") },
        },
        { why: "a pool of another stack", stack: { api: resourceServer("users", "api", ["read"]), web: asking("api/write") } },
        {
            why: "a scope that is there beside one not known yet",
            stack: { users: pool(), api: resourceServer("users", "api", [unknown, "read"]), web: asking("api/read") },
        },
        {
            why: "a scope that is there beside a resource server of which nothing is known",
            stack: {
                users: pool(),
                some: resourceServer("users", unknown, unknown),
                stray: resourceServer(undefined, "api", ["read"]),
                api: resourceServer("users", "api", ["read"]),
                web: asking("api/read"),
            },
        },
        {
            why: "a resource server of another name of which nobody can tell whose it is",
            stack: { users: pool(), stray: resourceServer(undefined, "bags", unknown), web: asking("api/read") },
        },
    ],
    reject: [
        {
            why: "a scope that the resource server lacks, with the one that was meant",
            stack: {
                users: pool(),
                api: resourceServer("users", "https://api.acme-retail.io/orders", ["read", "write"]),
                web: asking("openid", "https://api.acme-retail.io/orders/raed"),
            },
            expect: {
                web: [
                    'allowedOauthScopes has "https://api.acme-retail.io/orders/raed" (did you mean https://api.acme-retail.io/orders/read?), which the resource servers of the user pool users lack.',
                ],
            },
        },
        {
            why: "several in one message, each once and only beside its own server's scopes",
            stack: {
                users: pool(),
                orders: resourceServer("users", "orders", ["read"]),
                bags: resourceServer("users", "bags", ["delete"]),
                unasked: resourceServer("users", "unasked", unknown),
                web: asking("orders/delet", "bags/delet", "orders/read", "orders/delet"),
            },
            expect: {
                web: [
                    'allowedOauthScopes has "orders/delet" and "bags/delet" (did you mean bags/delete?), which the resource servers of the user pool users lack.',
                ],
            },
        },
        {
            why: "a scope of a resource server without any",
            stack: { users: pool(), api: resourceServer("users", "api", []), web: asking("api/read") },
            expect: { web: [missing(["api/read"], "users", [])] },
        },
        {
            why: "an identifier and no more",
            stack: { users: pool(), api: resourceServer("users", "api", ["read"]), web: asking("api/") },
            expect: { web: [missing(["api/"], "users", [])] },
        },
        {
            why: "a scope in the wrong case",
            stack: { users: pool(), api: resourceServer("users", "api", ["read"]), web: asking("api/Read") },
            expect: { web: [missing(["api/Read"], "users", ["api/read"])] },
        },
        {
            why: "a scope that the like-named server of the other pool has",
            stack: {
                users: pool(),
                partners: pool(),
                ours: resourceServer("users", "api", ["list"]),
                theirs: resourceServer("partners", "api", ["delete"]),
                web: asking("api/delete"),
                app: client("partners", { allowedOauthScopes: ["api/delete"] }),
            },
            expect: { web: [missing(["api/delete"], "users", ["api/list"])] },
        },
        {
            why: "what is known of a list",
            stack: { users: pool(), api: resourceServer("users", "api", ["list"]), web: asking(unknown, "api/delete") },
            expect: { web: [missing(["api/delete"], "users", ["api/list"])] },
            undecided: { web: ["allowedOauthScopes[0]"] },
        },
        {
            why: "a scope that a like-named server lacks too of which nobody can tell whose it is",
            stack: {
                users: pool(),
                api: resourceServer("users", "api", ["list"]),
                stray: resourceServer(undefined, "api", ["read"]),
                web: asking("api/delete"),
            },
            expect: { web: [missing(["api/delete"], "users", ["api/list"])] },
        },
    ],
    undecided: [
        {
            why: "scopes not known yet",
            stack: { users: pool(), web: client("users", { allowedOauthScopes: unknown }) },
            on: { web: ["allowedOauthScopes"] },
        },
        {
            why: "a resource server of which the scopes are not known yet",
            stack: { users: pool(), api: resourceServer("users", "api", unknown), web: asking("api/read") },
            on: { web: ["api.scopes"] },
        },
        {
            why: "a scope not known yet that might be the one",
            stack: {
                users: pool(),
                api: resourceServer("users", "api", [unknown, "list"]),
                web: asking("api/read"),
            },
            on: { web: ["api.scopes[0].scopeName"] },
        },
        {
            why: "a resource server of which the identifier is not known yet",
            stack: { users: pool(), some: resourceServer("users", unknown, ["read"]), web: asking("api/read") },
            on: { web: ["some.identifier"] },
        },
        {
            why: "a resource server of which nobody can tell whose it is",
            stack: {
                users: pool(),
                api: resourceServer("users", "api", ["list"]),
                stray: resourceServer(undefined, "api", ["read"]),
                web: asking("api/read"),
            },
            on: { web: ["stray.userPoolId"] },
        },
        {
            why: "a scope that a resource server lacks of which nobody can tell whose it is",
            stack: { users: pool(), stray: resourceServer(undefined, "api", ["list"]), web: asking("api/read") },
            on: { web: ["stray.userPoolId"] },
        },
    ],
});
