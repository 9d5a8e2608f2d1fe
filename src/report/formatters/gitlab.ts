import type { Severity } from "@pulumi/policy";
import { escapeControlCharacters } from "../../util/terminal";
import type { Report, Violation } from "../report";
import { withFingerprints } from "./shared/fingerprints";
import { positionOf } from "./shared/positions";

/** An entry of a Code Quality report, with the properties that GitLab requires. */
interface Finding {
    readonly description: string;
    readonly check_name: string;
    readonly fingerprint: string;
    readonly severity: CodeQualitySeverity;
    readonly location: { readonly path: string; readonly lines: { readonly begin: number } };
}

type CodeQualitySeverity = "blocker" | "critical" | "major" | "minor" | "info";

/** The severities of mandatory and advisory violations: those of an advisory policy are one lower. */
const SEVERITIES: Readonly<Record<Violation["level"], Readonly<Record<Severity, CodeQualitySeverity>>>> = {
    mandatory: { critical: "blocker", high: "critical", medium: "major", low: "minor" },
    advisory: { critical: "critical", high: "major", medium: "minor", low: "info" },
};

/** Formats a report for GitLab: a Code Quality report, whose new findings a merge request shows. */
export function formatGitlab({ violations }: Report): string {
    return `${JSON.stringify(withFingerprints(violations).map(findingOf), undefined, 2)}\n`;
}

function findingOf(violation: Violation & { readonly fingerprint: string }): Finding {
    const { name, policy, level, severity, problem, fingerprint } = violation;
    const { file, line } = positionOf(violation);
    return {
        description: escapeControlCharacters(`${name}: ${problem}`),
        check_name: policy,
        fingerprint,
        severity: SEVERITIES[level][severity],
        location: { path: file, lines: { begin: line } },
    };
}
