import type { Rule } from "../core/rule";
import { UserError } from "../util/user-error";
import { matchesWildcard } from "../util/wildcard";
import { nearest } from "../util/wording";

/** Finds the rules with the given names, in which `*` matches any characters. Throws a UserError with a line for each name that no rule has. */
export function findRules(rules: readonly Rule[], names: readonly string[]): ReadonlySet<Rule> {
    const found = names.map(name => ({ name, matching: rules.filter(rule => matchesWildcard(name, rule.name)) }));
    const unknown = found.filter(({ matching }) => matching.length === 0).map(({ name }) => name);
    if (unknown.length > 0) throw new UserError(...unknown.map(name => describeUnknownRule(rules, name)));
    return new Set(found.flatMap(({ matching }) => matching));
}

/** Says that there is no such rule, with a suggestion. */
export function describeUnknownRule(rules: readonly Rule[], name: string): string {
    const suggestion = nearest(
        name,
        rules.map(rule => rule.name),
    );
    const hint = suggestion ? `did you mean ${suggestion}?` : "the command `rules` lists the rules.";
    return `${name.includes("*") ? "no rule matches" : "unknown rule"} "${name}"; ${hint}`;
}
