import type { Range } from "../expression";

export type TokenKind = "name" | "number" | "string" | "end of string" | "character" | "symbol";

/** A token of a source file. Comments and white space are none. */
export interface Token extends Range {
    readonly kind: TokenKind;
    /** The text of a name, number, symbol or character; for strings it is empty. */
    readonly text: string;
    /** Whether it is the first token on its line. */
    readonly startsLine: boolean;
    /** The index of the other bracket; for a string with values in it, that of its end. */
    partner: number | undefined;
    /** The index of the innermost bracket or string that it is in. */
    readonly parent: number | undefined;
    readonly string?: StringContent;
}

export interface StringContent {
    /** What is in front of the content, with prefix. */
    readonly quote: string;
    /** The parts of the content; undefined unless the value is certainly a text. */
    readonly parts: readonly (string | Hole)[] | undefined;
}

/** A value in a string, by the indexes of its first token and the one behind its last token. */
export interface Hole {
    readonly from: number;
    readonly to: number;
    /** Whether a format or conversion changes the value's text. */
    readonly isFormatted: boolean;
}

/** Why a text could not be read, and where. */
export interface TokenError {
    readonly start: number;
    readonly reason: string;
}

export interface TokenList {
    readonly tokens: readonly Token[];
    /** The parts of C# between `#if` and `#endif`. */
    readonly conditions: readonly Range[];
    /** The first error. The tokens end there, and brackets that are still open have no partner. */
    readonly error?: TokenError;
}
