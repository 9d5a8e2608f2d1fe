import { CLIENT_TYPES } from "../core/user-pools";
import { countOf } from "../util/wording";
import { displayName } from "./read";
import type { Input } from "./read-stacks";

/** Returns why there is nothing to check. */
export function noStackErrors({ errors, skipped }: Input): readonly string[] {
    return skipped === 0 ? errors : [...errors, `no state or preview found in ${countOf(skipped, "file")}.`];
}

/** The types of the resources in each file. */
interface Resources extends Pick<Input, "skipped"> {
    readonly stacks: readonly { readonly file: string; readonly resources: readonly { readonly type: string }[] }[];
}

/** Returns what a report does not say: which stacks have no clients, and that files were skipped. */
export function warningsFor({ stacks, skipped }: Resources, paths: readonly string[]): string[] {
    const empty = stacks.filter(({ resources }) => !resources.some(({ type }) => CLIENT_TYPES.has(type))).map(({ file }) => file);
    const named = empty.filter(file => paths.includes(file));
    const warnings = named.map(file => `${displayName(file)}: no Cognito app clients found`);
    if (empty.length === stacks.length && named.length < empty.length)
        warnings.push(`no Cognito app clients found in ${countOf(empty.length - named.length, "stack")}`);
    if (skipped > 0) warnings.push(`skipped ${countOf(skipped, "file")} without a state or a preview`);
    return warnings;
}
