import { words } from "../shared";
import { isMember } from "../tokens/access";
import type { Slice, TokenSource } from "../tokens/source";
import type { Syntax } from "../tokens/syntax";

/** A declaration of a variable, field, property or method. */
export interface ParsedDeclaration {
    /** The index of the name. */
    readonly name: number;
    readonly modifiers: ReadonlySet<string>;
    /** The name of the type, without its arguments. */
    readonly type: readonly string[];
    /** The tokens of the value. */
    readonly tokens?: Slice;
    /** The indexes of the other names: `String a = "x", b = "y"`. */
    readonly others: readonly number[];
}

const MODIFIERS = words(
    "abstract async const default extern final file fixed internal native new override partial private protected public readonly ref " +
        "required scoped sealed static strictfp synchronized transient unsafe using virtual volatile",
);

/** Reads the declaration that a statement is. Undefined if it is none. */
export function parseDeclaration(source: TokenSource, { from, to }: Slice, syntax: Syntax): ParsedDeclaration | undefined {
    const modifiers = new Set<string>();
    let index = from;
    for (;;) {
        const text = source.textAt(index);
        const annotation = text === "@" ? source.pathAt(index + 1) : undefined;
        if (text === "[") index = source.next(index);
        else if (annotation) index = source.is(annotation.to, "(") ? source.next(annotation.to) : annotation.to;
        else if (MODIFIERS.has(text)) {
            modifiers.add(text);
            index++;
        } else break;
    }
    const type = source.pathAt(index)?.names ?? [];
    const name = endOfType(source, index, syntax);
    if (!source.isName(name) || syntax.keywords.has(source.textAt(name))) return undefined;
    const hasValue = source.is(name + 1, "=");
    const isList = hasValue || source.is(name + 1, ",");
    const others = isList ? source.split({ from: name, to }).slice(1) : [];
    return {
        name,
        modifiers,
        type,
        ...(hasValue && { tokens: { from: name + 2, to } }),
        others: others.map(({ from }) => from),
    };
}

/** Returns the index behind a type: `Output<string>[]`, `List<String>`, `string?`. */
export function endOfType(source: TokenSource, from: number, { keywords }: Syntax): number {
    const path = source.pathAt(from);
    if (!path || keywords.has(source.textAt(from))) return from;
    let index = path.to;
    if (source.is(index, "<")) index = source.next(index);
    while (source.is(index, "?") || source.is(index, "[")) index = source.next(index);
    return index;
}

/** Returns the index of the token in front of the type that ends with a token; undefined if no type does. */
export function frontOfType(source: TokenSource, end: number): number | undefined {
    let index = end;
    if (source.is(index, ">")) index = (source.tokens[index]?.partner ?? index) - 1;
    while (source.is(index - 1, ".") || source.is(index - 1, "::")) index -= 2;
    return source.isName(index) ? index - 1 : undefined;
}

/** Types whose values are those that they are initialized with. */
const PLAIN = words(
    "Boolean Dictionary HashMap ICollection IDictionary IEnumerable IList IReadOnlyList ImmutableArray ImmutableList Input InputList InputMap " +
        "Integer Iterable List Long Map Object Output String bool boolean int long object string var",
);

/** Whether a variable of a type has the value that it is initialized with: other types may convert it. */
export function isPlainType(type: readonly string[]): boolean {
    const name = type.at(-1) ?? "";
    return PLAIN.has(name) || name.endsWith("Args");
}

const ARROWS = words("=> ->");
/** The keywords of queries in front of the name that they declare. */
const QUERIES = words("let from into join");
const PATTERNS = words("is not and or case");
/** What follows the name of a parameter or loop variable, unlike a value of a condition. */
const AFTER_PARAMETER = words(", ) in");

/**
 * Whether a token is the name of a parameter, loop variable or another variable, or of a method. `isBlock` tells braces of statements from
 * others.
 */
export function isDeclared(source: TokenSource, index: number, syntax: Syntax, isBlock: (opening: number) => boolean): boolean {
    const { keywords } = syntax;
    if (keywords.has(source.textAt(index)) || isMember(source, index, syntax)) return false;
    const after = source.textAt(index + 1);
    if (ARROWS.has(after) || isLambdaParameter(source, index)) return true;
    const { kind, text = "", partner } = source.tokens[index - 1] ?? {};
    if (kind === "name") return !keywords.has(text) || QUERIES.has(text);
    if (text === "?" || text === "...") return AFTER_PARAMETER.has(after);
    if (partner === undefined) return false;
    if (text === ")") return isPattern(source, partner);
    if (text === "]") return partner === index - 2;
    return text === ">" || (text === "}" && !isBlock(partner));
}

/** Whether an opening bracket is that of a pattern: `is (0, _) x`, `case Point(0, 0) x`. */
export function isPattern(source: TokenSource, opening: number): boolean {
    const front = frontOfType(source, opening - 1) ?? opening - 1;
    return PATTERNS.has(source.textAt(front)) || PATTERNS.has(source.textAt(opening - 1));
}

/** Whether a token is in the parentheses in front of `->` or `=>`. */
function isLambdaParameter(source: TokenSource, index: number): boolean {
    const isWhole = source.is(index + 1, ",") || source.is(index + 1, ")");
    const opening = isWhole ? openingOfPart(source, index, "(") : undefined;
    return opening !== undefined && ARROWS.has(source.textAt(source.next(opening)));
}

/** Whether a name is that of an argument. */
export function isArgumentName(source: TokenSource, index: number): boolean {
    return source.is(index + 1, ":") && openingOfPart(source, index, "(") !== undefined;
}

/** Whether a name is that of a member in an initializer of C#. */
export function isMemberName(source: TokenSource, index: number, isBlock: (opening: number) => boolean): boolean {
    const opening = openingOfPart(source, index, "{");
    return opening !== undefined && source.language === "csharp" && source.is(index + 1, "=") && !isBlock(opening);
}

/** Returns the opening bracket of a kind one of whose parts starts with a token: `a` and `b` in `(a.x, b)`. */
function openingOfPart(source: TokenSource, index: number, bracket: string): number | undefined {
    const parent = source.tokens[index]?.parent;
    const isFirst = parent === index - 1 || source.is(index - 1, ",");
    return parent !== undefined && isFirst && source.is(parent, bracket) ? parent : undefined;
}
