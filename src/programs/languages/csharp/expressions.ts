import type { Construction, Expression, Item, Member } from "../../expression";
import type { Declaration, DeclaredNames } from "../declarations";
import { ObjectExpressions } from "../objects/expressions";
import type { FieldFinder } from "../objects/fields";
import { CSHARP } from "../objects/syntax";
import type { ExpressionSyntax } from "../shapes";
import type { Slice, TokenSource } from "../tokens/source";
import { type Creation, parseCreation } from "./creation";
import type { CSharpTypes } from "./types";

const EXPRESSIONS: ExpressionSyntax = {
    operators: new Set(["and", "as", "await", "is", "not", "or"]),
    opaque: new Set(["=>", "delegate", "from", "out", "ref", "stackalloc", "switch", "throw", "with"]),
    prefixes: new Set(["new"]),
    joinsStrings: false,
    hasBraces: true,
    hasCasts: true,
    postfix: new Set(["!"]),
    separators: new Set([",", ";", "=", ":=", "->", "**"]),
};

const WRAPPERS: Readonly<Record<string, { isOutput?: boolean; isSecret?: boolean }>> = {
    "Output.Create": { isOutput: true },
    "Output.CreateSecret": { isSecret: true },
};

const LISTS = /^(?:InputList|List|HashSet|ImmutableArray)$/;
const MAPS = /^(?:InputMap|Dictionary)$/;

/** Returns the name of a property of C# in camelCase. */
export function propertyName(name: string): string {
    return name.charAt(0).toLowerCase() + name.slice(1);
}

/** Reads expressions of C#. */
export class CSharpExpressions extends ObjectExpressions {
    constructor(
        source: TokenSource,
        names: DeclaredNames,
        fields: FieldFinder,
        private readonly types: CSharpTypes,
    ) {
        super(source, names, fields, CSHARP, EXPRESSIONS);
    }

    /** Reads the value of a declaration, whose type `new(...)` and braces may need. */
    readDeclaration({ tokens, type = "" }: Declaration): Expression | undefined {
        if (!tokens) return undefined;
        const { source } = this;
        const { from, to } = tokens;
        const path = type.split(".");
        const isTyped = source.is(from, "new") && source.is(from + 1, "(");
        if (source.is(from, "{") && source.next(from) === to) return this.readValid(() => this.#initializer(tokens, from, "list", 0));
        if (!isTyped) return this.readValue(tokens);
        if (this.types.findClass(path)) return this.readValid(() => this.construct(from, path) ?? this.computed(tokens));
        if (this.types.isArgs(path)) return this.readValid(() => this.#readArgs(tokens));
        return undefined;
    }

    /** Returns the value of a declaration whose construction is typed by it. */
    protected readNew(slice: Slice, depth: number): Expression {
        const { source } = this;
        const creation = parseCreation(source, slice);
        if (!creation) return this.computed(slice);
        const { path, isArray, args, opening, to } = creation;
        const construction = isArray ? undefined : this.construct(slice.from, path);
        if (construction) return to === slice.to ? construction : this.computed(slice);
        if (to !== slice.to || opening === undefined) return this.#withoutInitializer(slice, creation);
        if (isArray) return this.#initializer(slice, opening, "list", depth);
        if (args !== undefined && source.closingOf(args) > args + 1) return this.computed(slice);
        return this.#initializer(slice, opening, this.#kindOfType(path, opening), depth);
    }

    /** Reads `new Args()`. What `new()` is depends on the property. */
    #withoutInitializer(slice: Slice, { path, args, to, isArray }: Creation): Expression {
        const { source } = this;
        const isEmpty = to === slice.to && !isArray && args !== undefined && source.closingOf(args) === args + 1;
        return isEmpty && this.types.isArgs(path) ? this.object(args, slice, []) : this.computed(slice);
    }

    /** Returns what the braces behind a type are. */
    #kindOfType(path: readonly string[], opening: number): "object" | "list" | "map" | undefined {
        const name = path.at(-1);
        if (name === undefined) return this.#kindOfContent(opening);
        if (LISTS.test(name)) return "list";
        if (MAPS.test(name)) return "map";
        return this.types.isArgs(path) ? "object" : undefined;
    }

    #kindOfContent(opening: number): "object" | "list" | "map" | undefined {
        const { source } = this;
        const [first] = source.splitInside(opening);
        if (!first) return undefined;
        if (source.isName(first.from) && source.is(first.from + 1, "=")) return "object";
        return source.is(first.from, "{") || source.is(first.from, "[") ? "map" : "list";
    }

    #initializer(slice: Slice, opening: number, kind: "object" | "list" | "map" | undefined, depth: number): Expression {
        const { source } = this;
        const parts = source.splitInside(opening);
        if (kind === undefined || (kind === "list" && source.isConditional(slice))) return this.computed(slice);
        if (kind === "list") return this.list(opening, slice, this.#items(parts, !source.is(opening - 1, "]"), depth));
        return this.object(
            opening,
            slice,
            parts.map(part => (kind === "map" ? this.#mapMember(part, depth) : this.#member(part, depth))),
        );
    }

    /** Reads elements. Those that an initializer adds may be lists of elements. */
    #items(parts: readonly Slice[], areAdded: boolean, depth: number): Item[] {
        return parts.map(part => {
            const isSpread = this.source.is(part.from, "..");
            const value = this.read({ from: part.from + (isSpread ? 1 : 0), to: part.to }, depth + 1);
            if (isSpread) return this.item(part, value, true);
            if (!areAdded || (value.kind !== "name" && value.kind !== "computed")) return this.item(part, value);
            const isOutput = value.kind === "name" && value.path.length > 1 && value.path[0] !== "this";
            return isOutput ? this.item(part, this.computed(part)) : this.mixedItem(part, value);
        });
    }

    #member(part: Slice, depth: number): Member {
        const { source } = this;
        if (!source.isName(part.from) || !source.is(part.from + 1, "=")) {
            this.breakOff(part);
            return this.unknownMember(part);
        }
        const rawName = source.textAt(part.from);
        const value = this.#readMemberValue({ from: part.from + 2, to: part.to }, depth);
        const isConditional = source.isConditional({ from: part.from - 1, to: part.to + 1 });
        if (isConditional) return this.unknownMember(part);
        return {
            name: propertyName(rawName),
            rawName,
            key: source.range({ from: part.from, to: part.from + 1 }),
            value,
            ...source.range(part),
        };
    }

    #readMemberValue(slice: Slice, depth: number): Expression {
        const { source } = this;
        if (!source.is(slice.from, "{") || source.next(slice.from) !== slice.to || depth > 50) return this.read(slice, depth + 1);
        return this.#initializer(slice, slice.from, this.#kindOfContent(slice.from), depth + 1);
    }

    /** Reads `{ "key", value }` or `["key"] = value`. */
    #mapMember(part: Slice, depth: number): Member {
        const { source } = this;
        const isIndexed = source.is(part.from, "[");
        const [key, ...others] = source.is(part.from, "{") || isIndexed ? source.splitInside(part.from) : [];
        const closing = source.next(part.from);
        const value = isIndexed ? { from: closing + 1, to: part.to } : others[0];
        const isWhole = isIndexed ? source.is(closing, "=") && others.length === 0 : closing === part.to && others.length === 1;
        if (!key || !value || !isWhole) {
            this.breakOff(part);
            return this.unknownMember(part);
        }
        const literal = this.read(key, depth + 1);
        if (literal.kind !== "literal" || typeof literal.value !== "string") return this.unknownMember(part);
        const { value: name, start, end } = literal;
        return { name, rawName: name, key: { start, end }, value: this.read(value, depth + 1), ...source.range(part) };
    }

    /** Reads a construction that starts with `new`. Undefined if it is none. */
    construct(index: number, typePath?: readonly string[]): Construction | undefined {
        const { source } = this;
        const creation = parseCreation(source, { from: index, to: source.tokens.length });
        const path = creation?.path.length ? creation.path : (typePath ?? []);
        const found = creation?.args === undefined || creation.isArray ? undefined : this.types.findClass(path);
        if (!found || creation?.args === undefined) return undefined;
        const { args, to } = creation;
        const slice = { from: index, to };
        if (!found.isCovered) {
            this.addNotCovered(found.type, slice);
            return undefined;
        }
        return this.constructAt(index, slice, () => {
            const parts = this.readValid(() => this.#readParts(args, creation.opening));
            const computed = { kind: "computed", ...source.inside(args) } as const;
            return { type: found.type, ...(parts ?? { name: undefined, args: computed, options: computed }) };
        });
    }

    #readParts(args: number, opening: number | undefined): Pick<Construction, "name" | "args" | "options"> {
        const { source } = this;
        const parts = source.splitInside(args);
        // Directives and an initializer may set any property.
        const isPartial = opening !== undefined || source.isConditional({ from: args, to: source.next(args) });
        if (isPartial || source.is(source.closingOf(args) - 1, ",")) this.breakOff({ from: args, to: args + 1 });
        const labelOf = ({ from }: Slice) => (source.isName(from) && source.is(from + 1, ":") ? source.textAt(from) : undefined);
        const find = (name: string, position: number): Slice | undefined => {
            const named = parts.find(part => labelOf(part) === name);
            if (named) return { from: named.from + 2, to: named.to };
            const part = parts[position];
            return part && labelOf(part) === undefined ? part : undefined;
        };
        const known = ["name", "args", "options"].map((name, position) => find(name, position));
        const [name, properties, options] = known;
        if (parts.length !== known.filter(part => part !== undefined).length) this.breakOff({ from: args, to: args + 1 });
        return {
            name: name && this.read(name),
            args: properties && this.#readArgs(properties),
            options: options && this.#readOptions(options),
        };
    }

    /** Reads the arguments of a resource, whose type may be left out. */
    #readArgs(slice: Slice): Expression {
        const { source } = this;
        const creation = source.is(slice.from, "new") ? parseCreation(source, slice) : undefined;
        if (!creation || creation.isArray || creation.to !== slice.to) return this.read(slice);
        const { path, args, opening } = creation;
        const isKnown = path.length === 0 || this.types.isArgs(path);
        if (!isKnown || (args !== undefined && source.closingOf(args) > args + 1)) return this.read(slice);
        if (opening !== undefined) return this.#initializer(slice, opening, "object", 0);
        return args === undefined ? this.computed(slice) : this.object(args, slice, []);
    }

    #readOptions(slice: Slice): Expression {
        const { source } = this;
        const creation = source.is(slice.from, "new") ? parseCreation(source, slice) : undefined;
        const opening = creation?.opening;
        if (!creation || opening === undefined || creation.isArray || creation.to !== slice.to) return this.read(slice);
        const isKnown = creation.path.length === 0 || this.types.isPulumi(creation.path, "CustomResourceOptions");
        if (!isKnown || source.splitInside(opening).length === 0) return this.computed(slice);
        return this.#initializer(slice, opening, "object", 0);
    }

    override read(slice: Slice, depth = 0): Expression {
        const { source } = this;
        const { from, to } = slice;
        // `x!` only tells the compiler that `x` is not null.
        if (source.is(to - 1, "!") && to - 1 > from) return this.read({ from, to: to - 1 }, depth + 1);
        const isCollection = source.is(from, "[") && source.next(from) === to && !source.isConditional(slice);
        return isCollection ? this.list(from, slice, this.#items(source.splitInside(from), false, depth)) : super.read(slice, depth);
    }

    protected readCall(slice: Slice, depth: number): Expression | undefined {
        const { source } = this;
        const path = source.pathAt(slice.from);
        if (!path) return undefined;
        const opening = source.is(path.to, "<") ? source.next(path.to) : path.to;
        if (!source.is(opening, "(") || source.next(opening) !== slice.to) return undefined;
        const type = path.names.slice(0, -1);
        const called = path.names.slice(-2).join(".");
        const [argument, ...others] = source.splitInside(opening);
        if (!argument || others.length > 0 || !this.types.isPulumi(type, "Output")) return undefined;
        const value = this.read(argument, depth + 1);
        if (called === "Output.Format")
            return value.kind === "template" ? { ...value, isOutput: true, ...source.range(slice) } : this.computed(slice);
        const wrapper = WRAPPERS[called];
        return wrapper && { kind: "wrapper", value, ...wrapper, ...source.range(slice) };
    }

    /** Whether a resource's class is used as the base of another one. */
    isClassUse(index: number): boolean {
        const { source } = this;
        const path = source.is(index - 1, ":") && source.isName(index - 2) ? source.pathAt(index) : undefined;
        if (!path || (!/^[{,(]$/.test(source.textAt(path.to)) && !source.is(path.to, "where"))) return false;
        return source.is(index - 3, "class") && this.types.findClass(path.names) !== undefined;
    }
}
