import type { ErrorObject } from "ajv";
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
        properties: policies,
        additionalProperties: false,
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
        properties: { enforcementLevel: level, ...options },
        additionalProperties: false,
    };
}

function validate(rules: readonly Rule[], config: unknown): asserts config is Config {
    const { Ajv } = require("ajv") as typeof import("ajv"); // only when there is a configuration: it takes its time to load
    const ajv = new Ajv({ allErrors: true, verbose: true, strict: false, validateSchema: false, validateFormats: false, logger: false });
    if (ajv.validate(schemaFor(config, rules), config)) return;
    const errors = (ajv.errors ?? []).filter(({ keyword }) => keyword !== "if");
    throw new Problem(...errors.map(error => explain(error, rules)));
}

/** What a configuration does not speak of may be anything: to compile what nobody reads takes longer than all the rest. */
function schemaFor(config: unknown, rules: readonly Rule[]): object {
    const schema = configSchema(rules);
    const names = Object.keys(Object(config));
    const properties = Object.entries(schema.properties).map(([name, policy]) => [name, names.includes(name) ? policy : {}]);
    return { ...schema, properties: Object.fromEntries(properties) };
}

function explain({ keyword, instancePath, params, parentSchema, data }: ErrorObject, rules: readonly Rule[]): string {
    const path = instancePath === "" ? [] : instancePath.slice(1).split("/");
    const at = place(path);
    const found = excerpt(data);
    switch (keyword) {
        case "additionalProperties": {
            const name: string = params.additionalProperty;
            const names = Object.keys(parentSchema?.properties);
            const kind = ["policy", "option"][path.length] ?? "property";
            if (name === "$schema") return `${place([...path, name])}: Pulumi takes none; an editor's settings can name the schema.`;
            const all = kind === "policy" ? "" : `; it is one of ${enumerate(names, "or")}`;
            return `${place([...path, name])}: there is no such ${kind}${suggestion(name, names, all)}`;
        }
        case "type":
            if (path.length === 0) return `it takes an object with a level or options for each policy, not ${found}.`;
            if (path.length === 1) return `${at}: it takes a level, or an object with a level and options, not ${found}.`;
            return `${at}: it takes ${withArticle(params.type)}, not ${found}.`;
        case "enum":
            return `${at}: it takes ${enumerate(params.allowedValues, "or")}, not ${found}${suggestion(String(data), params.allowedValues, "")}`;
        case "required":
            return `${at}: ${params.missingProperty} is missing.`;
        case "minimum":
            return `${at}: it takes ${params.limit} or more, not ${found}. ${descriptionAt(path, rules)}`;
        default:
            return `${at}: it cannot be ${found}. ${parentSchema?.description ?? descriptionAt(path, rules)}`;
    }
}

/** What a rule says of its option. */
function descriptionAt([policy, option = ""]: readonly string[], rules: readonly Rule[]): string | undefined {
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
function place(path: readonly string[]): string {
    return path
        .map((key, index) =>
            /^\d+$/.test(key) ? `[${key}]` : /^[\w-]+$/.test(key) ? `${index > 0 ? "." : ""}${key}` : `[${JSON.stringify(key)}]`,
        )
        .join("");
}

function withArticle(type: string): string {
    return /^[aio]/.test(type) ? `an ${type}` : `a ${type}`;
}
