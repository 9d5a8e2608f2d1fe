import type { Severity } from "@pulumi/policy";
import { groupBy } from "../../../util/maps";
import { countOf, formatNumber } from "../../../util/wording";
import { countUnknownValues, type UnknownValues } from "../../not-seen";
import { clientKey, type Report, SEVERITIES, VIOLATION_LEVELS, type Violation, type ViolationLevel } from "../../report";

/** Summarizes a report in one line: `2 stacks, 3 clients: 1 mandatory and 2 advisory violations, 0 exempt, 0 unknown`. */
export function summarize({ files, clients, violations, exempt, unknown, notSeen }: Report): string {
    const { mandatory = 0, advisory = 0 } = countBy(violations, "level", VIOLATION_LEVELS);
    const found = `${formatNumber(mandatory)} mandatory and ${formatNumber(advisory)} advisory violations`;
    const programs = notSeen?.programs.length ?? 0;
    const sources = [
        ...(programs > 0 ? [countOf(programs, "program")] : []),
        ...(programs < files.length ? [countOf(files.length - programs, "stack")] : []),
    ];
    return `${files.length > 1 ? `${sources.join(", ")}, ` : ""}${countOf(clients, "client")}: ${found}, ${formatNumber(exempt.length)} exempt, ${formatNumber(unknown.length)} unknown`;
}

/** The number of results of a report, in total and by level, severity and policy. */
export interface Counts {
    /** The number of stacks and programs. */
    readonly stacks: number;
    readonly clients: number;
    /** For programs, the number of values that results depend on and that only a preview has, and of the clients that have them. */
    readonly notSeen?: UnknownValues;
    /** The number of violations by level. */
    readonly byLevel: Readonly<Record<string, number>>;
    /** The number of violations by severity. */
    readonly bySeverity: Readonly<Record<string, number>>;
    /** The policies that are violated, the most frequent first. */
    readonly byPolicy: readonly PolicyCounts[];
    readonly exempt: number;
    readonly unknown: number;
}

/** The number of violations of a policy, and of the clients and stacks that have them. */
interface PolicyCounts {
    readonly policy: string;
    readonly level: ViolationLevel;
    readonly severity: Severity;
    readonly violations: number;
    readonly clients: number;
    readonly stacks: number;
}

/** Counts the results of a report. */
export function countResults(report: Report): Counts {
    const { files, clients, violations, exempt, unknown, notSeen } = report;
    return {
        stacks: files.length,
        clients,
        ...(notSeen && { notSeen: countUnknownValues(report) }),
        byLevel: countBy(violations, "level", VIOLATION_LEVELS),
        bySeverity: countBy(violations, "severity", SEVERITIES),
        byPolicy: countByPolicy(violations),
        exempt: exempt.length,
        unknown: unknown.length,
    };
}

function countBy<K extends "level" | "severity">(violations: readonly Violation[], key: K, values: readonly Violation[K][]) {
    const counts: Record<string, number> = Object.fromEntries(values.map(value => [value, 0]));
    for (const { [key]: value } of violations) counts[value] = (counts[value] ?? 0) + 1;
    return counts;
}

function countByPolicy(violations: readonly Violation[]): PolicyCounts[] {
    const byPolicy = groupBy(violations, ({ policy }) => [policy]);
    const counts = [...byPolicy].map(([policy, found]) => {
        const { level, severity } = found[0] as Violation;
        const clients = new Set(found.map(clientKey)).size;
        return { policy, level, severity, violations: found.length, clients, stacks: new Set(found.map(({ file }) => file)).size };
    });
    return counts.sort((a, b) => b.violations - a.violations || (a.policy < b.policy ? -1 : 1));
}
