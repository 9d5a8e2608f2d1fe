/** The languages that are read token by token. */
export type TokenLanguage = "python" | "go" | "java" | "csharp";

/** Returns the text of a part of the content of a string; undefined for an escape that is not valid or whose value is not text. */
type Decode = (content: string) => string | undefined;

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
    /** Absent if the value is not a text, as that of bytes. */
    readonly decode?: Decode;
}

const PLAIN = { hasEscapes: true, doublesQuotes: false, isMultiline: false, braces: 0, doublesBraces: true } as const;

const PYTHON_STRING = /([rbft]|[bft]r|r[bft]|u)?("""|'''|"|')/iy;
const CSHARP_STRING = /(\$@|@\$|\$+|@)?("+)/y;
/** What follows the quotes of a raw string of C# that has lines of its own. */
const REST_OF_LINE = /[ \t]*\r?\n/y;

/** Returns the style of the string that starts at an offset; undefined if none does. */
export function findString(text: string, offset: number, language: TokenLanguage): StringStyle | undefined {
    if (language === "python") return findPythonString(text, offset);
    if (language === "csharp") return findCSharpString(text, offset);
    const quote = text.charAt(offset);
    if (language === "go" && quote === "`")
        return {
            ...PLAIN,
            opening: quote,
            closing: quote,
            hasEscapes: false,
            isMultiline: true,
            decode: text => text.replaceAll("\r", ""),
        };
    if (quote !== '"') return undefined;
    if (text.startsWith('"""', offset)) return { ...PLAIN, opening: '"""', closing: '"""', isMultiline: true, decode: decodeTextBlock };
    return { ...PLAIN, opening: quote, closing: quote, decode: content => decodeEscapes(content, language) };
}

function findPythonString(text: string, offset: number): StringStyle | undefined {
    const [, prefix = "", closing] = matchAt(PYTHON_STRING, text, offset);
    if (closing === undefined) return undefined;
    const decode: Decode = content => {
        const normal = normalizeLineBreaks(content);
        return /r/i.test(prefix) ? normal : decodeEscapes(normal, "python");
    };
    const style = { ...PLAIN, opening: prefix + closing, closing, isMultiline: closing.length === 3, braces: /[ft]/i.test(prefix) ? 1 : 0 };
    return /[bt]/i.test(prefix) ? style : { ...style, decode };
}

function findCSharpString(text: string, offset: number): StringStyle | undefined {
    const [, prefix = "", quotes] = matchAt(CSHARP_STRING, text, offset);
    if (quotes === undefined) return undefined;
    const isVerbatim = prefix.includes("@");
    const braces = prefix.length - (isVerbatim ? 1 : 0);
    // Three quotes and more start a raw string.
    if (quotes.length >= 3 && !isVerbatim) {
        const opening = prefix + quotes;
        const style = { ...PLAIN, opening, closing: quotes, hasEscapes: false, braces, doublesBraces: false };
        if (matchAt(REST_OF_LINE, text, offset + opening.length).length === 0) return { ...style, decode: content => content };
        // The indentation of the last line is unknown where a value is inserted.
        return { ...style, isMultiline: true, ...(braces === 0 && { decode: stripRawString }) };
    }
    const style = { ...PLAIN, opening: `${prefix}"`, closing: '"', braces };
    if (!isVerbatim) return { ...style, decode: content => decodeEscapes(content, "csharp") };
    return { ...style, hasEscapes: false, doublesQuotes: true, isMultiline: true, decode: text => text.replaceAll('""', '"') };
}

/** Matches a sticky pattern at an offset. Returns the match and its groups; an empty list if there is none. */
export function matchAt(pattern: RegExp, text: string, offset: number): readonly (string | undefined)[] {
    pattern.lastIndex = offset;
    return pattern.exec(text) ?? [];
}

/** The characters of escapes with a letter. */
const LETTERS = new Map(Object.entries({ a: "\x07", b: "\b", e: "\x1B", f: "\f", n: "\n", r: "\r", s: " ", t: "\t", v: "\v" }));

const HEXADECIMAL = "x[\\da-fA-F]{2}|u[\\da-fA-F]{4}|U[\\da-fA-F]{8}";

/** The escapes of each language: line breaks, single characters, octal and hexadecimal codes, and others. */
const ESCAPES: Readonly<Record<TokenLanguage, RegExp>> = {
    python: escapes("abfnrtv'", "[0-7]{1,3}", HEXADECIMAL),
    go: escapes("abfnrtv", "[0-7]{3}", HEXADECIMAL),
    java: escapes("bfnrst'", "[0-3][0-7]{0,2}|[4-7][0-7]?", "u+[\\da-fA-F]{4}"),
    csharp: escapes("abefnrtv'", "0", HEXADECIMAL.replace("{2}", "{1,4}")),
};

function escapes(characters: string, octal: string, hexadecimal: string): RegExp {
    return new RegExp(`\\\\(?:(\\r\\n|[\\r\\n])|([\\\\"${characters}])|(${octal})|(${hexadecimal})|[\\s\\S]?)`, "g");
}

function decodeEscapes(content: string, language: TokenLanguage): string | undefined {
    let isValid = true;
    const text = content.replace(ESCAPES[language], (written, lineBreak, character, octal, hexadecimal) => {
        if (lineBreak !== undefined) return "";
        if (character !== undefined) return LETTERS.get(character) ?? character;
        const decoded = decodeCode(octal, hexadecimal, language);
        if (decoded !== undefined) return decoded;
        // An unknown escape of Python keeps its backslash.
        isValid &&= language === "python" && /\\[^NxuU0-7]/.test(written);
        return written;
    });
    return isValid ? text : undefined;
}

function decodeCode(octal: string | undefined, hexadecimal: string | undefined, language: TokenLanguage): string | undefined {
    const isByte = octal !== undefined || hexadecimal?.startsWith("x");
    const code = Number(octal === undefined ? `0x${hexadecimal?.replace(/[xuU]+/, "")}` : `0o${octal}`);
    if (!(code <= (octal === undefined ? 0x10ffff : 0xff))) return undefined;
    // Bytes of Go are parts of an encoded character. Python and Go do not join surrogates to one character, as JavaScript does.
    if (language === "go" && code > 0x7f && isByte) return undefined;
    const isSurrogate = code >= 0xd800 && code <= 0xdfff;
    return isSurrogate && (language === "go" || language === "python") ? undefined : String.fromCodePoint(code);
}

/** Reads line breaks as compilers of Python and Java do. */
function normalizeLineBreaks(content: string): string {
    return content.replace(/\r\n?/g, "\n");
}

/** Decodes a text block of Java, without the common indentation and the trailing spaces. */
function decodeTextBlock(content: string): string | undefined {
    const block = /^[ \t\f]*\n([\s\S]*)/.exec(normalizeLineBreaks(content))?.[1];
    // What other white space Java removes differs from JavaScript.
    if (block === undefined || /[^\S \t\f\n]/.test(block)) return undefined;
    const lines = block.split("\n");
    const counted = lines.filter((line, index) => index === lines.length - 1 || /\S/.test(line));
    const indent = counted.reduce((least, line) => Math.min(least, line.length - line.trimStart().length), Number.POSITIVE_INFINITY);
    return decodeEscapes(lines.map(line => line.slice(indent).replace(/(?<![ \t\f])[ \t\f]+$/, "")).join("\n"), "java");
}

/** Removes the first line break and the indentation of the last line from a raw string of C#. Undefined if a line does not have it. */
function stripRawString(content: string): string | undefined {
    const lines = content.slice(content.indexOf("\n") + 1).split("\n");
    const indent = lines.pop() as string;
    if (/\S/.test(indent) || lines.length === 0) return undefined;
    const stripped = lines.map(line => {
        if (line.startsWith(indent)) return line.slice(indent.length);
        return /\S/.test(line) ? undefined : line.endsWith("\r") ? "\r" : "";
    });
    return stripped.includes(undefined) ? undefined : stripped.join("\n").replace(/\r$/, "");
}
