import { type Access, effectOf, memberAt, accessAt as readAccess } from "../tokens/access";
import type { NameCollector } from "../tokens/names";
import type { Slice, TokenSource } from "../tokens/source";
import { classOfSelf, type Scope } from "./scopes";
import { PYTHON } from "./syntax";

/** Reads a name and what is written behind it, with `this` for the instance of a class. Undefined if the token starts none. */
export function accessAt(source: TokenSource, index: number, scope: Scope): Access | undefined {
    const access = readAccess(source, index, PYTHON);
    const isThis = access?.path[0] === "self" && classOfSelf(scope) !== undefined;
    return isThis ? { ...access, path: ["this", ...access.path.slice(1)] } : access;
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
    const access = accessAt(source, index, scope) ?? memberAt(source, index, PYTHON);
    if (!access) return;
    const computed = access.path.indexOf("*", 1);
    const path = computed < 0 ? access.path : access.path.slice(0, computed);
    names.use(path, access.start, computed < 0 ? effectOf(source, index, access, PYTHON) : "elements");
    // The members of an element are fields of another object.
    if (computed > 0 && computed < access.path.length - 1) names.use(access.path.slice(computed), access.start);
}

/** Whether a token is the name of an argument: `name=`. */
function isKeyword(source: TokenSource, index: number): boolean {
    const parent = source.tokens[index]?.parent;
    if (!source.is(index + 1, "=") || parent === undefined || !source.is(parent, "(")) return false;
    return source.is(index - 1, "(") || source.is(index - 1, ",");
}

/** Declares the variables of a comprehension. */
function declareTargets(source: TokenSource, names: NameCollector, index: number, to: number): void {
    const parent = source.tokens[index]?.parent ?? index;
    const scope = source.range({ from: parent, to: source.next(parent) });
    for (let target = index + 1; target < to && !PYTHON.keywords.has(source.textAt(target)); target++) {
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
