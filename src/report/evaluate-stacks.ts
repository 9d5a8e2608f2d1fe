import { computeFix, evaluatorFor, type Resource, type Violation as RuleViolation, readResource } from "../core/evaluate";
import { utcToday } from "../core/exemptions";
import { applyFix, type Secrets } from "../core/fix";
import type { RuleConfig } from "../core/rule";
import { pairAcrossStacks } from "../core/user-pools";
import { displayName } from "../stacks/read";
import { ExemptionUsage } from "./exemption-usage";
import {
    type CheckedClient,
    type ExemptResult,
    type RemediatedResult,
    type Report,
    SEVERITIES,
    type Stack,
    type UnknownResult,
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
}

/** Evaluates every client against every rule, with the results of a preview. */
export function evaluateStacks(
    stacks: readonly Stack[],
    config: readonly RuleConfig[],
    { onProgress = () => {}, today = utcToday(), hasAllStacks = false }: EvaluationOptions = {},
): Report {
    const enabled = config.filter(({ level }) => level !== "disabled");
    const paired = pairAcrossStacks(stacks.map(stack => ({ ...stack, file: displayName(stack.file) })));
    const clients = stacks.flatMap((stack, index) => (paired[index] ?? []).map(client => ({ stack, client })));
    const evaluators = enabled.map(entry => ({ entry, evaluate: evaluatorFor(entry.rule, entry.options, today) }));
    const violations: Violation[] = [];
    const exempt: ExemptResult[] = [];
    const unknown: UnknownResult[] = [];
    const remediated: RemediatedResult[] = [];
    const checked: CheckedClient[] = [];
    const usage = new ExemptionUsage(enabled, today);
    for (const [index, { stack, client }] of clients.entries()) {
        const { urn, name, hasSecrets } = client;
        const checkedClient: CheckedClient = { file: stack.file, urn, name, ...(hasSecrets && { hasSecrets }), ...stack.placeOf?.(urn) };
        checked.push(checkedClient);
        const { props, changes } = remediate(client, enabled, today);
        const resource = { ...client, props };
        const read = readResource(resource);
        for (const change of changes) remediated.push({ ...checkedClient, ...change });
        for (const { entry, evaluate } of evaluators) {
            const policy = entry.rule.name;
            const { violations: found, exemption, unknown: paths } = evaluate(resource, read);
            usage.record(entry, resource);
            if (found.length + paths.length === 0 && !exemption) continue; // most rules find nothing
            for (const violation of found) violations.push(toViolation(violation, checkedClient, entry, stack));
            if (exemption) exempt.push({ ...checkedClient, policy, reason: exemption });
            for (const property of paths) unknown.push({ ...checkedClient, policy, property });
        }
        onProgress(index + 1, clients.length);
    }
    return {
        files: stacks.map(({ file }) => file),
        clients: clients.length,
        violations: worstFirst(violations),
        exempt,
        unknown,
        remediated,
        endingExemptions: usage.ending(),
        unusedExemptions: usage.unused(hasAllStacks ? undefined : new Set(stacks.flatMap(({ urnPrefix }) => urnPrefix ?? []))),
        notChecked: findUnchecked(stacks),
        evaluated: { clients: checked, policies: enabled.map(({ rule }) => rule.name) },
    };
}

function toViolation(violation: RuleViolation, client: CheckedClient, { rule, level }: RuleConfig, stack: Stack): Violation {
    const { property } = violation;
    const propertyLocation = property === undefined ? undefined : stack.propertyLocationOf?.(client.urn, property);
    return {
        ...client,
        policy: rule.name,
        level: violationLevel(level),
        severity: rule.severity,
        ...(propertyLocation && { propertyLocation }),
        ...violation,
    };
}

/** Treats secrets as plain values: a fixed client is evaluated and never stored. */
const NO_SECRETS: Secrets = { open: () => undefined, seal: value => value };

/** Applies the fixes of all policies at level `remediate`, in order. */
function remediate(client: Resource, config: readonly RuleConfig[], today: string) {
    const changes: { policy: string; properties: string[] }[] = [];
    let props = client.props;
    for (const { rule, level, options } of config) {
        const patch = level === "remediate" ? computeFix(rule, { ...client, props }, options, today) : undefined;
        if (!patch || Object.keys(patch).length === 0) continue;
        const copy = structuredClone(props) as Record<string, unknown>;
        applyFix(copy, patch, NO_SECRETS);
        props = copy;
        changes.push({ policy: rule.name, properties: Object.keys(patch) });
    }
    return { props, changes };
}

/** Sorts by client, the one with the worst violation first and then by name; within a client by level, severity and policy. */
function worstFirst(violations: readonly Violation[]): Violation[] {
    const clients = new Map<string, RankedViolation[]>();
    for (const violation of violations) {
        const { file, urn, level, severity } = violation;
        const client = `${file}\0${urn}`;
        const ranked = { violation, rank: VIOLATION_LEVELS.indexOf(level) * SEVERITIES.length + SEVERITIES.indexOf(severity) };
        clients.get(client)?.push(ranked) ?? clients.set(client, [ranked]);
    }
    const sorted = [...clients].map(([client, ranked]) => {
        ranked.sort((a, b) => a.rank - b.rank || compare(a.violation.policy, b.violation.policy));
        const { rank, violation } = ranked[0] as RankedViolation;
        return { client, ranked, rank, name: violation.name };
    });
    sorted.sort((a, b) => a.rank - b.rank || compare(a.name, b.name) || compare(a.client, b.client));
    return sorted.flatMap(({ ranked }) => ranked.map(({ violation }) => violation));
}

interface RankedViolation {
    readonly violation: Violation;
    /** The lower, the worse. */
    readonly rank: number;
}

function compare(a: string, b: string): number {
    return a < b ? -1 : Number(a > b);
}
