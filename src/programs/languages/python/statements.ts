import { memberAt } from "../tokens/access";
import { type Declaration, NameCollector } from "../tokens/names";
import type { Slice, TokenSource } from "../tokens/source";
import { ImportReader } from "./imports";
import { accessAt, parameterAt, UseReader } from "./occurrences";
import { Blocks, classOfSelf, type Scope, type Statement, statementsIn } from "./scopes";
import { AUGMENTED, BUILTINS, OPAQUE_FUNCTIONS, OPAQUE_MEMBERS, PYTHON } from "./syntax";

/** Base classes whose methods set no fields of a component. */
const PLAIN_BASES: ReadonlySet<string | undefined> = new Set(["ABC", "ComponentResource", "object"]);

/** Reads the declarations, changes and uses of names in a module. */
export class StatementReader {
    readonly names = new NameCollector();
    readonly imports: ImportReader;
    readonly moduleScope: Scope;
    /** The classes and functions. */
    readonly scopes: Scope[] = [];
    readonly #blocks: Blocks;
    /** Where names are used, which is read when all statements are. */
    readonly #used: { slice: Slice; scope: Scope }[] = [];
    /** Names of the module that an import of all names may replace. */
    readonly #replaceable: { name: string; isConditional: boolean; start: number }[] = [];
    readonly #selves = new Set<Declaration>();

    constructor(
        private readonly source: TokenSource,
        folder: readonly string[],
    ) {
        this.#blocks = new Blocks(source);
        this.moduleScope = this.#blocks.module;
        this.imports = new ImportReader(source, this.names, folder);
    }

    readAll(): void {
        const { source, names, imports } = this;
        for (const statement of statementsIn(source)) {
            this.#blocks.enter(statement);
            if (statement.keyword === undefined) this.#readSimple(statement.slice);
            else this.#readHeader(statement, statement.keyword);
        }
        this.#blocks.closeAll();
        const uses = new UseReader(source, names);
        for (const { slice, scope } of this.#used) uses.read(slice, scope);
        // Fields are those of the parameter `self`, and are named `this` here.
        const hasOtherSelf = names.bindings.some(binding => /^(?:self|this)$/.test(binding.name) && !this.#selves.has(binding));
        names.isOpaque ||= hasOtherSelf || changesNamesUnseen(source);
        for (const { name, isConditional, start } of this.#replaceable) {
            const isReplaced = isConditional ? imports.stars.length > 0 : start < imports.lastStar;
            if (isReplaced) names.declare(name, this.moduleScope, start);
        }
    }

    get #scope(): Scope {
        return this.#blocks.current.scope;
    }

    #readHeader(statement: Statement, keyword: string): void {
        if (keyword === "def" || keyword === "class") {
            this.#readDefinition(statement, keyword);
            return;
        }
        this.#blocks.open(statement);
        const { from, to } = statement.slice;
        if (keyword !== "for" && keyword !== "case") {
            this.#readAliases(statement.slice);
            this.#readUses(statement.slice);
            return;
        }
        const end = this.source.find(statement.slice, text => text === (keyword === "for" ? "in" : "if"));
        if (keyword === "for") this.#readTargets({ from, to: end });
        else this.#declareAll({ from, to: end });
        this.#readUses({ from: end, to });
    }

    #readDefinition(statement: Statement, keyword: "def" | "class"): void {
        const { source } = this;
        const { from, to } = statement.slice;
        const name = source.textAt(from);
        const parent = this.#scope;
        this.#declare(name, source.startOf(from));
        const opening = source.is(from + 1, "[") ? source.next(from + 1) : from + 1; // behind the parameters of a type
        const parts = source.is(opening, "(") ? source.splitInside(opening) : [];
        // Defaults and bases are those of the scope around it.
        const start = source.startOf(to);
        const outer = new Set<string>();
        if (keyword === "class") {
            const isDerived = parts.some(part => !PLAIN_BASES.has(source.pathAt(part.from)?.names.at(-1)));
            this.#readUses({ from: opening, to });
            this.#open(statement, { kind: "class", parent, start, end: start, outer, name, isDerived });
            return;
        }
        const scope: Scope = { kind: "function", parent, start, end: start, outer, name };
        for (const part of parts) {
            const index = parameterAt(source, part);
            if (source.isName(index)) this.#declareParameter(index, scope, parent.kind === "class" && part === parts[0]);
            this.#readUses({ from: index + 1, to: part.to });
        }
        this.#open(statement, scope);
    }

    #open(statement: Statement, scope: Scope): void {
        this.scopes.push(scope);
        this.#blocks.open(statement, scope);
    }

    #declareParameter(index: number, scope: Scope, isInstance: boolean): void {
        const declaration = this.names.declare(this.source.textAt(index), scope, this.source.startOf(index));
        if (declaration.name !== "self") return;
        this.#selves.add(declaration);
        scope.self = isInstance ? "instance" : "other";
    }

    #readSimple(slice: Slice): void {
        const { from, to } = slice;
        const keyword = this.source.textAt(from);
        if (keyword === "import") this.imports.readModules(slice, this.#scope);
        else if (keyword === "from") this.imports.readMembers(slice, this.#scope);
        else if (keyword === "global" || keyword === "nonlocal") this.#readOuter(slice, keyword);
        else if (keyword === "del") this.#readTargets({ from: from + 1, to }, false);
        else if (!this.#readAssignment(slice)) this.#readUses(slice);
    }

    #readOuter({ from, to }: Slice, keyword: "global" | "nonlocal"): void {
        const { source, names } = this;
        for (const { from: index } of source.split({ from: from + 1, to })) {
            const name = source.textAt(index);
            this.#scope.outer.add(name);
            // An assignment of a function to a name of the module makes it unknown, wherever it is.
            if (keyword === "global") names.declare(name, this.moduleScope, source.startOf(index));
            else names.change([name], source.startOf(index));
        }
    }

    /** Reads an assignment. Returns whether the statement is one. */
    #readAssignment({ from, to }: Slice): boolean {
        const { source } = this;
        const signs: number[] = [];
        for (let index = from; index < to && !source.is(index, "lambda"); index = source.next(index)) {
            if (source.is(index, "=") || source.is(index, ":")) signs.push(index);
            if (!AUGMENTED.has(source.textAt(index))) continue;
            this.#readTargets({ from, to: index }, false);
            this.#readUses({ from: index, to });
            return true;
        }
        const [first, ...others] = signs;
        if (first === undefined) return false;
        const isAnnotated = source.is(first, ":");
        const last = others.at(-1);
        const value = { from: (last ?? first) + 1, to };
        this.#readUses(isAnnotated ? { from: first, to } : value);
        if (isAnnotated && last === undefined) return true; // a type without a value declares nothing
        if ((isAnnotated || last === undefined) && this.#declareTarget({ from, to: first }, value)) return true;
        let start = from;
        for (const sign of isAnnotated ? [first] : signs) {
            this.#readTargets({ from: start, to: sign });
            start = sign + 1;
        }
        return true;
    }

    /** Declares the only target of an assignment, if it is a name or field. */
    #declareTarget({ from, to }: Slice, tokens: Slice): boolean {
        const { source } = this;
        const scope = this.#scope;
        const name = source.textAt(from);
        if (to === from + 1 && !scope.outer.has(name)) {
            this.#declare(name, source.startOf(from), tokens);
            return true;
        }
        const owner = classOfSelf(scope);
        const access = accessAt(source, from, scope);
        if (!owner || access?.to !== to) return false;
        const field = access.path.join(".");
        if (!/^this\.[^.*]+$/.test(field)) return false;
        const isConditional = scope.name !== "__init__" || this.#blocks.current.isConditional || Boolean(owner.isDerived);
        this.names.declare(field, owner, source.startOf(from), { tokens, isConditional });
        return true;
    }

    /** Declares a name in the current scope. That of a class is not seen in its methods, so its value is unknown there. */
    #declare(name: string, start: number, tokens?: Slice): void {
        const { scope, isConditional } = this.#blocks.current;
        if (scope.kind === "class") {
            this.names.declare(name, scope, start);
            this.names.declare(`this.${name}`, scope, start);
            return;
        }
        if (scope.kind !== "module") {
            this.names.declare(name, scope, start, { tokens });
            return;
        }
        // Without the assignment, the name would still be that of a function of Python.
        const isBuiltin = isConditional && BUILTINS.has(name);
        this.names.declare(name, scope, start, isBuiltin ? {} : { tokens });
        this.#replaceable.push({ name, isConditional, start });
    }

    /** Declares or changes the targets of an assignment, loop or removal. */
    #readTargets({ from, to }: Slice, isAssigned = true): void {
        const { source, names } = this;
        const scope = this.#scope;
        for (let index = from; index < to; ) {
            const access = accessAt(source, index, scope) ?? memberAt(source, index, PYTHON);
            // Arguments and keys behind a value are no targets.
            const isBehindValue = index > from && (source.isName(index - 1) || [")", "]"].includes(source.textAt(index - 1)));
            const end = access?.to ?? (isBehindValue ? source.next(index) : index + 1);
            this.#readUses({ from: index + 1, to: end });
            if (access) {
                const { path, start } = access;
                const [name = ""] = path;
                if (source.is(end, "(")) names.use(path, start);
                else if (path.length === 1 && isAssigned && !scope.outer.has(name)) this.#declare(name, start);
                else names.change(path, start);
            }
            index = end;
        }
    }

    /** Declares the names behind `as`. */
    #readAliases({ from, to }: Slice): void {
        const { source } = this;
        for (let index = from; index < to; index++) {
            if (!source.is(index, "as")) continue;
            const end = source.find({ from: index, to }, text => text === ",");
            this.#readTargets({ from: index + 1, to: end });
        }
    }

    /** Declares all names of a pattern, whatever they are in it. */
    #declareAll({ from, to }: Slice): void {
        for (let index = from; index < to; index++) {
            const name = this.source.textAt(index);
            if (this.source.isName(index) && !PYTHON.keywords.has(name)) this.#declare(name, this.source.startOf(index));
        }
    }

    #readUses(slice: Slice): void {
        this.#used.push({ slice, scope: this.#scope });
    }
}

/** Whether a module can change names in a way that its statements do not show. */
function changesNamesUnseen(source: TokenSource): boolean {
    return source.tokens.some(({ text }, index) => {
        if (OPAQUE_MEMBERS.has(text)) return true;
        return OPAQUE_FUNCTIONS.has(text) && source.is(index + 1, "(") && !source.is(index - 1, ".") && !source.is(index - 1, "def");
    });
}
