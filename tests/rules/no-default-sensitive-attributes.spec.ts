import { describe } from "mocha";
import { client, identityProvider, pool, testStackRule, unknown } from "../../src/api/testing";
import rule from "../../src/rules/no-default-sensitive-attributes";

const exposed = (state: string, attributes: string) => `writeAttributes ${state}, so users can set ${attributes} in the user pool users.`;
const unset = (attributes: string) => exposed("is not set", attributes);
const ROLE = { name: "role", attributeDataType: "String", mutable: true };
const INVITED = { adminCreateUserConfig: { allowAdminCreateUserOnly: true } };
const MANAGED_LOGIN = {
    allowedOauthFlowsUserPoolClient: true,
    allowedOauthFlows: ["code"],
    allowedOauthScopes: ["openid"],
    explicitAuthFlows: ["ALLOW_REFRESH_TOKEN_AUTH"],
};
const okta = identityProvider("users", { providerName: "Okta", attributeMapping: { "custom:role": "role", email: "email" } });
const M2M = { allowedOauthFlowsUserPoolClient: true, allowedOauthFlows: ["client_credentials"] };

testStackRule(rule, {
    accept: [
        { name: "a client of an unknown user pool", stack: { users: pool({ schemas: [ROLE] }), web: client(undefined, {}) } },
        { name: "a user pool without schemas", stack: { users: pool(), web: client("users", {}) } },
        {
            name: "a set list, also one with the attribute, which no-sensitive-write-attributes reports",
            stack: { users: pool({ schemas: [ROLE] }), web: client("users", { writeAttributes: ["custom:role"] }) },
        },
        {
            name: "an attribute that is not mutable, which is the default",
            stack: {
                users: pool({
                    schemas: [
                        { ...ROLE, mutable: false },
                        { name: "tier", attributeDataType: "String" },
                    ],
                }),
                web: client("users", {}),
            },
        },
        {
            name: "a custom attribute without a sensitive word",
            stack: { users: pool({ schemas: [{ ...ROLE, name: "parole" }] }), web: client("users", {}) },
        },
        {
            name: "a standard attribute with a word of the option",
            stack: { users: pool({ schemas: [{ ...ROLE, name: "profile" }] }), web: client("users", {}) },
            options: { sensitiveWords: ["profile"] },
        },
        {
            name: "developer-only attributes in each form of the schema, which users cannot change",
            stack: {
                users: pool({
                    schemas: [
                        { ...ROLE, developerOnlyAttribute: true },
                        { ...ROLE, name: "dev:custom:tier" },
                        { ...ROLE, name: "dev:plan" },
                    ],
                }),
                web: client("users", {}),
            },
        },
        {
            name: "clients for machine-to-machine authorization",
            stack: {
                users: pool({ schemas: [ROLE] }),
                worker: client("users", M2M),
                job: client("users", { explicitAuthFlows: ["ALLOW_CLIENT_TOKEN_AUTH"] }),
            },
        },
        {
            name: "a client with managed login alone and without the admin scope, of a user pool in which no one can sign up",
            stack: { users: pool({ ...INVITED, schemas: [ROLE] }), web: client("users", MANAGED_LOGIN) },
        },
        {
            name: "a client of a user pool in another stack",
            stack: { users: pool({ schemas: [ROLE] }), web: client("partners", {}) },
        },
        {
            name: "a default word if sensitiveWords has others",
            stack: { users: pool({ schemas: [ROLE] }), web: client("users", {}) },
            options: { sensitiveWords: ["rank"] },
        },
        {
            name: "a set list with unknown schemas",
            stack: { users: pool({ schemas: unknown }), web: client("users", { writeAttributes: ["email"] }) },
        },
        {
            name: "a custom attribute without a sensitive word and unknown auth flows",
            stack: {
                users: pool({ schemas: [{ ...ROLE, name: "size" }] }),
                web: client("users", { explicitAuthFlows: unknown }),
            },
        },
        {
            name: "an attribute without a sensitive word whose mutable is unknown",
            stack: { users: pool({ schemas: [{ ...ROLE, name: "size", mutable: unknown }] }), web: client("users", {}) },
        },
    ],
    unknown: [
        {
            name: "unknown writeAttributes",
            stack: { users: pool({ schemas: [ROLE] }), web: client("users", { writeAttributes: unknown }) },
            unknown: { web: ["writeAttributes"] },
        },
        {
            name: "unknown schemas",
            stack: { users: pool({ schemas: unknown }), web: client("users", {}) },
            unknown: { web: ["users.schemas"] },
        },
        {
            name: "an unknown name, mutable and developerOnlyAttribute",
            stack: {
                users: pool({
                    schemas: [
                        { ...ROLE, name: unknown },
                        { ...ROLE, mutable: unknown },
                        { ...ROLE, developerOnlyAttribute: unknown },
                    ],
                }),
                web: client("users", {}),
            },
            unknown: { web: ["users.schemas[0].name"] },
        },
        {
            name: "an unknown flow, scope and configuration that decide whether users can set attributes",
            stack: {
                users: pool({ ...INVITED, schemas: [ROLE] }),
                partners: pool({ adminCreateUserConfig: unknown, schemas: [ROLE] }),
                web: client("users", { ...MANAGED_LOGIN, explicitAuthFlows: ["ALLOW_REFRESH_TOKEN_AUTH", unknown] }),
                app: client("users", { ...MANAGED_LOGIN, allowedOauthScopes: ["openid", unknown] }),
                portal: client("partners", MANAGED_LOGIN),
            },
            unknown: { web: ["explicitAuthFlows[1]"], app: ["allowedOauthScopes[1]"], portal: ["partners.adminCreateUserConfig"] },
        },
        {
            name: "a client that may be for machine-to-machine authorization",
            stack: {
                users: pool({ schemas: [ROLE] }),
                web: client("users", { explicitAuthFlows: unknown }),
                worker: client("users", { ...M2M, allowedOauthFlows: unknown }),
            },
            unknown: { web: ["explicitAuthFlows"], worker: ["allowedOauthFlows"] },
        },
    ],
    reject: [
        {
            name: "an unset list and an empty one",
            stack: { users: pool({ schemas: [ROLE] }), web: client("users", {}), app: client("users", { writeAttributes: [] }) },
            expect: {
                web: [unset("custom:role")],
                app: [exposed("is empty, which Cognito treats as not set", "custom:role")],
            },
        },
        {
            name: "a client whose users can sign in with the API, or have the admin scope",
            stack: {
                users: pool({ ...INVITED, schemas: [ROLE] }),
                web: client("users", { ...MANAGED_LOGIN, explicitAuthFlows: ["ALLOW_USER_SRP_AUTH"] }),
                app: client("users", { ...MANAGED_LOGIN, allowedOauthScopes: ["openid", "aws.cognito.signin.user.admin"] }),
            },
            expect: { web: [unset("custom:role")], app: [unset("custom:role")] },
        },
        {
            name: "a client with managed login alone of a user pool in which anyone can sign up",
            stack: {
                users: pool({ adminCreateUserConfig: { allowAdminCreateUserOnly: false }, schemas: [ROLE] }),
                web: client("users", MANAGED_LOGIN),
            },
            expect: { web: [unset("custom:role")] },
        },
        {
            name: "mapped attributes, and does not advise to remove them",
            stack: {
                users: pool({ schemas: [ROLE, { ...ROLE, name: "tier" }, { ...ROLE, name: "plan" }] }),
                okta,
                entra: identityProvider("users", { providerName: "Entra", attributeMapping: { "custom:tier": "tier" } }),
                google: identityProvider("users", { providerName: "Google", attributeMapping: unknown }),
                web: client("users", {}),
            },
            expect: {
                web: [
                    `${unset("custom:role, custom:tier and custom:plan")} "Okta" and "Entra" map custom:role and custom:tier, so keep them writable and disable the sign-in flows and aws.cognito.signin.user.admin.`,
                ],
            },
        },
        {
            name: "a mapped attribute",
            stack: { users: pool({ schemas: [ROLE] }), okta, web: client("users", {}) },
            expect: {
                web: [
                    `${unset("custom:role")} "Okta" maps custom:role, so keep it writable and disable the sign-in flows and aws.cognito.signin.user.admin.`,
                ],
            },
        },
        {
            name: "several attributes in one message, under the names that clients use",
            stack: {
                users: pool({
                    schemas: [ROLE, { ...ROLE, name: "size" }, { ...ROLE, name: "custom:userTier" }, { ...ROLE, name: "PLAN" }],
                }),
                web: client("users", {}),
            },
            expect: { web: [unset("custom:role, custom:userTier and custom:PLAN")] },
        },
        {
            name: "a word of the option",
            stack: { users: pool({ schemas: [{ ...ROLE, name: "userRank" }] }), web: client("users", {}) },
            options: { sensitiveWords: ["Rank"] },
            expect: { web: [unset("custom:userRank")] },
        },
        {
            name: "mutable as a string",
            stack: { users: pool({ schemas: [{ ...ROLE, mutable: "true" as never }] }), web: client("users", {}) },
            expect: { web: [unset("custom:role")] },
        },
        {
            name: "client_credentials without the flag, and next to another flow",
            stack: {
                users: pool({ schemas: [ROLE] }),
                web: client("users", { allowedOauthFlows: ["client_credentials"] }),
                app: client("users", { ...M2M, allowedOauthFlows: ["client_credentials", "code"] }),
            },
            expect: { web: [unset("custom:role")], app: [unset("custom:role")] },
        },
        {
            name: "known attributes next to unknown ones",
            stack: { users: pool({ schemas: [unknown, ROLE] }), web: client("users", {}) },
            expect: { web: [unset("custom:role")] },
            unknown: { web: ["users.schemas[0]"] },
        },
    ],
});

describe("CVE-2026-6912 in AWS Ops Wheel", () => {
    const users = pool({
        schemas: [
            { name: "wheel_group_id", attributeDataType: "String", mutable: true },
            { name: "deployment_admin", attributeDataType: "String", mutable: true },
        ],
    });
    const vulnerable = { explicitAuthFlows: ["ADMIN_NO_SRP_AUTH", "USER_PASSWORD_AUTH"] };
    testStackRule(rule, {
        accept: [{ name: "the fix", stack: { users, wheel: client("users", { ...vulnerable, writeAttributes: ["email", "name"] }) } }],
        reject: [
            {
                name: "the vulnerable client",
                stack: { users, wheel: client("users", vulnerable) },
                expect: { wheel: [unset("custom:wheel_group_id and custom:deployment_admin")] },
            },
        ],
    });
});
