import type { Edit } from "./edits";
import { indentOf, lineEnd, match, type Range, type Syntax, terminatorAt, withSpace } from "./source";

/** The elements of a list or block in brackets, and the text around them. */
export interface Bracketed {
    readonly text: string;
    readonly syntax: Syntax;
    /** With the brackets. */
    readonly range: Range;
    readonly elements: readonly Range[];
}

/** Inserts elements behind the one with an index; -1 is the start. They are separated as the elements around them are. */
export function insertInBrackets(list: Bracketed, index: number, added: readonly string[], padding: string): Edit {
    const { text, range, elements } = list;
    const element = elements[index];
    if (element) return insertAfter(list, element, index, added);
    const [first] = elements;
    if (first) {
        const indent = indentOf(text, first.start);
        const separator = indent === undefined ? ", " : `,${terminatorAt(text, first.start)}${indent}`;
        return insertion(first.start, added.map(element => element + separator).join(""));
    }
    const inner = text.slice(range.start + 1, range.end - 1);
    return insertion(range.start + 1, padding + added.join(", ") + (inner === "" ? padding : ""));
}

function insertAfter(list: Bracketed, element: Range, index: number, added: readonly string[]): Edit {
    const { text, elements, syntax } = list;
    const indent = indentOf(text, element.start);
    if (indent === undefined) {
        const previous = elements[index - 1];
        const between = previous && text.slice(previous.end, element.start);
        const separator = between !== undefined && /^\s*,\s*$/.test(between) ? between : ", ";
        return insertion(element.end, added.map(element => separator + element).join(""));
    }
    const newLine = terminatorAt(text, element.end) + indent;
    const comma = commaAfter(list, element);
    const behind = comma === undefined ? element.end : comma + 1;
    const tail = match(syntax.lineTail, text, behind);
    if (behind + tail.length !== lineEnd(text, behind))
        return insertion(element.end, added.map(element => `,${newLine}${element}`).join(""));
    // The comment behind the element stays with it.
    const position = behind + tail.trimEnd().length;
    if (comma !== undefined) return insertion(position, added.map(element => `${newLine}${element},`).join(""));
    const kept = text.slice(element.end, position);
    return { start: element.end, end: position, text: `,${kept}${added.map(element => newLine + element).join(`,`)}` };
}

/** Removes elements with their commas, and lines on which nothing else is. Comments stay. */
export function removeFromBrackets(list: Bracketed, removed: ReadonlySet<number>): Edit[] {
    const { text, elements } = list;
    const ranges: Range[] = [];
    for (const [index, element] of elements.entries()) {
        if (!removed.has(index)) continue;
        const comma = commaAfter(list, element);
        const parts = comma === undefined ? [element] : joinParts(text, element, { start: comma, end: comma + 1 });
        const previous = ranges.at(-1);
        const [first, ...rest] = parts as [Range, ...Range[]];
        // Neighbors are removed as one, with the space between them.
        if (previous && removed.has(index - 1)) ranges.splice(-1, 1, ...joinParts(text, previous, first), ...rest);
        else ranges.push(...parts);
    }
    const last = elements.at(-1);
    const kept = elements.filter((_element, index) => !removed.has(index)).at(-1);
    // If the list ended without a comma, it still does.
    const comma = last && kept && commaAfter(list, last) === undefined ? commaAfter(list, kept) : undefined;
    return [
        ...(comma === undefined ? [] : [{ start: comma, end: comma + 1, text: "" }]),
        ...ranges.map(range => ({ ...withSpace(text, range), text: "" })),
    ];
}

/** Joins two parts of a text if only white space is between them. */
function joinParts(text: string, first: Range, second: Range): Range[] {
    return text.slice(first.end, second.start).trim() === "" ? [{ start: first.start, end: second.end }] : [first, second];
}

/** Returns the offset of the comma behind an element. */
function commaAfter({ text, syntax }: Bracketed, { end }: Range): number | undefined {
    const offset = end + match(syntax.gap, text, end).length;
    return text.charAt(offset) === "," ? offset : undefined;
}

function insertion(offset: number, text: string): Edit {
    return { start: offset, end: offset, text };
}
