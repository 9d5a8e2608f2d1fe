import type { Member, Range, Use } from "../../expression";
import { type Block, type BlockTree, type Statement, scopeFrom } from "../blocks";
import { type Declaration, NameCollector } from "../declarations";
import type { Slice, TokenSource } from "../tokens/source";
import { isPlainType, type ParsedDeclaration, parseDeclaration } from "./declarations";
import { declareFields, type Field, type FieldAssignment, FieldFinder, isSetOnce } from "./fields";
import { accessAt, effectOf, memberAt } from "./occurrences";
import { isAssignedTuple, isDeclared, isLabel } from "./positions";
import { ASSIGNMENTS, type ObjectSyntax } from "./syntax";

/** A use or change of a name. */
interface Occurrence extends Use {
    readonly index: number;
    readonly isChange: boolean;
}

/** Reads the declarations, changes and uses of names in a file of Java or C#. */
export class ObjectNames {
    readonly names = new NameCollector();
    /** The constants that other files can use, by type and name. */
    readonly exported = new Map<string, Declaration>();
    readonly #fields = new Map<Block, Map<string, Field>>();
    readonly #assignments: FieldAssignment[] = [];
    /** The tokens of names that are declared or assigned, which are no uses. */
    readonly #targets = new Set<number>();
    readonly #occurrences: Occurrence[] = [];
    /** The names of members in initializers, which may be fields of another object. */
    readonly #labels = new Set<string>();
    #finder: FieldFinder;
    /** The names that are used in types that may inherit others. */
    readonly #inherited = new Map<Block, Set<string>>();

    constructor(
        private readonly source: TokenSource,
        private readonly blocks: BlockTree,
        private readonly syntax: ObjectSyntax,
        /** Whether a type is that of a resource or its arguments. */
        private readonly isKnownType: (type: Slice) => boolean,
        /** Gets the names of the types that the file declares. */
        private readonly types: Set<string>,
    ) {
        this.#finder = new FieldFinder(this.#fields, blocks, this.names.finish());
    }

    readAll(statements: readonly Statement[]): void {
        const { source } = this;
        for (const { kind, name } of this.blocks.blocks) if (kind === "type" && name !== undefined) this.types.add(name);
        const skipped: Slice[] = [];
        for (const statement of [...statements].sort((a, b) => a.from - b.from)) {
            if (/^(?:import|package|using|namespace)$/.test(source.textAt(statement.from)) && !this.#isResourceScope(statement))
                skipped.push(statement);
            else this.#readStatement(statement);
        }
        let next = 0;
        for (let index = 0; index < source.tokens.length; index++) {
            while ((skipped[next]?.to ?? index + 1) <= index) next++;
            if ((skipped[next]?.from ?? index + 1) <= index || !source.isName(index) || this.#targets.has(index)) continue;
            if (isDeclared(source, index, this.syntax.keywords)) this.#declareUnknown(index);
            else this.#readOccurrence(index);
        }
        this.#finish();
        this.#declareTypes();
        this.#hideInherited();
    }

    /** Finds the fields that names stand for. It may be used when all is read. */
    get fieldFinder(): FieldFinder {
        return this.#finder;
    }

    /** Whether `using` declares a variable rather than a namespace. */
    #isResourceScope({ from, to }: Slice): boolean {
        const declaration = this.source.is(from, "using") ? parseDeclaration(this.source, { from, to }, this.syntax) : undefined;
        return declaration?.kind === "variable" && declaration.tokens !== undefined;
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
        if (access && source.is(access.to, "=") && source.split(statement, "=").length === 2)
            this.#readAssignment(access.path, statement, access.to);
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

    #declareVariable({ name, type, tokens }: ParsedDeclaration, block: Block): void {
        const start = this.source.startOf(name);
        this.#targets.add(name);
        const known = tokens && !this.source.isConditional(tokens) ? this.#typeOf(type) : undefined;
        this.names.declare(this.source.textAt(name), scopeFrom(block, start), start, known && tokens ? { ...known, tokens } : {});
    }

    /** Returns what is known about a variable of a type; undefined if the type may convert the value. */
    #typeOf(type: Slice): Partial<Declaration> | undefined {
        const isPlain = isPlainType(this.source, type) || this.isKnownType(type);
        return isPlain ? { type: this.source.pathAt(type.from)?.names.join(".") ?? "" } : undefined;
    }

    #readField(declaration: ParsedDeclaration, block: Block, statement: Slice): void {
        const { name, modifiers, kind, type, tokens } = declaration;
        const text = this.source.textAt(name);
        this.#targets.add(name);
        const fields = this.#fields.get(block) ?? new Map<string, Field>();
        this.#fields.set(block, fields);
        const other = fields.get(text);
        const accessors = this.source.is(statement.to, "{") ? this.#accessorsOf(statement.to) : undefined;
        const isInterface = block.modifiers?.has("interface") ?? false;
        const isReadOnly = ["final", "readonly"].some(modifier => modifiers.has(modifier)) || isInterface || accessors === "get";
        // Another part of the type may have a constructor.
        const isConstant = modifiers.has("const") || (isReadOnly && !block.modifiers?.has("partial"));
        const isOpen = ["abstract", "override", "virtual"].some(modifier => modifiers.has(modifier)) || accessors === "other";
        const isField = kind === "variable" && !other && !isOpen && (accessors === undefined || this.syntax.language === "csharp");
        const isPrivate = this.#isPrivate(modifiers);
        fields.set(text, {
            name: text,
            start: this.source.startOf(name),
            block,
            isStable: isField && (isConstant || (isPrivate && !block.modifiers?.has("partial"))),
            isConstant: isField && isConstant,
            isStatic: modifiers.has("static") || modifiers.has("const") || isInterface,
            isPrivate,
            isConditional: this.source.isConditional(statement),
            type: !isPrivate && tokens && this.#isMutable(tokens, type) ? undefined : this.#typeOf(type),
            tokens,
            hasValue: tokens !== undefined || kind === "other",
            assignments: [],
        });
    }

    /** Whether a value is a list or object that other files can change. */
    #isMutable({ from }: Slice, type: Slice): boolean {
        const first = this.source.textAt(from);
        if (/^(?:\{|\[|Arrays)$/.test(first)) return true;
        return first === "new" && (!this.isKnownType(type) || this.source.textAt(type.to - 1).endsWith("Args"));
    }

    /** Whether only the type itself can use a member: in C#, also without a modifier. */
    #isPrivate(modifiers: ReadonlySet<string>): boolean {
        if (modifiers.has("private")) return !modifiers.has("protected");
        return this.syntax.language === "csharp" && !["internal", "protected", "public"].some(modifier => modifiers.has(modifier));
    }

    /** Returns how a property is read and written: `get` for one that only the constructor sets. */
    #accessorsOf(opening: number): "get" | "private" | "other" {
        const { source } = this;
        const closing = source.closingOf(opening);
        const texts = source.tokens.slice(opening + 1, Math.min(closing, opening + 10)).map(({ text }) => text);
        const isInitialized = source.is(closing + 1, "=");
        if (isInitialized || closing > opening + 10) return "other";
        const accessors = texts.join(" ");
        return accessors === "get ;" ? "get" : accessors === "get ; private set ;" ? "private" : "other";
    }

    #readAssignment(path: readonly string[], statement: Slice, sign: number): void {
        const [first, second] = path;
        const isField = path.length === 1 || (path.length === 2 && first === "this");
        if (!isField || first === undefined || second === "*") return;
        const start = this.source.startOf(statement.from);
        this.#targets.add(statement.from);
        const { from, to } = statement;
        this.#assignments.push({ path, start, index: from, block: this.blocks.at(from), tokens: { from: sign + 1, to } });
    }

    /** Declares a name without a known value. That of a condition can also be used behind its block. */
    #declareUnknown(index: number): void {
        const { source } = this;
        const name = source.textAt(index);
        const start = source.startOf(index);
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
        const access = accessAt(source, index, this.syntax) ?? memberAt(source, index);
        if (!access) return;
        this.#noteInherited(index, access.path);
        const { path, start } = access;
        const [before, after] = [source.textAt(index - 1), source.textAt(access.to)];
        const isAddress = before === "&" && /^[(,=]$/.test(source.textAt(index - 2));
        const isReference = before === "ref" || before === "out" || before === "++" || before === "--" || isAddress;
        const isChange = isReference || (access.method === undefined && ASSIGNMENTS.has(after)) || isAssignedTuple(source, index);
        const element = isChange ? -1 : path.indexOf("*", 1);
        const used = element < 0 ? path : path.slice(0, element);
        const effect = element < 0 ? effectOf(source, index, access, this.syntax) : "elements";
        this.#occurrences.push({ path: used, start, index, isChange, ...(effect && { effect }) });
        // The members of an element are fields of another object.
        if (element > 0 && element < path.length - 1) this.#occurrences.push({ path: path.slice(element), start, index, isChange });
    }

    #noteInherited(index: number, [name = ""]: readonly string[]): void {
        for (let block: Block | undefined = this.blocks.at(index); block; block = block.parent) {
            if (block.kind !== "type") continue;
            if (block.isDerived && name !== "this" && isNested(block)) {
                this.#inherited.set(block, (this.#inherited.get(block) ?? new Set()).add(name));
            }
            return;
        }
    }

    /** Hides names around a type that inherits from another one, where they may be inherited instead. */
    #hideInherited(): void {
        for (const [block, names] of this.#inherited) {
            for (const name of names) if (!this.#fields.get(block)?.has(name)) this.names.declare(name, block, block.start);
        }
    }

    /** Resolves the names of fields, which need the declarations of all other names. */
    #finish(): void {
        this.#finder = new FieldFinder(this.#fields, this.blocks, this.names.finish());
        for (const assignment of this.#assignments) {
            const { path, index, start } = assignment;
            const name = path.at(-1) ?? "";
            const found = path.length === 1 ? this.#finder.find(name, index, start) : this.#ownField(name, index);
            if (found?.isOwn) found.field.assignments.push(assignment);
            else this.#occurrences.push({ path, start, index, isChange: true });
        }
        for (const fields of this.#fields.values()) {
            for (const field of fields.values()) {
                if (!field.isConstant && this.#labels.has(field.name)) this.names.change(["*", field.name], field.start);
                if (!isSetOnce(field)) for (const { start } of field.assignments) this.names.change(["this", field.name], start);
            }
        }
        for (const { path, start, index, isChange, effect } of this.#occurrences) {
            const add = (path: readonly string[], start: number) =>
                isChange ? this.names.change(path, start) : this.names.use(path, start, effect);
            add(this.#finder.pathOf(path, index, start), start);
            const found = path[0] === "this" ? undefined : this.#finder.find(path[0] ?? "", index, start);
            // What happens to a field in a type in its own happens to the field.
            if (found && !found.isOwn) add(["this", ...path], found.field.start);
        }
    }

    #ownField(name: string, index: number): { field: Field; isOwn: boolean } | undefined {
        let block: Block | undefined = this.blocks.at(index);
        while (block && block.kind !== "type") block = block.parent;
        const field = block && this.#fields.get(block)?.get(name);
        return field && { field, isOwn: true };
    }

    /** Declares the fields, and the types as objects of their constants. */
    #declareTypes(): void {
        const { names } = this;
        const constants = declareFields(names, this.#fields, this.blocks);
        for (const [name, { declaration, isPrivate }] of constants) if (!isPrivate) this.exported.set(name, declaration);
        for (const [block, fields] of this.#fields) {
            const members: Member[] = [...fields.values()].flatMap(({ name, start }) => {
                if (!constants.has(`${block.name}.${name}`)) return [];
                const range: Range = { start, end: start + name.length };
                return [{ name, rawName: name, value: { kind: "name", path: [name], ...range }, ...range } satisfies Member];
            });
            if (block.name === undefined) continue;
            const range: Range = { start: block.start, end: block.end };
            const value = { kind: "object", layout: "lines", inside: range, members, ...range } as const;
            names.declare(block.name, block.parent ?? this.blocks.file, block.start, members.length > 0 ? { value } : {});
        }
    }
}

/** Whether a block is in a type or function. */
function isNested({ parent }: Block): boolean {
    for (let block = parent; block; block = block.parent) if (block.kind === "type" || block.kind === "function") return true;
    return false;
}
