import type { Scalar } from "yaml";
import type { Expression, Range } from "../../expression";

/** Reads a scalar. What Pulumi reads in another way than the parser, which is one of YAML 1.2, is computed. */
export function readScalar(node: Scalar, range: Range): Expression {
    const { value, type, tag, source } = node;
    const computed = { kind: "computed", ...range } as const;
    const quote = type === "QUOTE_DOUBLE" ? '"' : type === "QUOTE_SINGLE" ? "'" : type?.startsWith("BLOCK") ? "|" : "";
    if (tag !== undefined && tag !== "tag:yaml.org,2002:str") return computed;
    if (typeof value === "string") {
        if (type === "PLAIN" && tag === undefined && isReadDifferently(value)) return computed;
        return readText(value, range, quote) ?? computed;
    }
    const isPlain = value === null || typeof value === "number" || typeof value === "boolean";
    return isPlain && SCALARS.test(source ?? "") ? { kind: "literal", ...range, value, quote: "" } : computed;
}

/** The numbers, booleans and nulls that all versions of YAML read in the same way. */
const SCALARS = /^(?:-?(?:0|[1-9]\d*)(?:\.\d+)?|true|True|TRUE|false|False|FALSE|null|Null|NULL|~|)$/;

/**
 * Whether a plain scalar that is a string in YAML 1.2 can be a number or boolean for Pulumi, whose parser also knows those of YAML 1.1:
 * `1_000`, `0b11`, `yes`.
 */
function isReadDifferently(text: string): boolean {
    return /^(?:y|n|yes|no|on|off)$/i.test(text) || /^[-+]?(?:0[box])?[\d.][\da-f_.e+-]*$/i.test(text) || text === "<<";
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
