import { noStackErrors, warningsFor } from "../../stacks/messages";
import type { Sources } from "./read-sources";
import { toResources } from "./to-stacks";

/** Returns why there is nothing to check; nothing if there is a state, a preview or a program. */
export function noSourceErrors(sources: Sources): readonly string[] {
    return sources.stacks.length + sources.programs.length === 0 ? noStackErrors(sources) : [];
}

/** Returns what a report does not say: which sources have no clients, and that files were skipped. */
export function sourceWarnings({ stacks, programs, skipped }: Sources, paths: readonly string[]): string[] {
    const read = programs.filter(({ program }) => program.errors.length === 0);
    const all = [...stacks, ...read.map(({ file, program }) => ({ file, resources: toResources(program) }))];
    const named = read.filter(({ isNamed }) => isNamed).map(({ file }) => file);
    return warningsFor({ stacks: all, skipped }, [...paths, ...named]);
}
