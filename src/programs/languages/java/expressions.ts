import type { Construction, Expression, Item, Member } from "../../expression";
import type { DeclaredNames } from "../declarations";
import { endOfType } from "../objects/declarations";
import { ObjectExpressions } from "../objects/expressions";
import type { FieldFinder } from "../objects/fields";
import { JAVA } from "../objects/syntax";
import type { ExpressionSyntax } from "../shapes";
import type { DottedPath, Slice, TokenSource } from "../tokens/source";
import { LISTS } from "./lists";
import type { JavaTypes } from "./types";

const EXPRESSIONS: ExpressionSyntax = {
    operators: new Set(["instanceof"]),
    opaque: new Set(["->", "switch"]),
    prefixes: new Set(["new"]),
    joinsStrings: false,
    hasBraces: true,
    hasCasts: true,
    postfix: new Set(),
    separators: new Set([",", ";", "=", ":=", "=>", "?.", "**"]),
};

/** Functions that return a list of their arguments. */
const LIST_FUNCTIONS: ReadonlySet<string> = new Set(["Arrays.asList", "Collections.singletonList", "List.of"]);

const WRAPPERS: Readonly<Record<string, { isOutput?: boolean; isSecret?: boolean }>> = {
    "Either.ofLeft": {},
    "Either.ofRight": {},
    "Output.of": { isOutput: true },
    "Output.ofSecret": { isSecret: true },
};

/** Reads expressions of Java. */
export class JavaExpressions extends ObjectExpressions {
    constructor(
        source: TokenSource,
        names: DeclaredNames,
        fields: FieldFinder,
        private readonly types: JavaTypes,
    ) {
        super(source, names, fields, JAVA, EXPRESSIONS);
    }

    protected readNew(slice: Slice, depth: number): Expression {
        const { source } = this;
        const { from, to } = slice;
        const construction = this.construct(from);
        if (construction) return construction.end === source.range(slice).end ? construction : this.computed(slice);
        const path = source.pathAt(from + 1);
        const isArray = path && source.is(path.to, "[") && source.closingOf(path.to) === path.to + 1 && source.is(path.to + 2, "{");
        if (!isArray || source.next(path.to + 2) !== to) return this.computed(slice);
        return this.list(path.to + 2, slice, this.#items(source.splitInside(path.to + 2), depth));
    }

    /** Reads the value of a declaration, where an array needs no `new`. */
    override readValue(slice: Slice): Expression | undefined {
        const { from, to } = slice;
        const isArray = this.source.is(from, "{") && this.source.next(from) === to;
        return isArray
            ? this.readValid(() => this.list(from, slice, this.#items(this.source.splitInside(from), 0)))
            : super.readValue(slice);
    }

    #items(parts: readonly Slice[], depth: number): Item[] {
        return parts.map(part => this.item(part, this.read(part, depth + 1)));
    }

    /** Reads a construction that starts with `new`. Undefined if it is none. */
    construct(index: number): Construction | undefined {
        const { source } = this;
        const path = source.pathAt(index + 1);
        const found = path && source.is(path.to, "(") ? this.types.findClass(path.names) : undefined;
        if (!path || !found) return undefined;
        const slice = { from: index, to: source.next(path.to) };
        if (!found.isCovered) {
            this.addNotCovered(found.type, slice);
            return undefined;
        }
        return this.constructAt(index, slice, () => {
            const parts = this.readValid(() => this.#readParts(path.to));
            const computed = { kind: "computed", ...source.inside(path.to) } as const;
            return { type: found.type, ...(parts ?? { name: undefined, args: computed, options: computed }) };
        });
    }

    #readParts(opening: number): Pick<Construction, "name" | "args" | "options"> {
        const { source } = this;
        const [name, args, options, ...others] = source.splitInside(opening);
        for (const other of others) this.read(other);
        if (source.is(source.closingOf(opening) - 1, ",")) this.breakOff({ from: opening, to: opening + 1 });
        // `UserPoolClientArgs.Empty`
        const isEmpty = args && source.pathAt(args.from)?.to === args.to && /^(?:Empty|EMPTY)$/.test(source.textAt(args.to - 1));
        return {
            name: name && this.read(name),
            args: args && !isEmpty ? this.read(args) : undefined,
            options: options && this.read(options),
        };
    }

    protected readCall(slice: Slice, depth: number): Expression | undefined {
        const { source } = this;
        const path = source.pathAt(slice.from);
        if (!path) return undefined;
        if (path.names.at(-1) === "builder" && source.is(path.to, "(")) return this.#readBuilder(slice, path, depth);
        const isGeneric = source.is(path.to, ".") && source.is(path.to + 1, "<");
        const name = isGeneric ? source.next(path.to + 1) : path.to - 1;
        const opening = name + 1;
        if (!source.is(opening, "(") || source.next(opening) !== slice.to) return undefined;
        const names = isGeneric ? [...path.names, source.textAt(name)] : path.names;
        const called = names.slice(-2).join(".");
        const type = names.slice(0, -1);
        const parts = source.splitInside(opening);
        if (LIST_FUNCTIONS.has(called) && this.types.isStandard(type, type.at(-1) ?? "")) return this.#listOf(slice, opening, parts, depth);
        if (called === "Map.of" && this.types.isStandard(type, "Map")) return this.#mapOf(slice, opening, parts, depth);
        const wrapper = WRAPPERS[called];
        const [argument, ...others] = parts;
        if (!wrapper || !argument || others.length > 0 || !this.types.isPulumi(type, type.at(-1) ?? "")) return undefined;
        return { kind: "wrapper", value: this.read(argument, depth + 1), ...wrapper, ...source.range(slice) };
    }

    #listOf(slice: Slice, opening: number, parts: readonly Slice[], depth: number): Expression {
        const [first] = parts;
        const items = this.#items(parts, depth);
        // One argument may also be an array of all elements.
        const isSingle = first && parts.length === 1 && !this.source.is(slice.from, "Collections");
        return { ...this.list(opening, slice, isSingle && items[0] ? [this.mixedItem(first, items[0].value)] : items), layout: "brackets" };
    }

    #mapOf(slice: Slice, opening: number, parts: readonly Slice[], depth: number): Expression {
        const { source } = this;
        const members: Member[] = [];
        for (let index = 0; index < parts.length; index += 2) {
            const [key, value] = [parts[index], parts[index + 1]];
            if (!key || !value) return this.breakOff(slice);
            const literal = this.read(key, depth + 1);
            const both = { from: key.from, to: value.to };
            if (literal.kind !== "literal" || typeof literal.value !== "string") members.push(this.unknownMember(both));
            else {
                const { value: name, start, end } = literal;
                members.push({ name, rawName: name, key: { start, end }, value: this.read(value, depth + 1), ...source.range(both) });
            }
        }
        return this.object(opening, slice, members, "arguments");
    }

    /** Reads `Args.builder().name("web").build()`. */
    #readBuilder(slice: Slice, { names, to }: DottedPath, depth: number): Expression {
        const { source } = this;
        const type = names.slice(0, -1);
        const isKnown = /(?:Args|CustomResourceOptions)$/.test(type.at(-1) ?? "") && this.types.isPulumi(type, type.at(-1) ?? "");
        if (!isKnown) return this.computed(slice);
        const members: Member[] = [];
        const [defaults, ...others] = source.splitInside(to);
        if (others.length > 0) return this.computed(slice);
        if (defaults) members.push({ value: this.read(defaults, depth + 1), isSpread: true, ...source.range(defaults) });
        let index = source.next(to);
        const start = source.tokens[index - 1]?.end ?? 0;
        while (source.is(index, ".") && source.isName(index + 1) && source.is(index + 2, "(") && index < slice.to) {
            const end = source.next(index + 2);
            if (source.is(index + 1, "build")) {
                if (end !== slice.to || end !== index + 4) break;
                const inside = { start, end: source.startOf(index) };
                return { kind: "object", layout: "calls", inside, members, ...source.range(slice) };
            }
            members.push(this.#readSetter(index, depth));
            index = end;
        }
        return this.breakOff(slice);
    }

    /** Reads a call of a builder, which starts at its dot. */
    #readSetter(dot: number, depth: number): Member {
        const { source } = this;
        const name = source.textAt(dot + 1);
        const opening = dot + 2;
        const slice = { from: dot, to: source.next(opening) };
        const parts = source.splitInside(opening);
        const [first] = parts;
        if (source.is(slice.to - 2, ",")) this.breakOff(slice);
        const key = source.range({ from: dot + 1, to: dot + 2 });
        return { name, rawName: name, key, value: this.#valueOf(name, opening, parts, first, depth), ...source.range(slice) };
    }

    #valueOf(name: string, opening: number, parts: readonly Slice[], first: Slice | undefined, depth: number): Expression {
        const { source } = this;
        const inside = source.inside(opening);
        const list = (items: readonly Item[]): Expression => ({ kind: "list", layout: "arguments", inside, items, ...inside });
        if (!first) return LISTS.has(name) ? list([]) : { kind: "computed", ...inside };
        if (parts.length > 1) return list(this.#items(parts, depth));
        const value = this.read(first, depth + 1);
        if (!LISTS.has(name)) return value;
        const kind = this.kindOf(value);
        if (kind === "list") return value;
        return kind === "text" ? list([this.item(first, value)]) : this.computed(first);
    }

    /** Whether a resource's class is used other than by a construction: as a base, or as a reference to its constructor. */
    isClassUse(index: number): boolean {
        const { source } = this;
        const end = endOfType(source, index, JAVA.keywords);
        const isPassedOn = source.is(index - 1, "extends") || (source.is(end, "::") && source.is(end + 1, "new"));
        return isPassedOn && this.types.findClass(source.pathAt(index)?.names ?? []) !== undefined;
    }
}
