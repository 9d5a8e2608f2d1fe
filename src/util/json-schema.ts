import { enumerate, nearest, quote, withArticle } from "./wording";

/** The keywords that {@link findSchemaErrors} reads. */
export interface JsonSchema {
    readonly type?: string | readonly string[];
    readonly enum?: readonly unknown[];
    readonly minimum?: number;
    readonly maximum?: number;
    readonly minLength?: number;
    readonly pattern?: string;
    /** Only `date` is checked: YYYY-MM-DD. */
    readonly format?: string;
    /** What is allowed; it also applies to the parts of the value unless they have descriptions of their own. */
    readonly description?: string;
    readonly items?: Definition | readonly Definition[];
    readonly properties?: Readonly<Record<string, Definition>>;
    readonly required?: readonly string[];
    readonly additionalProperties?: Definition;
}

type Definition = JsonSchema | boolean;

/** The keys and indexes that lead to a value. */
export type Path = readonly (string | number)[];

export interface SchemaError {
    readonly path: Path;
    /** What is wrong with the value at the path: `must be at least 1, got 0.` */
    readonly problem: string;
}

/** Checks a value and its parts against a JSON schema. */
export function findSchemaErrors(value: unknown, schema: JsonSchema, path: Path = []): SchemaError[] {
    const problem = findProblem(value, schema);
    if (problem !== undefined) return [{ path, problem }];
    if (!isObject(value)) return [];
    const { description, items, properties = {}, required = [], additionalProperties } = schema;
    const findPartErrors = (part: unknown, key: string | number, definition: JsonSchema["items"]) =>
        isSchema(definition) ? findSchemaErrors(part, { description, ...definition }, [...path, key]) : [];
    if (Array.isArray(value)) return value.flatMap((part, index) => findPartErrors(part, index, items));
    const names = Object.keys(properties);
    const missing = required.filter(name => !Object.hasOwn(value, name));
    const unknown = additionalProperties === false ? Object.keys(value).filter(name => !names.includes(name)) : [];
    return [
        ...missing.map(name => ({ path, problem: `${name} is required.` })),
        ...unknown.map(name => ({ path, problem: describeUnknownName("property", name, names) })),
        ...Object.entries(value).flatMap(([name, part]) => findPartErrors(part, name, names.includes(name) ? properties[name] : undefined)),
    ];
}

/** Also for an object without a prototype, as a key named `__proto__` in a configuration makes it. */
function isObject(value: unknown): value is object {
    return typeof value === "object" && value !== null;
}

/** Whether a definition has keywords: not a boolean, and not one schema per position of a list. */
function isSchema(definition: JsonSchema["items"]): definition is JsonSchema {
    return typeof definition === "object" && !Array.isArray(definition);
}

/** Returns what is wrong with a value, apart from its parts. */
function findProblem(value: unknown, schema: JsonSchema): string | undefined {
    const types = [schema.type ?? []].flat();
    if (types.length > 0 && !hasType(value, types)) return `must be ${withArticle(enumerate(types, "or"))}, got ${print(value)}.`;
    if (schema.enum && !schema.enum.includes(value)) return describeChoice(value, schema.enum);
    const { minimum = -Infinity, maximum = Infinity, description = "" } = schema;
    if (typeof value === "number" && value < minimum) return `must be at least ${minimum}, got ${value}.`;
    if (typeof value === "number" && value > maximum) return `must be at most ${maximum}, got ${value}.`;
    if (typeof value !== "string" || isValidText(value, schema)) return undefined;
    const isEmpty = value.trim() === "";
    return `${isEmpty ? "must not be empty." : `invalid value ${print(value)}.`} ${description}`.trimEnd();
}

function hasType(value: unknown, types: readonly string[]): boolean {
    const type = value === null ? "null" : Array.isArray(value) ? "array" : typeof value;
    return types.includes(type) || (types.includes("integer") && Number.isInteger(value));
}

function isValidText(text: string, { minLength = 0, pattern = "", format }: JsonSchema): boolean {
    if (text.length < minLength || !new RegExp(pattern, "u").test(text)) return false;
    return format !== "date" || isDay(text);
}

/** Whether a text is a day of the calendar, YYYY-MM-DD. */
export function isDay(text: string): boolean {
    const time = /^\d{4}-\d\d-\d\d$/.test(text) ? Date.parse(text) : Number.NaN;
    return !Number.isNaN(time) && new Date(time).toISOString().startsWith(text); // 2026-02-31 would be a day of March
}

function describeChoice(value: unknown, allowed: readonly unknown[]): string {
    const suggestion = typeof value === "string" ? nearest(value, allowed.map(String)) : undefined;
    const hint = suggestion === undefined ? "." : `; did you mean ${print(suggestion)}?`;
    return `must be one of ${enumerate(allowed.map(print), "or")}, got ${print(value)}${hint}`;
}

/** Says that an object has no property or option of a name: with a suggestion, or else with the names that it has. */
export function describeUnknownName(kind: "property" | "option", name: string, allowed: readonly string[]): string {
    const suggestion = nearest(name, allowed);
    return `unknown ${kind} ${print(name)}; ${suggestion ? `did you mean ${suggestion}?` : `allowed: ${enumerate(allowed)}.`}`;
}

/** The longest text that a message prints in full. */
const MAX_PRINTED = 60;

/** Prints a value as JSON writes it, shortened; a list or an object by its type, since it can be nested deeply. */
export function print(value: unknown): string {
    if (Array.isArray(value)) return "a list";
    if (isObject(value)) return "an object";
    if (typeof value !== "string") return String(value);
    const json = JSON.stringify(value).slice(1, -1);
    return quote(json.length > MAX_PRINTED ? `${json.slice(0, MAX_PRINTED)}…` : json);
}

/** Formats a path: `limit-oauth-scopes.exempt[0].reason`. */
export function formatPath(path: Path): string {
    return path
        .map((key, index) => {
            if (typeof key === "number") return `[${key}]`;
            return /^[\w-]+$/.test(key) ? `${index > 0 ? "." : ""}${key}` : `[${JSON.stringify(key)}]`;
        })
        .join("");
}
