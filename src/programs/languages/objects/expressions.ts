import type { Expression, Item } from "../../expression";
import type { Names } from "../../names";
import { words } from "../shared";
import { accessAt } from "../tokens/access";
import { ExpressionReader } from "../tokens/expressions";
import type { Declaration } from "../tokens/names";
import type { Slice, TokenSource } from "../tokens/source";
import type { Syntax } from "../tokens/syntax";
import type { Types } from "./types";

/** Expressions whose values are no lists. */
const TEXTS = words("literal template concatenation object");
/** What a list starts with. */
const LISTS = words("List Arrays { [");

/** Reads expressions of Java and C#. */
export abstract class ObjectExpressions<T extends Types> extends ExpressionReader {
    constructor(
        source: TokenSource,
        syntax: Syntax,
        names: Names<Declaration>,
        protected readonly types: T,
        /** Returns the path of a name at a token, with `this` for a field. */
        private readonly pathOf: (path: readonly string[], index: number) => readonly string[],
    ) {
        super(source, syntax, names);
    }

    /** Reads what starts with `new`. */
    protected abstract readNew(slice: Slice, depth: number): Expression;

    /** Reads a call; undefined if it is none that is known. */
    protected abstract readCall(slice: Slice, depth: number): Expression | undefined;

    protected readName(slice: Slice, depth: number): Expression {
        const { from, to } = slice;
        if (this.source.is(from, "new")) return this.readNew(slice, depth);
        const call = this.readCall(slice, depth);
        if (call) return call;
        const access = accessAt(this.source, from, this.syntax);
        if (access?.to !== to || access.path.includes("*")) return this.computed(slice);
        return { kind: "name", path: this.pathOf(access.path, from), ...this.source.range(slice) };
    }

    /** Whether a value is a text or a list, where a language accepts both; undefined if that is unknown. */
    protected kindOf(value: Expression): "text" | "list" | undefined {
        if (value.kind === "wrapper") return this.kindOf(value.value);
        if (value.kind === "list") return "list";
        if (TEXTS.has(value.kind)) return "text";
        if (value.kind !== "name") return undefined;
        const tokens = this.names.findConstant([value.path.join(".")], value.start)?.tokens;
        if (!tokens) return undefined;
        if (this.source.tokens[tokens.from]?.kind === "string") return "text";
        const isList = LISTS.has(this.source.textAt(tokens.from)) || this.source.is(tokens.to - 1, "}");
        return isList ? "list" : undefined;
    }

    /** Returns an element that is written alone, but may also be the list of all elements. */
    protected mixedItem(slice: Slice, value: Expression): Item {
        const kind = this.kindOf(value);
        return this.item(slice, kind ? value : this.computed(slice), kind !== "text");
    }
}
