import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Readable, Writable } from "node:stream";
import { WriteStream } from "node:tty";
import { after, before } from "mocha";
import { command } from "../../src/check/command";
import { Problem } from "../../src/check/problem";
import { ROOT } from "../pack";

/** What starts the command, for Node.js. */
export const MAIN: readonly string[] = ["--require", "tsx/cjs", join(ROOT, "src/check/main.ts")];

/** The type of the resources that are judged. */
export const CLIENT = "aws:cognito/userPoolClient:UserPoolClient";

export function urnOf(name: string, type = CLIENT): string {
    return `urn:pulumi:dev::shop::${type}::${name}`;
}

/** A resource as a state or a step of a preview holds it. */
export function resource(name: string, inputs?: unknown, more: { type?: string } & Record<string, unknown> = {}): object {
    const type = more.type ?? CLIENT;
    return { urn: urnOf(name, type), custom: true, type, ...(inputs !== undefined && { inputs }), ...more };
}

/** What `pulumi stack export` prints. */
export function state(...resources: unknown[]): string {
    return JSON.stringify({ version: 3, deployment: { manifest: {}, resources } });
}

/** What `pulumi preview --json` prints. */
export function preview(...steps: unknown[]): string {
    return JSON.stringify({ config: {}, steps, duration: 1, changeSummary: { create: 1 } });
}

/** A folder that is there for the tests of a suite. */
export function folder(): { write(name: string, content: string | Uint8Array): string; path(name: string): string } {
    let root = "";
    before(() => {
        root = mkdtempSync(join(tmpdir(), "check-"));
    });
    after(() => rmSync(root, { recursive: true, force: true }));
    const path = (name: string) => join(root, name);
    return {
        path,
        write(name, content) {
            writeFileSync(path(name), content);
            return path(name);
        },
    };
}

export interface Outcome {
    readonly code: number;
    readonly stdout: string;
    readonly stderr: string;
}

/**
 * Runs the command in this process; `terminal` makes of its streams one with these columns, whose colours are Node's own decision,
 * and `broken` is what comes of writing to standard output.
 */
export async function check(
    args: readonly string[],
    stdin = "",
    terminal?: { columns: number },
    broken?: (done: (error: Error) => void) => void,
): Promise<Outcome> {
    const written = { stdout: "", stderr: "" };
    const stream = (name: "stdout" | "stderr") => {
        const writable = new Writable({
            write(chunk, _encoding, done) {
                if (broken && name === "stdout") return broken(done);
                written[name] += chunk;
                done();
            },
        });
        const { hasColors, getColorDepth } = WriteStream.prototype;
        return Object.assign(writable, terminal && { ...terminal, isTTY: true, hasColors, getColorDepth });
    };
    const streams = { stdin: Readable.from([Buffer.from(stdin)]), stdout: stream("stdout"), stderr: stream("stderr") };
    const code = await command(args, streams as unknown as Parameters<typeof command>[1]);
    return { code, ...written };
}

/** What a function finds wrong, line by line; nothing if it is content. */
export function problemsOf(action: () => unknown): readonly string[] {
    try {
        action();
    } catch (error) {
        if (error instanceof Problem) return error.lines;
        throw error;
    }
    return [];
}
