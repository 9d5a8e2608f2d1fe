import type { ParseArgsConfig, parseArgs } from "node:util";

export type Streams = Pick<NodeJS.Process, "stdin" | "stdout" | "stderr">;

export type CommandOptions = NonNullable<ParseArgsConfig["options"]>;

/** A command of the command line, such as `check`. */
export interface Command<O extends CommandOptions = CommandOptions> {
    readonly name: string;
    /** What the command does, for the list of commands. */
    readonly summary: string;
    /** The arguments after the name: `[--config FILE] FILE...`. */
    readonly usage: string;
    /** What --help prints below the usage. */
    readonly help: string;
    readonly options: O;
    /** Runs the command and returns the exit code. Throws a UserError for what the user can correct. */
    run(values: ReturnType<typeof parseArgs<{ options: O }>>["values"], positionals: readonly string[], streams: Streams): Promise<number>;
}

/** Returns the command unchanged; gives `run` the types of its options. */
export function defineCommand<O extends CommandOptions>(command: Command<O>): Command<O> {
    return command;
}
