import type { JSONPath, JSONVisitor, printParseErrorCode } from "jsonc-parser";
import { UserError } from "../util/user-error";

/** Parses JSON. An error names the line, the column and what is wrong there, but nothing of the text, which may be a secret. */
export function parseJson(text: string): unknown {
    try {
        return JSON.parse(text);
    } catch {
        throw new UserError(findError(text) ?? "not JSON, and nested too deeply to find the error.");
    }
}

/** Whether lists and objects are nested deeper than a number of levels. */
export function isDeeperThan(value: unknown, levels: number): boolean {
    if (!(value instanceof Object)) return false;
    return levels === 0 || Object.values(value).some(part => isDeeperThan(part, levels - 1));
}

/**
 * Returns the paths of keys that an object has twice. JSON.parse and Pulumi silently use the last value. Throws a UserError for JSON that is
 * nested too deeply, which it can be although its last values are not.
 */
export function findDuplicateKeys(text: string): JSONPath[] {
    const duplicates: JSONPath[] = [];
    const keysOfObjects: Set<string>[] = [];
    const isRead = tryVisit(text, {
        onObjectBegin: () => {
            keysOfObjects.push(new Set());
        },
        onObjectEnd: () => {
            keysOfObjects.pop();
        },
        onObjectProperty: (key, _offset, _length, _line, _column, path) => {
            const keys = keysOfObjects.at(-1);
            if (keys?.has(key)) duplicates.push([...path(), key]);
            keys?.add(key);
        },
    });
    if (!isRead) throw new UserError("nested too deeply to find duplicate keys.");
    return duplicates;
}

type ErrorCode = ReturnType<typeof printParseErrorCode>;

/** What is wrong, by the parser's error code. The codes that end in "Expected" are followed by what is there instead. */
const ERRORS: Readonly<Partial<Record<ErrorCode, string>>> = {
    ColonExpected: "expected a colon",
    EndOfFileExpected: "expected the end of the file",
    InvalidCharacter: "a string has a control character, which must be escaped",
    InvalidCommentToken: "comments are not allowed",
    InvalidEscapeCharacter: "a string has an invalid escape sequence",
    InvalidUnicode: "a string has an invalid escape sequence",
    PropertyNameExpected: "expected a property name in double quotes",
    UnexpectedEndOfNumber: "invalid number",
    UnexpectedEndOfString: "the string does not end on this line",
    ValueExpected: "expected a value",
};

/** Describes the first error of a text. Returns undefined if the text is nested too deeply for the parser. */
function findError(text: string): string | undefined {
    const closings: string[] = [];
    const open = (closing: string) => () => {
        closings.push(closing);
    };
    const close = () => {
        closings.pop();
    };
    let message: string | undefined;
    const onError = (number: number, offset: number, length: number, line: number, column: number) => {
        if (message !== undefined) return;
        const code = jsoncParser().printParseErrorCode(number);
        const place = `line ${line + 1}, column ${column + 1}`;
        message = isTruncated(text, code, offset, length)
            ? `unexpected end of JSON at ${place} (truncated file?)`
            : `not JSON at ${place}: ${describe(code, text, offset, length, closings.at(-1))}.`;
    };
    tryVisit(text, { onObjectBegin: open("}"), onObjectEnd: close, onArrayBegin: open("]"), onArrayEnd: close, onError });
    return message;
}

/** Loads the parser, which valid states do not need. */
function jsoncParser(): typeof import("jsonc-parser") {
    return require("jsonc-parser");
}

/** Parses a text. Returns false if it is nested too deeply for the parser, which is recursive: JSON.parse accepts a deeper nesting. */
function tryVisit(text: string, visitor: JSONVisitor): boolean {
    try {
        jsoncParser().visit(text, visitor, { disallowComments: true });
        return true;
    } catch (error) {
        if (error instanceof RangeError) return false;
        throw error;
    }
}

/** Whether a text ends where more is expected, or in the middle of a string, a number or a word. */
function isTruncated(text: string, code: ErrorCode, offset: number, length: number): boolean {
    const end = text.trimEnd().length;
    if (offset >= end) return true;
    if (offset + length < end) return false;
    if (code === "InvalidSymbol") return ["true", "false", "null", "-"].some(word => word.startsWith(text.slice(offset, end)));
    return code === "UnexpectedEndOfString" || code === "UnexpectedEndOfNumber";
}

function describe(code: ErrorCode, text: string, offset: number, length: number, closing: string | undefined): string {
    const found = describeToken(text.slice(offset, offset + length));
    const previous = text.slice(0, offset).trimEnd().at(-1);
    const isName = closing === "}" && (previous === "{" || previous === ",");
    if (isName && (code === "InvalidSymbol" || code === "ValueExpected")) return `${ERRORS.PropertyNameExpected}, got ${found}`;
    if (code === "InvalidSymbol") return `unexpected ${found}`;
    if (code === "CommaExpected") return `expected a comma or "${closing}", got ${found}`;
    return `${ERRORS[code] ?? "invalid syntax"}${code.endsWith("Expected") ? `, got ${found}` : ""}`;
}

/** Names a token by its kind: a text with or without quotes may be a secret. */
function describeToken(token: string): string {
    if (/^[{}[\],:]$/.test(token)) return `"${token}"`;
    if (token.startsWith('"')) return "a string";
    return /^-?\d/.test(token) ? "a number" : "text without double quotes";
}
