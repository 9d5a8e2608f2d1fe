import { open, realpath, rename, rm, stat, writeFile } from "node:fs/promises";
import { parseArgs } from "node:util";
import { rules } from "../rules";
import { CLIENT_TYPE } from "../stack";
import { enumerate, nearest } from "../text";
import { settingsFrom, settingsOf } from "./config";
import { resourcesOf } from "./files";
import { readText, STDIN } from "./input";
import { json } from "./json";
import { packageInfo } from "./package-info";
import { Problem, reasonOf } from "./problem";
import { Progress } from "./progress";
import { type Report, run, type Stack } from "./run";
import { sarif } from "./sarif";
import { harmless, type Screen, text } from "./text";

/** The ways to write a report. */
const FORMATS: ReadonlyMap<string, (report: Report, screen: Screen) => string> = new Map([
    ["text", text],
    ["json", json],
    ["sarif", sarif],
]);

const USAGE = `pulumi-policy-aws-cognito check [--config FILE] [--format ${[...FORMATS.keys()].join("|")}] [--output FILE] [--exit-zero] FILE...`;

const HELP = `Usage: ${USAGE}

Judges the Amazon Cognito app clients in what \`pulumi stack export\` or \`pulumi preview --json\` printed; - reads standard input.
A preview lists resources that it leaves as they are only with --show-sames.

  --config FILE  levels and options of the policies: the file of pulumi's --policy-pack-config
  --format NAME  ${enumerate([...FORMATS.keys()], "or")} (default: text)
  --output FILE  write the report there
  --exit-zero    exit with 0 even if a mandatory policy is violated
  --help         print this
  --version      print the version

Exits with 0 if no mandatory policy is violated, 1 if one is, and 2 if it could not judge.
`;

const OPTIONS = {
    config: { type: "string" },
    format: { type: "string", default: "text" },
    output: { type: "string" },
    "exit-zero": { type: "boolean" },
    help: { type: "boolean" },
    version: { type: "boolean" },
} as const;

type Streams = Pick<NodeJS.Process, "stdin" | "stdout" | "stderr">;

/** Runs the command and returns its exit code. */
export async function command(args: readonly string[], streams: Streams): Promise<number> {
    try {
        return await check(args, streams);
    } catch (error) {
        const lines = error instanceof Problem ? error.lines : [`this is a bug: ${reasonOf(error)}`];
        streams.stderr.write(lines.map(line => `error: ${harmless(line)}\n`).join(""));
        return 2;
    }
}

async function check(args: readonly string[], { stdin, stdout, stderr }: Streams): Promise<number> {
    const { values, positionals } = parse(args);
    if (values.help) return print(stdout, HELP, 0);
    if (values.version) return print(stdout, `${packageInfo().version}\n`, 0);

    const [name, ...files] = positionals;
    if (name === undefined) throw new Problem(`no command. Usage: ${USAGE}`);
    if (name !== "check") throw new Problem(`there is no command ${name}; it is check. Usage: ${USAGE}`);
    if (files.length === 0) throw new Problem(`no FILE. Usage: ${USAGE}`);
    const format = FORMATS.get(values.format);
    if (!format) throw new Problem(`there is no format ${values.format}; it takes ${enumerate([...FORMATS.keys()], "or")}.`);

    const progress = new Progress(stderr);
    const settings = values.config === undefined ? settingsOf(rules) : await read(values.config, stdin, text => settingsFrom(rules, text));
    const stacks: Stack[] = [];
    for (const file of new Set(files)) stacks.push({ file, resources: await read(file, stdin, resourcesOf) });
    for (const { file } of stacks.filter(({ resources }) => !resources.some(({ type }) => type === CLIENT_TYPE))) {
        stderr.write(`${harmless(titleOf(file))}: there are no app clients\n`);
    }
    const report = run(stacks, settings, progress.judged);
    progress.clear();

    const code = !values["exit-zero"] && report.violations.some(({ level }) => level === "mandatory") ? 1 : 0;
    if (values.output === undefined) return print(stdout, format(report, screenOf(stdout)), code);
    try {
        await save(values.output, format(report, screenOf()));
    } catch (error) {
        throw new Problem(`${values.output}: could not be written: ${reasonOf(error)}.`);
    }
    return code;
}

function parse(args: readonly string[]) {
    try {
        return parseArgs({ args: [...args], options: OPTIONS, allowPositionals: true });
    } catch (error) {
        const said = reasonOf(error).replace(/\.[ \n](?:To|Did) .*/s, "");
        const flag = /Unknown option '--(.*)'/.exec(said)?.[1];
        const meant = flag && nearest(flag, Object.keys(OPTIONS));
        throw new Problem(meant ? `${said}; did you mean --${meant}?` : `${said}. Usage: ${USAGE}`);
    }
}

/** Reads a file and has its text understood; what is wrong with it begins with its name. */
async function read<T>(file: string, stdin: AsyncIterable<Uint8Array>, understand: (text: string) => T): Promise<T> {
    try {
        return understand(await readText(file, stdin));
    } catch (error) {
        throw error instanceof Problem ? new Problem(...error.lines.map(line => `${titleOf(file)}: ${line}`)) : error;
    }
}

function titleOf(file: string): string {
    return file === STDIN ? "standard input" : file;
}

function screenOf(stream?: NodeJS.WriteStream): Screen {
    return { columns: Math.min(stream?.columns || 100, 120), colours: stream?.hasColors?.() ?? false };
}

/** Whoever stops reading, as `head` does, has read enough. */
function print(stream: NodeJS.WritableStream, words: string, code: number): Promise<number> {
    return new Promise((resolve, reject) => {
        stream.once("error", (error: NodeJS.ErrnoException) => {
            if (error.code === "EPIPE") resolve(code);
            else reject(new Problem(`standard output: ${reasonOf(error)}.`));
        });
        stream.write(words, error => error ?? resolve(code));
    });
}

/** Writes a file whole or not at all. What is no regular file, as /dev/stderr, is written to and not replaced. */
async function save(file: string, words: string): Promise<void> {
    const target = await realpath(file).catch(() => file);
    const found = await stat(target).catch(() => undefined);
    if (found && !found.isFile()) return writeFile(target, words);

    const temporary = `${target}.${process.pid}.tmp`;
    const handle = await open(temporary, "wx");
    try {
        await handle.writeFile(words).finally(() => handle.close());
        await rename(temporary, target);
    } catch (error) {
        await rm(temporary);
        throw error;
    }
}
