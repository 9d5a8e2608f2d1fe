import { words } from "../shared";
import { isMember } from "../tokens/access";
import type { Slice, TokenSource } from "../tokens/source";
import type { Syntax } from "../tokens/syntax";

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

const MODIFIERS = words(
    "abstract async const default extern final file fixed internal native new override partial private protected public readonly ref " +
        "required scoped sealed static strictfp synchronized transient unsafe using virtual volatile",
);

/** Reads the declaration that a statement is. Undefined if it is none. */
export function parseDeclaration(source: TokenSource, { from, to }: Slice, syntax: Syntax): ParsedDeclaration | undefined {
    const modifiers = new Set<string>();
    let index = from;
    while (index < to) {
        const text = source.textAt(index);
        if (text === "[" && source.language === "csharp") index = source.next(index);
        else if (text === "@" && source.isName(index + 1)) {
            index = source.pathAt(index + 1)?.to ?? index + 2;
            if (source.is(index, "(")) index = source.next(index);
        } else if (source.isName(index) && MODIFIERS.has(text)) {
            modifiers.add(text);
            index++;
        } else break;
    }
    const name = endOfType(source, index, syntax);
    if (name === index || name >= to || !source.isName(name) || syntax.keywords.has(source.textAt(name))) return undefined;
    const declaration = { name, modifiers, type: { from: index, to: name } };
    const next = name + 1;
    if (next === to) return { ...declaration, kind: "variable" };
    if (source.is(next, "(") || source.is(next, "<")) return { ...declaration, kind: "method" };
    if (!source.is(next, "=")) return { ...declaration, kind: "other" };
    const tokens = { from: next + 1, to };
    const isSingle = source.split(tokens).length === 1 && !source.is(to - 1, ",");
    return { ...declaration, kind: "variable", ...(isSingle && { tokens }) };
}

/** Returns the index behind a type: `Output<string>[]`, `List<String>`, `string?`. */
export function endOfType(source: TokenSource, from: number, { keywords }: Syntax): number {
    const path = source.pathAt(from);
    if (!path || keywords.has(path.names[0] ?? "")) return from;
    let index = path.to;
    if (source.is(index, "<") && source.closingOf(index) > 0) index = source.next(index);
    while (source.is(index, "?") || (source.is(index, "[") && source.closingOf(index) === index + 1)) index = source.next(index);
    return index;
}

/** Types whose values are those that they are initialized with. */
const PLAIN = words(
    "Boolean Dictionary HashMap ICollection IDictionary IEnumerable IList IReadOnlyList ImmutableArray ImmutableList Input InputList InputMap " +
        "Integer Iterable List Long Map Object Output String bool boolean int long object string var",
);

/** Whether a variable of a type has the value that it is initialized with: other types may convert it. */
export function isPlainType(source: TokenSource, { from }: Slice): boolean {
    const name = source.pathAt(from)?.names.at(-1) ?? "";
    return PLAIN.has(name) || name.endsWith("Args");
}

/** Whether a token is the name of a parameter, loop variable or another variable, or of a method. */
export function isDeclared(source: TokenSource, index: number, syntax: Syntax): boolean {
    const { keywords } = syntax;
    if (keywords.has(source.textAt(index)) || isMember(source, index, syntax)) return false;
    const [before, after] = [source.tokens[index - 1], source.textAt(index + 1)];
    if (/^(?:=>|->)$/.test(after) || isLambdaParameter(source, index)) return true;
    if (before?.kind === "name") return !keywords.has(before.text) || /^(?:let|from|into|join)$/.test(before.text);
    if (before?.text === ">" && before.partner !== undefined) return true;
    if (before?.text === "]") return source.closingOf(before.partner ?? index) === (before.partner ?? 0) + 1 || !/^[.(]$/.test(after);
    if (before?.text === "?" || before?.text === "...") return /^(?:[=;,){]|in|=>)$/.test(after);
    const pattern = before?.text === "}" ? source.textAt((before.partner ?? 0) - 1) : "";
    return /^(?:is|not|case)$/.test(pattern) || isDeconstructed(source, index);
}

/** Whether a token is in the parentheses in front of `->` or `=>`. */
function isLambdaParameter(source: TokenSource, index: number): boolean {
    const parent = source.tokens[index]?.parent;
    if (parent === undefined || !source.is(parent, "(") || !/^[(,]$/.test(source.textAt(index - 1))) return false;
    return /^(?:=>|->)$/.test(source.textAt(source.next(parent)));
}

/** Whether a token is in the parentheses of `var (a, b)`. */
function isDeconstructed(source: TokenSource, index: number): boolean {
    let parent = source.tokens[index]?.parent;
    for (let depth = 0; parent !== undefined && depth < 5; depth++) {
        if (!source.is(parent, "(")) return false;
        if (source.is(parent - 1, "var")) return true;
        parent = source.tokens[parent]?.parent;
    }
    return false;
}

/** Whether a name is that of a member in an initializer, or of an argument. `isBlock` tells braces of statements from others. */
export function isLabel(source: TokenSource, index: number, isBlock: (opening: number) => boolean): boolean {
    const parent = source.tokens[index]?.parent;
    if (parent === undefined || !/^[({[,]$/.test(source.textAt(index - 1))) return false;
    if (source.is(index + 1, ":") && source.is(parent, "(")) return true;
    return source.is(index + 1, "=") && source.is(parent, "{") && !isBlock(parent);
}

/** Whether a name is in the parentheses of `(a, b) = ...`. */
export function isAssignedTuple(source: TokenSource, index: number): boolean {
    const parent = source.tokens[index]?.parent;
    return parent !== undefined && source.is(parent, "(") && source.is(source.next(parent), "=");
}
