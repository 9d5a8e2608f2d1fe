import rule from "../../src/rules/require-logout-urls";
import { testRule, unknown } from "../harness";

const { noLogoutUrls } = rule.messages;
const oauth = { allowedOauthFlowsUserPoolClient: true };

testRule(rule, {
    accept: [
        { why: "a client without OAuth", client: {} },
        { why: "a client with the flows but not the flag", client: { allowedOauthFlows: ["code"] } },
        { why: "a client with the flag off", client: { allowedOauthFlowsUserPoolClient: false, allowedOauthFlows: ["code"] } },
        { why: "a client without flows", client: oauth },
        { why: "a client for machines", client: { ...oauth, allowedOauthFlows: ["client_credentials"] } },
        { why: "one with logout URLs", client: { ...oauth, allowedOauthFlows: ["code"], logoutUrls: ["https://acme.io"] } },
        { why: "a logout URL not known yet", client: { ...oauth, allowedOauthFlows: unknown, logoutUrls: [unknown] } },
        { why: "a client without OAuth, whatever else is not known", client: { allowedOauthFlows: unknown, logoutUrls: unknown } },
    ],
    reject: [
        { why: "the code flow without them", client: { ...oauth, allowedOauthFlows: ["code"] }, expect: [noLogoutUrls()] },
        { why: "the implicit flow without them", client: { ...oauth, allowedOauthFlows: ["implicit"] }, expect: [noLogoutUrls()] },
        { why: "an empty list", client: { ...oauth, allowedOauthFlows: ["code"], logoutUrls: [] }, expect: [noLogoutUrls()] },
        {
            why: "a flow that is known beside one that is not",
            client: { ...oauth, allowedOauthFlows: [unknown, "implicit"] },
            expect: [noLogoutUrls()],
            undecided: ["allowedOauthFlows[0]"],
        },
    ],
    undecided: [
        {
            why: "the flag",
            client: { allowedOauthFlowsUserPoolClient: unknown, allowedOauthFlows: ["code"] },
            on: ["allowedOauthFlowsUserPoolClient"],
        },
        { why: "flows not known yet", client: { ...oauth, allowedOauthFlows: unknown }, on: ["allowedOauthFlows"] },
        { why: "a flow not known yet", client: { ...oauth, allowedOauthFlows: [unknown] }, on: ["allowedOauthFlows[0]"] },
        { why: "logout URLs not known yet", client: { ...oauth, allowedOauthFlows: ["code"], logoutUrls: unknown }, on: ["logoutUrls"] },
    ],
});
