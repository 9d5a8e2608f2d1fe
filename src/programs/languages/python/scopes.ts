import { lastIndexUpTo } from "../../names";
import type { Slice, TokenSource } from "../tokens/source";
import { COMPOUND } from "./syntax";

/** The scope of a module, function or class. Its end is set when its block ends. */
export interface Scope {
    start: number;
    end: number;
    readonly kind: "module" | "function" | "class";
    readonly parent: Scope | undefined;
    /** The names that `global` and `nonlocal` take from other scopes. */
    readonly outer: Set<string>;
    /** The name of a class or function. */
    readonly name?: string;
    /** Whether the parameter `self` is that of a method, or another one. */
    self?: "instance" | "other";
    /** Whether another class can set the fields of a class. */
    readonly isDerived?: boolean;
}

/** A block by its indentation. */
export interface Block {
    readonly indent: number;
    readonly scope: Scope;
    /** Whether the statements in it may not run. */
    readonly isConditional: boolean;
}

/** A statement, or the part of one between the keyword and the colon in front of its block. */
export interface Statement {
    readonly slice: Slice;
    /** The indentation of the line that it is on. */
    readonly indent: number;
    /** The keyword of a statement with a block. */
    readonly keyword?: string;
    /** The offset at which the statement in front of it ends. */
    readonly previousEnd: number;
    /** Whether the block is behind the colon on the same line. */
    readonly isInline: boolean;
}

/** Returns the class whose instance `self` is in a function. The fields of classes in classes are not followed. */
export function classOfSelf(scope: Scope): Scope | undefined {
    let method: Scope | undefined = scope;
    while (method?.kind === "function" && !method.self) method = method.parent;
    const owner = method?.self === "instance" ? method.parent : undefined;
    for (let outer = owner?.parent; outer; outer = outer.parent) if (outer.kind === "class") return undefined;
    return owner;
}

/** Splits a file into its statements, one for each line or part of a line. */
export function* statementsIn(source: TokenSource): Generator<Statement> {
    const count = source.tokens.length;
    let previousEnd = 0;
    for (let from = 0; from < count; ) {
        let to = source.next(from);
        while (!source.startsLine(to)) to = source.next(to);
        const indent = indentOf(source, from);
        let rest: Slice = { from, to };
        let isInline = false;
        for (let header = headerOf(source, rest); header; header = headerOf(source, rest)) {
            yield { ...header, indent, previousEnd, isInline };
            isInline = true;
            rest = { from: header.slice.to + 1, to };
        }
        for (const slice of source.split(rest, ";")) yield { slice, indent, previousEnd, isInline };
        previousEnd = source.range({ from, to }).end;
        from = to;
    }
}

/** Returns the part of a statement in front of its block. */
function headerOf(source: TokenSource, { from, to }: Slice): { slice: Slice; keyword: string } | undefined {
    const first = source.is(from, "async") ? from + 1 : from;
    const keyword = source.textAt(first);
    // `match` and `case` can be names as well: `case: int = 3`.
    const isName = (keyword === "match" || keyword === "case") && source.is(first + 1, ":");
    if (isName || !COMPOUND.has(keyword)) return undefined;
    let lambdas = 0;
    for (let index = first + 1; index < to; index = source.next(index)) {
        if (source.is(index, "lambda")) lambdas++;
        else if (source.is(index, ":") && lambdas-- === 0) return { slice: { from: first + 1, to: index }, keyword };
    }
    return undefined;
}

/** Returns the number of spaces and tabs in front of a token. A form feed starts a new line. */
function indentOf(source: TokenSource, index: number): number {
    const end = source.startOf(index);
    let start = end;
    while (/[ \t]/.test(source.text.charAt(start - 1))) start--;
    return end - start;
}

/** Deeper blocks are not read: Python does not allow them. */
const MAX_DEPTH = 101;

/** Follows the blocks that statements are in. */
export class Blocks {
    readonly module: Scope;
    readonly #blocks: Block[];

    constructor(private readonly source: TokenSource) {
        this.module = { start: 0, end: source.text.length, kind: "module", parent: undefined, outer: new Set() };
        this.#blocks = [{ indent: -1, scope: this.module, isConditional: false }];
    }

    get current(): Block {
        return this.#blocks.at(-1) as Block;
    }

    /** Ends the blocks that a statement is not in. */
    enter({ indent, previousEnd, isInline }: Statement): void {
        if (!isInline) this.closeAll(indent, previousEnd);
    }

    open({ indent, keyword, slice }: Statement, scope?: Scope): void {
        const { current } = this;
        if (this.#blocks.length === MAX_DEPTH) this.source.addError(this.source.startOf(slice.from), "the code is nested too deeply");
        const isConditional = scope === undefined && (current.isConditional || keyword !== "with");
        this.#blocks.push({ indent, scope: scope ?? current.scope, isConditional });
    }

    closeAll(indent = 0, end = this.module.end): void {
        while (indent <= this.current.indent) {
            const { scope } = this.#blocks.pop() as Block;
            if (scope !== this.current.scope) scope.end = end;
        }
    }
}

/** Returns a function that finds the innermost scope at an offset. */
export function scopeFinder(module: Scope, scopes: readonly Scope[]): (offset: number) => Scope {
    return offset => {
        let scope = scopes[lastIndexUpTo(scopes, offset)] ?? module;
        while (scope.parent && scope.end <= offset) scope = scope.parent;
        return scope;
    };
}
