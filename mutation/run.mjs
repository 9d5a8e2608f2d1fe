import { spawnSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { PARTS } from "./parts.mjs";

/** Runs some parts, or all, and adds up the reports of all parts that have run. */
const names = process.argv.slice(2).filter(argument => argument !== "--part");
const unknown = names.filter(name => !(name in PARTS));
if (unknown.length > 0) {
    console.error(`error: unknown part ${unknown.join(", ")}; the parts are ${Object.keys(PARTS).join(", ")}.`);
    process.exit(2);
}
for (const part of names.length > 0 ? names : Object.keys(PARTS)) {
    const stryker = ["run", "mutation/stryker.config.mjs"];
    spawnSync("mutation/node_modules/.bin/stryker", stryker, { stdio: "inherit", env: { ...process.env, MUTATION_PART: part } });
}

const DETECTED = ["Killed", "Timeout"];
const UNDETECTED = ["Survived", "NoCoverage"];
const rows = Object.keys(PARTS).map(part => {
    const file = `reports/mutation/${part}.json`;
    if (!existsSync(file)) return { part };
    const mutants = Object.values(JSON.parse(readFileSync(file, "utf8")).files).flatMap(({ mutants }) => mutants);
    const count = statuses => mutants.filter(({ status }) => statuses.includes(status)).length;
    return { part, detected: count(DETECTED), undetected: count(UNDETECTED), ignored: count(["Ignored"]) };
});
const sum = key => rows.reduce((total, row) => total + (row[key] ?? 0), 0);
const total = { part: "total", detected: sum("detected"), undetected: sum("undetected"), ignored: sum("ignored") };
const scoreOf = ({ detected, undetected }) => (100 * detected) / (detected + undetected);
console.table([...rows, total].map(row => ({ ...row, ...("detected" in row && { score: scoreOf(row).toFixed(1) }) })));
if (scoreOf(total) < 95) process.exitCode = 1;
