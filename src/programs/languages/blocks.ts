import type { Range } from "../expression";
import type { Slice, TokenSource } from "./tokens/source";

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

/** Deeper blocks are not read: no program has them. */
const MAX_DEPTH = 100;

/** Finds the innermost block of each token. */
export class BlockTree {
    readonly file: Block;
    readonly #blockOf: readonly Block[];
    /** The first token of a block that is nested too deeply. */
    readonly tooDeep: number | undefined;

    /** The blocks must be complete and nested. */
    constructor(
        source: TokenSource,
        readonly blocks: readonly Block[],
    ) {
        const count = source.tokens.length;
        this.file = { kind: "file", from: 0, to: count, opening: 0, start: 0, end: source.text.length + 1 };
        const sorted = [...blocks].sort((a, b) => a.from - b.from || b.to - a.to);
        const blockOf: Block[] = [];
        let current = this.file;
        let next = 0;
        let depth = 0;
        for (let index = 0; index < count; index++) {
            while (current.parent && index >= current.to) {
                current = current.parent;
                depth--;
            }
            for (let block = sorted[next]; block?.from === index; block = sorted[++next]) {
                block.parent = current;
                current = block;
                if (++depth > MAX_DEPTH) this.tooDeep ??= index;
            }
            blockOf.push(current);
        }
        this.#blockOf = blockOf;
    }

    /** Returns the innermost block that a token is in. */
    at(index: number): Block {
        return this.#blockOf[index] ?? this.file;
    }
}

/** Returns the part of a block behind an offset, where a local variable that is declared there can be used. */
export function scopeFrom(block: Block, start: number): Range {
    return { start, end: block.end };
}
