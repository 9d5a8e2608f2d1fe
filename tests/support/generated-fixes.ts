import { unknown } from "../../src/api/testing";
import { applyConfig } from "../../src/cli/config/config";
import { computeFix } from "../../src/core/evaluate";
import { applyFix } from "../../src/core/fix";
import type { Patch } from "../../src/core/rule";
import { CLIENT_TYPE } from "../../src/core/user-pools";
import { editBlock } from "../../src/programs/edit/edit-values";
import { applyEdits } from "../../src/programs/edit/edits";
import { planGroup } from "../../src/programs/edit/group-plan";
import type { Target } from "../../src/programs/edit/targets";
import { rules } from "../../src/rules";

export const FIXABLE = rules.filter(({ fix }) => fix);
const CONFIG = applyConfig(FIXABLE);

/** Fixes the client of a program that has these properties in the stack. */
export function fixClient(props: object, target: Target) {
    const { program, syntax, block } = target;
    const resource = { type: CLIENT_TYPE, name: "web", urn: "urn:web", props, propertyDependencies: {} };
    const { changes, notFixed } = planGroup({ clients: [{ resource, place: {}, file: "state.json" }], target }, CONFIG);
    return {
        after: applyEdits(program.text, editBlock(block, changes, { text: program.text, syntax })),
        changes,
        /** The names of the rules that are not fixed. */
        notFixed: notFixed.filter(({ message }) => message.startsWith("not fixed")).map(({ rule }) => rule.name),
    };
}

/** Applies the fixes of all rules, in order. A block with an unknown value is not removed: it is not a literal. */
export function remediate(client: object): Record<string, unknown> {
    const props = structuredClone(client) as Record<string, unknown>;
    for (const rule of FIXABLE) {
        const fix = computeFix(rule, { name: "web", urn: "urn:web", props }, {}) ?? {};
        if (!removesUnknown(fix, props)) applyFix(props, fix, { open: () => undefined, seal: value => value });
    }
    return props;
}

function removesUnknown(fix: Patch, { analyticsConfiguration: block }: Record<string, unknown>): boolean {
    const isRemoved = "analyticsConfiguration" in fix && fix.analyticsConfiguration === undefined;
    return isRemoved && JSON.stringify(block).includes(unknown);
}

/** Returns the numbered comments in a text. */
export function commentsIn(text: string): string[] {
    return [...text.matchAll(/(?:\/[/*]|#) c\d+/g)].map(([comment]) => comment);
}
