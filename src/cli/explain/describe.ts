import { styleText } from "node:util";
import type { DocumentedRule, Example } from "../../core/rule";
import { type Screen, wrap } from "../terminal";
import { exampleOptions, fixedExample, messagesOf, toTypeScript } from "./examples";
import { ALWAYS_USE, CHECKED_ON, pageUrl, sourcesOf } from "./links";
import { describeOptions } from "./options";

/** A heading and the lines below it. */
type Section = readonly [heading: string, lines: readonly string[]];

const INDENT = "  ";

/** Prints everything that is known about a rule, for a terminal. */
export function describeRule(rule: DocumentedRule, { columns, colors }: Screen): string {
    const paragraph = (text: string, indent = INDENT) => wrap(text, columns, indent);
    const printExample = (example: Example, messages: readonly string[] = []) => {
        const options = exampleOptions(example);
        return [
            ...(options === undefined ? [] : paragraph(`With the options ${options}:`)),
            ...indentLines(toTypeScript(example)),
            ...(messages.length > 0 ? [`${INDENT}The policy reports:`] : []),
            ...messages.flatMap(message => paragraph(message, INDENT + INDENT)),
        ];
    };
    const { name, title, category, level, severity, description, docs, examples, standards, fix } = rule;
    const fixed = examples.incorrect.map(example => fixedExample(rule, example)).filter(example => example !== undefined);
    const sections: readonly Section[] = [
        [
            title,
            [
                ...paragraph(`${name} (category ${category}, level ${level}, severity ${severity}, ${fix ? "has a fix" : "no fix"})`, ""),
                "",
                ...paragraph(description, ""),
                "",
                ...paragraph(docs.details, ""),
            ],
        ],
        ...examples.incorrect.map((example): Section => ["Incorrect", printExample(example, messagesOf(rule, example))]),
        ...examples.correct.map((example): Section => ["Correct", printExample(example)]),
        ["Options", [...describeOptions(rule), EXEMPT].flatMap(option => paragraph(printOption(option)))],
        ["Fix at level remediate", docs.fix === undefined ? [] : paragraph(docs.fix)],
        ...fixed.map((example): Section => ["Incorrect example after the fix", printExample(example)]),
        ["When not to use it", paragraph(docs.whenNotToUse ?? ALWAYS_USE)],
        ["Standards", standards.map(({ id, url }) => `${INDENT}${id}: ${url}`)],
        [`Sources (as of ${CHECKED_ON})`, sourcesOf(rule).map(source => INDENT + source)],
        ["Page", [INDENT + pageUrl(rule)]],
    ];
    const heading = (text: string) => (colors ? styleText(["bold", "underline"], text, { validateStream: false }) : text);
    return sections
        .filter(([, lines]) => lines.length > 0)
        .map(([title, lines]) => `${[heading(title), ...lines].join("\n")}\n`)
        .join("\n");
}

const EXEMPT: ReturnType<typeof describeOptions>[number] = {
    name: "exempt",
    type: "list of objects",
    defaultValue: "[]",
    description: "Resources that the rule skips. Every rule has this option.",
};

function printOption({ name, type, defaultValue, description }: typeof EXEMPT): string {
    return `${name} (${type}; default: ${defaultValue}): ${description}`;
}

function indentLines(text: string): string[] {
    return text.split("\n").map(line => (line === "" ? line : INDENT + line));
}
