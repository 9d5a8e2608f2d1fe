import { type Block, BlockTree, type Statement } from "../blocks";
import type { Slice, TokenSource } from "../tokens/source";

/** A pair of brackets, or the file. */
interface Level {
    readonly opening: number;
    /** Whether statements or members are in it, rather than values. */
    readonly hasStatements: boolean;
    /** The first token of the current statement. */
    start: number;
    /** Whether the block behind the current statement starts with it. */
    readonly isStatement: boolean;
}

/** What a brace opens: a block that starts at a token, or a literal. */
interface Opened {
    readonly from: number;
    readonly kind: Block["kind"];
    readonly isDerived?: boolean;
}

const CONDITIONS: ReadonlySet<string> = new Set("catch fixed for foreach if lock switch synchronized try using while".split(" "));
const TYPES: ReadonlySet<string> = new Set(["class", "enum", "interface", "record", "struct"]);
/** What is in front of the braces of a literal or pattern. */
const VALUES: ReadonlySet<string> = new Set("= , ( [ ] return with is not and or switch in ?? ? : new".split(" "));

/** Finds the blocks and statements of a file of Java or C#. */
export class ObjectBlocks {
    readonly statements: Statement[] = [];
    readonly #blocks: Block[] = [];
    readonly #levels: Level[] = [{ opening: -1, hasStatements: true, start: 0, isStatement: false }];

    constructor(
        private readonly source: TokenSource,
        private readonly language: "java" | "csharp",
    ) {}

    read(): BlockTree {
        const { source } = this;
        const count = source.tokens.length;
        for (let index = 0; index < count; index++) {
            const level = this.#levels.at(-1) as Level;
            const { text, partner, kind } = source.tokens[index] ?? { text: "", kind: "symbol" };
            if (partner !== undefined && text !== "<" && text !== ">") {
                if (partner > index) this.#open(level, index);
                else this.#close(index);
            } else if (kind !== "symbol") continue;
            else if (level.hasStatements && (text === ";" || this.#endsLabel(level, index))) this.#end(level, index, index + 1);
        }
        this.#end(this.#levels[0] as Level, count, count);
        return new BlockTree(source, this.#blocks);
    }

    /** Whether a colon ends the label of a part of a switch. */
    #endsLabel({ start }: Level, index: number): boolean {
        const { source } = this;
        return source.is(index, ":") && (source.is(start, "case") || source.is(start, "default"));
    }

    #end(level: Level, index: number, next: number): void {
        if (level.start < index) this.statements.push({ from: level.start, to: index });
        level.start = next;
    }

    #open(level: Level, index: number): void {
        const opened = this.source.is(index, "{") ? this.#openedAt(level, index) : undefined;
        const isStatement = opened !== undefined && level.hasStatements && opened.from === level.start;
        if (isStatement) this.#end(level, index, index);
        if (opened) this.#add(opened, index);
        this.#levels.push({ opening: index, hasStatements: opened !== undefined, start: index + 1, isStatement });
    }

    #close(index: number): void {
        const closed = this.#levels.pop();
        const level = this.#levels.at(-1);
        if (!closed || !level) return;
        if (closed.hasStatements) this.#end(closed, index, index);
        if (closed.isStatement) level.start = index + 1;
    }

    #add({ from, kind, isDerived }: Opened, opening: number): void {
        const { source } = this;
        const to = source.closingOf(opening) + 1;
        const range = source.range({ from, to });
        const base: Block = { kind, from, to, opening, ...range };
        if (kind !== "type") {
            this.#blocks.push(base);
            return;
        }
        const header = this.#readHeader({ from, to: opening });
        this.#blocks.push({ ...base, ...header, isDerived: Boolean(isDerived || header.isDerived) });
    }

    /** Reads what is in front of the braces of a type. */
    #readHeader({ from, to }: Slice): Partial<Block> {
        const { source } = this;
        const modifiers = new Set<string>();
        let name: string | undefined;
        let isDerived = false;
        for (let index = from; index < to; index = source.next(index)) {
            const text = source.textAt(index);
            if (name === undefined && TYPES.has(text) && source.isName(index + 1)) {
                modifiers.add(text);
                name = source.textAt(index + 1) === "struct" || source.textAt(index + 1) === "class" ? undefined : source.textAt(index + 1);
            } else if (name === undefined) modifiers.add(text);
            else if (text === "extends" || text === "implements" || text === ":") isDerived = true;
        }
        return { ...(name !== undefined && { name }), modifiers, isDerived };
    }

    /** Returns what a brace opens; undefined for a literal. */
    #openedAt(level: Level, index: number): Opened | undefined {
        const { source } = this;
        const before = source.textAt(index - 1);
        if (before === "->" || before === "=>") {
            const parameter = index - 2;
            return { from: Math.min(parameter, source.tokens[parameter]?.partner ?? parameter), kind: "function" };
        }
        if (level.hasStatements && index === level.start) return { from: index, kind: "statement" };
        if (before === ")") return this.#behindParentheses(level, index);
        const isIndexer = before === "]" && source.is((source.tokens[index - 1]?.partner ?? 0) - 1, "this");
        if (!level.hasStatements || (VALUES.has(before) && !isIndexer)) return undefined;
        if (this.#isNew(index - 1)) return undefined;
        return { from: level.start, kind: this.#isType({ from: level.start, to: index }) ? "type" : "statement" };
    }

    #behindParentheses(level: Level, index: number): Opened | undefined {
        const { source } = this;
        const opening = source.tokens[index - 1]?.partner ?? 0;
        const keyword = source.textAt(opening - 1);
        const isConstraint = level.hasStatements && /^[:,]$/.test(source.textAt(opening - 2)); // `where T : new()`
        if (source.is(opening - 1, "new")) return isConstraint ? { from: level.start, kind: "function" } : undefined;
        if (this.#isNew(opening - 1)) {
            if (this.language === "csharp") return undefined;
            let from = opening - 1;
            while (!source.is(from, "new")) from--;
            return { from, kind: "type", isDerived: true };
        }
        if (CONDITIONS.has(keyword)) {
            const first = level.hasStatements ? source.textAt(level.start) : "";
            const isFirst = first === keyword || first === "else" || first === "await";
            return { from: isFirst ? level.start : opening - 1, kind: "statement" };
        }
        if (!level.hasStatements) return undefined;
        return { from: level.start, kind: this.#isType({ from: level.start, to: index }) ? "type" : "function" };
    }

    /** Whether a token ends the type behind `new`. */
    #isNew(end: number): boolean {
        const { source } = this;
        let index = end;
        if (source.is(index, ">")) index = (source.tokens[index]?.partner ?? index) - 1;
        while (source.isName(index) && (source.is(index - 1, ".") || source.is(index - 1, "::"))) index -= 2;
        return source.isName(index) && source.is(index - 1, "new");
    }

    #isType({ from, to }: Slice): boolean {
        const { source } = this;
        for (let index = from; index < to; index = source.next(index))
            if (TYPES.has(source.textAt(index)) && source.isName(index + 1)) return true;
        return false;
    }
}
