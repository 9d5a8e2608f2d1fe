import type { RuleConfig } from "../../core/rule";
import { formatLocation } from "../../stacks/positions/location";
import type { Project } from "../../stacks/positions/project";
import type { Input } from "../../stacks/read-stacks";
import { groupClients } from "./client-groups";
import type { EditedFile } from "./diff";
import { editBlock } from "./edit-values";
import { type NotFixed, planGroup } from "./group-plan";

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

/** Plans the fixes of rules in the program that creates the clients of some stacks. */
export async function planFixes(stacks: Input["stacks"], rules: readonly RuleConfig[], project: Project): Promise<FixPlan> {
    const files = new Map<string, EditedFile>();
    const notFixed: NotFixed[] = [];
    let made = 0;
    let present = 0;
    for (const group of await groupClients(stacks, project)) {
        const plan = planGroup(group, rules);
        made += plan.made;
        present += plan.present;
        notFixed.push(...plan.notFixed);
        if (typeof group.target === "string" || Object.keys(plan.changes).length === 0) continue;
        const { program, syntax, block } = group.target;
        const { file, mark, text } = program;
        const edits = editBlock(block, plan.changes, { text, syntax }).map(edit => ({
            ...edit,
            start: edit.start + mark.length,
            end: edit.end + mark.length,
        }));
        files.set(file, { file, text: mark + text, edits: [...(files.get(file)?.edits ?? []), ...edits] });
    }
    const sorted = [...files.values()].sort((a, b) => compare(a.file, b.file));
    return { files: sorted, made, present, notFixed: formatNotFixed(notFixed) };
}

/** Formats what is not fixed, sorted by position. Stacks of the same program have the same lines, which are listed once. */
function formatNotFixed(notFixed: readonly NotFixed[]): string[] {
    const lines = notFixed.map(({ client: { resource, place, file }, rule, message }) => {
        const position = place.location ? formatLocation(place.location) : file;
        return `${position}: ${resource.name}: ${rule.name}: ${message}`;
    });
    return [...new Set(lines)].sort(new Intl.Collator("en", { numeric: true }).compare);
}

function compare(a: string, b: string): number {
    return a < b ? -1 : 1;
}
