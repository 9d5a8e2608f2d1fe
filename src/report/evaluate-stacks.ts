import { computeFix, evaluatorFor, type Resource, type Violation as RuleViolation, readResource } from "../core/evaluate";
import { utcToday } from "../core/exemptions";
import { applyFix, isBlock, type Secrets } from "../core/fix";
import { hasSecret } from "../core/properties";
import type { RuleConfig } from "../core/rule";
import { pairAcrossStacks } from "../core/user-pools";
import { displayName } from "../stacks/read";
import { ExemptionUsage } from "./exemption-usage";
import type { FindFix } from "./fixes/plan";
import { type ClientResults, mergeClients } from "./merge-clients";
import {
    type CheckedClient,
    clientKey,
    type ProgramPart,
    type Report,
    SEVERITIES,
    type Stack,
    VIOLATION_LEVELS,
    type Violation,
    violationLevel,
} from "./report";
import { findUnchecked } from "./unchecked";

interface EvaluationOptions {
    /** Called after each client. */
    readonly onProgress?: (done: number, total: number) => void;
    /** The day on which exemptions must be active, YYYY-MM-DD; by default the current day in UTC. */
    readonly today?: string;
    /** Whether the configuration is for no other stacks, so that every exemption that exempts nothing is unused. */
    readonly hasAllStacks?: boolean;
    /** Whether a client that is in a program and in a stack is reported once, which is the default. */
    readonly isMerged?: boolean;
    /** Finds the changes of programs that fix violations; by default, there are none. */
    readonly findFix?: FindFix;
}

/** Evaluates every client against every rule, with the results of a preview. A client that is in a program and in a stack is reported once. */
export function evaluateStacks(
    stacks: readonly Stack[],
    config: readonly RuleConfig[],
    { onProgress = () => {}, today = utcToday(), hasAllStacks = false, isMerged = true, findFix }: EvaluationOptions = {},
): Report {
    const enabled = config.filter(({ level }) => level !== "disabled");
    const paired = pairAcrossStacks(stacks.map(toPaired));
    const clients = paired.flatMap((clients, index) => clients.map(client => ({ stack: stacks[index] as Stack, client })));
    const evaluators = enabled.map(entry => ({ entry, evaluate: evaluatorFor(entry.rule, entry.options, today) }));
    const fixing = enabled.filter(({ level }) => level === "remediate");
    const usage = new ExemptionUsage(enabled, today);
    const evaluated = clients.map(({ stack, client }, index): ClientResults => {
        const { urn, name } = client;
        const part = stack.partOf?.(urn);
        const hasSecrets = part?.hasSecrets || client.hasSecrets; // only programs write secrets that are known; those of a state are unknown
        const source: CheckedClient = {
            file: stack.file,
            ...(!stack.isProgram && { urn }),
            name,
            ...((hasSecrets || hasSecret(client.props)) && { hasSecrets: true }),
            ...stack.placeOf?.(urn),
            ...(part && { location: part.location }), // lines move between the deployment and the program
        };
        const results: ClientResults = {
            client: source,
            isProgram: Boolean(stack.isProgram),
            part,
            violations: [],
            exempt: [],
            unknown: [],
            remediated: [],
        };
        const { resource, changes } = remediate(part?.hasSecrets ? { ...client, hasSecrets: true } : client, fixing, today);
        const read = readResource(resource);
        usage.record(resource, read);
        for (const change of changes) results.remediated.push({ ...source, ...change });
        for (const { entry, evaluate } of evaluators) {
            const policy = entry.rule.name;
            const { violations, exemption, unknown } = evaluate(resource, read);
            if (violations.length + unknown.length === 0 && !exemption) continue; // most rules find nothing
            const fix = part ? findFix?.(part.key, policy) : undefined;
            for (const violation of violations) results.violations.push(toViolation(violation, source, entry, part, fix));
            if (exemption) results.exempt.push({ ...source, policy, reason: exemption });
            for (const property of unknown) results.unknown.push({ ...source, policy, property });
        }
        onProgress(index + 1, clients.length);
        return results;
    });
    const stackRules = new Set(enabled.filter(({ rule }) => rule.scope === "stack").map(({ rule }) => rule.name));
    const results = isMerged ? mergeClients(evaluated, policy => stackRules.has(policy)) : evaluated;
    const programs = stacks.filter(({ isProgram }) => isProgram);
    return {
        files: stacks.map(({ file }) => file),
        clients: results.length,
        violations: worstFirst(results),
        exempt: results.flatMap(({ exempt }) => exempt),
        unknown: results.flatMap(({ unknown }) => unknown),
        remediated: results.flatMap(({ remediated }) => remediated),
        endingExemptions: usage.ending(),
        unusedExemptions: usage.unused(hasAllStacks ? undefined : new Set(stacks.flatMap(({ urnPrefix }) => urnPrefix ?? []))),
        notChecked: findUnchecked(stacks),
        ...(programs.length > 0 && {
            notSeen: { programs: programs.map(({ file }) => file), computed: programs.flatMap(({ notRead = [] }) => notRead) },
        }),
        evaluated: { clients: results.map(({ client }) => client), policies: enabled.map(({ rule }) => rule.name) },
    };
}

/** Returns what clients are paired with. Whether the stack is open is only computed if a rule needs it. */
function toPaired(stack: Stack) {
    return {
        file: displayName(stack.file),
        resources: stack.resources,
        get isOpen() {
            return stack.isOpen;
        },
    };
}

function toViolation(
    violation: RuleViolation,
    client: CheckedClient,
    { rule, level }: RuleConfig,
    part: ProgramPart | undefined,
    fix: Violation["fix"],
): Violation {
    const { property } = violation;
    const propertyLocation = property === undefined ? undefined : part?.locationOf(property);
    const source = { policy: rule.name, level: violationLevel(level), severity: rule.severity };
    return Object.assign({}, client, source, propertyLocation && { propertyLocation }, fix && { fix }, violation); // a literal takes ten times as long in Node.js 20
}

/** Treats secrets as plain values: a fixed client is evaluated and never stored. */
const NO_SECRETS: Secrets = { open: () => undefined, seal: value => value };

/** Applies the fixes of policies at level `remediate`, in order. */
function remediate(client: Resource, fixing: readonly RuleConfig[], today: string) {
    const changes: { policy: string; properties: string[] }[] = [];
    let resource = client;
    for (const { rule, options } of fixing) {
        const patch = computeFix(rule, resource, options, today);
        if (!patch || Object.keys(patch).length === 0) continue;
        const props = copyChanged(resource.props, patch) as Record<string, unknown>;
        applyFix(props, patch, NO_SECRETS);
        resource = { ...client, props };
        changes.push({ policy: rule.name, properties: Object.keys(patch) });
    }
    return { resource, changes };
}

/** Copies the objects that a fix changes. A copy of everything fails for properties that are nested deeply. */
function copyChanged(value: object, patch: object): object {
    const blocks = Object.entries(patch).flatMap(([name, change]) => {
        const current: unknown = value[name as keyof object];
        return isBlock(current) && isBlock(change) ? [[name, copyChanged(current, change)]] : [];
    });
    return { ...value, ...Object.fromEntries(blocks) };
}

/** Sorts by client, the one with the worst violation first and then by name; within a client by level, severity and policy. */
function worstFirst(results: readonly ClientResults[]): Violation[] {
    const clients = new Map<string, RankedViolation[]>(); // a damaged file can have a client twice
    for (const { client, violations } of results) {
        const ranked = violations.map(violation => ({ violation, rank: rankOf(violation) }));
        const key = clientKey(client);
        clients.get(key)?.push(...ranked) ?? clients.set(key, ranked);
    }
    const sorted = [...clients].flatMap(([client, ranked]) => {
        ranked.sort((a, b) => a.rank - b.rank || compare(a.violation.policy, b.violation.policy));
        const [worst] = ranked;
        return worst ? { client, ranked, rank: worst.rank, name: worst.violation.name } : [];
    });
    sorted.sort((a, b) => a.rank - b.rank || compare(a.name, b.name) || compare(a.client, b.client));
    return sorted.flatMap(({ ranked }) => ranked.map(({ violation }) => violation));
}

function rankOf({ level, severity }: Violation): number {
    return VIOLATION_LEVELS.indexOf(level) * SEVERITIES.length + SEVERITIES.indexOf(severity);
}

interface RankedViolation {
    readonly violation: Violation;
    /** The lower, the worse. */
    readonly rank: number;
}

function compare(a: string, b: string): number {
    return a < b ? -1 : Number(a > b);
}
