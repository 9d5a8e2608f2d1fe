import { BROKEN, COMPUTED, type Shape } from "./expression-reader";
import type { Slice, TokenSource } from "./tokens/source";

/** What the syntax of a language allows in an expression. */
export interface ExpressionSyntax {
    /** Names that are operators between values or in front of one: `and`, `instanceof`. */
    readonly operators: ReadonlySet<string>;
    /** Names and symbols behind which anything may follow: a function, a switch. */
    readonly opaque: ReadonlySet<string>;
    /** Names in front of a value that are part of it: `new`. */
    readonly prefixes: ReadonlySet<string>;
    /** Whether strings next to each other are one. */
    readonly joinsStrings: boolean;
    /** Whether braces can follow a value: `Args{...}`, `new Args {...}`. */
    readonly hasBraces: boolean;
    /** Whether a type in parentheses can be in front of a value. */
    readonly hasCasts: boolean;
    /** Symbols behind a value that do not change it: `!` of C#. */
    readonly postfix: ReadonlySet<string>;
    /** Symbols that separate values or statements and are not part of an expression. */
    readonly separators: ReadonlySet<string>;
}

const UNARY: ReadonlySet<string> = new Set(["+", "-", "!", "~", "&", "*", "^", "<-", "++", "--"]);
const OPERATOR = /^[-+*/%&|^<>=!?:@]+$/;
const MEMBER: ReadonlySet<string> = new Set([".", "?.", "::"]);

/** Returns how the top level of an expression is built. Values must alternate with operators: elsewhere, something is missing. */
export function shapeOf(source: TokenSource, { from, to }: Slice, syntax: ExpressionSyntax): Shape {
    const plus: number[] = [];
    let isComputed = false;
    let hasValue = false;
    for (let index = from; index < to; index = source.next(index)) {
        const token = source.tokens[index];
        if (!token || source.next(index) > to) return BROKEN;
        const { kind, text } = token;
        if (syntax.opaque.has(text)) return COMPUTED;
        if (kind === "name" && syntax.operators.has(text)) {
            isComputed = true;
            hasValue = false;
        } else if (kind === "name" && syntax.prefixes.has(text)) {
            if (hasValue) return BROKEN;
        } else if (kind !== "symbol") {
            if (hasValue && !isJoined(source, index, syntax)) {
                if (!isCast(source, index - 1, syntax)) return BROKEN;
                isComputed = true;
            }
            hasValue = true;
        } else if (token.partner !== undefined) {
            if (text === "{" && hasValue && !syntax.hasBraces) return BROKEN;
            hasValue = true;
        } else if (MEMBER.has(text)) {
            if (!hasValue || !isMemberName(source, index + 1, to)) return BROKEN;
            hasValue = false;
        } else if (syntax.separators.has(text)) {
            return BROKEN;
        } else if (hasValue && syntax.postfix.has(text)) {
        } else if (text === "+" && hasValue) {
            plus.push(index);
            hasValue = false;
        } else if (hasValue ? OPERATOR.test(text) : UNARY.has(text)) {
            isComputed = true;
            hasValue = hasValue && (text === "++" || text === "--");
        } else return BROKEN;
    }
    if (!hasValue) return BROKEN;
    return { plus, isComputed, isBroken: false };
}

function isJoined(source: TokenSource, index: number, { joinsStrings }: ExpressionSyntax): boolean {
    const previous = source.tokens[index - 1]?.kind;
    return joinsStrings && source.tokens[index]?.kind === "string" && (previous === "string" || previous === "end of string");
}

function isMemberName(source: TokenSource, index: number, to: number): boolean {
    return index < to && (source.isName(index) || source.is(index, "<"));
}

/** Whether a closing parenthesis ends a cast to a type. */
function isCast(source: TokenSource, closing: number, { hasCasts }: ExpressionSyntax): boolean {
    if (!hasCasts || !source.is(closing, ")")) return false;
    const opening = source.tokens[closing]?.partner ?? closing;
    for (let index = opening + 1; index < closing; index++)
        if (!source.isName(index) && !/^[.<>,?[\]]$/.test(source.textAt(index))) return false;
    return closing > opening + 1;
}
