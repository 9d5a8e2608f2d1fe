import { STANDARD_ATTRIBUTES } from "../../src/cognito/attributes";
import rule from "../../src/rules/valid-attributes";
import { testRule, unknown } from "../harness";

const { readOnly, unknownNames } = rule.messages;

testRule(rule, {
    accept: [
        { why: "Cognito's default", client: {} },
        { why: "empty lists, which mean the default", client: { readAttributes: [], writeAttributes: [] } },
        { why: "every standard attribute to be read", client: { readAttributes: STANDARD_ATTRIBUTES as string[] } },
        {
            why: "every standard attribute to be written but those that Cognito writes",
            client: {
                writeAttributes: [
                    ...["address", "birthdate", "email", "family_name", "gender", "given_name", "locale", "middle_name", "name"],
                    ...["nickname", "phone_number", "picture", "preferred_username", "profile", "updated_at", "website", "zoneinfo"],
                ],
            },
        },
        {
            why: "custom attributes",
            client: { readAttributes: ["custom:role", "dev:custom:Größe"], writeAttributes: ["custom:sub", "dev:custom:r"] },
        },
        { why: "an attribute that is there twice", client: { writeAttributes: ["name", "name"] } },
    ],
    reject: [
        {
            why: "standard attributes in the wrong case",
            client: { readAttributes: ["Email", "EMAIL_VERIFIED"] },
            expect: [
                'readAttributes has "Email", which is no attribute (did you mean email?) and ' +
                    '"EMAIL_VERIFIED", which is no attribute (did you mean email_verified?).',
            ],
        },
        {
            why: "standard attributes set apart otherwise",
            client: { writeAttributes: ["givenName", "PHONE-NUMBER"] },
            expect: [
                'writeAttributes has "givenName", which is no attribute (did you mean given_name?) and ' +
                    '"PHONE-NUMBER", which is no attribute (did you mean phone_number?).',
            ],
        },
        {
            why: "a custom attribute without its prefix",
            client: { readAttributes: ["role"] },
            expect: ['readAttributes has "role", which is no attribute (did you mean custom:role?).'],
        },
        {
            why: "a name that may be either",
            client: { readAttributes: ["names"] },
            expect: ['readAttributes has "names", which is no attribute (did you mean name or custom:names?).'],
        },
        {
            why: "a prefix in the wrong case or form",
            client: { writeAttributes: ["Custom:role", "custom.role"] },
            expect: [
                'writeAttributes has "Custom:role", which is no attribute (did you mean custom:role?) and ' +
                    '"custom.role", which is no attribute (did you mean custom:role?).',
            ],
        },
        {
            why: "names that are like none",
            client: { readAttributes: ["cognito:groups", "custom:", ""] },
            expect: [
                'readAttributes has "cognito:groups", which is no attribute, "custom:", which is no attribute and "", which is no attribute.',
            ],
        },
        {
            why: "a custom attribute with something before its prefix, or a line break in it",
            client: { readAttributes: ["mycustom:role", "custom:a\nb"] },
            expect: ['readAttributes has "mycustom:role", which is no attribute and "custom:a\nb", which is no attribute.'],
        },
        {
            why: "unknown names in either list",
            client: { readAttributes: ["tenant"], writeAttributes: ["plan"] },
            expect: [unknownNames("readAttributes", ["tenant"]), unknownNames("writeAttributes", ["plan"])],
        },
        {
            why: "what Cognito alone writes, and drops it",
            client: { writeAttributes: ["sub", "email", "email_verified", "phone_number_verified"], readAttributes: ["sub"] },
            expect: ["writeAttributes has sub, email_verified and phone_number_verified, which Cognito alone writes."],
            fixed: { writeAttributes: ["email"] },
        },
        {
            why: "the same of a client that reads every attribute",
            client: { writeAttributes: ["sub", "email"] },
            expect: [readOnly(["sub"])],
            fixed: { writeAttributes: ["email"] },
        },
        {
            why: "nothing but what Cognito writes, and leaves it, since an empty list means every standard attribute",
            client: { writeAttributes: ["email_verified", "email_verified"] },
            expect: [readOnly(["email_verified"])],
        },
        {
            why: "both, and leaves them to the user",
            client: { writeAttributes: ["sub", "name", "role"] },
            expect: [unknownNames("writeAttributes", ["role"]), readOnly(["sub"])],
        },
        {
            why: "one in each list, and leaves both to the user",
            client: { readAttributes: ["role"], writeAttributes: ["sub", "name"] },
            expect: [unknownNames("readAttributes", ["role"]), readOnly(["sub"])],
        },
        {
            why: "what is known of a list, which is then left as it is",
            client: { writeAttributes: ["name", unknown, "sub"] },
            expect: [readOnly(["sub"])],
            undecided: ["writeAttributes[1]"],
        },
        {
            why: "what is known, beside what is not",
            client: { readAttributes: unknown, writeAttributes: ["Name"] },
            expect: [unknownNames("writeAttributes", ["Name"])],
            undecided: ["readAttributes"],
        },
    ],
    undecided: [
        {
            why: "lists not known yet",
            client: { readAttributes: unknown, writeAttributes: unknown },
            on: ["readAttributes", "writeAttributes"],
        },
        { why: "an attribute not known yet", client: { readAttributes: ["name", unknown] }, on: ["readAttributes[1]"] },
    ],
});
