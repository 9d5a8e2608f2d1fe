import { type Schema, type ValidationError, Validator } from "jsonschema";
import { exemptOption } from "../exemptions";
import { optionsOf } from "../judge";
import type { Rule } from "../rule";
import { enumerate, nearest } from "../text";
import { namedTwice, parseJson } from "./input";
import { Problem } from "./problem";

/** What Pulumi does with a violation. */
export type Level = "advisory" | "mandatory" | "remediate" | "disabled";

/** A rule as a configuration has it run. */
export interface Setting {
    readonly rule: Rule;
    readonly level: Level;
    readonly options: object;
}

/** The names and indexes that lead to a value. */
type Path = readonly (string | number)[];

interface PolicyConfig {
    readonly enforcementLevel?: Level;
    readonly [option: string]: unknown;
}

type Config = Readonly<Record<string, Level | PolicyConfig>>;

const LEVELS: readonly Level[] = ["advisory", "mandatory", "remediate", "disabled"];

/** The JSON schema of a file for --policy-pack-config. */
export function configSchema(rules: readonly Rule[]) {
    const policies: Record<string, PolicySchema> = {
        all: policySchema("The level of every policy that has none of its own.", {}),
    };
    for (const rule of rules)
        policies[rule.name] = {
            ...policySchema(rule.description, { ...rule.options, exempt: { $ref: "#/definitions/exempt" } }),
            default: rule.level,
        };
    return {
        $schema: "http://json-schema.org/draft-07/schema#",
        title: "Configuration of the policy pack pulumi-policy-aws-cognito",
        description: "For --policy-pack-config: by policy, its level, or its level and options.",
        type: "object",
        additionalProperties: false,
        properties: policies,
        definitions: { level: { enum: LEVELS, description: "What Pulumi does with a violation." }, exempt: exemptOption },
    };
}

/** The rules as the text of a configuration file has them run: as each is by default where it says nothing. */
export function settingsFrom(rules: readonly Rule[], text: string): Setting[] {
    const config = text.trim() === "" ? {} : parseJson(text); // Pulumi lets an empty file pass
    const twice = namedTwice(text).map(path => `${place(path)}: it is there twice, and only the last would count.`);
    if (twice.length > 0) throw new Problem(...twice);
    validate(rules, config);
    return settingsOf(rules, config);
}

/** As Pulumi's engine has it: "all" goes over a rule's own level, the entry of the policy over both. */
export function settingsOf(rules: readonly Rule[], config: Config = {}): Setting[] {
    const all = split(config.all).level;
    return rules.map(rule => {
        const { level, options } = split(config[rule.name]);
        return { rule, level: level ?? all ?? rule.level, options };
    });
}

function split(entry: Level | PolicyConfig = {}): { level?: Level; options: object } {
    if (typeof entry === "string") return { level: entry, options: {} };
    const { enforcementLevel: level, ...options } = entry;
    return { level, options };
}

type PolicySchema = ReturnType<typeof policySchema> & { readonly default?: Rule["level"] };

/** A level alone, or a level and options. It avoids anyOf, whose errors would be those of every branch. */
function policySchema(description: string, options: object) {
    const level = { $ref: "#/definitions/level" };
    return {
        description,
        type: ["string", "object"],
        examples: LEVELS, // which editors offer; they look into no `then`
        if: { type: "string" },
        // biome-ignore lint/suspicious/noThenProperty: a keyword of JSON schema.
        then: level,
        additionalProperties: false,
        properties: { enforcementLevel: level, ...options },
    };
}

function validate(rules: readonly Rule[], config: unknown): asserts config is Config {
    const { errors } = new Validator().validate(config, withoutPrototypes(configSchema(rules)));
    if (errors.length > 0) throw new Problem(...errors.map(error => explain(error, rules)));
}

/** A copy in which no object has a name that nobody gave it, such as constructor: the validator would take it for one of the schema. */
function withoutPrototypes(schema: object): Schema {
    const reviver = (_name: string, value: unknown) =>
        value instanceof Object && !Array.isArray(value) ? Object.assign(Object.create(null), value) : value;
    return JSON.parse(JSON.stringify(schema), reviver);
}

function explain({ name: keyword, path, argument, schema, instance }: ValidationError, rules: readonly Rule[]): string {
    const at = place(path);
    const found = excerpt(instance);
    const { description, properties = {} } = schema as Schema;
    const help = description ?? descriptionAt(path, rules);
    switch (keyword) {
        case "additionalProperties": {
            const name: string = argument;
            const names = Object.keys(properties);
            const kind = ["policy", "option"][path.length] ?? "property";
            if (name === "$schema") return `${place([...path, name])}: Pulumi takes none; an editor's settings can name the schema.`;
            const all = kind === "policy" ? "" : `; it is one of ${enumerate(names, "or")}`;
            return `${place([...path, name])}: there is no such ${kind}${suggestion(name, names, all)}`;
        }
        case "type":
            if (path.length === 0) return `it takes an object with a level or options for each policy, not ${found}.`;
            if (path.length === 1) return `${at}: it takes a level, or an object with a level and options, not ${found}.`;
            return `${at}: it takes ${withArticle(argument[0])}, not ${found}.`;
        case "enum":
            return `${at}: it takes ${enumerate(argument, "or")}, not ${found}${suggestion(String(instance), argument, "")}`;
        case "required":
            return `${at}: ${argument} is missing.`;
        case "minimum":
            return `${at}: it takes ${argument} or more, not ${found}. ${help}`;
        default:
            return `${at}: it cannot be ${found}. ${help}`;
    }
}

/** What a rule says of its option. */
function descriptionAt([policy, option = ""]: Path, rules: readonly Rule[]): string | undefined {
    const rule = rules.find(({ name }) => name === policy);
    return rule && optionsOf(rule)[option]?.description;
}

function excerpt(value: unknown): string {
    const json = JSON.stringify(value);
    return json.length > 60 ? `${json.slice(0, 60)}…` : json;
}

/** Closes a sentence about a word that is not one of some. */
function suggestion(word: string, words: readonly string[], otherwise: string): string {
    const found = nearest(word, words);
    return found ? `; did you mean ${found}?` : `${otherwise}.`;
}

/** As in `limit-oauth-scopes.exempt[0].reason`. */
function place(path: Path): string {
    return path
        .map((key, index) => {
            if (typeof key === "number") return `[${key}]`;
            return /^[\w-]+$/.test(key) ? `${index > 0 ? "." : ""}${key}` : `[${JSON.stringify(key)}]`;
        })
        .join("");
}

function withArticle(type: string): string {
    return /^[aio]/.test(type) ? `an ${type}` : `a ${type}`;
}
