import { execFileSync, spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import * as path from "node:path";
import { ROOT } from "../tests/pack";
import type { Row } from "./main";
import { stateWith } from "./resources";
import { byTurns } from "./timing";

/** What `check` may cost on stacks of so many clients. */
const STACKS: readonly { clients: number; seconds?: number; megabytes?: number }[] = [
    { clients: 500, seconds: 0.25, megabytes: 100 },
    { clients: 10_000 },
];

/** What `check` costs from its start to its end, and how much memory it takes. */
export async function checking(): Promise<Row[]> {
    const folder = mkdtempSync(path.join(tmpdir(), "bench-"));
    const rows: Row[] = [];
    for (const { clients, seconds, megabytes } of STACKS) {
        const file = path.join(folder, `${clients}.json`);
        writeFileSync(file, stateWith(clients));
        const check = [path.join(ROOT, "dist/check/main.js"), "check", "--exit-zero", file];
        const [all, empty] = await byTurns(
            15,
            1,
            () => node(...check),
            () => node("--eval", ""),
        );
        const figure = `check of ${clients.toLocaleString("en")} clients`;
        const over = (all - empty) / 1000;
        const found = `${over.toFixed(2)} s (${(all / 1000).toFixed(2)} s / ${(empty / 1000).toFixed(2)} s)`;
        rows.push({ figure: `${figure}, seconds over an empty Node.js process`, found, value: over, limit: seconds });
        const peak = peakOf(check);
        rows.push({ figure: `${figure}, megabytes at the peak`, found: `${peak.toFixed(0)} MB`, value: peak, limit: megabytes });
    }
    rmSync(folder, { recursive: true });
    return rows;
}

function node(...args: readonly string[]): void {
    execFileSync(process.execPath, args, { stdio: ["ignore", "ignore", "inherit"] });
}

/** The most megabytes that a program has resident, as it says itself when it ends. */
function peakOf(program: readonly string[]): number {
    const reporter = `data:text/javascript,process.on("exit",()=>process.stderr.write(String(process.resourceUsage().maxRSS)))`;
    const { stderr } = spawnSync(process.execPath, ["--import", reporter, ...program], {
        encoding: "utf8",
        stdio: ["ignore", "ignore", "pipe"],
    });
    return Number(stderr) / 1024; // from kilobytes
}
