import { client, identityProvider, pool, testStackRule, unknown } from "../../src/api/testing";
import rule from "../../src/rules/match-provider-mapping";

const TEAM = { name: "team", attributeDataType: "String", mutable: true };
const EMAIL = { name: "email", attributeDataType: "String", mutable: true, required: true };

const provider = (providerName: string, attributeMapping: Record<string, string>) =>
    identityProvider("users", { providerName, attributeMapping });
const web = client("users", { supportedIdentityProviders: ["COGNITO", "Okta"] });

const has = (rest: string) => `supportedIdentityProviders has ${rest} in the user pool users.`;

testStackRule(rule, {
    accept: [
        {
            name: "attributes that are mutable, exist and are required",
            stack: {
                users: pool({ schemas: [EMAIL, TEAM] }),
                okta: provider("Okta", { email: "email", "custom:team": "team", name: "name" }),
                web,
            },
        },
        {
            name: "a standard attribute without a schema, which is mutable",
            stack: { users: pool(), okta: provider("Okta", { email: "email" }), web },
        },
        {
            name: "a custom attribute whose schema has the prefix",
            stack: { users: pool({ schemas: [{ ...TEAM, name: "custom:team" }] }), okta: provider("Okta", { "custom:team": "team" }), web },
        },
        {
            name: "attributes that Cognito sets itself, whatever the schemas say",
            stack: {
                users: pool({
                    schemas: [
                        { name: "sub", attributeDataType: "String", required: true },
                        { name: "email_verified", attributeDataType: "Boolean", mutable: false },
                        { name: "phone_number_verified", attributeDataType: "Boolean" },
                    ],
                }),
                okta: provider("Okta", { username: "sub", email_verified: "email_verified", phone_number_verified: "phone_verified" }),
                web,
            },
        },
        {
            name: "a required attribute without a value in the mapping",
            stack: { users: pool({ schemas: [EMAIL] }), okta: provider("Okta", { email: unknown }), web },
        },
        {
            name: "identity providers that the client does not list",
            stack: {
                users: pool({ schemas: [EMAIL] }),
                okta: provider("Okta", { "custom:team": "team" }),
                web: client("users", { supportedIdentityProviders: ["COGNITO"] }),
                app: client("users", { supportedIdentityProviders: ["okta"] }),
                worker: client("users", {}),
            },
        },
        {
            name: "identity providers of another user pool",
            stack: {
                users: pool({ schemas: [EMAIL] }),
                partners: pool(),
                okta: identityProvider("partners", { providerName: "Okta" }),
                web,
            },
        },
        {
            name: "a client of a user pool in another stack",
            stack: {
                okta: identityProvider("elsewhere", { providerName: "Okta", attributeMapping: { "custom:team": "team" } }),
                web: client("elsewhere", { supportedIdentityProviders: ["Okta"] }),
            },
        },
        {
            name: "unknown schemas that the mapping does not depend on",
            stack: {
                users: pool({
                    schemas: [
                        { ...EMAIL, mutable: unknown, required: false },
                        { ...TEAM, mutable: unknown },
                    ],
                }),
                okta: provider("Okta", { name: "name" }),
                web,
            },
        },
        {
            name: "an unknown list without identity providers in the stack",
            stack: { users: pool({ schemas: [EMAIL] }), web: client("users", { supportedIdentityProviders: unknown }) },
        },
    ],
    reject: [
        {
            name: "immutable attributes: custom ones without mutable, and standard ones with such a schema",
            stack: {
                users: pool({
                    schemas: [
                        { name: "team", attributeDataType: "String" },
                        { ...EMAIL, mutable: false },
                        { name: "name", attributeDataType: "String" },
                    ],
                }),
                okta: provider("Okta", { "custom:team": "team", email: "email", name: "name", given_name: "given_name" }),
                web,
            },
            expect: { web: [has('"Okta", which maps "custom:team", "email" and "name", immutable')] },
        },
        {
            name: "attributes that the user pool does not have, and suggests the correct ones",
            stack: {
                users: pool({ schemas: [TEAM, { ...TEAM, name: "office" }] }),
                okta: provider("Okta", { team: "team", "custom:offices": "offices", "custom:role": "role", "custom:team": "team" }),
                web,
            },
            expect: {
                web: [
                    has(
                        '"Okta", which maps "team" (did you mean custom:team?), "custom:offices" (did you mean custom:office?) and "custom:role", missing',
                    ),
                ],
            },
        },
        {
            name: "attributes of a user pool without schemas",
            stack: { users: pool(), okta: provider("Okta", { "custom:team": "team" }), web },
            expect: { web: [has('"Okta", which maps "custom:team", missing')] },
        },
        {
            name: "required attributes that are not mapped",
            stack: {
                users: pool({ schemas: [EMAIL, { ...EMAIL, name: "name" }, { ...EMAIL, name: "nickname", required: false }] }),
                okta: provider("Okta", { name: "name" }),
                web,
            },
            expect: { web: [has('"Okta", which does not map "email", required')] },
        },
        {
            name: "an identity provider without a mapping",
            stack: { users: pool({ schemas: [EMAIL] }), okta: identityProvider("users", { providerName: "Okta" }), web },
            expect: { web: [has('"Okta", which does not map "email", required')] },
        },
        {
            name: "several identity providers in one message for each defect",
            stack: {
                users: pool({ schemas: [EMAIL, { ...TEAM, mutable: false }] }),
                okta: provider("Okta", { "custom:team": "team" }),
                google: provider("Google", { "custom:team": "team", "custom:role": "role" }),
                web: client("users", { supportedIdentityProviders: ["Google", "Okta"] }),
            },
            expect: {
                web: [
                    has('"Okta" and "Google", which map "custom:team", immutable'),
                    has('"Google", which maps "custom:role", missing'),
                    has('"Okta" and "Google", which do not map "email", required'),
                ],
            },
        },
        {
            name: "known attributes next to unknown schemas and values",
            stack: {
                users: pool({ schemas: [{ ...TEAM, mutable: false }, unknown] }),
                okta: provider("Okta", { "custom:team": unknown }),
                web,
            },
            expect: { web: [has('"Okta", which maps "custom:team", immutable')] },
            unknown: { web: ["users.schemas[1]"] },
        },
    ],
    unknown: [
        {
            name: "unknown schemas",
            stack: { users: pool({ schemas: unknown }), okta: provider("Okta", { "custom:team": "team" }), web },
            unknown: { web: ["users.schemas"] },
        },
        {
            name: "an unknown mutable",
            stack: { users: pool({ schemas: [{ ...TEAM, mutable: unknown }] }), okta: provider("Okta", { "custom:team": "team" }), web },
            unknown: { web: ["users.schemas[0].mutable"] },
        },
        {
            name: "an unknown mapping",
            stack: {
                users: pool({ schemas: [EMAIL] }),
                okta: identityProvider("users", { providerName: "Okta", attributeMapping: unknown }),
                web,
            },
            unknown: { web: ["okta.attributeMapping"] },
        },
        {
            name: "an identity provider that the client may list",
            stack: {
                users: pool({ schemas: [EMAIL] }),
                okta: provider("Okta", {}),
                web: client("users", { supportedIdentityProviders: ["COGNITO", unknown] }),
            },
            unknown: { web: ["supportedIdentityProviders[1]"] },
        },
        {
            name: "an identity provider of an unknown user pool",
            stack: { users: pool({ schemas: [EMAIL] }), okta: identityProvider(undefined, { providerName: "Okta" }), web },
            unknown: { web: ["okta.userPoolId"] },
        },
    ],
});
