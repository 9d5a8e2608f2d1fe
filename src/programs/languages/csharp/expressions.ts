import type { Construction, Expression, Item, Member } from "../../expression";
import { ObjectExpressions } from "../objects/expressions";
import { words } from "../shared";
import type { Parts, Wrappers } from "../tokens/expressions";
import type { Declaration } from "../tokens/names";
import type { DottedPath, Slice } from "../tokens/source";
import type { CSharpTypes } from "./types";

const WRAPPERS: Wrappers = { "Output.Create": { isOutput: true }, "Output.CreateSecret": { isSecret: true } };

const LISTS = /^(?:InputList|List|HashSet|ImmutableArray)$/;
/** What follows the base of a class. */
const BEHIND_BASE = words("{ , ( where");
const MAPS = /^(?:InputMap|Dictionary)$/;

/** Reads expressions of C#. */
export class CSharpExpressions extends ObjectExpressions<CSharpTypes> {
    /** Reads the value of a declaration, whose type `new(...)` and braces may need. */
    protected override readDeclaration(declaration: Declaration, tokens: Slice): Expression | undefined {
        const { source } = this;
        const { from } = tokens;
        if (source.is(from, "{")) return this.readValid(() => this.#initializer(tokens, from, "list", 0));
        if (!source.is(from, "new") || !source.is(from + 1, "(")) return super.readDeclaration(declaration, tokens);
        const path = declaration.type?.split(".") ?? [];
        if (this.types.findClass(path)) return this.readValid(() => this.#construct(from, path) ?? this.computed(tokens));
        return this.types.isArgs(path) ? this.readValid(() => this.#readArgument(tokens)) : undefined;
    }

    protected readNew(slice: Slice, depth: number): Expression {
        const { path, isArray, args, hasArguments, opening, to } = this.#parseCreation(slice.from);
        if (to !== slice.to) return this.computed(slice);
        const construction = this.#construct(slice.from);
        if (construction || hasArguments) return construction ?? this.computed(slice);
        if (opening !== undefined) return this.#initializer(slice, opening, isArray ? "list" : this.#kindOfType(path, opening), depth);
        // What `new()` is depends on the property.
        return args !== undefined && this.types.isArgs(path) ? this.object(args, slice, []) : this.computed(slice);
    }

    /** Reads an argument of a resource, whose type may be left out. */
    #readArgument(slice: Slice): Expression {
        if (!this.source.is(slice.from, "new") || !this.source.is(slice.from + 1, "(")) return this.read(slice);
        const { args, hasArguments, opening, to } = this.#parseCreation(slice.from);
        if (args === undefined || hasArguments || to !== slice.to) return this.read(slice);
        return this.#initializer(slice, opening ?? args, "object", 0);
    }

    /**
     * Reads `new Type<...>[...](...) {...}`, where each part may be left out, from the token `new`. `args` and `opening` are the opening
     * brackets.
     */
    #parseCreation(from: number) {
        const { source } = this;
        const path = source.pathAt(from + 1);
        let index = path?.to ?? from + 1;
        if (source.is(index, "<")) index = source.next(index);
        const isArray = source.is(index, "[");
        while (source.is(index, "[")) index = source.next(index);
        const behindType = index;
        if (source.is(index, "(")) index = source.next(index);
        const args = index > behindType ? behindType : undefined;
        const hasArguments = index > behindType + 2;
        const opening = source.is(index, "{") ? index : undefined;
        if (opening !== undefined) index = source.next(index);
        return { path: path?.names ?? [], isArray, args, hasArguments, opening, to: index };
    }

    /** Returns what the braces behind a type are. */
    #kindOfType(path: readonly string[], opening: number): "object" | "list" | "map" | undefined {
        const name = path.at(-1);
        if (name === undefined) return this.#kindOfContent(opening);
        if (LISTS.test(name)) return "list";
        if (MAPS.test(name)) return "map";
        const isOptions = name === "CustomResourceOptions" && this.types.isPulumi(path);
        return isOptions || this.types.isArgs(path) ? "object" : undefined;
    }

    #kindOfContent(opening: number): "object" | "list" | "map" | undefined {
        const { source } = this;
        const [first] = source.splitInside(opening);
        if (!first) return undefined;
        if (source.isName(first.from) && source.is(first.from + 1, "=")) return "object";
        return source.is(first.from, "{") || source.is(first.from, "[") ? "map" : "list";
    }

    #initializer(slice: Slice, opening: number, kind: "object" | "list" | "map" | undefined, depth: number): Expression {
        const parts = this.source.splitInside(opening);
        if (kind === undefined) return this.computed(slice);
        if (kind === "list") {
            const items = this.source.is(opening - 1, "]") ? this.items(parts, depth) : this.#addedItems(parts, depth);
            return this.list(opening, slice, items);
        }
        const members = parts.map(part => (kind === "map" ? this.#mapMember(part, depth) : this.#member(part, depth)));
        return this.object(opening, slice, members);
    }

    /** Reads elements that an initializer adds, which may be lists of elements. */
    #addedItems(parts: readonly Slice[], depth: number): Item[] {
        return parts.map(part => {
            const value = this.read(part, depth + 1);
            const isOutput = value.kind === "name" && value.path.length > 1 && value.path[0] !== "this";
            return isOutput ? this.item(part, this.computed(part)) : this.mixedItem(part, value);
        });
    }

    #member(part: Slice, depth: number): Member {
        const { source } = this;
        const { from, to } = part;
        if (!source.isName(from) || !source.is(from + 1, "=")) return this.unknownMember(part, this.breakOff(part));
        const value = this.#readMemberValue({ from: from + 2, to }, depth);
        return this.member(source.textAt(from), { from, to: from + 1 }, value, part);
    }

    #readMemberValue(slice: Slice, depth: number): Expression {
        if (!this.source.is(slice.from, "{") || this.source.next(slice.from) !== slice.to || depth > 50) return this.read(slice, depth + 1);
        return this.#initializer(slice, slice.from, this.#kindOfContent(slice.from), depth + 1);
    }

    /** Reads `{ "key", value }` or `["key"] = value`. */
    #mapMember(part: Slice, depth: number): Member {
        const { source } = this;
        const isIndexed = source.is(part.from, "[");
        const [key, ...others] = source.splitInside(part.from);
        const closing = source.next(part.from);
        const value = isIndexed ? { from: closing + 1, to: part.to } : others[0];
        const isWhole = isIndexed ? source.is(closing, "=") && others.length === 0 : closing === part.to && others.length === 1;
        if (!key || !value || !isWhole) return this.unknownMember(part, this.breakOff(part));
        return this.entry(key, this.read(value, depth + 1), part, depth);
    }

    /** Reads what starts with `new`, or returns whether a class is the base of another one. */
    protected readClass(index: number, { names, to }: DottedPath): boolean {
        const { source } = this;
        if (source.is(index, "new")) this.#construct(index);
        const isBase = source.is(index - 3, "class") && source.isName(index - 2) && source.is(index - 1, ":");
        return isBase && BEHIND_BASE.has(source.textAt(to)) && this.types.findClass(names) !== undefined;
    }

    /** Reads a construction. `typePath` is the type of the declaration that it is the value of. */
    #construct(index: number, typePath: readonly string[] = []): Construction | undefined {
        const { path, args, opening, to } = this.#parseCreation(index);
        if (args === undefined) return undefined;
        const found = this.types.findClass(path.length > 0 ? path : typePath);
        return this.constructAt({ from: index, to }, args, found, () => this.#readParts(args, opening));
    }

    #readParts(args: number, opening: number | undefined): Parts | undefined {
        const { source } = this;
        const parts = source.splitInside(args);
        // Directives and an initializer may set any property.
        const isPartial = opening !== undefined || source.isConditional({ from: args, to: source.next(args) });
        if (isPartial || source.is(source.closingOf(args) - 1, ",")) return undefined;
        const labelOf = ({ from }: Slice) => (source.isName(from) && source.is(from + 1, ":") ? source.textAt(from) : undefined);
        const find = (name: string, position: number): Slice | undefined => {
            const named = parts.find(part => labelOf(part) === name);
            if (named) return { from: named.from + 2, to: named.to };
            const part = parts[position];
            return part && labelOf(part) === undefined ? part : undefined;
        };
        const known = ["name", "args", "options"].map((name, position) => find(name, position));
        const [name, properties, options] = known;
        if (parts.length !== known.filter(part => part !== undefined).length) return undefined;
        return {
            name: name && this.read(name),
            args: properties && this.#readArgument(properties),
            options: options && this.#readArgument(options),
        };
    }

    override read(slice: Slice, depth = 0): Expression {
        const { source } = this;
        const { from, to } = slice;
        // `x!` only tells the compiler that `x` is not null.
        if (source.is(to - 1, "!")) return this.read({ from, to: to - 1 }, depth + 1);
        const isCollection = source.is(from, "[") && source.next(from) === to;
        return isCollection ? this.list(from, slice, this.items(source.splitInside(from), depth)) : super.read(slice, depth);
    }

    protected readCall(slice: Slice, depth: number): Expression | undefined {
        const { source } = this;
        const path = source.pathAt(slice.from);
        if (!path) return undefined;
        const opening = source.is(path.to, "<") ? source.next(path.to) : path.to;
        if (!source.is(opening, "(") || source.next(opening) !== slice.to) return undefined;
        const called = path.names.slice(-2).join(".");
        const wrapper = WRAPPERS[called];
        const [argument, ...others] = source.splitInside(opening);
        const isKnown = (wrapper || called === "Output.Format") && this.types.isPulumi(path.names.slice(0, -1));
        if (!isKnown || !argument || others.length > 0) return undefined;
        const value = this.read(argument, depth + 1);
        if (wrapper) return { kind: "wrapper", value, ...wrapper, ...source.range(slice) };
        return value.kind === "template" ? { ...value, isOutput: true, ...source.range(slice) } : this.computed(slice);
    }
}
