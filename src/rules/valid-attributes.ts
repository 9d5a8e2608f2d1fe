import { attributeDefect, customName, isAttribute, isReadOnly, MAX_CUSTOM_NAME, STANDARD_ATTRIBUTES } from "../cognito/attributes";
import { defineRule } from "../core/rule";
import { quoted, value } from "../core/values";
import { enumerate, nearest } from "../util/wording";
import { checkElements } from "./shared/check-elements";
import { invalidNames } from "./shared/invalid-names";
import { joinedNames, suggest } from "./shared/suggestions";

const defects = {
    unknown: (names: readonly string[]) => invalidNames(names, hintFor, "an attribute", "attributes"),
    characters: (names: readonly string[]) =>
        `has ${enumerate(names.map(quoted))}; a custom name may have only letters, numbers, punctuation and symbols.`,
    length: (names: readonly string[]) => `has ${enumerate(names.map(withLength))}; a custom name must have at most ${MAX_CUSTOM_NAME}.`,
};

const messages = {
    readOnly: (attributes: readonly string[]) => `has ${enumerate(attributes.map(quoted))}, which only Cognito can write.`,
};

function hintFor(name: string): string {
    return suggest(joinedNames(name, part => (isAttribute(part) ? part : undefined)) ?? suggestAttribute(name));
}

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

/** Quotes an attribute with the length of its name without the prefix. */
function withLength(attribute: string): string {
    return `${quoted(attribute)} (${value([...(customName(attribute) ?? "")].length)} characters after the prefix)`;
}

const LISTS = ["readAttributes", "writeAttributes"] as const;

export default defineRule({
    name: "valid-attributes",
    title: "Valid attribute permissions",
    category: "deployability",
    level: "mandatory",
    severity: "high",
    description: "Attributes must exist, and those in writeAttributes must be writable.",
    remediation: "Use names such as given_name or custom:role, without read-only ones.",
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
        incorrect: [{ client: { readAttributes: ["email", "givenName"] } }, { client: { writeAttributes: ["email", "email_verified"] } }],
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
        ...LISTS.map(list => checkElements(list, attributeDefect, defects)),
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
