import type { Schema } from "jsonschema";
import type { Level, Rule, RuleConfig } from "../../core/rule";
import { findDuplicateKeys, parseJson } from "../../stacks/json";
import { type InputStreams, readAndParse } from "../../stacks/read";
import { UserError } from "../../util/user-error";
import { describeSchemaError, formatPath } from "./errors";
import { configSchema } from "./schema";

/** The level and the options of a policy. */
export interface PolicyConfig {
    readonly enforcementLevel?: Level;
    readonly [option: string]: unknown;
}

/** The content of a configuration file. */
export type Config = Readonly<Record<string, Level | PolicyConfig>>;

/** Reads a configuration file, which is optional, as {@link parseConfig} parses it. */
export async function loadConfig(rules: readonly Rule[], file: string | undefined, streams: InputStreams): Promise<RuleConfig[]> {
    return file === undefined ? applyConfig(rules) : readAndParse(file, streams, text => parseConfig(rules, text));
}

/** Parses a configuration file into a level and options per rule, with the rule's defaults. Throws a UserError with a line for each error. */
export function parseConfig(rules: readonly Rule[], text: string): RuleConfig[] {
    return applyConfig(rules, readConfig(rules, text));
}

/** Parses a configuration file. Throws a UserError with a line for each error. */
export function readConfig(rules: readonly Rule[], text: string): Config {
    if (text.trim() === "") return {}; // Pulumi accepts an empty file
    const config = parseJson(text);
    const duplicates = findDuplicateKeys(text).map(path => `${formatPath(path)}: duplicate key; only the last value would apply.`);
    if (duplicates.length > 0) throw new UserError(...duplicates);
    validate(rules, config);
    return config;
}

/** Returns the level and options of each rule. Precedence, as in Pulumi: policy entry, `all`, rule default. */
export function applyConfig(rules: readonly Rule[], config: Config = {}): RuleConfig[] {
    const all = splitEntry(config.all).level;
    return rules.map(rule => {
        const { level, options } = splitEntry(config[rule.name]);
        return { rule, level: level ?? all ?? rule.level, options };
    });
}

function splitEntry(entry: Level | PolicyConfig = {}): { level?: Level; options: object } {
    if (typeof entry === "string") return { level: entry, options: {} };
    const { enforcementLevel: level, ...options } = entry;
    return { level, options };
}

function validate(rules: readonly Rule[], config: unknown): asserts config is Config {
    const { Validator } = loadValidator();
    const { errors } = new Validator().validate(config, withoutPrototypes(configSchema(rules)));
    if (errors.length > 0) throw new UserError(...errors.map(error => describeSchemaError(error, rules)));
}

/** Loads the package on demand, since a run without a configuration does not need it. */
function loadValidator(): typeof import("jsonschema") {
    return require("jsonschema");
}

/** Returns a copy with null-prototype objects, so that `constructor` is not taken for a schema key. */
function withoutPrototypes(schema: object): Schema {
    const reviver = (_name: string, value: unknown) =>
        value instanceof Object && !Array.isArray(value) ? Object.assign(Object.create(null), value) : value;
    return JSON.parse(JSON.stringify(schema), reviver);
}
