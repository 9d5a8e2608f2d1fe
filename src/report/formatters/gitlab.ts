import type { Severity } from "@pulumi/policy";
import type { DocumentedRule } from "../../core/rule";
import { escapeControlCharacters, escapeJson } from "../../util/escape";
import type { Report, ViolationLevel } from "../report";
import { withFingerprints } from "./shared/fingerprints";
import { ruleFinder } from "./shared/policies";
import { positionOf } from "./shared/positions";

/** An entry of a Code Quality report, with the properties that GitLab requires. */
interface Finding {
    readonly description: string;
    readonly check_name: string;
    readonly fingerprint: string;
    readonly severity: CodeQualitySeverity;
    readonly location: { readonly path: string; readonly lines: { readonly begin: number; readonly end?: number | undefined } };
}

type CodeQualitySeverity = "blocker" | "critical" | "major" | "minor" | "info";

/** The severities of mandatory and advisory violations: those of an advisory policy are one lower. */
const SEVERITIES: Readonly<Record<ViolationLevel, Readonly<Record<Severity, CodeQualitySeverity>>>> = {
    mandatory: { critical: "blocker", high: "critical", medium: "major", low: "minor" },
    advisory: { critical: "critical", high: "major", medium: "minor", low: "info" },
};

/** Formats a report for GitLab: a Code Quality report, whose new findings a merge request shows. */
export function formatGitlab({ violations }: Report, rules: readonly DocumentedRule[]): string {
    const findRule = ruleFinder(rules);
    const findings = withFingerprints(violations).map((violation): Finding => {
        const { name, policy, level, severity, problem, fingerprint } = violation;
        const advice = violation.isError ? [] : (findRule(policy)?.remediation ?? []); // GitLab shows nothing else of a finding
        const { file, line, endLine } = positionOf(violation);
        return {
            description: escapeControlCharacters([`${name}: ${problem}`, advice].flat().join(" ")),
            check_name: policy,
            fingerprint,
            severity: SEVERITIES[level][severity],
            location: { path: file, lines: { begin: line, end: endLine } },
        };
    });
    return `${escapeJson(JSON.stringify(findings, undefined, 2))}\n`;
}
