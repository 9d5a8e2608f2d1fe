import { cpus } from "node:os";
import { checking } from "./check";
import { installing } from "./install";
import { serving } from "./serving";

/** A figure, with what it may be at most; without a limit, it shows how another one grows. */
export interface Row {
    readonly figure: string;
    /** What was measured, as a reader wants it. */
    readonly found: string;
    readonly value: number;
    readonly limit?: number;
}

async function main(): Promise<void> {
    console.log(`Node ${process.version}, ${cpus().length} × ${cpus()[0]?.model}\n`);
    console.log("| figure | found | at most | |\n| --- | --- | --- | --- |");
    for (const measure of [serving, checking, installing]) {
        for (const { figure, found, value, limit } of await measure()) {
            console.log(`| ${figure} | ${found} | ${limit ?? ""} | ${limit === undefined || value <= limit ? "" : "missed"} |`);
        }
    }
}

void main();
