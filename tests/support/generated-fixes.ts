import * as assert from "node:assert/strict";
import { applyConfig } from "../../src/cli/config/config";
import { computeFix } from "../../src/core/evaluate";
import { applyFix } from "../../src/core/fix";
import type { RuleConfig } from "../../src/core/rule";
import { CLIENT_TYPE } from "../../src/core/user-pools";
import { readProgramText } from "../../src/programs";
import { applyEdits, Editor, planFix } from "../../src/programs/edit";
import { TargetPlan } from "../../src/report/fixes/target-plan";
import type { Client } from "../../src/report/fixes/targets";
import { rules } from "../../src/rules";

export const FIXABLE = rules.filter(({ fix }) => fix);
const CONFIG = applyConfig(FIXABLE);

/** Fixes the only client in the text of a program, which creates these clients of stacks. */
export function fixText(file: string, text: string, clients: Client[] = [], config: readonly RuleConfig[] = CONFIG) {
    const program = readProgramText(file, text);
    assert.deepEqual(program.errors, [], text);
    const [resource, ...others] = program.resources.filter(({ type }) => type === CLIENT_TYPE);
    assert.ok(resource && others.length === 0, text);
    const target = { source: { folder: "/", program, isProject: false }, resource, clients };
    const files = { nameOf: () => file, read: () => ({ file, mark: "", text }) };
    const plan = new TargetPlan(target, config, new Editor(program), files);
    const { patch } = plan.change;
    const fix = plan.fixed.size > 0 ? planFix(program, resource, patch) : { edits: [] };
    assert.ok("edits" in fix, `${JSON.stringify(patch)} is not made in:\n${text}`);
    const lines = plan.lines();
    return {
        after: applyEdits(text, fix.edits),
        props: resource.props,
        changes: patch,
        made: plan.fixed.size,
        present: plan.present,
        lines: lines.map(line => line.replace(/^\S+: /, "")),
        /** The names of the rules that are not fixed. */
        notFixed: lines.filter(line => line.includes(": not fixed")).map(line => line.split(": ")[2] ?? ""),
    };
}

/** Applies the fixes of all rules, in order. */
export function remediate(client: object): Record<string, unknown> {
    const props = structuredClone(client) as Record<string, unknown>;
    for (const rule of FIXABLE) {
        const fix = computeFix(rule, { name: "web", urn: "urn:web", props }, {}) ?? {};
        applyFix(props, fix, { open: () => undefined, seal: value => value });
    }
    return props;
}

/** Returns the numbered comments in a text. */
export function commentsIn(text: string): string[] {
    return [...text.matchAll(/(?:\/[/*]|#) c\d+/g)].map(([comment]) => comment);
}
