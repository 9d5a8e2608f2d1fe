import { testRule, unknown } from "../../src/api/testing";
import rule from "../../src/rules/require-identity-provider";

const noProvider = (flows: string) => `supportedIdentityProviders is not set, but allowedOauthFlows has ${flows}.`;

testRule(rule, {
    accept: [
        { name: "a client without OAuth", client: {} },
        { name: "flows without allowedOauthFlowsUserPoolClient", client: { allowedOauthFlows: ["code"] } },
        {
            name: "flows with allowedOauthFlowsUserPoolClient set to false",
            client: { allowedOauthFlowsUserPoolClient: false, allowedOauthFlows: ["code"] },
        },
        { name: "OAuth without flows, which valid-oauth-flows reports", client: { allowedOauthFlowsUserPoolClient: true } },
        {
            name: "the client credentials flow",
            client: { allowedOauthFlowsUserPoolClient: true, allowedOauthFlows: ["client_credentials"] },
        },
        {
            name: "a provider",
            client: { allowedOauthFlowsUserPoolClient: true, allowedOauthFlows: ["code"], supportedIdentityProviders: ["Okta"] },
        },
        {
            name: "an unknown provider",
            client: { allowedOauthFlowsUserPoolClient: true, allowedOauthFlows: ["code"], supportedIdentityProviders: [unknown] },
        },
        {
            name: "a provider if the flows are unknown",
            client: { allowedOauthFlowsUserPoolClient: true, allowedOauthFlows: unknown, supportedIdentityProviders: ["COGNITO"] },
        },
        {
            name: "unknown flows and providers without allowedOauthFlowsUserPoolClient",
            client: { allowedOauthFlows: unknown, supportedIdentityProviders: unknown },
        },
    ],
    unknown: [
        {
            name: "an unknown allowedOauthFlowsUserPoolClient",
            client: { allowedOauthFlowsUserPoolClient: unknown, allowedOauthFlows: ["code"] },
            unknown: ["allowedOauthFlowsUserPoolClient"],
        },
        {
            name: "an unknown list of providers",
            client: { allowedOauthFlowsUserPoolClient: true, allowedOauthFlows: ["code"], supportedIdentityProviders: unknown },
            unknown: ["supportedIdentityProviders"],
        },
        {
            name: "an unknown list of flows",
            client: { allowedOauthFlowsUserPoolClient: true, allowedOauthFlows: unknown },
            unknown: ["allowedOauthFlows"],
        },
        {
            name: "an unknown flow",
            client: { allowedOauthFlowsUserPoolClient: true, allowedOauthFlows: [unknown] },
            unknown: ["allowedOauthFlows[0]"],
        },
    ],
    reject: [
        {
            name: "the code flow without a provider",
            client: { allowedOauthFlowsUserPoolClient: true, allowedOauthFlows: ["code"] },
            expect: [noProvider("code")],
        },
        {
            name: "an empty list of providers",
            client: { allowedOauthFlowsUserPoolClient: true, allowedOauthFlows: ["implicit"], supportedIdentityProviders: [] },
            expect: [noProvider("implicit")],
        },
        {
            name: "both flows in one message",
            client: { allowedOauthFlowsUserPoolClient: true, allowedOauthFlows: ["code", "implicit"] },
            expect: [noProvider("code and implicit")],
        },
        {
            name: "the code flow in a partly unknown list",
            client: { allowedOauthFlowsUserPoolClient: true, allowedOauthFlows: [unknown, "code"] },
            expect: [noProvider("code")],
            unknown: ["allowedOauthFlows[0]"],
        },
    ],
});
