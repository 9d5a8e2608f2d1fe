import { client, pool, testStackRule, unknown } from "../../src/api/testing";
import rule from "../../src/rules/require-attribute-verification";

const changeable = (state: string, attributes: string) =>
    `writeAttributes ${state}, so users can change ${attributes} without verification.`;
const unset = (attributes: string) => changeable("is not set", attributes);
const writable = (attributes: string) => `writeAttributes has ${attributes}, which users can change without verification.`;
const requiring = (...attributes: string[]) => ({
    userAttributeUpdateSettings: { attributesRequireVerificationBeforeUpdates: attributes },
});
const EMAIL = { name: "email", attributeDataType: "String", required: true };
const BOTH = ["email", "phone_number"];
const MANAGED_LOGIN = {
    allowedOauthFlowsUserPoolClient: true,
    allowedOauthFlows: ["code"],
    allowedOauthScopes: ["openid"],
    explicitAuthFlows: ["ALLOW_REFRESH_TOKEN_AUTH"],
};
const M2M = { allowedOauthFlowsUserPoolClient: true, allowedOauthFlows: ["client_credentials"] };

testStackRule(rule, {
    accept: [
        { name: "a user pool that uses neither attribute", stack: { users: pool(), web: client("users", {}) } },
        {
            name: "an alias that is not verified",
            stack: { users: pool({ aliasAttributes: ["preferred_username"] }), web: client("users", {}) },
        },
        {
            name: "verification before the update",
            stack: { users: pool({ autoVerifiedAttributes: BOTH, ...requiring("phone_number", "email") }), web: client("users", {}) },
        },
        {
            name: "writeAttributes without the attribute",
            stack: {
                users: pool({ autoVerifiedAttributes: ["email"] }),
                web: client("users", { writeAttributes: ["phone_number", "name"] }),
            },
        },
        {
            name: "an attribute that is not mutable, which is the default of a schema",
            stack: {
                users: pool({ usernameAttributes: BOTH, schemas: [EMAIL, { ...EMAIL, name: "phone_number", mutable: false }] }),
                web: client("users", {}),
            },
        },
        {
            name: "clients for machine-to-machine authorization",
            stack: {
                users: pool({ usernameAttributes: ["email"] }),
                worker: client("users", M2M),
                job: client("users", { explicitAuthFlows: ["ALLOW_CLIENT_TOKEN_AUTH"] }),
            },
        },
        {
            name: "a client with managed login alone and without the admin scope, whose users cannot change attributes",
            stack: { users: pool({ usernameAttributes: ["email"] }), web: client("users", MANAGED_LOGIN) },
        },
        {
            name: "a client of a user pool in another stack",
            stack: { users: pool({ usernameAttributes: ["email"] }), web: client("partners", {}) },
        },
        {
            name: "unknown writeAttributes and auth flows with a user pool that uses neither attribute",
            stack: { users: pool(), web: client("users", { writeAttributes: unknown, explicitAuthFlows: unknown }) },
        },
        {
            name: "unknown settings of an attribute that the user pool does not use",
            stack: { users: pool({ userAttributeUpdateSettings: unknown, schemas: unknown }), web: client("users", {}) },
        },
    ],
    unknown: [
        {
            name: "unknown lists of the user pool",
            stack: {
                users: pool({ usernameAttributes: unknown, aliasAttributes: ["preferred_username"], autoVerifiedAttributes: [unknown] }),
                web: client("users", {}),
            },
            unknown: { web: ["users.usernameAttributes"] },
        },
        {
            name: "unknown writeAttributes",
            stack: {
                users: pool({ autoVerifiedAttributes: ["email"] }),
                web: client("users", { writeAttributes: unknown }),
                app: client("users", { writeAttributes: ["name", unknown] }),
            },
            unknown: { web: ["writeAttributes"], app: ["writeAttributes[1]"] },
        },
        {
            name: "unknown settings",
            stack: {
                users: pool({ autoVerifiedAttributes: ["email"], userAttributeUpdateSettings: unknown }),
                web: client("users", {}),
            },
            unknown: { web: ["users.userAttributeUpdateSettings"] },
        },
        {
            name: "an unknown element of the settings",
            stack: { users: pool({ autoVerifiedAttributes: ["email"], ...requiring(unknown) }), web: client("users", {}) },
            unknown: { web: ["users.userAttributeUpdateSettings.attributesRequireVerificationBeforeUpdates[0]"] },
        },
        {
            name: "an unknown schema",
            stack: {
                users: pool({ autoVerifiedAttributes: ["email"], schemas: [{ ...EMAIL, mutable: unknown }] }),
                web: client("users", {}),
            },
            unknown: { web: ["users.schemas[0].mutable"] },
        },
        {
            name: "a client that may be for machine-to-machine authorization",
            stack: { users: pool({ autoVerifiedAttributes: ["email"] }), web: client("users", { explicitAuthFlows: unknown }) },
            unknown: { web: ["explicitAuthFlows"] },
        },
    ],
    reject: [
        {
            name: "an attribute with which users sign in",
            stack: {
                users: pool({ usernameAttributes: ["email"] }),
                web: client("users", {}),
            },
            expect: { web: [unset('"email"')] },
        },
        {
            name: "an alias",
            stack: { users: pool({ aliasAttributes: ["preferred_username", "phone_number"] }), web: client("users", {}) },
            expect: { web: [unset('"phone_number"')] },
        },
        {
            name: "a verified attribute",
            stack: { users: pool({ autoVerifiedAttributes: ["email"] }), web: client("users", { writeAttributes: [] }) },
            expect: { web: [changeable("is empty, which Cognito treats as not set", '"email"')] },
        },
        {
            name: "a client with managed login whose users can sign in with the API, or have the admin scope",
            stack: {
                users: pool({ autoVerifiedAttributes: ["email"] }),
                web: client("users", { ...MANAGED_LOGIN, explicitAuthFlows: [] }),
                app: client("users", { ...MANAGED_LOGIN, allowedOauthScopes: ["aws.cognito.signin.user.admin"] }),
            },
            expect: { web: [unset('"email"')], app: [unset('"email"')] },
        },
        {
            name: "a writable attribute",
            stack: { users: pool({ autoVerifiedAttributes: BOTH }), web: client("users", { writeAttributes: ["name", "email"] }) },
            expect: { web: [writable('"email"')] },
        },
        {
            name: "both attributes in one message",
            stack: {
                users: pool({ usernameAttributes: ["phone_number"], autoVerifiedAttributes: ["email"], ...requiring() }),
                web: client("users", {}),
                app: client("users", { writeAttributes: BOTH }),
            },
            expect: { web: [unset('"email" and "phone_number"')], app: [writable('"email" and "phone_number"')] },
        },
        {
            name: "an attribute that the settings lack",
            stack: { users: pool({ autoVerifiedAttributes: BOTH, ...requiring("email") }), web: client("users", {}) },
            expect: { web: [unset('"phone_number"')] },
        },
        {
            name: "a mutable attribute next to one that is not",
            stack: {
                users: pool({
                    usernameAttributes: BOTH,
                    schemas: [
                        { ...EMAIL, mutable: true },
                        { ...EMAIL, name: "phone_number" },
                    ],
                }),
                web: client("users", {}),
            },
            expect: { web: [unset('"email"')] },
        },
        {
            name: "client_credentials without the flag",
            stack: {
                users: pool({ usernameAttributes: ["email"] }),
                web: client("users", { allowedOauthFlows: ["client_credentials"] }),
            },
            expect: { web: [unset('"email"')] },
        },
        {
            name: "a known attribute next to unknown ones",
            stack: {
                users: pool({ usernameAttributes: unknown, autoVerifiedAttributes: ["email", unknown] }),
                web: client("users", {}),
            },
            expect: { web: [unset('"email"')] },
            unknown: { web: ["users.usernameAttributes"] },
        },
    ],
});
