import type { Node, Scalar, YAMLMap, YAMLSeq } from "yaml";
import type { Location } from "../../stacks/positions/location";
import { printScalar } from "../printers/yaml";
import {
    type Block,
    type Computed,
    type Item,
    indentOf,
    isObject,
    type List,
    lineStart,
    type Member,
    type Range,
    type Syntax,
    type Value,
} from "./source";

export const YAML: Syntax = {
    print: printValue,
    gap: /(?:\s|#.*)*/y,
    lineTail: /[ \t]*(?:#.*)?/y,
    quote: "",
};

/** JSON is YAML with all strings in double quotes. */
export const JSON_SYNTAX: Syntax = { ...YAML, quote: '"' };

function printValue(value: unknown, quote: string): string {
    if (Array.isArray(value)) return `[${value.map(element => printValue(element, quote)).join(", ")}]`;
    if (isObject(value)) {
        const members = Object.entries(value).map(([name, member]) => `${name}: ${printValue(member, quote)}`);
        return `{ ${members.join(", ")} }`;
    }
    const printed = printScalar(value);
    if (typeof value !== "string" || printed.startsWith('"')) return printed;
    const isPlain = quote === "" && !printed.includes(","); // a comma ends a value between brackets
    return isPlain ? printed : `${quote || '"'}${printed}${quote || '"'}`; // what can be plain has neither quotes nor escapes
}

const problems = {
    syntax: (message: string) => `the file could not be parsed: ${message}`,
    changed: (name: string) => `there is no app client ${name} at this position; the program may have changed since`,
    noMapping: () => "its properties are not a mapping",
    anchor: () => "an anchor shares its properties with other parts of the program",
};

const CLIENT_TYPE = /^aws:cognito(?:\/userPoolClient)?:UserPoolClient$/i;

type Yaml = typeof import("yaml");

/** Finds the properties of the client that a program declares at a location, or says why they cannot be changed. */
export async function findDeclaredClient(text: string, { line, column }: Location, name: string): Promise<Block | string> {
    const yaml = await import("yaml");
    const lineCounter = new yaml.LineCounter();
    const document = yaml.parseDocument(text, { lineCounter, prettyErrors: false });
    const [error] = document.errors;
    if (error) return problems.syntax(error.message);
    let found: Block | string = problems.changed(name);
    yaml.visit(document, {
        Pair(_key, { key, value }, path) {
            const position = yaml.isScalar(key) && key.range ? lineCounter.linePos(key.range[0]) : undefined;
            if (position?.line !== line || position.col !== column) return undefined;
            const isShared = [...path, value].some(node => yaml.isNode(node) && "anchor" in node && node.anchor !== undefined);
            if (isClient(yaml, key, value, name)) found = isShared ? problems.anchor() : readProperties(yaml, value, text);
            return yaml.visit.BREAK;
        },
    });
    return found;
}

/** Whether a pair declares the client with a name, which the name of its component may precede. */
function isClient({ isMap, isScalar }: Yaml, key: unknown, value: unknown, name: string): value is YAMLMap {
    if (!isMap(value)) return false;
    const declared = value.get("name") ?? (isScalar(key) ? key.value : undefined);
    return CLIENT_TYPE.test(String(value.get("type"))) && (name === declared || name.endsWith(`-${declared}`));
}

function readProperties(yaml: Yaml, declaration: YAMLMap, text: string): Block | string {
    const properties = declaration.get("properties", true);
    const value = readValue(yaml, properties, text);
    if (value.kind === "block") return value;
    return properties && "anchor" in properties && properties.anchor !== undefined ? problems.anchor() : problems.noMapping();
}

function readValue(yaml: Yaml, node: unknown, text: string): Value {
    const computed: Computed = { kind: "computed", ...rangeOf(yaml, node) };
    if (!yaml.isNode(node) || yaml.isAlias(node) || node.anchor !== undefined || node.tag !== undefined) return computed;
    if (yaml.isMap(node)) return readMap(yaml, node, text) ?? computed;
    if (yaml.isSeq(node)) return readSequence(yaml, node, text) ?? computed;
    return readScalar(node, computed);
}

/** The quotes by type; a text of several lines has another type. */
const QUOTES: Readonly<Record<string, string>> = { PLAIN: "", QUOTE_DOUBLE: '"', QUOTE_SINGLE: "'" };

function readScalar({ value, type }: Scalar, computed: Computed): Value {
    const quote = QUOTES[type ?? ""];
    const isInterpolated = typeof value === "string" && value.includes("${");
    if (quote === undefined || isInterpolated) return computed;
    return { ...computed, kind: "scalar", value: value as string | number | boolean | null, quote };
}

/** Returns undefined for a call of a function, and for a mapping with keys that do not start a line. */
function readMap(yaml: Yaml, map: YAMLMap, text: string): Block | undefined {
    const members = map.items.map((pair): Member => {
        const key = rangeOf(yaml, pair.key);
        const value = readValue(yaml, pair.value, text);
        const name = yaml.isScalar(pair.key) && pair.key.value !== "<<" ? { name: String(pair.key.value) } : undefined;
        return { start: key.start, end: Math.max(key.end, value.end), key, value, ...name };
    });
    const isCall = members.some(({ name }) => name?.startsWith("fn::"));
    const isReadable = map.flow || members.every(({ start }) => indentOf(text, start) !== undefined);
    if (isCall || !isReadable) return undefined;
    return { kind: "block", layout: map.flow ? "brackets" : "lines", ...rangeOf(yaml, map), members };
}

/** Returns undefined for a list with elements that are not on the line of their dash. */
function readSequence(yaml: Yaml, sequence: YAMLSeq, text: string): List | undefined {
    const items = sequence.items.flatMap((node): Item[] => {
        const value = readValue(yaml, node, text);
        if (sequence.flow) return [{ start: value.start, end: value.end, value }];
        const line = lineStart(text, value.start);
        const [, indent] = /^([ \t]*)-[ \t]+$/.exec(text.slice(line, value.start)) ?? [];
        return indent === undefined ? [] : [{ start: line + indent.length, end: value.end, value }];
    });
    if (items.length < sequence.items.length) return undefined;
    return { kind: "list", layout: sequence.flow ? "brackets" : "lines", ...rangeOf(yaml, sequence), items };
}

function rangeOf(yaml: Yaml, node: unknown): Range {
    return yaml.isNode(node) ? { start: node.range?.[0] ?? 0, end: endOf(yaml, node) } : { start: 0, end: 0 };
}

/** Returns the offset behind a node, without the comments and empty lines behind it. */
function endOf(yaml: Yaml, node: Node): number {
    const last = yaml.isCollection(node) && !node.flow ? node.items.at(-1) : undefined;
    const part = yaml.isPair(last) ? (last.value ?? last.key) : last;
    return yaml.isNode(part) ? endOf(yaml, part) : (node.range?.[1] ?? 0);
}
