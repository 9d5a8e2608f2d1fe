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
    Program,
    Range,
    Wrapper,
} from "../../expression";
import type { Names } from "../../names";
import type { ResourceType } from "../../resource-types";
import type { Declaration, NameCollector } from "./names";
import { shapeOf } from "./shapes";
import type { DottedPath, Slice, TokenSource } from "./source";
import type { Syntax } from "./syntax";
import type { Token } from "./tokens";

/** More brackets in brackets are computed. */
const MAX_DEPTH = 60;

/** What is known about a construction. */
export type Parts = Pick<Construction, "name" | "args" | "options">;

/** The functions of Pulumi that return their argument, or an output with its value. */
export type Wrappers = Readonly<Record<string, Pick<Wrapper, "isOutput" | "isSecret">>>;

/** Reads expressions from tokens. What is not understood is computed; what is no expression makes the arguments around it unknown. */
export abstract class ExpressionReader {
    /** The constructions that were read, by the index of their first token. */
    readonly #constructions = new Map<number, Construction>();
    readonly #notCovered = new Map<number, NotCovered>();
    /** How many expressions were not valid. */
    #broken = 0;

    constructor(
        protected readonly source: TokenSource,
        protected readonly syntax: Syntax,
        protected readonly names: Names<Declaration>,
    ) {}

    /** Reads an expression that starts with a name which is no constant. */
    protected abstract readName(slice: Slice, depth: number): Expression;

    /** Reads a construction that starts at a token. Returns whether a resource's class is used there in another way, such as a base. */
    protected abstract readClass(index: number, path: DottedPath): boolean;

    /** Reads the values of all declarations, and the constructions that no name is assigned to. */
    readAll({ bindings, changes, uses, isOpaque }: NameCollector): Partial<Program> {
        const { source } = this;
        for (const declaration of bindings)
            if (declaration.tokens) declaration.value = this.readDeclaration(declaration, declaration.tokens);
        const notRead: Range[] = [];
        for (const index of source.tokens.keys()) {
            const path = source.is(index - 1, ".") ? undefined : source.pathAt(index);
            if (path && this.readClass(index, path)) notRead.push(source.range({ from: index, to: path.to }));
        }
        const byStart = (a: Range, b: Range) => a.start - b.start;
        const constructions = [...this.#constructions.values()].sort(byStart);
        return { constructions, notCovered: [...this.#notCovered.values()].sort(byStart), notRead, bindings, changes, uses, isOpaque };
    }

    /** Reads the value of a declaration. Undefined if it is not valid. */
    protected readDeclaration(_declaration: Declaration, tokens: Slice): Expression | undefined {
        return this.readValid(() => this.read(tokens));
    }

    read(slice: Slice, depth = 0): Expression {
        const { from, to } = slice;
        const number = this.source.is(from, "-") && to === from + 2 ? parseNumber(this.source.textAt(from + 1)) : undefined;
        if (number) return this.literal(-number, slice);
        if (depth > MAX_DEPTH) return this.computed(slice);
        const plus = shapeOf(this.source, slice, this.syntax);
        if (plus === "broken") this.#broken++;
        if (typeof plus === "string") return this.computed(slice);
        if (plus.length === 0) return this.#readOperand(slice, depth);
        const starts = [from, ...plus.map(index => index + 1)];
        const parts = starts.map((from, index) => this.read({ from, to: plus[index] ?? to }, depth + 1));
        return { kind: "concatenation", parts, ...this.source.range(slice) };
    }

    /** Reads an expression without operators at its top level. */
    #readOperand(slice: Slice, depth: number): Expression {
        const { kind, text, partner } = this.source.tokens[slice.from] as Token;
        const isSingle = this.source.next(slice.from) === slice.to;
        if (kind === "string") return this.#readStrings(slice, depth);
        if (kind === "name") {
            const constant = isSingle && !this.names.has(text) ? [true, false, null][this.syntax.constants.indexOf(text)] : undefined;
            return constant === undefined ? this.readName(slice, depth) : this.literal(constant, slice);
        }
        if (!isSingle) return this.computed(slice);
        if (partner !== undefined) return this.readBrackets(slice, depth);
        const number = parseNumber(text);
        return number === undefined ? this.computed(slice) : this.literal(number, slice);
    }

    /** Reads what is in brackets. */
    protected readBrackets(slice: Slice, depth: number): Expression {
        const { from, to } = slice;
        return this.source.is(from, "(") ? this.read({ from: from + 1, to: to - 1 }, depth + 1) : this.computed(slice);
    }

    /** Reads one string, or the adjacent strings of Python. */
    #readStrings(slice: Slice, depth: number): Expression {
        const parts: Expression[] = [];
        for (let index = slice.from; index < slice.to; index = this.source.next(index)) {
            const { string } = this.source.tokens[index] as Token;
            if (!string) return this.computed(slice);
            parts.push(this.#readString(index, string, depth));
        }
        const [first] = parts;
        return first && parts.length === 1 ? first : { kind: "concatenation", parts, ...this.source.range(slice) };
    }

    #readString(index: number, string: NonNullable<Token["string"]>, depth: number): Expression {
        const { source } = this;
        const slice = { from: index, to: source.next(index) };
        if (!string.parts) return this.computed(slice);
        const { quote } = string;
        const range = source.range(slice);
        const parts = string.parts.map(part => {
            if (typeof part === "string") return part;
            // `{x=}` of Python, and `{x,5}` of C#.
            const isFormatted = part.isFormatted || source.is(part.to - 1, "=") || source.split(part).length > 1;
            return isFormatted ? this.computed(part) : this.read(part, depth + 1);
        });
        if (parts.length === 1) return { kind: "literal", value: parts[0] as string, quote, ...range };
        return { kind: "template", parts: parts.filter(part => part !== ""), quote, ...range };
    }

    /** Notes that something in the arguments around it is not valid. */
    protected breakOff(slice: Slice): Computed {
        this.#broken++;
        return this.computed(slice);
    }

    /** Reads something. Returns undefined if a part of it was not valid. */
    protected readValid<T>(read: () => T): T | undefined {
        const before = this.#broken;
        const result = read();
        return this.#broken === before ? result : undefined;
    }

    /**
     * Reads the construction of a resource, once. Undefined if it is none, or of a type that the policies do not cover. If its arguments
     * are not valid, all of them are computed.
     */
    protected constructAt(slice: Slice, opening: number, found: ResourceType | undefined, readParts: () => Parts | undefined) {
        const range = this.source.range(slice);
        if (found && !found.isCovered) this.#notCovered.set(slice.from, { type: found.type, ...range });
        if (!found?.isCovered) return undefined;
        const known = this.#constructions.get(slice.from);
        if (known) return known;
        const parts = this.readValid(readParts) ?? this.computedParts(opening);
        const construction: Construction = { kind: "resource", type: found.type, ...parts, ...range };
        this.#constructions.set(slice.from, construction);
        return construction;
    }

    protected computedParts(opening: number): Parts {
        const computed = { kind: "computed", ...this.source.inside(opening) } as const;
        return { name: undefined, args: computed, options: computed };
    }

    protected computed(slice: Slice): Computed {
        return { kind: "computed", ...this.source.range(slice) };
    }

    protected literal(value: Literal["value"], slice: Slice): Literal {
        return { kind: "literal", value, quote: "", ...this.source.range(slice) };
    }

    /** Reads the elements of a list between brackets. */
    protected list(opening: number, slice: Slice, items: readonly Item[]): List {
        return { kind: "list", layout: "brackets", inside: this.source.inside(opening), items, ...this.source.range(slice) };
    }

    protected items(parts: readonly Slice[], depth: number): Item[] {
        return parts.map(part => {
            const isSpread = this.source.is(part.from, this.syntax.spread);
            return this.item(part, this.read({ from: part.from + (isSpread ? 1 : 0), to: part.to }, depth + 1), isSpread);
        });
    }

    protected item(slice: Slice, value: Expression, isSpread = false): Item {
        return { value, ...(isSpread && { isSpread }), ...this.source.range(slice) };
    }

    protected object(opening: number, slice: Slice, members: readonly Member[], layout: ObjectExpression["layout"] = "brackets") {
        return { kind: "object", layout, inside: this.source.inside(opening), members, ...this.source.range(slice) } as const;
    }

    /** Returns a member that sets a property. */
    protected member(rawName: string, key: Slice, value: Expression, slice: Slice): Member {
        const name = this.syntax.language.propertyName(rawName);
        return { name, rawName, key: this.source.range(key), value, ...this.source.range(slice) };
    }

    /** Reads an entry of a map, whose key is an expression. */
    protected entry(key: Slice, value: Expression, slice: Slice, depth: number): Member {
        const text = this.read(key, depth + 1);
        if (text.kind !== "literal" || typeof text.value !== "string") return this.unknownMember(slice);
        const { value: name, start, end } = text;
        return { name, rawName: name, key: { start, end }, value, ...this.source.range(slice) };
    }

    /** Returns a member that can set any property to any value. */
    protected unknownMember(slice: Slice, value = this.computed(slice)): Member {
        return { value, ...this.source.range(slice) };
    }
}

/** Returns the value of an integer or fraction; undefined if it is not one that all languages print as it is written. */
function parseNumber(text: string): number | undefined {
    const digits = text.replace(/[_lLuU]/g, "");
    if (/^(?:0|[1-9]\d*|0[xX][0-9a-fA-F]+|0[oO][0-7]+|0[bB][01]+)$/.test(digits)) {
        const value = Number(digits);
        return Number.isSafeInteger(value) ? value : undefined;
    }
    const value = /^\d{1,9}\.\d{1,9}$/.test(digits) ? Number(digits) : undefined;
    return Number.isInteger(value) ? undefined : value;
}
