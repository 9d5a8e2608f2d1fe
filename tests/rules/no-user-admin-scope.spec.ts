import { testRule, unknown } from "../../src/api/testing";
import rule from "../../src/rules/no-user-admin-scope";

const SCOPE = "aws.cognito.signin.user.admin";
const userAdmin = "allowedOauthScopes has aws.cognito.signin.user.admin.";

testRule(rule, {
    accept: [
        { name: "the default", client: {} },
        { name: "an empty list", client: { allowedOauthScopes: [] } },
        { name: "other scopes", client: { allowedOauthScopes: ["openid", "email", `api/${SCOPE}`] } },
        {
            name: "the scope for services, which valid-oauth-scopes reports",
            client: { allowedOauthFlowsUserPoolClient: true, allowedOauthFlows: ["client_credentials"], allowedOauthScopes: [SCOPE] },
        },
        {
            name: "the scope with ALLOW_CLIENT_TOKEN_AUTH",
            client: { explicitAuthFlows: ["ALLOW_CLIENT_TOKEN_AUTH"], allowedOauthScopes: [SCOPE] },
        },
        { name: "unknown auth flows without the scope", client: { explicitAuthFlows: unknown, allowedOauthScopes: ["openid"] } },
        {
            name: "the scope in upper case, which valid-oauth-scopes reports",
            client: { allowedOauthScopes: ["AWS.cognito.signin.user.admin"] },
        },
    ],
    unknown: [
        {
            name: "unknown OAuth flows, which may be client_credentials alone",
            client: { allowedOauthFlowsUserPoolClient: true, allowedOauthFlows: unknown, allowedOauthScopes: [SCOPE] },
            unknown: ["allowedOauthFlows"],
        },
        { name: "an unknown list", client: { allowedOauthScopes: unknown }, unknown: ["allowedOauthScopes"] },
        { name: "an unknown element", client: { allowedOauthScopes: ["openid", unknown] }, unknown: ["allowedOauthScopes[1]"] },
    ],
    reject: [
        {
            name: "the scope next to client_credentials and code",
            client: {
                allowedOauthFlowsUserPoolClient: true,
                allowedOauthFlows: ["client_credentials", "code"],
                allowedOauthScopes: [SCOPE],
            },
            expect: [userAdmin],
        },
        { name: "the scope", client: { allowedOauthScopes: ["openid", SCOPE] }, expect: [userAdmin] },
        { name: "a duplicate once", client: { allowedOauthScopes: [SCOPE, SCOPE] }, expect: [userAdmin] },
        { name: "the scope in a partly unknown list", client: { allowedOauthScopes: [unknown, SCOPE] }, expect: [userAdmin] },
    ],
});
