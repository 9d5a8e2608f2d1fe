import { type Client, isOnlyDeployed, readClient } from "./client";
import { type Exemption, findExemption } from "./exemptions";
import { resolveOptions } from "./options";
import type { OwnedResources } from "./owned-resources";
import { filterKnown, PropertyTypeError, UnknownValueError } from "./properties";
import type { Context, Patch, Rule, StackContext } from "./rule";
import type { ClientResources, Pool } from "./user-pools";
import { printValues } from "./values";

/** A client as the engine sends it to a policy or a state stores it, with the resources of the stack that belong to it. */
export interface Resource extends Partial<ClientResources> {
    readonly name: string;
    readonly urn: string;
    /** What the program sets. */
    readonly props: object;
    /** What the provider has read of the properties that the program does not set. */
    readonly deployed?: object;
    /** Whether a property is a secret, so that no problem quotes a value of the client. */
    readonly hasSecrets?: boolean;
}

export interface Violation {
    /** The path of the property that violates the rule; undefined for an error in the configuration or in the rule. */
    readonly property?: string;
    /** What is wrong: a sentence that starts with the property. The rule's remediation says what to write instead. */
    readonly problem: string;
    /** Whether the rule could not be evaluated, because of a type, the configuration or a bug: its remediation does not apply. */
    readonly isError?: boolean;
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

/** Whether the values of clients must not be printed, nor code that may have them. */
export function hidesValues(): boolean {
    return isSet(HIDE_VALUES);
}

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
export function evaluatorFor(rule: Rule, config: object, today?: string): (resource: Resource, client?: Client) => Result {
    const { options, errors } = resolveOptions(rule, config);
    const evaluation = new Evaluation(rule, options);
    return (resource, client = readResource(resource)) => {
        const { active, expired } = findExemption(options.exempt, resource, today);
        const result = active ? exempt(active) : evaluation.run(resource, client, expired);
        if (errors.length === 0) return result;
        return { ...result, violations: [...errors.map(problem => ({ problem, isError: true })), ...result.violations] };
    };
}

/** Reads the client of a resource. All rules can evaluate the same reading. */
export function readResource({ props, deployed }: Resource): Client {
    return readClient(props, deployed);
}

/** Thrown when a check reads the user pool of a client whose pool is not in the stack. */
class NoPoolError extends Error {}

const NONE: OwnedResources<never> = { owned: [], ownerUnknown: [] };

/**
 * What the checks of a rule get, and what they find. One object serves one client after the other: creating one for each takes as long
 * as most checks.
 */
class Evaluation implements StackContext<object> {
    private readonly hidesAll = hidesValues();
    private resource: Resource = { name: "", urn: "", props: {} };
    private expired: Exemption | undefined;
    private violations: Violation[] = [];
    private unknown: Set<string> | undefined;

    constructor(
        private readonly rule: Rule,
        readonly options: object,
    ) {}

    run(resource: Resource, client: Client, expired?: Exemption): Result {
        this.resource = resource;
        this.expired = expired;
        this.violations = [];
        this.unknown = undefined;
        const { checks } = this.rule;
        for (let index = 0; index < checks.length; index++) {
            try {
                checks[index]?.(client, this);
            } catch (error) {
                this.addError(error);
            }
        }
        return { violations: this.violations, unknown: this.unknown ? [...this.unknown] : [] };
    }

    readonly report: Context<object>["report"] = (property, problem) => {
        const { resource, expired } = this;
        const origin = isOnlyDeployed(resource, property) ? " (deployed, not set by the program)" : "";
        const expiry = expired ? ` The exemption expired on ${expired.until}: ${expired.reason}` : "";
        this.add({ property, problem: `${property}${origin} ${printValues(problem, this.hidesValues)}${expiry}` });
    };

    readonly filter: Context<object>["filter"] = (list, test) => filterKnown(list, test, this.addUnknown);

    get pool(): Pool {
        const { pool } = this.resource;
        if (!pool) throw new NoPoolError();
        return pool;
    }

    get managedLoginBrandings(): StackContext<object>["managedLoginBrandings"] {
        return this.resource.managedLoginBrandings ?? NONE;
    }

    get listeners(): StackContext<object>["listeners"] {
        return this.resource.listeners ?? NONE;
    }

    get mayPrecede(): StackContext<object>["mayPrecede"] {
        return this.resource.mayPrecede ?? (() => false);
    }

    private get hidesValues(): boolean {
        return this.hidesAll || this.resource.hasSecrets === true;
    }

    private addError(error: unknown): void {
        if (error instanceof UnknownValueError) this.addUnknown(error);
        else if (error instanceof PropertyTypeError) this.add({ property: error.property, problem: error.message, isError: true });
        else if (!(error instanceof NoPoolError)) this.add({ problem: describeBug(this.rule, error, this.hidesValues), isError: true });
    }

    private readonly addUnknown = ({ property }: UnknownValueError): void => {
        this.unknown ??= new Set();
        this.unknown.add(property);
    };

    private add(violation: Violation): void {
        if (!this.violations.some(({ problem }) => problem === violation.problem)) this.violations.push(violation);
    }
}

/**
 * Returns the fix for a violated rule; undefined if it has none or cannot be applied safely. It is computed from what the program sets,
 * so that what is only deployed never gets into a program.
 */
export function computeFix(rule: Rule, resource: Resource, config: object, today?: string): Patch | undefined {
    if (!rule.fix) return undefined;
    const { options } = resolveOptions(rule, config);
    if (findExemption(options.exempt, resource, today).active) return undefined;
    const { deployed, ...written } = resource;
    const evaluation = new Evaluation(rule, options);
    const isViolated = (client: Resource) => evaluation.run(client, readResource(client)).violations.some(({ isError }) => !isError);
    if (!isViolated(written) || !isViolated(resource)) return undefined;
    try {
        return structuredClone(rule.fix(readClient(resource.props), options)); // the clone reads every value now, while errors are caught
    } catch {
        return undefined; // evaluate runs next and reports the violation
    }
}

function exempt({ reason, until }: Exemption): Result {
    return { violations: [], exemption: until ? `exempt until ${until}: ${reason}` : `exempt: ${reason}`, unknown: [] };
}

/** The text of an error may quote a value. */
function describeBug({ name, bugs }: Rule, error: unknown, hidesValues: boolean): string {
    const reason = hidesValues ? "" : `: ${error instanceof Error ? error.message : String(error)}`;
    const where = bugs === undefined ? "report it to the author of the rule" : `report it at ${bugs}`;
    if (isSet(DEBUG) && error instanceof Error && !hidesValues) return `Rule ${name} failed: ${error.stack?.replace(/\s*\n\s*/g, " ")}`;
    return `Rule ${name} failed${reason}. This is a bug in the rule; please ${where} (${DEBUG}=1 prints the stack trace).`;
}
