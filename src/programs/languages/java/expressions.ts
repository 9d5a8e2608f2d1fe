import type { Construction, Expression, Item, Member } from "../../expression";
import { endOfType } from "../objects/declarations";
import { ObjectExpressions } from "../objects/expressions";
import { JAVA } from "../objects/syntax";
import { words } from "../shared";
import type { Parts, Wrappers } from "../tokens/expressions";
import type { Declaration } from "../tokens/names";
import type { DottedPath, Slice } from "../tokens/source";
import type { JavaTypes } from "./types";

/** Functions that return a list of their arguments. */
const LIST_FUNCTIONS: ReadonlySet<string> = new Set(["Arrays.asList", "Collections.singletonList", "List.of"]);

const WRAPPERS: Wrappers = {
    "Either.ofLeft": {},
    "Either.ofRight": {},
    "Output.of": { isOutput: true },
    "Output.ofSecret": { isSecret: true },
};

/**
 * The properties that are lists, whose methods in Java accept one element as well as several: `.callbackUrls("https://...")`.
 * A test compares them with the types of @pulumi/aws.
 */
export const LISTS = words(
    "actions additionalClaims aliasAttributes allowedFirstAuthFactors allowedOauthFlows allowedOauthScopes assets " +
        "attributesRequireVerificationBeforeUpdates autoVerifiedAttributes callbackUrls conditions defaultActions " +
        "explicitAuthFlows idpIdentifiers logoutUrls queryStrings readAttributes recoveryMechanisms regexValues schemas " +
        "scopes supportedIdentityProviders targetGroups transforms usernameAttributes values writeAttributes",
);

/** Reads expressions of Java. */
export class JavaExpressions extends ObjectExpressions<JavaTypes> {
    protected readNew(slice: Slice, depth: number): Expression {
        const { source } = this;
        const { from, to } = slice;
        const construction = this.#construct(from);
        if (construction) return construction.end === source.range(slice).end ? construction : this.computed(slice);
        const path = source.pathAt(from + 1);
        if (!path || !source.is(path.to, "[")) return this.computed(slice);
        const opening = path.to + 2;
        if (!source.is(opening, "{") || source.next(opening) !== to) return this.computed(slice);
        return this.list(opening, slice, this.items(source.splitInside(opening), depth));
    }

    /** Reads the value of a declaration, where an array needs no `new`. */
    protected override readDeclaration(declaration: Declaration, tokens: Slice): Expression | undefined {
        const { from } = tokens;
        if (!this.source.is(from, "{")) return super.readDeclaration(declaration, tokens);
        return this.readValid(() => this.list(from, tokens, this.items(this.source.splitInside(from), 0)));
    }

    /** Reads what starts with `new`, or returns whether a class is a base, or its constructor is passed on. */
    protected readClass(index: number, path: DottedPath): boolean {
        const { source } = this;
        if (source.is(index, "new")) this.#construct(index);
        const end = endOfType(source, index, JAVA);
        const isPassedOn = source.is(index - 1, "extends") || (source.is(end, "::") && source.is(end + 1, "new"));
        return isPassedOn && this.types.findClass(path.names) !== undefined;
    }

    #construct(index: number): Construction | undefined {
        const path = this.source.pathAt(index + 1);
        if (!path || !this.source.is(path.to, "(")) return undefined;
        const slice = { from: index, to: this.source.next(path.to) };
        return this.constructAt(slice, path.to, this.types.findClass(path.names), () => this.#readParts(path.to));
    }

    #readParts(opening: number): Parts | undefined {
        const { source } = this;
        const [name, args, options] = source.splitInside(opening);
        if (source.is(source.closingOf(opening) - 1, ",")) return undefined;
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
        const isGeneric = source.is(path.to, "."); // `List.<String>of("a")`
        const name = isGeneric ? source.next(path.to + 1) : path.to - 1;
        const opening = name + 1;
        if (!source.is(opening, "(") || source.next(opening) !== slice.to) return undefined;
        const names = isGeneric ? [...path.names, source.textAt(name)] : path.names;
        const called = names.slice(-2).join(".");
        const type = names.slice(0, -1);
        const parts = source.splitInside(opening);
        if (LIST_FUNCTIONS.has(called) && this.types.isStandard(type)) return this.#listOf(slice, opening, parts, depth);
        if (called === "Map.of" && this.types.isStandard(type)) return this.#mapOf(slice, opening, parts, depth);
        const wrapper = WRAPPERS[called];
        const [argument, ...others] = parts;
        if (!wrapper || !argument || others.length > 0 || !this.types.isPulumi(type)) return undefined;
        return { kind: "wrapper", value: this.read(argument, depth + 1), ...wrapper, ...source.range(slice) };
    }

    #listOf(slice: Slice, opening: number, parts: readonly Slice[], depth: number): Expression {
        const [first] = parts;
        const items = this.items(parts, depth);
        // One argument may also be an array of all elements.
        const isSingle = first && parts.length === 1 && !this.source.is(slice.from, "Collections");
        return { ...this.list(opening, slice, isSingle && items[0] ? [this.mixedItem(first, items[0].value)] : items) };
    }

    #mapOf(slice: Slice, opening: number, parts: readonly Slice[], depth: number): Expression {
        const members: Member[] = [];
        for (let index = 0; index < parts.length; index += 2) {
            const [key, value] = [parts[index], parts[index + 1]];
            if (!key || !value) return this.breakOff(slice);
            members.push(this.entry(key, this.read(value, depth + 1), { from: key.from, to: value.to }, depth));
        }
        return this.object(opening, slice, members, "arguments");
    }

    /** Reads `Args.builder().name("web").build()`. */
    #readBuilder(slice: Slice, { names, to }: DottedPath, depth: number): Expression {
        const { source } = this;
        const type = names.slice(0, -1);
        const isKnown = /(?:Args|CustomResourceOptions)$/.test(type.at(-1) ?? "") && this.types.isPulumi(type);
        if (!isKnown) return this.computed(slice);
        const members: Member[] = [];
        const [defaults, ...others] = source.splitInside(to);
        if (others.length > 0) return this.computed(slice);
        if (defaults) members.push({ value: this.read(defaults, depth + 1), isSpread: true, ...source.range(defaults) });
        let index = source.next(to);
        const start = source.tokens[index - 1]?.end ?? 0;
        while (source.is(index, ".") && source.is(index + 2, "(")) {
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
        const name = this.source.textAt(dot + 1);
        const slice = { from: dot, to: this.source.next(dot + 2) };
        if (this.source.is(slice.to - 2, ",")) this.breakOff(slice);
        return this.member(name, { from: dot + 1, to: dot + 2 }, this.#readArguments(name, dot + 2, depth), slice);
    }

    #readArguments(name: string, opening: number, depth: number): Expression {
        const inside = this.source.inside(opening);
        const list = (items: readonly Item[]): Expression => ({ kind: "list", layout: "arguments", inside, items, ...inside });
        const parts = this.source.splitInside(opening);
        const [first, ...others] = parts;
        if (!first) return LISTS.has(name) ? list([]) : { kind: "computed", ...inside };
        if (others.length > 0) return list(this.items(parts, depth));
        const value = this.read(first, depth + 1);
        const kind = LISTS.has(name) ? this.kindOf(value) : "list";
        if (kind === "text") return list([this.item(first, value)]);
        return kind === "list" ? value : this.computed(first);
    }
}
