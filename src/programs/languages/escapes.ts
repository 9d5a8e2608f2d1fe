/** Decodes the content of a string literal. Returns undefined for an escape that is not valid or whose value is not text. */
export type Decoder = (content: string) => string | undefined;

const CONTROLS: Readonly<Record<string, string>> = {
    a: "\x07",
    b: "\b",
    e: "\x1B",
    f: "\f",
    n: "\n",
    r: "\r",
    t: "\t",
    v: "\v",
};

/** What an escape stands for, from the groups of a pattern below. */
type Escape = (groups: readonly (string | undefined)[], written: string) => string | undefined;

function decoder(pattern: RegExp, decode: Escape): Decoder {
    return content => {
        if (!content.includes("\\")) return content;
        let isValid = true;
        const text = content.replace(pattern, (written, ...groups) => {
            const decoded = decode(groups, written);
            if (decoded === undefined) isValid = false;
            return decoded ?? "";
        });
        return isValid ? text : undefined;
    };
}

function fromHex(digits: string): string | undefined {
    const codePoint = Number.parseInt(digits, 16);
    return codePoint <= 0x10ffff ? String.fromCodePoint(codePoint) : undefined;
}

/** Python and Go do not join surrogates to one character, as JavaScript does. */
function withoutSurrogate(text: string | undefined): string | undefined {
    return text === undefined || /^[\uD800-\uDFFF]$/.test(text) ? undefined : text;
}

/** Escapes of Python. An unknown escape keeps its backslash. */
export const decodePython = decoder(
    /\\(?:(\r\n|[\r\n])|([0-7]{1,3})|x([0-9a-fA-F]{2})|u([0-9a-fA-F]{4})|U([0-9a-fA-F]{8})|([\s\S]))/g,
    ([lineBreak, octal, byte, short, long, other], written) => {
        if (lineBreak !== undefined) return "";
        if (octal !== undefined) return Number.parseInt(octal, 8) > 0xff ? undefined : String.fromCharCode(Number.parseInt(octal, 8));
        const hex = byte ?? short ?? long;
        if (hex !== undefined) return withoutSurrogate(fromHex(hex));
        if (other === undefined || /[NxuU]/.test(other)) return undefined;
        if (/[\\'"]/.test(other)) return other;
        return other === "e" ? written : (CONTROLS[other] ?? written);
    },
);

/** Escapes of Go. Bytes above ASCII are part of an encoded character. */
export const decodeGo = decoder(
    /\\(?:([abfnrtv\\"])|([0-7]{3})|x([0-9a-fA-F]{2})|u([0-9a-fA-F]{4})|U([0-9a-fA-F]{8})|[\s\S]?)/g,
    ([simple, octal, byte, short, long]) => {
        if (simple !== undefined) return CONTROLS[simple] ?? simple;
        const code = octal === undefined ? Number.parseInt(byte ?? "80", 16) : Number.parseInt(octal, 8);
        if (code < 0x80) return String.fromCharCode(code);
        const hex = short ?? long;
        return hex === undefined ? undefined : withoutSurrogate(fromHex(hex));
    },
);

/** Escapes of Java, with those that only text blocks have. */
export const decodeJava = decoder(
    /\\(?:([bfnrt\\"'])|(s)|(\n)|([0-3][0-7]{0,2}|[4-7][0-7]?)|u+([0-9a-fA-F]{4})|[\s\S]?)/g,
    ([simple, space, lineBreak, octal, hex]) => {
        if (simple !== undefined) return CONTROLS[simple] ?? simple;
        if (space !== undefined) return " ";
        if (lineBreak !== undefined) return "";
        if (octal !== undefined) return String.fromCharCode(Number.parseInt(octal, 8));
        return hex === undefined ? undefined : String.fromCharCode(Number.parseInt(hex, 16));
    },
);

/** Escapes of C#. */
export const decodeCSharp = decoder(
    /\\(?:([abefnrtv\\"'])|(0)|x([0-9a-fA-F]{1,4})|u([0-9a-fA-F]{4})|U([0-9a-fA-F]{8})|[\s\S]?)/g,
    ([simple, zero, variable, short, long]) => {
        if (simple !== undefined) return CONTROLS[simple] ?? simple;
        if (zero !== undefined) return "\0";
        const hex = variable ?? short ?? long;
        return hex === undefined ? undefined : fromHex(hex);
    },
);

const LINE_BREAK = /\r\n|[\r\n]/g;

/** Reads line breaks as compilers of Python and Java do. */
export function normalizeLineBreaks(content: string): string {
    return content.includes("\r") ? content.replace(LINE_BREAK, "\n") : content;
}

/** Removes the common indentation and the trailing spaces of a text block of Java, whose content starts behind its first line break. */
export function stripTextBlock(content: string): string {
    const lines = content.split("\n");
    const counted = lines.filter((line, index) => index === lines.length - 1 || /\S/.test(line));
    const indent = counted.reduce((least, line) => Math.min(least, line.length - line.trimStart().length), Number.POSITIVE_INFINITY);
    return lines.map(line => line.slice(indent).replace(/(?<![ \t\f])[ \t\f]+$/, "")).join("\n");
}

/** Removes the indentation of the last line from all lines of a raw string of C#. Returns undefined if a line does not have it. */
export function stripRawString(content: string): string | undefined {
    const lines = content.split("\n");
    const indent = lines.pop() ?? "";
    if (/\S/.test(indent) || lines.length === 0) return undefined;
    const stripped = lines.map(line => {
        if (line.startsWith(indent)) return line.slice(indent.length);
        return /\S/.test(line) ? undefined : line.endsWith("\r") ? "\r" : "";
    });
    return stripped.includes(undefined) ? undefined : stripped.join("\n").replace(/\r$/, "");
}
