import { testRule, unknown } from "../../../src/api/testing";
import { defineRule } from "../../../src/core/rule";
import { quoted } from "../../../src/core/values";
import { checkElements } from "../../../src/rules/shared/check-elements";
import { METADATA } from "../../support/metadata";

type Defect = "long" | "upper";

function defectOf(element: string, { maxLength }: { maxLength: number }): Defect | undefined {
    if (element.trim() === "") return "long";
    if (element.length > maxLength) return "long";
    return element === element.toLowerCase() ? undefined : "upper";
}

const messages = {
    upper: (names: readonly string[]) => `has ${names.map(quoted).join()} in capitals.`,
    long: (names: readonly string[]) => `has ${names.map(quoted).join()}, too long.`,
};

const rule = defineRule({
    ...METADATA,
    name: "checkElements",
    options: { maxLength: { type: "integer", description: "Maximum length.", default: 3 } },
    checks: [checkElements("readAttributes", defectOf, messages)],
});

testRule(rule, {
    accept: [
        { name: "an unset list", client: {} },
        { name: "elements without a defect", client: { readAttributes: ["a", "abc"] } },
        { name: "elements without a defect by the options", client: { readAttributes: ["abcd"] }, options: { maxLength: 4 } },
    ],
    unknown: [
        { name: "an unknown list", client: { readAttributes: unknown }, unknown: ["readAttributes"] },
        { name: "an unknown element", client: { readAttributes: ["a", unknown] }, unknown: ["readAttributes[1]"] },
    ],
    reject: [
        {
            name: "elements with the same defect in one message, in the order of the messages",
            client: { readAttributes: ["abcd", "A", "efgh", "a", "A"] },
            expect: ['readAttributes has "A" in capitals.', 'readAttributes has "abcd","efgh", too long.'],
        },
        {
            name: "empty elements once",
            client: { readAttributes: ["", " \n", "A"] },
            expect: ["readAttributes has an empty element; remove it.", 'readAttributes has "A" in capitals.'],
        },
        {
            name: "known elements of a partly unknown list",
            client: { readAttributes: [unknown, "A"] },
            expect: ['readAttributes has "A" in capitals.'],
            unknown: ["readAttributes[0]"],
        },
    ],
});
