import type { Schema, ValidationError } from "jsonschema";
import { optionsOf } from "../../core/evaluate";
import type { Rule } from "../../core/rule";
import { enumerate, nearest, withArticle } from "../../util/wording";

/** The keys and indexes that lead to a value. */
type Path = readonly (string | number)[];

/** The longest value, in characters of JSON, that a message prints in full. */
const MAX_PRINTED = 60;

/** Describes an error that validation by the schema found: where it is, what is wrong and what is allowed. */
export function describeSchemaError(error: ValidationError, rules: readonly Rule[]): string {
    const { name: keyword, path, argument, schema, instance } = error;
    const { description = descriptionOf(path, rules), properties = {} } = schema as Schema;
    if (keyword === "additionalProperties") return describeUnknownKey(path, argument, Object.keys(properties));
    const place = path.length > 0 ? `${formatPath(path)}: ` : "";
    const found = print(instance);
    switch (keyword) {
        case "type":
            return `${place}must be ${expectedType(path, argument)}, got ${found}.`;
        case "enum":
            return `${place}must be one of ${enumerate(argument.map(print), "or")}, got ${found}${suggest(instance, argument)}`;
        case "required":
            return `${place}${argument} is required.`;
        case "minimum":
            return `${place}must be at least ${argument}, got ${found}.`;
        case "minLength":
            return `${place}must not be empty. ${description}`;
        default:
            return `${place}invalid value ${found}. ${description}`;
    }
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

function describeUnknownKey(path: Path, key: string, keys: readonly string[]): string {
    if (path.length === 0 && key === "$schema")
        return '"$schema" is not allowed: Pulumi treats it as a policy. Set the schema in the settings of the editor.';
    const suggestion = nearest(key, keys);
    const hint = suggestion ? `; did you mean ${suggestion}?` : ".";
    if (path.length === 0) return `unknown policy ${print(key)}${hint}`;
    const kind = path.length === 1 ? "option" : "property";
    const all = suggestion ? hint : `; allowed: ${enumerate(keys)}.`;
    return `${formatPath(path)}: unknown ${kind} ${print(key)}${all}`;
}

function expectedType(path: Path, types: readonly string[]): string {
    if (path.length === 0) return "an object with a level or options for each policy";
    if (path.length === 1) return "a level, or an object with a level and options";
    return withArticle(types.join(" or "));
}

/** Returns the description of the option that a path leads to. */
function descriptionOf([policy, option = ""]: Path, rules: readonly Rule[]): string | undefined {
    const rule = rules.find(({ name }) => name === policy);
    return rule && optionsOf(rule)[option]?.description;
}

function suggest(value: unknown, allowed: readonly string[]): string {
    const suggestion = nearest(String(value), allowed);
    return suggestion ? `; did you mean ${print(suggestion)}?` : ".";
}

function print(value: unknown): string {
    const json = JSON.stringify(value);
    return json.length > MAX_PRINTED ? `${json.slice(0, MAX_PRINTED)}…` : json;
}
