import { join } from "node:path";
import { CLIENT_TYPES } from "../../core/user-pools";
import { displayName } from "../../stacks/read";
import { countOf } from "../../util/wording";
import { isChecked, pathFromHere, resourcesOf } from "./program-source";
import type { Sources } from "./read-sources";

/** Returns why there is nothing to check; nothing if there is a state, a preview or a program. */
export function noSourceErrors({ stacks, programs, errors, skipped }: Sources): readonly string[] {
    if (stacks.length + programs.length > 0) return [];
    return skipped === 0 ? errors : [...errors, `no state or preview found in ${countOf(skipped, "file")}.`];
}

/** Returns what is wrong with the files of programs. */
export function programErrors({ programs }: Sources): string[] {
    return programs.flatMap(source =>
        source.program.errors
            .filter(error => isChecked(source, error))
            .map(({ file, line, reason }) => {
                const path = pathFromHere(join(source.folder, file));
                const text = reason.replace(/\.$/, "");
                return line === undefined ? `could not read ${path}: ${text}.` : `${path}:${line}: ${text}.`;
            }),
    );
}

/** Returns what a report does not say: which sources have no clients, and that files were skipped. */
export function sourceWarnings({ stacks, programs, skipped }: Sources): string[] {
    const read = programs.filter(({ program }) => program.errors.length === 0);
    const all = [...stacks, ...read.map(source => ({ ...source, resources: resourcesOf(source) }))];
    const empty = all.filter(({ resources }) => !resources.some(({ type }) => CLIENT_TYPES.has(type)));
    const named = empty.filter(({ isNamed }) => isNamed);
    const warnings = named.map(({ file }) => `${displayName(file)}: no Cognito app clients found`);
    if (empty.length === all.length && named.length < empty.length)
        warnings.push(`no Cognito app clients found in ${countOf(empty.length - named.length, "stack")}`);
    if (skipped > 0) warnings.push(`skipped ${countOf(skipped, "file")} without a state or a preview`);
    return warnings;
}
