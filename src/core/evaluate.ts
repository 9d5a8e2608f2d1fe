import { type Client, readClient } from "./client";
import { type Exemption, findExemption } from "./exemptions";
import { resolveOptions } from "./options";
import { filterKnown, PropertyTypeError, UnknownValueError } from "./properties";
import type { ClientRule, OptionSchemas, Options, Patch, Rule } from "./rule";
import type { Pool } from "./user-pools";
import { printValues } from "./values";

/** A client as the engine sends it to a policy or a state stores it. */
export interface Resource {
    readonly name: string;
    readonly urn: string;
    readonly props: object;
    /** The client's user pool, if it is in the stack. */
    readonly pool?: Pool;
    /** Whether a property is a secret, so that no problem quotes a value of the client. */
    readonly hasSecrets?: boolean;
}

export interface Violation {
    /** The path of the property that violates the rule; undefined for an error in the program, in the configuration or in the rule. */
    readonly property?: string;
    /** What is wrong: a sentence that starts with the property. The rule's remediation says what to write instead. */
    readonly problem: string;
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

/** Set to 1, it keeps the values of clients out of problems: Pulumi's SDK does not tell a policy which values are secrets. */
const HIDE_VALUES = "PULUMI_POLICY_AWS_COGNITO_HIDE_VALUES";

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
export function evaluatorFor(rule: Rule, config: object, today?: string): (resource: Resource, client?: Client) => Result {
    const { options, errors } = resolveOptions(rule, config);
    const hidesAll = process.env[HIDE_VALUES] === "1";
    return (resource, client = readClient(resource.props)) => {
        const violations = errors.map((problem): Violation => ({ problem }));
        const { active, expired } = findExemption(options.exempt, resource, today);
        if (active) return { violations, exemption: describeExemption(active), unknown: [] };

        const { pool } = resource;
        if (rule.scope === "stack" && !pool) return { violations, unknown: [] }; // there is nothing to compare the client with

        const unknown = new Set<string>();
        const hidesValues = hidesAll || resource.hasSecrets === true;
        const expiry = expired ? ` The exemption expired on ${expired.until}: ${expired.reason}` : "";
        const report = (violation: Violation) => {
            if (!violations.some(({ problem }) => problem === violation.problem)) violations.push(violation);
        };
        const context = {
            options,
            pool: pool as Pool, // which only rules with scope "stack" read
            report: (property: string, problem: string) =>
                report({ property, problem: `${property} ${printValues(problem, hidesValues)}${expiry}` }),
            filter: <T>(list: readonly T[] | undefined, test?: (element: T) => boolean) =>
                filterKnown(list, test, ({ property }) => unknown.add(property)),
        };
        runChecks(rule.checks, client, context, error => {
            if (error instanceof UnknownValueError) unknown.add(error.property);
            else if (error instanceof PropertyTypeError) report({ problem: error.message });
            else report({ problem: describeBug(rule, error, hidesValues) });
        });
        return { violations, unknown: [...unknown] };
    };
}

function runChecks<C>(
    checks: readonly ((client: Client, context: C) => void)[],
    client: Client,
    context: C,
    onError: (error: unknown) => void,
): void {
    for (const check of checks) {
        try {
            check(client, context);
        } catch (error) {
            onError(error);
        }
    }
}

/** Returns the fix for a violated rule; undefined if it has none or cannot be applied safely. */
export function computeFix(rule: Rule, resource: Resource, config: object, today?: string): Patch | undefined {
    if (!rule.fix) return undefined;
    const { options } = resolveOptions(rule, config);
    const client = readClient(resource.props);
    if (findExemption(options.exempt, resource, today).active || !isViolated(rule.checks, client, options)) return undefined;
    try {
        return structuredClone(rule.fix(client, options)); // the clone reads every value now, while errors are caught
    } catch {
        return undefined; // evaluate runs next and reports the violation
    }
}

function isViolated<O extends OptionSchemas>(checks: ClientRule<O>["checks"], client: Client, options: Options<O>): boolean {
    let violated = false;
    const report = () => {
        violated = true;
    };
    runChecks(checks, client, { options, report, filter: filterKnown }, () => {}); // evaluate runs next and reports errors
    return violated;
}

function describeExemption({ reason, until }: Exemption): string {
    return until ? `exempt until ${until}: ${reason}` : `exempt: ${reason}`;
}

/** The text of an error may quote a value. */
function describeBug({ name, bugs }: Rule, error: unknown, hidesValues: boolean): string {
    const reason = hidesValues ? "" : `: ${error instanceof Error ? error.message : String(error)}`;
    const where = bugs === undefined ? "report it to the author of the rule" : `report it at ${bugs}`;
    if (process.env[DEBUG] && error instanceof Error && !hidesValues) return `Rule ${name} failed: ${error.stack}`;
    return `Rule ${name} failed${reason}. This is a bug in the rule; please ${where} (${DEBUG}=1 prints the stack trace).`;
}
