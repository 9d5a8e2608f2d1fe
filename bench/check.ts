import { execFileSync, spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import * as path from "node:path";
import { ROOT } from "../tests/support/pack";
import type { Metric } from "./metric";
import { writeProgram } from "./programs";
import { stateWith } from "./resources";
import { alternate, median } from "./timing";

interface Limits {
    readonly seconds?: number;
    readonly megabytes?: number;
}

const PROGRAM: Limits = { seconds: 0.5, megabytes: 150 };

/** Limits by the number of clients in the state. */
const STATES: readonly (Limits & { readonly clients: number })[] = [
    { clients: 500, seconds: 0.15, megabytes: 100 },
    { clients: 10_000, seconds: 1.4, megabytes: 350 },
];

/** The stacks of an estate, and the clients in each. */
const STACKS = 1000;
const CLIENTS_PER_STACK = 10;

/** Measures the run time and peak memory of `check`. */
export async function measureCheck(): Promise<Metric[]> {
    const folder = mkdtempSync(path.join(tmpdir(), "bench-"));
    const metrics: Metric[] = [];
    for (const { clients, seconds, megabytes } of STATES) {
        const file = path.join(folder, `${clients}.json`);
        writeFileSync(file, stateWith(clients));
        metrics.push(...(await measureRun(`${clients.toLocaleString("en")} clients`, file, folder, { seconds, megabytes })));
    }
    metrics.push(...(await measureRun("a program of 100 files", writeProgram(folder), folder, PROGRAM)));
    metrics.push(
        ...(await measureRun(`${STACKS.toLocaleString("en")} stacks with ${CLIENTS_PER_STACK} clients each`, writeEstate(folder), folder)),
    );
    rmSync(folder, { recursive: true });
    return metrics;
}

function writeEstate(folder: string): string {
    const estate = path.join(folder, "estate");
    mkdirSync(estate);
    const state = stateWith(CLIENTS_PER_STACK);
    for (let index = 0; index < STACKS; index++)
        writeFileSync(path.join(estate, `${index}.json`), state.replaceAll("urn:pulumi:dev::", `urn:pulumi:dev-${index}::`));
    return estate;
}

async function measureRun(name: string, file: string, folder: string, { seconds, megabytes }: Limits = {}): Promise<Metric[]> {
    const check = [path.join(ROOT, "dist/cli/main.js"), "check", "--exit-zero", file];
    const times = await alternate(
        10,
        1,
        () => runNode(...check),
        () => runNode("--eval", ""),
    );
    const [total, empty] = [times[0] / 1000, times[1] / 1000];
    const peak = median(Array.from({ length: 10 }, () => peakMemory(folder, check)));
    return [
        {
            name: `\`check\` of ${name}, over an empty Node.js process`,
            result: `${(total - empty).toFixed(3)} s (${total.toFixed(3)} s / ${empty.toFixed(3)} s)`,
            value: total - empty,
            limit: seconds,
            unit: "s",
        },
        {
            name: `\`check\` of ${name}, peak memory`,
            result: `${peak.toFixed(0)} MB`,
            value: peak,
            limit: megabytes,
            unit: "MB",
        },
    ];
}

function runNode(...args: readonly string[]): void {
    execFileSync(process.execPath, args, { stdio: ["ignore", "ignore", "inherit"] });
}

/**
 * Returns the peak resident memory of a program in megabytes, as Node.js reports it at exit. On Linux a process starts with the peak of
 * the one that starts it, so a small process starts the program.
 */
function peakMemory(folder: string, program: readonly string[]): number {
    const reporter = path.join(folder, "reporter.cjs"); // `--import` would load Node.js's other module loader
    writeFileSync(reporter, `process.on("exit", () => process.stderr.write(String(process.resourceUsage().maxRSS)));`);
    const command = JSON.stringify(["--require", reporter, ...program]);
    const starter = `child_process.spawnSync(process.execPath, ${command}, { stdio: ["ignore", "ignore", "inherit"] })`;
    const { stderr } = spawnSync(process.execPath, ["--eval", starter], { encoding: "utf8", stdio: ["ignore", "ignore", "pipe"] });
    return Number(stderr) / 1024; // from kilobytes
}
