import type { Construction, Expression, Member, ObjectExpression, Range } from "../../expression";
import type { Names } from "../../names";
import { findClass, type ResourceType } from "../../resource-types";
import { ExpressionReader, type Wrappers } from "../tokens/expressions";
import type { Declaration } from "../tokens/names";
import type { DottedPath, Slice, TokenSource } from "../tokens/source";
import { accessAt } from "./occurrences";
import type { Scope } from "./scopes";
import { PYTHON, TYPE_CHECKS } from "./syntax";

const WRAPPERS: Wrappers = {
    "Output.from_input": { isOutput: true },
    "Output.secret": { isSecret: true },
    "Output.unsecret": { isOutput: true },
};

/** The parameters of a resource's constructor that are no properties. */
const PARAMETERS: ReadonlySet<string | undefined> = new Set(["args", "opts", "resource_name"]);

/** Names of names are not followed further. */
const MAX_ALIASES = 5;

/** Reads expressions of Python. */
export class PythonExpressions extends ExpressionReader {
    constructor(
        source: TokenSource,
        names: Names<Declaration>,
        private readonly scopeAt: (offset: number) => Scope,
        /** The modules all of whose names are imported. */
        private readonly stars: readonly string[],
    ) {
        super(source, PYTHON, names);
    }

    protected override readBrackets(slice: Slice, depth: number): Expression {
        const { source } = this;
        const { from } = slice;
        const parts = source.splitInside(from);
        const isComprehension = parts.some(part => source.find(part, text => text === "for") < part.to);
        if (isComprehension) return this.computed(slice);
        if (source.is(from, "{")) return this.#readDict(slice, parts, depth);
        const isTuple = source.is(from, "[") || parts.length !== 1 || source.is(slice.to - 2, ",");
        return isTuple ? this.list(from, slice, this.items(parts, depth)) : super.readBrackets(slice, depth);
    }

    #readDict(slice: Slice, parts: readonly Slice[], depth: number): Expression {
        const isSet = parts.some(part => !this.source.is(part.from, "**") && this.#colonIn(part) === part.to);
        if (isSet) return parts.some(part => this.#colonIn(part) < part.to) ? this.breakOff(slice) : this.computed(slice);
        const members = parts.map((part): Member => {
            if (this.source.is(part.from, "**")) return this.#spread(part, depth);
            const colon = this.#colonIn(part);
            const value = this.read({ from: colon + 1, to: part.to }, depth + 1);
            const entry = this.entry({ from: part.from, to: colon }, value, part, depth);
            return entry.name === undefined ? entry : { ...entry, name: PYTHON.language.propertyName(entry.name) };
        });
        return this.object(slice.from, slice, members);
    }

    #colonIn(part: Slice): number {
        return this.source.find(part, text => text === ":");
    }

    #spread(slice: Slice, depth: number): Member {
        const value = this.read({ from: slice.from + 1, to: slice.to }, depth + 1);
        return { value, isSpread: true, ...this.source.range(slice) };
    }

    protected readName(slice: Slice, depth: number): Expression {
        const { source } = this;
        const { from, to } = slice;
        const path = source.pathAt(from) as DottedPath;
        if (source.is(path.to, "(") && source.next(path.to) === to) return this.#readCall(slice, path, depth);
        const access = accessAt(source, from, this.scopeAt(source.startOf(from)));
        if (access?.to !== to || access.path.includes("*")) return this.computed(slice);
        return { kind: "name", path: access.path, ...source.range(slice) };
    }

    #readCall(slice: Slice, { names: path, to: opening }: DottedPath, depth: number): Expression {
        const construction = this.#construct(slice.from, path, opening);
        if (construction) return construction;
        if (path.join() === "dict" && !this.names.has("dict")) return this.#arguments(slice, opening, depth);
        const [root, ...rest] = this.#find(path, this.source.startOf(slice.from)) ?? [];
        if (root === "pulumi_aws" && /Args(?:Dict)?$/.test(path.join())) return this.#arguments(slice, opening, depth);
        if (root !== "pulumi") return this.computed(slice);
        const called = rest.join(".").replace(/^output\./, "");
        if (called === "ResourceOptions") return this.#arguments(slice, opening, depth);
        const parts = this.source.splitInside(opening);
        if (called === "Output.concat") {
            const values = parts.map(part => this.read(part, depth + 1));
            return { kind: "template", parts: values, quote: "", isOutput: true, ...this.source.range(slice) };
        }
        const wrapper = WRAPPERS[called];
        const [first] = parts;
        if (!wrapper || !first || this.#isNamed(first)) return this.computed(slice);
        return { kind: "wrapper", value: this.read(first, depth + 1), ...wrapper, ...this.source.range(slice) };
    }

    #isNamed({ from }: Slice): boolean {
        return this.source.is(from + 1, "=") || this.source.is(from, "*") || this.source.is(from, "**");
    }

    /** Reads the keyword arguments of a call as an object. */
    #arguments(slice: Slice, opening: number, depth: number): Expression {
        const members = this.#members(this.source.splitInside(opening), depth);
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
            const name = source.textAt(part.from);
            if (!source.isName(part.from) || !source.is(part.from + 1, "=") || names.has(name)) {
                this.breakOff(part);
                return undefined;
            }
            names.add(name);
            const value = this.read({ from: part.from + 2, to: part.to }, depth + 1);
            members.push(this.member(name, { from: part.from, to: part.from + 1 }, value, part));
        }
        return members;
    }

    /** Reads a call, or returns whether a class is a base, an argument or a value: not a type, and not only looked at. */
    protected readClass(index: number, { names, to }: DottedPath): boolean {
        const { source } = this;
        if (source.is(to, "(")) {
            this.#construct(index, names, to);
            return false;
        }
        const parent = source.tokens[index]?.parent;
        if (parent !== undefined && (!source.is(parent, "(") || TYPE_CHECKS.has(source.textAt(parent - 1)))) return false;
        return /^[(,=]$/.test(source.textAt(index - 1)) && this.#findClass(names, source.startOf(index)) !== undefined;
    }

    #construct(index: number, path: readonly string[], opening: number): Construction | undefined {
        const found = this.#findClass(path, this.source.startOf(index));
        return this.constructAt({ from: index, to: this.source.next(opening) }, opening, found, () => this.#readParts(opening));
    }

    #readParts(opening: number): Pick<Construction, "name" | "args" | "options"> | undefined {
        const { source } = this;
        const parts = source.splitInside(opening);
        const count = parts.findIndex(part => this.#isNamed(part));
        const positional = count < 0 ? parts : parts.slice(0, count);
        const [first, ...others] = positional;
        const name = first && this.read(first);
        if (positional.length > 3 || parts.some(({ from }) => source.is(from, "*"))) return { ...this.computedParts(opening), name };
        const members = this.#members(parts.slice(positional.length), 0);
        if (!members) return undefined;
        const named = (name: string) => members.find(({ rawName }) => rawName === name)?.value;
        let options = named("opts");
        let object = named("args");
        for (const other of others) {
            const value = this.read(other);
            if (this.#isOptions(other)) options = value;
            else object = value;
        }
        let properties = members.filter(({ rawName }) => !PARAMETERS.has(rawName));
        if (object) {
            const { start, end } = object;
            // Pulumi ignores properties next to an object of arguments, but not next to a variable with options.
            properties = properties.map(property => ({ ...property, value: asComputed(property.value) }));
            properties.unshift({ value: object, isSpread: true, start, end });
        }
        const inside = { ...source.inside(opening), ...(first && { start: source.range(first).end }) };
        const args: ObjectExpression = { kind: "object", layout: "arguments", inside, members: properties, ...inside };
        return { name: name ?? named("resource_name"), options, args };
    }

    /** Whether an argument without name is the resource options. */
    #isOptions({ from }: Slice, depth = 0): boolean {
        const path = this.source.pathAt(from);
        if (!path || depth > MAX_ALIASES) return false;
        if (path.names[0] === "None" || path.names.includes("ResourceOptions")) return true;
        const { tokens } = this.names.findConstant(path.names, this.source.startOf(from)) ?? {};
        return tokens !== undefined && this.#isOptions(tokens, depth + 1);
    }

    /** Returns what a path names, such as `[pulumi_aws, cognito, UserPool]`. Undefined if it is not certain to be of a package. */
    #find(path: readonly string[], offset: number, depth = 0): readonly string[] | undefined {
        const [first, ...rest] = path as readonly [string, ...string[]];
        if (this.names.find(first, offset) === undefined) {
            const [star, ...others] = this.stars;
            return star !== undefined && others.length === 0 ? [...star.split("."), ...path] : undefined;
        }
        const declaration = this.names.findConstant(path, offset);
        if (!declaration || depth > MAX_ALIASES) return undefined;
        if (declaration.imported) return [...declaration.imported, ...rest];
        const { tokens } = declaration;
        const alias = tokens && this.source.pathAt(tokens.from);
        if (!alias || alias.to !== tokens.to) return undefined;
        return this.#find([...alias.names, ...rest], this.source.startOf(tokens.from), depth + 1);
    }

    #findClass(path: readonly string[], offset: number): ResourceType | undefined {
        // The file of a class is a module as well: `pulumi_aws.cognito.user_pool`.
        const [root, module = "", ...others] = this.#find(path, offset) ?? [];
        const isNative = root === "pulumi_aws_native";
        if (root !== "pulumi_aws" && !isNative) return undefined;
        return findClass(module, others.at(-1) ?? "", isNative);
    }
}

function asComputed({ start, end }: Range): Expression {
    return { kind: "computed", start, end };
}
