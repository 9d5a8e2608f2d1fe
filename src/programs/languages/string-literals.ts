import {
    type Decoder,
    decodeCSharp,
    decodeGo,
    decodeJava,
    decodePython,
    normalizeLineBreaks,
    stripRawString,
    stripTextBlock,
} from "./escapes";

/** The languages that are read token by token. */
export type TokenLanguage = "python" | "go" | "java" | "csharp";

/** How a string literal is written. */
export interface StringStyle {
    /** What is in front of the content, with prefix. */
    readonly opening: string;
    readonly closing: string;
    /** Whether a backslash keeps the next character from ending the string. */
    readonly hasEscapes: boolean;
    /** Whether two closing quotes are one quote in the content: `@"a""b"`. */
    readonly doublesQuotes: boolean;
    readonly isMultiline: boolean;
    /** With how many braces an interpolated value starts; 0 for a string without. */
    readonly braces: number;
    /** Whether braces are doubled to write a brace: in raw strings of C# they are not. */
    readonly doublesBraces: boolean;
    /** Returns the text of a part of the content. Absent if the value is not a text, as that of bytes. */
    readonly decode?: Decoder;
}

const PLAIN: Omit<StringStyle, "opening" | "closing" | "decode"> = {
    hasEscapes: true,
    doublesQuotes: false,
    isMultiline: false,
    braces: 0,
    doublesBraces: true,
};

const PYTHON_STRING = /(?:[rbft]|[bft]r|r[bft]|u)?("""|'''|"|')/iy;
const CSHARP_STRING = /(?:\$@|@\$|\$+|@)?("+)/y;
const STARTS_STRING = /^[rbftu"'`$@]$/i;
/** What follows the quotes of a raw string of C# that has lines of its own. */
const REST_OF_LINE = /[ \t]*\r?\n/y;

/** Returns the style of the string that starts at an offset; undefined if none does. */
export function findString(text: string, offset: number, language: TokenLanguage): StringStyle | undefined {
    if (!STARTS_STRING.test(text.charAt(offset))) return undefined;
    switch (language) {
        case "python":
            return findPythonString(text, offset);
        case "go":
            return findGoString(text, offset);
        case "java":
            return findJavaString(text, offset);
        case "csharp":
            return findCSharpString(text, offset);
    }
}

function findPythonString(text: string, offset: number): StringStyle | undefined {
    const [opening, closing] = matchAt(PYTHON_STRING, text, offset) ?? [];
    if (opening === undefined || closing === undefined) return undefined;
    const prefix = opening.slice(0, -closing.length).toLowerCase();
    const decode = prefix.includes("r") ? (content: string) => content : decodePython;
    return {
        ...PLAIN,
        opening,
        closing,
        isMultiline: closing.length === 3,
        braces: /[ft]/.test(prefix) ? 1 : 0,
        ...(/[bt]/.test(prefix) ? {} : { decode: content => decode(normalizeLineBreaks(content)) }),
    };
}

function findGoString(text: string, offset: number): StringStyle | undefined {
    const quote = text.charAt(offset);
    if (quote === '"') return { ...PLAIN, opening: quote, closing: quote, decode: decodeGo };
    if (quote !== "`") return undefined;
    return { ...PLAIN, opening: quote, closing: quote, hasEscapes: false, isMultiline: true, decode: text => text.replaceAll("\r", "") };
}

function findJavaString(text: string, offset: number): StringStyle | undefined {
    if (text.charAt(offset) !== '"') return undefined;
    if (!text.startsWith('"""', offset)) return { ...PLAIN, opening: '"', closing: '"', decode: decodeJava };
    const opening = '"""';
    return { ...PLAIN, opening, closing: opening, isMultiline: true, decode: decodeTextBlock };
}

function decodeTextBlock(content: string): string | undefined {
    const [, block] = /^[ \t\f]*\n([\s\S]*)$/.exec(normalizeLineBreaks(content)) ?? [];
    return block === undefined ? undefined : decodeJava(stripTextBlock(block));
}

function findCSharpString(text: string, offset: number): StringStyle | undefined {
    const [match, quotes] = matchAt(CSHARP_STRING, text, offset) ?? [];
    if (match === undefined || quotes === undefined) return undefined;
    const prefix = match.slice(0, -quotes.length);
    const isVerbatim = prefix.includes("@");
    const dollars = prefix.length - (isVerbatim ? 1 : 0);
    // Three quotes and more start a raw string.
    if (quotes.length >= 3 && !isVerbatim) return findRawString(text, offset, match, quotes, dollars);
    if (dollars > 1) return undefined;
    const style = { ...PLAIN, opening: `${prefix}"`, closing: '"', braces: dollars };
    if (isVerbatim)
        return { ...style, hasEscapes: false, doublesQuotes: true, isMultiline: true, decode: text => text.replaceAll('""', '"') };
    return { ...style, decode: decodeCSharp };
}

function findRawString(text: string, offset: number, opening: string, closing: string, braces: number): StringStyle {
    const style = { ...PLAIN, opening, closing, hasEscapes: false, braces, doublesBraces: false };
    if (matchAt(REST_OF_LINE, text, offset + opening.length) === undefined) return { ...style, decode: content => content };
    const strip = (content: string) => stripRawString(content.slice(content.indexOf("\n") + 1));
    // The indentation of the last line is unknown where a value is inserted.
    return { ...style, isMultiline: true, ...(braces > 0 ? {} : { decode: strip }) };
}

/** Matches a sticky pattern at an offset. */
export function matchAt(pattern: RegExp, text: string, offset: number): RegExpExecArray | undefined {
    pattern.lastIndex = offset;
    return pattern.exec(text) ?? undefined;
}
