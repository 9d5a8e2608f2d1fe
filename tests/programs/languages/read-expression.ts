import type { ReadLanguage } from "../../../src/programs/expression";
import { notation } from "../notation";

/** Returns the notation of the last property of the last construction in a program; `unknown arguments` if its arguments are. */
export function lastValue(read: ReadLanguage, file: string, source: string): string {
    const { constructions, errors } = read(file, source);
    if (errors.length > 0) throw new Error(`${errors[0]?.reason}: ${source}`);
    const args = constructions.at(-1)?.args;
    return args?.kind === "object" ? notation(args.members.at(-1)?.value) : "unknown arguments";
}

/** Repeats what is around a value. */
export function nested(before: string, value: string, after: string, depth: number): string {
    return before.repeat(depth) + value + after.repeat(depth);
}
