import { testRule, unknown } from "../../src/api/testing";
import rule from "../../src/rules/require-logout-urls";

const noLogoutUrls = (flows: string) => `logoutUrls is not set, but allowedOauthFlows has ${flows}.`;
const oauth = { allowedOauthFlowsUserPoolClient: true };

testRule(rule, {
    accept: [
        { name: "a client without OAuth", client: {} },
        { name: "flows without allowedOauthFlowsUserPoolClient", client: { allowedOauthFlows: ["code"] } },
        {
            name: "flows with allowedOauthFlowsUserPoolClient set to false",
            client: { allowedOauthFlowsUserPoolClient: false, allowedOauthFlows: ["code"] },
        },
        { name: "OAuth without flows", client: oauth },
        { name: "the client credentials flow", client: { ...oauth, allowedOauthFlows: ["client_credentials"] } },
        { name: "logout URLs", client: { ...oauth, allowedOauthFlows: ["code"], logoutUrls: ["https://acme.io"] } },
        { name: "an unknown logout URL", client: { ...oauth, allowedOauthFlows: unknown, logoutUrls: [unknown] } },
        {
            name: "unknown flows and logout URLs without allowedOauthFlowsUserPoolClient",
            client: { allowedOauthFlows: unknown, logoutUrls: unknown },
        },
    ],
    unknown: [
        {
            name: "an unknown allowedOauthFlowsUserPoolClient",
            client: { allowedOauthFlowsUserPoolClient: unknown, allowedOauthFlows: ["code"] },
            unknown: ["allowedOauthFlowsUserPoolClient"],
        },
        { name: "an unknown list of flows", client: { ...oauth, allowedOauthFlows: unknown }, unknown: ["allowedOauthFlows"] },
        { name: "an unknown flow", client: { ...oauth, allowedOauthFlows: [unknown] }, unknown: ["allowedOauthFlows[0]"] },
        {
            name: "an unknown list of logout URLs",
            client: { ...oauth, allowedOauthFlows: ["code"], logoutUrls: unknown },
            unknown: ["logoutUrls"],
        },
    ],
    reject: [
        {
            name: "the code flow without logout URLs",
            client: { ...oauth, allowedOauthFlows: ["code"] },
            expect: [noLogoutUrls("code")],
        },
        {
            name: "the implicit flow without logout URLs",
            client: { ...oauth, allowedOauthFlows: ["implicit"] },
            expect: [noLogoutUrls("implicit")],
        },
        {
            name: "both flows in one message",
            client: { ...oauth, allowedOauthFlows: ["code", "implicit"] },
            expect: [noLogoutUrls("code and implicit")],
        },
        {
            name: "an empty list of logout URLs",
            client: { ...oauth, allowedOauthFlows: ["code"], logoutUrls: [] },
            expect: [noLogoutUrls("code")],
        },
        {
            name: "the implicit flow in a partly unknown list",
            client: { ...oauth, allowedOauthFlows: [unknown, "implicit"] },
            expect: [noLogoutUrls("implicit")],
            unknown: ["allowedOauthFlows[0]"],
        },
    ],
});
