import { words } from "../shared";
import { Blocks, type Level, type Opened } from "../tokens/blocks";
import { frontOfType, isPattern } from "./declarations";

const CONDITIONS = words("catch fixed for foreach if lock switch synchronized try using while");
const TYPES = words("class enum interface record struct");
const LABELS = words("case default");
const INHERITING = words("extends implements :");
/** What is in front of `new()` in `where T : Base, new()`. */
const CONSTRAINTS = words(": ,");
/** What is in front of the braces of a literal or pattern. */
const VALUES = words("= , ( [ ] return with is not and or switch in ?? ? : new");

/** Finds the blocks and statements of a file of Java or C#. */
export class ObjectBlocks extends Blocks {
    /** Whether a brace opens a block, rather than a literal or pattern. */
    readonly isBlock = (opening: number): boolean => this.at(opening).opening === opening;

    protected endStatements(level: Level, index: number): void {
        const isLabel = this.source.is(index, ":") && LABELS.has(this.source.textAt(level.start));
        if (this.source.is(index, ";") || isLabel) this.endAt(level, index, index + 1);
    }

    protected openedAt(level: Level, index: number): Opened | undefined {
        const { source } = this;
        const before = source.textAt(index - 1);
        if (before === "->" || before === "=>") {
            const parameter = index - 2;
            return { kind: "function", from: Math.min(parameter, source.tokens[parameter]?.partner ?? parameter) };
        }
        if (isPattern(source, index)) return undefined;
        if (before === ")") return this.#behindParentheses(level, index);
        if (!level.hasStatements) return undefined;
        if (index === level.start) return { kind: "statement", from: index };
        const isIndexer = before === "]" && source.is((source.tokens[index - 1]?.partner ?? 0) - 1, "this");
        if ((VALUES.has(before) && !isIndexer) || this.#newOf(index - 1) !== undefined) return undefined;
        const from = level.start;
        const hasParameters = isIndexer || source.find({ from, to: index }, text => text === "(") < index; // `void f() throws E {`
        return this.#typeAt(from, index) ?? { kind: hasParameters ? "function" : "statement", from };
    }

    #behindParentheses(level: Level, index: number): Opened | undefined {
        const { source } = this;
        const opening = source.tokens[index - 1]?.partner ?? 0;
        const keyword = source.textAt(opening - 1);
        const from = level.hasStatements ? level.start : opening - 1;
        const isConstraint = level.hasStatements && CONSTRAINTS.has(source.textAt(opening - 2));
        if (keyword === "new" && !isConstraint) return undefined;
        const created = this.#newOf(opening - 1);
        // In C#, the braces are those of an initializer.
        if (created !== undefined) return source.language === "java" ? { kind: "type", from: created, isDerived: true } : undefined;
        if (CONDITIONS.has(keyword)) return { kind: "statement", from };
        return level.hasStatements ? (this.#typeAt(from, index) ?? { kind: "function", from }) : undefined;
    }

    /** Returns the `new` in front of the type that ends with a token. */
    #newOf(end: number): number | undefined {
        const front = frontOfType(this.source, end);
        return front !== undefined && this.source.is(front, "new") ? front : undefined;
    }

    /** Reads what is in front of the braces of a type. Undefined if it is none. */
    #typeAt(from: number, to: number): Opened | undefined {
        const { source } = this;
        const modifiers = new Set<string>();
        let name: string | undefined;
        let isDerived = false;
        for (let index = from; index < to; index = source.next(index)) {
            const [text, next] = [source.textAt(index), source.textAt(index + 1)];
            if (name !== undefined) isDerived ||= INHERITING.has(text);
            else {
                modifiers.add(text);
                if (TYPES.has(text) && source.isName(index + 1) && !TYPES.has(next)) name = next; // `record struct Point`
            }
        }
        return name === undefined ? undefined : { kind: "type", from, modifiers, isDerived, name };
    }
}
