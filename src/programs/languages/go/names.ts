import { type Block, type BlockTree, type Statement, scopeFrom } from "../blocks";
import { type Declaration, NameCollector } from "../declarations";
import type { Slice, TokenSource } from "../tokens/source";
import { readImports } from "./imports";
import { accessAt, effectOf } from "./occurrences";
import { ASSIGNMENTS, KEYWORDS, PLAIN_TYPES } from "./syntax";

const HEADERS: ReadonlySet<string> = new Set(["if", "for", "switch", "select", "case", "else"]);

/** Reads the declarations, changes and uses of names in a file of Go. */
export class GoNames {
    readonly names = new NameCollector();
    /** The packages whose names are imported without a prefix. */
    readonly dots: string[] = [];
    /** The paths of all imports. */
    readonly imports: string[] = [];
    /** The names of constants that other files of the package can use. */
    readonly constants: Declaration[] = [];
    /** The names of the first of two results, which is a resource if the other one is an error. */
    readonly firstResults = new Set<Declaration>();
    /** The tokens of names that are declared or changed, which are no uses. */
    readonly #targets = new Set<number>();
    /** The local names of each block, which `:=` assigns to if they are there. */
    readonly #locals = new Map<Block, Set<string>>();

    constructor(
        private readonly source: TokenSource,
        private readonly blocks: BlockTree,
    ) {}

    readAll(statements: readonly Statement[]): void {
        const sorted = [...statements].sort((a, b) => a.from - b.from);
        for (const statement of sorted) this.#readStatement(statement);
        for (const block of this.blocks.blocks) if (block.kind === "function") this.#readParameters(block);
        for (let index = 0; index < this.source.tokens.length; index++) this.#readUse(index);
    }

    #readStatement(statement: Statement): void {
        const { source } = this;
        const { from, to, group } = statement;
        const keyword = group ?? (source.isName(from) ? source.textAt(from) : "");
        const first = group === undefined ? from + 1 : from;
        if (keyword === "import") this.#readImports({ from: first, to });
        else if (keyword === "const" || keyword === "var") this.#readVariables(keyword, { from: first, to });
        else if (keyword === "type") this.#declareOuter(first);
        else if (keyword === "func") this.#declareOuter(first);
        else if (HEADERS.has(keyword)) this.#readHeader(statement);
        else this.#readAssignment({ from, to }, this.blocks.at(from), false);
    }

    #readImports(slice: Slice): void {
        if (this.source.is(slice.from, "(")) return;
        for (const { name, index, path } of readImports(this.source, slice)) {
            this.imports.push(path);
            if (name === ".") this.dots.push(path);
            else if (name !== "_") this.#declare(name, index, this.blocks.file, { imported: [path] });
        }
    }

    /** Declares a type or function; a method is none. */
    #declareOuter(index: number): void {
        if (this.source.isName(index)) this.#declare(this.source.textAt(index), index, this.blocks.at(index));
    }

    #readVariables(keyword: "const" | "var", slice: Slice): void {
        const { source } = this;
        if (source.is(slice.from, "(")) return;
        const block = this.blocks.at(slice.from);
        const sign = this.#find(slice, new Set(["="]));
        const names = this.#namesIn({ from: slice.from, to: sign });
        const typeFrom = (names.at(-1) ?? slice.from) + 1;
        const type = typeFrom === sign || (typeFrom + 1 === sign && PLAIN_TYPES.has(source.textAt(typeFrom)));
        // Other files of the package can assign to its variables.
        const isConstant = keyword === "const" || block !== this.blocks.file;
        const isKnown =
            names.length === 1 && sign < slice.to && isConstant && (type || keyword === "const" || this.#isList(typeFrom, sign));
        for (const name of names) {
            const declaration = this.#declare(
                source.textAt(name),
                name,
                block,
                isKnown ? { tokens: { from: sign + 1, to: slice.to } } : {},
            );
            if (keyword === "const" && block === this.blocks.file && declaration) this.constants.push(declaration);
        }
    }

    /** Whether a type is that of a list, map or pointer, which are read only from literals. */
    #isList(from: number, to: number): boolean {
        return from < to && /^(?:\[|map|\*)$/.test(this.source.textAt(from));
    }

    /** Returns the tokens of the names at the start of a declaration. */
    #namesIn({ from, to }: Slice): number[] {
        const names: number[] = [];
        for (let index = from; index < to && this.source.isName(index); index += 2) {
            names.push(index);
            if (!this.source.is(index + 1, ",")) break;
        }
        return names;
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
        const sign = this.#find(slice, ASSIGNMENTS);
        if (sign === slice.to) return;
        const targets = { from: slice.from, to: sign };
        if (!source.is(sign, ":=")) {
            for (const target of source.split(targets)) this.#readTarget(target);
            return;
        }
        const names = this.#namesIn(targets);
        const tokens = { from: sign + 1, to: slice.to };
        const isSingle = source.split(tokens).length === 1 && !isHeader;
        for (const [position, name] of names.entries()) {
            const text = source.textAt(name);
            if (text === "_") this.#targets.add(name);
            else if (names.length > 1 && this.#locals.get(block)?.has(text)) this.#change([text], name);
            else {
                const isKnown = isSingle && position === 0 && names.length <= 2;
                const declaration = this.#declare(text, name, block, isKnown ? { tokens } : {});
                if (declaration && isKnown && names.length === 2) this.firstResults.add(declaration);
            }
        }
    }

    #readTarget({ from, to }: Slice): void {
        const { source } = this;
        const isPointer = source.is(from, "*");
        const start = isPointer || source.is(from, "(") ? from + 1 : from;
        const access = accessAt(source, start);
        if (!access) return;
        const isWhole = access.to === to || source.is(access.to, ")");
        this.#change(isWhole && !isPointer ? access.path : [...access.path, "*"], start);
    }

    #readParameters(block: Block): void {
        const { source } = this;
        for (let index = block.from + 1; index < block.opening; index = source.next(index)) {
            if (!source.is(index, "(")) continue;
            for (const { from } of source.splitInside(index)) {
                if (source.isName(from) && !source.is(from + 1, ".") && !KEYWORDS.has(source.textAt(from))) {
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
        const scope = block === this.blocks.file ? block : scopeFrom(block, from ?? start);
        return this.names.declare(name, scope, start, options);
    }

    #change(path: readonly string[], index: number): void {
        this.#targets.add(index);
        this.names.change(path, this.source.startOf(index));
    }

    #readUse(index: number): void {
        const { source } = this;
        if (!source.isName(index) || this.#targets.has(index) || this.#isKey(index)) return;
        const access = accessAt(source, index);
        if (!access) return;
        // What has the address of a variable can assign to it.
        const isPointer = source.is(index - 1, "&") && !source.is(access.to, "{") && isUnary(source, index - 2);
        if (isPointer) this.names.change(access.path, access.start);
        else this.names.use(access.path, access.start, effectOf(source, index, access));
    }

    /** Whether a name is that of a field in a literal. */
    #isKey(index: number): boolean {
        const { source } = this;
        if (!source.is(index + 1, ":") || !/^[{,]$/.test(source.textAt(index - 1))) return false;
        const parent = source.tokens[index]?.parent;
        return parent !== undefined && source.is(parent, "{");
    }

    #find({ from, to }: Slice, texts: ReadonlySet<string>): number {
        let index = from;
        while (index < to && !(texts.has(this.source.textAt(index)) && this.source.tokens[index]?.kind === "symbol"))
            index = this.source.next(index);
        return Math.min(index, to);
    }
}

/** Whether an operator behind a token has no value in front of it. */
function isUnary(source: TokenSource, before: number): boolean {
    const token = source.tokens[before];
    if (!token) return true;
    if (token.kind === "symbol") return !/^[)\]}]$/.test(token.text);
    return token.kind === "name" && KEYWORDS.has(token.text);
}
