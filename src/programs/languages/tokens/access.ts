import type { Use } from "../../expression";
import type { TokenSource } from "./source";
import { hasClasses, type Syntax } from "./syntax";

/** A name with the members and elements of it that are written behind it. */
export interface Access {
    /** As in {@link Use}, with `*` for an element whose key is computed. */
    readonly path: readonly string[];
    readonly start: number;
    /** The index of the token behind it. */
    readonly to: number;
    /** The method that is called. */
    readonly method?: string;
}

/** Reads a name and what is written behind it: `urls`, `this.pool`, `urls[0]`, `pool.id()`. Undefined if the token starts none. */
export function accessAt(source: TokenSource, index: number, syntax: Syntax): Access | undefined {
    const first = source.textAt(index);
    const isKeyword = first !== "this" && syntax.keywords.has(first);
    if (!source.isName(index) || isKeyword || isMember(source, index, syntax)) return undefined;
    const path = [first];
    const start = source.startOf(index);
    let to = index + 1;
    for (;;) {
        if (source.is(to, ".") && source.isName(to + 1)) {
            const name = source.textAt(to + 1);
            const isCall = source.is(to + 2, "(") || (hasClasses(syntax) && source.is(to + 2, "<"));
            // A method without arguments can be a member: each one of Java, `ID` of Go.
            const canBeMember = source.language === "java" || (source.language === "go" && name === "ID");
            const isGetter = isCall && canBeMember && source.closingOf(to + 2) === to + 3;
            if (isCall && !isGetter) return { path, start, to: to + 2, method: name };
            path.push(isGetter && name === "ID" ? "id" : name);
            to += isGetter ? 4 : 2;
        } else if (source.is(to, "[")) {
            const key = hasClasses(syntax) ? undefined : keyAt(source, to);
            if (key === undefined && source.language === "go") return { path, start, to };
            path.push(key ?? "*");
            to = source.next(to);
        } else return { path, start, to };
    }
}

/** Returns the key of an element; undefined if it is computed. */
function keyAt(source: TokenSource, opening: number): string | undefined {
    const token = source.tokens[opening + 1];
    if (!token || source.closingOf(opening) !== source.next(opening + 1)) return undefined;
    if (token.kind === "number") return /^(?:0|[1-9]\d*)$/.test(token.text) ? token.text : undefined;
    const [content, ...others] = token.string?.parts ?? [];
    return typeof content === "string" && others.length === 0 && content !== "*" ? content : undefined;
}

/** Reads a member of a value that is no name: `f().urls` is `[*, urls]`. */
export function memberAt(source: TokenSource, index: number, syntax: Syntax): Access | undefined {
    const isBehindValue = isMember(source, index, syntax) && /[)\]}]/.test(source.textAt(index - 2));
    if (!source.isName(index) || !isBehindValue || source.is(index + 1, "(")) return undefined;
    const opening = source.tokens[index - 2]?.partner ?? 0;
    const isElement = source.is(opening, "[") && (source.isName(opening - 1) || source.is(opening - 1, "]"));
    if (isElement) return undefined; // the elements of a name are read with it
    return { path: ["*", source.textAt(index)], start: source.startOf(index), to: index + 1 };
}

/** Whether a name is that of a member of something else. */
export function isMember(source: TokenSource, index: number, syntax: Syntax): boolean {
    return (hasClasses(syntax) ? /^(?:\.|\?\.|::)$/ : /^\.$/).test(source.textAt(index - 1));
}

/** Returns what happens with the value of a name. */
export function effectOf(source: TokenSource, index: number, access: Access, syntax: Syntax): Use["effect"] {
    const { path, to, method } = access;
    const member = method ?? (hasClasses(syntax) && path.length > 1 ? path.at(-1) : undefined) ?? "";
    if (syntax.reading.has(member)) return "read";
    if (syntax.copying.has(member)) return "elements";
    if (method !== undefined) return undefined;
    const isCompared = /[=!]=/.test(source.textAt(index - 1)) || /[=!]=/.test(source.textAt(to));
    const parent = source.tokens[index]?.parent ?? -1;
    if (isCompared || source.tokens[parent]?.kind === "string") return "read"; // or a value in a string
    return syntax.effectAround(source, index, access);
}
