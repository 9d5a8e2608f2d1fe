import { execFile } from "node:child_process";
import { cpSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import * as path from "node:path";
import { promisify } from "node:util";
import { buildCommandLine } from "./build";
import { fence } from "./rule-markdown";

const ROOT = path.resolve(__dirname, "../..");

/** The folders of the repository that the commands read. */
const INPUTS = ["examples/webshop", "presets"];

/** A section with commands, which are run on a day, and what they print: `<!-- run 2026-11-25 -->` ... `<!-- /run -->`. */
const SECTION = /(<!-- run (\S+) -->\n\n```sh\n([\s\S]*?)\n```\n\n)[\s\S]*?(<!-- \/run -->)/g;

/** Runs the commands in docs/adoption.md in order, and writes what they print below them. */
export function updateAdoption(text: string): Promise<string> {
    return updateSections(text, INPUTS);
}

/** Runs the commands in a document in order, in a folder with copies of the inputs, and writes what they print below them. */
export async function updateSections(text: string, inputs: readonly string[], current = "."): Promise<string> {
    const folder = mkdtempSync(path.join(tmpdir(), "docs-"));
    try {
        for (const input of inputs) cpSync(path.join(ROOT, input), path.join(folder, input), { recursive: true });
        const updated: string[] = [];
        for (const [, commands = "", day = "", code = "", end = ""] of text.matchAll(SECTION)) {
            const printed = (await runCommands(code, day, path.join(folder, current))).trimEnd();
            updated.push(commands + (printed === "" ? "" : `${fence("text", printed)}\n\n`) + end);
        }
        return text.replace(SECTION, () => updated.shift() ?? "");
    } finally {
        rmSync(folder, { recursive: true });
    }
}

/** Sets the current day and runs the command line of this repository. */
const SCRIPT = `
    const now = Date.parse(process.env.DAY);
    globalThis.Date = class extends Date {
        constructor(...values) {
            super(...(values.length === 0 ? [now] : values));
        }
        static now() {
            return now;
        }
    };
    process.argv.splice(1, 0, "main");
    require(process.env.MAIN);`;

/** In place of npx: runs the command line, and ends the shell if that fails. */
const NPX = 'npx() { shift; node --eval "$SCRIPT" -- "$@" || [ $? -eq 1 ] || kill $$; }';

async function runCommands(code: string, day: string, folder: string): Promise<string> {
    const env = {
        PATH: process.env.PATH,
        DAY: day,
        MAIN: buildCommandLine(),
        SCRIPT,
    };
    const { stdout } = await promisify(execFile)("sh", ["-c", `set -e\n${NPX}\nexec 2>&1\n${code}`], { cwd: folder, env });
    return stdout;
}
