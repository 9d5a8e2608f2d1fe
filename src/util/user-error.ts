import { getSystemErrorMap } from "node:util";

/** An error that the user can correct. Each line is printed to stderr. */
export class UserError extends Error {
    readonly lines: readonly string[];

    constructor(...lines: readonly string[]) {
        super(lines.join("\n"));
        this.lines = lines;
    }
}

/** Invalid arguments. The command line prints the usage behind the message, which has no period. */
export class UsageError extends UserError {}

/** Returns why something failed: for a system call, the reason without the name of the call. */
export function reasonOf(error: unknown): string {
    if (!(error instanceof Error)) return String(error);
    return getSystemErrorMap().get((error as NodeJS.ErrnoException).errno ?? 0)?.[1] ?? error.message;
}
