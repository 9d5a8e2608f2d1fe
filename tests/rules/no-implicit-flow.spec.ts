import { testRule, unknown } from "../../src/api/testing";
import rule from "../../src/rules/no-implicit-flow";

const implicit = 'allowedOauthFlows has "implicit".';

testRule(rule, {
    accept: [
        { name: "a client without OAuth flows", client: {} },
        { name: "an empty list", client: { allowedOauthFlows: [] } },
        { name: "the other flows", client: { allowedOauthFlows: ["code", "client_credentials"], generateSecret: true } },
        { name: "implicit in another case, which valid-oauth-flows reports", client: { allowedOauthFlows: ["Implicit"] } },
    ],
    unknown: [
        { name: "an unknown list", client: { allowedOauthFlows: unknown }, unknown: ["allowedOauthFlows"] },
        { name: "an unknown flow", client: { allowedOauthFlows: ["code", unknown] }, unknown: ["allowedOauthFlows[1]"] },
        {
            name: "an unknown list of a client with a secret",
            client: { allowedOauthFlows: unknown, generateSecret: true },
            unknown: ["allowedOauthFlows"],
        },
    ],
    reject: [
        { name: "implicit alone, and changes nothing", client: { allowedOauthFlows: ["implicit"] }, expect: [implicit] },
        {
            name: "implicit with code",
            client: { allowedOauthFlows: ["implicit", "code"] },
            expect: [implicit],
            fixed: { allowedOauthFlows: ["code"] },
        },
        {
            name: "a duplicate implicit once",
            client: { allowedOauthFlows: ["implicit", "code", "implicit"], generateSecret: false },
            expect: [implicit],
            fixed: { allowedOauthFlows: ["code"] },
        },
        {
            name: "implicit with client_credentials, and changes nothing",
            client: { allowedOauthFlows: ["implicit", "client_credentials"] },
            expect: [implicit],
        },
        {
            name: "implicit in a client with a secret, which no-secret-in-public-client reports as well",
            client: { allowedOauthFlows: ["implicit"], generateSecret: true },
            expect: [implicit],
        },
        {
            name: "implicit with an unknown generateSecret",
            client: { allowedOauthFlows: ["code", "implicit"], generateSecret: unknown },
            expect: [implicit],
            fixed: { allowedOauthFlows: ["code"] },
        },
        {
            name: "implicit in a partly unknown list, and changes nothing",
            client: { allowedOauthFlows: ["code", "implicit", unknown] },
            expect: [implicit],
        },
    ],
});
