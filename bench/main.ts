import { cpus } from "node:os";
import { measureCheck } from "./check";
import { measureInstall } from "./install";
import { measurePack } from "./pack";

async function main(): Promise<void> {
    console.log(`Node.js ${process.version}, ${cpus().length} × ${cpus()[0]?.model}\n`);
    console.log("| Metric | Result | Limit | |\n| --- | --- | --- | --- |");
    for (const measure of [measurePack, measureCheck, measureInstall]) {
        for (const { name, result, value, limit, unit } of await measure()) {
            const limitText = limit === undefined ? "" : [limit, unit].join(" ").trim();
            console.log(`| ${name} | ${result} | ${limitText} | ${limit === undefined || value <= limit ? "" : "missed"} |`);
        }
    }
}

void main();
