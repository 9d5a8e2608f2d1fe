import { testRule, unknown } from "../../src/api/testing";
import rule from "../../src/rules/require-token-revocation";

const disabled = "enableTokenRevocation is false.";
const SERVICE = { allowedOauthFlowsUserPoolClient: true, allowedOauthFlows: ["client_credentials"] };
const fixed = { enableTokenRevocation: true };

testRule(rule, {
    accept: [
        { name: "the default", client: {} },
        { name: "null", client: { enableTokenRevocation: null as never } },
        { name: "true", client: { enableTokenRevocation: true } },
        { name: "false for services", client: { ...SERVICE, enableTokenRevocation: false } },
        {
            name: "false with ALLOW_CLIENT_TOKEN_AUTH",
            client: { explicitAuthFlows: ["ALLOW_CLIENT_TOKEN_AUTH"], enableTokenRevocation: false },
        },
        { name: "an unknown value for services", client: { ...SERVICE, enableTokenRevocation: unknown } },
        { name: "true with unknown flows", client: { ...SERVICE, allowedOauthFlows: unknown, enableTokenRevocation: true } },
    ],
    unknown: [
        { name: "an unknown value", client: { enableTokenRevocation: unknown }, unknown: ["enableTokenRevocation"] },
        {
            name: "unknown flows, which may be client_credentials alone",
            client: { ...SERVICE, allowedOauthFlows: unknown, enableTokenRevocation: false },
            unknown: ["allowedOauthFlows"],
        },
    ],
    reject: [
        { name: "false", client: { userPoolId: unknown, enableTokenRevocation: false }, expect: [disabled], fixed },
        {
            name: "false in a client that is not only for services",
            client: { ...SERVICE, allowedOauthFlows: ["client_credentials", "code"], enableTokenRevocation: false },
            expect: [disabled],
            fixed,
        },
        {
            name: "false with client_credentials without allowedOauthFlowsUserPoolClient",
            client: { ...SERVICE, allowedOauthFlowsUserPoolClient: false, enableTokenRevocation: false },
            expect: [disabled],
            fixed,
        },
        { name: "false written as a string", client: { enableTokenRevocation: "false" as never }, expect: [disabled], fixed },
    ],
});
