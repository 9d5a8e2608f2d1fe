import { execFileSync } from "node:child_process";
import { cpSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import * as path from "node:path";
import { fence } from "./rule-markdown";

const ROOT = path.resolve(__dirname, "../..");

/** The folders of the repository that the commands read. */
const INPUTS = ["examples/webshop", "presets"];

/** A section with commands, which are run on a day, and what they print: `<!-- run 2026-11-25 -->` ... `<!-- /run -->`. */
const SECTION = /(<!-- run (\S+) -->\n\n```sh\n([\s\S]*?)\n```\n\n)[\s\S]*?(<!-- \/run -->)/g;

/** Runs the commands in docs/adoption.md in order, and writes what they print below them. */
export function updateAdoption(text: string): string {
    return updateSections(text, INPUTS);
}

/** Runs the commands in a document in order, in a folder with copies of the inputs, and writes what they print below them. */
export function updateSections(text: string, inputs: readonly string[], current = "."): string {
    const folder = mkdtempSync(path.join(tmpdir(), "docs-"));
    try {
        for (const input of inputs) cpSync(path.join(ROOT, input), path.join(folder, input), { recursive: true });
        return text.replace(SECTION, (_all, commands: string, day: string, code: string, end: string) => {
            const printed = runCommands(code, day, path.join(folder, current)).trimEnd();
            return commands + (printed === "" ? "" : `${fence("text", printed)}\n\n`) + end;
        });
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

/** In place of npx: runs the command line without building it, and ends the shell if that fails. */
const NPX = 'npx() { shift; node --require "$TSX" --eval "$SCRIPT" -- "$@" || [ $? -eq 1 ] || kill $$; }';

function runCommands(code: string, day: string, folder: string): string {
    const env = {
        PATH: process.env.PATH,
        DAY: day,
        MAIN: path.join(ROOT, "src/cli/main.ts"),
        SCRIPT,
        TSX: require.resolve("tsx/cjs"),
    };
    return execFileSync("sh", ["-c", `set -e\n${NPX}\nexec 2>&1\n${code}`], { cwd: folder, env, encoding: "utf8" });
}
