import type { Use } from "../../expression";
import type { TokenSource } from "../tokens/source";
import type { ObjectSyntax } from "./syntax";

/** A name with the members of it that are written behind it. */
export interface Access {
    /** With `*` for an element. */
    readonly path: readonly string[];
    readonly start: number;
    /** The index of the token behind it. */
    readonly to: number;
    /** The method that is called. */
    readonly method?: string;
}

/** Reads a name and its members: `pool`, `this.pool`, `pool.id()` in Java, `pool.Id` in C#. Undefined if the token starts none. */
export function accessAt(source: TokenSource, index: number, { keywords, language }: ObjectSyntax): Access | undefined {
    const first = source.textAt(index);
    if (!source.isName(index) || (keywords.has(first) && first !== "this") || isMember(source, index)) return undefined;
    const path = [first];
    let to = index + 1;
    for (;;) {
        if (source.is(to, ".") && source.isName(to + 1)) {
            const name = source.textAt(to + 1);
            const isCall = source.is(to + 2, "(") || source.is(to + 2, "<");
            const isGetter = language === "java" && isCall && source.closingOf(to + 2) === to + 3;
            if (isCall && !isGetter) return { path, start: source.startOf(index), to: to + 2, method: name };
            path.push(name);
            to += isGetter ? 4 : 2;
        } else if (source.is(to, "[") && source.closingOf(to) > 0) {
            path.push("*");
            to = source.next(to);
        } else return { path, start: source.startOf(index), to };
    }
}

/** Reads a member of a value that is no name: `f().urls` is `[*, urls]`. */
export function memberAt(source: TokenSource, index: number): Access | undefined {
    const isBehindCall = isMember(source, index) && /^[)\]}]$/.test(source.textAt(index - 2));
    if (!source.isName(index) || !isBehindCall || source.is(index + 1, "(")) return undefined;
    return { path: ["*", source.textAt(index)], start: source.startOf(index), to: index + 1 };
}

/** Whether a name is that of a member of something else. */
export function isMember(source: TokenSource, index: number): boolean {
    return /^(?:\.|\?\.|::)$/.test(source.textAt(index - 1));
}

/** Returns what happens with the value of a name. */
export function effectOf(source: TokenSource, index: number, { path, to, method }: Access, syntax: ObjectSyntax): Use["effect"] {
    const member = method ?? (path.length > 1 ? path.at(-1) : undefined);
    if (member !== undefined && syntax.reading.has(member)) return "read";
    if (member !== undefined && syntax.copying.has(member)) return "elements";
    if (method !== undefined) return undefined;
    const [before, after] = [source.textAt(index - 1), source.textAt(to)];
    if (/^(?:==|!=)$/.test(before) || /^(?:==|!=)$/.test(after)) return "read";
    const opening = source.tokens[index]?.parent;
    if (opening === undefined) return undefined;
    if (source.tokens[opening]?.kind === "string") return "read";
    if (!source.is(opening, "(")) return undefined;
    // `for (String url : urls)` and `foreach (var url in urls)`
    const isLoop = /^(?:for|foreach)$/.test(source.textAt(opening - 1)) && (before === ":" || before === "in") && after === ")";
    if (isLoop) return "elements";
    const isJoin = /^(?:join|Join)$/.test(source.textAt(opening - 1)) && /^(?:String|string)$/.test(source.textAt(opening - 3));
    return isJoin && before === "," && after === ")" ? "read" : undefined;
}
