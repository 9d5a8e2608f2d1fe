import * as assert from "node:assert/strict";
import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { readdirSync, readFileSync } from "node:fs";
import { Readable } from "node:stream";
import { text } from "node:stream/consumers";
import { pipeline } from "node:stream/promises";
import { describe, it } from "mocha";
import { ROOT } from "../pack";
import { folder, MAIN, resource, state } from "./harness";

interface Ended {
    readonly code: number | null;
    readonly signal: NodeJS.Signals | null;
    readonly stdout: string;
    readonly stderr: string;
}

interface Running {
    readonly child: ChildProcess;
    readonly ended: Promise<Ended>;
}

function start(program: string, ...args: readonly string[]): Running {
    const child = spawn(program, args, { cwd: ROOT, stdio: "pipe" });
    const closed = once(child, "close") as Promise<[Ended["code"], Ended["signal"]]>;
    const ended = Promise.all([closed, text(child.stdout), text(child.stderr)]);
    return { child, ended: ended.then(([[code, signal], stdout, stderr]) => ({ code, signal, stdout, stderr })) };
}

/** Every rule but one is off, so that what is printed is known. */
const CONFIG = JSON.stringify({ all: "disabled", "require-prevent-user-existence-errors": "mandatory" });

/** A state of so many clients, of which each violates the rule. */
function clients(count: number, name = "web"): string {
    return state(...Array.from({ length: count }, (_, index) => resource(`${name}${index}`, { preventUserExistenceErrors: "LEGACY" })));
}

function summaryOf(count: string): string {
    return `${count} clients: ${count} mandatory and 0 advisory violations, 0 exempt, 0 undecided\n`;
}

/** A state of a client and so many resources of other services, piece by piece: some 2 kB each. */
function* stateOf(others: number): Generator<string> {
    const [first, last] = clients(1).split(/(?=\]\}\}$)/) as [string, string];
    yield first;
    for (let index = 0; index < others; index++) {
        const bucket = { acl: "private", tags: { notes: "x".repeat(1900) } };
        yield `,${JSON.stringify(resource(`bucket${index}`, bucket, { type: "aws:s3/bucket:Bucket" }))}`;
    }
    yield last;
}

describe("check under stress", function () {
    this.timeout(60_000);

    const { write, path } = folder();
    const config = () => write("config.json", CONFIG);
    const startCheck = (...args: readonly string[]) => start(process.execPath, ...MAIN, "check", "--config", config(), ...args);
    const temporaries = () => readdirSync(path(".")).filter(name => name.endsWith(".tmp"));

    it("judges a state of 100,000 resources and 200 MB in 2 GiB of memory", async () => {
        const program = `
            process.argv.splice(1, 0, "main");
            require("./src/check/main.ts");
            process.on("exit", () => console.error(process.resourceUsage().maxRSS));`;
        const flags = ["--max-old-space-size=1024", "--require", "tsx/cjs", "--eval", program]; // a heap of half the memory
        const { child, ended } = start(process.execPath, ...flags, "--", "check", "--config", config(), "-");
        let size = 0;
        const input = Readable.from(stateOf(100_000)).on("data", piece => {
            size += piece.length;
        });
        await Promise.all([pipeline(input, child.stdin as NodeJS.WritableStream), ended]);
        const { code, stdout, stderr } = await ended;
        assert.equal(code, 1, stderr);
        assert.ok(stdout.endsWith("\n1 client: 1 mandatory and 0 advisory violations, 0 exempt, 0 undecided\n"), stdout);
        assert.ok(size > 200e6, `${size} bytes`);
        assert.ok(Number(stderr) < 2 * 1024 * 1024, `${stderr} KiB`);
    });

    it("sums 10,000 violations up in a line that one can read", async () => {
        const { code, stdout } = await startCheck(write("many.json", clients(10_000))).ended;
        assert.deepEqual([code, stdout.split("\n").length], [1, 4 * 10_000 + 2]);
        assert.ok(stdout.endsWith(`\n\n${summaryOf("10,000")}`));
    });

    it("leaves nothing behind when it is interrupted", async () => {
        const output = write("kept.txt", "old");
        const files = [write("none.json", state()), write("many.json", clients(50_000))];
        const { child, ended } = startCheck("--output", output, ...files);
        child.stderr?.once("data", () => child.kill("SIGINT")); // it says that the first has no clients, and turns to the second
        const { signal, stdout } = await ended;
        assert.deepEqual([signal, stdout, readFileSync(output, "utf8"), temporaries()], ["SIGINT", "", "old", []]);
    });

    it("says that there is no room for a report, and keeps the one that is there", async function () {
        if (process.platform === "win32") this.skip();
        const output = write("kept.txt", "old");
        const limited = `trap "" XFSZ; ulimit -f 512; exec "$@"`; // blocks of 512 or 1,024 bytes
        const command = [process.execPath, ...MAIN, "check", "--config", config(), "--output", output, write("many.json", clients(10_000))];
        const { code, stdout, stderr } = await start("sh", "-c", limited, "sh", ...command).ended;
        assert.deepEqual([code, stdout, stderr], [2, "", `error: ${output}: could not be written: file too large.\n`]);
        assert.deepEqual([readFileSync(output, "utf8"), temporaries()], ["old", []]);
    });

    it("runs twice at once, and one of the two reports is there, whole", async () => {
        const output = path("both.txt");
        const runs = ["web", "api"].map(name => startCheck("--output", output, write(`${name}.json`, clients(1000, name))).ended);
        for (const { code, stderr } of await Promise.all(runs)) assert.deepEqual([code, stderr], [1, ""]);
        const report = readFileSync(output, "utf8");
        const [, name] = /^(web|api)0\n/.exec(report) ?? [];
        assert.equal(report.match(new RegExp(`^${name}\\d+$`, "gm"))?.length, 1000);
        assert.ok(report.endsWith(`\n\n${summaryOf("1,000")}`));
        assert.deepEqual(temporaries(), []);
    });
});
