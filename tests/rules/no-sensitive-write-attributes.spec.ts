import { testRule, unknown } from "../../src/api/testing";
import rule from "../../src/rules/no-sensitive-write-attributes";

testRule(rule, {
    accept: [
        { name: "unset writeAttributes", client: {} },
        { name: "standard attributes", client: { writeAttributes: ["email", "name"] } },
        { name: "custom attributes with other words", client: { writeAttributes: ["custom:language", "custom:shoe-size"] } },
        {
            name: "sensitiveWords that contain a sensitive word",
            client: { writeAttributes: ["custom:planet", "custom:parole", "custom:frontier"] },
        },
        { name: "a sensitive word across a capital letter", client: { writeAttributes: ["custom:parOle"] } },
        { name: "an attribute that is only readable", client: { readAttributes: ["custom:role"], writeAttributes: ["name"] } },
        { name: "a name without prefix, which valid-attributes reports", client: { writeAttributes: ["role"] } },
        {
            name: "the sensitiveWords of the prefix",
            client: { writeAttributes: ["dev:custom:size"] },
            options: { sensitiveWords: ["custom", "dev"] },
        },
        {
            name: "every custom attribute if sensitiveWords is empty",
            client: { writeAttributes: ["custom:role"] },
            options: { sensitiveWords: [] },
        },
        {
            name: "a default word if sensitiveWords has others",
            client: { writeAttributes: ["custom:role"] },
            options: { sensitiveWords: ["rank"] },
        },
    ],
    unknown: [
        { name: "an unknown list", client: { writeAttributes: unknown }, unknown: ["writeAttributes"] },
        { name: "an unknown attribute", client: { writeAttributes: ["name", unknown] }, unknown: ["writeAttributes[1]"] },
    ],
    reject: [
        { name: "a single word", client: { writeAttributes: ["custom:role"] }, expect: ["writeAttributes has custom:role."] },
        {
            name: "a developer-only attribute",
            client: { writeAttributes: ["dev:custom:tier"] },
            expect: ["writeAttributes has dev:custom:tier."],
        },
        {
            name: "a word at any position and after any separator, in one message",
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
            name: `the word ${word}`,
            client: { writeAttributes: [`custom:my-${word}`] },
            expect: [`writeAttributes has custom:my-${word}.`],
        })),
        {
            name: "a configured word in any case",
            client: { writeAttributes: ["custom:creditLimit"] },
            options: { sensitiveWords: ["Credit"] },
            expect: ["writeAttributes has custom:creditLimit."],
        },
        {
            name: "known elements of a partly unknown list",
            client: { writeAttributes: [unknown, "custom:role"] },
            expect: ["writeAttributes has custom:role."],
            unknown: ["writeAttributes[0]"],
        },
    ],
});
