import { styleText } from "node:util";
import { escapeControlCharacters } from "../../util/escape";
import { lastIndexUpTo } from "../names";
import { applyEdits, type Edit } from "./edits";
import { split } from "./split";

/** A text file, and edits of it that do not overlap. */
export interface EditedFile {
    /** Relative to the current folder, with forward slashes. */
    readonly file: string;
    readonly text: string;
    readonly edits: readonly Edit[];
}

interface DiffOptions {
    readonly colors?: boolean;
    /** The number of unchanged lines that are printed before and after a change. */
    readonly context?: number;
}

type Style = Parameters<typeof styleText>[0];

/**
 * Prints the edits of a file as a unified diff, which `patch -p0` and `git apply -p0` apply unless the lines have control characters,
 * which are escaped.
 */
export function unifiedDiff({ edits, ...file }: EditedFile, options?: DiffOptions): string {
    return createDiffer(file)(edits, options);
}

/** Returns a function that prints edits of a file as {@link unifiedDiff} does, each time from the unchanged file. */
export function createDiffer({ file, text }: Omit<EditedFile, "edits">): (edits: readonly Edit[], options?: DiffOptions) => string {
    const quoted = quoteName(file);
    const name = quoted.includes(" ") && quoted === file ? `${file}\t` : quoted; // the tab ends a name with spaces
    const lines = splitLines(text);
    const starts = Array.from(text.matchAll(/\n(?!$)/g), ({ index }) => ({ start: index + 1 }));
    return (edits, options) => printDiff(name, lines, findChanges(text, starts, edits), options);
}

function printDiff(
    name: string,
    lines: readonly string[],
    allChanges: readonly Change[],
    { colors = false, context = 3 }: DiffOptions = {},
): string {
    const style = (style: Style, line: string) => (colors ? styleText(style, line, { validateStream: false }) : line);
    const print = (sign: string, line: string) => sign + escapeLine(line);
    const printed = [style("bold", `--- ${name}`), style("bold", `+++ ${name}`)];
    let shift = 0; // how much further down the lines of the new text are
    const hunks = split(allChanges, (change, previous) => change.start - (previous.start + previous.removed.length) <= 2 * context);
    for (const changes of hunks) {
        const [first, last] = [changes[0] as Change, changes.at(-1) as Change];
        const start = Math.max(first.start - context, 0);
        const end = Math.min(last.start + last.removed.length + context, lines.length);
        const added = changes.reduce((sum, change) => sum + change.added.length - change.removed.length, 0);
        const [before, after] = [rangeOf(start, end - start), rangeOf(start + shift, end - start + added)];
        printed.push(style("cyan", `@@ -${before} +${after} @@`));
        let next = start;
        for (const change of changes) {
            printed.push(
                ...lines.slice(next, change.start).map(line => print(" ", line)),
                ...change.removed.map(line => style("red", print("-", line))),
                ...change.added.map(line => style("green", print("+", line))),
            );
            next = change.start + change.removed.length;
        }
        printed.push(...lines.slice(next, end).map(line => print(" ", line)));
        shift += added;
    }
    return printed.map(line => `${line}\n`).join("");
}

/** Prints a range of lines; one without lines names the line before it. */
function rangeOf(start: number, count: number): string {
    return `${count === 0 ? start : start + 1},${count}`;
}

/** Quotes a name as git does: if it has quotes, backslashes, control characters or others than those of ASCII. */
export function quoteName(name: string): string {
    if (/^[ !#-[\]-~]*$/.test(name)) return name;
    const bytes = [...Buffer.from(name)].map(byte => {
        const character = String.fromCharCode(byte);
        if (/["\\]/.test(character)) return `\\${character}`;
        return /[ -~]/.test(character) ? character : (ESCAPES[byte] ?? `\\${byte.toString(8).padStart(3, "0")}`);
    });
    return `"${bytes.join("")}"`;
}

const ESCAPES: Readonly<Record<number, string>> = { 7: "\\a", 8: "\\b", 9: "\\t", 10: "\\n", 11: "\\v", 12: "\\f", 13: "\\r" };

/** Escapes control characters but tabs and the carriage return at the end of a line. */
function escapeLine(line: string): string {
    const parts = line.split(/(\t|\r$|\r?\n)/);
    return parts.map((part, index) => (index % 2 === 0 ? escapeControlCharacters(part) : part)).join("");
}

/** Marks a last line without a newline as diff programs do. */
const NO_NEWLINE = "\n\\ No newline at end of file";

/** Splits a text into lines without their newlines. */
function splitLines(text: string): string[] {
    const lines = text.split("\n");
    const last = lines.pop();
    return last ? [...lines, last + NO_NEWLINE] : lines;
}

/** Lines that replace others. */
interface Change {
    /** The index of the first line that is replaced, or of the one before which lines are inserted. */
    readonly start: number;
    readonly removed: readonly string[];
    readonly added: readonly string[];
}

/**
 * Returns the changed lines, in order. Edits of the same lines or of neighbors are one change. `starts` are the offsets of all lines but
 * the first.
 */
function findChanges(text: string, starts: readonly { readonly start: number }[], edits: readonly Edit[]): Change[] {
    const lineAt = (offset: number) => lastIndexUpTo(starts, offset) + 1;
    const blocks: { first: number; last: number; edits: Edit[] }[] = [];
    for (const edit of [...edits].sort((a, b) => a.start - b.start)) {
        const [first, last] = [lineAt(edit.start), lineAt(edit.end)];
        const block = blocks.at(-1);
        if (block && first <= block.last + 1) {
            block.last = last;
            block.edits.push(edit);
        } else blocks.push({ first, last, edits: [edit] });
    }
    return blocks.map(({ first, last, edits }) => {
        const start = starts[first - 1]?.start ?? 0;
        const before = text.slice(start, starts[last]?.start);
        const moved = edits.map(edit => ({ ...edit, start: edit.start - start, end: edit.end - start }));
        return trim({ start: first, removed: splitLines(before), added: splitLines(applyEdits(before, moved)) });
    });
}

/** Removes the lines that are the same at the start and at the end. */
function trim({ start, removed, added }: Change): Change {
    const head = commonStart(removed, added);
    const [before, after] = [removed.slice(head), added.slice(head)];
    const tail = commonStart([...before].reverse(), [...after].reverse());
    return { start: start + head, removed: before.slice(0, before.length - tail), added: after.slice(0, after.length - tail) };
}

/** Returns the number of lines that are the same at the start. */
function commonStart(a: readonly string[], b: readonly string[]): number {
    const index = a.findIndex((line, index) => line !== b[index]);
    return index < 0 ? a.length : index;
}
