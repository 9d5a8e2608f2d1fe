import type { Construction, Expression, Item, List, Member } from "../../expression";
import type { DeclaredNames } from "../declarations";
import { ExpressionReader, parseNumber, type Shape } from "../expression-reader";
import { shapeOf } from "../shapes";
import type { Slice, TokenSource } from "../tokens/source";
import { accessAt } from "./occurrences";
import type { GoPackages } from "./packages";
import { EXPRESSIONS, KEYWORDS } from "./syntax";

/** Returns the name of a property of Go in camelCase. */
export function propertyName(name: string): string {
    return name.charAt(0).toLowerCase() + name.slice(1);
}

const CONSTANTS: ReadonlyMap<string, boolean | null> = new Map([
    ["true", true],
    ["false", false],
    ["nil", null],
]);

/** More braces in braces are computed. */
const MAX_TYPE_DEPTH = 60;

/** Functions and types of the package pulumi that convert their argument. */
const CONVERSIONS = /^(?:String|Bool|Int|Float64)(?:Ptr|Array|Map)?$|^To(?:String|Int|Bool)(?:Array|Map)$/;
const OUTPUTS: Readonly<Record<string, { isOutput?: boolean; isSecret?: boolean }>> = {
    ToOutput: { isOutput: true },
    ToSecret: { isSecret: true },
    Unsecret: { isOutput: true },
};

/** Reads expressions of Go. */
export class GoExpressions extends ExpressionReader {
    constructor(
        source: TokenSource,
        private readonly names: DeclaredNames,
        private readonly packages: GoPackages,
    ) {
        super(source);
    }

    protected shapeOf(slice: Slice): Shape {
        return shapeOf(this.source, slice, EXPRESSIONS);
    }

    override read(slice: Slice, depth = 0): Expression {
        const { source } = this;
        const { from, to } = slice;
        if (source.is(from, "-") && to === from + 2) {
            const value = parseNumber(source.textAt(from + 1));
            if (value) return this.literal(-value, slice);
        }
        const opening = depth <= MAX_TYPE_DEPTH ? this.#literalOf(slice) : undefined;
        const type = opening === undefined ? undefined : { from, to: opening };
        if (type && opening !== undefined && this.#isType(type)) return this.#readLiteral(slice, opening, depth);
        if (!source.is(from, "&") || opening === undefined) return super.read(slice, depth);
        const value = this.read({ from: from + 1, to }, depth);
        return value.kind === "object" ? { ...value, ...source.range(slice) } : this.computed(slice);
    }

    /** Whether tokens are the type of a list or map, such as `[]string` and `map[string]*T`. */
    #isType({ from, to }: Slice): boolean {
        const { source } = this;
        let index = source.is(from, "map") ? from + 1 : from;
        if (!source.is(index, "[")) return false;
        index = source.next(index);
        if (source.is(index, "*")) index++;
        return source.pathAt(index)?.to === to;
    }

    protected readOperand(slice: Slice, depth: number): Expression {
        const { source } = this;
        const { from, to } = slice;
        const token = source.tokens[from];
        const isSingle = source.next(from) === to;
        if (token?.kind === "string" && isSingle) return this.readString(from, depth);
        if (token?.kind === "number" && isSingle) {
            const value = parseNumber(token.text);
            return value === undefined ? this.computed(slice) : this.literal(value, slice);
        }
        if (source.is(from, "(") && isSingle) return this.read({ from: from + 1, to: to - 1 }, depth + 1);
        const opening = this.#literalOf(slice);
        if (opening !== undefined) return this.#readLiteral(slice, opening, depth);
        return token?.kind === "name" ? this.#readName(slice, depth) : this.computed(slice);
    }

    /** Returns the brace of a literal with a type. */
    #literalOf({ from, to }: Slice): number | undefined {
        const { source } = this;
        const opening = source.tokens[to - 1]?.partner;
        return opening !== undefined && opening > from && source.is(opening, "{") ? opening : undefined;
    }

    #readLiteral(slice: Slice, opening: number, depth: number): Expression {
        const { source } = this;
        const { from } = slice;
        if (source.is(from, "[")) return this.#list(opening, slice, depth);
        if (source.is(from, "map") && source.is(from + 1, "[")) {
            const isText = source.is(from + 2, "string") && source.is(from + 3, "]");
            return isText ? this.object(opening, slice, this.#members(opening, depth, true)) : this.computed(slice);
        }
        const path = source.pathAt(from);
        if (path?.to !== opening) return this.computed(slice);
        const found = this.packages.find(path.names, source.startOf(from));
        if (!found) return this.computed(slice);
        if (found.name.endsWith("Array")) return this.#list(opening, slice, depth);
        if (found.name.endsWith("Args")) return this.object(opening, slice, this.#members(opening, depth, false));
        const isMap = found.isPulumi && /^(?:(?:String)?Map)$/.test(found.name);
        return isMap ? this.object(opening, slice, this.#members(opening, depth, true)) : this.computed(slice);
    }

    #list(opening: number, slice: Slice, depth: number): List | Expression {
        const { source } = this;
        const items: Item[] = [];
        for (const part of source.splitInside(opening)) {
            const isIndexed = this.#colonIn(part) < part.to;
            if (isIndexed) return this.computed(slice);
            items.push(this.item(part, this.#readElement(part, depth)));
        }
        return this.list(opening, slice, items);
    }

    /** Reads an element, whose type may be left out. */
    #readElement(part: Slice, depth: number): Expression {
        const { source } = this;
        const isBare = source.is(part.from, "{") && source.next(part.from) === part.to;
        if (!isBare) return this.read(part, depth + 1);
        const hasFields = source
            .splitInside(part.from)
            .every(field => source.isName(field.from) && this.#colonIn(field) === field.from + 1);
        if (!hasFields || depth > 20) return this.computed(part);
        return this.object(part.from, part, this.#members(part.from, depth + 1, false));
    }

    #colonIn({ from, to }: Slice): number {
        let index = from;
        while (index < to && !this.source.is(index, ":")) index = this.source.next(index);
        return Math.min(index, to);
    }

    /** Reads the fields of a struct, or the elements of a map, whose keys are values. */
    #members(opening: number, depth: number, isMap: boolean): Member[] {
        const { source } = this;
        return source.splitInside(opening).map((part): Member => {
            const colon = this.#colonIn(part);
            if (colon === part.to) {
                this.breakOff(part);
                return this.unknownMember(part);
            }
            const value = this.#readElement({ from: colon + 1, to: part.to }, depth);
            const range = source.range(part);
            const keySlice = { from: part.from, to: colon };
            if (!isMap) {
                if (colon !== part.from + 1 || !source.isName(part.from)) return this.unknownMember(part);
                const rawName = source.textAt(part.from);
                return { name: propertyName(rawName), rawName, key: source.range(keySlice), value, ...range };
            }
            const key = this.read(keySlice, depth + 1);
            if (key.kind !== "literal" || typeof key.value !== "string") return this.unknownMember(part);
            return { name: key.value, rawName: key.value, key: source.range(keySlice), value, ...range };
        });
    }

    #readName(slice: Slice, depth: number): Expression {
        const { source } = this;
        const { from, to } = slice;
        const name = source.textAt(from);
        const constant = CONSTANTS.get(name);
        if (to === from + 1 && constant !== undefined && !this.names.has(name)) return this.literal(constant, slice);
        if (KEYWORDS.has(name)) return this.computed(slice);
        const path = source.pathAt(from);
        if (path && source.is(path.to, "(") && source.next(path.to) === to) {
            const call = this.#readCall(slice, path.names, path.to, depth);
            if (call) return call;
        }
        const access = accessAt(source, from);
        if (!access) return this.computed(slice);
        const value: Expression = { kind: "name", path: access.path, ...source.range({ from, to: access.to }) };
        if (access.to === to && access.method === undefined) return value;
        // A conversion to an output, such as `x.ToStringOutput()`.
        const isConversion = /^To\w*Output$/.test(access.method ?? "") && source.next(access.to) === to && to === access.to + 2;
        return isConversion ? { kind: "wrapper", value, isOutput: true, ...source.range(slice) } : this.computed(slice);
    }

    #readCall(slice: Slice, names: readonly string[], opening: number, depth: number): Expression | undefined {
        const { source } = this;
        const construction = this.construct(slice.from, names, opening);
        if (construction) return construction;
        const found = this.packages.find(names, source.startOf(slice.from));
        const [argument, ...others] = source.splitInside(opening);
        if (!found || !argument || others.length > 0 || source.is(argument.to - 1, "...")) return undefined;
        const options = OUTPUTS[found.name];
        const isConversion = found.isPulumi ? CONVERSIONS.test(found.name) || options : found.name.endsWith("Ptr");
        if (!isConversion) return undefined;
        return { kind: "wrapper", value: this.read(argument, depth + 1), ...options, ...source.range(slice) };
    }

    isConstructor(names: readonly string[], offset: number): boolean {
        return this.packages.findResource(names, offset) !== undefined;
    }

    /** Reads a construction that starts at a token. Undefined if the call is none. */
    construct(index: number, names: readonly string[], opening: number): Construction | undefined {
        const { source } = this;
        const found = this.packages.findResource(names, source.startOf(index));
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

    #readParts(opening: number): Pick<Construction, "name" | "args" | "options"> | undefined {
        const [context, name, args, ...options] = this.source.splitInside(opening);
        if (!context || !name || !args) return undefined;
        this.read(context);
        return { name: this.read(name), args: this.read(args), options: this.#readOptions(options) };
    }

    /** Reads the options of a resource: `pulumi.DependsOn([]pulumi.Resource{google})` is the option `dependsOn`. */
    #readOptions(parts: readonly Slice[]): Expression | undefined {
        const { source } = this;
        const [first] = parts;
        const last = parts.at(-1);
        if (!first || !last) return undefined;
        const members = parts.map((part): Member => {
            const path = source.pathAt(part.from);
            const found = path && this.packages.find(path.names, source.startOf(part.from));
            if (!path || !found?.isPulumi || !source.is(path.to, "(") || source.next(path.to) !== part.to) return this.unknownMember(part);
            const [argument, ...others] = source.splitInside(path.to);
            const value = argument && others.length === 0 ? this.read(argument) : this.computed(part);
            const key = source.range({ from: part.from, to: path.to });
            return { name: propertyName(found.name), rawName: found.name, key, value, ...source.range(part) };
        });
        const range = source.range({ from: first.from, to: last.to });
        return { kind: "object", layout: "arguments", inside: range, members, ...range };
    }
}
