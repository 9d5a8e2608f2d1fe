import { didYouMean, enumerate, nearest, quote, withArticle } from "./wording";

/** The keywords that {@link findSchemaProblem} reads. */
export interface JsonSchema {
    readonly type?: string | readonly string[];
    readonly pattern?: string;
    readonly minLength?: number;
    /** Says what is allowed; it also applies to the values in the value unless they have descriptions of their own. */
    readonly description?: string;
    readonly items?: Definition | readonly Definition[];
    readonly properties?: Readonly<Record<string, Definition>>;
    readonly required?: readonly string[];
    readonly additionalProperties?: Definition;
}

type Definition = JsonSchema | boolean;

/**
 * Checks a value's types, patterns, empty strings and the names of properties against a JSON schema, and those of the values in it. Returns the first
 * problem: `exempt[0].reason must be a string, not a number.`
 */
export function findSchemaProblem(value: unknown, schema: JsonSchema, path: string): string | undefined {
    const type = jsonType(value);
    const allowed = [schema.type ?? []].flat();
    if (allowed.length > 0 && !allowed.some(name => name === type || (name === "number" && type === "integer")))
        return `${path} must be ${enumerate(allowed.map(describeType), "or")}, not ${describeType(type)}.`;
    if (typeof value === "string" && schema.pattern !== undefined && !new RegExp(schema.pattern, "u").test(value))
        return [`${path} has the invalid value ${quote(value)}.`, schema.description ?? []].flat().join(" ");
    if (value === "" && (schema.minLength ?? 0) > 0) return [`${path} must not be empty.`, schema.description ?? []].flat().join(" ");
    if (!(value instanceof Object)) return undefined;
    const missing = schema.required?.find(name => !Object.hasOwn(value, name));
    if (missing !== undefined) return `${path}.${missing} is required.`;
    const names = Object.keys(schema.properties ?? {});
    const isClosed = schema.additionalProperties === false && !Array.isArray(value);
    const unknown = isClosed ? Object.keys(value).find(name => !names.includes(name)) : undefined;
    if (unknown !== undefined) return `${path} has the unknown property ${unknown}${didYouMean(nearest(unknown, names))}.`;
    for (const [name, part] of Object.entries(value)) {
        const [partSchema, partPath] = Array.isArray(value)
            ? [schema.items, `${path}[${name}]`]
            : [schema.properties?.[name], `${path}.${name}`];
        const { description } = schema;
        const problem = isSchema(partSchema) ? findSchemaProblem(part, { description, ...partSchema }, partPath) : undefined;
        if (problem) return problem;
    }
    return undefined;
}

/** Whether a definition has keywords: not a boolean, and not one schema per position of a list. */
function isSchema(definition: JsonSchema["items"]): definition is JsonSchema {
    return typeof definition === "object" && !Array.isArray(definition);
}

function jsonType(value: unknown): string {
    if (value === null) return "null";
    if (Array.isArray(value)) return "array";
    return Number.isInteger(value) ? "integer" : typeof value;
}

function describeType(type: string): string {
    return type === "null" ? type : withArticle(type);
}
