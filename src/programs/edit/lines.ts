import type { Edit } from "./edits";
import { lineEnd, lineStart, type Range, terminatorAt, withSpace } from "./source";

/** Inserts elements, each on a line of its own, behind the one with an index; -1 is the start. */
export function insertLines(text: string, elements: readonly Range[], index: number, added: readonly string[]): Edit {
    const [first] = elements as readonly [Range, ...Range[]]; // without elements there is no line
    const indent = " ".repeat(first.start - lineStart(text, first.start));
    const terminator = terminatorAt(text, first.start);
    const lines = added.map(line => indent + line);
    const { end } = elements[index] ?? { end: lineStart(text, first.start) };
    // A text of several lines includes the terminator of its last line.
    const isLineStart = end === lineStart(text, end);
    const offset = isLineStart ? end : lineEnd(text, end);
    const inserted = lines.map(line => (isLineStart ? line + terminator : terminator + line)).join("");
    return { start: offset, end: offset, text: inserted };
}

/** Removes elements, and lines on which nothing else is. Comments stay. */
export function removeLines(text: string, elements: readonly Range[], removed: ReadonlySet<number>): Edit[] {
    return elements.filter((_element, index) => removed.has(index)).map(range => ({ ...withSpace(text, range), text: "" }));
}
