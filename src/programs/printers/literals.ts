/** Code that is printed as it is, such as a reference to another resource. */
export class Expression {
    constructor(readonly code: string) {}
}

interface Syntax {
    readonly key: (name: string) => string;
    readonly trailingComma: string;
    /** Whether a text that is too long for the line of its key goes to the next line. */
    readonly breaksBeforeText: boolean;
}

const TYPESCRIPT: Syntax = {
    key: name => (/^[A-Za-z_$][\w$]*$/.test(name) ? name : JSON.stringify(name)),
    trailingComma: ",",
    breaksBeforeText: true,
};
const JSON_SYNTAX: Syntax = { key: name => JSON.stringify(name), trailingComma: "", breaksBeforeText: false };

const INDENT = "    ";

/** The maximum length of a line. */
const WIDTH = 100;

/** Prints an object as Prettier formats it in TypeScript: its members on lines of their own, what is in them on one line if it fits. */
export function printTypeScript(value: object): string {
    return print(value, { syntax: TYPESCRIPT, indent: "", used: 0, expandedLevels: 1 });
}

/** Prints a value as JSON: the members of the first levels on lines of their own, what is below on one line if it fits. */
export function printJson(value: unknown, expandedLevels = 0): string {
    return print(value, { syntax: JSON_SYNTAX, indent: "", used: 0, expandedLevels });
}

/** Prints a value as JSON on one line. */
export function printJsonLine(value: unknown): string {
    return printLine(value, JSON_SYNTAX);
}

interface Position {
    readonly syntax: Syntax;
    readonly indent: string;
    /** The characters of the line that are not part of the value. */
    readonly used: number;
    readonly expandedLevels: number;
}

function print(value: unknown, { syntax, indent, used, expandedLevels }: Position): string {
    const line = printLine(value, syntax);
    if (!isNested(value) || isEmpty(value)) return line;
    if (expandedLevels <= 0 && used + line.length <= WIDTH && !mustExpand(value)) return line;
    const inner = indent + INDENT;
    const members = entriesOf(value, syntax).map(([key, member]) => {
        const used = inner.length + key.length + 1; // the comma
        const printed = print(member, { syntax, indent: inner, used, expandedLevels: expandedLevels - 1 });
        const isTooLong = syntax.breaksBeforeText && key !== "" && typeof member === "string" && used + printed.length > WIDTH;
        return inner + (isTooLong ? `${key.trimEnd()}\n${inner}${INDENT}${printed}` : key + printed);
    });
    const [open, close] = bracketsOf(value);
    return `${open}\n${members.join(",\n")}${syntax.trailingComma}\n${indent}${close}`;
}

function printLine(value: unknown, syntax: Syntax): string {
    if (value instanceof Expression) return value.code;
    if (!isNested(value)) return quote(value);
    const [open, close] = bracketsOf(value);
    if (isEmpty(value)) return open + close;
    const members = entriesOf(value, syntax).map(([key, member]) => key + printLine(member, syntax));
    const space = Array.isArray(value) ? "" : " ";
    return open + space + members.join(", ") + space + close;
}

/** Characters that a reader could not see. */
const INVISIBLE = /[\p{Cf}\p{Zl}\p{Zp}\u00a0]/gu;

/** Prints a text in double quotes, or a number or boolean without, as TypeScript, JSON and YAML read it. Escapes invisible characters. */
export function quote(value: unknown): string {
    return JSON.stringify(value).replace(INVISIBLE, character => {
        const units = [...Array(character.length).keys()].map(index => character.charCodeAt(index));
        return units.map(unit => `\\u${unit.toString(16).padStart(4, "0")}`).join("");
    });
}

function isNested(value: unknown): value is object {
    return typeof value === "object" && value !== null && !(value instanceof Expression);
}

function isEmpty(value: object): boolean {
    return Object.keys(value).length === 0;
}

/** Prettier puts each element on lines of its own if all of several elements are objects with several members. */
function mustExpand(value: object): boolean {
    return Array.isArray(value) && value.length > 1 && value.every(element => isNested(element) && Object.keys(element).length > 1);
}

function bracketsOf(value: object): readonly [string, string] {
    return Array.isArray(value) ? ["[", "]"] : ["{", "}"];
}

/** The members of a list or an object, each with what is printed in front of it. */
function entriesOf(value: object, { key }: Syntax): readonly (readonly [string, unknown])[] {
    if (Array.isArray(value)) return value.map(element => ["", element] as const);
    return Object.entries(value)
        .filter(([, member]) => member !== undefined)
        .map(([name, member]) => [`${key(name)}: `, member] as const);
}
