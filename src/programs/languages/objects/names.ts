import type { Use } from "../../expression";
import { Names } from "../../names";
import { nameAt, words } from "../shared";
import { accessAt, effectOf, memberAt } from "../tokens/access";
import type { Block } from "../tokens/blocks";
import { type Declaration, NameCollector } from "../tokens/names";
import type { Slice, TokenSource } from "../tokens/source";
import type { Syntax } from "../tokens/syntax";
import type { ObjectBlocks } from "./blocks";
import { isArgumentName, isDeclared, isMemberName, type ParsedDeclaration, parseDeclaration } from "./declarations";
import { type Assignment, type Field, FieldReader } from "./fields";
import type { Types } from "./types";

const ASSIGNMENTS = words("= += -= *= /= %= &= |= ^= <<= >>= >>>= ??= ++ --");
/** What is in front of a name that it changes, or that lets a function change it. */
const REFERENCES = words("++ -- & ref out");
const DIRECTIVES = words("import package using namespace global");

/** A use or change of a name. */
interface Occurrence extends Pick<Use, "path" | "effect"> {
    /** The index of its first token. */
    readonly index: number;
    readonly isChange: boolean;
}

/** Reads the declarations, changes and uses of names in a file of Java or C#. */
export class ObjectNames {
    readonly names = new NameCollector();
    /** The constants that other files can use, by type and name: `Shared.URL`. */
    readonly exported = new Map<string, Declaration>();
    readonly #reader: FieldReader;
    readonly #fields = new Map<Block, Map<string, Field>>();
    readonly #assignments: Assignment[] = [];
    /** The tokens of directives and of names that are declared or assigned, which are no uses. */
    readonly #skipped = new Set<number>();
    readonly #occurrences: Occurrence[] = [];
    /** The names of members in initializers, which may be fields of another object. */
    readonly #members = new Set<string>();
    /** The names other than those of fields. */
    #locals: Names<Declaration> = new Names(this.names);

    constructor(
        private readonly source: TokenSource,
        private readonly blocks: ObjectBlocks,
        private readonly syntax: Syntax,
        types: Types,
    ) {
        this.#reader = new FieldReader(source, types);
    }

    read(): this {
        for (const statement of this.blocks.statements) this.#readStatement(statement);
        this.#readTokens();
        this.#locals = new Names(this.names);
        this.#resolve();
        this.#declareTypes();
        return this;
    }

    /**
     * Returns the path of a value that starts at a token, with `this` for a field of the type that it is in, and with `*` for what the type
     * may inherit. It may be used when all is read.
     */
    pathOf(path: readonly string[], index: number): readonly string[] {
        const type = this.#typeAt(index);
        const [name = ""] = path;
        const isOutside = name !== "this" && type !== undefined && !this.#isLocal(name, index, type) && !this.#fields.get(type)?.has(name);
        return isOutside && type.isDerived && isNested(type) ? ["*", ...path] : this.#usedPathOf(path, index);
    }

    /** Returns the path of a use or change, with `this` for a field of the type that it is in. */
    #usedPathOf(path: readonly string[], index: number): readonly string[] {
        const [name = "", member] = path;
        const type = this.#typeAt(index);
        const fields = type && this.#fields.get(type);
        if (name !== "this") return fields?.has(name) && !this.#localAt(name, index) ? ["this", ...path] : path;
        // Otherwise, the field of a type around it would be found.
        const isInherited = member !== undefined && type !== undefined && !fields?.has(member) && isNested(type);
        return isInherited ? ["*", ...path.slice(1)] : path;
    }

    /** Returns the declaration of a name other than that of a field. */
    #localAt(name: string, index: number): ReturnType<Names<Declaration>["find"]> {
        return this.#locals.find(name, this.source.startOf(index));
    }

    /** Whether a name is declared in a type, other than as a field. */
    #isLocal(name: string, index: number, type: Block): boolean {
        const found = this.#localAt(name, index);
        return found !== undefined && (typeof found === "symbol" || found.scope.start > type.start);
    }

    /** Returns the innermost type that a token is in. */
    #typeAt(index: number): Block | undefined {
        let block: Block | undefined = this.blocks.at(index);
        while (block && block.kind !== "type") block = block.parent;
        return block;
    }

    #readStatement(statement: Slice): void {
        const { source } = this;
        const { from, to } = statement;
        const declaration = parseDeclaration(source, statement, this.syntax);
        if (declaration) this.#readDeclaration(declaration, statement);
        else if (DIRECTIVES.has(source.textAt(from)) && source.isName(from + 1)) {
            for (let index = from; index < to; index++) this.#skipped.add(index);
        } else {
            const access = accessAt(source, from, this.syntax);
            if (!access || !source.is(access.to, "=")) return;
            const { path } = access;
            if (path.length > (path[0] === "this" ? 2 : 1)) return;
            this.#skipped.add(from);
            this.#assignments.push({ path, index: from, tokens: { from: access.to + 1, to } });
        }
    }

    #readDeclaration(declaration: ParsedDeclaration, statement: Slice): void {
        const { source } = this;
        const { name, others } = declaration;
        const block = this.blocks.at(statement.from);
        this.#skipped.add(name);
        // The header of a type or method is in the block that it opens.
        const isHeader = name < block.opening;
        if (isHeader && block.kind === "type") return;
        const owner = isHeader ? (block.parent ?? block) : block;
        if (owner.kind === "type") {
            const fields = this.#fields.get(owner) ?? new Map<string, Field>();
            const field = this.#reader.read(declaration, owner, statement);
            fields.set(field.name, field);
            this.#fields.set(owner, fields);
        } else this.#declareVariable(declaration, owner);
        for (const index of others) {
            this.#skipped.add(index);
            this.names.declare(source.textAt(index), owner, source.startOf(index));
        }
    }

    #declareVariable({ name, type, tokens }: ParsedDeclaration, { end }: Block): void {
        const start = this.source.startOf(name);
        const known = tokens && !this.source.isConditional(tokens) ? this.#reader.knownOf(type) : undefined;
        this.names.declare(this.source.textAt(name), { start, end }, start, known && tokens ? { ...known, tokens } : {});
    }

    /** Reads the other names of the file. */
    #readTokens(): void {
        const { source } = this;
        let endOfTuple = 0;
        let endOfVariables = 0;
        for (const [index, { kind }] of source.tokens.entries()) {
            const next = source.next(index);
            // `(a, (b, c)) = ...`, and `var (a, (b, c)) = ...`
            if (source.is(index, "(") && ASSIGNMENTS.has(source.textAt(next))) endOfTuple = Math.max(endOfTuple, next);
            if (source.is(index, "(") && source.is(index - 1, "var")) endOfVariables = Math.max(endOfVariables, next);
            if (kind !== "name" || this.#skipped.has(index)) continue;
            if (index < endOfVariables || isDeclared(source, index, this.syntax, this.blocks.isBlock)) this.#declareUnknown(index);
            else this.#readOccurrence(index, index < endOfTuple);
        }
    }

    /** Declares a name without a known value. That of a condition can also be used behind its block. */
    #declareUnknown(index: number): void {
        const name = this.source.textAt(index);
        const start = this.source.startOf(index);
        const block = this.blocks.at(index);
        this.names.declare(name, block, start);
        if (index < block.opening && block.kind === "statement" && block.parent) this.names.declare(name, block.parent, start);
    }

    #readOccurrence(index: number, isInTuple: boolean): void {
        const { source, syntax } = this;
        if (isArgumentName(source, index)) return;
        if (isMemberName(source, index, this.blocks.isBlock)) {
            this.#members.add(source.textAt(index));
            return;
        }
        const access = accessAt(source, index, syntax) ?? memberAt(source, index, syntax);
        if (!access) return;
        const { path, to } = access;
        const isChange = isInTuple || REFERENCES.has(source.textAt(index - 1)) || ASSIGNMENTS.has(source.textAt(to));
        const element = path.indexOf("*", 1);
        if (isChange || element < 0) {
            const effect = effectOf(source, index, access, syntax);
            this.#occurrences.push({ path, index, isChange, ...(effect && { effect }) });
            return;
        }
        this.#occurrences.push({ path: path.slice(0, element), index, isChange, effect: "elements" });
        // The members of an element are fields of another object.
        if (element < path.length - 1) this.#occurrences.push({ path: path.slice(element), index, isChange });
    }

    /** Resolves the names of fields, which need the declarations of all other names. */
    #resolve(): void {
        for (const assignment of this.#assignments) {
            const { path, index } = assignment;
            const [, name = ""] = this.#usedPathOf(path, index);
            const type = this.#typeAt(index);
            const field = type && this.#fields.get(type)?.get(name);
            if (field) field.assignments.push(assignment);
            else this.#occurrences.push({ path, index, isChange: true });
        }
        for (const { path, index, isChange, effect } of this.#occurrences) {
            const add = (path: readonly string[], start: number) =>
                isChange ? this.names.change(path, start) : this.names.use(path, start, effect);
            const used = this.#usedPathOf(path, index);
            add(used, this.source.startOf(index));
            // What happens to a field in a type in its own happens to the field.
            const field = used[0] === path[0] ? this.#outerField(path[0] ?? "", index) : undefined;
            if (field) add(["this", ...path], field.start);
        }
    }

    /** Returns the field of a type around the innermost one that a name stands for. */
    #outerField(name: string, index: number): Field | undefined {
        if (this.#localAt(name, index)) return undefined;
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
                const { name, start, isConstant, isStatic } = field;
                if (!isConstant && this.#members.has(name)) names.change(["*", name], start);
                const options = this.#reader.valueOf(field, block, index => this.blocks.at(index));
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
}

/** Whether a block is in a type or function. */
function isNested({ parent }: Block): boolean {
    let block = parent;
    while (block && block.kind !== "type" && block.kind !== "function") block = block.parent;
    return block !== undefined;
}
