import { parseArgs } from "node:util";
import { packageInfo } from "../util/package-info";
import { reasonOf, UsageError, UserError } from "../util/user-error";
import { enumerate, nearest } from "../util/wording";
import { baseline } from "./baseline";
import { check } from "./check";
import type { Command, CommandOptions, Streams } from "./command";
import { explain } from "./explain";
import { fix } from "./fix";
import { print, printMessages } from "./output";
import { listRules } from "./rules";

// biome-ignore lint/suspicious/noExplicitAny: the commands have different options.
type AnyCommand = Command<any>;

const COMMANDS: readonly AnyCommand[] = [check, baseline, fix, explain, listRules];

const PROGRAM = "pulumi-policy-aws-cognito";

const USAGE = `Usage: ${PROGRAM} <command> [options]`;

/** The name of the command that prints help, which can be followed by another. */
const HELP = "help";

const HELP_TEXT = `Checks the Amazon Cognito app clients of Pulumi stacks.

Commands:
${COMMANDS.map(({ name, summary }) => `  ${name.padEnd(15)}${summary}`).join("\n")}
  help [COMMAND] print this help, or the help of a command

Options:
  -h, --help     print this help or, after a command, the help of the command
  -v, --version  print the version
`;

const GLOBAL_OPTIONS = { help: { type: "boolean", short: "h" }, version: { type: "boolean", short: "v" } } as const;

/** Runs a command and returns its exit code. Errors are printed to stderr; their exit code is 2. */
export async function runCommandLine(args: readonly string[], streams: Streams): Promise<number> {
    streams.stderr.on("error", () => {}); // closed or full: the exit code and the report are still right
    try {
        return await run(args, streams);
    } catch (error) {
        printMessages(streams.stderr, "error", error instanceof UserError ? error.lines : [describeBug(error)]);
        return 2;
    }
}

async function run([first, ...others]: readonly string[], streams: Streams): Promise<number> {
    const args = first === undefined ? [] : first === HELP ? [...others, "--help"] : [first, ...others];
    const { command, rest } = findCommand(args);
    const usage = command ? `Usage: ${PROGRAM} ${command.name} ${command.usage}` : USAGE;
    try {
        const { values, positionals } = parse(rest, { ...command?.options, ...GLOBAL_OPTIONS });
        if (values.help) return await print(streams.stdout, `${usage}\n\n${command?.help ?? HELP_TEXT}`);
        if (values.version) return await print(streams.stdout, `${packageInfo().version}\n`);
        if (!command) throw new UsageError("no command given");
        return await command.run(values, positionals, streams);
    } catch (error) {
        throw error instanceof UsageError ? new UserError(`${error.message}. ${usage}`) : error;
    }
}

/** Finds the command, which may follow options, and the other arguments. */
function findCommand(args: readonly string[]): { command?: AnyCommand; rest: readonly string[] } {
    const options: CommandOptions = Object.assign({}, ...COMMANDS.map(({ options }) => options), GLOBAL_OPTIONS);
    const { tokens } = parseArgs({ args: [...args], options, strict: false, tokens: true });
    const token = tokens.find(token => token.kind === "positional");
    if (!token) return { rest: args };
    const command = COMMANDS.find(({ name }) => name === token.value);
    if (!command) throw new UserError(describeUnknownCommand(token.value));
    return { command, rest: args.filter((_arg, index) => index !== token.index) };
}

function describeUnknownCommand(name: string): string {
    const names = [...COMMANDS.map(({ name }) => name), HELP];
    const suggestion = nearest(name, names);
    const hint = suggestion ? `did you mean "${suggestion}"?` : `the commands are ${enumerate(names)}.`;
    return `unknown command "${name}"; ${hint}`;
}

function parse(args: readonly string[], options: CommandOptions) {
    try {
        return parseArgs({ args: [...args], options, allowPositionals: true });
    } catch (error) {
        throw toUserError(error as NodeJS.ErrnoException, args, options);
    }
}

/** Converts an error of parseArgs, which has a code but names the option only in its message. */
function toUserError(error: NodeJS.ErrnoException, args: readonly string[], options: CommandOptions): Error {
    const { tokens } = parseArgs({ args: [...args], options, strict: false, tokens: true });
    const given = tokens.filter(token => token.kind === "option");
    if (error.code === "ERR_PARSE_ARGS_UNKNOWN_OPTION") {
        const unknown = given.find(({ name }) => !Object.hasOwn(options, name));
        if (unknown) return unknownOption(unknown.rawName, Object.keys(options));
    }
    if (error.code === "ERR_PARSE_ARGS_INVALID_OPTION_VALUE") {
        const isFlag = (name: string) => options[name]?.type === "boolean";
        const invalid = given.find(({ name, value, inlineValue }) => {
            return isFlag(name) ? value !== undefined : value === undefined || (!inlineValue && /^-./.test(value));
        });
        if (invalid) return new UsageError(`${invalid.rawName} ${isFlag(invalid.name) ? "does not accept" : "needs"} a value`);
    }
    return error;
}

function unknownOption(flag: string, options: readonly string[]): UserError {
    const suggestion = nearest(flag.replace(/^-+/, ""), options);
    return suggestion ? new UserError(`unknown option ${flag}; did you mean --${suggestion}?`) : new UsageError(`unknown option ${flag}`);
}

function describeBug(error: unknown): string {
    return `${reasonOf(error)}. This is a bug; please report it at ${packageInfo().bugs}`;
}
