import type { DocumentedRule } from "../../../core/rule";
import { type Report, VIOLATION_LEVELS } from "../../report";
import { countResults } from "./summary";

/** Finds the rule of a policy by its name. */
export function ruleFinder(rules: readonly DocumentedRule[]): (policy: string) => DocumentedRule | undefined {
    const byName = new Map(rules.map(rule => [rule.name, rule]));
    return policy => byName.get(policy);
}

/** Returns the rules whose descriptions and remediations apply to violations of a report: mandatory ones first, then the most frequent. */
export function advisingRules(report: Report, rules: readonly DocumentedRule[]): DocumentedRule[] {
    const findRule = ruleFinder(rules);
    const advising = new Set(report.violations.filter(({ isError }) => !isError).map(({ policy }) => policy));
    return [...countResults(report).byPolicy]
        .sort((a, b) => VIOLATION_LEVELS.indexOf(a.level) - VIOLATION_LEVELS.indexOf(b.level))
        .flatMap(({ policy }) => (advising.has(policy) ? (findRule(policy) ?? []) : []));
}
