import type {
    Computed,
    Construction,
    Expression,
    Item,
    List,
    Literal,
    Member,
    NotCovered,
    ObjectExpression,
    Range,
    Template,
} from "../expression";
import type { Slice, TokenSource } from "./tokens/source";

/** More brackets in brackets are computed. */
const MAX_DEPTH = 60;

/** How the top level of an expression is built. */
export interface Shape {
    /** The indexes of the `+` between its parts. */
    readonly plus: readonly number[];
    /** Whether something else than `+` connects the parts. */
    readonly isComputed: boolean;
    /** Whether the tokens are no expression. */
    readonly isBroken: boolean;
}

export const BROKEN: Shape = { plus: [], isComputed: true, isBroken: true };
export const COMPUTED: Shape = { plus: [], isComputed: true, isBroken: false };

/** Reads expressions from tokens. What is not understood is computed; what is no expression makes the arguments around it unknown. */
export abstract class ExpressionReader {
    /** The constructions that were read, by the index of their first token. */
    readonly #constructions = new Map<number, Construction>();
    readonly #notCovered = new Map<number, NotCovered>();
    /** How many expressions were not valid. */
    #broken = 0;

    constructor(protected readonly source: TokenSource) {}

    /** Returns how the top level of tokens is built. */
    protected abstract shapeOf(slice: Slice): Shape;

    /** Reads an expression without operators at its top level. */
    protected abstract readOperand(slice: Slice, depth: number): Expression;

    get constructions(): Construction[] {
        return [...this.#constructions.values()].sort((a, b) => a.start - b.start);
    }

    get notCovered(): NotCovered[] {
        return [...this.#notCovered.values()].sort((a, b) => a.start - b.start);
    }

    /** Notes the construction of a resource of a type that the policies do not cover. */
    protected addNotCovered(type: string, slice: Slice): void {
        this.#notCovered.set(slice.from, { type, ...this.source.range(slice) });
    }

    read(slice: Slice, depth = 0): Expression {
        if (depth > MAX_DEPTH) return this.computed(slice);
        const { plus, isComputed, isBroken } = this.shapeOf(slice);
        if (isBroken) this.#broken++;
        if (isComputed) return this.computed(slice);
        if (plus.length === 0) return this.readOperand(slice, depth);
        const starts = [slice.from, ...plus.map(index => index + 1)];
        const parts = starts.map((from, index) => this.read({ from, to: plus[index] ?? slice.to }, depth + 1));
        return { kind: "concatenation", parts, ...this.source.range(slice) };
    }

    /** Notes that something in the arguments around it is not valid. */
    protected breakOff(slice: Slice): Computed {
        this.#broken++;
        return this.computed(slice);
    }

    /** Reads something once. Returns undefined if a part of it was not valid. */
    protected readValid<T>(read: () => T): T | undefined {
        const before = this.#broken;
        const result = read();
        return this.#broken === before ? result : undefined;
    }

    /** Reads the value of a declaration. Undefined if it is not valid. */
    readValue(slice: Slice): Expression | undefined {
        return this.readValid(() => this.read(slice));
    }

    protected computed(slice: Slice): Computed {
        return { kind: "computed", ...this.source.range(slice) };
    }

    protected literal(value: Literal["value"], slice: Slice, quote = ""): Literal {
        return { kind: "literal", value, quote, ...this.source.range(slice) };
    }

    /** Reads a construction, or returns the one that was read at a token. If its arguments are not valid, all of them are computed. */
    protected constructAt(index: number, slice: Slice, read: () => Omit<Construction, "kind" | "start" | "end">): Construction {
        const known = this.#constructions.get(index);
        if (known) return known;
        const parts = read();
        const construction: Construction = { kind: "resource", ...parts, ...this.source.range(slice) };
        this.#constructions.set(index, construction);
        return construction;
    }

    /** Reads the value of a string token. */
    protected readString(index: number, depth: number): Expression {
        const { string, start } = this.source.tokens[index] ?? {};
        const end = this.source.tokens[Math.max(index, this.source.closingOf(index))]?.end ?? 0;
        const range: Range = { start: start ?? 0, end };
        if (!string?.parts) return { kind: "computed", ...range };
        const { quote } = string;
        const parts = string.parts.map(part => {
            if (typeof part === "string") return part;
            // `{x=}` of Python, and `{x,5}` of C#.
            const isFormatted = part.isFormatted || this.source.is(part.to - 1, "=") || this.source.split(part).length > 1;
            return isFormatted ? this.computed(part) : this.read(part, depth + 1);
        });
        if (parts.every(part => typeof part === "string")) return { kind: "literal", value: parts.join(""), quote, ...range };
        return { kind: "template", parts: parts.filter(part => part !== ""), quote, ...range } satisfies Template;
    }

    /** Reads the elements of a list between brackets. */
    protected list(opening: number, slice: Slice, items: readonly Item[]): List {
        return { kind: "list", layout: "brackets", inside: this.source.inside(opening), items, ...this.source.range(slice) };
    }

    protected item(slice: Slice, value: Expression, isSpread = false): Item {
        return { value, ...(isSpread && { isSpread }), ...this.source.range(slice) };
    }

    protected object(
        opening: number,
        slice: Slice,
        members: readonly Member[],
        layout: "brackets" | "arguments" = "brackets",
    ): ObjectExpression {
        return { kind: "object", layout, inside: this.source.inside(opening), members, ...this.source.range(slice) };
    }

    /** Returns a member that can set any property to any value. */
    protected unknownMember(slice: Slice): Member {
        return { value: this.computed(slice), ...this.source.range(slice) };
    }
}

/** Returns the value of an integer or fraction; undefined if it is not one that all languages print as it is written. */
export function parseNumber(text: string): number | undefined {
    const digits = text.replaceAll("_", "");
    if (/^(?:0|[1-9]\d*|0[xX][0-9a-fA-F]+|0[oO][0-7]+|0[bB][01]+)$/.test(digits)) {
        const value = Number(digits);
        return Number.isSafeInteger(value) ? value : undefined;
    }
    const value = /^\d{1,9}\.\d{1,9}$/.test(digits) ? Number(digits) : Number.NaN;
    return Number.isInteger(value) || Number.isNaN(value) ? undefined : value;
}
