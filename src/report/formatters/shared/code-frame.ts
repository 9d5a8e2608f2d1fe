import type { Location } from "../../../stacks/positions/location";
import { escapeControlCharacters } from "../../../util/escape";
import type { ReadLines } from "../../source-lines";

/** A line of a program, and the part of it to mark. */
interface MarkedLine {
    readonly text: string;
    readonly start: number;
    readonly length: number;
}

/**
 * Prints the first line of a location and a line that marks its columns, as compilers do. Without a column, the whole line is marked, and
 * without an end one character. Returns nothing if the line cannot be read.
 */
export function codeFrame(location: Location, readLines: ReadLines, columns: number): string[] {
    const code = readLines(location.file, location.line, location.line)?.[0];
    if (code === undefined) return [];
    const gutter = `${String(location.line).padStart(6)} | `;
    const { text, start, length } = cut(mark(code, location), columns - gutter.length);
    return [gutter + text, `${" ".repeat(gutter.length - 2)}| ${" ".repeat(start)}${"^".repeat(length)}`];
}

function mark(code: string, { line, column, endLine = line, endColumn }: Location): MarkedLine {
    const start = column === undefined ? code.length - code.trimStart().length : column - 1;
    const end = column === undefined || endLine > line ? code.trimEnd().length : (endColumn ?? column + 1) - 1;
    const [before, marked] = [print(code.slice(0, start)), print(code.slice(start, end))];
    return { text: before + marked + print(code.slice(end)), start: before.length, length: Math.max(1, marked.length) };
}

function print(code: string): string {
    return escapeControlCharacters(code.replaceAll("\t", "    "));
}

/** Shortens a line to a width, with the start of the marked part in it. */
function cut({ text, start, length }: MarkedLine, width: number): MarkedLine {
    const from = start + length <= width ? 0 : Math.max(0, start - Math.floor(width / 2));
    const shown = text.slice(from, from + width);
    const left = from > 0 ? `…${shown.slice(1)}` : shown;
    const right = from + width < text.length ? `${left.slice(0, -1)}…` : left;
    return { text: right, start: start - from, length: Math.min(length, Math.max(1, right.length - (start - from))) };
}
