import type { Layout, List, ObjectExpression, Range } from "../expression";
import type { Comments } from "../printers";
import type { Edit } from "./edits";
import { indentOf, lineEnd, lineStart, match, terminatorAt, withSpace } from "./text";

/** The members of an object or the items of a list, and the text around them. */
export interface Elements {
    readonly text: string;
    readonly layout: Layout;
    readonly comments: Comments;
    readonly elements: readonly Range[];
}

/** Returns the elements of a list or object, with the parentheses around them. */
export function elementsOf(parent: List | ObjectExpression, text: string, comments: Comments): Elements {
    const { layout, inside } = parent;
    const elements: readonly Range[] = parent.kind === "list" ? parent.items : parent.members;
    return { text, layout, comments, elements: elements.map(element => withParentheses(element, inside, text, comments)) };
}

function withParentheses({ start, end }: Range, inside: Range, text: string, { gap }: Comments): Range {
    let [first, last] = [start, end];
    for (;;) {
        const close = last + match(gap, text, last).length;
        if (close >= inside.end || text.charAt(close) !== ")") return { start: first, end: last };
        last = close + 1;
        do first--;
        while (/\s/.test(text.charAt(first)));
    }
}

/** Inserts elements behind the one with an index; -1 is the start. They are separated as the elements around them are. */
export function insertElements(list: Elements, index: number, added: readonly string[]): Edit {
    const [first] = list.elements as readonly [Range, ...Range[]];
    if (list.layout === "lines") return insertLines(list, index, added);
    const element = list.elements[index];
    if (element) return insertBehind(list, element, index, added);
    const separator = separatorAt(list, first);
    return insertion(first.start, added.map(part => part + separator).join(""));
}

/** Returns what separates an element from the next one, on the same line or on the next. */
export function separatorAt(list: Elements, { start }: Range): string {
    const comma = commaOf(list);
    const indent = indentOf(list.text, start);
    return comma + (indent === undefined ? comma && " " : terminatorAt(list.text, start) + indent);
}

function commaOf({ layout }: Elements): string {
    return layout === "lines" || layout === "calls" ? "" : ",";
}

function insertBehind(list: Elements, element: Range, index: number, added: readonly string[]): Edit {
    const { text, elements, comments } = list;
    const separator = separatorAt(list, element);
    const indent = indentOf(text, element.start);
    if (indent === undefined) {
        const between = text.slice(elements[index - 1]?.end ?? element.start, element.start);
        const same = /^\s*,\s*$/.test(between) ? between : separator;
        return insertion(element.end, added.map(part => same + part).join(""));
    }
    const written = commaBehind(list, element);
    const behind = written === undefined ? element.end : written + 1;
    const tail = match(comments.lineTail, text, behind);
    if (behind + tail.length !== lineEnd(text, behind)) return insertion(element.end, added.map(part => separator + part).join(""));
    // The comment behind the element stays with it.
    const position = behind + tail.trimEnd().length;
    const lines = added.map(part => terminatorAt(text, element.start) + indent + part);
    if (written !== undefined) return insertion(position, lines.map(line => `${line},`).join(""));
    const comma = commaOf(list);
    return { start: element.end, end: position, text: comma + text.slice(element.end, position) + lines.join(comma) };
}

function insertLines({ text, elements }: Elements, index: number, added: readonly string[]): Edit {
    const [first] = elements as readonly [Range, ...Range[]];
    const indent = " ".repeat(first.start - lineStart(text, first.start));
    const terminator = terminatorAt(text, first.start);
    const end = elements[index]?.end ?? lineStart(text, first.start);
    // A text of several lines includes the terminator of its last line.
    const nextLine = text.indexOf("\n", end - 1) + 1;
    if (nextLine === 0) return insertion(text.length, added.map(line => terminator + indent + line).join(""));
    return insertion(nextLine, added.map(line => indent + line + terminator).join(""));
}

/** Removes elements with their commas, and lines on which nothing else is. Comments stay. */
export function removeElements(list: Elements, removed: ReadonlySet<number>): Edit[] {
    const { text, elements } = list;
    const ranges: Range[] = [];
    for (const [index, element] of elements.entries()) {
        if (!removed.has(index)) continue;
        const comma = commaBehind(list, element);
        const parts = comma === undefined ? [element] : joinParts(text, element, { start: comma, end: comma + 1 });
        const previous = ranges.at(-1);
        const [first, ...rest] = parts as [Range, ...Range[]];
        // Neighbors are removed as one, with the space between them.
        if (previous) ranges.splice(-1, 1, ...joinParts(text, previous, first), ...rest);
        else ranges.push(...parts);
    }
    const last = elements.at(-1);
    const kept = elements.filter((_element, index) => !removed.has(index)).at(-1);
    // If the list ended without a comma, it still does.
    const comma = last && kept && commaBehind(list, last) === undefined ? commaBehind(list, kept) : undefined;
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
function commaBehind({ text, comments }: Elements, { end }: Range): number | undefined {
    const offset = end + match(comments.gap, text, end).length;
    return text.charAt(offset) === "," ? offset : undefined;
}

function insertion(offset: number, text: string): Edit {
    return { start: offset, end: offset, text };
}
