import type { Range } from "../../expression";
import { findString, matchAt, type StringStyle, type TokenLanguage } from "./strings";

type TokenKind = "name" | "number" | "string" | "end of string" | "character" | "symbol";

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
    /** What is in front of the content of a string, and its parts: undefined unless the value is certainly a text. */
    readonly string?: { readonly quote: string; readonly parts: readonly (string | Hole)[] | undefined };
}

/** A value in a string, by the indexes of its first token and the one behind its last token. */
interface Hole {
    readonly from: number;
    readonly to: number;
    /** Whether a format or conversion changes the value's text. */
    readonly isFormatted: boolean;
}

interface TokenList {
    readonly tokens: readonly Token[];
    /** The parts of C# between `#if` and `#endif`. */
    readonly conditions: readonly Range[];
    /** The first error. The tokens end there, and brackets that are still open have no partner. */
    readonly error?: { readonly start: number; readonly reason: string };
}

const NAME = /[\p{L}\p{Nl}_][\p{L}\p{Nl}\p{Mn}\p{Mc}\p{Nd}\p{Pc}\u00B7]*/uy;
const JAVA_NAME = /[$\p{L}\p{Nl}_][$\p{L}\p{Nl}\p{Mn}\p{Mc}\p{Nd}\p{Pc}]*/uy;
const ASCII_NAME = /^[\w$]*$/;
const NUMBER = /\.?\d(?:[eEpP][+-]?(?=\d)|\.(?!\.)|\w)*/y;
/** A character of a language in which quotes differ. */
const CHARACTER = /'(?:[^'\\\r\n]{1,2}|\\[^\r\n][0-9a-fA-F]{0,8})'/y;
const SYMBOL =
    /:=|=>|->|<-|\?\?=?|\*\*=?|\/\/=?|>>>?=|<<=?|&&=|\|\|=|&\^=|[-+*/%&|^@]=|\+\+|--|[=!<>]=|&&|\|\||\.\.\.?|\?\.(?!\d)|::|[^']/uy;
/** White space, a comment or a continued line. Line breaks of C# have more characters than those of other languages. */
const GAPS: Readonly<Record<TokenLanguage, RegExp>> = {
    python: /[\s\p{Zs}\uFEFF]+|#[^\r\n]*|\\(?:\r\n|[\r\n])/uy,
    go: gapOf("\\n"),
    java: gapOf("\\r\\n"),
    csharp: gapOf("\\r\\n\\u0085\\u2028\\u2029"),
};

function gapOf(lineBreaks: string): RegExp {
    return new RegExp(`[\\t\\f\\v\\r\\p{Zs}\\uFEFF${lineBreaks}]+|//[^${lineBreaks}]*|/\\*(?:[\\s\\S]*?\\*/)?`, "uy");
}

const LINE_BREAK = /[\r\n\u0085\u2028\u2029]/;
const REST_OF_LINE = /[^\r\n\u0085\u2028\u2029]*/y;
const DIRECTIVE = /#[ \t]*(if|endif)\b/y;
/** The name of a character in an escape of Python. */
const CHARACTER_NAME = /\{[^{}\r\n]*\}/y;
/** What has no meaning in any string. */
const TEXT = /[^"'`\\{}\r\n]+/y;
/** The keywords of C# that cannot be names without `@`. */
const CSHARP_KEYWORD =
    /^(?:abstract|as|base|bool|break|byte|case|catch|char|checked|class|const|continue|decimal|default|delegate|do|double|else|enum|event|explicit|extern|false|finally|fixed|float|for|foreach|goto|if|implicit|in|int|interface|internal|is|lock|long|namespace|new|null|object|operator|out|override|params|private|protected|public|readonly|ref|return|sbyte|sealed|short|sizeof|stackalloc|static|string|struct|switch|this|throw|true|try|typeof|uint|ulong|unchecked|unsafe|ushort|using|virtual|void|volatile|while)$/;
/** The escape of an ASCII character, which Java replaces before it reads anything else. */
const JAVA_ESCAPE = /\\(?:u+00[0-7][0-9a-fA-F]|[\s\S])/g;

/** Values in strings can be nested in values in strings. */
const MAX_STRING_DEPTH = 20;

const CLOSING: Readonly<Record<string, string>> = { "(": ")", "[": "]", "{": "}" };

/** Splits a source file into tokens. */
export function tokenize(text: string, language: TokenLanguage): TokenList {
    return new Tokenizer(text, language).read();
}

class Tokenizer {
    private readonly tokens: Token[] = [];
    private readonly conditions: { start: number; end: number }[] = [];
    private conditionDepth = 0;
    private error: TokenList["error"];
    private offset = 0;
    private startsLine = true;
    private readonly open: number[] = [];
    private stringDepth = 0;

    constructor(
        private readonly text: string,
        private readonly language: TokenLanguage,
    ) {}

    read(): TokenList {
        if (this.language === "java") {
            for (const { index, 0: written } of this.text.matchAll(JAVA_ESCAPE))
                if (written.length > 2) this.fail(index, "an escape of an ASCII character is not supported");
        }
        while (this.skipGap()) this.readToken();
        const last = this.open.at(-1);
        if (last !== undefined) this.fail((this.tokens[last] as Token).start, "a bracket is not closed");
        return { tokens: this.tokens, conditions: this.conditions, ...(this.error && { error: this.error }) };
    }

    private fail(start: number, reason: string): void {
        this.error ??= { start, reason };
        this.offset = this.text.length;
    }

    /** Skips white space and comments. Returns whether a token follows. */
    private skipGap(): boolean {
        const { text, language } = this;
        while (this.offset < text.length) {
            const character = text.charAt(this.offset);
            if (/[\w"'().,]/.test(character)) return true;
            if (character === "#" && this.skipLine()) continue;
            const [gap] = matchAt(GAPS[language], text, this.offset);
            if (gap === undefined) return true;
            if (gap === "/*") this.fail(this.offset, "a comment is not closed");
            else this.offset += gap.length;
            this.startsLine ||= !gap.startsWith("\\") && LINE_BREAK.test(gap);
        }
        return false;
    }

    /** Skips a line that starts with `#`: a directive of C#, or the first line of a script. Returns whether there is one. */
    private skipLine(): boolean {
        const isDirective = this.language === "csharp" && this.startsLine;
        if (!isDirective && this.offset > 0) return false;
        if (isDirective) this.readDirective();
        return this.skip(REST_OF_LINE);
    }

    private readDirective(): void {
        const { text, offset, conditions } = this;
        const [, directive] = matchAt(DIRECTIVE, text, offset);
        const last = conditions.at(-1);
        if (directive === "if" && this.conditionDepth++ === 0) conditions.push({ start: offset, end: text.length });
        if (directive === "endif" && last && this.conditionDepth > 0 && --this.conditionDepth === 0) last.end = offset;
    }

    /** Skips what a sticky pattern matches. Returns whether it does. */
    private skip(pattern: RegExp): boolean {
        pattern.lastIndex = this.offset;
        if (!pattern.test(this.text)) return false;
        this.offset = pattern.lastIndex;
        return true;
    }

    private readToken(): void {
        const { offset: start, language } = this;
        const style = findString(this.text, start, language);
        if (style) this.readString(style);
        else if (this.skip(NUMBER)) this.add("number", start);
        else if (this.skip(language === "java" ? JAVA_NAME : NAME)) this.addName(start);
        else if (this.skip(SYMBOL)) this.addSymbol(start);
        else if (this.skip(CHARACTER)) this.add("character", start);
        else this.fail(start, "a character is not closed");
    }

    private addName(start: number): void {
        const name = this.text.slice(start, this.offset);
        // Python reads letters in their normal form.
        const normal = this.language === "python" ? name.normalize("NFKC") : name;
        if (normal !== name && ASCII_NAME.test(normal)) this.fail(start, "unusual letters in a name are not supported");
        else this.add("name", start, normal);
    }

    private addSymbol(start: number): void {
        const { text, tokens } = this;
        const index = tokens.length;
        if (text.charAt(start) === "@" && this.language === "csharp" && this.skip(NAME)) {
            // `@` of C# only tells a name from a keyword.
            const name = text.slice(start + 1, this.offset);
            this.add("name", start, CSHARP_KEYWORD.test(name) ? `@${name}` : name);
            return;
        }
        const symbol = text.slice(start, this.offset);
        if (CLOSING[symbol]) {
            this.add("symbol", start, symbol);
            this.open.push(index);
        } else if (symbol === ")" || symbol === "]" || symbol === "}") {
            const opening = this.open.pop() ?? -1;
            const first = tokens[opening];
            if (first === undefined || CLOSING[first.text] !== symbol) {
                this.fail(start, `unexpected ${symbol}`);
                return;
            }
            this.add("symbol", start, symbol);
            pair(tokens, opening, index);
        } else this.add("symbol", start, symbol);
    }

    /** Adds the token that ends here. */
    private add(kind: TokenKind, start: number, text = this.text.slice(start, this.offset)): void {
        const { startsLine } = this;
        const [end, parent] = [this.offset, this.open.at(-1)];
        this.tokens.push({ kind, text, start, end, startsLine, partner: undefined, parent, string: undefined });
        this.startsLine = false;
    }

    private readString(style: StringStyle): void {
        const { tokens, offset: start } = this;
        const index = tokens.length;
        if (++this.stringDepth > MAX_STRING_DEPTH) {
            this.fail(start, "strings are nested too deeply");
            return;
        }
        this.add("string", start, "");
        this.offset += style.opening.length;
        const token = tokens[index] as { -readonly [Key in keyof Token]: Token[Key] };
        token.string = { quote: style.opening, parts: this.readContent(style, index) };
        token.end = this.offset;
        this.stringDepth--;
        this.startsLine = false;
        if (tokens.length === index + 1) return;
        this.add("end of string", this.offset, "");
        pair(tokens, index, tokens.length - 1);
    }

    /** Reads the content of a string and its closing quotes. */
    private readContent(style: StringStyle, index: number): readonly (string | Hole)[] | undefined {
        const { text } = this;
        const opening = this.offset - style.opening.length;
        const parts: (string | undefined | Hole)[] = [];
        let content = "";
        for (let from = this.offset; ; from = this.offset) {
            this.skipContent(style);
            content += text.slice(from, this.offset);
            if (text.startsWith(style.closing, this.offset)) break;
            const brace = text.charAt(this.offset);
            if (brace !== "{" && brace !== "}") {
                this.fail(opening, "a string is not closed");
                return undefined;
            }
            const run = countRun(text, this.offset, brace, style.doublesBraces ? 2 : text.length);
            const literal = style.doublesBraces ? run - 1 : run < style.braces ? run : run - style.braces;
            content += brace.repeat(literal);
            this.offset += run;
            if (style.doublesBraces ? run === 2 : literal === run) continue;
            if (brace === "}" || literal >= style.braces) {
                this.fail(this.offset - 1, `unexpected ${brace}`);
                return undefined;
            }
            parts.push(style.decode?.(content), this.readHole(style, index));
            content = "";
        }
        this.offset += style.closing.length;
        parts.push(style.decode?.(content));
        return parts.every(part => part !== undefined) ? parts : undefined;
    }

    /** Skips content up to the closing quotes, a brace, or what cannot be in the string. */
    private skipContent(style: StringStyle): void {
        const { text, language } = this;
        const quote = style.closing.charAt(0);
        for (;;) {
            this.skip(TEXT);
            const character = text.charAt(this.offset);
            const next = text.charAt(this.offset + 1);
            if (character === "") return;
            if (character === quote) {
                const { length } = style.closing;
                const run = countRun(text, this.offset, quote, style.doublesQuotes ? text.length : length);
                if (run >= length && !(style.doublesQuotes && run > 1)) return;
                this.offset += style.doublesQuotes ? run - (run % 2) : run;
            } else if (character === "\\" && style.hasEscapes) {
                const isLineBreak = next === "\r" || next === "\n";
                if (isLineBreak && language !== "python" && !style.isMultiline) return;
                if (next === "{" || next === "}") this.offset += 1;
                else this.offset += text.startsWith("\r\n", this.offset + 1) ? 3 : 2;
                // The braces of `\N{DASH}` are not those of a value.
                if (next === "N" && style.braces > 0 && !/r/i.test(style.opening)) this.skip(CHARACTER_NAME);
            } else if (style.braces > 0 && (character === "{" || character === "}")) return;
            else if (!style.isMultiline && (character === "\r" || character === "\n")) return;
            else this.offset += 1;
        }
    }

    /** Reads a value in a string up to its closing braces. */
    private readHole(style: StringStyle, index: number): Hole | undefined {
        const { text, tokens } = this;
        const [from, start] = [tokens.length, this.offset];
        let isFormatted = false;
        this.open.push(index);
        while (this.skipGap()) {
            if (this.open.at(-1) === index) {
                const character = text.charAt(this.offset);
                if (character === "}") break;
                if (character === ":" || (character === "!" && text.charAt(this.offset + 1) !== "=" && this.language === "python")) {
                    isFormatted = true;
                    this.skipFormat(style, start - 1);
                    continue;
                }
            }
            this.readToken();
        }
        const closing = "}".repeat(style.braces);
        if (!text.startsWith(closing, this.offset)) {
            this.fail(start - 1, "a value in a string is not closed");
            return undefined;
        }
        this.open.pop();
        this.offset += closing.length;
        return { from, to: tokens.length, isFormatted };
    }

    /** Skips the format of a value in a string, with the values in it. */
    private skipFormat(style: StringStyle, start: number): void {
        const { text } = this;
        for (let depth = 0; ; this.offset++) {
            const character = text.charAt(this.offset);
            if (character === "}" && depth-- === 0) return;
            if (character === "{") depth++;
            const isLineBreak = character === "\r" || character === "\n";
            if (character === "" || text.startsWith(style.closing, this.offset) || (isLineBreak && !style.isMultiline)) break;
        }
        this.fail(start, "a value in a string is not closed");
    }
}

/** Notes that brackets belong together, or the start and end of a string. */
export function pair(tokens: readonly Token[], opening: number, closing: number): void {
    (tokens[opening] as Token).partner = closing;
    (tokens[closing] as Token).partner = opening;
}

/** Counts how often a character is repeated, up to a limit. */
function countRun(text: string, offset: number, character: string, limit: number): number {
    let end = offset;
    while (end - offset < limit && text.charAt(end) === character) end++;
    return end - offset;
}
