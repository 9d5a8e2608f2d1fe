import type { Use } from "../../expression";
import type { TokenSource } from "../tokens/source";
import { KEYWORDS } from "./syntax";

/** A name with the fields and elements of it that are written behind it. */
export interface Access {
    readonly path: readonly string[];
    readonly start: number;
    /** The index of the token behind it. */
    readonly to: number;
    /** The method that is called. */
    readonly method?: string;
}

/** Functions that only look at their arguments. */
const READING = /^(?:len|cap|strings\.Join|strings\.Contains|slices\.Contains|fmt\.(?:Sprintf|Printf|Println|Errorf|Print))$/;

/** Reads a name and what is written behind it: `urls`, `pool.Name`, `urls[0]`, `pool.ID()`. Undefined if the token starts none. */
export function accessAt(source: TokenSource, index: number): Access | undefined {
    const first = source.textAt(index);
    if (!source.isName(index) || KEYWORDS.has(first) || source.is(index - 1, ".")) return undefined;
    const path = [first];
    let to = index + 1;
    for (;;) {
        if (source.is(to, ".") && source.isName(to + 1)) {
            const name = source.textAt(to + 1);
            if (source.is(to + 2, "(")) {
                if (name !== "ID" || source.closingOf(to + 2) !== to + 3)
                    return { path, start: source.startOf(index), to: to + 2, method: name };
                path.push("id");
                to += 4;
            } else {
                path.push(name);
                to += 2;
            }
        } else if (source.is(to, "[") && source.closingOf(to) > 0) {
            const key = keyOf(source, to);
            if (key === undefined) return { path, start: source.startOf(index), to };
            path.push(key);
            to = source.next(to);
        } else return { path, start: source.startOf(index), to };
    }
}

/** Returns the key of an element that is written out. */
function keyOf(source: TokenSource, opening: number): string | undefined {
    if (source.closingOf(opening) !== source.next(opening + 1)) return undefined;
    const token = source.tokens[opening + 1];
    if (token?.kind === "number" && /^(?:0|[1-9]\d*)$/.test(token.text)) return token.text;
    const [content, ...others] = token?.string?.parts ?? [];
    return typeof content === "string" && others.length === 0 && content !== "*" ? content : undefined;
}

/** Returns what happens with the value of a name. */
export function effectOf(source: TokenSource, index: number, { to, method }: Access): Use["effect"] {
    if (method !== undefined) return undefined;
    const [before, after] = [source.textAt(index - 1), source.textAt(to)];
    if (/^(?:==|!=)$/.test(before) || /^(?:==|!=)$/.test(after)) return "read";
    if (before === "range") return "elements";
    const opening = source.tokens[index]?.parent;
    if (opening === undefined || !source.is(opening, "(")) return undefined;
    const isPackage = source.is(opening - 2, ".");
    const called = `${isPackage ? `${source.textAt(opening - 3)}.` : ""}${source.textAt(opening - 1)}`;
    if (!READING.test(called) || source.is(isPackage ? opening - 4 : opening - 2, ".")) return undefined;
    return /^[(,]$/.test(before) && /^[,)]$/.test(after) ? "read" : undefined;
}
