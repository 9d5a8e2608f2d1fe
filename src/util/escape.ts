import { PRINTABLE_ASCII } from "./characters";

/** Characters that change what a terminal shows (control, bidirectional, line separators), and surrogates without the other half. */
const UNPRINTABLE = /[\p{Cc}\p{Bidi_Control}\p{Cs}\u2028\u2029]/gu;

/**
 * Starts of the commands that CI systems read in a log: `::error` at the start of a line, where GitHub skips white space, and
 * `##[error]`, `##vso[…]` or `##teamcity[…]` anywhere. Colors may come before the first.
 */
// biome-ignore lint/suspicious/noControlCharactersInRegex: ANSI codes start with the control character ESC.
const COMMAND = /^((?:[^\S\r\n\u2028\u2029]|\u001b\[[\d;]*m)*):(?=:)|#(?=#\w*\[)/gm;

/** Escapes a text for one line that people read: control and bidirectional characters become code points, such as `\u001b`. */
export function escapeControlCharacters(text: string): string {
    return PRINTABLE_ASCII.test(text) ? text : text.replace(UNPRINTABLE, toCodePoint);
}

/** Escapes a whole output, so that none of its lines is a command for a CI system. */
export function escapeCommands(output: string): string {
    return replaceCommands(output, toCodePoint);
}

/** Escapes a line of text for an element or an attribute of XML or HTML. */
export function escapeXml(line: string): string {
    const text = escapeControlCharacters(line)
        .replace(/\p{Noncharacter_Code_Point}/gu, toCodePoint)
        .replaceAll("&", "&amp;")
        .replaceAll("<", "&lt;")
        .replaceAll(">", "&gt;")
        .replaceAll('"', "&quot;")
        .replaceAll("'", "&#39;");
    return replaceCommands(text, character => `&#${character.charCodeAt(0)};`);
}

/** Escapes JSON as JSON allows it: what it contains stays the same. */
export function escapeJson(json: string): string {
    return replaceCommands(json, toCodePoint).replace(UNPRINTABLE, character => (character === "\n" ? character : toCodePoint(character)));
}

function replaceCommands(text: string, encode: (character: string) => string): string {
    return text.replace(COMMAND, (_command, space?: string) => (space === undefined ? encode("#") : space + encode(":")));
}

function toCodePoint(character: string): string {
    return character.replace(/[\s\S]/g, unit => `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`);
}
