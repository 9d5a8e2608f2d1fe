/** A part of a text, from the offset of its first character to the offset behind its last. */
export interface Range {
    readonly start: number;
    readonly end: number;
}

/** A value as a program writes it. */
export type Value = Scalar | List | Block | Computed;

/** A string, number or boolean that is written out; null is `null`, `undefined` or nothing. */
export interface Scalar extends Range {
    readonly kind: "scalar";
    readonly value: string | number | boolean | null;
    /** The quote that the value is in; empty if it is in none. */
    readonly quote: string;
}

/** Where the elements of a list or block are: between brackets, or on lines of their own as in YAML. */
type Layout = "brackets" | "lines";

export interface List extends Range {
    readonly kind: "list";
    readonly layout: Layout;
    readonly items: readonly Item[];
}

/** Named values: an object of JavaScript or a mapping of YAML. */
export interface Block extends Range {
    readonly kind: "block";
    readonly layout: Layout;
    readonly members: readonly Member[];
}

/** A value that only a run of the program shows. */
export interface Computed extends Range {
    readonly kind: "computed";
}

export interface Item extends Range {
    readonly value: Value;
}

export interface Member extends Range {
    /** Undefined for one that may set any property, such as a spread. */
    readonly name?: string;
    /** The key; absent for a spread. */
    readonly key?: Range;
    readonly value: Value;
}

/** How a language writes values and comments. */
export interface Syntax {
    /** Prints a value, strings in this quote if possible; an empty quote is none. */
    print(value: unknown, quote: string): string;
    /** Matches white space and comments. */
    readonly gap: RegExp;
    /** Matches a comment and the rest of its line. */
    readonly lineTail: RegExp;
    /** The quote of a string where no other string shows one. */
    readonly quote: string;
}

/** Returns a value that is written out completely; undefined if a part of it is computed. */
export function literalOf(value: Value): { readonly literal: unknown } | undefined {
    switch (value.kind) {
        case "scalar":
            return { literal: value.value };
        case "list": {
            const items = value.items.flatMap(item => literalOf(item.value) ?? []);
            return items.length === value.items.length ? { literal: items.map(({ literal }) => literal) } : undefined;
        }
        case "block": {
            const members = value.members.flatMap(({ name, value }) => {
                const found = literalOf(value);
                return name !== undefined && found ? [[name, found.literal] as const] : [];
            });
            return members.length === value.members.length ? { literal: Object.fromEntries(members) } : undefined;
        }
        case "computed":
            return undefined;
    }
}

/** Whether a value is an object and not a list. */
export function isObject(value: unknown): value is object {
    return value instanceof Object && !Array.isArray(value);
}

/** Returns the offset at which a line starts. */
export function lineStart(text: string, offset: number): number {
    return Math.max(text.lastIndexOf("\n", offset - 1), text.lastIndexOf("\r", offset - 1)) + 1;
}

/** Returns the offset of the terminator of a line, or the end of the text. */
export function lineEnd(text: string, offset: number): number {
    const length = text.slice(offset).search(/[\r\n]/);
    return length < 0 ? text.length : offset + length;
}

/** Returns the terminator of a line; if that is the last one, the terminator before it. */
export function terminatorAt(text: string, offset: number): string {
    const [terminator] = /^(?:\r\n|\n|\r)/.exec(text.slice(lineEnd(text, offset))) ??
        /(?:\r\n|\n|\r)$/.exec(text.slice(0, lineStart(text, offset))) ?? ["\n"];
    return terminator;
}

/** Returns the white space before an offset, if nothing else is before it on its line. */
export function indentOf(text: string, offset: number): string | undefined {
    const before = text.slice(lineStart(text, offset), offset);
    return /^[ \t]*$/.test(before) ? before : undefined;
}

/** Extends a range to its line if nothing else is on it, and otherwise by the space on one side, so that it can be removed. */
export function withSpace(text: string, { start, end }: Range): Range {
    const indent = indentOf(text, start);
    const behind = end + match(/[ \t]*/y, text, end).length;
    const isLineEnd = behind === lineEnd(text, end);
    if (indent !== undefined && isLineEnd) {
        const before = start - indent.length;
        if (behind === text.length)
            return { start: before - (/(?:\r\n|\n|\r)?$/.exec(text.slice(0, before))?.[0].length ?? 0), end: behind };
        return { start: before, end: behind + match(/\r\n|\n|\r/y, text, behind).length };
    }
    if (indent === undefined && (isLineEnd || /[\])}]/.test(text.charAt(behind))))
        return { start: start - (/[ \t]*$/.exec(text.slice(0, start))?.[0].length ?? 0), end };
    return { start, end: behind };
}

/** Returns what a sticky expression matches at an offset; empty if it does not match. */
export function match(sticky: RegExp, text: string, offset: number): string {
    sticky.lastIndex = offset;
    return sticky.exec(text)?.[0] ?? "";
}
