import { type Client, clientOf, NotKnown } from "./client";
import { type Exemption, exemptionsOf, exemptOption } from "./exemptions";
import type { OptionSchemas, Patch, Rule } from "./rule";
import type { Pool } from "./stack";
import { enumerate, nearest } from "./text";

/** A resource as the engine hands it to a policy or a state holds it. */
export interface Resource {
    readonly name: string;
    readonly urn: string;
    readonly props: object;
    /** The client's user pool, where that is in the stack. */
    readonly pool?: Pool;
}

export interface Verdict {
    /** What is wrong and what to do about it, a message each. */
    readonly violations: readonly string[];
    /** Why the resource is left alone. */
    readonly exemption?: string;
    /** The properties that could not be read, as in `callbackUrls[0]`, or `customers.schemas` of a pool of that name. */
    readonly undecided: readonly string[];
}

/** A rule's own options and the one that every rule has. */
export function optionsOf(rule: Rule): OptionSchemas {
    return { ...rule.options, exempt: exemptOption };
}

/** What a rule says of a client on a day (YYYY-MM-DD; this one unless said). A check that breaks is a violation, so that nothing is silently let through. */
export function judge(rule: Rule, resource: Resource, config: object, today?: string): Verdict {
    const violations = new Set(unknownOptions(rule, config));
    const undecided = new Set<string>();
    try {
        const options = withDefaults(rule, config);
        const { holds, ended } = exemptionsFrom(options, resource, today);
        if (holds) return { violations: [...violations], exemption: explain(holds), undecided: [] };

        const closing = ended ? ` Its exemption ended on ${ended.until}: ${ended.reason}` : "";
        const client = subjectOf(rule, resource);
        for (const check of client ? rule.checks : []) {
            try {
                for (const found of check(client, options)) {
                    if (found instanceof NotKnown) undecided.add(found.property);
                    else violations.add(`${found} ${rule.remediation}${closing}`);
                }
            } catch (error) {
                if (error instanceof NotKnown) undecided.add(error.property);
                else violations.add(couldNotJudge(error));
            }
        }
    } catch (error) {
        violations.add(couldNotJudge(error));
    }
    return { violations: [...violations], undecided: [...undecided] };
}

/** The change with which a rule that is violated would be content; undefined where it knows none, or none that is certain. */
export function fixFor(rule: Rule, resource: Resource, config: object, today?: string): Patch | undefined {
    if (!rule.fix) return undefined;
    try {
        const client = clientOf(resource.props);
        const options = withDefaults(rule, config);
        if (exemptionsFrom(options, resource, today).holds || !violates(rule, client, options)) return undefined;
        return structuredClone(rule.fix(client, options)); // a clone, so that all is read that the fix took from the client
    } catch {
        return undefined; // what cannot be fixed is reported by judge, which runs after this
    }
}

/** What a rule looks at; undefined where that is not there. */
function subjectOf({ scope }: Rule, { props, pool }: Resource): Client | undefined {
    const client = clientOf(props);
    return scope === "stack" ? pool && Object.assign(client, { pool }) : client;
}

function violates(rule: Rule, client: Client, options: object): boolean {
    return rule.checks.some(check => {
        try {
            return [...check(client, options)].some(found => !(found instanceof NotKnown));
        } catch {
            return false;
        }
    });
}

/** The engine fills in defaults, and other hosts of a policy pack do not. */
function withDefaults(rule: Rule, config: object): { exempt: readonly Exemption[] } {
    return { ...defaultsOf(rule), ...config };
}

/** By rule, since they are the same for every client. */
const DEFAULTS = new WeakMap<Rule, { exempt: readonly Exemption[] }>();

function defaultsOf(rule: Rule): { exempt: readonly Exemption[] } {
    const known = DEFAULTS.get(rule);
    if (known) return known;
    const entries = Object.entries(optionsOf(rule)).map(([name, schema]) => [name, schema.default]);
    const defaults: { exempt: readonly Exemption[] } = Object.fromEntries(entries);
    DEFAULTS.set(rule, defaults);
    return defaults;
}

/** The engine checks the type of the options it knows and lets any other pass. */
function unknownOptions(rule: Rule, config: object): string[] {
    const names = Object.keys(defaultsOf(rule));
    return Object.keys(config)
        .filter(name => !names.includes(name))
        .map(name => {
            const meant = nearest(name, names);
            return `${rule.name} has no option ${name}; ${meant ? `did you mean ${meant}?` : `it has ${enumerate(names)}.`}`;
        });
}

/** The exemptions of a resource; no day is asked for where there are none. */
function exemptionsFrom({ exempt }: { exempt: readonly Exemption[] }, resource: Resource, today?: string) {
    return exempt.length === 0 ? {} : exemptionsOf(exempt, resource, today ?? utcToday());
}

function explain({ reason, until }: Exemption): string {
    return until ? `exempt until ${until}: ${reason}` : `exempt: ${reason}`;
}

function couldNotJudge(error: unknown): string {
    return `The client could not be judged: ${error instanceof Error ? error.message : error}.`;
}

function utcToday(): string {
    return new Date().toISOString().slice(0, 10);
}
