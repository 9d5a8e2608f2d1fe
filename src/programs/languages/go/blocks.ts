import { words } from "../shared";
import { Blocks, type Level, type Opened } from "../tokens/blocks";

/** Statements whose block follows at once. */
const HEADERS = words("if for switch select else");

/** Keywords behind which a line break does not end a statement. */
const CONTINUED = words("case chan const defer else for func go goto if import interface map package range select struct switch type var");

/** Symbols behind which a line break ends a statement. */
const ENDS = words(") ] } ++ --");

/** Keywords of declarations that can be a list in parentheses. */
const GROUPS = words("const var type import");

/** Keywords of types whose braces are no block. */
const TYPES = words("struct interface");

/** Finds the blocks and statements of a file of Go. */
export class GoBlocks extends Blocks {
    protected override endStatements(level: Level, index: number): void {
        const { source } = this;
        const text = source.textAt(index);
        const isHeader = this.#isHeader(level);
        if (source.startsLine(index) && this.#endsLine(index - 1) && !isHeader) this.endAt(level, index);
        if (text === "case" || text === "default") {
            this.endClause(level, index);
            level.clause = this.add({ kind: "statement", from: index }, index, index);
        }
        // Behind a label, `case x` or `default`.
        if (text === ":" || (text === ";" && !isHeader)) this.endAt(level, index, index + 1);
    }

    #isHeader({ start }: Level): boolean {
        return HEADERS.has(this.source.textAt(start));
    }

    /** Whether a line break behind a token ends a statement. */
    #endsLine(index: number): boolean {
        const text = this.source.textAt(index);
        return this.source.tokens[index]?.kind === "symbol" ? ENDS.has(text) : !CONTINUED.has(text);
    }

    protected override groupAt(level: Level, index: number): string | undefined {
        const keyword = this.source.textAt(level.start);
        return index === level.start + 1 && GROUPS.has(keyword) ? keyword : undefined;
    }

    protected openedAt(level: Level, index: number): Opened | undefined {
        if (TYPES.has(this.source.textAt(index - 1))) return undefined;
        if (level.func !== undefined) {
            const from = level.func;
            delete level.func;
            return { kind: "function", from };
        }
        if (!level.hasStatements) return undefined;
        if (index === level.start) return { kind: "statement", from: index };
        return this.#isHeader(level) && !this.#isLiteral(index) ? { kind: "statement", from: level.start } : undefined;
    }

    /** Whether a brace in the header of a statement opens a literal: `[]string{`, `map[string]*T{`, `[]T[int]{`, `[]struct{ x int }{`. */
    #isLiteral(index: number): boolean {
        const { source } = this;
        let last = index - 1;
        if (source.is(last, "]")) last = this.#openingOf(last) - 1;
        if (source.is(last, "}")) return TYPES.has(source.textAt(this.#openingOf(last) - 1));
        while (source.is(last - 1, ".")) last -= 2;
        if (source.isName(last) && source.is(last - 1, "]")) return true;
        // Elsewhere, an asterisk multiplies.
        const opening = this.#openingOf(last - 2);
        return source.is(last - 1, "*") && source.is(last - 2, "]") && (opening === last - 3 || source.is(opening - 1, "map"));
    }

    #openingOf(closing: number): number {
        return this.source.tokens[closing]?.partner ?? closing;
    }
}
