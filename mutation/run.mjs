import { spawnSync } from "node:child_process";
import { PARTS } from "./parts.mjs";
import { scoreOf } from "./score.mjs";

/** Runs some parts, or all, lists what tests did not detect, and adds up the results of all parts that have run. */
const names = process.argv.slice(2);
const unknown = names.filter(name => !(name in PARTS));
if (unknown.length > 0) {
    console.error(`error: unknown part ${unknown.join(", ")}; the parts are ${Object.keys(PARTS).join(", ")}.`);
    process.exit(2);
}
for (const part of names.length > 0 ? names : Object.keys(PARTS)) {
    const stryker = ["run", "mutation/stryker.config.mjs"];
    spawnSync("mutation/node_modules/.bin/stryker", stryker, { stdio: "inherit", env: { ...process.env, MUTATION_PART: part } });
    const { undetected = [], stale = [] } = scoreOf(part) ?? {};
    for (const change of undetected) console.log(`not detected: ${change}`);
    for (const change of stale) console.log(`listed as equivalent, but detected or gone: ${change}`);
}

const rows = Object.keys(PARTS).flatMap(part => {
    const score = scoreOf(part);
    return score ? [{ part, ...score, undetected: score.undetected.length }] : [];
});
const sum = key => rows.reduce((total, row) => total + row[key], 0);
const total = {
    part: "total",
    detected: sum("detected"),
    equivalent: sum("equivalent"),
    undetected: sum("undetected"),
    static: sum("static"),
};
const percent = ({ detected, undetected }) => (100 * detected) / (detected + undetected);
console.table([...rows, total].map(({ stale, ...row }) => ({ ...row, percent: percent(row).toFixed(1) })));
if (percent(total) < 95) process.exitCode = 1;
