import type { TokenLanguage } from "./string-literals";

export const [LINE_FEED, SPACE, HASH, SLASH, AT, BACKSLASH] = [0x0a, 0x20, 0x23, 0x2f, 0x40, 0x5c];

export const NAME = /[\p{L}\p{Nl}_][\p{L}\p{Nl}\p{Mn}\p{Mc}\p{Nd}\p{Pc}\u00B7]*/uy;
export const JAVA_NAME = /[$\p{L}\p{Nl}_][$\p{L}\p{Nl}\p{Mn}\p{Mc}\p{Nd}\p{Pc}]*/uy;
export const ASCII_NAME = /^[\w$]*$/;
export const NUMBER = /\.?\d(?:[eEpP][+-]?(?=\d)|\.(?!\.)|\w)*/y;
/** A character of a language in which quotes differ. */
export const CHARACTER = /'(?:[^'\\\r\n]{1,2}|\\[^\r\n][0-9a-fA-F]{0,8})'/y;
export const SYMBOL =
    /:=|=>|->|<-|\?\?=?|\*\*=?|\/\/=|>>>?=|<<=|&&=|\|\|=|&\^=|[-+*/%&|^@]=|\+\+|--|[=!<>]=|&&|\|\||\.\.\.?|\?\.(?!\d)|::|[^']/uy;
export const OTHER_SPACE = /[\t\f\v\r\p{Zs}\uFEFF]+/uy;
const LINE_BREAK = /\r\n|[\r\n]/y;
const LINE_COMMENT = /[^\r\n]*/y;
/** Line breaks of each language, and what is in front of them in a comment. */
export const LINES: Readonly<Record<TokenLanguage, { readonly lineBreak: RegExp; readonly comment: RegExp }>> = {
    python: { lineBreak: LINE_BREAK, comment: LINE_COMMENT },
    go: { lineBreak: /\n/y, comment: /[^\n]*/y },
    java: { lineBreak: LINE_BREAK, comment: LINE_COMMENT },
    csharp: { lineBreak: /\r\n|[\r\n\u0085\u2028\u2029]/y, comment: /[^\r\n\u0085\u2028\u2029]*/y },
};
export const CONTINUATION = /\\(?:\r\n|[\r\n])/y;
export const DIRECTIVE = /#[ \t]*(if|endif)\b/y;
/** The name of a character in an escape of Python. */
export const CHARACTER_NAME = /\{[^{}\r\n]*\}/y;
/** What has no meaning in any string. */
export const TEXT = /[^"'`\\{}\r\n]+/y;
/** The keywords of C# that cannot be names without `@`. */
export const CSHARP_KEYWORD =
    /^(?:abstract|as|base|bool|break|byte|case|catch|char|checked|class|const|continue|decimal|default|delegate|do|double|else|enum|event|explicit|extern|false|finally|fixed|float|for|foreach|goto|if|implicit|in|int|interface|internal|is|lock|long|namespace|new|null|object|operator|out|override|params|private|protected|public|readonly|ref|return|sbyte|sealed|short|sizeof|stackalloc|static|string|struct|switch|this|throw|true|try|typeof|uint|ulong|unchecked|unsafe|ushort|using|virtual|void|volatile|while)$/;
/** The escape of an ASCII character, which Java replaces before it reads anything else. */
export const JAVA_ESCAPE = /\\(?:u+00[0-7][0-9a-fA-F]|[\s\S])/g;

/** Counts how often a character is repeated, up to a limit. */
export function countRun(text: string, offset: number, character: string, limit: number): number {
    let end = offset;
    while (end - offset < limit && text.charAt(end) === character) end++;
    return end - offset;
}

/** Whether a character is neither white space nor the start of a comment. */
export function isPlain(code: number): boolean {
    return code > SPACE && code < 0x7f && code !== SLASH && code !== HASH && code !== BACKSLASH;
}
