import { promises as fs } from "node:fs"; // loaded when a file is written, unlike node:fs/promises
import { escapeCommands, escapeControlCharacters } from "../util/escape";
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

/** Writes messages to stderr, one per line. */
export function printMessages(stderr: NodeJS.WritableStream, kind: "error" | "warning", messages: readonly string[]): void {
    stderr.write(escapeCommands(messages.map(message => `${kind}: ${escapeControlCharacters(message)}\n`).join("")));
}

/** Writes a file completely or not at all; its mode stays. A device or pipe, such as /dev/stderr, is not replaced. */
export async function writeOutput(file: string, text: string): Promise<void> {
    try {
        const target = await fs.realpath(file).catch(() => file);
        const existing = await fs.stat(target).catch(() => undefined);
        if (existing && !existing.isFile()) await fs.writeFile(target, text);
        else await replaceFile(target, text, existing?.mode);
    } catch (error) {
        throw new UserError(`could not write ${file}: ${reasonOf(error)}.`);
    }
}

async function replaceFile(file: string, text: string, mode?: number): Promise<void> {
    const temporary = `${file}.${process.pid}.tmp`;
    const handle = await fs.open(temporary, "wx");
    try {
        try {
            await handle.writeFile(text);
            if (mode !== undefined) await handle.chmod(mode);
        } finally {
            await handle.close();
        }
        await fs.rename(temporary, file);
    } catch (error) {
        await fs.rm(temporary);
        throw error;
    }
}
