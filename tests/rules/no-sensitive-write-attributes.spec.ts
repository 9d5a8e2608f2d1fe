import rule from "../../src/rules/no-sensitive-write-attributes";
import { testRule, unknown } from "../harness";

const { writable } = rule.messages;

testRule(rule, {
    accept: [
        { why: "Cognito's default, the standard attributes", client: {} },
        { why: "standard attributes", client: { writeAttributes: ["email", "name"] } },
        { why: "custom attributes of other words", client: { writeAttributes: ["custom:language", "custom:shoe-size"] } },
        { why: "longer words that have one in them", client: { writeAttributes: ["custom:planet", "custom:parole", "custom:frontier"] } },
        { why: "a word across a capital", client: { writeAttributes: ["custom:parOle"] } },
        { why: "an attribute that users can only read", client: { readAttributes: ["custom:role"], writeAttributes: ["name"] } },
        { why: "a bare name, which valid-attributes reports", client: { writeAttributes: ["role"] } },
        { why: "the prefix, whatever the words", client: { writeAttributes: ["dev:custom:size"] }, options: { words: ["custom", "dev"] } },
        { why: "every custom attribute, where no word is given", client: { writeAttributes: ["custom:role"] }, options: { words: [] } },
        {
            why: "a word of the default, where others are given",
            client: { writeAttributes: ["custom:role"] },
            options: { words: ["rank"] },
        },
    ],
    reject: [
        { why: "a word alone", client: { writeAttributes: ["custom:role"] }, expect: ["writeAttributes has custom:role."] },
        { why: "one that only developers see", client: { writeAttributes: ["dev:custom:tier"] }, expect: [writable(["dev:custom:tier"])] },
        {
            why: "a word wherever it stands and however it is set off, in one message",
            client: {
                writeAttributes: [
                    "custom:user-role",
                    "email",
                    "custom:user_role",
                    "custom:customRole",
                    "custom:ROLE",
                    "custom:isAdmin",
                    "custom:HTTPScope",
                    "custom:tenantId",
                    "custom:plan2",
                ],
            },
            expect: [
                "writeAttributes has custom:user-role, custom:user_role, custom:customRole, custom:ROLE, custom:isAdmin, " +
                    "custom:HTTPScope, custom:tenantId and custom:plan2.",
            ],
        },
        ...[
            ...["role", "roles", "admin", "tenant", "permission", "permissions", "privilege"],
            ...["group", "groups", "scope", "entitlement", "account", "plan", "tier"],
        ].map(word => ({
            why: `the word ${word}`,
            client: { writeAttributes: [`custom:my-${word}`] },
            expect: [writable([`custom:my-${word}`])],
        })),
        {
            why: "a word of one's own, in any case",
            client: { writeAttributes: ["custom:creditLimit"] },
            options: { words: ["Credit"] },
            expect: [writable(["custom:creditLimit"])],
        },
        {
            why: "what is known of a list",
            client: { writeAttributes: [unknown, "custom:role"] },
            expect: [writable(["custom:role"])],
            undecided: ["writeAttributes[0]"],
        },
    ],
    undecided: [
        { why: "a list not known yet", client: { writeAttributes: unknown }, on: ["writeAttributes"] },
        { why: "an attribute not known yet", client: { writeAttributes: ["name", unknown] }, on: ["writeAttributes[1]"] },
    ],
});
