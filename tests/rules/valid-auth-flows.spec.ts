import * as assert from "node:assert/strict";
import { describe, it } from "mocha";
import { testRule, unknown } from "../../src/api/testing";
import rule from "../../src/rules/valid-auth-flows";
import { validateClient } from "../../src/testing/run-policy";

const SIGN_IN =
    "Users sign in with ALLOW_ADMIN_USER_PASSWORD_AUTH, ALLOW_CUSTOM_AUTH, ALLOW_USER_AUTH, ALLOW_USER_PASSWORD_AUTH or ALLOW_USER_SRP_AUTH.";
const EMPTY = "explicitAuthFlows has an empty element; remove it.";

const notAFlow = (name: string, suggestion?: string) =>
    `explicitAuthFlows has "${name}", which is not an auth flow${suggestion ? ` (did you mean ${suggestion}?).` : `. ${SIGN_IN}`}`;
const mixed = (flows: string) => `explicitAuthFlows has ${flows}, which cannot be combined with names that start with ALLOW_.`;
const notAlone = (flows: string) => `explicitAuthFlows has ALLOW_CLIENT_TOKEN_AUTH together with ${flows}; it must be the only flow.`;
const noSecret = "explicitAuthFlows has ALLOW_CLIENT_TOKEN_AUTH, which requires generateSecret to be true.";

testRule(rule, {
    accept: [
        { name: "the default", client: {} },
        { name: "an empty list", client: { explicitAuthFlows: [] } },
        {
            name: "every current name that can be combined",
            client: {
                explicitAuthFlows: [
                    "ALLOW_ADMIN_USER_PASSWORD_AUTH",
                    "ALLOW_CUSTOM_AUTH",
                    "ALLOW_REFRESH_TOKEN_AUTH",
                    "ALLOW_TOKEN_EXCHANGE_DELEGATION",
                    "ALLOW_TOKEN_EXCHANGE_IMPERSONATION",
                    "ALLOW_USER_AUTH",
                    "ALLOW_USER_PASSWORD_AUTH",
                    "ALLOW_USER_SRP_AUTH",
                ],
            },
        },
        {
            name: "every legacy name without a current one",
            client: { explicitAuthFlows: ["ADMIN_NO_SRP_AUTH", "CUSTOM_AUTH_FLOW_ONLY", "USER_PASSWORD_AUTH"] },
        },
        { name: "a list without the refresh flow", client: { explicitAuthFlows: ["ALLOW_USER_SRP_AUTH"] } },
        { name: "only the refresh flow", client: { explicitAuthFlows: ["ALLOW_REFRESH_TOKEN_AUTH"] } },
        { name: "a token exchange flow without a secret", client: { explicitAuthFlows: ["ALLOW_TOKEN_EXCHANGE_IMPERSONATION"] } },
        { name: "client tokens with a secret", client: { explicitAuthFlows: ["ALLOW_CLIENT_TOKEN_AUTH"], generateSecret: true } },
        {
            name: "client tokens, listed twice",
            client: { explicitAuthFlows: ["ALLOW_CLIENT_TOKEN_AUTH", "ALLOW_CLIENT_TOKEN_AUTH"], generateSecret: true },
        },
        {
            name: "a name in the option additionalFlows, with and without the prefix of current names",
            client: { explicitAuthFlows: ["ALLOW_DEVICE_CODE_AUTH", "DEVICE_CODE", "ALLOW_USER_SRP_AUTH"] },
            options: { additionalFlows: ["ALLOW_DEVICE_CODE_AUTH", "DEVICE_CODE"] },
        },
        {
            name: "a legacy name next to an additional one without the prefix",
            client: { explicitAuthFlows: ["USER_PASSWORD_AUTH", "DEVICE_CODE"] },
            options: { additionalFlows: ["DEVICE_CODE"] },
        },
        {
            name: "an unknown generateSecret without client tokens",
            client: { explicitAuthFlows: ["ALLOW_USER_SRP_AUTH"], generateSecret: unknown },
        },
        { name: "a duplicate flow", client: { explicitAuthFlows: ["ALLOW_USER_AUTH", "ALLOW_USER_AUTH"] } },
    ],
    unknown: [
        { name: "an unknown list", client: { explicitAuthFlows: unknown }, unknown: ["explicitAuthFlows"] },
        {
            name: "an unknown flow next to a legacy name",
            client: { explicitAuthFlows: ["USER_PASSWORD_AUTH", unknown] },
            unknown: ["explicitAuthFlows[1]"],
        },
        {
            name: "an unknown flow next to client tokens",
            client: { explicitAuthFlows: ["ALLOW_CLIENT_TOKEN_AUTH", unknown], generateSecret: true },
            unknown: ["explicitAuthFlows[1]"],
        },
        {
            name: "a flow that may be client tokens, with an unknown generateSecret",
            client: { explicitAuthFlows: [unknown], generateSecret: unknown },
            unknown: ["explicitAuthFlows[0]"],
        },
        {
            name: "client tokens with an unknown generateSecret",
            client: { explicitAuthFlows: ["ALLOW_CLIENT_TOKEN_AUTH"], generateSecret: unknown },
            unknown: ["generateSecret"],
        },
    ],
    reject: [
        {
            name: "names without the prefix",
            client: { explicitAuthFlows: ["USER_SRP_AUTH", "REFRESH_TOKEN_AUTH"] },
            expect: [
                'explicitAuthFlows has "USER_SRP_AUTH" (did you mean ALLOW_USER_SRP_AUTH?) and ' +
                    '"REFRESH_TOKEN_AUTH" (did you mean ALLOW_REFRESH_TOKEN_AUTH?), which are not auth flows.',
            ],
        },
        {
            name: "legacy names with the prefix in front",
            client: { explicitAuthFlows: ["ALLOW_ADMIN_NO_SRP_AUTH", "ALLOW_CUSTOM_AUTH_FLOW_ONLY"] },
            expect: [
                'explicitAuthFlows has "ALLOW_ADMIN_NO_SRP_AUTH" (did you mean ALLOW_ADMIN_USER_PASSWORD_AUTH?) and ' +
                    '"ALLOW_CUSTOM_AUTH_FLOW_ONLY" (did you mean ALLOW_CUSTOM_AUTH?), which are not auth flows.',
            ],
        },
        {
            name: "names in lower case",
            client: { explicitAuthFlows: ["allow_user_srp_auth", "admin_no_srp_auth"] },
            expect: [
                'explicitAuthFlows has "allow_user_srp_auth" (did you mean ALLOW_USER_SRP_AUTH?) and ' +
                    '"admin_no_srp_auth" (did you mean ALLOW_ADMIN_USER_PASSWORD_AUTH?), which are not auth flows.',
            ],
        },
        {
            name: "a single name with a suggestion",
            client: { explicitAuthFlows: ["ALLOW_ADMIN_NO_SRP_AUTH"] },
            expect: [
                'explicitAuthFlows has "ALLOW_ADMIN_NO_SRP_AUTH", which is not an auth flow (did you mean ALLOW_ADMIN_USER_PASSWORD_AUTH?).',
            ],
        },
        {
            name: "a name that resembles no flow",
            client: { explicitAuthFlows: ["password"] },
            expect: [
                'explicitAuthFlows has "password", which is not an auth flow. Users sign in with ALLOW_ADMIN_USER_PASSWORD_AUTH, ' +
                    "ALLOW_CUSTOM_AUTH, ALLOW_USER_AUTH, ALLOW_USER_PASSWORD_AUTH or ALLOW_USER_SRP_AUTH.",
            ],
        },
        {
            name: "a name that resembles no flow next to one that does",
            client: { explicitAuthFlows: ["srp", "USER_SRP_AUTH"] },
            expect: ['explicitAuthFlows has "srp" and "USER_SRP_AUTH" (did you mean ALLOW_USER_SRP_AUTH?), which are not auth flows.'],
        },
        { name: "an empty element", client: { explicitAuthFlows: [""] }, expect: [EMPTY] },
        {
            name: "empty elements and spaces next to other names",
            client: { explicitAuthFlows: ["", " ", "USER_AUTH", "ALLOW_USER_SRP_AUTH"] },
            expect: [EMPTY, notAFlow("USER_AUTH", "ALLOW_USER_AUTH")],
        },
        {
            name: "OAuth flows",
            client: { explicitAuthFlows: ["code", "client_credentials"] },
            expect: [
                'explicitAuthFlows has "code" (it belongs in allowedOauthFlows) and "client_credentials" (it belongs in allowedOauthFlows), ' +
                    "which are not auth flows.",
            ],
        },
        {
            name: "an OAuth flow with the prefix of auth flows",
            client: { explicitAuthFlows: ["ALLOW_AUTH_CODE_FLOW"] },
            expect: [notAFlow("ALLOW_AUTH_CODE_FLOW", "code in allowedOauthFlows")],
        },
        {
            name: "a scope",
            client: { explicitAuthFlows: ["openid"] },
            expect: ['explicitAuthFlows has "openid", which is not an auth flow (it belongs in allowedOauthScopes).'],
        },
        {
            name: "a misspelled identity provider",
            client: { explicitAuthFlows: ["Cognito"] },
            expect: [notAFlow("Cognito", "COGNITO in supportedIdentityProviders")],
        },
        {
            name: "several flows in one element",
            client: { explicitAuthFlows: ["ALLOW_USER_SRP_AUTH, REFRESH_TOKEN_AUTH"] },
            expect: [notAFlow("ALLOW_USER_SRP_AUTH, REFRESH_TOKEN_AUTH", '"ALLOW_USER_SRP_AUTH" and "ALLOW_REFRESH_TOKEN_AUTH"')],
        },
        {
            name: "a legacy name next to a current one",
            client: { userPoolId: unknown, explicitAuthFlows: ["USER_PASSWORD_AUTH", "ALLOW_REFRESH_TOKEN_AUTH"] },
            expect: [
                "explicitAuthFlows has USER_PASSWORD_AUTH (now ALLOW_USER_PASSWORD_AUTH), " +
                    "which cannot be combined with names that start with ALLOW_.",
            ],
            fixed: { explicitAuthFlows: ["ALLOW_USER_PASSWORD_AUTH", "ALLOW_REFRESH_TOKEN_AUTH"] },
        },
        {
            name: "several legacy names in one message",
            client: { explicitAuthFlows: ["ADMIN_NO_SRP_AUTH", "ALLOW_USER_AUTH", "CUSTOM_AUTH_FLOW_ONLY"] },
            expect: [mixed("ADMIN_NO_SRP_AUTH (now ALLOW_ADMIN_USER_PASSWORD_AUTH) and CUSTOM_AUTH_FLOW_ONLY (now ALLOW_CUSTOM_AUTH)")],
            fixed: { explicitAuthFlows: ["ALLOW_ADMIN_USER_PASSWORD_AUTH", "ALLOW_USER_AUTH", "ALLOW_CUSTOM_AUTH"] },
        },
        {
            name: "a legacy name next to its current name, and removes the duplicate",
            client: { explicitAuthFlows: ["ALLOW_CUSTOM_AUTH", "CUSTOM_AUTH_FLOW_ONLY"] },
            expect: [mixed("CUSTOM_AUTH_FLOW_ONLY (now ALLOW_CUSTOM_AUTH)")],
            fixed: { explicitAuthFlows: ["ALLOW_CUSTOM_AUTH"] },
        },
        {
            name: "a mixed list with a name that is not a flow, and does not fix it",
            client: { explicitAuthFlows: ["USER_PASSWORD_AUTH", "ALLOW_USER_SRP_AUTH", "USER_SRP_AUTH"] },
            expect: [
                'explicitAuthFlows has "USER_SRP_AUTH", which is not an auth flow (did you mean ALLOW_USER_SRP_AUTH?).',
                mixed("USER_PASSWORD_AUTH (now ALLOW_USER_PASSWORD_AUTH)"),
            ],
        },
        {
            name: "a name that additionalFlows does not list",
            client: { explicitAuthFlows: ["ALLOW_DEVICE_CODE_AUTH", "ALLOW_DEVICE_AUTH"] },
            options: { additionalFlows: ["ALLOW_DEVICE_AUTH"] },
            expect: [notAFlow("ALLOW_DEVICE_CODE_AUTH")],
        },
        {
            name: "a mixed list with an additional name, and fixes it",
            client: { explicitAuthFlows: ["USER_PASSWORD_AUTH", "ALLOW_DEVICE_CODE_AUTH"] },
            options: { additionalFlows: ["ALLOW_DEVICE_CODE_AUTH"] },
            expect: [mixed("USER_PASSWORD_AUTH (now ALLOW_USER_PASSWORD_AUTH)")],
            fixed: { explicitAuthFlows: ["ALLOW_USER_PASSWORD_AUTH", "ALLOW_DEVICE_CODE_AUTH"] },
        },
        {
            name: "client tokens together with other flows",
            client: {
                explicitAuthFlows: ["ALLOW_REFRESH_TOKEN_AUTH", "ALLOW_CLIENT_TOKEN_AUTH", "ALLOW_TOKEN_EXCHANGE_DELEGATION"],
                generateSecret: true,
            },
            expect: [notAlone("ALLOW_REFRESH_TOKEN_AUTH and ALLOW_TOKEN_EXCHANGE_DELEGATION")],
        },
        {
            name: "client tokens together with an additional flow",
            client: { explicitAuthFlows: ["ALLOW_CLIENT_TOKEN_AUTH", "ALLOW_DEVICE_CODE_AUTH"], generateSecret: true },
            options: { additionalFlows: ["ALLOW_DEVICE_CODE_AUTH"] },
            expect: [notAlone("ALLOW_DEVICE_CODE_AUTH")],
        },
        {
            name: "client tokens together with a misspelled name only for the name",
            client: { explicitAuthFlows: ["ALLOW_CLIENT_TOKEN_AUTH", "CLIENT_TOKEN_AUTH"], generateSecret: true },
            expect: [notAFlow("CLIENT_TOKEN_AUTH", "ALLOW_CLIENT_TOKEN_AUTH")],
        },
        {
            name: "client tokens together with a legacy name, and does not fix it, since the client must not get a flow for users",
            client: { explicitAuthFlows: ["USER_PASSWORD_AUTH", "ALLOW_CLIENT_TOKEN_AUTH"], generateSecret: true },
            expect: [mixed("USER_PASSWORD_AUTH (now ALLOW_USER_PASSWORD_AUTH)"), notAlone("USER_PASSWORD_AUTH")],
        },
        { name: "client tokens without a secret", client: { explicitAuthFlows: ["ALLOW_CLIENT_TOKEN_AUTH"] }, expect: [noSecret] },
        {
            name: "client tokens with generateSecret set to false, next to an unknown flow",
            client: { explicitAuthFlows: [unknown, "ALLOW_CLIENT_TOKEN_AUTH"], generateSecret: false },
            expect: [noSecret],
            unknown: ["explicitAuthFlows[0]"],
        },
        {
            name: "the name of an operation, without suggesting a flow for users",
            client: { explicitAuthFlows: ["ALLOW_CLIENT_AUTH", "GetClientToken", "TOKEN_AUTH"] },
            expect: [`explicitAuthFlows has "ALLOW_CLIENT_AUTH", "GetClientToken" and "TOKEN_AUTH", which are not auth flows. ${SIGN_IN}`],
        },
        {
            name: "a misspelled token exchange flow",
            client: { explicitAuthFlows: ["TOKEN_EXCHANGE_IMPERSONATE"] },
            expect: [notAFlow("TOKEN_EXCHANGE_IMPERSONATE", "ALLOW_TOKEN_EXCHANGE_IMPERSONATION")],
        },
        {
            name: "an invisible character in a name",
            client: { explicitAuthFlows: ["ALLOW_USER_SRP_AUTH\u200b"] },
            expect: [notAFlow("ALLOW_USER_SRP_AUTH\\u{200b}", "ALLOW_USER_SRP_AUTH")],
        },
        {
            name: "known elements of a partly unknown list, and does not fix it",
            client: { explicitAuthFlows: ["USER_PASSWORD_AUTH", unknown, "ALLOW_USER_SRP_AUTH"] },
            expect: [mixed("USER_PASSWORD_AUTH (now ALLOW_USER_PASSWORD_AUTH)")],
            unknown: ["explicitAuthFlows[1]"],
        },
    ],
});

describe(rule.name, () => {
    it("suggests no other flow than ALLOW_CLIENT_TOKEN_AUTH for a misspelling of it", () => {
        for (const name of ["ALLOW_CLIENT_TOKEN_AUTH", "CLIENT_TOKEN_AUTH", "client-token-auth"]) {
            for (let first = 0; first < name.length; first++) {
                for (let second = first + 1; second <= name.length; second++) {
                    const misspelled = name.slice(0, first) + name.slice(first + 1, second) + name.slice(second + 1);
                    const [violation] = validateClient(rule, { explicitAuthFlows: [misspelled] }).violations;
                    const suggestion = /did you mean (\w+)/.exec(violation?.message ?? "")?.[1];
                    assert.equal(suggestion, "ALLOW_CLIENT_TOKEN_AUTH", misspelled);
                }
            }
        }
    });
});
