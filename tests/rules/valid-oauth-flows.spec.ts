import rule from "../../src/rules/valid-oauth-flows";
import { testRule, unknown } from "../harness";

const { unknownFlows, mixed, noSecret, missing, noCallback } = rule.messages;

/** A client that people sign in with. */
const web = {
    allowedOauthFlowsUserPoolClient: true,
    allowedOauthFlows: ["code"],
    allowedOauthScopes: ["openid"],
    callbackUrls: ["https://app.example.org"],
};

/** A client that a service uses. */
const service = {
    allowedOauthFlowsUserPoolClient: true,
    allowedOauthFlows: ["client_credentials"],
    allowedOauthScopes: ["api/read"],
    generateSecret: true,
};

testRule(rule, {
    accept: [
        { why: "a client without OAuth", client: {} },
        { why: "empty lists", client: { allowedOauthFlows: [], allowedOauthScopes: [], callbackUrls: [] } },
        { why: "code", client: web },
        { why: "implicit beside code", client: { ...web, allowedOauthFlows: ["implicit", "code"] } },
        { why: "code with a secret", client: { ...web, generateSecret: true } },
        { why: "client_credentials, which needs no callback", client: service },
        { why: "client_credentials twice", client: { ...service, allowedOauthFlows: ["client_credentials", "client_credentials"] } },
        { why: "a secret written as a string", client: { ...service, generateSecret: "true" as never } },
        { why: "flows that are not turned on", client: { allowedOauthFlows: ["code"] } },
        { why: "flows that are turned off", client: { allowedOauthFlowsUserPoolClient: false, allowedOauthFlows: ["code", "implicit"] } },
        {
            why: "scopes and callbacks not known yet, of a client without OAuth",
            client: { allowedOauthScopes: unknown, callbackUrls: unknown },
        },
        { why: "a scope and a callback not known yet", client: { ...web, allowedOauthScopes: [unknown], callbackUrls: [unknown] } },
        { why: "a secret not known yet beside code", client: { ...web, generateSecret: unknown } },
        { why: "callbacks not known yet beside client_credentials", client: { ...service, callbackUrls: unknown } },
    ],
    reject: [
        {
            why: "the names of the OAuth protocol",
            client: { ...web, allowedOauthFlows: ["authorization_code", "token"] },
            expect: [
                'allowedOauthFlows has "authorization_code", which is no OAuth flow (did you mean code?) and "token", which is no OAuth flow (did you mean implicit?).',
            ],
        },
        {
            why: "other spellings",
            client: { allowedOauthFlows: ["Code", "clientCredentials", "AuthorizationCode"] },
            expect: [
                'allowedOauthFlows has "Code", which is no OAuth flow (did you mean code?), "clientCredentials", which is no OAuth flow ' +
                    '(did you mean client_credentials?) and "AuthorizationCode", which is no OAuth flow (did you mean code?).',
            ],
        },
        {
            why: "a flow that Cognito does not have",
            client: { ...web, allowedOauthFlows: ["code", "password", "constructor"] },
            expect: ['allowedOauthFlows has "password", which is no OAuth flow and "constructor", which is no OAuth flow.'],
        },
        { why: "an empty name", client: { allowedOauthFlows: [""] }, expect: [unknownFlows([""])] },
        {
            why: "client_credentials beside both others, in one message",
            client: { ...web, allowedOauthFlows: ["code", "client_credentials", "implicit"], generateSecret: true },
            expect: ["allowedOauthFlows has client_credentials beside code and implicit."],
        },
        {
            why: "client_credentials beside code on a client that is not turned on",
            client: { allowedOauthFlows: ["code", "client_credentials"], generateSecret: true },
            expect: [mixed(["code"])],
        },
        { why: "client_credentials without a secret", client: { ...service, generateSecret: false }, expect: [noSecret()] },
        {
            why: "client_credentials without a word about a secret, on a client that is not turned on",
            client: { allowedOauthFlows: ["client_credentials"] },
            expect: [noSecret()],
        },
        {
            why: "OAuth without flows",
            client: { ...web, allowedOauthFlows: [] },
            expect: ["allowedOauthFlows is not set, and allowedOauthFlowsUserPoolClient is true."],
        },
        { why: "OAuth without scopes", client: { ...web, allowedOauthScopes: [] }, expect: [missing("allowedOauthScopes")] },
        {
            why: "OAuth without either",
            client: { allowedOauthFlowsUserPoolClient: true },
            expect: [missing("allowedOauthFlows"), missing("allowedOauthScopes")],
        },
        { why: "code without callbacks", client: { ...web, callbackUrls: undefined }, expect: [noCallback(["code"])] },
        {
            why: "implicit beside code with an empty list of callbacks",
            client: { ...web, allowedOauthFlows: ["implicit", "code"], callbackUrls: [] },
            expect: ["callbackUrls is not set, and allowedOauthFlows has implicit and code."],
        },
        {
            why: "what is known of the flows",
            client: { ...web, allowedOauthFlows: [unknown, "token", "code", "client_credentials"], callbackUrls: [] },
            expect: [unknownFlows(["token"]), mixed(["code"]), noSecret(), noCallback(["code"])],
            undecided: ["allowedOauthFlows[0]"],
        },
        {
            why: "missing scopes beside flows not known yet",
            client: { allowedOauthFlowsUserPoolClient: true, allowedOauthFlows: unknown },
            expect: [missing("allowedOauthScopes")],
            undecided: ["allowedOauthFlows"],
        },
        {
            why: "a mixture on a client of which it is not known whether it is turned on",
            client: { ...service, allowedOauthFlowsUserPoolClient: unknown, allowedOauthFlows: ["client_credentials", "implicit"] },
            expect: [mixed(["implicit"])],
            undecided: ["allowedOauthFlowsUserPoolClient"],
        },
    ],
    undecided: [
        { why: "flows not known yet", client: { ...web, allowedOauthFlows: unknown }, on: ["allowedOauthFlows"] },
        { why: "a flow not known yet beside code", client: { ...web, allowedOauthFlows: ["code", unknown] }, on: ["allowedOauthFlows[1]"] },
        {
            why: "a flow not known yet beside client_credentials",
            client: { ...service, allowedOauthFlows: ["client_credentials", unknown] },
            on: ["allowedOauthFlows[1]"],
        },
        {
            why: "a secret not known yet beside client_credentials",
            client: { ...service, generateSecret: unknown },
            on: ["generateSecret"],
        },
        { why: "scopes not known yet", client: { ...web, allowedOauthScopes: unknown }, on: ["allowedOauthScopes"] },
        { why: "callbacks not known yet beside code", client: { ...web, callbackUrls: unknown }, on: ["callbackUrls"] },
        {
            why: "whether OAuth is turned on",
            client: { allowedOauthFlowsUserPoolClient: unknown, allowedOauthFlows: ["code"] },
            on: ["allowedOauthFlowsUserPoolClient"],
        },
    ],
});
