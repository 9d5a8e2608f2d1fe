import rule from "../../src/rules/require-openid-scope";
import { testRule, unknown } from "../harness";

const { noOpenid } = rule.messages;

/** Scopes of a resource server. */
const custom = (count: number) => Array.from({ length: count }, (_, index) => `api/${index}`);

testRule(rule, {
    accept: [
        { why: "no scopes", client: {} },
        { why: "an empty list", client: { allowedOauthScopes: [] } },
        { why: "openid alone", client: { allowedOauthScopes: ["openid"] } },
        { why: "openid beside all that need it", client: { allowedOauthScopes: ["email", "phone", "profile", "openid"] } },
        {
            why: "scopes that do not need it",
            client: { allowedOauthScopes: ["aws.cognito.signin.user.admin", "api/email", "https://api.example.org/profile"] },
        },
        { why: "openid beside what is not known yet", client: { allowedOauthScopes: [unknown, "email", "openid"] } },
        {
            why: "a service's client, whose scopes valid-oauth-scopes reports",
            client: { allowedOauthScopes: ["email"], allowedOauthFlows: ["client_credentials"] },
        },
        {
            why: "scopes that do not need it, whatever the flows are",
            client: { allowedOauthScopes: ["api/read"], allowedOauthFlows: unknown },
        },
    ],
    reject: [
        {
            why: "email alone",
            client: { allowedOauthScopes: ["email"] },
            expect: [noOpenid(["email"])],
            fixed: { allowedOauthScopes: ["email", "openid"] },
        },
        {
            why: "phone and profile in one message, beside others",
            client: { allowedOauthScopes: ["phone", "api/read", "profile"], allowedOauthFlows: ["code"] },
            expect: ["allowedOauthScopes has phone and profile without openid."],
            fixed: { allowedOauthScopes: ["phone", "api/read", "profile", "openid"] },
        },
        {
            why: "email beside openid in the wrong case",
            client: { allowedOauthScopes: ["email", "OpenID"] },
            expect: [noOpenid(["email"])],
            fixed: { allowedOauthScopes: ["email", "OpenID", "openid"] },
        },
        {
            why: "email in a list that has room for one more",
            client: { allowedOauthScopes: ["email", ...custom(48)] },
            expect: [noOpenid(["email"])],
            fixed: { allowedOauthScopes: ["email", ...custom(48), "openid"] },
        },
        {
            why: "email in a full list, which it leaves as it is",
            client: { allowedOauthScopes: ["email", ...custom(49)] },
            expect: [noOpenid(["email"])],
        },
    ],
    undecided: [
        { why: "a list not known yet", client: { allowedOauthScopes: unknown }, on: ["allowedOauthScopes"] },
        { why: "a scope that might be openid", client: { allowedOauthScopes: ["email", unknown] }, on: ["allowedOauthScopes[1]"] },
        {
            why: "flows not known yet",
            client: { allowedOauthScopes: ["email"], allowedOauthFlows: unknown },
            on: ["allowedOauthFlows"],
        },
        {
            why: "a flow that might be a service's",
            client: { allowedOauthScopes: ["email"], allowedOauthFlows: ["code", unknown] },
            on: ["allowedOauthFlows[1]"],
        },
    ],
});
