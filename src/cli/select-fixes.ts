import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { RuleConfig } from "../core/rule";
import { findRules } from "../report/rule-names";
import { PACKAGE_FOLDER } from "../util/package-info";
import { UserError } from "../util/user-error";

/** The rules whose violations are fixed. */
interface Selection {
    readonly rules: readonly RuleConfig[];
    /** What the user may not expect: that rules are disabled. */
    readonly warnings: readonly string[];
}

/**
 * Selects the rules with the given names, in which `*` matches any characters. Without names, they are those of the preset for
 * level `remediate` and those that the configuration sets to it. Throws a UserError for a name that no rule with a fix has.
 */
export function selectRules(config: readonly RuleConfig[], names?: readonly string[]): Selection {
    const fixable = config.filter(({ rule }) => rule.fix);
    const selected = names ? namedRules(config, names) : presetRules(fixable);
    const isSelected = ({ rule }: RuleConfig) => selected.has(rule.name);
    const disabled = fixable.filter(entry => isSelected(entry) && entry.level === "disabled").map(({ rule }) => rule.name);
    return {
        rules: fixable.filter(entry => isSelected(entry) && entry.level !== "disabled"),
        warnings: disabled
            .filter(name => names?.includes(name))
            .map(name => `${name} is disabled; a level in the configuration enables it`),
    };
}

function namedRules(config: readonly RuleConfig[], names: readonly string[]): ReadonlySet<string> {
    const rules = config.map(({ rule }) => rule);
    findRules(rules, names); // throws for all unknown names
    const withoutFix = names.filter(name => ![...findRules(rules, [name])].some(({ fix }) => fix));
    if (withoutFix.length > 0)
        throw new UserError(...withoutFix.map(name => `"${name}" has no fix; the command \`rules\` lists the rules that have one.`));
    return new Set([...findRules(rules, names)].map(({ name }) => name));
}

function presetRules(config: readonly RuleConfig[]): ReadonlySet<string> {
    const preset: object = JSON.parse(readFileSync(join(PACKAGE_FOLDER, "presets/remediate.json"), "utf8"));
    const configured = config.filter(({ level }) => level === "remediate").map(({ rule }) => rule.name);
    return new Set([...Object.keys(preset), ...configured]);
}
