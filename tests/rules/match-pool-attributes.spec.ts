import { STANDARD_ATTRIBUTES } from "../../src/cognito/attributes";
import rule from "../../src/rules/match-pool-attributes";
import { unknown } from "../harness";
import { client, pool, testStackRule } from "../stack-harness";

const { missing, required } = rule.messages;
const TENANT = { name: "tenant", attributeDataType: "String" };
const EMAIL = { name: "email", attributeDataType: "String", required: true };

/** A pool's schemas as the service tells them: with the standard attributes, of which it always requires sub. */
const STORED = STANDARD_ATTRIBUTES.map(name => ({ name, attributeDataType: "String", required: name === "sub" }));

testStackRule(rule, {
    accept: [
        {
            why: "attributes that every pool has",
            stack: { users: pool(), web: client("users", { readAttributes: ["email", "sub"], writeAttributes: ["email"] }) },
        },
        { why: "attributes that are not set", stack: { users: pool({ schemas: [EMAIL] }), web: client("users", {}) } },
        {
            why: "an empty list, which means all that the pool has",
            stack: { users: pool({ schemas: [EMAIL] }), web: client("users", { readAttributes: [], writeAttributes: [] }) },
        },
        {
            why: "custom attributes that the pool has",
            stack: {
                users: pool({ schemas: [TENANT] }),
                web: client("users", { readAttributes: ["custom:tenant"], writeAttributes: ["custom:tenant"] }),
            },
        },
        {
            why: "a custom attribute that the schema names with its prefix",
            stack: {
                users: pool({ schemas: [{ ...TENANT, name: "custom:tenant" }] }),
                web: client("users", { readAttributes: ["custom:tenant"] }),
            },
        },
        {
            why: "custom attributes whose names have a prefix further in",
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
            why: "attributes for developers only, however the schema says so",
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
            why: "a custom attribute with the name of a standard one, as a pool may get it later",
            stack: {
                users: pool({ schemas: [{ ...TENANT, name: "profile" }] }),
                web: client("users", { readAttributes: ["custom:profile"] }),
            },
        },
        {
            why: "a required attribute that can be written",
            stack: { users: pool({ schemas: [EMAIL] }), web: client("users", { writeAttributes: ["name", "email"] }) },
        },
        {
            why: "required attributes that only Cognito writes, and custom ones, which cannot be required",
            stack: {
                users: pool({
                    schemas: [...STORED, { ...EMAIL, name: "email_verified" }, { ...TENANT, required: true }],
                }),
                web: client("users", { writeAttributes: ["name"] }),
            },
        },
        {
            why: "a schema without a name, and one that is not required",
            stack: {
                users: pool({ schemas: [{} as never, { ...EMAIL, required: false }] }),
                web: client("users", { writeAttributes: ["name"] }),
            },
        },
        {
            why: "a bare custom name, which valid-attributes reports",
            stack: { users: pool(), web: client("users", { readAttributes: ["tenant"] }) },
        },
        {
            why: "a pool of another stack",
            stack: { users: pool({ schemas: [EMAIL] }), web: client("partners", { writeAttributes: ["custom:tenant"] }) },
        },
        {
            why: "a custom attribute known to be there beside a schema that is not known",
            stack: { users: pool({ schemas: [unknown, TENANT] }), web: client("users", { readAttributes: ["custom:tenant"] }) },
        },
        {
            why: "standard attributes whatever the schemas will be",
            stack: { users: pool({ schemas: unknown }), web: client("users", { readAttributes: ["email"] }) },
        },
    ],
    reject: [
        {
            why: "a custom attribute of a pool without any",
            stack: { users: pool(), web: client("users", { readAttributes: ["email", "custom:tenant"] }) },
            expect: { web: [missing("readAttributes", ["custom:tenant"], "users", [])] },
        },
        {
            why: "a custom attribute of a pool that has only the standard ones",
            stack: { users: pool({ schemas: STORED }), web: client("users", { writeAttributes: ["custom:emails"] }) },
            expect: { web: [missing("writeAttributes", ["custom:emails"], "users", [])] },
        },
        {
            why: "several of a list in one message, each once, with the one that was meant",
            stack: {
                users: pool({ schemas: [TENANT, { ...TENANT, name: "plan" }] }),
                web: client("users", { readAttributes: ["custom:tennant", "custom:plan", "custom:role", "custom:role"] }),
            },
            expect: {
                web: ["readAttributes has custom:tennant (did you mean custom:tenant?) and custom:role, which the user pool users lacks."],
            },
        },
        {
            why: "a short attribute that only the prefix makes like another",
            stack: { users: pool({ schemas: [{ ...TENANT, name: "xy" }] }), web: client("users", { readAttributes: ["custom:ab"] }) },
            expect: { web: ["readAttributes has custom:ab, which the user pool users lacks."] },
        },
        {
            why: "the attribute in the wrong case",
            stack: { users: pool({ schemas: [TENANT] }), web: client("users", { readAttributes: ["custom:Tenant"] }) },
            expect: { web: [missing("readAttributes", ["custom:Tenant"], "users", ["custom:tenant"])] },
        },
        {
            why: "an attribute for developers only without its prefix, and the other way round",
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
                    "readAttributes has custom:tenant (did you mean dev:custom:tenant?) and dev:custom:role (did you mean custom:role?), which the user pool users lacks.",
                ],
            },
        },
        {
            why: "each list on its own",
            stack: {
                users: pool({ schemas: [TENANT] }),
                web: client("users", { readAttributes: ["custom:role"], writeAttributes: ["custom:plan"] }),
            },
            expect: {
                web: [
                    missing("readAttributes", ["custom:role"], "users", ["custom:tenant"]),
                    missing("writeAttributes", ["custom:plan"], "users", ["custom:tenant"]),
                ],
            },
        },
        {
            why: "required attributes that cannot be written",
            stack: {
                users: pool({ schemas: [EMAIL, { ...EMAIL, name: "name" }, { ...EMAIL, name: "locale" }] }),
                web: client("users", { writeAttributes: ["locale"] }),
            },
            expect: { web: ["writeAttributes lacks email and name, which the user pool users requires."] },
        },
        {
            why: "the attributes of the other pool",
            stack: {
                users: pool({ schemas: [TENANT] }),
                partners: pool({ schemas: [{ ...TENANT, name: "firm" }] }),
                web: client("users", { readAttributes: ["custom:firm"] }),
                app: client("partners", { readAttributes: ["custom:firm"] }),
            },
            expect: { web: [missing("readAttributes", ["custom:firm"], "users", ["custom:tenant"])] },
        },
        {
            why: "what is known of a list",
            stack: { users: pool({ schemas: [TENANT] }), web: client("users", { readAttributes: [unknown, "custom:role"] }) },
            expect: { web: [missing("readAttributes", ["custom:role"], "users", ["custom:tenant"])] },
            undecided: { web: ["readAttributes[0]"] },
        },
        {
            why: "a required attribute beside a schema that is not known",
            stack: { users: pool({ schemas: [unknown, EMAIL] }), web: client("users", { writeAttributes: ["name"] }) },
            expect: { web: [required(["email"], "users")] },
            undecided: { web: ["users.schemas[0]"] },
        },
    ],
    undecided: [
        {
            why: "schemas not known yet",
            stack: {
                users: pool({ schemas: unknown }),
                web: client("users", { readAttributes: ["custom:tenant"] }),
                app: client("users", { writeAttributes: ["name"] }),
            },
            on: { web: ["users.schemas"], app: ["users.schemas"] },
        },
        {
            why: "a schema that might be the one",
            stack: {
                users: pool({ schemas: [TENANT, { ...TENANT, name: unknown }] }),
                web: client("users", { readAttributes: ["custom:role"] }),
            },
            on: { web: ["users.schemas[1].name"] },
        },
        {
            why: "a required attribute that a list might hold",
            stack: { users: pool({ schemas: [EMAIL] }), web: client("users", { writeAttributes: [unknown] }) },
            on: { web: ["writeAttributes[0]"] },
        },
        {
            why: "an attribute that might be required",
            stack: { users: pool({ schemas: [{ ...EMAIL, required: unknown }] }), web: client("users", { writeAttributes: ["name"] }) },
            on: { web: ["users.schemas[0].required"] },
        },
    ],
});
