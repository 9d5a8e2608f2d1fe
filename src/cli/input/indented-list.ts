/**
 * Parses a JSON document that is indented, as Pulumi prints it, and replaces each object in its list of resources or steps by what
 * `reduce` returns, before the next one is parsed: a large document is never in memory as a whole.
 *
 * @returns the document; undefined if it is not indented in this way. Throws a SyntaxError for some of these, and for what is not JSON.
 */
export function parseIndentedList(bytes: Buffer, reduce: (element: unknown) => unknown): unknown {
    const list = findList(bytes);
    if (!list) return undefined;
    const elements = list.elements.map(([start, end]) => reduce(JSON.parse(bytes.toString("utf8", start, end))));
    const rest = bytes.toString("utf8", 0, list.start) + JSON.stringify(PLACEHOLDER) + bytes.toString("utf8", list.end);
    return JSON.parse(rest, (name, value) => (name === list.name && value === PLACEHOLDER ? elements : value));
}

/** Stands for the list while the rest of the document is parsed. */
const PLACEHOLDER = "\0list";

/** A list of objects in a document, and where its brackets and its elements are. */
interface List {
    readonly name: string;
    readonly start: number;
    readonly end: number;
    readonly elements: readonly (readonly [start: number, end: number])[];
}

/** The beginning of the list, up to its first object. */
const BEGINNING = /^(?<outer>[ \t]*)"(?<name>resources|steps)": \[(?<indent>\r?\n[ \t]+)\{/m;

/** The list begins in this part of a document by Pulumi. */
const HEAD_SIZE = 64 * 1024;

/** Finds the objects by their indentation, which works since a line never ends inside a string. */
function findList(bytes: Buffer): List | undefined {
    const beginning = BEGINNING.exec(bytes.toString("latin1", 0, HEAD_SIZE));
    if (!beginning) return undefined;
    const { outer = "", name = "", indent = "" } = beginning.groups ?? {};
    const newline = indent.slice(0, indent.indexOf("\n") + 1);
    const [last, separator, bracket] = [`${indent}}`, `,${indent}{`, `${newline}${outer}]`];
    const startsWith = (text: string, index: number) => bytes.toString("latin1", index, index + text.length) === text;

    const elements: [number, number][] = [];
    let start = beginning.index + beginning[0].length - 1;
    for (;;) {
        const end = bytes.indexOf(last, start) + last.length;
        if (end < start) return undefined; // the object does not end
        elements.push([start, end]);
        if (!startsWith(separator, end)) {
            const listStart = beginning.index + beginning[0].lastIndexOf("[");
            return startsWith(bracket, end) ? { name, start: listStart, end: end + bracket.length, elements } : undefined;
        }
        start = end + separator.length - 1;
    }
}
