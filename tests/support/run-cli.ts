import { join } from "node:path";
import { Readable, Writable } from "node:stream";
import { WriteStream } from "node:tty";
import { runCommandLine } from "../../src/cli/command-line";
import { PACKAGE_FOLDER } from "../../src/util/package-info";

/** The module that the bin runs. */
export const MAIN_MODULE = join(PACKAGE_FOLDER, "src/cli/main.ts");

/** The arguments of Node.js that run the command line. */
export const MAIN: readonly string[] = ["--require", "tsx/cjs", MAIN_MODULE];

export interface Outcome {
    readonly code: number;
    readonly stdout: string;
    readonly stderr: string;
}

export interface Environment {
    readonly stdin?: string;
    /** Makes the streams a terminal of this width, whose colors depend on the environment variables. */
    readonly columns?: number;
    /** The environment variables, instead of those of this process. */
    readonly env?: NodeJS.ProcessEnv;
    /** Handles what is written to stdout, for example with an error. */
    readonly write?: (done: (error?: Error) => void) => void;
}

/** Runs the command line in this process. */
export async function run(args: readonly string[], { stdin = "", columns, env = process.env, write }: Environment = {}): Promise<Outcome> {
    const written = { stdout: "", stderr: "" };
    const stream = (name: "stdout" | "stderr") => {
        const writable = new Writable({
            write(chunk, _encoding, done) {
                if (write && name === "stdout") return write(done);
                written[name] += chunk;
                done();
            },
        });
        const { hasColors, getColorDepth } = WriteStream.prototype;
        return Object.assign(writable, columns !== undefined && { columns, isTTY: true, hasColors, getColorDepth });
    };
    const streams = { stdin: Readable.from([Buffer.from(stdin)]), stdout: stream("stdout"), stderr: stream("stderr") };
    const { env: original } = process;
    process.env = env;
    try {
        const code = await runCommandLine(args, streams as unknown as Parameters<typeof runCommandLine>[1]);
        return { code, ...written };
    } finally {
        process.env = original;
    }
}
