import { computeFix } from "../core/evaluate";
import type { Rule } from "../core/rule";
import { instructions, planFix } from "../programs/edit";
import type { CheckedClient, CheckedFile } from "./checked-file";
import { readPreset } from "./presets";
import type { FixFunction, ReportDescriptor, RuleMeta } from "./types";

/** The rules whose fixes change nothing that apps need. Those of others are only suggested. */
const SAFE = new Set(Object.keys(readPreset("remediate")));

/** Returns what ESLint needs to know about the fix of a rule. */
export function fixMeta({ name, fix }: Rule): Pick<RuleMeta, "fixable" | "hasSuggestions"> {
    if (!fix) return {};
    return SAFE.has(name) ? { fixable: "code" } : { hasSuggestions: true };
}

/** Returns the edits that fix a client which violates a rule; nothing if the file cannot be changed safely. */
export function fixFor(
    rule: Rule,
    { program }: CheckedFile,
    { resource, source }: CheckedClient,
    options: object,
): Pick<ReportDescriptor, "fix" | "suggest"> {
    const patch = computeFix(rule, resource, options);
    if (!program || !patch || Object.keys(patch).length === 0) return {};
    const planned = planFix(program, source, patch);
    if (!("edits" in planned)) return {};
    const fix: FixFunction = fixer => planned.edits.map(({ start, end, text }) => fixer.replaceTextRange([start, end], text));
    return SAFE.has(rule.name) ? { fix } : { suggest: [{ desc: instructions({ resource: source, patch }), fix }] };
}
