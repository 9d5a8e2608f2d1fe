import { testRule } from "../../src/api/testing";
import rule from "../../src/rules/require-identity-provider";

const MANAGED_LOGIN = { allowedOauthFlowsUserPoolClient: true, allowedOauthFlows: ["code"] };

// tests/rules/shared/managed-login.spec.ts has the other cases.
testRule(rule, {
    accept: [
        { name: "a client without managed login", client: {} },
        { name: "a provider", client: { ...MANAGED_LOGIN, supportedIdentityProviders: ["Okta"] } },
    ],
    reject: [
        {
            name: "managed login without a provider",
            client: MANAGED_LOGIN,
            expect: ['supportedIdentityProviders is not set, but allowedOauthFlows has "code".'],
        },
        {
            name: "an empty list",
            client: { ...MANAGED_LOGIN, supportedIdentityProviders: [] },
            expect: ['supportedIdentityProviders is empty, which Cognito treats as not set, but allowedOauthFlows has "code".'],
        },
    ],
});
