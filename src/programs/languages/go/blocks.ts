import { type Block, BlockTree, type Statement } from "../blocks";
import type { TokenSource } from "../tokens/source";

/** A pair of brackets, or the file. */
interface Level {
    readonly opening: number;
    /** Whether statements are in it, rather than values. */
    readonly hasStatements: boolean;
    /** The keyword of a group: `const (...)`. */
    readonly group?: string;
    /** The first token of the current statement. */
    start: number;
    /** The keyword `func` whose block is still to come. */
    func?: number;
    /** The current part of a switch or select. */
    clause?: Block;
}

/** Statements whose block follows at once. */
const HEADERS: ReadonlySet<string> = new Set(["if", "for", "switch", "select", "else"]);

/** Whether a line break behind a token ends a statement. */
function endsStatement(source: TokenSource, index: number): boolean {
    const token = source.tokens[index];
    if (!token) return false;
    if (token.kind !== "symbol")
        return !/^(?:case|chan|const|defer|else|for|func|go|goto|if|import|interface|map|package|range|select|struct|switch|type|var)$/.test(
            token.text,
        );
    return /^(?:[)\]}]|\+\+|--)$/.test(token.text);
}

/** Finds the blocks and statements of a file of Go. */
export class GoBlocks {
    readonly statements: Statement[] = [];
    readonly #blocks: Block[] = [];
    readonly #levels: Level[] = [{ opening: -1, hasStatements: true, start: 0 }];

    constructor(private readonly source: TokenSource) {}

    read(): BlockTree {
        const { source } = this;
        const count = source.tokens.length;
        for (let index = 0; index < count; index++) {
            const level = this.#levels.at(-1) as Level;
            if (level.hasStatements) this.#readStatement(level, index);
            if (source.is(index, "func") && source.isName(index)) level.func = index;
            if (source.closingOf(index) > 0) this.#open(level, index);
            else if (source.tokens[index]?.partner !== undefined) this.#close(index);
        }
        this.#end(this.#levels[0] as Level, count);
        return new BlockTree(source, this.#blocks);
    }

    /** Starts a new statement where one starts. */
    #readStatement(level: Level, index: number): void {
        const { source } = this;
        const isHeader = source.isName(level.start) && HEADERS.has(source.textAt(level.start));
        const text = source.textAt(index);
        if (index > level.start && source.startsLine(index) && endsStatement(source, index - 1) && !isHeader) this.#end(level, index);
        if (index === level.start && (text === "case" || text === "default") && level.opening >= 0) this.#openClause(level, index);
        if (text === ";" && !isHeader) this.#end(level, index, index + 1);
        const first = source.textAt(level.start);
        const isLabel =
            text === ":" && (first === "case" || first === "default" || (index === level.start + 1 && source.isName(level.start)));
        if (isLabel) this.#end(level, index, index + 1);
    }

    #end(level: Level, index: number, next = index): void {
        if (level.start < index) this.statements.push({ from: level.start, to: index, ...(level.group && { group: level.group }) });
        level.start = next;
        delete level.func;
    }

    #openClause(level: Level, index: number): void {
        this.#endClause(level, index);
        level.clause = this.#add("statement", index, index, index);
    }

    #endClause({ clause }: Level, index: number): void {
        if (!clause) return;
        clause.to = index;
        clause.end = this.source.startOf(index);
    }

    #open(level: Level, index: number): void {
        const { source } = this;
        const block = source.is(index, "{") ? this.#blockAt(level, index) : undefined;
        const group = source.is(index, "(") && level.hasStatements && index === level.start + 1 ? source.textAt(level.start) : "";
        const isGroup = /^(?:const|var|type|import)$/.test(group);
        this.#levels.push({ opening: index, hasStatements: block !== undefined || isGroup, start: index + 1, ...(isGroup && { group }) });
    }

    /** Adds the block that a brace opens. Undefined if it opens a literal or a type. */
    #blockAt(level: Level, index: number): Block | undefined {
        const { source } = this;
        const before = source.textAt(index - 1);
        const to = source.closingOf(index) + 1;
        if (before === "struct" || before === "interface") return undefined;
        if (level.func !== undefined) {
            const from = level.func;
            delete level.func;
            if (from === level.start) this.#end(level, index);
            return this.#add("function", from, index, to);
        }
        if (!level.hasStatements) return undefined;
        if (index === level.start) return this.#add("statement", index, index, to);
        const isElement =
            source.isName(index - 1) && (source.is(index - 2, "]") || (source.is(index - 2, ".") && source.is(index - 4, "]")));
        if (!HEADERS.has(source.textAt(level.start)) || isElement || before === "]") return undefined;
        const from = level.start;
        this.#end(level, index);
        return this.#add("statement", from, index, to);
    }

    #add(kind: "function" | "statement", from: number, opening: number, to: number): Block {
        const { start } = this.source.range({ from, to: from });
        const block: Block = { kind, from, to, opening, start, end: this.source.range({ from, to }).end };
        this.#blocks.push(block);
        return block;
    }

    #close(index: number): void {
        const closed = this.#levels.pop();
        const level = this.#levels.at(-1);
        if (!closed || !level) return;
        if (closed.hasStatements) {
            this.#end(closed, index);
            this.#endClause(closed, index);
        }
        // A function in an expression does not end the statement.
        const isBlock = this.source.is(index, "}") && closed.hasStatements;
        if (isBlock && level.hasStatements && level.start >= closed.opening) level.start = index + 1;
    }
}
