import type { Construction, Expression, Item, Member } from "../../expression";
import type { DeclaredNames } from "../declarations";
import { ExpressionReader, parseNumber, type Shape } from "../expression-reader";
import { shapeOf } from "../shapes";
import type { Slice, TokenSource } from "../tokens/source";
import { accessAt } from "./occurrences";
import type { ImportedClasses } from "./resources";
import type { Scope } from "./scopes";
import { EXPRESSIONS, KEYWORDS } from "./syntax";

/** Returns the name of a property of Python in camelCase. */
export function propertyName(name: string): string {
    return name.replace(/_([a-z0-9])/g, (_match, letter: string) => letter.toUpperCase());
}

const CONSTANTS: ReadonlyMap<string, boolean | null> = new Map([
    ["True", true],
    ["False", false],
    ["None", null],
]);

const WRAPPERS: Readonly<Record<string, { isOutput?: boolean; isSecret?: boolean }>> = {
    "Output.from_input": { isOutput: true },
    "Output.secret": { isSecret: true },
    "Output.unsecret": { isOutput: true },
};

/** Reads expressions of Python. */
export class PythonExpressions extends ExpressionReader {
    constructor(
        source: TokenSource,
        private readonly names: DeclaredNames,
        private readonly classes: ImportedClasses,
        private readonly scopeAt: (offset: number) => Scope,
    ) {
        super(source);
    }

    protected shapeOf(slice: Slice): Shape {
        return shapeOf(this.source, slice, EXPRESSIONS);
    }

    protected readOperand(slice: Slice, depth: number): Expression {
        const { source } = this;
        const { from, to } = slice;
        const token = source.tokens[from];
        const isSingle = source.next(from) === to;
        switch (token?.kind) {
            case "string":
                return this.#readStrings(slice, depth);
            case "number": {
                const value = isSingle ? parseNumber(token.text) : undefined;
                return value === undefined ? this.computed(slice) : this.literal(value, slice);
            }
            case "name":
                return this.#readName(slice, depth);
            case "symbol":
                return isSingle ? this.#readBrackets(slice, depth) : this.computed(slice);
            default:
                return this.computed(slice);
        }
    }

    override read(slice: Slice, depth = 0): Expression {
        const { source } = this;
        if (source.is(slice.from, "-") && slice.to === slice.from + 2) {
            const value = parseNumber(source.textAt(slice.from + 1));
            if (value) return this.literal(-value, slice);
        }
        return super.read(slice, depth);
    }

    #readStrings(slice: Slice, depth: number): Expression {
        const { source } = this;
        const parts: Expression[] = [];
        for (let index = slice.from; index < slice.to; index = source.next(index)) {
            if (source.tokens[index]?.kind !== "string") return this.computed(slice);
            parts.push(this.readString(index, depth));
        }
        const [first] = parts;
        return first && parts.length === 1 ? first : { kind: "concatenation", parts, ...source.range(slice) };
    }

    #readBrackets(slice: Slice, depth: number): Expression {
        const { source } = this;
        const { from } = slice;
        const parts = source.splitInside(from);
        const isComprehension = parts.some(part => this.#hasFor(part));
        if (isComprehension) return this.computed(slice);
        if (source.is(from, "[")) return this.list(from, slice, this.#items(parts, depth));
        if (source.is(from, "{")) return this.#readDict(slice, parts, depth);
        const [first] = parts;
        const isTuple = parts.length !== 1 || source.is(slice.to - 2, ",");
        return first && !isTuple ? this.read(first, depth + 1) : this.list(from, slice, this.#items(parts, depth));
    }

    #hasFor({ from, to }: Slice): boolean {
        for (let index = from; index < to; index = this.source.next(index)) if (this.source.is(index, "for")) return true;
        return false;
    }

    #items(parts: readonly Slice[], depth: number): Item[] {
        return parts.map(slice => {
            const isSpread = this.source.is(slice.from, "*");
            const value = this.read({ from: slice.from + (isSpread ? 1 : 0), to: slice.to }, depth + 1);
            return this.item(slice, value, isSpread);
        });
    }

    #readDict(slice: Slice, parts: readonly Slice[], depth: number): Expression {
        const { source } = this;
        const isSet = parts.some(({ from, to }) => !source.is(from, "**") && this.#colonIn({ from, to }) === to);
        if (isSet) return parts.some(part => this.#colonIn(part) < part.to) ? this.breakOff(slice) : this.computed(slice);
        const members = parts.map((part): Member => {
            if (source.is(part.from, "**")) return this.#spread(part, depth);
            const colon = this.#colonIn(part);
            const key = this.read({ from: part.from, to: colon }, depth + 1);
            const value = this.read({ from: colon + 1, to: part.to }, depth + 1);
            if (key.kind !== "literal" || typeof key.value !== "string") return this.unknownMember(part);
            const { start, end } = key;
            return { name: propertyName(key.value), rawName: key.value, key: { start, end }, value, ...source.range(part) };
        });
        return this.object(slice.from, slice, members);
    }

    #colonIn({ from, to }: Slice): number {
        let index = from;
        while (index < to && !this.source.is(index, ":") && !this.source.is(index, "lambda")) index = this.source.next(index);
        return this.source.is(index, ":") ? Math.min(index, to) : to;
    }

    #spread(slice: Slice, depth: number): Member {
        const value = this.read({ from: slice.from + 1, to: slice.to }, depth + 1);
        return { value, isSpread: true, ...this.source.range(slice) };
    }

    #readName(slice: Slice, depth: number): Expression {
        const { source } = this;
        const { from, to } = slice;
        const name = source.textAt(from);
        const constant = CONSTANTS.get(name);
        if (to === from + 1 && constant !== undefined) return this.literal(constant, slice);
        if (KEYWORDS.has(name)) return this.computed(slice);
        const path = source.pathAt(from);
        if (path && source.is(path.to, "(") && source.next(path.to) === to) return this.#readCall(slice, path.names, path.to, depth);
        const access = accessAt(source, from, this.scopeAt(source.startOf(from)));
        if (access?.to !== to || access.method !== undefined || access.path.includes("*")) return this.computed(slice);
        return { kind: "name", path: access.path, ...source.range(slice) };
    }

    #readCall(slice: Slice, path: readonly string[], opening: number, depth: number): Expression {
        const { source } = this;
        const offset = source.startOf(slice.from);
        const construction = this.construct(slice.from, path, opening);
        if (construction) return construction;
        const parts = source.splitInside(opening);
        if (path.length === 1 && path[0] === "dict" && !this.names.has("dict")) return this.#arguments(slice, opening, parts, depth);
        if (/Args(?:Dict)?$/.test(path.at(-1) ?? "")) {
            const isPulumi = this.classes.find(path, offset)?.[0] === "pulumi_aws";
            return isPulumi ? this.#arguments(slice, opening, parts, depth) : this.computed(slice);
        }
        const found = this.classes.find(path, offset);
        if (found?.[0] !== "pulumi") return this.computed(slice);
        const called = found.slice(1).join(".");
        const [first, ...others] = parts;
        if (called === "ResourceOptions") return this.#arguments(slice, opening, parts, depth);
        if (called === "Output.concat") {
            const values = parts.map(part => this.read(part, depth + 1));
            return { kind: "template", parts: values, quote: "", isOutput: true, ...source.range(slice) };
        }
        const wrapper = WRAPPERS[called.replace(/^output\./, "")];
        if (!wrapper || !first || others.length > 0 || this.#isNamed(first)) return this.computed(slice);
        return { kind: "wrapper", value: this.read(first, depth + 1), ...wrapper, ...source.range(slice) };
    }

    #isNamed({ from }: Slice): boolean {
        return this.source.is(from + 1, "=") || this.source.is(from, "*") || this.source.is(from, "**");
    }

    /** Reads the keyword arguments of a call as an object. */
    #arguments(slice: Slice, opening: number, parts: readonly Slice[], depth: number): Expression {
        const members = this.#members(parts, depth);
        return members ? this.object(opening, slice, members, "arguments") : this.computed(slice);
    }

    /** Reads keyword arguments. Undefined if there are other arguments, or a name twice. */
    #members(parts: readonly Slice[], depth: number): Member[] | undefined {
        const { source } = this;
        const names = new Set<string>();
        const members: Member[] = [];
        for (const part of parts) {
            if (source.is(part.from, "**")) {
                members.push(this.#spread(part, depth));
                continue;
            }
            const rawName = source.textAt(part.from);
            if (!source.isName(part.from) || !source.is(part.from + 1, "=") || names.has(rawName)) {
                this.breakOff(part);
                return undefined;
            }
            names.add(rawName);
            const key = source.range({ from: part.from, to: part.from + 1 });
            const value = this.read({ from: part.from + 2, to: part.to }, depth + 1);
            members.push({ name: propertyName(rawName), rawName, key, value, ...source.range(part) });
        }
        return members;
    }

    /** Reads a construction that starts at a token. Undefined if the call is none. */
    construct(index: number, path: readonly string[], opening: number): Construction | undefined {
        const { source } = this;
        const found = this.classes.findClass(path, source.startOf(index));
        if (!found) return undefined;
        const slice = { from: index, to: source.next(opening) };
        if (!found.isCovered) {
            this.addNotCovered(found.type, slice);
            return undefined;
        }
        return this.constructAt(index, slice, () => {
            const parts = this.readValid(() => this.#readParts(opening));
            const computed = { kind: "computed", ...source.inside(opening) } as const;
            return { type: found.type, ...(parts ?? { name: undefined, args: computed, options: computed }) };
        });
    }

    #readParts(opening: number): Pick<Construction, "name" | "args" | "options"> {
        const { source } = this;
        const parts = source.splitInside(opening);
        const positional = parts.filter(part => !this.#isNamed(part));
        const spread = parts.find(({ from }) => source.is(from, "*"));
        const isInOrder = parts.slice(0, positional.length).every(part => !this.#isNamed(part));
        if (spread || !isInOrder || positional.length > 3) return this.#unknownParts(opening, positional[0]);
        const members = this.#members(parts.slice(positional.length), 0) ?? [];
        const named = (name: string) => members.find(({ rawName }) => rawName === name)?.value;
        const [nameSlice, ...others] = positional;
        const name = nameSlice ? this.read(nameSlice) : named("resource_name");
        let args: Member[] = [];
        let options = named("opts");
        for (const other of others) {
            const value = this.read(other);
            if (this.#isOptions(other)) options ??= value;
            else args = [...args, { value, isSpread: true, ...source.range(other) }];
        }
        const object = named("args");
        if (object) args = [...args, { value: object, isSpread: true, start: object.start, end: object.end }];
        const properties = members.filter(({ rawName }) => !["args", "opts", "resource_name"].includes(rawName ?? ""));
        const start = (nameSlice ? source.range(nameSlice) : source.inside(opening)).end;
        const { start: from, end } = source.inside(opening);
        const inside = { start: nameSlice ? start : from, end };
        return { name, options, args: { kind: "object", layout: "arguments", inside, members: [...args, ...properties], ...inside } };
    }

    /** Whether an argument without name is the resource options. */
    #isOptions({ from, to }: Slice): boolean {
        const { source } = this;
        const path = source.pathAt(from);
        if (!path) return false;
        if (source.is(path.to, "(")) return path.names.at(-1) === "ResourceOptions";
        const declared = path.to === to && path.names.length === 1 ? this.names.findConstant(path.names, source.startOf(from)) : undefined;
        return declared?.tokens !== undefined && this.#isOptions(declared.tokens);
    }

    #unknownParts(opening: number, name: Slice | undefined): Pick<Construction, "name" | "args" | "options"> {
        const computed = { kind: "computed", ...this.source.inside(opening) } as const;
        return { name: name && this.read(name), args: computed, options: computed };
    }
}
