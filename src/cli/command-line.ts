import { parseArgs } from "node:util";
import { packageInfo } from "../util/package-info";
import { reasonOf, UsageError, UserError } from "../util/user-error";
import { enumerate, nearest } from "../util/wording";
import type { Command, Streams } from "./command";
import { print, printMessages } from "./output";

// biome-ignore lint/suspicious/noExplicitAny: the commands have different options.
type AnyCommand = Command<any>;

/** The functions that load the commands, by name: most runs need only one of them. */
const COMMANDS: ReadonlyMap<string, () => AnyCommand> = new Map<string, () => AnyCommand>([
    ["check", () => (require("./check") as typeof import("./check")).check],
    ["baseline", () => (require("./baseline") as typeof import("./baseline")).baseline],
    ["fix", () => (require("./fix") as typeof import("./fix")).fix],
    ["explain", () => (require("./explain") as typeof import("./explain")).explain],
    ["rules", () => (require("./rules") as typeof import("./rules")).listRules],
]);

function loadCommands(): AnyCommand[] {
    return [...COMMANDS.values()].map(load => load());
}

const PROGRAM = "pulumi-policy-aws-cognito";

const USAGE = `Usage: ${PROGRAM} <command> [options]`;

function help(): string {
    return `Checks the Amazon Cognito app clients of Pulumi stacks.

Commands:
${loadCommands()
    .map(({ name, summary }) => `  ${name.padEnd(9)}  ${summary}`)
    .join("\n")}

Options:
  --help     print this help or, after a command, the help of the command
  --version  print the version
`;
}

const GLOBAL_OPTIONS = { help: { type: "boolean" }, version: { type: "boolean" } } as const;

/** Runs a command and returns its exit code. Errors are printed to stderr; their exit code is 2. */
export async function runCommandLine(args: readonly string[], streams: Streams): Promise<number> {
    try {
        return await run(args, streams);
    } catch (error) {
        printMessages(streams.stderr, "error", error instanceof UserError ? error.lines : [describeBug(error)]);
        return 2;
    }
}

async function run(args: readonly string[], streams: Streams): Promise<number> {
    const { command, rest } = findCommand(args);
    const usage = command ? `Usage: ${PROGRAM} ${command.name} ${command.usage}` : USAGE;
    try {
        const { values, positionals } = parse(rest, command);
        if (values.help) return await print(streams.stdout, `${usage}\n\n${command?.help ?? help()}`);
        if (values.version) return await print(streams.stdout, `${packageInfo().version}\n`);
        if (!command) throw new UsageError("no command given");
        return await command.run(values, positionals, streams);
    } catch (error) {
        throw error instanceof UsageError ? new UserError(`${error.message}. ${usage}`) : error;
    }
}

/** Finds the command, which may follow options, and the other arguments. */
function findCommand(args: readonly string[]): { command?: AnyCommand; rest: readonly string[] } {
    const [first = "", ...others] = args;
    const loadFirst = COMMANDS.get(first);
    if (loadFirst) return { command: loadFirst(), rest: others };
    const options = Object.assign({}, ...loadCommands().map(({ options }) => options));
    const { tokens } = parseArgs({ args: [...args], options, strict: false, allowPositionals: true, tokens: true });
    const token = tokens.find(token => token.kind === "positional");
    if (!token) return { rest: args };
    const load = COMMANDS.get(token.value);
    if (!load) throw new UserError(unknownCommand(token.value));
    return { command: load(), rest: args.filter((_arg, index) => index !== token.index) };
}

function unknownCommand(name: string): string {
    const names = [...COMMANDS.keys()];
    const suggestion = nearest(name, names);
    const hint = suggestion ? `did you mean "${suggestion}"?` : `the commands are ${enumerate(names)}.`;
    return `unknown command "${name}"; ${hint}`;
}

function parse(args: readonly string[], command?: Command) {
    const options = { ...command?.options, ...GLOBAL_OPTIONS };
    try {
        return parseArgs({ args: [...args], options, allowPositionals: true });
    } catch (error) {
        const message = reasonOf(error);
        const [, flag = ""] = /'(--?[^' ]*)/.exec(message) ?? [];
        if (/^Unknown option/.test(message)) throw unknownOption(flag, Object.keys(options));
        throw new UsageError(/does not take/.test(message) ? `${flag} does not accept a value` : `${flag} needs a value`);
    }
}

function unknownOption(flag: string, options: readonly string[]): UserError {
    const suggestion = nearest(flag.replace(/^-+/, ""), options);
    return suggestion ? new UserError(`unknown option ${flag}; did you mean --${suggestion}?`) : new UsageError(`unknown option ${flag}`);
}

function describeBug(error: unknown): string {
    return `${reasonOf(error)}. This is a bug; please report it at ${packageInfo().bugs}`;
}
