import { testRule, unknown } from "../../src/api/testing";
import rule from "../../src/rules/require-write-attributes";

const unset = "writeAttributes is not set; the default has every mutable attribute.";
const SERVICE = { allowedOauthFlowsUserPoolClient: true, allowedOauthFlows: ["client_credentials"] };

testRule(rule, {
    accept: [
        { name: "a list", client: { writeAttributes: ["name"] } },
        { name: "a list with an unknown element", client: { writeAttributes: [unknown] } },
        { name: "a list with unknown flows", client: { ...SERVICE, allowedOauthFlows: unknown, writeAttributes: ["name"] } },
        { name: "the default for services", client: SERVICE },
        { name: "an empty list for services", client: { ...SERVICE, writeAttributes: [] } },
        { name: "an unknown list for services", client: { ...SERVICE, writeAttributes: unknown } },
        { name: "the default with ALLOW_CLIENT_TOKEN_AUTH", client: { explicitAuthFlows: ["ALLOW_CLIENT_TOKEN_AUTH"] } },
    ],
    unknown: [
        { name: "an unknown list", client: { writeAttributes: unknown }, unknown: ["writeAttributes"] },
        {
            name: "unknown flows, which may be client_credentials alone",
            client: { ...SERVICE, allowedOauthFlows: unknown },
            unknown: ["allowedOauthFlows"],
        },
    ],
    reject: [
        { name: "the default", client: {}, expect: [unset] },
        {
            name: "an empty list, which means the default",
            client: { writeAttributes: [], readAttributes: ["name"] },
            expect: ["writeAttributes is empty, which Cognito treats as not set; the default has every mutable attribute."],
        },
        {
            name: "the default with managed login alone, since users set attributes when they sign up",
            client: {
                allowedOauthFlowsUserPoolClient: true,
                allowedOauthFlows: ["code"],
                explicitAuthFlows: ["ALLOW_REFRESH_TOKEN_AUTH"],
            },
            expect: [unset],
        },
    ],
});
