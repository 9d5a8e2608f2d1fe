import type { Range } from "../expression";
import type { Code } from "./code";
import type { Edit } from "./edits";
import { split } from "./split";
import { indentOf, match } from "./text";

/** A member of an object or an item of a list that is in the text. */
interface Row extends Range {
    readonly key?: Range;
    readonly value: Range;
}

/** The width of a key or value, and the space behind its colon or comma. */
interface Cell {
    readonly width: number;
    readonly space?: Range;
}

/** What is on the line of a member or item. */
interface Line {
    readonly key: Cell;
    /** The value, if a comment is behind it. */
    readonly commented?: Cell;
    /** Whether the line before it belongs to the same object or list, without an empty line or a comment between. */
    readonly isNext: boolean;
    readonly isMultiline: boolean;
}

/** What is changed on the lines of an object or list. */
interface Changes {
    readonly edits: readonly Edit[];
    readonly removed: ReadonlySet<number>;
    /** The rows before which others are inserted. */
    readonly inserted: ReadonlySet<number>;
    /** The widths of the keys that are added at the end. */
    readonly added: readonly number[];
}

/**
 * Aligns values and comments as gofmt does, if the formatter of the language does: returns the edits of the space on the lines that stay,
 * and what is added to the space in front of the added values. Lines that are not aligned so before the changes stay as they are.
 */
export function alignRows(
    rows: readonly Row[],
    { edits, added, ...changes }: Changes,
    { text, printer }: Code,
): { edits: Edit[]; spaces: string[] } {
    const none = { edits: [], spaces: [] };
    if (!printer.alignsValues || rows.length === 0 || rows.some(({ start }) => indentOf(text, start) === undefined)) return none;
    if (realign(text, spacesOf(linesOf(text, rows, []))).length > 0) return none;
    const { kept, isNext } = change(linesOf(text, rows, edits), changes);
    const keys = added.map((width): Cell => ({ width }));
    const ends = keys.map((key, index): Line => ({ key, isNext: index > 0 || isNext, isMultiline: false }));
    const spaces = spacesOf([...kept, ...ends]);
    const ofAdded = spaces.filter(({ cell }) => keys.includes(cell)).map(({ width }) => " ".repeat(width - 1));
    return { edits: realign(text, spaces), spaces: ofAdded };
}

function linesOf(text: string, rows: readonly Row[], edits: readonly Edit[]): Line[] {
    return rows.map(({ start, end, key, value }, index) => {
        const between = text.slice(rows[index - 1]?.end ?? start, start);
        const growth = edits
            .filter(edit => edit.start < value.end && edit.end > value.start)
            .reduce((sum, edit) => sum + edit.text.length - (edit.end - edit.start), 0);
        const comma = match(/,[ \t]+(?=\/\/)/y, text, end).length;
        return {
            key: { width: key ? key.end - key.start : 0, space: key && { start: key.end + 1, end: value.start } },
            ...(comma > 0 && { commented: { width: value.end - value.start + growth, space: { start: end + 1, end: end + comma } } }),
            isNext: between.split("\n").length <= 2,
            isMultiline: text.slice(start, end).includes("\n"),
        };
    });
}

/** Removes and separates lines. The comment of a removed line stays on a line of its own. */
function change(lines: readonly Line[], { removed, inserted }: Pick<Changes, "removed" | "inserted">): { kept: Line[]; isNext: boolean } {
    const kept: Line[] = [];
    let isNext = true;
    for (const [index, line] of lines.entries()) {
        isNext &&= line.isNext && !inserted.has(index);
        if (removed.has(index)) isNext &&= !line.commented;
        else {
            kept.push({ ...line, isNext });
            isNext = true;
        }
    }
    return { kept, isNext };
}

/** How wide the space behind a key or value is. */
interface Space {
    readonly cell: Cell;
    readonly width: number;
}

/** Returns the edits of the spaces that have another width. */
function realign(text: string, spaces: readonly Space[]): Edit[] {
    return spaces.flatMap(({ cell: { space }, width }) => {
        const wanted = " ".repeat(width);
        return space && text.slice(space.start, space.end) !== wanted ? [{ ...space, text: wanted }] : [];
    });
}

/** Values are aligned on lines that follow each other, and comments on those of them that all have one. */
function spacesOf(lines: readonly Line[]): Space[] {
    const runs = split(lines, (line, previous) => line.isNext && !line.isMultiline && !previous.isMultiline);
    return runs.flatMap(run => {
        const comments = split(run, line => line.commented !== undefined).map(lines => lines.flatMap(({ commented }) => commented ?? []));
        return [run.map(({ key }) => key), ...comments].flatMap(pad);
    });
}

function pad(cells: readonly Cell[]): Space[] {
    const widest = Math.max(...cells.map(({ width }) => width));
    return cells.map(cell => ({ cell, width: widest - cell.width + 1 }));
}
