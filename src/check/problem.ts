import { getSystemErrorMap } from "node:util";

/** Why the command could not judge, in words for its user: each on a line of standard error. */
export class Problem extends Error {
    readonly lines: readonly string[];

    constructor(...lines: readonly string[]) {
        super(lines.join("\n"));
        this.lines = lines;
    }
}

/** What a caught value has to say; of a system call its reason, without the call. */
export function reasonOf(error: unknown): string {
    if (!(error instanceof Error)) return String(error);
    return getSystemErrorMap().get((error as NodeJS.ErrnoException).errno ?? 0)?.[1] ?? error.message;
}
