import type { Slice, TokenSource } from "./source";
import { hasClasses, type Syntax } from "./syntax";
import type { Token } from "./tokens";

const UNARY: ReadonlySet<string> = new Set(["+", "-", "!", "~", "&", "*", "^", "<-", "++", "--"]);
const OPERATOR = /^[-+*/%&|^<>=!?:@]+$/;

/**
 * Returns the indexes of the `+` between the parts of an expression; `computed` if something else connects them. Values must alternate
 * with operators: elsewhere, something is missing, and the tokens are `broken`.
 */
export function shapeOf(source: TokenSource, { from, to }: Slice, syntax: Syntax): readonly number[] | "computed" | "broken" {
    const isPython = syntax.language.name === "python";
    const isGo = syntax.language.name === "go";
    const plus: number[] = [];
    let isComputed = false;
    let hasValue = false;
    for (let index = from; index < to; index = source.next(index)) {
        if (source.next(index) > to) return "broken";
        const { kind, text, partner } = source.tokens[index] as Token;
        if (syntax.opaque.has(text)) return "computed";
        if (syntax.operators.has(text)) {
            isComputed = true;
            hasValue = false;
        } else if (syntax.prefixes.has(text)) {
            if (hasValue) return "broken";
        } else if (kind !== "symbol") {
            if (hasValue && !(isPython && kind === "string" && isString(source, index - 1))) {
                if (!hasClasses(syntax) || !isCast(source, index - 1)) return "broken";
                isComputed = true;
            }
            hasValue = true;
        } else if (partner !== undefined) {
            if (text === "{" && hasValue && isPython) return "broken";
            hasValue ||= text !== (isGo ? "[" : "<"); // a type in front of a name: `[]string{}`, `List.<String>of()`
        } else if (!hasValue) {
            // A shift such as `>>` is more than one token, as brackets can end so.
            if (!UNARY.has(text) && !(text === ">" && source.is(index - 1, ">"))) return "broken";
            isComputed = true;
        } else if (syntax.separators.has(text)) {
            return "broken";
        } else if (text === "." || text === "?." || text === "::") {
            if (!source.isName(index + 1) && !source.is(index + 1, isGo ? "(" : "<")) return "broken"; // `x.(string)`, `List.<String>of()`
            hasValue = false;
        } else if (syntax.postfixes.has(text)) {
            // The value stays the same.
        } else if (text === "+") {
            plus.push(index);
            hasValue = false;
        } else if (OPERATOR.test(text)) {
            isComputed = true;
            hasValue = text === "++" || text === "--";
        } else return "broken";
    }
    if (!hasValue) return "broken";
    return isComputed ? "computed" : plus;
}

function isString(source: TokenSource, index: number): boolean {
    return /string/.test((source.tokens[index] as Token).kind);
}

/** Whether a closing parenthesis ends a cast to a type. */
function isCast(source: TokenSource, closing: number): boolean {
    if (!source.is(closing, ")")) return false;
    const opening = source.tokens[closing]?.partner as number;
    for (let index = opening + 1; index < closing; index++)
        if (!source.isName(index) && !/^[.<>,?[\]]$/.test(source.textAt(index))) return false;
    return closing > opening + 1;
}
