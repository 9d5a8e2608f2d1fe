import {
    type AttributeDefect,
    attributeDefect,
    customName,
    isAttribute,
    isReadOnly,
    MAX_CUSTOM_NAME,
    STANDARD_ATTRIBUTES,
} from "../cognito/attributes";
import { type Check, defineRule } from "../core/rule";
import { enumerate, nearest, quote } from "../util/wording";
import { invalidNames } from "./shared/invalid-names";

const messages = {
    unknown: (names: readonly string[]) => invalidNames(names, suggestAttribute, "an attribute", "attributes"),
    characters: (names: readonly string[]) =>
        `has ${enumerate(names.map(quote))}; the name of a custom attribute may have only letters, numbers, punctuation and symbols.`,
    length: (names: readonly string[]) => `has ${enumerate(names.map(withLength))}; a custom attribute must have 1 to ${MAX_CUSTOM_NAME}.`,
    readOnly: (attributes: readonly string[]) => `has ${enumerate(attributes)}, which only Cognito can write.`,
};

/** A name without a prefix may be a misspelled standard attribute, or a custom attribute that lacks its prefix. */
function suggestAttribute(name: string): string {
    const standard = nearest(name, STANDARD_ATTRIBUTES);
    if (standard && lettersOf(standard) === lettersOf(name)) return standard;
    const custom = `custom:${/^(?:custom\W)?([\w-]+)$/i.exec(name)?.[1] ?? ""}`;
    return enumerate([...(standard ? [standard] : []), ...(isAttribute(custom) ? [custom] : [])], "or");
}

function lettersOf(name: string): string {
    return name.toLowerCase().replace(/[^a-z]/g, "");
}

/** An attribute with the length of its name without the prefix. */
function withLength(attribute: string): string {
    return `${quote(attribute)} (${[...(customName(attribute) ?? "")].length} characters after the prefix)`;
}

const LISTS = ["readAttributes", "writeAttributes"] as const;

function withoutDefect(property: (typeof LISTS)[number], defect: AttributeDefect): Check {
    return (client, { report, filter }) => {
        const names = filter(client[property], name => attributeDefect(name) === defect);
        if (names.length > 0) report(property, messages[defect](names));
    };
}

export default defineRule({
    name: "valid-attributes",
    title: "Valid attribute permissions",
    category: "deployability",
    level: "mandatory",
    severity: "high",
    description:
        "The lists readAttributes and writeAttributes must contain only existing attributes, and writeAttributes only writable ones, or the deployment fails.",
    remediation:
        "Spell standard attributes as Cognito does (for example given_name), write custom attributes as custom: and their name in the user pool, and remove read-only attributes from writeAttributes.",
    standards: [],
    docs: {
        details:
            `An attribute is one of the ${STANDARD_ATTRIBUTES.length} standard attributes, in lower case, or a custom attribute, whose name has the prefix custom: or dev:custom: and then 1 to ${MAX_CUSTOM_NAME} letters, numbers, punctuation characters and symbols, without spaces. ` +
            `Cognito rejects all other attributes, and in writeAttributes also ${enumerate(STANDARD_ATTRIBUTES.filter(isReadOnly))}, which only Cognito can write. ` +
            "If readAttributes is not set or empty, the app can read all attributes; if writeAttributes is not set or empty, it can write all mutable attributes, including custom ones.",
        fix: "Removes read-only attributes from writeAttributes. It changes nothing if no other attribute would remain, because an empty list means all mutable attributes, or if either list has a name that is not an attribute.",
        sources: ["https://docs.aws.amazon.com/cognito/latest/developerguide/user-pool-settings-attributes.html"],
    },
    examples: {
        incorrect: [
            { client: { readAttributes: ["email", "givenName", "role"] } },
            { client: { writeAttributes: ["email", "email_verified"] } },
        ],
        correct: [
            {
                client: {
                    readAttributes: ["email", "email_verified", "given_name", "custom:role"],
                    writeAttributes: ["email", "given_name"],
                },
            },
        ],
    },
    checks: [
        ...LISTS.flatMap(list => [withoutDefect(list, "unknown"), withoutDefect(list, "characters"), withoutDefect(list, "length")]),
        ({ writeAttributes }, { report, filter }) => {
            const readOnly = filter(writeAttributes, isReadOnly);
            if (readOnly.length > 0) report("writeAttributes", messages.readOnly(readOnly));
        },
    ],
    fix({ readAttributes = [], writeAttributes = [] }) {
        const writable = writeAttributes.filter(attribute => !isReadOnly(attribute));
        // An empty list would let the app write all mutable attributes.
        return writable.length > 0 && [...readAttributes, ...writable].every(isAttribute) ? { writeAttributes: writable } : {};
    },
});
