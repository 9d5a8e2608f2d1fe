import { escapeControlCharacters } from "../../../util/escape";

/** The punctuation around a word. */
const WORD = /^(["(]*)(.*?)([").,;:?]*)$/s;

/** A word or a number, in which nothing has a meaning in Markdown, or for GitHub and GitLab, such as `@name`, `#1` and `www.` have. */
const PLAIN = /^(?:\p{L}+(?:['’-]\p{L}+)*|\d{1,6})$/u;

/** The name of a property: `callbackUrls`. */
const PROPERTY = /^[a-z]+[A-Z]/;

/** Writes a text for the cell of a table, so that it is shown as it is: plain words as text, everything else as code. */
export function literalText(text: string): string {
    return escapeControlCharacters(text)
        .split(" ")
        .map(token =>
            token.replace(WORD, (_token, before: string, word: string, after: string) => {
                return before + (PLAIN.test(word) && !PROPERTY.test(word) ? word : literalCode(word)) + after;
            }),
        )
        .join(" ");
}

/** Writes a text as code for the cell of a table. A pipe would end the cell, also in code, and goes between two pieces of code. */
export function literalCode(text: string): string {
    return escapeControlCharacters(text)
        .split("|")
        .map(part => (part === "" ? "" : codeSpan(part)))
        .join("&#124;");
}

/** A code span ends with as many backticks as it starts with, and loses a space at both ends if it has one at both. */
function codeSpan(text: string): string {
    const runs = text.match(/`+/g) ?? [];
    const fence = "`".repeat(Math.max(0, ...runs.map(({ length }) => length)) + 1);
    const padding = /^`|`$|^ .* $/.test(text) ? " " : "";
    return fence + padding + text + padding + fence;
}
