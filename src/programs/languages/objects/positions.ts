import type { TokenSource } from "../tokens/source";
import { isMember } from "./occurrences";

/** The number of tokens in the name of an annotation. */
const MAX_PATH = 20;

/** Whether a token is the name of a parameter, loop variable or another variable, or of a method. */
export function isDeclared(source: TokenSource, index: number, keywords: ReadonlySet<string>): boolean {
    if (keywords.has(source.textAt(index)) || isMember(source, index)) return false;
    const [before, after] = [source.tokens[index - 1], source.textAt(index + 1)];
    if (/^(?:=>|->)$/.test(after) || isLambdaParameter(source, index)) return true;
    if (before?.kind === "name") return !keywords.has(before.text) || /^(?:let|from|into|join)$/.test(before.text);
    if (before?.text === ">" && before.partner !== undefined) return true;
    if (before?.text === "]") return source.closingOf(before.partner ?? index) === (before.partner ?? 0) + 1 || !/^[.(]$/.test(after);
    if (before?.text === "?" || before?.text === "...") return /^(?:[=;,){]|in|=>)$/.test(after);
    const pattern = before?.text === "}" ? source.textAt((before.partner ?? 0) - 1) : "";
    if (pattern === "is" || pattern === "not" || pattern === "case") return true;
    return isDeconstructed(source, index);
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
    if (!source.is(index + 1, "=")) return false;
    return source.is(parent, "{") ? !isBlock(parent) : source.is(parent, "(") && isAnnotation(source, parent);
}

/** Whether a name is in the parentheses of `(a, b) = ...`. */
export function isAssignedTuple(source: TokenSource, index: number): boolean {
    const parent = source.tokens[index]?.parent;
    return parent !== undefined && source.is(parent, "(") && source.is(source.next(parent), "=");
}

/** Whether parentheses are those of an annotation: `@Export(name = "id")`. */
function isAnnotation(source: TokenSource, opening: number): boolean {
    let index = opening - 1;
    while (source.isName(index) && source.is(index - 1, ".") && index > opening - MAX_PATH) index -= 2;
    return source.isName(index) && source.is(index - 1, "@");
}
