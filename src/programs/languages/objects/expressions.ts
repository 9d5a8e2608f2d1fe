import type { Expression, Item } from "../../expression";
import type { DeclaredNames } from "../declarations";
import { ExpressionReader, parseNumber, type Shape } from "../expression-reader";
import { type ExpressionSyntax, shapeOf } from "../shapes";
import type { Slice, TokenSource } from "../tokens/source";
import type { FieldFinder } from "./fields";
import { accessAt } from "./occurrences";
import type { ObjectSyntax } from "./syntax";

const CONSTANTS: ReadonlyMap<string, boolean | null> = new Map([
    ["true", true],
    ["false", false],
    ["null", null],
]);

/** Reads expressions of Java and C#. */
export abstract class ObjectExpressions extends ExpressionReader {
    constructor(
        source: TokenSource,
        protected readonly names: DeclaredNames,
        private readonly fields: FieldFinder,
        private readonly syntax: ObjectSyntax,
        private readonly expressions: ExpressionSyntax,
    ) {
        super(source);
    }

    /** Reads what starts with `new`. */
    protected abstract readNew(slice: Slice, depth: number): Expression;

    /** Reads a call or what is no name; undefined if it is neither. */
    protected abstract readCall(slice: Slice, depth: number): Expression | undefined;

    protected shapeOf(slice: Slice): Shape {
        return shapeOf(this.source, slice, this.expressions);
    }

    override read(slice: Slice, depth = 0): Expression {
        const { source } = this;
        const { from, to } = slice;
        if (source.is(from, "-") && to === from + 2) {
            const value = this.parseNumber(source.textAt(from + 1));
            if (value) return this.literal(-value, slice);
        }
        return super.read(slice, depth);
    }

    protected readOperand(slice: Slice, depth: number): Expression {
        const { source } = this;
        const { from, to } = slice;
        const token = source.tokens[from];
        const isSingle = source.next(from) === to;
        if (token?.kind === "string" && isSingle) return this.readString(from, depth);
        if (token?.kind === "number" && isSingle) {
            const value = this.parseNumber(token.text);
            return value === undefined ? this.computed(slice) : this.literal(value, slice);
        }
        if (source.is(from, "(") && isSingle) return this.read({ from: from + 1, to: to - 1 }, depth + 1);
        if (source.is(from, "new")) return this.readNew(slice, depth);
        const constant = CONSTANTS.get(source.textAt(from));
        if (isSingle && constant !== undefined) return this.literal(constant, slice);
        const call = this.readCall(slice, depth);
        if (call) return call;
        const access = accessAt(source, from, this.syntax);
        if (access?.to !== to || access.method !== undefined || access.path.includes("*")) return this.computed(slice);
        return { kind: "name", path: this.fields.pathOf(access.path, from, access.start), ...source.range(slice) };
    }

    protected parseNumber(text: string): number | undefined {
        const digits = /^0[xX]/.test(text) ? text : text.replace(/[lLuU]+$/, "");
        return parseNumber(digits);
    }

    /** Whether a value is a text or a list, where a language accepts both; undefined if that is unknown. */
    protected kindOf(value: Expression): "text" | "list" | undefined {
        if (value.kind === "wrapper") return this.kindOf(value.value);
        if (value.kind === "list") return "list";
        if (value.kind === "literal" || value.kind === "template" || value.kind === "concatenation" || value.kind === "object")
            return "text";
        const [first = "", second = ""] = value.kind === "name" ? value.path : [];
        const name = first === "this" ? `this.${second}` : first;
        const isWhole = value.kind === "name" && value.path.length === (first === "this" ? 2 : 1);
        const tokens = isWhole ? this.names.findConstant([name], value.start)?.tokens : undefined;
        if (!tokens) return undefined;
        if (this.source.tokens[tokens.from]?.kind === "string") return "text";
        const isList = /^(?:List|Arrays|\{|\[)$/.test(this.source.textAt(tokens.from)) || this.source.is(tokens.to - 1, "}");
        return isList ? "list" : undefined;
    }

    /** Returns an element that is written alone, but may also be the list of all elements. */
    protected mixedItem(slice: Slice, value: Expression): Item {
        const kind = this.kindOf(value);
        return this.item(slice, kind ? value : this.computed(slice), kind !== "text");
    }
}
