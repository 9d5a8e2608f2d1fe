import type { Node, Pair, Scalar, YAMLMap, YAMLSeq } from "yaml";
import type { Binding, Construction, Expression, Language, Member, NotCovered, Program, Range } from "../expression";
import { parseYaml } from "../parse-yaml";
import { findType } from "../resource-types";
import { emptyProgram } from "./shared";

type Yaml = typeof import("yaml");

const LANGUAGE: Language = { name: "yaml", propertyName: property => property, joinsNumbers: false, joinsLists: false };

/**
 * Reads a program of Pulumi YAML, with the components in it. What Pulumi's own reader does not accept or reads in another way than
 * the parser here, such as aliases and the numbers of YAML 1.1, is computed.
 */
export function readYaml(file: string, text: string): Program {
    const { yaml, contents, error } = parseYaml(text);
    return error ? emptyProgram(file, text, LANGUAGE, [error]) : new YamlReader(yaml, file, text).read(contents);
}

class YamlReader {
    readonly #constructions: Construction[] = [];
    readonly #notCovered: NotCovered[] = [];
    readonly #bindings: Binding[] = [];

    constructor(
        private readonly yaml: Yaml,
        private readonly file: string,
        private readonly text: string,
    ) {}

    read(root: unknown): Program {
        const { isMap } = this.yaml;
        if (isMap(root)) {
            this.#readTemplate(root, { start: 0, end: this.text.length });
            for (const { value } of this.#section(root, "components")) if (isMap(value)) this.#readTemplate(value, this.#rangeOf(value));
        }
        return {
            ...emptyProgram(this.file, this.text, LANGUAGE),
            constructions: this.#constructions.sort((a, b) => a.start - b.start),
            notCovered: this.#notCovered,
            bindings: this.#bindings,
        };
    }

    /** Reads a program or a component: its names are known in it alone. */
    #readTemplate(template: YAMLMap, scope: Range) {
        for (const section of ["config", "configuration", "inputs"]) {
            for (const { key } of this.#section(template, section)) this.#bind(key, undefined, scope);
        }
        for (const { key, value } of this.#section(template, "variables")) this.#bind(key, this.#expression(value), scope);
        for (const { key, value } of this.#section(template, "resources")) this.#bind(key, this.#readResource(key, value), scope);
        this.#bind(undefined, undefined, scope, "pulumi");
    }

    #bind(key: unknown, value: Expression | undefined, scope: Range, name = this.#keyOf(key)) {
        if (name !== undefined) this.#bindings.push({ name, scope, value, start: this.#rangeOf(key).start });
    }

    #readResource(key: unknown, declaration: unknown): Construction | undefined {
        const { isMap, isScalar } = this.yaml;
        const name = this.#keyOf(key);
        if (!isMap(declaration) || name === undefined) return undefined;
        const type = this.#memberOf(declaration, "type");
        if (!isScalar(type) || typeof type.value !== "string") return undefined;
        const range = { start: this.#rangeOf(key).start, end: this.#rangeOf(declaration).end };
        const isRead = this.#memberOf(declaration, "get") !== undefined;
        const found = findType(type.value);
        if (!found || isRead) return undefined;
        if (!found.isCovered) {
            this.#notCovered.push({ ...range, type: found.type });
            return undefined;
        }
        const expressionOf = (name: string) => {
            const node = this.#memberOf(declaration, name);
            return node === undefined ? undefined : this.#expression(node);
        };
        const construction: Construction = {
            kind: "resource",
            ...range,
            type: found.type,
            name: expressionOf("name") ?? { kind: "literal", ...this.#rangeOf(key), value: name, quote: "" },
            args: expressionOf("properties"),
            options: expressionOf("options"),
            assignedTo: name,
        };
        this.#constructions.push(construction);
        return construction;
    }

    /** Reads a value; an empty one is at an offset. */
    #expression(node: unknown, offset = 0): Expression {
        const { isCollection, isNode, isScalar, isSeq } = this.yaml;
        if (!isNode(node)) return { kind: "literal", start: offset, end: offset, value: null, quote: "" };
        const range = this.#rangeOf(node);
        if (isScalar(node)) return readScalar(node, range);
        const computed = { kind: "computed", ...range } as const;
        if (!isCollection(node) || node.tag !== undefined) return computed;
        return isSeq(node) ? this.#sequence(node, range) : (this.#map(node as YAMLMap, range) ?? computed);
    }

    #sequence(node: YAMLSeq, range: Range): Expression {
        const items = node.items.map(item => {
            const value = this.#expression(item);
            const start = node.flow ? value.start : this.#dashBefore(value.start);
            return { start, end: value.end, value };
        });
        return { kind: "list", ...range, layout: node.flow ? "brackets" : "lines", inside: insideOf(range, node.flow), items };
    }

    /** Returns the offset of the dash in front of an element on the same line. */
    #dashBefore(offset: number): number {
        const dash = this.text.lastIndexOf("-", offset - 1);
        return /^-[ \t]+$/.test(this.text.slice(dash, offset)) ? dash : offset;
    }

    #map(node: YAMLMap, range: Range): Expression | undefined {
        const functions = node.items.filter(pair => /^fn::/i.test(this.#keyOf(pair.key) ?? ""));
        if (functions.length > 0) return this.#call(node, range);
        const keys = new Set<unknown>();
        const members = node.items.map(pair => {
            const isDuplicate = keys.size === keys.add(this.#keyOf(pair.key)).size;
            return this.#member(pair, isDuplicate);
        });
        return { kind: "object", ...range, layout: node.flow ? "brackets" : "lines", inside: insideOf(range, node.flow), members };
    }

    #member({ key, value }: Pair, isDuplicate: boolean): Member {
        const keyRange = this.#rangeOf(key);
        const expression = this.#expression(value, keyRange.end);
        const name = this.#keyOf(key);
        const member = { start: keyRange.start, end: expression.end, value: expression };
        const isPlain = name !== undefined && !isDuplicate && name !== "<<" && !name.includes("${");
        return isPlain ? { ...member, name, rawName: name, key: keyRange } : member;
    }

    /** Reads a call of a function: the value of a secret, otherwise nothing. */
    #call({ items }: YAMLMap, range: Range): Expression | undefined {
        const [pair, ...others] = items;
        const isSecret = pair && others.length === 0 && /^fn::secret$/i.test(this.#keyOf(pair.key) ?? "");
        return isSecret ? { kind: "wrapper", ...range, value: this.#expression(pair.value), isSecret: true } : undefined;
    }

    /** Returns a key that Pulumi accepts: a string. */
    #keyOf(key: unknown): string | undefined {
        return this.yaml.isScalar(key) && typeof key.value === "string" && key.tag === undefined ? key.value : undefined;
    }

    #memberOf(map: YAMLMap, name: string): unknown {
        return map.items.find(({ key }) => this.#keyOf(key) === name)?.value ?? undefined;
    }

    #section(map: YAMLMap, name: string): readonly Pair[] {
        const section = this.#memberOf(map, name);
        return this.yaml.isMap(section) ? section.items : [];
    }

    #rangeOf(node: unknown): Range {
        return this.yaml.isNode(node) && node.range ? { start: node.range[0], end: this.#endOf(node) } : { start: 0, end: 0 };
    }

    /** Returns the offset behind a node, without the comments and empty lines behind it. */
    #endOf(node: Node): number {
        const { isCollection, isNode, isPair } = this.yaml;
        let last = node;
        while (isCollection(last) && !last.flow) {
            const item: unknown = last.items.at(-1);
            const part: unknown = isPair(item) ? (item.value ?? item.key) : item;
            if (!isNode(part)) break;
            last = part;
        }
        return last.range?.[1] ?? 0;
    }
}

function insideOf({ start, end }: Range, isFlow: boolean | undefined): Range {
    return isFlow ? { start: start + 1, end: end - 1 } : { start, end };
}

/** Reads a scalar. What Pulumi reads in another way than the parser, which is one of YAML 1.2, is computed. */
function readScalar(node: Scalar, range: Range): Expression {
    const { value, type, tag, source } = node;
    const computed = { kind: "computed", ...range } as const;
    const quote = type === "QUOTE_DOUBLE" ? '"' : type === "QUOTE_SINGLE" ? "'" : type?.startsWith("BLOCK") ? "|" : "";
    if (tag !== undefined && tag !== "tag:yaml.org,2002:str") return computed;
    if (typeof value === "string") {
        if (type === "PLAIN" && tag === undefined && isReadDifferently(value)) return computed;
        return readText(value, range, quote) ?? computed;
    }
    return SCALARS.test(source ?? "") ? { kind: "literal", ...range, value: value as number | boolean | null, quote: "" } : computed;
}

/** The numbers, booleans and nulls that all versions of YAML read in the same way. */
const SCALARS = /^(?:-?(?:0|[1-9]\d*)(?:\.\d+)?|true|True|TRUE|false|False|FALSE|null|Null|NULL|~|)$/;

/**
 * Whether a plain scalar that is a string in YAML 1.2 can be a number or boolean for Pulumi, whose parser also knows those of YAML 1.1:
 * `1_000`, `0b11`, `yes`.
 */
function isReadDifferently(text: string): boolean {
    return /^(?:y|n|yes|no|on|off)$/i.test(text) || /^[-+]?(?:0[box])?[\d.][\da-f_.e+-]*$/i.test(text);
}

/** Reads a string with the values in it: `${pool.id}`. Undefined if Pulumi's versions read it in different ways. */
function readText(text: string, range: Range, quote: string): Expression | undefined {
    if (text.includes("$$")) return undefined;
    const parts: (string | Expression)[] = [];
    let last = 0;
    for (const { index, 0: access } of text.matchAll(/\$\{[^}]*\}?/g)) {
        if (index > last) parts.push(text.slice(last, index));
        parts.push(readAccess(access, range));
        last = index + access.length;
    }
    if (last === 0) return { kind: "literal", ...range, value: text, quote };
    if (last < text.length) parts.push(text.slice(last));
    const [only, ...others] = parts;
    if (others.length === 0 && only !== undefined && typeof only !== "string") return only;
    return { kind: "template", ...range, parts, quote, isOutput: true };
}

/** Reads `${pool.id}`. */
function readAccess(access: string, range: Range): Expression {
    const [, path] = /^\$\{([\w-]+(?:\.[\w-]+)*)\}$/.exec(access) ?? [];
    return path === undefined ? { kind: "computed", ...range } : { kind: "name", ...range, path: path.split(".") };
}
