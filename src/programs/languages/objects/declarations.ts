import type { Slice, TokenSource } from "../tokens/source";
import { MODIFIERS, type ObjectSyntax } from "./syntax";

/** A declaration of a variable, field, property or method. */
export interface ParsedDeclaration {
    /** The index of the name. */
    readonly name: number;
    readonly modifiers: ReadonlySet<string>;
    /** The type as it is written; empty for a list of names. */
    readonly type: Slice;
    readonly kind: "variable" | "method" | "other";
    /** The tokens of the value. */
    readonly tokens?: Slice;
}

/** Reads the declaration that a statement is. Undefined if it is none. */
export function parseDeclaration(
    source: TokenSource,
    { from, to }: Slice,
    { keywords, language }: ObjectSyntax,
): ParsedDeclaration | undefined {
    const modifiers = new Set<string>();
    let index = from;
    for (; index < to; ) {
        const text = source.textAt(index);
        if (source.is(index, "[") && language === "csharp") index = source.next(index);
        else if (text === "@" && source.isName(index + 1)) {
            index = source.pathAt(index + 1)?.to ?? index + 2;
            if (source.is(index, "(")) index = source.next(index);
        } else if (source.isName(index) && MODIFIERS.has(text)) {
            modifiers.add(text);
            index++;
        } else break;
    }
    const typeFrom = index;
    index = endOfType(source, index, keywords);
    if (index === typeFrom || index >= to || !source.isName(index) || keywords.has(source.textAt(index))) return undefined;
    const declaration = { name: index, modifiers, type: { from: typeFrom, to: index } };
    const next = index + 1;
    if (next === to) return { ...declaration, kind: "variable" };
    if (source.is(next, "(") || source.is(next, "<")) return { ...declaration, kind: "method" };
    if (!source.is(next, "=")) return { ...declaration, kind: "other" };
    const tokens = { from: next + 1, to };
    const isSingle = source.split(tokens).length === 1 && !source.is(to - 1, ",");
    return { ...declaration, kind: "variable", ...(isSingle && { tokens }) };
}

/** Returns the index behind a type: `Output<string>[]`, `List<String>`, `string?`. */
export function endOfType(source: TokenSource, from: number, keywords: ReadonlySet<string>): number {
    const path = source.pathAt(from);
    if (!path || keywords.has(path.names[0] ?? "")) return from;
    let index = path.to;
    if (source.is(index, "<") && source.closingOf(index) > 0) index = source.next(index);
    while (source.is(index, "?") || (source.is(index, "[") && source.closingOf(index) === index + 1)) index = source.next(index);
    return index;
}

/** Types whose values are those that they are initialized with. */
const PLAIN = new Set(
    (
        "Boolean Dictionary HashMap ICollection IDictionary IEnumerable IList IReadOnlyList ImmutableArray ImmutableList Input InputList InputMap " +
        "Integer Iterable List Long Map Object Output String bool boolean int long object string var"
    ).split(" "),
);

/** Whether a variable of a type has the value that it is initialized with: other types may convert it. */
export function isPlainType(source: TokenSource, { from, to }: Slice): boolean {
    const path = source.pathAt(from);
    const name = path?.names.at(-1) ?? "";
    if (name === "char" || name === "Character") return false;
    return PLAIN.has(name) || /Args$/.test(name) || (to > from && source.is(to - 1, "]") && /^(?:String|string|int)$/.test(name));
}
