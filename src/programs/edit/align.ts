import type { Layout, Range } from "../expression";
import type { Code } from "./code";
import type { Edit } from "./edits";
import { indentOf, lineEnd, match } from "./text";

/** A member of an object or an item of a list that is in the text. */
export interface Row extends Range {
    readonly key?: Range;
    readonly value: Range;
}

/** What is where on the line of a member or item. */
interface Line {
    /** The width of the key; undefined without one. */
    readonly key?: number;
    /** The width of the value and its comma. */
    readonly value: number;
    /** Whether the line before it belongs to the same object, without an empty line or a comment between. */
    readonly isNext: boolean;
    readonly isMultiline: boolean;
    /** The space between the colon and the value, and that between the comma and a comment. */
    readonly valueSpace?: Range;
    readonly commentSpace?: Range;
}

/** What is changed on the lines of an object or list. */
interface Changes {
    readonly edits: readonly Edit[];
    readonly removed: ReadonlySet<number>;
    /** What is added at the end: the width of the key, and the value. */
    readonly added: readonly { readonly key?: number; readonly value: string }[];
}

/** Aligns what is changed on the lines of an object or list, if the formatter of the language does. `spaces` are in front of the added values. */
export function alignRows(
    rows: readonly Row[],
    layout: Layout,
    changes: Changes,
    { text, printer }: Code,
): { edits: Edit[]; spaces?: string[] } {
    if (!printer.alignsValues || layout !== "brackets") return { edits: [] };
    const { edits, spaces } = align(text, rows, changes);
    return { edits, spaces: spaces.map(width => " ".repeat(width - 1)) }; // the printer writes one
}

/**
 * Aligns values and comments as gofmt does: returns the edits of the space on the lines that stay, and the width of the space in front of
 * each added value. Lines that are not aligned so before the changes stay as they are.
 */
function align(text: string, rows: readonly Row[], { edits, removed, added }: Changes): { edits: Edit[]; spaces: number[] } {
    const none = { edits: [], spaces: added.map(() => 1) };
    if (rows.some(({ start }) => indentOf(text, start) === undefined)) return none;
    const before = linesOf(text, rows, []);
    if (spacesOf(before).some(({ range, width }) => range && text.slice(range.start, range.end) !== " ".repeat(width))) return none;
    const { kept, isNext } = withoutRemoved(linesOf(text, rows, edits), removed);
    const ends = added.map(({ key, value }, index): Line => {
        return {
            ...(key !== undefined && { key }),
            value: value.length + 1,
            isNext: index > 0 || isNext,
            isMultiline: value.includes("\n"),
        };
    });
    const spaces = spacesOf([...kept, ...ends]);
    const changed = spaces.flatMap(({ range, width }) => {
        const space = " ".repeat(width);
        return range && text.slice(range.start, range.end) !== space ? [{ ...range, text: space }] : [];
    });
    return { edits: changed, spaces: spaces.filter(({ line, isComment }) => !isComment && ends.includes(line)).map(({ width }) => width) };
}

function linesOf(text: string, rows: readonly Row[], edits: readonly Edit[]): Line[] {
    return rows.map(({ start, end, key, value }, index) => {
        const previous = rows[index - 1];
        const between = previous ? text.slice(previous.end, start) : "";
        const own = edits.filter(edit => edit.start >= value.start && edit.end <= value.end);
        const growth = own.reduce((sum, edit) => sum + edit.text.length - (edit.end - edit.start), 0);
        const comma = text.charAt(end) === "," ? 1 : 0;
        const space = match(/[ \t]*(?=\/\/)/y, text, end + comma);
        return {
            ...(key && { key: key.end - key.start, valueSpace: { start: key.end + 1, end: value.start } }),
            value: value.end - value.start + growth + comma,
            isNext: previous !== undefined && between.split("\n").length === 2,
            isMultiline: text.slice(start, end).includes("\n") || own.some(edit => edit.text.includes("\n")),
            ...(space !== "" &&
                end + comma < lineEnd(text, end) && { commentSpace: { start: end + comma, end: end + comma + space.length } }),
        };
    });
}

/** Removes lines. The comment of a removed line stays on a line of its own. */
function withoutRemoved(lines: readonly Line[], removed: ReadonlySet<number>): { kept: Line[]; isNext: boolean } {
    const kept: Line[] = [];
    let isNext = true;
    for (const [index, line] of lines.entries()) {
        isNext &&= line.isNext || index === 0;
        if (removed.has(index)) {
            isNext &&= line.commentSpace === undefined;
            continue;
        }
        kept.push({ ...line, isNext: isNext && kept.length > 0 });
        isNext = true;
    }
    return { kept, isNext };
}

interface Space {
    readonly line: Line;
    readonly isComment: boolean;
    readonly range?: Range;
    readonly width: number;
}

/** Returns how wide the space in front of each value and each comment is. */
function spacesOf(lines: readonly Line[]): Space[] {
    const runs: Line[][] = [];
    for (const line of lines) {
        const run = runs.at(-1);
        if (run && line.isNext && !line.isMultiline && !run.at(-1)?.isMultiline) run.push(line);
        else runs.push([line]);
    }
    return runs.flatMap(run => {
        const keys = Math.max(...run.map(({ key }) => key ?? 0));
        const values = run.map((line): Space => {
            return { line, isComment: false, ...(line.valueSpace && { range: line.valueSpace }), width: keys - (line.key ?? 0) + 1 };
        });
        return [...values, ...commentSpaces(run)];
    });
}

/** Comments on lines that follow each other are aligned. */
function commentSpaces(run: readonly Line[]): Space[] {
    const spaces: Space[] = [];
    for (let index = 0; index < run.length; index++) {
        const first = index;
        while (run[index]?.commentSpace) index++;
        const commented = run.slice(first, index);
        const width = Math.max(...commented.map(({ value }) => value));
        for (const line of commented)
            if (!line.isMultiline) spaces.push({ line, isComment: true, range: line.commentSpace as Range, width: width - line.value + 1 });
    }
    return spaces;
}
