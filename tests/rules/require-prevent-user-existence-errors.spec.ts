import { testRule, unknown } from "../../src/api/testing";
import rule from "../../src/rules/require-prevent-user-existence-errors";

const unset = "preventUserExistenceErrors is not set; the default is LEGACY.";
const notEnabled = (value: string) => `preventUserExistenceErrors is ${value}; it must be ENABLED.`;
/** A client for services with a secret and no flow for sign-in. */
const SERVICE = {
    allowedOauthFlowsUserPoolClient: true,
    allowedOauthFlows: ["client_credentials"],
    generateSecret: true,
    explicitAuthFlows: ["ALLOW_REFRESH_TOKEN_AUTH"],
};
const fixed = { preventUserExistenceErrors: "ENABLED" };

testRule(rule, {
    accept: [
        { name: "ENABLED", client: { preventUserExistenceErrors: "ENABLED" } },
        { name: "ENABLED with an unknown secret", client: { ...SERVICE, generateSecret: unknown, preventUserExistenceErrors: "ENABLED" } },
        { name: "the default for services", client: SERVICE },
        { name: "LEGACY for services", client: { ...SERVICE, preventUserExistenceErrors: "LEGACY" } },
        { name: "an unknown value for services", client: { ...SERVICE, preventUserExistenceErrors: unknown } },
        {
            name: "the default with ALLOW_CLIENT_TOKEN_AUTH and a secret",
            client: { explicitAuthFlows: ["ALLOW_CLIENT_TOKEN_AUTH"], generateSecret: true },
        },
    ],
    unknown: [
        { name: "an unknown value", client: { preventUserExistenceErrors: unknown }, unknown: ["preventUserExistenceErrors"] },
        {
            name: "an unknown secret of a client for services",
            client: { ...SERVICE, generateSecret: unknown },
            unknown: ["generateSecret"],
        },
        {
            name: "unknown auth flows of a client for services",
            client: { ...SERVICE, explicitAuthFlows: unknown },
            unknown: ["explicitAuthFlows"],
        },
        { name: "unknown OAuth flows", client: { ...SERVICE, allowedOauthFlows: unknown }, unknown: ["allowedOauthFlows"] },
    ],
    reject: [
        { name: "the default", client: { userPoolId: unknown }, expect: [unset], fixed },
        { name: "null", client: { preventUserExistenceErrors: null as never }, expect: [unset], fixed },
        { name: "LEGACY", client: { preventUserExistenceErrors: "LEGACY" }, expect: [notEnabled("LEGACY")], fixed },
        { name: "ENABLED in the wrong case", client: { preventUserExistenceErrors: "Enabled" }, expect: [notEnabled("Enabled")], fixed },
        { name: "a client for services without a secret", client: { ...SERVICE, generateSecret: false }, expect: [unset], fixed },
        {
            name: "a client for services with the default auth flows",
            client: { ...SERVICE, explicitAuthFlows: [] },
            expect: [unset],
            fixed,
        },
        {
            name: "a client for services with a flow for sign-in",
            client: { ...SERVICE, explicitAuthFlows: ["ALLOW_ADMIN_USER_PASSWORD_AUTH"] },
            expect: [unset],
            fixed,
        },
        {
            name: "a client with a secret and managed login",
            client: { ...SERVICE, allowedOauthFlows: ["code"] },
            expect: [unset],
            fixed,
        },
        {
            name: "unknown values of a client without a secret",
            client: { allowedOauthFlowsUserPoolClient: unknown, allowedOauthFlows: unknown, explicitAuthFlows: unknown },
            expect: [unset],
            fixed,
        },
        { name: "a boolean", client: { preventUserExistenceErrors: true as never }, expect: [notEnabled("true")], fixed },
    ],
});
