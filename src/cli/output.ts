import * as fs from "node:fs";
import { resolve } from "node:path";
import { decode } from "../stacks/read";
import { escapeCommands, escapeControlCharacters } from "../util/escape";
import { shorten } from "../util/shorten";
import { reasonOf, UserError } from "../util/user-error";

/** Writes a text to stdout and returns the exit code. A closed pipe (EPIPE, e.g. `| head`) is not an error. */
export function print(stdout: NodeJS.WritableStream, text: string, exitCode = 0): Promise<number> {
    return new Promise((resolve, reject) => {
        stdout.once("error", (error: NodeJS.ErrnoException) => {
            if (error.code === "EPIPE") resolve(exitCode);
            else reject(new UserError(`could not write to standard output: ${reasonOf(error)}.`));
        });
        stdout.write(text, error => error ?? resolve(exitCode));
    });
}

/** The longest message, in characters: an argument or a name in a file can be longer. */
const MAX_MESSAGE = 4000;

/** Writes messages to stderr, one per line. A long one loses its middle. */
export function printMessages(stderr: NodeJS.WritableStream, kind: "error" | "warning", messages: readonly string[]): void {
    const lines = messages.map(message => `${kind}: ${escapeControlCharacters(shorten(message, MAX_MESSAGE))}\n`);
    stderr.write(escapeCommands(lines.join("")));
}

/**
 * Writes a file completely or not at all. Owner, mode and hard links stay. A device or pipe, such as /dev/stderr, is not replaced.
 *
 * @param expected the text that the file had when it was read. The file is left alone if it has changed or its path leads through a link.
 */
export async function writeOutput(file: string, text: string, expected?: string): Promise<void> {
    try {
        const target = realPath(file);
        const existing = fs.statSync(target, { throwIfNoEntry: false });
        if (expected === undefined && existing && !existing.isFile()) await fs.promises.writeFile(target, text);
        else replaceFile(target, text, existing, () => expected === undefined || expectUnchanged(file, expected));
    } catch (error) {
        throw new UserError(`could not write ${file}: ${reasonOf(error)}.`);
    }
}

function realPath(file: string): string {
    try {
        return fs.realpathSync(file);
    } catch {
        return file; // it does not exist yet
    }
}

function expectUnchanged(file: string, expected: string): void {
    if (fs.realpathSync(file) !== resolve(file)) throw new Error("its path leads through a link now");
    if (!fs.statSync(file).isFile() || decode(fs.readFileSync(file)) !== expected.replace(/^\ufeff/, ""))
        throw new Error("it has changed since it was read");
}

/** Replaces a file in one step, without waiting in between, so that a signal ends the process before or after it. */
function replaceFile(file: string, text: string, existing: fs.Stats | undefined, verify: () => void): void {
    deferSignals();
    if (existing && !canRecreate(existing)) {
        verify();
        fs.writeFileSync(file, text);
        return;
    }
    const temporary = `${file}.${process.pid}.tmp`;
    const descriptor = fs.openSync(temporary, "wx", existing ? 0o600 : 0o666);
    try {
        try {
            fs.writeFileSync(descriptor, text);
            if (existing) {
                fs.fchownSync(descriptor, existing.uid, existing.gid);
                fs.fchmodSync(descriptor, existing.mode & 0o7777);
            }
        } finally {
            fs.closeSync(descriptor);
        }
        verify();
        fs.renameSync(temporary, file);
    } catch (error) {
        fs.rmSync(temporary);
        throw error;
    }
}

/** Whether a new file can have the owner and the names of an existing one. */
function canRecreate({ nlink, uid, gid }: fs.Stats): boolean {
    if (nlink > 1) return false;
    const user = process.geteuid?.() ?? 0; // undefined on Windows
    const groups = [process.getegid?.(), ...(process.getgroups?.() ?? [])];
    return user === 0 || (user === uid && groups.includes(gid));
}

const SIGNALS = ["SIGINT", "SIGTERM", "SIGHUP"] as const;

let areSignalsDeferred = false;

/** Lets a signal end the process only when no code runs. */
function deferSignals(): void {
    if (areSignalsDeferred) return;
    areSignalsDeferred = true;
    for (const signal of SIGNALS) process.once(signal, () => process.kill(process.pid, signal));
}
