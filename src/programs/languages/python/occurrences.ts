import type { Use } from "../../expression";
import type { NameCollector } from "../declarations";
import type { Slice, TokenSource } from "../tokens/source";
import { classOfSelf, type Scope } from "./scopes";
import { COPYING_FUNCTIONS, COPYING_METHODS, KEYWORDS, READING_FUNCTIONS, READING_METHODS } from "./syntax";

/** A name with the members and elements of it that are written behind it. */
export interface Access {
    /** With `*` for an element whose key is computed. */
    readonly path: readonly string[];
    readonly start: number;
    /** The index of the token behind it. */
    readonly to: number;
    /** The method that is called. */
    readonly method?: string;
}

/** Reads a name and what is written behind it. Undefined if the token starts none. */
export function accessAt(source: TokenSource, index: number, scope: Scope): Access | undefined {
    const first = source.textAt(index);
    if (!source.isName(index) || KEYWORDS.has(first) || source.is(index - 1, ".")) return undefined;
    const path = [first === "self" && classOfSelf(scope) ? "this" : first];
    let to = index + 1;
    for (;;) {
        if (source.is(to, ".") && source.isName(to + 1)) {
            const name = source.textAt(to + 1);
            to += 2;
            if (source.is(to, "(")) return { path, start: source.startOf(index), to, method: name };
            path.push(name);
        } else if (source.is(to, "[") && source.closingOf(to) > 0) {
            path.push(elementOf(source, to));
            to = source.next(to);
        } else return { path, start: source.startOf(index), to };
    }
}

/** Reads a member of a value that is no name: `f().urls` is `[*, urls]`. */
export function memberAt(source: TokenSource, index: number): Access | undefined {
    if (!source.isName(index) || !source.is(index - 1, ".") || !/^[)\]}]$/.test(source.textAt(index - 2))) return undefined;
    // The elements of a name are read with it.
    const isElement = source.is(index - 2, "]") && accessEnds(source, source.tokens[index - 2]?.partner ?? 0);
    if (isElement) return undefined;
    const isCalled = source.is(index + 1, "(");
    return {
        path: isCalled ? ["*"] : ["*", source.textAt(index)],
        start: source.startOf(index),
        to: index + 1,
        ...(isCalled && { method: source.textAt(index) }),
    };
}

/** Whether a bracket is behind a name, so that it is read as an element of it. */
function accessEnds(source: TokenSource, opening: number): boolean {
    return source.isName(opening - 1) || source.is(opening - 1, "]");
}

/** Returns the key of an element, or `*` if that is computed. */
function elementOf(source: TokenSource, opening: number): string {
    const token = source.tokens[opening + 1];
    if (!token || source.closingOf(opening) !== source.next(opening + 1)) return "*";
    if (token.kind === "number") return /^(?:0|[1-9]\d*)$/.test(token.text) ? token.text : "*";
    const [content, ...others] = token.string?.parts ?? [];
    return typeof content === "string" && others.length === 0 && content !== "*" ? content : "*";
}

/** Notes the uses of names, and the names that are declared in expressions. */
export function readUses(source: TokenSource, names: NameCollector, { from, to }: Slice, scope: Scope): void {
    for (let index = from; index < to; index++) {
        const text = source.textAt(index);
        if (!source.isName(index)) continue;
        if (text === "for" && source.tokens[index]?.parent !== undefined) declareTargets(source, names, index, to);
        else if (text === "lambda") declareParameters(source, names, index, { from, to });
        else if (source.is(index + 1, ":=")) names.declare(text, scope, source.startOf(index));
        else if (!isKeyword(source, index)) readUse(source, names, index, scope);
    }
}

function readUse(source: TokenSource, names: NameCollector, index: number, scope: Scope): void {
    const access = accessAt(source, index, scope) ?? memberAt(source, index);
    if (!access) return;
    const computed = access.path.indexOf("*", 1);
    const path = computed < 0 ? access.path : access.path.slice(0, computed);
    names.use(path, access.start, computed < 0 ? effectOf(source, index, access) : "elements");
    // The members of an element are fields of another object.
    if (computed > 0 && computed < access.path.length - 1) names.use(access.path.slice(computed), access.start);
}

/** Whether a token is the name of an argument: `name=`. */
function isKeyword(source: TokenSource, index: number): boolean {
    const parent = source.tokens[index]?.parent;
    if (!source.is(index + 1, "=") || parent === undefined || !source.is(parent, "(")) return false;
    return source.is(index - 1, "(") || source.is(index - 1, ",");
}

function effectOf(source: TokenSource, index: number, { to, method }: Access): Use["effect"] {
    if (method !== undefined) return READING_METHODS.has(method) ? "read" : COPYING_METHODS.has(method) ? "elements" : undefined;
    const [before, after] = [source.textAt(index - 1), source.textAt(to)];
    if (/^(?:==|!=|<|>|<=|>=)$/.test(before) || /^(?:==|!=|<|>|<=|>=|in|not|is)$/.test(after)) return "read";
    if (before === "in") return "elements";
    if (/^(?:not|if|elif|while|assert)$/.test(before) && /^(?:|:|and|or|else)$/.test(after)) return "read";
    const opening = source.tokens[index]?.parent;
    if (opening === undefined) return undefined;
    // A value in a string, or the only argument of a function.
    if (source.tokens[opening]?.kind === "string") return "read";
    if (opening !== index - 1 || source.closingOf(opening) !== to || !source.is(opening, "(")) return undefined;
    const called = source.textAt(opening - 1);
    if (source.is(opening - 2, ".")) return called === "join" ? "read" : undefined;
    return READING_FUNCTIONS.has(called) ? "read" : COPYING_FUNCTIONS.has(called) ? "elements" : undefined;
}

/** Declares the variables of a comprehension. */
function declareTargets(source: TokenSource, names: NameCollector, index: number, to: number): void {
    const parent = source.tokens[index]?.parent ?? index;
    const scope = source.range({ from: parent, to: source.next(parent) });
    for (let target = index + 1; target < to && !KEYWORDS.has(source.textAt(target)); target++) {
        if (source.isName(target) && !source.is(target - 1, ".")) names.declare(source.textAt(target), scope, source.startOf(target));
    }
}

function declareParameters(source: TokenSource, names: NameCollector, index: number, statement: Slice): void {
    const parent = source.tokens[index]?.parent;
    const scope = source.range(parent === undefined ? statement : { from: parent, to: source.next(parent) });
    for (let target = index + 1; target < statement.to && !source.is(target, ":"); target = source.next(target)) {
        // A function in the default of a parameter would hide where the parameters end.
        if (source.is(target, "lambda")) {
            names.isOpaque = true;
            return;
        }
        const isParameter = /^(?:lambda|[,*]|\*\*)$/.test(source.textAt(target - 1));
        if (source.isName(target) && isParameter) names.declare(source.textAt(target), scope, source.startOf(target));
    }
}
