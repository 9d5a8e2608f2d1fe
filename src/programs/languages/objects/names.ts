import type { Change, Use } from "../../expression";
import { Names } from "../../names";
import { nameAt, words } from "../shared";
import { accessAt, effectOf, memberAt } from "../tokens/access";
import type { Block, Blocks } from "../tokens/blocks";
import { type Declaration, NameCollector } from "../tokens/names";
import type { Slice, TokenSource } from "../tokens/source";
import type { Syntax } from "../tokens/syntax";
import { isAssignedTuple, isDeclared, isLabel, isPlainType, type ParsedDeclaration, parseDeclaration } from "./declarations";
import type { Types } from "./types";

const ASSIGNMENTS = words("= += -= *= /= %= &= |= ^= <<= >>= >>>= ??= ++ --");

/** A field, property or method of a type. */
interface Field {
    readonly name: string;
    readonly start: number;
    /** Whether only this file can set it. */
    readonly isStable: boolean;
    /** Whether only its declaration or a constructor can set it. */
    readonly isConstant: boolean;
    readonly isStatic: boolean;
    /** What is known about a value of its type; undefined if that is nothing. */
    readonly type: Partial<Declaration> | undefined;
    /** The value in its declaration. */
    readonly tokens: Slice | undefined;
    /** Whether the declaration gives it a value, known or not. */
    readonly hasValue: boolean;
    readonly assignments: Assignment[];
}

/** An assignment to a field, or to a variable of the same name. `index` is that of its first token. */
interface Assignment extends Change {
    readonly index: number;
    readonly tokens: Slice;
}

/** A use or change of a name. */
interface Occurrence extends Use {
    readonly index: number;
    readonly isChange: boolean;
}

/** Reads the declarations, changes and uses of names in a file of Java or C#. */
export class ObjectNames {
    readonly names = new NameCollector();
    /** The constants that other files can use, by type and name: `Shared.URL`. */
    readonly exported = new Map<string, Declaration>();
    readonly #fields = new Map<Block, Map<string, Field>>();
    readonly #assignments: Assignment[] = [];
    /** The tokens of names that are declared or assigned, which are no uses. */
    readonly #targets = new Set<number>();
    readonly #occurrences: Occurrence[] = [];
    /** The names of members in initializers, which may be fields of another object. */
    readonly #labels = new Set<string>();
    /** The names other than those of fields. */
    #locals: Names<Declaration> = new Names(this.names);

    constructor(
        private readonly source: TokenSource,
        private readonly blocks: Blocks,
        private readonly syntax: Syntax,
        private readonly types: Types,
    ) {}

    read(): this {
        const skipped: Slice[] = [];
        for (const statement of [...this.blocks.statements].sort((a, b) => a.from - b.from)) {
            if (this.#isDirective(statement)) skipped.push(statement);
            else this.#readStatement(statement);
        }
        let next = 0;
        for (let index = 0; index < this.source.tokens.length; index++) {
            while ((skipped[next]?.to ?? index + 1) <= index) next++;
            if ((skipped[next]?.from ?? index + 1) <= index || !this.source.isName(index) || this.#targets.has(index)) continue;
            if (isDeclared(this.source, index, this.syntax)) this.#declareUnknown(index);
            else this.#readOccurrence(index);
        }
        this.#locals = new Names(this.names);
        this.#resolve();
        this.#declareTypes();
        return this;
    }

    /**
     * Returns the path of a value, with `this` for a field of the type that it is in, and with `*` for what the type may inherit. It may
     * be used when all is read.
     */
    pathOf(path: readonly string[], index: number, offset: number): readonly string[] {
        const type = this.#typeAt(index);
        const [name = ""] = path;
        const isOutside = name !== "this" && type !== undefined && !this.#isLocal(name, offset, type) && !this.#fields.get(type)?.has(name);
        return isOutside && type.isDerived && isNested(type) ? ["*", ...path] : this.#usedPathOf(path, index, offset);
    }

    /** Returns the path of a use or change, with `this` for a field of the type that it is in. */
    #usedPathOf(path: readonly string[], index: number, offset: number): readonly string[] {
        const [name = "", member] = path;
        const type = this.#typeAt(index);
        const fields = type && this.#fields.get(type);
        if (name !== "this") return fields?.has(name) && this.#locals.find(name, offset) === undefined ? ["this", ...path] : path;
        // Otherwise, the field of a type around it would be found.
        const isInherited = member !== undefined && type !== undefined && !fields?.has(member) && isNested(type);
        return isInherited ? ["*", ...path.slice(1)] : path;
    }

    /** Whether a name is declared in a type, other than as a field. */
    #isLocal(name: string, offset: number, type: Block): boolean {
        const found = this.#locals.find(name, offset);
        return found !== undefined && (typeof found === "symbol" || found.scope.start > type.start);
    }

    /** Returns the innermost type that a token is in. */
    #typeAt(index: number): Block | undefined {
        let block: Block | undefined = this.blocks.at(index);
        while (block && block.kind !== "type") block = block.parent;
        return block;
    }

    /** Whether a statement imports or names a namespace, and is no declaration with `using`. */
    #isDirective(statement: Slice): boolean {
        const keyword = this.source.textAt(statement.from);
        if (!/^(?:import|package|using|namespace)$/.test(keyword)) return false;
        const declaration = keyword === "using" ? parseDeclaration(this.source, statement, this.syntax) : undefined;
        return declaration?.kind !== "variable" || declaration.tokens === undefined;
    }

    #readStatement(statement: Slice): void {
        const { source } = this;
        const block = this.blocks.at(statement.from);
        const declaration = parseDeclaration(source, statement, this.syntax);
        if (declaration) {
            if (declaration.kind === "variable" && !declaration.tokens) this.#declareOthers(declaration.name, statement, block);
            // The header of a type or method is in the block that it opens.
            const owner = declaration.name < block.opening && block.kind !== "file" ? (block.parent ?? block) : block;
            if (owner.kind === "type") this.#readField(declaration, owner, statement);
            else if (declaration.kind === "variable") this.#declareVariable(declaration, owner);
            return;
        }
        const access = accessAt(source, statement.from, this.syntax);
        if (!access || !source.is(access.to, "=") || source.split(statement, "=").length !== 2) return;
        const [first, second, ...others] = access.path;
        if (others.length > 0 || second === "*" || (second !== undefined && first !== "this")) return;
        this.#targets.add(statement.from);
        const tokens = { from: access.to + 1, to: statement.to };
        this.#assignments.push({ path: access.path, start: access.start, index: statement.from, tokens });
    }

    /** Declares the other names of a declaration: `String a = "x", b = "y"`. */
    #declareOthers(name: number, { to }: Slice, block: Block): void {
        for (const { from } of this.source.split({ from: name, to }).slice(1)) {
            if (!this.source.isName(from)) continue;
            this.#targets.add(from);
            for (const prefix of block.kind === "type" ? ["", "this."] : [""]) {
                this.names.declare(prefix + this.source.textAt(from), block, this.source.startOf(from));
            }
        }
    }

    #declareVariable({ name, type, tokens }: ParsedDeclaration, { end }: Block): void {
        const start = this.source.startOf(name);
        this.#targets.add(name);
        const known = tokens && !this.source.isConditional(tokens) ? this.#typeOf(type) : undefined;
        this.names.declare(this.source.textAt(name), { start, end }, start, known && tokens ? { ...known, tokens } : {});
    }

    /** Returns what is known about a variable of a type; undefined if the type may convert the value. */
    #typeOf(type: Slice): Partial<Declaration> | undefined {
        const path = this.source.pathAt(type.from)?.names ?? [];
        return isPlainType(this.source, type) || this.types.isKnown(path) ? { type: path.join(".") } : undefined;
    }

    #readField(declaration: ParsedDeclaration, block: Block, statement: Slice): void {
        const { name: index, modifiers, kind, type, tokens } = declaration;
        const { source } = this;
        const name = source.textAt(index);
        const start = source.startOf(index);
        this.#targets.add(index);
        const fields = this.#fields.get(block) ?? new Map<string, Field>();
        this.#fields.set(block, fields);
        const has = (...keywords: string[]) => keywords.some(keyword => modifiers.has(keyword));
        const accessors = source.is(statement.to, "{") ? this.#accessorsOf(statement.to) : undefined;
        const isInterface = block.modifiers?.has("interface") ?? false;
        // Another part of the type may have a constructor.
        const isPartial = block.modifiers?.has("partial") ?? false;
        const isReadOnly = has("final", "readonly") || isInterface || accessors === "get";
        const isConstant = has("const") || (isReadOnly && !isPartial);
        const isOpen = has("abstract", "override", "virtual") || accessors === "other";
        const isField = kind === "variable" && !fields.has(name) && !isOpen && (accessors === undefined || source.language === "csharp");
        // In C#, a member without a modifier is private.
        const isPrivate = has("private") ? !has("protected") : source.language === "csharp" && !has("internal", "protected", "public");
        const isMutable = !isPrivate && tokens !== undefined && this.#isMutable(tokens, type);
        fields.set(name, {
            name,
            start,
            isStable: isField && (isConstant || (isPrivate && !isPartial)),
            isConstant: isField && isConstant,
            isStatic: has("static", "const") || isInterface,
            type: source.isConditional(statement) || isMutable ? undefined : this.#typeOf(type),
            tokens,
            hasValue: tokens !== undefined || kind === "other",
            assignments: [],
        });
    }

    /** Whether a value is a list or object that other files can change. */
    #isMutable({ from }: Slice, type: Slice): boolean {
        const path = this.source.pathAt(type.from)?.names ?? [];
        const isResource = this.types.isKnown(path) && !this.source.textAt(type.to - 1).endsWith("Args");
        return /^(?:\{|\[|Arrays)$/.test(this.source.textAt(from)) || (this.source.is(from, "new") && !isResource);
    }

    /** Returns how a property is read and written: `get` for one that only the constructor sets. */
    #accessorsOf(opening: number): "get" | "private" | "other" {
        const closing = this.source.closingOf(opening);
        const isLong = closing > opening + 10;
        const texts = isLong ? [] : this.source.tokens.slice(opening + 1, closing).map(({ text }) => text);
        if (this.source.is(closing + 1, "=")) return "other";
        const accessors = texts.join(" ");
        return accessors === "get ;" ? "get" : accessors === "get ; private set ;" ? "private" : "other";
    }

    /** Declares a name without a known value. That of a condition can also be used behind its block. */
    #declareUnknown(index: number): void {
        const name = this.source.textAt(index);
        const start = this.source.startOf(index);
        let block = this.blocks.at(index);
        this.names.declare(name, block, start);
        while (index < block.opening && block.kind === "statement" && block.parent) {
            block = block.parent;
            this.names.declare(name, block, start);
        }
    }

    #readOccurrence(index: number): void {
        const { source } = this;
        if (isLabel(source, index, opening => this.blocks.at(index).opening === opening)) {
            this.#labels.add(source.textAt(index));
            return;
        }
        const access = accessAt(source, index, this.syntax) ?? memberAt(source, index, this.syntax);
        if (!access) return;
        const { path, start } = access;
        const before = source.textAt(index - 1);
        const isAddress = before === "&" && /^[(,=]$/.test(source.textAt(index - 2));
        const isReference = isAddress || /^(?:ref|out|\+\+|--)$/.test(before);
        const isAssigned = access.method === undefined && ASSIGNMENTS.has(source.textAt(access.to));
        const isChange = isReference || isAssigned || isAssignedTuple(source, index);
        const element = isChange ? -1 : path.indexOf("*", 1);
        const used = element < 0 ? path : path.slice(0, element);
        const effect = element < 0 ? effectOf(source, index, access, this.syntax) : "elements";
        this.#occurrences.push({ path: used, start, index, isChange, ...(effect && { effect }) });
        // The members of an element are fields of another object.
        if (element > 0 && element < path.length - 1) this.#occurrences.push({ path: path.slice(element), start, index, isChange });
    }

    /** Resolves the names of fields, which need the declarations of all other names. */
    #resolve(): void {
        for (const assignment of this.#assignments) {
            const { path, index, start } = assignment;
            const [head, name = ""] = this.#usedPathOf(path, index, start);
            const type = this.#typeAt(index);
            const field = head === "this" && type ? this.#fields.get(type)?.get(name) : undefined;
            if (field) field.assignments.push(assignment);
            else this.#occurrences.push({ path, start, index, isChange: true });
        }
        for (const { path, start, index, isChange, effect } of this.#occurrences) {
            const add = (path: readonly string[], start: number) =>
                isChange ? this.names.change(path, start) : this.names.use(path, start, effect);
            const used = this.#usedPathOf(path, index, start);
            add(used, start);
            // What happens to a field in a type in its own happens to the field.
            const field = used[0] === path[0] && path[0] !== "this" ? this.#outerField(path[0] ?? "", index, start) : undefined;
            if (field) add(["this", ...path], field.start);
        }
    }

    /** Returns the field of a type around the innermost one that a name stands for. */
    #outerField(name: string, index: number, offset: number): Field | undefined {
        if (this.#locals.find(name, offset) !== undefined) return undefined;
        let block = this.#typeAt(index);
        while (block && !this.#fields.get(block)?.has(name)) block = block.parent;
        return block && this.#fields.get(block)?.get(name);
    }

    /** Declares the types and their fields, with the values that are certain, and exports the static constants. */
    #declareTypes(): void {
        const { names } = this;
        const repeated = new Set<string>();
        const withConstants = new Set<string>();
        for (const [block, fields] of this.#fields) {
            for (const field of fields.values()) {
                const { name, start, isConstant, isStatic, assignments } = field;
                if (!isConstant && this.#labels.has(name)) names.change(["*", name], start);
                if (!isSetOnce(field)) for (const assignment of assignments) names.change(["this", name], assignment.start);
                const options = this.#valueOf(field, block);
                names.declare(`this.${name}`, block, start, options);
                const declaration = names.declare(name, block, start, { value: { ...nameAt(name, start), path: ["this", name] } });
                if (!options.tokens || !isStatic || !isConstant || block.name === undefined) continue;
                const key = `${block.name}.${name}`;
                withConstants.add(block.name);
                if (this.exported.has(key)) repeated.add(key);
                this.exported.set(key, declaration);
            }
        }
        for (const key of repeated) this.exported.delete(key);
        for (const { name, parent, start } of this.blocks.all) {
            // Constants are found among the exports.
            if (name !== undefined && !withConstants.has(name)) names.declare(name, parent ?? this.blocks.file, start);
        }
    }

    #valueOf(field: Field, block: Block): Partial<Declaration> {
        const { assignments, isStable, isConstant, type, tokens } = field;
        if (!isStable || !type) return {};
        const [assignment] = assignments;
        if (!assignment) return tokens ? { ...type, tokens } : {};
        if (!isSetOnce(field)) return {};
        // A constructor is a block of the type without a condition around it.
        const { kind, parent } = this.blocks.at(assignment.index);
        const isCertain = kind === "function" && parent === block && isConstant;
        return { ...type, tokens: assignment.tokens, ...(!isCertain && { isConditional: true }) };
    }
}

/** Whether a field gets its only value from an assignment. */
function isSetOnce({ hasValue, isStable, assignments }: Field): boolean {
    return !hasValue && isStable && assignments.length === 1;
}

/** Whether a block is in a type or function. */
function isNested({ parent }: Block): boolean {
    let block = parent;
    while (block && block.kind !== "type" && block.kind !== "function") block = block.parent;
    return block !== undefined;
}
