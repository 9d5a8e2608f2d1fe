import type { styleText } from "node:util";
import { formatLocation, type Location } from "../../stacks/positions/location";
import { escapeControlCharacters } from "../../util/escape";
import { groupBy } from "../../util/maps";
import { wrap } from "../../util/terminal";
import type { Violation, ViolationLevel } from "../report";
import { codeFrame } from "./shared/code-frame";
import type { FormatOptions } from "./shared/formatter";

export type Style = Parameters<typeof styleText>[0];

export const HEADING: Style = ["bold", "underline"];

const LEVEL_STYLES: Readonly<Record<ViolationLevel, Style>> = { mandatory: ["bold", "red"], advisory: "yellow" };

const LEVEL_WIDTH = "mandatory".length;

interface ClientOptions extends FormatOptions {
    readonly style: (style: Style, text: string) => string;
}

/** Prints the violations of a client below its title and its place in the program, as linters print those of a file. */
export function formatClient(title: string, all: readonly [Violation, ...Violation[]], options: ClientOptions): string[] {
    const [first] = all;
    const { location, callers = [] } = first;
    const violations = withoutRepeatedErrors(all).map(violation => ({ violation, position: positionIn(violation) }));
    const width = Math.max(...violations.map(({ position }) => position.length));
    const heading = [options.style(HEADING, escapeControlCharacters(title)), location ? printLocation(location) : []].flat();
    return [
        heading.join("  "),
        ...callers.map(caller => `  called from ${printLocation(caller)}`),
        ...(width === 0 ? printCode(first, location, options) : []),
        ...violations.flatMap(({ violation, position }) => [
            formatViolation(violation, width === 0 ? "" : `  ${position.padEnd(width)}`, options),
            ...printCode(violation, violation.propertyLocation, options),
        ]),
    ];
}

/** Merges the errors of one text, such as a wrong type, which each policy reports that reads the property. The first is the worst. */
function withoutRepeatedErrors(violations: readonly Violation[]): Violation[] {
    const errors = groupBy(violations, ({ isError, problem }) => (isError ? [problem] : []));
    return violations.flatMap(violation => {
        const [first, ...others] = (violation.isError && errors.get(violation.problem)) || [violation];
        if (violation !== first) return [];
        return others.length > 0 ? { ...violation, policy: `${violation.policy} and ${others.length} more` } : violation;
    });
}

/** Returns where the property is in the file of the client's place; nothing if it is unknown. */
function positionIn({ location, propertyLocation: found }: Violation): string {
    if (!found) return "";
    return found.file === location?.file ? [found.line, found.column ?? []].flat().join(":") : printLocation(found);
}

function printLocation(location: Location): string {
    return escapeControlCharacters(formatLocation(location));
}

/** Prints the level, the problem and, behind it or below, the name of the policy. */
function formatViolation({ level, problem, policy }: Violation, position: string, { columns, style }: ClientOptions): string {
    const indent = " ".repeat(position.length + 2 + LEVEL_WIDTH + 2);
    const text = wrap(escapeControlCharacters(problem), columns, indent).join("\n");
    const lastLine = text.slice(text.lastIndexOf("\n") + 1);
    const separator = lastLine.length + 2 + policy.length > columns ? `\n${indent}` : "  ";
    const start = `${position}  ${style(LEVEL_STYLES[level], level)}${" ".repeat(LEVEL_WIDTH - level.length)}  `;
    return start + text.slice(indent.length) + separator + style("dim", policy);
}

/** Prints the code at a location of a violation or its client, unless it may have secrets. */
function printCode({ level, hasSecrets }: Violation, location: Location | undefined, options: ClientOptions): string[] {
    const { columns, readLines, style } = options;
    if (!location || !readLines || hasSecrets) return [];
    return codeFrame(location, readLines, columns).map((line, index) => (index === 0 ? line : style(LEVEL_STYLES[level], line)));
}
