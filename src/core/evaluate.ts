import { findSchemaProblem } from "../util/json-schema";
import { enumerate, nearest } from "../util/wording";
import { type Client, knownElements, PropertyTypeError, readClient, UnknownValueError } from "./client";
import { type Exemption, exemptOption, findExemption } from "./exemptions";
import type { Check, Context, OptionSchema, OptionSchemas, Patch, Rule } from "./rule";
import type { ClientWithPool, Pool } from "./user-pools";

/** A client as the engine sends it to a policy or a state stores it. */
export interface Resource {
    readonly name: string;
    readonly urn: string;
    readonly props: object;
    /** The client, if its properties have been read before. */
    readonly client?: Client;
    /** The client's user pool, if it is in the stack. */
    readonly pool?: Pool;
}

export interface Violation {
    /** The path of the property that violates the rule; undefined for an error in the configuration or in the rule. */
    readonly property?: string;
    /** What is wrong and what to write instead. */
    readonly message: string;
}

/** The result of one rule for one client. */
export interface Result {
    readonly violations: readonly Violation[];
    /** Set if the client is exempt: the reason and the last day. */
    readonly exemption?: string;
    /** The paths of unknown values that checks depend on: `callbackUrls[0]`, or `customers.schemas` of the pool `customers`. */
    readonly unknown: readonly string[];
}

/** Set to 1, it adds the stack trace to the report of a bug in a rule. */
const DEBUG = "PULUMI_POLICY_AWS_COGNITO_DEBUG";

/** Returns a rule's own options and the option that every rule has. */
export function optionsOf(rule: Rule): OptionSchemas {
    return { ...rule.options, exempt: exemptOption };
}

/**
 * Evaluates a rule against a client.
 *
 * @param config the rule's options as configured; defaults are filled in
 * @param today decides which exemptions are active: YYYY-MM-DD, by default the current day in UTC
 * @returns the result; a check that throws is reported as a violation, so that errors never pass silently
 */
export function evaluate(rule: Rule, resource: Resource, config: object, today?: string): Result {
    return evaluatorFor(rule, config, today)(resource);
}

/** Returns a function that evaluates a rule against one client after the other, as {@link evaluate} does. */
export function evaluatorFor(rule: Rule, config: object, today?: string): (resource: Resource) => Result {
    const { options, errors } = resolveOptions(rule, config);
    const errorViolations = errors.map(message => ({ message }));
    const checks = checksOf(rule);
    const remediation = ` ${rule.remediation}`;
    // Of the client that is being evaluated. The functions below are created once, not for each client.
    let violations: Violation[] = [];
    let unknown: string[] = [];
    let client: Client | undefined;
    let suffix = remediation;
    const add = (violation: Violation) => {
        if (!violations.some(({ message }) => message === violation.message)) violations.push(violation);
    };
    const addUnknown = ({ property }: UnknownValueError) => {
        if (!unknown.includes(property)) unknown.push(property);
    };
    const context: Context<object> = {
        options,
        report: (property, message) => add({ property, message: `${property} ${message}${suffix}` }),
        known: (list, test) => knownElements(list, test, addUnknown),
    };
    const run = (check: (typeof checks)[number]) => {
        try {
            check(client as ClientWithPool, context);
        } catch (error) {
            if (error instanceof UnknownValueError) addUnknown(error);
            else if (error instanceof PropertyTypeError) add({ property: error.property, message: error.message });
            else add({ message: describeBug(rule, error) });
        }
    };
    return resource => {
        violations = errorViolations.slice();
        unknown = [];
        const { active, expired } = findExemption(options.exempt, resource, today);
        if (active) return { violations, exemption: describeExemption(active), unknown };

        client = clientFor(rule, resource);
        suffix = expired ? `${remediation} The exemption expired on ${expired.until}: ${expired.reason}` : remediation;
        if (client) checks.forEach(run);
        return { violations, unknown };
    };
}

/** Returns the fix for a violated rule; undefined if it has none or cannot be applied safely. */
export function computeFix(rule: Rule, resource: Resource, config: object, today?: string): Patch | undefined {
    if (!rule.fix) return undefined;
    const client = readClient(resource.props);
    const { options } = resolveOptions(rule, config);
    if (findExemption(options.exempt, resource, today).active || !isViolated(rule, client, options)) return undefined;
    try {
        return structuredClone(rule.fix(client, options)); // the clone reads every value now, while errors are caught
    } catch {
        return undefined; // evaluate runs next and reports the violation
    }
}

/** Returns what the rule checks; undefined if it needs the client's user pool and that is not in the stack. */
function clientFor({ scope }: Rule, { props, pool, client = readClient(props) }: Resource): Client | undefined {
    return scope === "stack" ? pool && Object.assign(client, { pool }) : client;
}

// biome-ignore lint/suspicious/noExplicitAny: the caller pairs the checks with the options of their rule.
function checksOf(rule: Rule): readonly Check<any, ClientWithPool>[] {
    return rule.checks;
}

function isViolated(rule: Rule, client: Client, options: object): boolean {
    let violated = false;
    const report = () => {
        violated = true;
    };
    for (const check of checksOf(rule)) {
        try {
            check(client as ClientWithPool, { options, report, known: knownElements });
        } catch {
            // evaluate runs next and reports the error
        }
    }
    return violated;
}

interface Defaults {
    readonly exempt: readonly Exemption[];
}

/** Cached per rule: they are the same for every client. */
const DEFAULTS = new WeakMap<Rule, Defaults>();

function defaultsOf(rule: Rule): Defaults {
    const cached = DEFAULTS.get(rule);
    if (cached) return cached;
    const entries = Object.entries(optionsOf(rule)).map(([name, schema]) => [name, schema.default]);
    const defaults: Defaults = Object.fromEntries(entries);
    DEFAULTS.set(rule, defaults);
    return defaults;
}

/**
 * Merges the configured options with the defaults, which only Pulumi's engine fills in. It also checks types but accepts
 * unknown names; other hosts check nothing. An option with an error keeps its default.
 */
function resolveOptions(rule: Rule, config: object): { options: Defaults; errors: readonly string[] } {
    const defaults = defaultsOf(rule);
    const entries = Object.entries(config);
    if (entries.length === 0) return { options: defaults, errors: [] };
    const schemas = optionsOf(rule);
    const errors: string[] = [];
    const valid = entries.filter(([name, value]) => {
        const error = optionError(rule, schemas, name, value);
        if (error) errors.push(error);
        return !error;
    });
    return { options: { ...defaults, ...Object.fromEntries(valid) }, errors };
}

function optionError(rule: Rule, schemas: OptionSchemas, name: string, value: unknown): string | undefined {
    const schema = Object.hasOwn(schemas, name) ? schemas[name] : undefined;
    if (!schema) {
        const suggestion = nearest(name, Object.keys(schemas));
        const hint = suggestion ? `did you mean ${suggestion}?` : `its options are ${enumerate(Object.keys(schemas))}.`;
        return `${rule.name} has no option ${name}; ${hint}`;
    }
    const problem = findOptionProblem(value, schema, name);
    return problem && `${rule.name}: option ${problem}`;
}

/** The problems of lists and objects by schema. Cached per value: Pulumi's SDK copies a configuration for every client, but not the values in it. */
const PROBLEMS = new WeakMap<object, Map<OptionSchema, string | undefined>>();

function findOptionProblem(value: unknown, schema: OptionSchema, name: string): string | undefined {
    if (!(value instanceof Object)) return findSchemaProblem(value, schema, name);
    const problems = PROBLEMS.get(value) ?? new Map<OptionSchema, string | undefined>();
    PROBLEMS.set(value, problems);
    if (!problems.has(schema)) problems.set(schema, findSchemaProblem(value, schema, name));
    return problems.get(schema);
}

function describeExemption({ reason, until }: Exemption): string {
    return until ? `exempt until ${until}: ${reason}` : `exempt: ${reason}`;
}

function describeBug({ name, bugs }: Rule, error: unknown): string {
    const reason = error instanceof Error ? error.message : String(error);
    const where = bugs === undefined ? "report it to the author of the rule" : `report it at ${bugs}`;
    if (process.env[DEBUG] && error instanceof Error) return `Rule ${name} failed: ${error.stack}`;
    return `Rule ${name} failed: ${reason}. This is a bug in the rule; please ${where} (${DEBUG}=1 prints the stack trace).`;
}
