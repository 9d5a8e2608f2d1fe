import type { Severity } from "@pulumi/policy";
import type { RuleConfig } from "../core/rule";
import { UserError } from "../util/user-error";
import { enumerate, nearest } from "../util/wording";
import { type Report, SEVERITIES, VIOLATION_LEVELS, violationLevel } from "./report";
import { findRules } from "./rule-names";

/** Which results to report, as options of the command line. */
export interface Filter {
    /** Names of rules, in which `*` matches any characters. */
    readonly rule?: readonly string[];
    /** Names of rules to leave out, in which `*` matches any characters. */
    readonly skip?: readonly string[];
    readonly level?: string;
    /** The lowest severity. */
    readonly severity?: string;
}

/** The policies whose results are reported. */
export interface Selection {
    readonly policies: ReadonlySet<string>;
    /** What the user may not expect: that policies are disabled. */
    readonly warnings: readonly string[];
}

/** Selects policies. Throws a UserError for an unknown rule, level or severity. */
export function selectPolicies(config: readonly RuleConfig[], { rule: names = ["*"], skip = [], level, severity }: Filter): Selection {
    const rules = config.map(({ rule }) => rule);
    const [named, skipped] = [findRules(rules, names), findRules(rules, skip)];
    if (level !== undefined) expectOneOf("level", VIOLATION_LEVELS, level);
    if (severity !== undefined) expectOneOf("severity", SEVERITIES, severity);
    const lowest = severity === undefined ? SEVERITIES.length : SEVERITIES.indexOf(severity as Severity);
    const selected = config
        .filter(({ rule }) => named.has(rule) && !skipped.has(rule) && SEVERITIES.indexOf(rule.severity) <= lowest)
        .filter(entry => level === undefined || violationLevel(entry.level) === level || entry.level === "disabled");
    const enabled = selected.filter(({ level }) => level !== "disabled");
    const disabled = selected.filter(({ level, rule }) => level === "disabled" && names.includes(rule.name));
    const warnings = disabled.map(({ rule }) => `${rule.name} is disabled; a level in the configuration enables it`);
    if (enabled.length === 0 && warnings.length === 0) warnings.push("no enabled policy is selected");
    return { policies: new Set(enabled.map(({ rule }) => rule.name)), warnings };
}

function expectOneOf(kind: string, allowed: readonly string[], value: string): void {
    if (allowed.includes(value)) return;
    const suggestion = nearest(value, allowed);
    throw new UserError(`unknown ${kind} "${value}"; ${suggestion ? `did you mean ${suggestion}?` : `use ${enumerate(allowed, "or")}.`}`);
}

/** Returns the results of some policies. */
export function filterReport(report: Report, policies: ReadonlySet<string>): Report {
    const selected = <T extends { readonly policy: string }>(results: readonly T[]) => results.filter(({ policy }) => policies.has(policy));
    const { violations, exempt, unknown, remediated, endingExemptions, unusedExemptions, evaluated } = report;
    return {
        ...report,
        violations: selected(violations),
        exempt: selected(exempt),
        unknown: selected(unknown),
        remediated: selected(remediated),
        endingExemptions: selected(endingExemptions),
        unusedExemptions: selected(unusedExemptions),
        evaluated: { ...evaluated, policies: evaluated.policies.filter(policy => policies.has(policy)) },
    };
}
