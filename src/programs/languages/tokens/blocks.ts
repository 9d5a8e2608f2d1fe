import type { Range } from "../../expression";
import type { Slice, TokenSource } from "./source";

/** A block in braces, with what is in front of it: parameters, a condition. Blocks are scopes. */
export interface Block extends Range {
    /** The token at which it starts, and the one behind it. */
    readonly from: number;
    to: number;
    end: number;
    readonly kind: "file" | "type" | "function" | "statement";
    /** The opening brace; for a file and a part of a switch, the token at which it starts. */
    readonly opening: number;
    parent?: Block;
    /** The name of a type. */
    readonly name?: string;
    /** Whether the names of other types are also names in this one. */
    readonly isDerived?: boolean;
    /** The keywords in front of the name of a type. */
    readonly modifiers?: ReadonlySet<string>;
}

/** A statement or declaration, without the block behind it. */
export interface Statement extends Slice {
    /** The keyword in front of the parentheses that it is in: `const`, `var`, `import`. */
    readonly group?: string;
}

/** A pair of brackets, or the file. */
export interface Level {
    readonly opening: number;
    /** Whether statements are in it, rather than values. */
    readonly hasStatements: boolean;
    /** The first token of the current statement. */
    start: number;
    /** Whether the block behind the current statement starts with it. */
    readonly isStatement?: boolean;
    readonly group?: string | undefined;
    /** The keyword `func` whose block is still to come. */
    func?: number;
    /** The current part of a switch or select of Go. */
    clause?: Block;
}

/** What a brace opens: a block that starts at a token. */
export type Opened = Pick<Block, "from" | "kind" | "name" | "isDerived" | "modifiers">;

/** Deeper blocks are not read: no program has them. */
const MAX_DEPTH = 100;

/** Finds the blocks and statements of a file in a language with braces. */
export abstract class Blocks {
    readonly statements: Statement[] = [];
    readonly all: Block[] = [];
    readonly file: Block;
    readonly #blockOf: Block[] = [];
    readonly #levels: Level[] = [{ opening: -1, hasStatements: true, start: 0 }];

    constructor(protected readonly source: TokenSource) {
        this.file = { kind: "file", from: 0, to: source.tokens.length, opening: 0, start: 0, end: source.text.length + 1 };
    }

    /** Ends the statements that end in front of a token or with it. */
    protected abstract endStatements(level: Level, index: number): void;

    /** Returns the block that a brace opens; undefined if it opens a literal or a type of Go. */
    protected abstract openedAt(level: Level, index: number): Opened | undefined;

    /** Returns the keyword of the declarations in parentheses; undefined if there are none. */
    protected groupAt(_level: Level, _index: number): string | undefined {
        return undefined;
    }

    /** Finds the blocks. One that is nested too deeply is an error. */
    read(): this {
        const { tokens } = this.source;
        for (const [index, { text, partner }] of tokens.entries()) {
            const level = this.#levels.at(-1) as Level;
            if (level.hasStatements) this.endStatements(level, index);
            if (text === "func") level.func ??= index;
            if (partner === undefined) continue;
            if (partner > index) this.#open(level, index);
            else this.#close(index);
        }
        this.endAt(this.#levels[0] as Level, tokens.length);
        this.#nest();
        return this;
    }

    /** Returns the innermost block that a token is in. */
    at(index: number): Block {
        return this.#blockOf[index] ?? this.file;
    }

    /** Ends a statement in front of a token. */
    protected endAt(level: Level, index: number, next = index): void {
        if (level.start < index) this.statements.push({ from: level.start, to: index, ...(level.group && { group: level.group }) });
        level.start = next;
        delete level.func;
    }

    protected add(opened: Opened, opening: number, to: number): Block {
        const block: Block = { ...opened, opening, to, ...this.source.range({ from: opened.from, to }) };
        this.all.push(block);
        return block;
    }

    #open(level: Level, index: number): void {
        const opened = this.source.is(index, "{") ? this.openedAt(level, index) : undefined;
        const isStatement = opened !== undefined && level.hasStatements && opened.from === level.start;
        if (isStatement) this.endAt(level, index);
        if (opened) this.add(opened, index, this.source.next(index));
        const group = this.groupAt(level, index);
        const hasStatements = opened !== undefined || group !== undefined;
        this.#levels.push({ opening: index, hasStatements, start: index + 1, isStatement, group });
    }

    #close(index: number): void {
        const closed = this.#levels.pop() as Level;
        const level = this.#levels.at(-1) as Level;
        if (closed.hasStatements) this.endAt(closed, index);
        this.endClause(closed, index);
        if (closed.isStatement) level.start = index + 1;
    }

    protected endClause({ clause }: Level, index: number): void {
        if (!clause) return;
        clause.to = index;
        clause.end = this.source.startOf(index);
    }

    /** Finds the parents of the blocks, and the innermost block of each token. */
    #nest(): void {
        const sorted = [...this.all].sort((a, b) => a.from - b.from);
        let current = this.file;
        let next = 0;
        let depth = 0;
        for (const index of this.source.tokens.keys()) {
            for (; current.parent && index >= current.to; depth--) current = current.parent;
            for (let block = sorted[next]; block?.from === index; block = sorted[++next]) {
                block.parent = current;
                current = block;
                if (++depth > MAX_DEPTH && this.source.errors.length === 0)
                    this.source.addError(this.source.startOf(index), "the code is nested too deeply");
            }
            this.#blockOf.push(current);
        }
    }
}
