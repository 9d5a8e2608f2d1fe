import { words } from "../shared";
import { accessAt, effectOf } from "../tokens/access";
import type { Block, Blocks, Statement } from "../tokens/blocks";
import { type Declaration, NameCollector } from "../tokens/names";
import type { Slice, TokenSource } from "../tokens/source";
import { GO, TYPE_STARTS } from "./syntax";

const HEADERS = words("if for switch select case else");
const ASSIGNMENTS = words(":= = += -= *= /= %= &= |= ^= <<= >>= &^= ++ --");

/** Types that do not change the value of a constant. */
const PLAIN_TYPES = words("bool float64 int int8 int16 int32 int64 string uint uint8 uint16 uint32 uint64 any");

/** Reads the declarations, changes and uses of names in a file of Go. */
export class GoNames {
    readonly names = new NameCollector();
    /** The packages whose names are imported without a prefix. */
    readonly dots: string[] = [];
    /** The paths of all imports. */
    readonly imports: string[] = [];
    /** The names of constants that other files of the package can use. */
    readonly constants: Declaration[] = [];
    /** The tokens of names that are no uses: that of the package, and those that are declared or changed. */
    readonly #targets = new Set([1]);
    /** The local names of each block, which `:=` assigns to if they are there. */
    readonly #locals = new Map<Block, Set<string>>();

    constructor(
        private readonly source: TokenSource,
        private readonly blocks: Blocks,
    ) {}

    read(): this {
        for (const statement of this.blocks.statements) this.#readStatement(statement);
        for (const block of this.blocks.all) if (block.kind === "function") this.#readParameters(block);
        for (const index of this.source.tokens.keys()) this.#readUse(index);
        return this;
    }

    #readStatement(statement: Statement): void {
        const { from, to, group } = statement;
        const keyword = group ?? this.source.textAt(from);
        const first = group === undefined ? from + 1 : from;
        if (keyword === "import") this.#readImport({ from: first, to });
        else if (keyword === "const" || keyword === "var") this.#readVariables(keyword, { from: first, to });
        else if (keyword === "type") this.#declareOuter(first, this.blocks.at(first));
        else if (keyword === "func") this.#declareOuter(first, this.blocks.file);
        else if (HEADERS.has(keyword)) this.#readHeader(statement);
        else this.#readAssignment({ from, to }, this.blocks.at(from), false);
    }

    #readImport({ from, to }: Slice): void {
        const path = this.source.tokens[to - 1]?.string?.parts?.[0];
        if (typeof path !== "string") return;
        this.imports.push(path);
        const name = to - 1 > from ? this.source.textAt(from) : packageOf(path);
        if (name === ".") this.dots.push(path);
        else this.#declare(name, from, this.blocks.file, { imported: [path] });
    }

    /** Declares a type or function. A method or a function without a name declares none. */
    #declareOuter(index: number, block: Block): void {
        if (this.source.isName(index)) this.#declare(this.source.textAt(index), index, block);
    }

    #readVariables(keyword: "const" | "var", slice: Slice): void {
        const { source } = this;
        const block = this.blocks.at(slice.from);
        const [left = slice, tokens] = source.split(slice, "=");
        const names = this.#namesIn(left);
        const type = source.textAt(left.from + 1);
        // Lists, maps and pointers are read only from literals.
        const isRead = left.from + 1 === left.to || PLAIN_TYPES.has(type) || TYPE_STARTS.has(type);
        // Other files of the package can assign to its variables.
        const isKnown = keyword === "const" || (isRead && block !== this.blocks.file);
        const options = tokens && isKnown ? { tokens } : {};
        for (const name of names) {
            const declaration = this.#declare(source.textAt(name), name, block, options);
            if (keyword === "const" && block === this.blocks.file && declaration) this.constants.push(declaration);
        }
    }

    /** Returns the tokens of the names that a declaration lists. */
    #namesIn(slice: Slice): number[] {
        const starts = this.source.split(slice).map(({ from }) => from);
        return starts.filter(index => this.source.isName(index));
    }

    /** Reads the condition of a statement. The names in it are also those of the blocks behind `else`. */
    #readHeader({ from, to }: Statement): void {
        const block = this.blocks.at(from);
        const isPart = this.source.is(from, "case");
        const scope = isPart ? block : (block.parent ?? block);
        for (const part of this.source.split({ from: from + 1, to }, ";")) {
            const start = this.source.is(part.from, "if") ? part.from + 1 : part.from;
            this.#readAssignment({ from: start, to: part.to }, scope, true);
        }
    }

    #readAssignment(slice: Slice, block: Block, isHeader: boolean): void {
        const { source } = this;
        const sign = source.find(slice, text => ASSIGNMENTS.has(text));
        if (sign === slice.to) return;
        const targets = { from: slice.from, to: sign };
        if (!source.is(sign, ":=")) {
            for (const target of source.split(targets)) this.#readTarget(target);
            return;
        }
        const names = this.#namesIn(targets);
        const [tokens, ...others] = source.split({ from: sign + 1, to: slice.to });
        for (const name of names) {
            const text = source.textAt(name);
            // The first result of a constructor is the resource, that of an index the element.
            const isKnown = tokens && others.length === 0 && name === slice.from && !isHeader;
            if (names.length > 1 && this.#locals.get(block)?.has(text)) this.#change([text], name);
            else this.#declare(text, name, block, isKnown ? { tokens } : {});
        }
    }

    #readTarget({ from, to }: Slice): void {
        const { source } = this;
        const isPointer = source.is(from, "*");
        const start = isPointer || source.is(from, "(") ? from + 1 : from;
        const access = accessAt(source, start, GO);
        if (!access) return;
        const isWhole = access.to === to || source.is(access.to, ")");
        this.#change(isWhole && !isPointer ? access.path : [...access.path, "*"], start);
    }

    #readParameters(block: Block): void {
        const { source } = this;
        for (let index = block.from + 1; index < block.opening; index = source.next(index)) {
            for (const { from } of source.splitInside(index)) {
                if (source.isName(from) && !source.is(from + 1, ".") && !GO.keywords.has(source.textAt(from))) {
                    this.#declare(source.textAt(from), from, block, {}, block.start);
                }
            }
        }
    }

    #declare(name: string, index: number, block: Block, options: Partial<Declaration> = {}, from?: number): Declaration | undefined {
        this.#targets.add(index);
        if (name === "_") return undefined;
        const start = this.source.startOf(index);
        const locals = this.#locals.get(block) ?? new Set();
        this.#locals.set(block, locals.add(name));
        // Local names can be used behind their declaration only.
        const scope = block === this.blocks.file ? block : { start: from ?? start, end: block.end };
        return this.names.declare(name, scope, start, options);
    }

    #change(path: readonly string[], index: number): void {
        this.#targets.add(index);
        this.names.change(path, this.source.startOf(index));
    }

    #readUse(index: number): void {
        const { source } = this;
        if (!source.isName(index) || this.#targets.has(index) || this.#isKey(index)) return;
        const access = accessAt(source, index, GO);
        if (!access) return;
        // What has the address of a variable can assign to it.
        if (source.is(index - 1, "&") && !source.is(access.to, "{")) this.names.change(access.path, access.start);
        else this.names.use(access.path, access.start, effectOf(source, index, access, GO));
    }

    /** Whether a name is that of a field in a literal. */
    #isKey(index: number): boolean {
        const { source } = this;
        return source.is(index + 1, ":") && (source.is(index - 1, "{") || source.is(index - 1, ","));
    }
}

/** Returns the usual name of a package: the last part of its path without a version. */
function packageOf(path: string): string {
    return path
        .replace(/[/.]v\d+$/, "")
        .replace(/.*\//, "")
        .replace(/^go-|-go$/g, "");
}
