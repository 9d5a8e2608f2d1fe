import type { Binding, Construction, Expression, Name, Program } from "../expression";
import { Names } from "../names";
import { type Printer, printerOf } from "../printers";
import { unwrap } from "../walk";
import { Obstacle, reasons } from "./obstacle";
import { quoteIn } from "./scalars";

/** Constants behind constants are followed so far. */
const MAX_DEPTH = 5;

/** A file of a program, and what changing it needs. */
export class Code {
    readonly text: string;
    readonly printer: Printer;
    readonly #names: Names;
    readonly #exported: ReadonlySet<string | undefined>;

    constructor(
        readonly program: Program,
        readonly programs: readonly Program[],
    ) {
        this.text = program.text;
        this.printer = printerOf(program.language.name, program.text);
        this.#names = new Names(program);
        this.#exported = new Set([...program.exports.values()].map(value => (value.kind === "name" ? value.path[0] : undefined)));
    }

    /** The quote of a string in a construction that has no others: that of its name, or of the first import. */
    quoteFor({ name }: Construction): string {
        const { quote } = this.printer;
        if (quote === "") return this.program.file.endsWith(".json") ? '"' : quote;
        return quoteIn(name, /(?:\bfrom|\bimport|\brequire\()\s*(["'])/.exec(this.text)?.[1] ?? quote);
    }

    slice({ start, end }: { readonly start: number; readonly end: number }): string {
        return this.text.slice(start, end);
    }

    /** Returns the expression without wrappers, or behind a constant that is used only here. Throws an Obstacle for one with other uses. */
    valueOf(expression: Expression, depth = 0): Expression {
        const value = unwrap(expression);
        if (value.kind !== "name" || depth > MAX_DEPTH) return value;
        const declared = this.#constant(value);
        return declared ? this.valueOf(declared, depth + 1) : value;
    }

    #constant({ path, start }: Name): Expression | undefined {
        const [name, ...others] = path as readonly [string, ...string[]];
        const binding = this.#names.findConstant(path, start);
        if (others.length > 0 || !binding || !isConstant(binding) || this.#names.changesOf(binding).length > 0) return undefined;
        if (this.#names.usesOf(binding).length !== 1) throw new Obstacle(reasons.shared(name));
        if (this.#isExported(name)) throw new Obstacle(reasons.exported(name));
        return binding.value;
    }

    /** Whether other files use a name of this one, or can use it. */
    #isExported(name: string): boolean {
        if (!this.#exported.has(name)) return false;
        if (["javascript", "typescript"].includes(this.program.language.name)) return true;
        const word = new RegExp(`(?<!\\w)${name}(?!\\w)`);
        return this.programs.some(other => other !== this.program && word.test(other.text));
    }
}

function isConstant({ value, isConditional, isHoisted }: Binding): boolean {
    return value !== undefined && value.kind !== "imported" && !isConditional && !isHoisted;
}
