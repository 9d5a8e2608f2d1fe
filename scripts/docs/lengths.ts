import type { DocumentedRule } from "../../src/core/rule";
import { messagesOf } from "./examples";
import { table } from "./markdown";

/** The length of what a preview prints of the violations in the examples of rules, in characters. */
interface Lengths {
    readonly average: number;
    readonly longest: number;
    /** The rule with the longest text. */
    readonly rule: string;
}

/** Measures description, problem and advice together, for each violation in each example. */
export function measureTexts(rules: readonly DocumentedRule[]): Lengths {
    const texts = rules.flatMap(rule =>
        rule.examples.incorrect
            .flatMap(example => messagesOf(rule, example))
            .map(message => ({ rule: rule.name, length: `${rule.description}\n${message}`.length })),
    );
    const longest = texts.reduce((longest, text) => (text.length > longest.length ? text : longest));
    const total = texts.reduce((sum, { length }) => sum + length, 0);
    return { average: Math.round(total / texts.length), longest: longest.length, rule: longest.rule };
}

/** Prints the lengths with their limits, for docs/quality.md. */
export function lengthTable(rules: readonly DocumentedRule[]): string {
    const { average, longest, rule } = measureTexts(rules);
    return table(
        ["what a preview prints of a violation", "characters", "limit"],
        [
            ["on average", String(average), String(LIMITS.average)],
            [`at most (\`${rule}\`)`, String(longest), String(LIMITS.longest)],
        ],
    );
}

/** The limits of {@link measureTexts}. */
export const LIMITS = { average: 220, longest: 400 };
