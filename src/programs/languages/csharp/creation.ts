import type { Slice, TokenSource } from "../tokens/source";

/** An expression that starts with `new`. */
export interface Creation {
    /** The type; empty if it is left out. */
    readonly path: readonly string[];
    readonly isArray: boolean;
    /** The opening parenthesis of the arguments. */
    readonly args?: number;
    /** The opening brace of the initializer. */
    readonly opening?: number;
    /** The index of the token behind it. */
    readonly to: number;
}

/** Reads `new Type<...>[...](...) {...}`, where each part may be left out. */
export function parseCreation(source: TokenSource, { from, to }: Slice): Creation | undefined {
    if (!source.is(from, "new")) return undefined;
    const path = source.pathAt(from + 1);
    let index = path?.to ?? from + 1;
    if (source.is(index, "<") && source.closingOf(index) > 0) index = source.next(index);
    if (source.is(index, "?")) index++;
    const isArray = source.is(index, "[");
    while (source.is(index, "[")) index = source.next(index);
    const parts: { args?: number; opening?: number } = {};
    if (!isArray && source.is(index, "(")) {
        parts.args = index;
        index = source.next(index);
    }
    if (source.is(index, "{") && index < to) {
        parts.opening = index;
        index = source.next(index);
    }
    return index > to ? undefined : { path: path?.names ?? [], isArray, ...parts, to: index };
}
