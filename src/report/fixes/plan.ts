import type { Patch, RuleConfig } from "../../core/rule";
import { Editor, type Fix, type NotFixed, planFixes } from "../../programs/edit";
import { createDiffer, type EditedFile } from "../../programs/edit/diff";
import type { Edit } from "../../programs/edit/edits";
import { groupBy, once } from "../../util/maps";
import { partKey } from "../sources/program-source";
import type { EditableFile, EditableFiles } from "./editable-files";
import { describeMissing } from "./missing";
import { TargetPlan } from "./target-plan";
import type { Target, Targets } from "./targets";

/** The changes of programs that fix violations. */
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

/** Plans the fixes of rules in the programs that create clients. */
export function planProgramFixes({ found, missing }: Targets, rules: readonly RuleConfig[], files: EditableFiles): FixPlan {
    const plans = planTargets(found, rules, files);
    const edited = new Map<string, { file: string; text: string; edits: Edit[] }>();
    for (const { target, fix } of plans) {
        if (!fix) continue;
        const read = files.read(target.source, target.resource.file) as EditableFile; // otherwise there is no fix
        const file = edited.get(read.file) ?? { file: read.file, text: read.mark + read.text, edits: [] };
        edited.set(read.file, file);
        for (const edit of fix.edits) file.edits.push(edit);
    }
    const lines = [
        ...missing.flatMap(({ client, reason }) => describeMissing(client, reason, rules)),
        ...plans.flatMap(({ plan }) => plan.lines()),
    ];
    return {
        files: [...edited.values()].sort((a, b) => (a.file < b.file ? -1 : 1)),
        made: plans.reduce((sum, { plan }) => sum + plan.fixed.size, 0),
        present: plans.reduce((sum, { plan }) => sum + plan.present, 0),
        notFixed: [...new Set(lines)].sort(new Intl.Collator("en", { numeric: true }).compare),
    };
}

/** Returns the change that fixes the violations of a policy by the clients that a part of a program creates; undefined if there is none. */
export type FindFix = (partKey: string, policy: string) => (() => string) | undefined;

/** Finds the fixes that the command `fix` would make. */
export function findFixes({ found }: Targets, rules: readonly RuleConfig[], files: EditableFiles): FindFix {
    const differOf = once((file: EditableFile) => createDiffer({ file: file.file, text: file.mark + file.text }));
    /** Prints a change without the lines around it, which may have secrets of other resources. */
    const diffOf = ({ target: { source, resource }, editor }: PlannedTarget, patch: Patch) => {
        const fix = editor.edit({ resource, patch });
        const read = files.read(source, resource.file) as EditableFile; // otherwise there is no patch
        return typeof fix === "string" ? "" : differOf(read)(fix.edits, { context: 0 });
    };
    const plans = new Map(
        planTargets(found, rules, files).map(planned => [partKey(planned.target.source, planned.target.resource), planned]),
    );
    return (key, policy) => {
        const planned = plans.get(key);
        const patch = planned && [...planned.plan.fixed].find(([rule]) => rule.name === policy)?.[1];
        return patch && (() => diffOf(planned, patch));
    };
}

/** The fixes of a client, and the edits that make all of them. */
interface PlannedTarget {
    readonly target: Target;
    readonly plan: TargetPlan;
    readonly editor: Editor;
    readonly fix?: Fix;
}

function planTargets(targets: readonly Target[], rules: readonly RuleConfig[], files: EditableFiles): PlannedTarget[] {
    return [...groupBy(targets, ({ source }) => [source.program])].flatMap(([program, targets]) => {
        const editor = new Editor(program);
        const plans = targets.map(target => ({ target, plan: new TargetPlan(target, rules, editor, files) }));
        const changed = plans.filter(({ plan }) => plan.fixed.size > 0);
        const results = planFixes(
            program,
            changed.map(({ plan }) => plan.change),
        );
        const fixes = new Map(changed.map(({ plan }, index) => [plan, results[index] as Fix | NotFixed]));
        return plans.map(({ target, plan }): PlannedTarget => {
            const result = fixes.get(plan);
            if (result && "reason" in result) plan.reject(result);
            return { target, plan, editor, ...(result && "edits" in result && { fix: result }) };
        });
    });
}
