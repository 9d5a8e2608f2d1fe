import { findOptionErrors, optionsOf } from "../../core/options";
import { LEVELS, type Level, type OptionSchemas, type Rule, type RuleConfig } from "../../core/rule";
import { findDuplicateKeys, isDeeperThan, parseJson } from "../../stacks/json";
import { type InputStreams, readAndParse } from "../../stacks/read";
import { findSchemaErrors, formatPath, type Path, print } from "../../util/json-schema";
import { UserError } from "../../util/user-error";
import { nearest } from "../../util/wording";

/** The level and the options of a policy. */
export interface PolicyConfig {
    readonly enforcementLevel?: Level;
    readonly [option: string]: unknown;
}

/** The content of a configuration file. */
export type Config = Readonly<Record<string, Level | PolicyConfig>>;

/** Largest configuration file, in bytes: enough for more than 100,000 exemptions. */
export const MAX_CONFIG_SIZE = 64e6;

/** More levels of lists and objects than any configuration has. */
const MAX_DEPTH = 50;

/** Reads a configuration file, which is optional, as {@link parseConfig} parses it. */
export async function loadConfig(rules: readonly Rule[], file: string | undefined, streams: InputStreams): Promise<RuleConfig[]> {
    return file === undefined ? applyConfig(rules) : readAndParse(file, streams, text => parseConfig(rules, text), MAX_CONFIG_SIZE);
}

/** Parses a configuration file into a level and options per rule, with the rule's defaults. Throws a UserError with a line for each error. */
export function parseConfig(rules: readonly Rule[], text: string): RuleConfig[] {
    return applyConfig(rules, readConfig(rules, text));
}

/** Parses a configuration file. Throws a UserError with a line for each error. */
export function readConfig(rules: readonly Rule[], text: string): Config {
    if (text.trim() === "") return {}; // Pulumi accepts an empty file
    const config = parseJson(text);
    if (isDeeperThan(config, MAX_DEPTH)) throw new UserError("nested too deeply for a configuration.");
    const duplicates = findDuplicateKeys(text).map(path => `${formatPath(path)}: duplicate key; only the last value would apply.`);
    if (duplicates.length > 0) throw new UserError(...duplicates);
    const errors = findErrors(rules, config);
    if (errors.length > 0) throw new UserError(...errors);
    return config as Config;
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

/** Returns a line for each error in a configuration. */
function findErrors(rules: readonly Rule[], config: unknown): string[] {
    if (!isObject(config)) return [`must be an object with a level or options for each policy, got ${print(config)}.`];
    const rulesByName = new Map(rules.map(rule => [rule.name, rule]));
    return Object.entries(config).flatMap(([name, entry]) => {
        const rule = rulesByName.get(name);
        if (rule) return findEntryErrors(name, entry, optionsOf(rule));
        return name === "all" ? findEntryErrors(name, entry, {}) : describeUnknownPolicy(name, [...rulesByName.keys(), "all"]);
    });
}

function describeUnknownPolicy(name: string, names: readonly string[]): string {
    if (name === "$schema") return '"$schema" is not allowed: Pulumi treats it as a policy. Set the schema in the settings of the editor.';
    const suggestion = nearest(name, names);
    return `unknown policy ${print(name)}${suggestion ? `; did you mean ${suggestion}?` : "."}`;
}

function findEntryErrors(policy: string, entry: unknown, options: OptionSchemas): string[] {
    if (typeof entry === "string") return findLevelErrors([policy], entry);
    if (!isObject(entry)) return [`${policy}: must be a level, or an object with a level and options, got ${print(entry)}.`];
    const { enforcementLevel: level, ...configured } = entry;
    const levelErrors = level === undefined ? [] : findLevelErrors([policy, "enforcementLevel"], level);
    return [...levelErrors, ...findOptionErrors(policy, options, configured)];
}

function findLevelErrors(path: Path, level: unknown): string[] {
    return findSchemaErrors(level, { enum: LEVELS }, path).map(({ path, problem }) => `${formatPath(path)}: ${problem}`);
}

function isObject(value: unknown): value is Record<string, unknown> {
    return value instanceof Object && !Array.isArray(value);
}
