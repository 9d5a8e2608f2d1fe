import rule from "../../src/rules/require-identity-provider";
import { testRule, unknown } from "../harness";

const { noProvider } = rule.messages;

testRule(rule, {
    accept: [
        { why: "a client without OAuth", client: {} },
        { why: "flows that are not turned on", client: { allowedOauthFlows: ["code"] } },
        { why: "flows that are turned off", client: { allowedOauthFlowsUserPoolClient: false, allowedOauthFlows: ["code"] } },
        { why: "OAuth without flows, which valid-oauth-flows reports", client: { allowedOauthFlowsUserPoolClient: true } },
        {
            why: "a service's client",
            client: { allowedOauthFlowsUserPoolClient: true, allowedOauthFlows: ["client_credentials"] },
        },
        {
            why: "a provider",
            client: { allowedOauthFlowsUserPoolClient: true, allowedOauthFlows: ["code"], supportedIdentityProviders: ["Okta"] },
        },
        {
            why: "a provider not known yet",
            client: { allowedOauthFlowsUserPoolClient: true, allowedOauthFlows: ["code"], supportedIdentityProviders: [unknown] },
        },
        {
            why: "a provider, whatever the flows are",
            client: { allowedOauthFlowsUserPoolClient: true, allowedOauthFlows: unknown, supportedIdentityProviders: ["COGNITO"] },
        },
        {
            why: "flows that are not turned on, whatever they and the providers are",
            client: { allowedOauthFlows: unknown, supportedIdentityProviders: unknown },
        },
    ],
    reject: [
        {
            why: "code without a provider",
            client: { allowedOauthFlowsUserPoolClient: true, allowedOauthFlows: ["code"] },
            expect: [noProvider(["code"])],
        },
        {
            why: "an empty list of providers",
            client: { allowedOauthFlowsUserPoolClient: true, allowedOauthFlows: ["implicit"], supportedIdentityProviders: [] },
            expect: [noProvider(["implicit"])],
        },
        {
            why: "both flows in one message",
            client: { allowedOauthFlowsUserPoolClient: true, allowedOauthFlows: ["code", "implicit"] },
            expect: ["supportedIdentityProviders is not set, and allowedOauthFlows has code and implicit."],
        },
        {
            why: "a flow beside one not known yet",
            client: { allowedOauthFlowsUserPoolClient: true, allowedOauthFlows: [unknown, "code"] },
            expect: [noProvider(["code"])],
            undecided: ["allowedOauthFlows[0]"],
        },
    ],
    undecided: [
        {
            why: "whether OAuth is turned on",
            client: { allowedOauthFlowsUserPoolClient: unknown, allowedOauthFlows: ["code"] },
            on: ["allowedOauthFlowsUserPoolClient"],
        },
        {
            why: "providers not known yet",
            client: { allowedOauthFlowsUserPoolClient: true, allowedOauthFlows: ["code"], supportedIdentityProviders: unknown },
            on: ["supportedIdentityProviders"],
        },
        {
            why: "flows not known yet",
            client: { allowedOauthFlowsUserPoolClient: true, allowedOauthFlows: unknown },
            on: ["allowedOauthFlows"],
        },
        {
            why: "a flow not known yet",
            client: { allowedOauthFlowsUserPoolClient: true, allowedOauthFlows: [unknown] },
            on: ["allowedOauthFlows[0]"],
        },
    ],
});
