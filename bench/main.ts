import { cpus } from "node:os";
import { measureCheck } from "./check";
import { measureInstall } from "./install";
import { measureGrowth, measurePack } from "./pack";

/** What can be measured, each in some minutes. */
const PARTS = { pack: measurePack, growth: measureGrowth, check: measureCheck, install: measureInstall };

async function main(names: readonly string[]): Promise<void> {
    const unknown = names.filter(name => !Object.hasOwn(PARTS, name));
    if (unknown.length > 0) {
        console.error(`error: unknown part ${unknown.join(", ")}; the parts are ${Object.keys(PARTS).join(", ")}.`);
        process.exitCode = 2;
        return;
    }
    console.log(`Node.js ${process.version}, ${cpus().length} × ${cpus()[0]?.model}\n`);
    console.log("| Metric | Result | Limit | |\n| --- | --- | --- | --- |");
    for (const [part, measure] of Object.entries(PARTS)) {
        if (names.length > 0 && !names.includes(part)) continue;
        for (const { name, result, value, limit, unit } of await measure()) {
            const limitText = limit === undefined ? "" : [limit, unit].join(" ").trim();
            console.log(`| ${name} | ${result} | ${limitText} | ${limit === undefined || value <= limit ? "" : "missed"} |`);
        }
    }
}

void main(process.argv.slice(2));
