import rule from "../../src/rules/no-user-admin-scope";
import { testRule, unknown } from "../harness";

const { userAdmin } = rule.messages;
const SCOPE = "aws.cognito.signin.user.admin";

testRule(rule, {
    accept: [
        { why: "no scopes", client: {} },
        { why: "an empty list", client: { allowedOauthScopes: [] } },
        { why: "other scopes", client: { allowedOauthScopes: ["openid", "email", `api/${SCOPE}`] } },
        { why: "another case, which valid-oauth-scopes reports", client: { allowedOauthScopes: ["AWS.cognito.signin.user.admin"] } },
    ],
    reject: [
        {
            why: "the scope",
            client: { allowedOauthScopes: ["openid", SCOPE] },
            expect: ["allowedOauthScopes has aws.cognito.signin.user.admin."],
        },
        { why: "the scope twice, once", client: { allowedOauthScopes: [SCOPE, SCOPE] }, expect: [userAdmin()] },
        { why: "the scope beside what is not known yet", client: { allowedOauthScopes: [unknown, SCOPE] }, expect: [userAdmin()] },
    ],
    undecided: [
        { why: "a list not known yet", client: { allowedOauthScopes: unknown }, on: ["allowedOauthScopes"] },
        { why: "a scope not known yet", client: { allowedOauthScopes: ["openid", unknown] }, on: ["allowedOauthScopes[1]"] },
    ],
});
