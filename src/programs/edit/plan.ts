import type { RuleConfig } from "../../core/rule";
import type { Input } from "../../stacks/read-stacks";
import { Editor, type Fix, type NotFixed, planFixes } from ".";
import type { EditedFile } from "./diff";
import type { Edit } from "./edits";
import { describeMissing } from "./missing";
import type { ProgramSource, Sources } from "./sources";
import { TargetPlan } from "./target-plan";
import { findTargets, type ProgramFiles } from "./targets";

/** The changes of a program that fix violations. */
export interface FixPlan {
    /** The files to change, sorted by name. */
    readonly files: readonly EditedFile[];
    /** The number of fixes. Clients that the same code creates have the same. */
    readonly made: number;
    /** The number of fixes that the program already has, and only the stacks lack. */
    readonly present: number;
    /** What is not fixed or not evaluated: a line for each client and rule, sorted by position. */
    readonly notFixed: readonly string[];
}

/** Plans the fixes of rules in some programs, and in the programs that create the clients of some stacks. */
export function planProgramFixes(
    { stacks, programs }: { readonly stacks: Input["stacks"]; readonly programs: readonly ProgramFiles[] },
    rules: readonly RuleConfig[],
    sources: Sources,
): FixPlan {
    const { found, missing } = findTargets(stacks, programs, sources);
    const lines: string[] = missing.flatMap(({ client, reason }) => describeMissing(client, reason, rules));
    const editors = new Map<ProgramSource, Editor>();
    const plans: TargetPlan[] = [];
    for (const target of found) {
        const editor = editors.get(target.source) ?? new Editor(target.source.program);
        editors.set(target.source, editor);
        plans.push(new TargetPlan(target, rules, editor, sources));
    }
    const files = new Map<string, { file: string; text: string; edits: Edit[] }>();
    for (const source of editors.keys()) {
        const changed = plans.filter(plan => plan.target.source === source && plan.fixed.size > 0);
        const results = planFixes(
            source.program,
            changed.map(({ change }) => change),
        );
        for (const [index, plan] of changed.entries()) {
            const result = results[index] as Fix | NotFixed;
            if ("edits" in result) addEdits(files, source, result, sources);
            else plan.reject(result);
        }
    }
    lines.push(...plans.flatMap(plan => plan.lines()));
    return {
        files: [...files.values()].sort((a, b) => (a.file < b.file ? -1 : 1)),
        made: plans.reduce((sum, { fixed }) => sum + fixed.size, 0),
        present: plans.reduce((sum, { present }) => sum + present, 0),
        notFixed: [...new Set(lines)].sort(new Intl.Collator("en", { numeric: true }).compare),
    };
}

function addEdits(files: Map<string, { file: string; text: string; edits: Edit[] }>, source: ProgramSource, fix: Fix, sources: Sources) {
    const read = sources.textOf(source, fix.file);
    if (typeof read === "string") return; // the fixes are rejected before
    const file = files.get(read.file) ?? { file: read.file, text: read.mark + read.text, edits: [] };
    files.set(read.file, file);
    for (const edit of fix.edits) file.edits.push(edit);
}
