import { describeUnknownName, findSchemaErrors, formatPath, type SchemaError } from "../util/json-schema";
import { countOf } from "../util/wording";
import { type Exemption, exemptOption } from "./exemptions";
import type { OptionSchema, OptionSchemas, Rule } from "./rule";

/** Returns a rule's own options and the option that every rule has. */
export function optionsOf(rule: Rule): OptionSchemas {
    return { ...rule.options, exempt: exemptOption };
}

/** The values of a rule's options. */
interface ResolvedOptions {
    readonly exempt: readonly Exemption[];
}

/**
 * Merges the configured options with the defaults, which only Pulumi's engine fills in. It also checks types but accepts
 * unknown names; other hosts check nothing. An option with an error keeps its default.
 */
export function resolveOptions(rule: Rule, config: object): { options: ResolvedOptions; errors: readonly string[] } {
    const defaults = defaultsOf(rule);
    const entries = Object.entries(config);
    if (entries.length === 0) return { options: defaults, errors: [] };
    const schemas = optionsOf(rule);
    const checked = entries.map(([name, value]) => ({ name, value, errors: optionErrors(rule.name, schemas, name, value) }));
    const valid = checked.filter(({ errors }) => errors.length === 0).map(({ name, value }) => [name, value]);
    return { options: { ...defaults, ...Object.fromEntries(valid) }, errors: checked.flatMap(({ errors }) => errors) };
}

/** Returns the errors in the options of a policy: `limit-access-token-validity.maxMinutes: must be at least 1, got 0.` */
export function findOptionErrors(policy: string, schemas: OptionSchemas, options: object): string[] {
    return Object.entries(options).flatMap(([name, value]) => optionErrors(policy, schemas, name, value));
}

/** The most errors of an option that are listed: a generated list of exemptions may have the same error in each. */
const MAX_ERRORS = 10;

function optionErrors(policy: string, schemas: OptionSchemas, name: string, value: unknown): string[] {
    const schema = Object.hasOwn(schemas, name) ? schemas[name] : undefined;
    if (!schema) return [`${formatPath([policy])}: ${describeUnknownName("option", name, ["enforcementLevel", ...Object.keys(schemas)])}`];
    const errors = findValueErrors(value, schema);
    const lines = errors.slice(0, MAX_ERRORS).map(({ path, problem }) => `${formatPath([policy, name, ...path])}: ${problem}`);
    const more = errors.length - lines.length;
    return more > 0 ? [...lines, `${formatPath([policy, name])}: ${countOf(more, "more error")}.`] : lines;
}

/** The errors of lists and objects by schema. Cached per value: Pulumi's SDK copies a configuration for every client, but not the values in it. */
const ERRORS = new WeakMap<object, Map<OptionSchema, readonly SchemaError[]>>();

function findValueErrors(value: unknown, schema: OptionSchema): readonly SchemaError[] {
    if (!(value instanceof Object)) return findSchemaErrors(value, schema);
    const bySchema = ERRORS.get(value) ?? new Map<OptionSchema, readonly SchemaError[]>();
    ERRORS.set(value, bySchema);
    const errors = bySchema.get(schema) ?? findSchemaErrors(value, schema);
    bySchema.set(schema, errors);
    return errors;
}

/** Cached per rule: they are the same for every client. */
const DEFAULTS = new WeakMap<Rule, ResolvedOptions>();

function defaultsOf(rule: Rule): ResolvedOptions {
    const cached = DEFAULTS.get(rule);
    if (cached) return cached;
    const entries = Object.entries(optionsOf(rule)).map(([name, schema]) => [name, schema.default]);
    const defaults: ResolvedOptions = Object.fromEntries(entries);
    DEFAULTS.set(rule, defaults);
    return defaults;
}
