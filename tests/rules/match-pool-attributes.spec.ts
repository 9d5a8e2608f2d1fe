import { client, pool, testStackRule, unknown } from "../../src/api/testing";
import { STANDARD_ATTRIBUTES } from "../../src/cognito/attributes";
import rule from "../../src/rules/match-pool-attributes";

const missing = (property: string, attributes: string) => `${property} has ${attributes}, which the user pool users does not have.`;
const required = (attributes: string) => `writeAttributes lacks ${attributes}, which the user pool users requires.`;
const TENANT = { name: "tenant", attributeDataType: "String" };
const EMAIL = { name: "email", attributeDataType: "String", required: true };

/** The schemas that AWS returns for a user pool: all standard attributes, with only sub required. */
const STORED = STANDARD_ATTRIBUTES.map(name => ({ name, attributeDataType: "String", required: name === "sub" }));

testStackRule(rule, {
    accept: [
        {
            name: "attributes that every user pool has",
            stack: { users: pool(), web: client("users", { readAttributes: ["email", "sub"], writeAttributes: ["email"] }) },
        },
        { name: "unset attributes", stack: { users: pool({ schemas: [EMAIL] }), web: client("users", {}) } },
        {
            name: "empty lists, which mean all attributes of the user pool",
            stack: { users: pool({ schemas: [EMAIL] }), web: client("users", { readAttributes: [], writeAttributes: [] }) },
        },
        {
            name: "custom attributes of the user pool",
            stack: {
                users: pool({ schemas: [TENANT] }),
                web: client("users", { readAttributes: ["custom:tenant"], writeAttributes: ["custom:tenant"] }),
            },
        },
        {
            name: "a custom attribute whose schema has the prefix",
            stack: {
                users: pool({ schemas: [{ ...TENANT, name: "custom:tenant" }] }),
                web: client("users", { readAttributes: ["custom:tenant"] }),
            },
        },
        {
            name: "custom attributes with a prefix inside the name",
            stack: {
                users: pool({
                    schemas: [
                        { ...TENANT, name: "mycustom:tenant" },
                        { ...TENANT, name: "mydev:plan" },
                    ],
                }),
                web: client("users", { readAttributes: ["custom:mycustom:tenant", "custom:mydev:plan"] }),
            },
        },
        {
            name: "developer-only attributes in each form of the schema",
            stack: {
                users: pool({
                    schemas: [
                        { ...TENANT, developerOnlyAttribute: true },
                        { ...TENANT, name: "dev:plan" },
                        { ...TENANT, name: "dev:custom:role", developerOnlyAttribute: true },
                    ],
                }),
                web: client("users", { readAttributes: ["dev:custom:tenant", "dev:custom:plan", "dev:custom:role"] }),
            },
        },
        {
            name: "a custom attribute with the name of a standard one, which can be added to an existing user pool",
            stack: {
                users: pool({ schemas: [{ ...TENANT, name: "profile" }] }),
                web: client("users", { readAttributes: ["custom:profile"] }),
            },
        },
        {
            name: "a writable required attribute",
            stack: { users: pool({ schemas: [EMAIL] }), web: client("users", { writeAttributes: ["name", "email"] }) },
        },
        {
            name: "required attributes that are read-only, and custom ones, which cannot be required",
            stack: {
                users: pool({
                    schemas: [...STORED, { ...EMAIL, name: "email_verified" }, { ...TENANT, required: true }],
                }),
                web: client("users", { writeAttributes: ["name"] }),
            },
        },
        {
            name: "a schema without a name and one that is not required",
            stack: {
                users: pool({ schemas: [{} as never, { ...EMAIL, required: false }] }),
                web: client("users", { writeAttributes: ["name"] }),
            },
        },
        {
            name: "a custom attribute without a prefix, which valid-attributes reports",
            stack: { users: pool(), web: client("users", { readAttributes: ["tenant"] }) },
        },
        {
            name: "a client of a user pool in another stack",
            stack: { users: pool({ schemas: [EMAIL] }), web: client("partners", { writeAttributes: ["custom:tenant"] }) },
        },
        {
            name: "a custom attribute of the user pool next to an unknown schema",
            stack: { users: pool({ schemas: [unknown, TENANT] }), web: client("users", { readAttributes: ["custom:tenant"] }) },
        },
        {
            name: "standard attributes with unknown schemas",
            stack: { users: pool({ schemas: unknown }), web: client("users", { readAttributes: ["email"] }) },
        },
    ],
    reject: [
        {
            name: "a custom attribute of a user pool without schemas",
            stack: { users: pool(), web: client("users", { readAttributes: ["email", "custom:tenant"] }) },
            expect: { web: [missing("readAttributes", '"custom:tenant"')] },
        },
        {
            name: "a custom attribute of a user pool with standard attributes only",
            stack: { users: pool({ schemas: STORED }), web: client("users", { writeAttributes: ["custom:emails"] }) },
            expect: { web: [missing("writeAttributes", '"custom:emails"')] },
        },
        {
            name: "several custom attributes in one message without duplicates, and suggests the correct one",
            stack: {
                users: pool({ schemas: [TENANT, { ...TENANT, name: "plan" }] }),
                web: client("users", { readAttributes: ["custom:tennant", "custom:plan", "custom:role", "custom:role"] }),
            },
            expect: { web: [missing("readAttributes", '"custom:tennant" (did you mean custom:tenant?) and "custom:role"')] },
        },
        {
            name: "a short custom attribute that has only the prefix in common with another",
            stack: { users: pool({ schemas: [{ ...TENANT, name: "xy" }] }), web: client("users", { readAttributes: ["custom:ab"] }) },
            expect: { web: [missing("readAttributes", '"custom:ab"')] },
        },
        {
            name: "a custom attribute in the wrong case",
            stack: { users: pool({ schemas: [TENANT] }), web: client("users", { readAttributes: ["custom:Tenant"] }) },
            expect: { web: [missing("readAttributes", '"custom:Tenant" (did you mean custom:tenant?)')] },
        },
        {
            name: "a developer-only attribute without its prefix, and a custom one with it",
            stack: {
                users: pool({
                    schemas: [
                        { ...TENANT, developerOnlyAttribute: true },
                        { ...TENANT, name: "role" },
                    ],
                }),
                web: client("users", { readAttributes: ["custom:tenant", "dev:custom:role"] }),
            },
            expect: {
                web: [
                    missing(
                        "readAttributes",
                        '"custom:tenant" (did you mean dev:custom:tenant?) and "dev:custom:role" (did you mean custom:role?)',
                    ),
                ],
            },
        },
        {
            name: "each list in a separate message",
            stack: {
                users: pool({ schemas: [TENANT] }),
                web: client("users", { readAttributes: ["custom:role"], writeAttributes: ["custom:plan"] }),
            },
            expect: { web: [missing("readAttributes", '"custom:role"'), missing("writeAttributes", '"custom:plan"')] },
        },
        {
            name: "required attributes that are not writable",
            stack: {
                users: pool({ schemas: [EMAIL, { ...EMAIL, name: "name" }, { ...EMAIL, name: "locale" }] }),
                web: client("users", { writeAttributes: ["locale"] }),
            },
            expect: { web: [required('"email" and "name"')] },
        },
        {
            name: "custom attributes of another user pool",
            stack: {
                users: pool({ schemas: [TENANT] }),
                partners: pool({ schemas: [{ ...TENANT, name: "firm" }] }),
                web: client("users", { readAttributes: ["custom:firm"] }),
                app: client("partners", { readAttributes: ["custom:firm"] }),
            },
            expect: { web: [missing("readAttributes", '"custom:firm"')] },
        },
        {
            name: "known elements of a partly unknown list",
            stack: { users: pool({ schemas: [TENANT] }), web: client("users", { readAttributes: [unknown, "custom:role"] }) },
            expect: { web: [missing("readAttributes", '"custom:role"')] },
            unknown: { web: ["readAttributes[0]"] },
        },
        {
            name: "a required attribute next to an unknown schema",
            stack: { users: pool({ schemas: [unknown, EMAIL] }), web: client("users", { writeAttributes: ["name"] }) },
            expect: { web: [required('"email"')] },
            unknown: { web: ["users.schemas[0]"] },
        },
    ],
    unknown: [
        {
            name: "unknown schemas",
            stack: {
                users: pool({ schemas: unknown }),
                web: client("users", { readAttributes: ["custom:tenant"] }),
                app: client("users", { writeAttributes: ["name"] }),
            },
            unknown: { web: ["users.schemas"], app: ["users.schemas"] },
        },
        {
            name: "a custom attribute that may be the one with an unknown name",
            stack: {
                users: pool({ schemas: [TENANT, { ...TENANT, name: unknown }] }),
                web: client("users", { readAttributes: ["custom:role"] }),
            },
            unknown: { web: ["users.schemas[1].name"] },
        },
        {
            name: "an unknown element that may be the required attribute",
            stack: { users: pool({ schemas: [EMAIL] }), web: client("users", { writeAttributes: [unknown] }) },
            unknown: { web: ["writeAttributes[0]"] },
        },
        {
            name: "an attribute that may be required",
            stack: { users: pool({ schemas: [{ ...EMAIL, required: unknown }] }), web: client("users", { writeAttributes: ["name"] }) },
            unknown: { web: ["users.schemas[0].required"] },
        },
    ],
});
