import { client, managedLoginBranding, pool, testStackRule, unknown, userPoolDomain } from "../../src/api/testing";
import rule from "../../src/rules/match-managed-login";

const CODE = { allowedOauthFlowsUserPoolClient: true, allowedOauthFlows: ["code"] };
const users = pool();
const version2 = userPoolDomain("users", { domain: "acme-shop", managedLoginVersion: 2 });
const web = client("users", CODE);

const noDomain = (flows: string) => `allowedOauthFlows has ${flows}, but the user pool users has no domain in the stack.`;
const noStyle = (flows: string) =>
    `allowedOauthFlows has ${flows}, but the client has no style for managed login version 2 of the user pool users.`;

testStackRule(rule, {
    accept: [
        {
            name: "a domain without a version, and with version 1, which needs no style",
            stack: { users, domain: userPoolDomain("users"), web },
        },
        { name: "a domain with version 1", stack: { users, domain: userPoolDomain("users", { managedLoginVersion: 1 }), web } },
        { name: "version 2 with a style", stack: { users, version2, style: managedLoginBranding("web"), web } },
        {
            name: "clients without managed login",
            stack: {
                users,
                version2,
                off: client("users", { allowedOauthFlows: ["code"] }),
                worker: client("users", { ...CODE, allowedOauthFlows: ["client_credentials"] }),
                api: client("users", {}),
            },
        },
        { name: "clients without managed login of a user pool without a domain", stack: { users, api: client("users", {}) } },
        { name: "a client of a user pool in another stack", stack: { web: client("elsewhere", CODE) } },
        {
            name: "clients with placeholders for callback URLs, which are not in use yet",
            stack: {
                users,
                web: client("users", { ...CODE, callbackUrls: ["https://example.com", "http://shop.example.org:8080/callback"] }),
            },
        },
        {
            name: "unknown flows of a user pool with a domain",
            stack: { users, domain: userPoolDomain("users"), web: client("users", { ...CODE, allowedOauthFlows: unknown }) },
        },
        {
            name: "a style next to one of an unknown client",
            stack: { users, version2, style: managedLoginBranding("web"), other: managedLoginBranding(undefined), web },
        },
    ],
    reject: [
        {
            name: "a user pool without a domain",
            stack: { users, web, app: client("users", { ...CODE, allowedOauthFlows: ["implicit", "code", "client_credentials"] }) },
            expect: { web: [noDomain('"code"')], app: [noDomain('"implicit" and "code"')] },
        },
        {
            name: "a callback URL next to a placeholder, and hosts that only resemble one",
            stack: {
                users,
                web: client("users", { ...CODE, callbackUrls: ["https://example.com", "https://shop.acme.dev/callback"] }),
                app: client("users", { ...CODE, callbackUrls: ["https://counterexample.com/", "https://acme.dev/?x=.example.com"] }),
            },
            expect: { web: [noDomain('"code"')], app: [noDomain('"code"')] },
        },
        {
            name: "a domain of another user pool",
            stack: { users, partners: pool(), domain: userPoolDomain("partners"), web },
            expect: { web: [noDomain('"code"')] },
        },
        {
            name: "version 2 without a style, or with one for another client",
            stack: { users, version2, style: managedLoginBranding("app"), web, app: client("users", CODE) },
            expect: { web: [noStyle('"code"')] },
        },
        {
            name: "version 2 of one of two domains",
            stack: { users, domain: userPoolDomain("users", { managedLoginVersion: 1 }), version2, web },
            expect: { web: [noStyle('"code"')] },
        },
    ],
    unknown: [
        {
            name: "unknown flows of a user pool without a domain",
            stack: { users, web: client("users", { ...CODE, allowedOauthFlows: unknown }) },
            unknown: { web: ["allowedOauthFlows"] },
        },
        {
            name: "an unknown callback URL next to a placeholder",
            stack: { users, web: client("users", { ...CODE, callbackUrls: ["https://example.com", unknown] }) },
            unknown: { web: ["callbackUrls[1]"] },
        },
        {
            name: "a domain of an unknown user pool",
            stack: { users, domain: userPoolDomain(undefined), web },
            unknown: { web: ["domain.userPoolId"] },
        },
        {
            name: "an unknown version",
            stack: { users, domain: userPoolDomain("users", { managedLoginVersion: unknown }), web },
            unknown: { web: ["domain.managedLoginVersion"] },
        },
        {
            name: "a style of an unknown client",
            stack: { users, version2, style: managedLoginBranding(undefined), web },
            unknown: { web: ["style.clientId"] },
        },
    ],
});
