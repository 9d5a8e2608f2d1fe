import type { DocumentedRule } from "../../../core/rule";
import { type Report, VIOLATION_LEVELS, type Violation } from "../../report";
import { countResults } from "./summary";

/** Finds the rule of a policy by its name. */
export function ruleFinder(rules: readonly DocumentedRule[]): (policy: string) => DocumentedRule | undefined {
    const byName = new Map(rules.map(rule => [rule.name, rule]));
    return policy => byName.get(policy);
}

/** Whether the remediation of the policy applies. It does not to an error in a type, the configuration or the rule, which has no property. */
export function hasAdvice({ property }: Violation): boolean {
    return property !== undefined;
}

/** Returns the rules whose descriptions and remediations apply to violations of a report: mandatory ones first, then the most frequent. */
export function advisingRules(report: Report, rules: readonly DocumentedRule[]): DocumentedRule[] {
    const findRule = ruleFinder(rules);
    const advising = new Set(report.violations.filter(hasAdvice).map(({ policy }) => policy));
    return [...countResults(report).byPolicy]
        .sort((a, b) => VIOLATION_LEVELS.indexOf(a.level) - VIOLATION_LEVELS.indexOf(b.level))
        .flatMap(({ policy }) => (advising.has(policy) ? (findRule(policy) ?? []) : []));
}
