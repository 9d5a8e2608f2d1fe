import type { Construction, Expression, Item, Member } from "../../expression";
import type { Names } from "../../names";
import { findClass, type ResourceType } from "../../resource-types";
import { accessAt } from "../tokens/access";
import { ExpressionReader, type Wrappers } from "../tokens/expressions";
import type { Declaration } from "../tokens/names";
import type { DottedPath, Slice, TokenSource } from "../tokens/source";
import { GO, TYPE_STARTS } from "./syntax";

/** More literals in literals are computed. */
const MAX_DEPTH = 60;

/** Functions and types of the package pulumi that convert their argument. */
const CONVERSIONS = /^(?:String|Bool|Int|Float64)(?:Ptr|Array|Map)?$|^To(?:String|Int|Bool)(?:Array|Map)$/;
const OUTPUTS: Wrappers = { ToOutput: { isOutput: true }, ToSecret: { isSecret: true }, Unsecret: { isOutput: true } };

const SDK = /^github\.com\/pulumi\/pulumi\/sdk(?:\/v\d+)?\/go\/pulumi$/;
const AWS = /^github\.com\/pulumi\/pulumi-aws(-native)?\/sdk(?:\/v\d+)?\/go\/aws\/(\w+)$/;

/** A function or type of a package of Pulumi. */
interface PackageMember {
    readonly name: string;
    /** The module of @pulumi/aws, such as `cognito`; undefined for Pulumi's SDK. */
    readonly module?: string | undefined;
    readonly isNative?: boolean;
}

/** Reads expressions of Go. */
export class GoExpressions extends ExpressionReader {
    constructor(
        source: TokenSource,
        names: Names<Declaration>,
        /** The packages whose names are imported without a prefix. */
        private readonly dots: readonly string[],
    ) {
        super(source, GO, names);
    }

    override read(slice: Slice, depth = 0): Expression {
        const { from, to } = slice;
        if (depth > MAX_DEPTH) return super.read(slice, depth);
        if (!this.source.is(from, "&")) return this.#readLiteral(slice, depth) ?? super.read(slice, depth);
        const value = this.read({ from: from + 1, to }, depth + 1);
        return value.kind === "object" ? { ...value, ...this.source.range(slice) } : this.computed(slice);
    }

    /** Reads a literal with a type, such as `[]string{"a"}`. Undefined if it is none. */
    #readLiteral(slice: Slice, depth: number): Expression | undefined {
        const { source } = this;
        const { from, to } = slice;
        const type = this.#typeAt(from);
        if (!type || !source.is(type.to, "{") || source.next(type.to) !== to) return undefined;
        const opening = type.to;
        const isMap = source.is(from, "map");
        if (source.is(from, "[")) return this.#list(opening, slice, depth);
        const found = isMap ? undefined : this.#find(type.names, source.startOf(from));
        if (found?.name.endsWith("Array")) return this.#list(opening, slice, depth);
        const hasKeys = isMap ? source.is(from + 2, "string") : found?.name === "Map" || found?.name === "StringMap";
        if (!hasKeys && !found?.name.endsWith("Args")) return this.computed(slice);
        return this.object(opening, slice, this.#members(opening, depth, hasKeys));
    }

    /** Returns the last part of a type such as `[]string`, `map[string]*T` and `pulumi.StringArray`. */
    #typeAt(from: number): DottedPath | undefined {
        let index = from;
        while (TYPE_STARTS.has(this.source.textAt(index))) index = this.source.next(index);
        return this.source.pathAt(index);
    }

    #list(opening: number, slice: Slice, depth: number): Expression {
        const items: Item[] = [];
        for (const part of this.source.splitInside(opening)) {
            const isIndexed = this.#colonIn(part) < part.to;
            if (isIndexed) return this.computed(slice);
            items.push(this.item(part, this.#readElement(part, depth)));
        }
        return this.list(opening, slice, items);
    }

    /** Reads an element. One whose type is left out is computed: those of Pulumi's types have one. */
    #readElement(part: Slice, depth: number): Expression {
        return this.source.is(part.from, "{") ? this.computed(part) : this.read(part, depth + 1);
    }

    #colonIn(part: Slice): number {
        return this.source.find(part, text => text === ":");
    }

    /** Reads the fields of a struct, or the elements of a map, whose keys are values. */
    #members(opening: number, depth: number, isMap: boolean): Member[] {
        return this.source.splitInside(opening).map((part): Member => {
            const colon = this.#colonIn(part);
            const value = this.#readElement({ from: colon + 1, to: part.to }, depth);
            const key = { from: part.from, to: colon };
            if (isMap) return this.entry(key, value, part, depth);
            const isField = colon === part.from + 1 && this.source.isName(part.from);
            return isField ? this.member(this.source.textAt(part.from), key, value, part) : this.unknownMember(part);
        });
    }

    protected readName(slice: Slice, depth: number): Expression {
        const { source } = this;
        const { from, to } = slice;
        const path = source.pathAt(from);
        const isCall = path && source.is(path.to, "(") && source.next(path.to) === to;
        const call = isCall ? this.#readCall(slice, path, depth) : undefined;
        const access = accessAt(source, from, GO);
        if (call || !access) return call ?? this.computed(slice);
        const value: Expression = { kind: "name", path: access.path, ...source.range({ from, to: access.to }) };
        if (access.to === to) return value;
        // A conversion to an output, such as `x.ToStringOutput()`.
        const isConversion = /^To\w*Output$/.test(access.method ?? "") && to === access.to + 2;
        return isConversion ? { kind: "wrapper", value, isOutput: true, ...source.range(slice) } : this.computed(slice);
    }

    #readCall(slice: Slice, path: DottedPath, depth: number): Expression | undefined {
        const construction = this.#construct(slice.from, path);
        if (construction) return construction;
        const found = this.#find(path.names, this.source.startOf(slice.from));
        const [argument, ...others] = this.source.splitInside(path.to);
        if (!found || !argument || others.length > 0) return undefined;
        const options = OUTPUTS[found.name];
        const isConversion = found.module === undefined ? CONVERSIONS.test(found.name) || options : found.name.endsWith("Ptr");
        return isConversion
            ? { kind: "wrapper", value: this.read(argument, depth + 1), ...options, ...this.source.range(slice) }
            : undefined;
    }

    /** Reads a call, or returns whether a constructor is not called. */
    protected readClass(index: number, path: DottedPath): boolean {
        if (!this.source.is(path.to, "(")) return this.#findClass(path.names, this.source.startOf(index)) !== undefined;
        this.#construct(index, path);
        return false;
    }

    #construct(index: number, { names, to: opening }: DottedPath): Construction | undefined {
        const found = this.#findClass(names, this.source.startOf(index));
        return this.constructAt({ from: index, to: this.source.next(opening) }, opening, found, () => {
            const [name, args, ...options] = this.source.splitInside(opening).slice(1);
            return name && args && { name: this.read(name), args: this.read(args), options: this.#readOptions(options, opening) };
        });
    }

    /** Reads the options of a resource: `pulumi.DependsOn([]pulumi.Resource{google})` is the option `dependsOn`. */
    #readOptions(parts: readonly Slice[], opening: number): Expression | undefined {
        const { source } = this;
        const [first] = parts;
        if (!first) return undefined;
        const members = parts.map((part): Member => {
            const path = source.pathAt(part.from);
            const found = path && source.is(path.to, "(") && this.#find(path.names, source.startOf(part.from));
            // `Composite` joins other options.
            if (!found || found.name === "Composite") return this.unknownMember(part);
            const [argument, ...others] = source.splitInside(path.to);
            const value = argument && others.length === 0 ? this.read(argument) : this.computed(part);
            return this.member(found.name, { from: part.from, to: path.to }, value, part);
        });
        const range = source.range({ from: first.from, to: source.closingOf(opening) });
        return { kind: "object", layout: "arguments", inside: range, members, ...range };
    }

    /** Returns what a path such as `cognito.NewUserPool` names. Undefined if it is not certain to be of a package of Pulumi. */
    #find(path: readonly string[], offset: number): PackageMember | undefined {
        const [first = "", second, ...others] = path;
        if (others.length > 0) return undefined;
        if (second !== undefined) return memberOf(this.names.findConstant(path, offset)?.imported?.[0] ?? "", second);
        if (this.names.find(first, offset) !== undefined) return undefined;
        // Names of Pulumi's SDK that are imported without a prefix have none of these words.
        const isResource = /New|Args|UserPool|Listener/.test(first);
        return this.dots.map(dot => memberOf(dot, first)).find(member => member && (member.module !== undefined) === isResource);
    }

    /** Returns the type of the resource that a function constructs. */
    #findClass(path: readonly string[], offset: number): ResourceType | undefined {
        if (!path.at(-1)?.startsWith("New")) return undefined;
        const found = this.#find(path, offset);
        return found?.module === undefined ? undefined : findClass(found.module, found.name.slice("New".length), found.isNative);
    }
}

function memberOf(path: string, name: string): PackageMember | undefined {
    if (SDK.test(path)) return { name };
    const match = AWS.exec(path);
    return match ? { name, module: match[2], isNative: match[1] !== undefined } : undefined;
}
