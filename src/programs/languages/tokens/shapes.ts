import type { Slice, TokenSource } from "./source";
import { hasClasses, type Syntax } from "./syntax";

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
        const token = source.tokens[index];
        if (!token || source.next(index) > to) return "broken";
        const { kind, text } = token;
        if (syntax.opaque.has(text)) return "computed";
        if (kind === "name" && syntax.operators.has(text)) {
            isComputed = true;
            hasValue = false;
        } else if (kind === "name" && syntax.prefixes.has(text)) {
            if (hasValue) return "broken";
        } else if (kind !== "symbol") {
            if (hasValue && !(isPython && isString(source, index) && isString(source, index - 1))) {
                if (!hasClasses(syntax) || !isCast(source, index - 1)) return "broken";
                isComputed = true;
            }
            hasValue = true;
        } else if (token.partner !== undefined) {
            if (text === "{" && hasValue && isPython) return "broken";
            hasValue ||= !(isGo && text === "["); // the start of a type
        } else if (text === "." || text === "?." || text === "::") {
            const isMember = index + 1 < to && (source.isName(index + 1) || source.is(index + 1, isGo ? "(" : "<"));
            if (!hasValue || !isMember) return "broken";
            hasValue = false;
        } else if (syntax.separators.has(text)) {
            return "broken";
        } else if (hasValue && syntax.postfixes.has(text)) {
        } else if (text === "+" && hasValue) {
            plus.push(index);
            hasValue = false;
        } else if (hasValue ? OPERATOR.test(text) : UNARY.has(text)) {
            isComputed = true;
            hasValue = hasValue && (text === "++" || text === "--");
        } else return "broken";
    }
    if (!hasValue) return "broken";
    return isComputed ? "computed" : plus;
}

function isString(source: TokenSource, index: number): boolean {
    return /string$/.test(source.tokens[index]?.kind ?? "");
}

/** Whether a closing parenthesis ends a cast to a type. */
function isCast(source: TokenSource, closing: number): boolean {
    if (!source.is(closing, ")")) return false;
    const opening = source.tokens[closing]?.partner ?? closing;
    for (let index = opening + 1; index < closing; index++)
        if (!source.isName(index) && !/^[.<>,?[\]]$/.test(source.textAt(index))) return false;
    return closing > opening + 1;
}
