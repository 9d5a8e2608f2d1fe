import type { Range, SourceError } from "../../expression";
import { Lines } from "../../lines";
import { lastIndexUpTo } from "../../names";
import type { TokenLanguage } from "./strings";
import { pair, type Token, tokenize } from "./tokens";

/** A part of a list of tokens, by the index of its first token and the one behind its last. */
export interface Slice {
    readonly from: number;
    readonly to: number;
}

/** The names of an access path such as `aws.cognito.UserPool`, and the index of the token behind it. */
export interface DottedPath {
    readonly names: readonly string[];
    readonly to: number;
}

/** A source file as tokens. */
export class TokenSource {
    readonly tokens: readonly Token[];
    readonly errors: SourceError[] = [];
    readonly #conditions: readonly Range[];

    constructor(
        readonly text: string,
        readonly language: TokenLanguage,
    ) {
        const { tokens, conditions, error } = tokenize(text, language);
        if (language === "java" || language === "csharp") pairAngles(tokens);
        this.tokens = tokens;
        this.#conditions = conditions;
        if (error) this.addError(error.start, error.reason);
    }

    addError(offset: number, reason: string): void {
        this.errors.push({ line: new Lines(this.text).positionAt(offset).line, reason });
    }

    /** Whether a token is a certain symbol or name. */
    is(index: number, text: string): boolean {
        return this.tokens[index]?.text === text;
    }

    isName(index: number): boolean {
        return this.tokens[index]?.kind === "name";
    }

    textAt(index: number): string {
        return this.tokens[index]?.text ?? "";
    }

    startOf(index: number): number {
        return this.tokens[index]?.start ?? this.text.length;
    }

    startsLine(index: number): boolean {
        return this.tokens[index]?.startsLine ?? true;
    }

    /** Returns the index of the closing bracket of an opening one, or the end of a string; -1 if the token is neither. */
    closingOf(index: number): number {
        const partner = this.tokens[index]?.partner ?? -1;
        return partner > index ? partner : -1;
    }

    /** Returns the index behind a token, or behind the brackets that it opens. */
    next(index: number): number {
        return Math.max(index, this.closingOf(index)) + 1;
    }

    /** Returns the range of tokens. */
    range({ from, to }: Slice): Range {
        const start = this.startOf(from);
        return { start, end: Math.max(start, this.tokens[to - 1]?.end ?? start) };
    }

    /** Returns the range between brackets. */
    inside(opening: number): Range {
        return { start: this.startOf(opening) + 1, end: this.startOf(this.closingOf(opening)) };
    }

    /** Whether a part of the tokens of C# is compiled only under a condition. */
    isConditional(slice: Slice): boolean {
        const { start, end } = this.range(slice);
        return (this.#conditions[lastIndexUpTo(this.#conditions, end - 1)]?.end ?? -1) > start;
    }

    /** Splits tokens at a separator that is in no brackets. A separator at the end is allowed; other empty parts are returned. */
    split({ from, to }: Slice, separator = ","): Slice[] {
        const parts: Slice[] = [];
        let start = from;
        for (let index = from; index < to; index = this.next(index)) {
            if (!this.is(index, separator)) continue;
            parts.push({ from: start, to: index });
            start = index + 1;
        }
        if (start < to) parts.push({ from: start, to });
        return parts;
    }

    /** Returns the index of the first token in no brackets whose text passes a test; the end of the part if there is none. */
    find({ from, to }: Slice, test: (text: string) => boolean): number {
        let index = from;
        while (index < to && !test(this.textAt(index))) index = this.next(index);
        return Math.min(index, to);
    }

    /** Splits what is between brackets. */
    splitInside(opening: number): Slice[] {
        return this.split({ from: opening + 1, to: this.closingOf(opening) });
    }

    /** Returns the path that starts at a token; undefined if that is no name. */
    pathAt(index: number): DottedPath | undefined {
        if (!this.isName(index)) return undefined;
        const names = [this.textAt(index)];
        let to = index + 1;
        for (; this.is(to, ".") && this.isName(to + 1); to += 2) names.push(this.textAt(to + 1));
        return { names, to };
    }
}

/** Longer lists of type arguments are not recognized. */
const MAX_TOKENS = 100;

/** Pairs the angle brackets around type arguments, as in `Map<String, List<String>>`. Those of comparisons have no partner. */
function pairAngles(tokens: readonly Token[]): void {
    for (const [index, { text, parent }] of tokens.entries()) {
        const before = tokens[index - 1];
        if (text === "<" && (before?.kind === "name" || before?.text === ".")) pairAt(tokens, index, parent);
    }
}

function pairAt(tokens: readonly Token[], first: number, outer: number | undefined): void {
    const open: number[] = [];
    const pairs: [number, number][] = [];
    for (let index = first; index < first + MAX_TOKENS; index++) {
        const token = tokens[index];
        if (!token) return;
        const { kind, text, parent } = token;
        const isAngle = text === "<" || text === ">";
        if (isAngle ? parent !== outer : kind !== "name" && !/^[.,?&()[\]]$/.test(text)) return;
        if (text === "<") open.push(index);
        if (text === ">") pairs.push([open.pop() as number, index]);
        if (open.length > 0) continue;
        const next = tokens[index + 1];
        // Behind type arguments, rather than behind a comparison.
        const mayFollow = next === undefined || next.kind === "name" || /^(?:[()\]};:,.?{>[=&]|==|!=|::|\.\.\.)$/.test(next.text);
        if (mayFollow) for (const [opening, closing] of pairs) pair(tokens, opening, closing);
        return;
    }
}
