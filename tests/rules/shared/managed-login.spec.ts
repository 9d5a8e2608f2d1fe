import { testRule, unknown } from "../../../src/api/testing";
import { defineRule } from "../../../src/core/rule";
import { requiredForManagedLogin } from "../../../src/rules/shared/managed-login";

const MANAGED_LOGIN = { allowedOauthFlowsUserPoolClient: true, allowedOauthFlows: ["code"] };

testRule(
    defineRule({
        name: "requiredForManagedLogin",
        category: "security",
        level: "advisory",
        severity: "low",
        description: "Managed login needs logout URLs.",
        remediation: "List them.",
        checks: [requiredForManagedLogin("logoutUrls")],
    }),
    {
        accept: [
            { name: "a client without OAuth", client: {} },
            { name: "flows without allowedOauthFlowsUserPoolClient", client: { allowedOauthFlows: ["code"] } },
            {
                name: "flows with allowedOauthFlowsUserPoolClient set to false",
                client: { ...MANAGED_LOGIN, allowedOauthFlowsUserPoolClient: false },
            },
            { name: "OAuth without flows, which valid-oauth-flows reports", client: { allowedOauthFlowsUserPoolClient: true } },
            { name: "client_credentials", client: { ...MANAGED_LOGIN, allowedOauthFlows: ["client_credentials"] } },
            { name: "a name that is not an OAuth flow", client: { ...MANAGED_LOGIN, allowedOauthFlows: ["Code"] } },
            { name: "a list", client: { ...MANAGED_LOGIN, logoutUrls: ["https://acme.io"] } },
            { name: "a list with an unknown element", client: { ...MANAGED_LOGIN, logoutUrls: [unknown] } },
            {
                name: "unknown flows with a list",
                client: { ...MANAGED_LOGIN, allowedOauthFlows: unknown, logoutUrls: ["https://acme.io"] },
            },
            {
                name: "an unknown allowedOauthFlowsUserPoolClient with a list",
                client: { ...MANAGED_LOGIN, allowedOauthFlowsUserPoolClient: unknown, logoutUrls: ["https://acme.io"] },
            },
            { name: "unknown values without allowedOauthFlowsUserPoolClient", client: { allowedOauthFlows: unknown, logoutUrls: unknown } },
            {
                name: "an unknown list with client_credentials",
                client: { ...MANAGED_LOGIN, allowedOauthFlows: ["client_credentials"], logoutUrls: unknown },
            },
        ],
        unknown: [
            {
                name: "an unknown allowedOauthFlowsUserPoolClient",
                client: { ...MANAGED_LOGIN, allowedOauthFlowsUserPoolClient: unknown },
                unknown: ["allowedOauthFlowsUserPoolClient"],
            },
            { name: "an unknown list", client: { ...MANAGED_LOGIN, logoutUrls: unknown }, unknown: ["logoutUrls"] },
            { name: "unknown flows", client: { ...MANAGED_LOGIN, allowedOauthFlows: unknown }, unknown: ["allowedOauthFlows"] },
            { name: "an unknown flow", client: { ...MANAGED_LOGIN, allowedOauthFlows: [unknown] }, unknown: ["allowedOauthFlows[0]"] },
        ],
        reject: [
            {
                name: "a missing list with the flow code",
                client: MANAGED_LOGIN,
                expect: ['logoutUrls is not set, but allowedOauthFlows has "code".'],
            },
            {
                name: "an empty list with the flow implicit",
                client: { ...MANAGED_LOGIN, allowedOauthFlows: ["implicit"], logoutUrls: [] },
                expect: ['logoutUrls is empty, which Cognito treats as not set, but allowedOauthFlows has "implicit".'],
            },
            {
                name: "a missing list with both flows in one message",
                client: { ...MANAGED_LOGIN, allowedOauthFlows: ["code", "implicit"] },
                expect: ['logoutUrls is not set, but allowedOauthFlows has "code" and "implicit".'],
            },
            {
                name: "a missing list with the flow code in a partly unknown list",
                client: { ...MANAGED_LOGIN, allowedOauthFlows: [unknown, "code"] },
                expect: ['logoutUrls is not set, but allowedOauthFlows has "code".'],
                unknown: ["allowedOauthFlows[0]"],
            },
        ],
    },
);
