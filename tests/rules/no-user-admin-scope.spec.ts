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
            name: "the scope in upper case, which valid-oauth-scopes reports",
            client: { allowedOauthScopes: ["AWS.cognito.signin.user.admin"] },
        },
    ],
    unknown: [
        { name: "an unknown list", client: { allowedOauthScopes: unknown }, unknown: ["allowedOauthScopes"] },
        { name: "an unknown element", client: { allowedOauthScopes: ["openid", unknown] }, unknown: ["allowedOauthScopes[1]"] },
    ],
    reject: [
        { name: "the scope", client: { allowedOauthScopes: ["openid", SCOPE] }, expect: [userAdmin] },
        { name: "a duplicate once", client: { allowedOauthScopes: [SCOPE, SCOPE] }, expect: [userAdmin] },
        { name: "the scope in a partly unknown list", client: { allowedOauthScopes: [unknown, SCOPE] }, expect: [userAdmin] },
    ],
});
