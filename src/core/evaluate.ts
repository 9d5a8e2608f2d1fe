import { readClient } from "./client";
import { type Exemption, findExemption } from "./exemptions";
import { resolveOptions } from "./options";
import { filterKnown, PropertyTypeError, UnknownValueError } from "./properties";
import type { Patch, Rule, StackContext } from "./rule";
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

/** Whether an environment variable is set, also to another value than 1. */
function isSet(variable: string): boolean {
    return !["", "0", "false"].includes(process.env[variable] ?? "");
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
    return resource => {
        const violations = errors.map((problem): Violation => ({ problem }));
        const { active, expired } = findExemption(options.exempt, resource, today);
        if (active) return { violations, exemption: describeExemption(active), unknown: [] };

        const unknown = new Set<string>();
        const hidesValues = resource.hasSecrets === true || isSet(HIDE_VALUES);
        const print = (text: string) => printValues(text, hidesValues);
        const expiry = expired ? ` The exemption expired on ${expired.until}: ${expired.reason}` : "";
        const report = (violation: Violation) => {
            if (!violations.some(({ problem }) => problem === violation.problem)) violations.push(violation);
        };
        runChecks(rule, resource, {
            options,
            report: (property, problem) => report({ property, problem: `${property} ${print(problem)}${expiry}` }),
            filter: (list, test) => filterKnown(list, test, ({ property }) => unknown.add(print(property))),
            onError: error => {
                if (error instanceof UnknownValueError) unknown.add(print(error.property));
                else if (error instanceof PropertyTypeError) report({ problem: print(error.message) });
                else report({ problem: describeBug(rule, error, hidesValues) });
            },
        });
        return { violations, unknown: [...unknown] };
    };
}

/** What {@link runChecks} passes to each check, and what it calls with what a check throws. */
interface Run extends Omit<StackContext<object>, "pool"> {
    readonly onError: (error: unknown) => void;
}

/** Runs the checks of a rule. A rule with scope "stack" has nothing to check if the client's user pool is not in the stack. */
function runChecks(rule: Rule, { props, pool }: Resource, { onError, ...context }: Run): void {
    if (rule.scope === "stack" && !pool) return;
    const client = readClient(props);
    for (const check of rule.checks) {
        try {
            check(client, { ...context, pool: pool as Pool });
        } catch (error) {
            onError(error);
        }
    }
}

/** Returns the fix for a violated rule; undefined if it has none or cannot be applied safely. */
export function computeFix(rule: Rule, resource: Resource, config: object, today?: string): Patch | undefined {
    if (!rule.fix) return undefined;
    const { options } = resolveOptions(rule, config);
    if (findExemption(options.exempt, resource, today).active || !isViolated(rule, resource, options)) return undefined;
    try {
        return structuredClone(rule.fix(readClient(resource.props), options)); // the clone reads every value now, while errors are caught
    } catch {
        return undefined; // evaluate runs next and reports the violation
    }
}

function isViolated(rule: Rule, resource: Resource, options: object): boolean {
    let violated = false;
    const report = () => {
        violated = true;
    };
    runChecks(rule, resource, { options, report, filter: filterKnown, onError: () => {} }); // evaluate runs next and reports errors
    return violated;
}

function describeExemption({ reason, until }: Exemption): string {
    return until ? `exempt until ${until}: ${reason}` : `exempt: ${reason}`;
}

/** The message of an error may quote a value of the client. */
function describeBug({ name, bugs }: Rule, error: unknown, hidesValues: boolean): string {
    const reason = error instanceof Error ? error[hidesValues ? "name" : "message"] : hidesValues ? typeof error : String(error);
    const where = bugs === undefined ? "report it to the author of the rule" : `report it at ${bugs}`;
    if (isSet(DEBUG) && !hidesValues && error instanceof Error) return `Rule ${name} failed: ${error.stack?.replace(/\s*\n\s*/g, " ")}`;
    return `Rule ${name} failed: ${reason}. This is a bug in the rule; please ${where} (${DEBUG}=1 prints the stack trace).`;
}
