import { testRule, unknown } from "../../src/api/testing";
import rule from "../../src/rules/valid-oauth-flows";

const noSecret = "allowedOauthFlows has client_credentials, which requires generateSecret to be true.";
const mixed = (flows: string) => `allowedOauthFlows has client_credentials together with ${flows}; it must be the only flow.`;
const EMPTY = "is empty, which Cognito treats as not set";

const missing = (property: string, problem = "is not set") => `${property} ${problem}; allowedOauthFlowsUserPoolClient requires it.`;
const noCallbackUrls = (flows: string, problem = "is not set") => `callbackUrls ${problem}, but allowedOauthFlows has ${flows}.`;

/** A client for users who sign in. */
const web = {
    allowedOauthFlowsUserPoolClient: true,
    allowedOauthFlows: ["code"],
    allowedOauthScopes: ["openid"],
    callbackUrls: ["https://app.example.org"],
};

/** A client for a service. */
const service = {
    allowedOauthFlowsUserPoolClient: true,
    allowedOauthFlows: ["client_credentials"],
    allowedOauthScopes: ["api/read"],
    generateSecret: true,
};

testRule(rule, {
    accept: [
        { name: "a client without OAuth", client: {} },
        { name: "empty lists", client: { allowedOauthFlows: [], allowedOauthScopes: [], callbackUrls: [] } },
        { name: "code", client: web },
        { name: "implicit and code", client: { ...web, allowedOauthFlows: ["implicit", "code"] } },
        { name: "code with a secret", client: { ...web, generateSecret: true } },
        { name: "client_credentials without callback URLs", client: service },
        {
            name: "a duplicate client_credentials",
            client: { ...service, allowedOauthFlows: ["client_credentials", "client_credentials"] },
        },
        { name: "a boolean written as a string", client: { ...service, generateSecret: "true" as never } },
        { name: "flows without allowedOauthFlowsUserPoolClient", client: { allowedOauthFlows: ["code"] } },
        {
            name: "flows with allowedOauthFlowsUserPoolClient: false",
            client: { allowedOauthFlowsUserPoolClient: false, allowedOauthFlows: ["code", "implicit"] },
        },
        {
            name: "unknown scopes and callback URLs of a client without OAuth",
            client: { allowedOauthScopes: unknown, callbackUrls: unknown },
        },
        {
            name: "an unknown scope and an unknown callback URL",
            client: { ...web, allowedOauthScopes: [unknown], callbackUrls: [unknown] },
        },
        { name: "an unknown generateSecret with code", client: { ...web, generateSecret: unknown } },
        {
            name: "complete settings of a client that may be without OAuth",
            client: { ...web, allowedOauthFlowsUserPoolClient: unknown },
        },
        { name: "unknown callback URLs with client_credentials", client: { ...service, callbackUrls: unknown } },
    ],
    unknown: [
        { name: "unknown flows", client: { ...web, allowedOauthFlows: unknown }, unknown: ["allowedOauthFlows"] },
        {
            name: "an unknown flow next to code",
            client: { ...web, allowedOauthFlows: ["code", unknown] },
            unknown: ["allowedOauthFlows[1]"],
        },
        {
            name: "an unknown flow next to client_credentials",
            client: { ...service, allowedOauthFlows: ["client_credentials", unknown] },
            unknown: ["allowedOauthFlows[1]"],
        },
        {
            name: "an unknown generateSecret with client_credentials",
            client: { ...service, generateSecret: unknown },
            unknown: ["generateSecret"],
        },
        { name: "unknown scopes", client: { ...web, allowedOauthScopes: unknown }, unknown: ["allowedOauthScopes"] },
        { name: "unknown callback URLs with code", client: { ...web, callbackUrls: unknown }, unknown: ["callbackUrls"] },
        {
            name: "an unknown allowedOauthFlowsUserPoolClient",
            client: { allowedOauthFlowsUserPoolClient: unknown, allowedOauthFlows: ["code"] },
            unknown: ["allowedOauthFlowsUserPoolClient"],
        },
    ],
    reject: [
        {
            name: "the names of the OAuth protocol",
            client: { ...web, allowedOauthFlows: ["authorization_code", "token"] },
            expect: [
                'allowedOauthFlows has "authorization_code" (did you mean code?) and "token" (did you mean implicit?), which are not OAuth flows.',
            ],
        },
        {
            name: "misspelled flows",
            client: { allowedOauthFlows: ["Code", "clientCredentials", "AuthorizationCode"] },
            expect: [
                'allowedOauthFlows has "Code" (did you mean code?), "clientCredentials" (did you mean client_credentials?) and ' +
                    '"AuthorizationCode" (did you mean code?), which are not OAuth flows.',
            ],
        },
        {
            name: "flows that Cognito does not have",
            client: { ...web, allowedOauthFlows: ["code", "password", "constructor"] },
            expect: ['allowedOauthFlows has "password" and "constructor", which are not OAuth flows.'],
        },
        {
            name: "an empty element",
            client: { allowedOauthFlows: ["code", ""] },
            expect: ["allowedOauthFlows has an empty element; remove it."],
        },
        {
            name: "auth flows",
            client: { allowedOauthFlows: ["ALLOW_USER_SRP_AUTH", "ALLOW_SRP"] },
            expect: [
                'allowedOauthFlows has "ALLOW_USER_SRP_AUTH" (it belongs in explicitAuthFlows) and "ALLOW_SRP" (it belongs in explicitAuthFlows), ' +
                    "which are not OAuth flows.",
            ],
        },
        {
            name: "an auth flow without its prefix, and a scope",
            client: { allowedOauthFlows: ["USER_SRP_AUTH", "openid"] },
            expect: [
                'allowedOauthFlows has "USER_SRP_AUTH" (did you mean ALLOW_USER_SRP_AUTH in explicitAuthFlows?) and ' +
                    '"openid" (it belongs in allowedOauthScopes), which are not OAuth flows.',
            ],
        },
        {
            name: "an OAuth flow with the prefix of auth flows",
            client: { allowedOauthFlows: ["ALLOW_AUTH_CODE_FLOW"] },
            expect: ['allowedOauthFlows has "ALLOW_AUTH_CODE_FLOW", which is not an OAuth flow (did you mean code?).'],
        },
        {
            name: "several flows in one element",
            client: { allowedOauthFlows: ["code,implicit"] },
            expect: ['allowedOauthFlows has "code,implicit", which is not an OAuth flow (did you mean "code" and "implicit"?).'],
        },
        {
            name: "client_credentials with both other flows in one message",
            client: { ...web, allowedOauthFlows: ["code", "client_credentials", "implicit"], generateSecret: true },
            expect: ['allowedOauthFlows has client_credentials together with "code" and "implicit"; it must be the only flow.'],
        },
        {
            name: "client_credentials with code without allowedOauthFlowsUserPoolClient",
            client: { allowedOauthFlows: ["code", "client_credentials"], generateSecret: true },
            expect: [mixed('"code"')],
        },
        { name: "client_credentials with generateSecret: false", client: { ...service, generateSecret: false }, expect: [noSecret] },
        {
            name: "client_credentials without generateSecret and allowedOauthFlowsUserPoolClient",
            client: { allowedOauthFlows: ["client_credentials"] },
            expect: [noSecret],
        },
        { name: "OAuth without flows", client: { ...web, allowedOauthFlows: [] }, expect: [missing("allowedOauthFlows", EMPTY)] },
        { name: "OAuth without scopes", client: { ...web, allowedOauthScopes: [] }, expect: [missing("allowedOauthScopes", EMPTY)] },
        {
            name: "OAuth without flows and scopes",
            client: { allowedOauthFlowsUserPoolClient: true },
            expect: [missing("allowedOauthFlows"), missing("allowedOauthScopes")],
        },
        { name: "code without callback URLs", client: { ...web, callbackUrls: undefined }, expect: [noCallbackUrls('"code"')] },
        {
            name: "implicit and code with an empty list of callback URLs",
            client: { ...web, allowedOauthFlows: ["implicit", "code"], callbackUrls: [] },
            expect: [noCallbackUrls('"implicit" and "code"', EMPTY)],
        },
        {
            name: "known elements of a partly unknown list",
            client: { ...web, allowedOauthFlows: [unknown, "token", "code", "client_credentials"], callbackUrls: [] },
            expect: [
                'allowedOauthFlows has "token", which is not an OAuth flow (did you mean implicit?).',
                mixed('"code"'),
                noSecret,
                noCallbackUrls('"code"', EMPTY),
            ],
            unknown: ["allowedOauthFlows[0]"],
        },
        {
            name: "missing scopes with unknown flows",
            client: { allowedOauthFlowsUserPoolClient: true, allowedOauthFlows: unknown },
            expect: [missing("allowedOauthScopes")],
            unknown: ["allowedOauthFlows"],
        },
        {
            name: "client_credentials with implicit if allowedOauthFlowsUserPoolClient is unknown",
            client: { ...service, allowedOauthFlowsUserPoolClient: unknown, allowedOauthFlows: ["client_credentials", "implicit"] },
            expect: [mixed('"implicit"')],
            unknown: ["allowedOauthFlowsUserPoolClient"],
        },
    ],
});
