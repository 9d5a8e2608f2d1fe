import type { DocumentedRule } from "../core/rule";
import { rules } from "../rules";
import { packageInfo } from "../util/package-info";
import { readPreset } from "./presets";
import { toEslintRule } from "./rule";
import type { Config, Plugin, RuleEntry, Severity } from "./types";

const { name, version } = packageInfo();

const SEVERITIES: Readonly<Record<DocumentedRule["level"], Severity>> = { mandatory: "error", advisory: "warn", disabled: "off" };

/** The plugin of ESLint: a rule for each policy. */
export const plugin: Plugin = {
    meta: { name, version, namespace: name },
    rules: Object.fromEntries(rules.map(rule => [rule.name, toEslintRule(rule)])),
    configs: {
        get recommended() {
            return configOf("recommended", ({ level }) => SEVERITIES[level]);
        },
        get strict() {
            const preset = readPreset("strict");
            return configOf("strict", ({ name }) => {
                const options = preset[name];
                return typeof options === "object" ? ["error", options] : "error";
            });
        },
    },
};

/**
 * Returns a configuration of all rules. It has no `files`: with them, ESLint would check files for which the user has set no parser.
 * The rules say nothing about files without app clients.
 */
function configOf(config: string, entryOf: (rule: DocumentedRule) => RuleEntry): Config {
    return {
        name: `${name}/${config}`,
        plugins: { [name]: plugin },
        rules: Object.fromEntries(rules.map(rule => [`${name}/${rule.name}`, entryOf(rule)])),
    };
}
