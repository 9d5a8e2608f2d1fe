import { testRule } from "../../src/api/testing";
import rule from "../../src/rules/require-logout-urls";

const MANAGED_LOGIN = { allowedOauthFlowsUserPoolClient: true, allowedOauthFlows: ["code"] };

// tests/rules/shared/managed-login.spec.ts has the other cases.
testRule(rule, {
    accept: [
        { name: "a client without managed login", client: {} },
        { name: "logout URLs", client: { ...MANAGED_LOGIN, logoutUrls: ["https://acme.io"] } },
    ],
    reject: [
        {
            name: "managed login without logout URLs",
            client: MANAGED_LOGIN,
            expect: ['logoutUrls is not set, but allowedOauthFlows has "code".'],
        },
        {
            name: "an empty list",
            client: { ...MANAGED_LOGIN, logoutUrls: [] },
            expect: ['logoutUrls is empty, which Cognito treats as not set, but allowedOauthFlows has "code".'],
        },
    ],
});
