import type { Severity } from "@pulumi/policy";
import type { DocumentedRule } from "../../core/rule";
import { escapeJson } from "../../util/escape";
import type { Report, ViolationLevel } from "../report";
import { ruleFinder } from "./shared/policies";
import { type Counts, countResults } from "./shared/summary";

/** What the format `json` prints. */
interface JsonReport extends Report {
    /** The number of results. */
    readonly summary: Counts;
    /** The policies that are violated, by name. */
    readonly policies: Readonly<Record<string, ViolatedPolicy>>;
}

/** What all violations of a policy have in common. */
interface ViolatedPolicy {
    readonly level: ViolationLevel;
    readonly severity: Severity;
    /** What must be so. */
    readonly description: string;
    /** What to write instead. */
    readonly remediation: string;
    /** The address of the page of the rule. */
    readonly url: string;
}

/** Formats a report for other programs: the number of results, the violated policies, and the results. */
export function formatJson(report: Report, rules: readonly DocumentedRule[]): string {
    const summary = countResults(report);
    const findRule = ruleFinder(rules);
    const policies = summary.byPolicy.flatMap(({ policy, level, severity }): [string, ViolatedPolicy][] => {
        const rule = findRule(policy);
        return rule ? [[policy, { level, severity, description: rule.description, remediation: rule.remediation, url: rule.url }]] : [];
    });
    const json: JsonReport = { summary, policies: Object.fromEntries(policies), ...report };
    return `${escapeJson(JSON.stringify(json, undefined, 2))}\n`;
}
