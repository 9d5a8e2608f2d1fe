import { memberAt } from "../tokens/access";
import { type Declaration, NameCollector } from "../tokens/names";
import type { Slice, TokenSource } from "../tokens/source";
import { isStandard } from "./modules";
import { accessAt, readUses } from "./occurrences";
import { Blocks, classOfSelf, type Scope, type Statement, statementsIn } from "./scopes";
import { AUGMENTED, BUILTINS, OPAQUE_FUNCTIONS, PYTHON } from "./syntax";

/** Base classes whose methods set no fields of a component. */
const PLAIN_BASES: ReadonlySet<string> = new Set(["ABC", "ComponentResource", "object"]);

/** Reads the declarations, changes and uses of names in a module. */
export class StatementReader {
    readonly names = new NameCollector();
    /** The modules all of whose names are imported. */
    readonly stars: string[] = [];
    readonly externals = new Set<string>();
    readonly moduleScope: Scope;
    /** The classes and functions. */
    readonly scopes: Scope[] = [];
    readonly #blocks: Blocks;
    readonly #imports = new Set<string>();
    /** Names of the module that an import of all names may replace. */
    readonly #replaceable: { name: string; isConditional: boolean; start: number }[] = [];
    readonly #selves = new Set<Declaration>();
    #lastStar = -1;

    constructor(
        private readonly source: TokenSource,
        private readonly folder: readonly string[],
    ) {
        this.#blocks = new Blocks(source);
        this.moduleScope = this.#blocks.module;
    }

    readAll(): void {
        for (const statement of statementsIn(this.source)) {
            this.#blocks.enter(statement);
            if (statement.keyword === undefined) this.#readSimple(statement.slice);
            else this.#readHeader(statement, statement.keyword);
        }
        this.#blocks.closeAll();
        const hasOtherSelf = this.names.bindings.some(binding => binding.name === "self" && !this.#selves.has(binding));
        this.names.isOpaque ||= hasOtherSelf || changesNamesUnseen(this.source);
        for (const { name, isConditional, start } of this.#replaceable)
            if (start < this.#lastStar || (isConditional && this.#lastStar >= 0)) this.names.declare(name, this.moduleScope, start);
    }

    get #scope(): Scope {
        return this.#blocks.current.scope;
    }

    #readHeader(statement: Statement, keyword: string): void {
        const { slice } = statement;
        const first = this.source.is(slice.from, "async") ? slice.from + 1 : slice.from;
        if (keyword === "def" || keyword === "class") {
            this.#readDefinition(statement, keyword, first + 1);
            return;
        }
        this.#blocks.open(statement);
        const rest = { from: first + 1, to: slice.to };
        if (keyword === "case") this.#declareAll(rest);
        else if (keyword === "for") {
            const targets = this.source.find(rest, text => text === "in");
            this.#readTargets({ from: rest.from, to: targets });
            this.#readUses({ from: targets, to: rest.to });
            return;
        } else if (keyword === "with" || keyword === "except") this.#readAliases(rest);
        this.#readUses({ from: first, to: slice.to });
    }

    #readDefinition(statement: Statement, keyword: "def" | "class", name: number): void {
        const { source } = this;
        const text = source.textAt(name);
        const start = source.startOf(statement.slice.from);
        const parent = this.#scope;
        if (source.isName(name)) this.#declare(text, source.startOf(name));
        let opening = name + 1;
        if (source.is(opening, "[")) opening = source.next(opening); // type parameters
        const parts = source.is(opening, "(") ? source.splitInside(opening) : [];
        const isDerived = parts.some(({ from }) => !PLAIN_BASES.has(source.pathAt(from)?.names.at(-1) ?? ""));
        const kind = keyword === "class" ? "class" : "function";
        const scope: Scope = { kind, name: text, parent, start, end: start, outer: new Set(), isDerived };
        this.scopes.push(scope);
        this.#blocks.open(statement, scope);
        if (keyword === "def") for (const [index, { from }] of parts.entries()) this.#declareParameter(scope, index, from);
        this.#readUses({ from: opening, to: statement.slice.to });
    }

    #declareParameter(scope: Scope, index: number, from: number): void {
        const { source } = this;
        const token = /^\*{1,2}$/.test(source.textAt(from)) ? from + 1 : from;
        if (!source.isName(token)) return;
        const declaration = this.names.declare(source.textAt(token), scope, source.startOf(token));
        if (declaration.name !== "self") return;
        this.#selves.add(declaration);
        scope.self = index === 0 && scope.parent?.kind === "class" ? "instance" : "other";
    }

    #readSimple(slice: Slice): void {
        const { from } = slice;
        const keyword = this.source.isName(from) ? this.source.textAt(from) : "";
        if (keyword === "import") this.#readImport(slice);
        else if (keyword === "from") this.#readImportFrom(slice);
        else if (keyword === "global" || keyword === "nonlocal") this.#readOuter(slice, keyword);
        else if (keyword === "del") this.#readTargets({ from: from + 1, to: slice.to }, false);
        else if (!this.#readAssignment(slice)) this.#readUses(slice);
    }

    /** Reads `import a.b, c as d`. */
    #readImport({ from, to }: Slice): void {
        for (const part of this.source.split({ from: from + 1, to })) {
            const path = this.source.pathAt(part.from);
            const [first = ""] = path?.names ?? [];
            if (!path) continue;
            this.#addPackage(first);
            if (this.source.is(path.to, "as")) this.#declareImport(path.to + 1, path.names.join("."));
            else this.#declareImport(part.from, first);
        }
    }

    /** Reads `from .a import b as c`. */
    #readImportFrom({ from, to }: Slice): void {
        const { source } = this;
        let index = from + 1;
        let level = 0;
        for (; /^\.+$/.test(source.textAt(index)); index++) level += source.textAt(index).length;
        const path = source.is(index, "import") ? undefined : source.pathAt(index);
        index = path?.to ?? index;
        const base = level > 0 ? this.folder.slice(0, Math.max(0, this.folder.length - level + 1)) : [];
        const names = path?.names ?? [];
        const module = [...base, ...names].join(".");
        const [first] = names;
        if (level === 0 && first !== undefined) this.#addPackage(first);
        if (!source.is(index, "import")) return;
        if (source.is(index + 1, "*")) {
            this.stars.push(module);
            if (!isStandard(module.split(".")[0] ?? "")) this.#lastStar = source.startOf(from);
            return;
        }
        const list = source.is(index + 1, "(") ? { from: index + 2, to: source.closingOf(index + 1) } : { from: index + 1, to };
        for (const part of source.split(list)) {
            const member = source.textAt(part.from);
            const renamed = source.is(part.from + 1, "as") ? part.from + 2 : part.from;
            if (module === "") this.#declareImport(renamed, member);
            else this.#declareImport(renamed, module, member);
        }
    }

    #addPackage(name: string): void {
        if (!isStandard(name)) this.externals.add(name);
    }

    /** Declares a name that stands for a module, or for a member of one. */
    #declareImport(index: number, module: string, name?: string): void {
        if (!this.source.isName(index)) return;
        const { start, end } = this.source.range({ from: index, to: index + 1 });
        const imported = [...module.split("."), ...(name === undefined ? [] : [name])];
        // The same import twice, such as `import a.b` and `import a.c`, is one declaration.
        const key = [this.source.textAt(index), imported.join("."), this.#scope.start, this.#scope.kind].join(" ");
        if (this.#imports.has(key)) return;
        this.#imports.add(key);
        const value = { kind: "imported", module, ...(name !== undefined && { name }), start, end } as const;
        this.names.declare(this.source.textAt(index), this.#scope, start, { imported, value });
    }

    #readOuter({ from, to }: Slice, keyword: "global" | "nonlocal"): void {
        for (let index = from + 1; index < to; index++) {
            if (!this.source.isName(index)) continue;
            const name = this.source.textAt(index);
            this.#scope.outer.add(name);
            // An assignment of a function to a name of the module makes it unknown, wherever it is.
            if (keyword === "global") this.names.declare(name, this.moduleScope, this.source.startOf(index));
            else this.names.change([name], this.source.startOf(index));
        }
    }

    /** Reads an assignment. Returns whether the statement is one. */
    #readAssignment(slice: Slice): boolean {
        const { source } = this;
        const signs: number[] = [];
        for (let index = slice.from; index < slice.to; index = source.next(index)) {
            if (source.is(index, "lambda")) break;
            if (source.is(index, "=")) signs.push(index);
            else if (AUGMENTED.has(source.textAt(index))) {
                this.#readTargets({ from: slice.from, to: index }, false);
                this.#readUses({ from: index, to: slice.to });
                return true;
            }
        }
        const colon = source.find({ from: slice.from, to: signs[0] ?? slice.to }, text => text === ":");
        const isAnnotated = colon < (signs[0] ?? slice.to);
        const [first] = signs;
        if (first === undefined) {
            if (source.is(slice.from, "type") && source.isName(slice.from + 1))
                this.#declareAll({ from: slice.from + 1, to: slice.from + 2 });
            return isAnnotated; // a type without a value declares nothing
        }
        const last = signs.at(-1) ?? first;
        const value = { from: last + 1, to: slice.to };
        const target = { from: slice.from, to: isAnnotated ? colon : first };
        if (signs.length > 1 || !this.#declareTarget(target, value)) {
            let from = slice.from;
            for (const sign of signs) {
                this.#readTargets({ from, to: from === slice.from ? target.to : sign });
                from = sign + 1;
            }
        }
        this.#readUses(value);
        return true;
    }

    /** Declares the only target of an assignment, if it is a name or field. */
    #declareTarget({ from, to }: Slice, tokens: Slice): boolean {
        const { source } = this;
        const scope = this.#scope;
        const name = source.textAt(from);
        if (!source.isName(from) || PYTHON.keywords.has(name)) return false;
        if (to === from + 1 && !scope.outer.has(name)) {
            this.#declare(name, source.startOf(from), tokens);
            return true;
        }
        const access = accessAt(source, from, scope);
        const owner = classOfSelf(scope);
        if (!owner || access?.to !== to || access.path.length !== 2 || access.path[0] !== "this" || access.path[1] === "*") return false;
        const isConditional = scope.name !== "__init__" || this.#blocks.current.isConditional || Boolean(owner.isDerived);
        this.names.declare(access.path.join("."), owner, access.start, { tokens, isConditional });
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
        const isModule = scope.kind === "module";
        // Without the assignment, a name of the module would still be that of a function of Python.
        const isBuiltin = isModule && isConditional && BUILTINS.has(name);
        this.names.declare(name, scope, start, tokens && !isBuiltin ? { tokens } : {});
        if (isModule && tokens) this.#replaceable.push({ name, isConditional, start });
    }

    /** Declares or changes the targets of an assignment, loop or removal. */
    #readTargets({ from, to }: Slice, isAssigned = true): void {
        const scope = this.#scope;
        for (let index = from; index < to; ) {
            const access = accessAt(this.source, index, scope);
            if (!access) {
                const member = memberAt(this.source, index, PYTHON);
                if (member) this.names.change(member.path, member.start);
                index++;
                continue;
            }
            const { path, start } = access;
            const [name = ""] = path;
            if (access.method !== undefined) this.names.use(path, start);
            else if (path.length === 1 && isAssigned && !scope.outer.has(name)) this.#declare(name, start);
            else this.names.change(path, start);
            this.#readSubscripts({ from: index + 1, to: access.to });
            index = access.to;
        }
    }

    /** Reads the names that are used in the keys of a target. */
    #readSubscripts({ from, to }: Slice): void {
        for (let index = from; index < to; index = this.source.next(index)) {
            const closing = this.source.closingOf(index);
            if (closing > 0) this.#readUses({ from: index + 1, to: closing });
        }
    }

    /** Declares the names behind `as`. */
    #readAliases({ from, to }: Slice): void {
        const { source } = this;
        for (let index = from; index < to; index++) {
            if (!source.is(index, "as")) continue;
            let end = source.next(index + 1);
            while (end < to && !/^[,)]$/.test(source.textAt(end))) end = source.next(end);
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
        readUses(this.source, this.names, slice, this.#scope);
    }
}

/** Whether a module can change names in a way that its statements do not show. */
function changesNamesUnseen(source: TokenSource): boolean {
    return source.tokens.some(({ kind, text }, index) => {
        if (kind !== "name") return false;
        if (/^__(?:dict|setattr|getattribute)__$/.test(text)) return true;
        return OPAQUE_FUNCTIONS.has(text) && source.is(index + 1, "(") && !source.is(index - 1, ".") && !source.is(index - 1, "def");
    });
}
