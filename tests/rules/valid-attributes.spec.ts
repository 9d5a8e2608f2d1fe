import { testRule, unknown } from "../../src/api/testing";
import { STANDARD_ATTRIBUTES } from "../../src/cognito/attributes";
import rule from "../../src/rules/valid-attributes";

const characters = (names: string) => `readAttributes has ${names}; a custom name may have only letters, numbers, punctuation and symbols.`;
const length = (name: string, found: number) =>
    `readAttributes has "${name}" (${found} characters after the prefix); a custom name must have at most 20.`;
const readOnly = (attributes: string) => `writeAttributes has ${attributes}, which only Cognito can write.`;
const readsRole = 'readAttributes has "role", which is not an attribute (did you mean custom:role?).';

testRule(rule, {
    accept: [
        { name: "the default", client: {} },
        { name: "empty lists", client: { readAttributes: [], writeAttributes: [] } },
        { name: "every standard attribute in readAttributes", client: { readAttributes: STANDARD_ATTRIBUTES as string[] } },
        {
            name: "every writable standard attribute in writeAttributes",
            client: {
                writeAttributes: [
                    ...["address", "birthdate", "email", "family_name", "gender", "given_name", "locale", "middle_name", "name"],
                    ...["nickname", "phone_number", "picture", "preferred_username", "profile", "updated_at", "website", "zoneinfo"],
                ],
            },
        },
        {
            name: "custom attributes",
            client: { readAttributes: ["custom:role", "dev:custom:Größe"], writeAttributes: ["custom:sub", "dev:custom:r"] },
        },
        {
            name: "the minimum and the maximum length of a custom attribute with either prefix",
            client: {
                readAttributes: ["custom:r", `custom:${"r".repeat(20)}`],
                writeAttributes: ["dev:custom:r", `dev:custom:${"r".repeat(20)}`],
            },
        },
        {
            name: "the maximum length in non-ASCII characters and in characters of two UTF-16 units",
            client: { readAttributes: [`custom:${"é".repeat(20)}`, `custom:${"😀".repeat(20)}`] },
        },
        {
            name: "letters, marks, numbers, punctuation and symbols in custom attributes",
            client: { readAttributes: ["custom:役割", "custom:e\u0301", "custom:2_³", "custom:a/b:c", "custom:€+"] },
        },
        { name: "a duplicate attribute", client: { writeAttributes: ["name", "name"] } },
    ],
    unknown: [
        {
            name: "unknown lists",
            client: { readAttributes: unknown, writeAttributes: unknown },
            unknown: ["readAttributes", "writeAttributes"],
        },
        { name: "an unknown attribute", client: { readAttributes: ["name", unknown] }, unknown: ["readAttributes[1]"] },
    ],
    reject: [
        {
            name: "standard attributes in the wrong case",
            client: { readAttributes: ["Email", "EMAIL_VERIFIED"] },
            expect: [
                'readAttributes has "Email" (did you mean email?) and "EMAIL_VERIFIED" (did you mean email_verified?), which are not attributes.',
            ],
        },
        {
            name: "standard attributes without their underscore",
            client: { writeAttributes: ["givenName", "PHONE-NUMBER"] },
            expect: [
                'writeAttributes has "givenName" (did you mean given_name?) and "PHONE-NUMBER" (did you mean phone_number?), which are not attributes.',
            ],
        },
        { name: "a custom attribute without its prefix", client: { readAttributes: ["role"] }, expect: [readsRole] },
        {
            name: "a name that may be a standard or a custom attribute",
            client: { readAttributes: ["names"] },
            expect: ['readAttributes has "names", which is not an attribute (did you mean name or custom:names?).'],
        },
        {
            name: "a misspelled prefix",
            client: { writeAttributes: ["Custom:role", "custom.role"] },
            expect: [
                'writeAttributes has "Custom:role" (did you mean custom:role?) and "custom.role" (did you mean custom:role?), which are not attributes.',
            ],
        },
        {
            name: "names that resemble no attribute",
            client: { readAttributes: ["cognito:groups", "custom:"] },
            expect: ['readAttributes has "cognito:groups" and "custom:", which are not attributes.'],
        },
        {
            name: "empty elements, and does not fix the list",
            client: { readAttributes: ["email", ""], writeAttributes: [" ", "sub", "email"] },
            expect: [
                "readAttributes has an empty element; remove it.",
                "writeAttributes has an empty element; remove it.",
                readOnly('"sub"'),
            ],
        },
        {
            name: "several attributes in one element",
            client: { readAttributes: ["email,custom:role", "given_name email"] },
            expect: [
                'readAttributes has "email,custom:role" (did you mean "email" and "custom:role"?) and ' +
                    '"given_name email" (did you mean "given_name" and "email"?), which are not attributes.',
            ],
        },
        {
            name: "a standard attribute with a space",
            client: { readAttributes: ["given name"] },
            expect: ['readAttributes has "given name", which is not an attribute (did you mean given_name?).'],
        },
        {
            name: "text in front of the prefix",
            client: { readAttributes: ["mycustom:role", "dev:role"] },
            expect: ['readAttributes has "mycustom:role" and "dev:role", which are not attributes.'],
        },
        {
            name: "white space and invisible characters in custom attributes with either prefix",
            client: { readAttributes: ["custom:user role", "custom:a\nb", "dev:custom:role\u200b", "custom: "] },
            expect: [characters('"custom:user role", "custom:a\\u{a}b", "dev:custom:role\\u{200b}" and "custom: "')],
        },
        {
            name: "an unassigned and a private-use character in custom attributes",
            client: { readAttributes: ["custom:\u0378", "custom:\ue000"] },
            expect: [characters('"custom:\\u{378}" and "custom:\\u{e000}"')],
        },
        {
            name: "custom attributes longer than the maximum, without counting the prefix",
            client: { readAttributes: [`custom:${"r".repeat(21)}`], writeAttributes: [`dev:custom:${"😀".repeat(21)}`] },
            expect: [
                length(`custom:${"r".repeat(21)}`, 21),
                length(`dev:custom:${"😀".repeat(21)}`, 21).replace("readAttributes", "writeAttributes"),
            ],
        },
        {
            name: "a custom attribute with invalid characters and length for its characters",
            client: { readAttributes: [`custom:${"r ".repeat(20)}`] },
            expect: [characters(`"custom:${"r ".repeat(20)}"`)],
        },
        {
            name: "a name that is too long for a custom attribute, without suggesting one",
            client: { readAttributes: ["organization_identifier"] },
            expect: ['readAttributes has "organization_identifier", which is not an attribute.'],
        },
        {
            name: "a read-only attribute with a custom attribute that is too long, and does not fix it",
            client: { readAttributes: [`custom:${"r".repeat(21)}`], writeAttributes: ["sub", "name"] },
            expect: [length(`custom:${"r".repeat(21)}`, 21), readOnly('"sub"')],
        },
        {
            name: "invalid names in both lists",
            client: { readAttributes: ["tenant"], writeAttributes: ["plan"] },
            expect: [
                'readAttributes has "tenant", which is not an attribute (did you mean custom:tenant?).',
                'writeAttributes has "plan", which is not an attribute (did you mean custom:plan?).',
            ],
        },
        {
            name: "read-only attributes, and removes them from writeAttributes",
            client: { writeAttributes: ["sub", "email", "email_verified", "phone_number_verified"], readAttributes: ["sub"] },
            expect: ['writeAttributes has "sub", "email_verified" and "phone_number_verified", which only Cognito can write.'],
            fixed: { writeAttributes: ["email"] },
        },
        {
            name: "a read-only attribute if readAttributes is not set",
            client: { writeAttributes: ["sub", "email"] },
            expect: [readOnly('"sub"')],
            fixed: { writeAttributes: ["email"] },
        },
        {
            name: "only read-only attributes, and keeps them because an empty list means all attributes",
            client: { writeAttributes: ["email_verified", "email_verified"] },
            expect: [readOnly('"email_verified"')],
        },
        {
            name: "a read-only attribute with an invalid name in the same list, and does not fix it",
            client: { writeAttributes: ["sub", "name", "role"] },
            expect: ['writeAttributes has "role", which is not an attribute (did you mean custom:role?).', readOnly('"sub"')],
        },
        {
            name: "a read-only attribute with an invalid name in the other list, and does not fix it",
            client: { readAttributes: ["role"], writeAttributes: ["sub", "name"] },
            expect: [readsRole, readOnly('"sub"')],
        },
        {
            name: "known elements of a partly unknown list, and does not fix it",
            client: { writeAttributes: ["name", unknown, "sub"] },
            expect: [readOnly('"sub"')],
            unknown: ["writeAttributes[1]"],
        },
        {
            name: "a known list next to an unknown one",
            client: { readAttributes: unknown, writeAttributes: ["Name"] },
            expect: ['writeAttributes has "Name", which is not an attribute (did you mean name?).'],
            unknown: ["readAttributes"],
        },
    ],
});
