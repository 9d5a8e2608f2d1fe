import { words } from "../shared";
import { Blocks, type Level, type Opened } from "../tokens/blocks";

/** Statements whose block follows at once. */
const HEADERS = words("if for switch select else");

/** Keywords behind which a line break does not end a statement. */
const CONTINUED = words("case chan const defer else for func go goto if import interface map package range select struct switch type var");

/** Finds the blocks and statements of a file of Go. */
export class GoBlocks extends Blocks {
    protected override endStatements(level: Level, index: number): void {
        const { source } = this;
        const text = source.textAt(index);
        const isHeader = this.#isHeader(level);
        if (index > level.start && source.startsLine(index) && this.#endsLine(index - 1) && !isHeader) this.endAt(level, index);
        if (index === level.start && (text === "case" || text === "default") && level.opening >= 0) {
            this.endClause(level, index);
            level.clause = this.add({ kind: "statement", from: index }, index, index);
        }
        if (text === ";" && !isHeader) this.endAt(level, index, index + 1);
        const first = source.textAt(level.start);
        const isLabel = first === "case" || first === "default" || (index === level.start + 1 && source.isName(level.start));
        if (text === ":" && isLabel) this.endAt(level, index, index + 1);
    }

    #isHeader({ start }: Level): boolean {
        return this.source.isName(start) && HEADERS.has(this.source.textAt(start));
    }

    /** Whether a line break behind a token ends a statement. */
    #endsLine(index: number): boolean {
        const { kind, text = "" } = this.source.tokens[index] ?? {};
        return kind === "symbol" ? /^(?:[)\]}]|\+\+|--)$/.test(text) : kind !== undefined && !CONTINUED.has(text);
    }

    protected override groupAt(level: Level, index: number): string | undefined {
        const keyword = this.source.textAt(level.start);
        return index === level.start + 1 && /^(?:const|var|type|import)$/.test(keyword) ? keyword : undefined;
    }

    protected openedAt(level: Level, index: number): Opened | undefined {
        const { source } = this;
        const before = source.textAt(index - 1);
        if (before === "struct" || before === "interface") return undefined;
        if (level.func !== undefined) {
            const from = level.func;
            delete level.func;
            return { kind: "function", from };
        }
        if (!level.hasStatements) return undefined;
        if (index === level.start) return { kind: "statement", from: index };
        const isElement =
            source.isName(index - 1) && (source.is(index - 2, "]") || (source.is(index - 2, ".") && source.is(index - 4, "]")));
        if (!this.#isHeader(level) || isElement || before === "]") return undefined;
        return { kind: "statement", from: level.start };
    }
}
