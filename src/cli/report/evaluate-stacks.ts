import type { Severity } from "@pulumi/policy";
import { readClient } from "../../core/client";
import { computeFix, evaluatorFor, type Resource, type Violation as RuleViolation } from "../../core/evaluate";
import { utcToday } from "../../core/exemptions";
import { applyFix, type Secrets } from "../../core/fix";
import { pairAcrossStacks, type StackResource } from "../../core/user-pools";
import type { Level, RuleConfig } from "../config/config";
import { displayName } from "../input/read";
import type { Place } from "../positions/location";
import { type EndingExemption, ExemptionUsage, type UnusedExemption } from "./exemption-usage";
import { findUnchecked, type UncheckedClients } from "./unchecked";

/** The resources that were read from a file. */
export interface Stack {
    readonly file: string;
    readonly resources: readonly StackResource[];
    /** What the URNs of the stack start with, if the file has all resources of the stack. */
    readonly urnPrefix?: string;
    /** Returns where the program creates the resource with a URN. */
    readonly placeOf?: (urn: string) => Place;
}

/** A client of a file, and where the program creates it. */
export interface CheckedClient extends Place {
    readonly file: string;
    readonly urn: string;
    readonly name: string;
}

/** The client and policy that a result belongs to. */
interface ResultSource extends CheckedClient {
    readonly policy: string;
}

export interface Violation extends ResultSource, RuleViolation {
    readonly level: "mandatory" | "advisory";
    readonly severity: Severity;
}

/** The results of all rules for the clients of some stacks. */
export interface Report {
    readonly files: readonly string[];
    /** The number of clients. */
    readonly clients: number;
    /** Grouped by client, the worst first. */
    readonly violations: readonly Violation[];
    readonly exempt: readonly (ResultSource & { readonly reason: string })[];
    /** Properties that were not evaluated because their values are unknown. */
    readonly unknown: readonly (ResultSource & { readonly property: string })[];
    /** Properties that the fixes of policies at level `remediate` change. */
    readonly remediated: readonly (ResultSource & { readonly properties: readonly string[] })[];
    /** The exemptions that end within 30 days, the next one first. */
    readonly endingExemptions: readonly EndingExemption[];
    /** The exemptions that exempt nothing, as far as the files show it. */
    readonly unusedExemptions: readonly UnusedExemption[];
    /** Clients of types that no rule evaluates. */
    readonly notChecked: readonly UncheckedClients[];
    /** Why files are missing from the report. */
    readonly errors?: readonly string[];
    /** All clients and the policies that they were evaluated against, for formats that list what passed as well. */
    readonly evaluated: { readonly clients: readonly CheckedClient[]; readonly policies: readonly string[] };
}

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
    const paired = pairAcrossStacks(stacks.map(({ file, resources }) => ({ file: displayName(file), resources })));
    const clients = stacks.flatMap((stack, index) => (paired[index] ?? []).map(client => ({ stack, client })));
    const evaluators = enabled.map(entry => ({ entry, evaluate: evaluatorFor(entry.rule, entry.options, today) }));
    const violations: Violation[] = [];
    const exempt: Report["exempt"][number][] = [];
    const unknown: Report["unknown"][number][] = [];
    const remediated: Report["remediated"][number][] = [];
    const checked: CheckedClient[] = [];
    const usage = new ExemptionUsage(enabled, today);
    for (const [index, { stack, client }] of clients.entries()) {
        const { urn, name } = client;
        const checkedClient: CheckedClient = { file: stack.file, urn, name, ...stack.placeOf?.(urn) };
        checked.push(checkedClient);
        const { props, changes } = remediate(client, enabled, today);
        const resource = { ...client, props, client: readClient(props) };
        for (const change of changes) remediated.push({ ...checkedClient, ...change });
        for (const { entry, evaluate } of evaluators) {
            const policy = entry.rule.name;
            const { violations: found, exemption, unknown: paths } = evaluate(resource);
            usage.record(entry, resource);
            if (found.length + paths.length === 0 && !exemption) continue; // most rules find nothing
            for (const violation of found) violations.push(toViolation(checkedClient, entry, violation));
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

/** Returns a violation of the report. Names the properties one by one, which is many times faster than spreading objects. */
function toViolation(
    { file, urn, name, location, callers }: CheckedClient,
    { rule, level: configured }: RuleConfig,
    { property, message }: RuleViolation,
): Violation {
    const { name: policy, severity } = rule;
    const level = violationLevel(configured);
    const violation =
        property === undefined
            ? { file, urn, name, policy, level, severity, message }
            : { file, urn, name, policy, level, severity, property, message };
    return location ? Object.assign(violation, { location }, callers && { callers }) : violation;
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

/** The levels of violations, the worst first. */
export const VIOLATION_LEVELS: readonly Violation["level"][] = ["mandatory", "advisory"];

/** The severities, the worst first. */
export const SEVERITIES: readonly Severity[] = ["critical", "high", "medium", "low"];

/** Returns the level of the violations of a policy: what a fix leaves is mandatory. */
export function violationLevel(level: Level): Violation["level"] {
    return level === "advisory" ? level : "mandatory";
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
