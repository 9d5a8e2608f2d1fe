import * as assert from "node:assert/strict";
import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { linkSync, readdirSync, readFileSync } from "node:fs";
import { Readable } from "node:stream";
import { text } from "node:stream/consumers";
import { pipeline } from "node:stream/promises";
import { gzipSync } from "node:zlib";
import { describe, it } from "mocha";
import { PACKAGE_FOLDER } from "../../src/util/package-info";
import { folder, resource, state } from "../support/check";
import { MAIN, MAIN_MODULE } from "../support/run-cli";

interface Result {
    readonly code: number | null;
    readonly signal: NodeJS.Signals | null;
    readonly stdout: string;
    readonly stderr: string;
}

interface Running {
    readonly child: ChildProcess;
    readonly result: Promise<Result>;
}

function start(program: string, ...args: readonly string[]): Running {
    const child = spawn(program, args, { cwd: PACKAGE_FOLDER, stdio: "pipe" });
    const closed = once(child, "close") as Promise<[Result["code"], Result["signal"]]>;
    const result = Promise.all([closed, text(child.stdout), text(child.stderr)]);
    return { child, result: result.then(([[code, signal], stdout, stderr]) => ({ code, signal, stdout, stderr })) };
}

/** Enables one rule, so that the output is known. */
const CONFIG = JSON.stringify({ all: "disabled", "require-prevent-user-existence-errors": "mandatory" });

/** Returns a state with clients that violate the rule. */
function stateWithClients(count: number, name = "web"): string {
    return state(...Array.from({ length: count }, (_, index) => resource(`${name}${index}`, { preventUserExistenceErrors: "LEGACY" })));
}

function summaryOf(count: string): string {
    return `${count} clients: ${count} mandatory and 0 advisory violations, 0 exempt, 0 unknown\n`;
}

/** Generates a state with one client and other resources of 2 kB each, piece by piece. */
function* largeState(resources: number): Generator<string> {
    const [start, end] = stateWithClients(1).split(/(?=\]\}\}$)/) as [string, string];
    yield start;
    for (let index = 0; index < resources; index++) {
        const bucket = { acl: "private", tags: { notes: "x".repeat(1900) } };
        yield `,${JSON.stringify(resource(`bucket${index}`, bucket, { type: "aws:s3/bucket:Bucket" }))}`;
    }
    yield end;
}

describe("check under stress", function () {
    this.timeout(60_000);

    const { write, path } = folder();
    const config = () => write("config.json", CONFIG);
    const startCheck = (...args: readonly string[]) => start(process.execPath, ...MAIN, "check", "--config", config(), ...args);
    /**
     * Starts a check with a heap of this many MiB that prints its peak memory in KiB to stderr. On Linux a process starts with the peak
     * of the one that starts it, which for this process is high, so a small process starts the check.
     */
    const startMeasured = (heap: number, file: string) => {
        const program = `
            process.argv.splice(1, 0, "main");
            require(${JSON.stringify(MAIN_MODULE)});
            process.on("exit", () => console.error(process.resourceUsage().maxRSS));`;
        const flags = [`--max-old-space-size=${heap}`, "--require", "tsx/cjs", "--eval", program];
        const args = JSON.stringify([...flags, "--", "check", "--config", config(), file]);
        const starter = `process.exitCode = child_process.spawnSync(process.execPath, ${args}, { stdio: "inherit" }).status;`;
        return start(process.execPath, "--eval", starter);
    };
    const temporaryFiles = () => readdirSync(path(".")).filter(name => name.endsWith(".tmp"));

    it("checks a state of 100,000 resources and 200 MB in 2 GiB of memory", async () => {
        const { child, result } = startMeasured(1024, "-"); // a heap of half the memory
        let size = 0;
        const input = Readable.from(largeState(100_000)).on("data", piece => {
            size += piece.length;
        });
        await Promise.all([pipeline(input, child.stdin as NodeJS.WritableStream), result]);
        const { code, stdout, stderr } = await result;
        assert.equal(code, 1, stderr);
        assert.ok(stdout.endsWith("\n1 client: 1 mandatory and 0 advisory violations, 0 exempt, 0 unknown\n"), stdout);
        assert.ok(size > 200e6, `${size} bytes`);
        assert.ok(Number(stderr) < 2 * 1024 * 1024, `${stderr} KiB`);
    });

    it("checks 1,000 stacks of 500 kB in the memory that their clients need", async () => {
        write("stacks/0.json.gz", gzipSync([...largeState(250)].join("")));
        for (let index = 1; index < 1000; index++) linkSync(path("stacks/0.json.gz"), path(`stacks/${index}.json.gz`));
        const { code, stdout, stderr } = await startMeasured(64, path("stacks")).result;
        assert.equal(code, 1, stderr);
        assert.ok(stdout.endsWith(`\n1,000 stacks, ${summaryOf("1,000")}`), stdout);
        assert.ok(Number(stderr) < 300 * 1024, `${stderr} KiB`);
    });

    it("stops decompressing a file that is made to fill the memory", async () => {
        const bomb = write("bomb.json.gz", Buffer.concat(Array(20).fill(gzipSync("[],".repeat(10e6 / 3)))));
        const { code, stdout, stderr } = await startMeasured(64, bomb).result;
        const [, error, kilobytes] = /^(.*)\n(\d+)\n$/.exec(stderr) ?? [];
        assert.deepEqual([code, stdout, error], [2, "", `error: could not read ${bomb}: it expands to more than 100 times its size.`]);
        assert.ok(Number(kilobytes) < 300 * 1024, `${kilobytes} KiB`);
    });

    it("stops reading input that does not fit in a string", async function () {
        if (process.platform === "win32") this.skip();
        const reason = "it is larger than 536 MB. Remove resources of other services first, for example with jq.";
        const piped = `head -c 600000000 /dev/zero | exec "$@" /dev/stdin`;
        const { code, stderr } = await start("sh", "-c", piped, "sh", process.execPath, ...MAIN, "check").result;
        assert.deepEqual([code, stderr], [2, `error: could not read /dev/stdin: ${reason}\n`]);
    });

    it("gives the same report in concurrent runs on a folder with a broken file", async () => {
        const text = stateWithClients(100);
        for (const name of ["a", "b", "c"]) write(`shared/${name}.json`, text);
        const broken = write("shared/broken.json", text.slice(0, -1));
        const runs = Array.from({ length: 4 }, () => startCheck(path("shared")).result);
        const [first, ...others] = await Promise.all(runs);
        assert.ok(first);
        const place = `line 1, column ${text.length}`;
        assert.deepEqual([first.code, first.stderr], [2, `error: ${broken}: unexpected end of JSON at ${place} (truncated file?)\n`]);
        assert.ok(first.stdout.endsWith(`\n3 stacks, ${summaryOf("300")}1 input could not be checked.\n`), first.stdout);
        for (const other of others) assert.deepEqual(other, first);
    });

    it("summarizes 10,000 violations in a readable line", async () => {
        const { code, stdout } = await startCheck(write("many.json", stateWithClients(10_000))).result;
        assert.deepEqual([code, stdout.match(/^ {2}mandatory {2}/gm)?.length], [1, 10_000]);
        assert.ok(stdout.endsWith(`\n\n${summaryOf("10,000")}`));
    });

    it("leaves no temporary file if it is interrupted", async () => {
        const output = write("kept.txt", "old");
        const files = [write("none.json", state()), write("many.json", stateWithClients(50_000))];
        const { child, result } = startCheck("--output", output, ...files);
        child.stderr?.once("data", () => child.kill("SIGINT")); // the warning about the first file, before the second is evaluated
        const { signal, stdout } = await result;
        assert.deepEqual([signal, stdout, readFileSync(output, "utf8"), temporaryFiles()], ["SIGINT", "", "old", []]);
    });

    it("keeps the existing report if there is no space for a new one", async function () {
        if (process.platform === "win32") this.skip();
        const output = write("kept.txt", "old");
        const limited = `trap "" XFSZ; ulimit -f 512; exec "$@"`; // blocks of 512 or 1,024 bytes
        const file = write("many.json", stateWithClients(10_000));
        const command = [process.execPath, ...MAIN, "check", "--config", config(), "--output", output, file];
        const { code, stdout, stderr } = await start("sh", "-c", limited, "sh", ...command).result;
        assert.deepEqual([code, stdout, stderr], [2, "", `error: could not write ${output}: file too large.\n`]);
        assert.deepEqual([readFileSync(output, "utf8"), temporaryFiles()], ["old", []]);
    });

    it("writes one complete report if two runs have the same output", async () => {
        const output = path("both.txt");
        const runs = ["web", "api"].map(name => startCheck("--output", output, write(`${name}.json`, stateWithClients(1000, name))).result);
        for (const { code, stderr } of await Promise.all(runs)) assert.deepEqual([code, stderr], [1, ""]);
        const report = readFileSync(output, "utf8");
        const [, name] = /^(web|api)0\n/.exec(report) ?? [];
        assert.equal(report.match(new RegExp(`^${name}\\d+$`, "gm"))?.length, 1000);
        assert.ok(report.endsWith(`\n\n${summaryOf("1,000")}`));
        assert.deepEqual(temporaryFiles(), []);
    });
});
