import { testRule, unknown } from "../../src/api/testing";
import rule from "../../src/rules/no-unneeded-auth-flows";

const service = (what: string) => `explicitAuthFlows ${what}, but the client is for services.`;
const federated = (what: string) => `explicitAuthFlows ${what}, but supportedIdentityProviders does not have COGNITO.`;
const DEFAULT = "is not set; the default enables SRP and custom sign-in";
const EMPTY = "is empty, which Cognito treats as not set; the default enables SRP and custom sign-in";
const SERVICE = { allowedOauthFlowsUserPoolClient: true, allowedOauthFlows: ["client_credentials"] };
const FEDERATED = { allowedOauthFlowsUserPoolClient: true, allowedOauthFlows: ["code"], supportedIdentityProviders: ["Okta"] };
const ROTATION = { refreshTokenRotation: { feature: "ENABLED" } };
const NO_SIGN_IN = [
    "ALLOW_REFRESH_TOKEN_AUTH",
    "ALLOW_TOKEN_EXCHANGE_DELEGATION",
    "ALLOW_TOKEN_EXCHANGE_IMPERSONATION",
    "ALLOW_NEW_AUTH",
    "USER_SRP_AUTH",
];

testRule(rule, {
    accept: [
        { name: "a client without OAuth flows", client: {} },
        ...NO_SIGN_IN.flatMap(flow => [
            { name: `${flow} for services`, client: { ...SERVICE, explicitAuthFlows: [flow] } },
            { name: `${flow} for federated users`, client: { ...FEDERATED, explicitAuthFlows: [flow] } },
        ]),
        { name: "ALLOW_CLIENT_TOKEN_AUTH", client: { explicitAuthFlows: ["ALLOW_CLIENT_TOKEN_AUTH"] } },
        { name: "ALLOW_CLIENT_TOKEN_AUTH with client_credentials", client: { ...SERVICE, explicitAuthFlows: ["ALLOW_CLIENT_TOKEN_AUTH"] } },
        {
            name: "a sign-in flow next to ALLOW_CLIENT_TOKEN_AUTH, which valid-auth-flows reports",
            client: { explicitAuthFlows: ["ALLOW_CLIENT_TOKEN_AUTH", "ALLOW_USER_SRP_AUTH"] },
        },
        { name: "client_credentials without the flag", client: { ...SERVICE, allowedOauthFlowsUserPoolClient: false } },
        { name: "client_credentials next to code", client: { ...SERVICE, allowedOauthFlows: ["client_credentials", "code"] } },
        { name: "managed login without the flag", client: { ...FEDERATED, allowedOauthFlowsUserPoolClient: false } },
        { name: "managed login without OAuth flows", client: { ...FEDERATED, allowedOauthFlows: [] } },
        {
            name: "identity providers with COGNITO",
            client: { ...FEDERATED, supportedIdentityProviders: ["Okta", "COGNITO"] },
        },
        { name: "a misspelled COGNITO", client: { ...FEDERATED, supportedIdentityProviders: ["Okta", "Cognito"] } },
        { name: "unset identity providers", client: { ...FEDERATED, supportedIdentityProviders: [] } },
        {
            name: "ALLOW_CUSTOM_AUTH alone with refresh token rotation",
            client: { ...FEDERATED, ...ROTATION, explicitAuthFlows: ["ALLOW_CUSTOM_AUTH"] },
        },
        {
            name: "ALLOW_CUSTOM_AUTH alone with refresh token rotation for services",
            client: { ...SERVICE, ...ROTATION, explicitAuthFlows: ["ALLOW_CUSTOM_AUTH"] },
        },
        {
            name: "unknown OAuth flows of a client without a sign-in flow",
            client: { ...FEDERATED, allowedOauthFlows: unknown, explicitAuthFlows: ["ALLOW_REFRESH_TOKEN_AUTH"] },
        },
        {
            name: "unknown settings that make no difference",
            client: { allowedOauthFlowsUserPoolClient: false, allowedOauthFlows: unknown, supportedIdentityProviders: unknown },
        },
    ],
    unknown: [
        { name: "unknown auth flows", client: { ...SERVICE, explicitAuthFlows: unknown }, unknown: ["explicitAuthFlows"] },
        {
            name: "an unknown auth flow",
            client: { ...FEDERATED, explicitAuthFlows: ["ALLOW_REFRESH_TOKEN_AUTH", unknown] },
            unknown: ["explicitAuthFlows[1]"],
        },
        {
            name: "an unknown flag",
            client: { ...SERVICE, allowedOauthFlowsUserPoolClient: unknown },
            unknown: ["allowedOauthFlowsUserPoolClient"],
        },
        { name: "unknown OAuth flows", client: { ...FEDERATED, allowedOauthFlows: unknown }, unknown: ["allowedOauthFlows"] },
        {
            name: "an unknown OAuth flow next to client_credentials",
            client: { ...SERVICE, allowedOauthFlows: ["client_credentials", unknown] },
            unknown: ["allowedOauthFlows[1]"],
        },
        {
            name: "an unknown identity provider",
            client: { ...FEDERATED, supportedIdentityProviders: ["Okta", unknown] },
            unknown: ["supportedIdentityProviders[1]"],
        },
        {
            name: "ALLOW_CUSTOM_AUTH alone with unknown rotation",
            client: { ...FEDERATED, explicitAuthFlows: ["ALLOW_CUSTOM_AUTH"], refreshTokenRotation: unknown },
            unknown: ["refreshTokenRotation"],
        },
    ],
    reject: [
        { name: "the default flows for services", client: SERVICE, expect: [service(DEFAULT)] },
        { name: "an empty list for services", client: { ...SERVICE, explicitAuthFlows: [] }, expect: [service(EMPTY)] },
        { name: "an empty list for federated users", client: { ...FEDERATED, explicitAuthFlows: [] }, expect: [federated(EMPTY)] },
        { name: "the default flows for federated users", client: FEDERATED, expect: [federated(DEFAULT)] },
        {
            name: "the implicit flow for federated users",
            client: { ...FEDERATED, allowedOauthFlows: ["implicit"] },
            expect: [federated(DEFAULT)],
        },
        ...[
            "ALLOW_ADMIN_USER_PASSWORD_AUTH",
            "ALLOW_CUSTOM_AUTH",
            "ALLOW_USER_AUTH",
            "ALLOW_USER_PASSWORD_AUTH",
            "ALLOW_USER_SRP_AUTH",
            "ADMIN_NO_SRP_AUTH",
            "CUSTOM_AUTH_FLOW_ONLY",
            "USER_PASSWORD_AUTH",
        ].map(flow => ({
            name: `${flow} for services`,
            client: { ...SERVICE, explicitAuthFlows: [flow] },
            expect: [service(`has ${flow}`)],
        })),
        {
            name: "several sign-in flows in one message, without the others",
            client: { ...FEDERATED, explicitAuthFlows: ["ALLOW_USER_SRP_AUTH", "ALLOW_REFRESH_TOKEN_AUTH", "ALLOW_USER_AUTH"] },
            expect: [federated("has ALLOW_USER_SRP_AUTH and ALLOW_USER_AUTH")],
        },
        {
            name: "ALLOW_CUSTOM_AUTH without refresh token rotation",
            client: { ...FEDERATED, refreshTokenRotation: { feature: "DISABLED" }, explicitAuthFlows: ["ALLOW_CUSTOM_AUTH"] },
            expect: [federated("has ALLOW_CUSTOM_AUTH")],
        },
        {
            name: "other sign-in flows with refresh token rotation",
            client: { ...FEDERATED, ...ROTATION, explicitAuthFlows: ["ALLOW_CUSTOM_AUTH", "ALLOW_USER_SRP_AUTH"] },
            expect: [federated("has ALLOW_CUSTOM_AUTH and ALLOW_USER_SRP_AUTH")],
        },
        {
            name: "the default flows with refresh token rotation",
            client: { ...FEDERATED, ...ROTATION },
            expect: [federated(DEFAULT)],
        },
        {
            name: "known elements of a partly unknown list",
            client: { ...FEDERATED, explicitAuthFlows: [unknown, "ALLOW_USER_SRP_AUTH"] },
            expect: [federated("has ALLOW_USER_SRP_AUTH")],
            unknown: ["explicitAuthFlows[0]"],
        },
        {
            name: "a client for services whose other settings are unknown",
            client: {
                ...SERVICE,
                explicitAuthFlows: ["ALLOW_USER_SRP_AUTH"],
                supportedIdentityProviders: unknown,
                refreshTokenRotation: unknown,
            },
            expect: [service("has ALLOW_USER_SRP_AUTH")],
        },
    ],
});
