import { words } from "../shared";
import { Blocks, type Level, type Opened } from "../tokens/blocks";

const CONDITIONS = words("catch fixed for foreach if lock switch synchronized try using while");
const TYPES = words("class enum interface record struct");
/** What is in front of the braces of a literal or pattern. */
const VALUES = words("= , ( [ ] return with is not and or switch in ?? ? : new");

/** Finds the blocks and statements of a file of Java or C#. */
export class ObjectBlocks extends Blocks {
    protected endStatements(level: Level, index: number): void {
        const isLabel = this.source.is(index, ":") && /^(?:case|default)$/.test(this.source.textAt(level.start));
        if (this.source.is(index, ";") || isLabel) this.endAt(level, index, index + 1);
    }

    protected openedAt(level: Level, index: number): Opened | undefined {
        const { source } = this;
        const before = source.textAt(index - 1);
        if (before === "->" || before === "=>") {
            const parameter = index - 2;
            return { kind: "function", from: Math.min(parameter, source.tokens[parameter]?.partner ?? parameter) };
        }
        if (level.hasStatements && index === level.start) return { kind: "statement", from: index };
        if (before === ")") return this.#behindParentheses(level, index);
        const isIndexer = before === "]" && source.is((source.tokens[index - 1]?.partner ?? 0) - 1, "this");
        if (!level.hasStatements || (VALUES.has(before) && !isIndexer) || this.#newOf(index - 1) !== undefined) return undefined;
        return this.#typeAt(level.start, index) ?? { kind: "statement", from: level.start };
    }

    #behindParentheses(level: Level, index: number): Opened | undefined {
        const { source } = this;
        const opening = source.tokens[index - 1]?.partner ?? 0;
        const keyword = source.textAt(opening - 1);
        const from = level.start;
        const isConstraint = level.hasStatements && /^[:,]$/.test(source.textAt(opening - 2)); // `where T : new()`
        if (keyword === "new") return isConstraint ? { kind: "function", from } : undefined;
        const created = this.#newOf(opening - 1);
        // In C#, the braces are those of an initializer.
        if (created !== undefined) return source.language === "java" ? { kind: "type", from: created, isDerived: true } : undefined;
        if (CONDITIONS.has(keyword)) {
            const first = level.hasStatements ? source.textAt(from) : "";
            const isFirst = first === keyword || first === "else" || first === "await";
            return { kind: "statement", from: isFirst ? from : opening - 1 };
        }
        return level.hasStatements ? (this.#typeAt(from, index) ?? { kind: "function", from }) : undefined;
    }

    /** Returns the `new` in front of the type that ends with a token. */
    #newOf(end: number): number | undefined {
        const { source } = this;
        let index = end;
        if (source.is(index, ">")) index = (source.tokens[index]?.partner ?? index) - 1;
        while (source.isName(index) && (source.is(index - 1, ".") || source.is(index - 1, "::"))) index -= 2;
        return source.isName(index) && source.is(index - 1, "new") ? index - 1 : undefined;
    }

    /** Reads what is in front of the braces of a type. Undefined if it is none. */
    #typeAt(from: number, to: number): Opened | undefined {
        const { source } = this;
        const modifiers = new Set<string>();
        let name: string | undefined;
        let isType = false;
        let isDerived = false;
        for (let index = from; index < to; index = source.next(index)) {
            const text = source.textAt(index);
            if (name !== undefined) isDerived ||= text === "extends" || text === "implements" || text === ":";
            else {
                modifiers.add(text);
                if (!TYPES.has(text) || !source.isName(index + 1)) continue;
                isType = true;
                if (!/^(?:struct|class)$/.test(source.textAt(index + 1))) name = source.textAt(index + 1); // `record struct Point`
            }
        }
        return isType ? { kind: "type", from, modifiers, isDerived, ...(name !== undefined && { name }) } : undefined;
    }
}
