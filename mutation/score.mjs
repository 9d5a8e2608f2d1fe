import { existsSync, readFileSync } from "node:fs";

const DETECTED = ["Killed", "Timeout"];
const UNDETECTED = ["Survived", "NoCoverage"];

/**
 * Returns what is known of a part from its last run: the changes that tests detected, those that no test can detect, and the others.
 * `stale` are entries of the list of equivalent changes that match none. Undefined if the part has not run.
 */
export function scoreOf(part) {
    const report = readJson(`reports/mutation/${part}.json`);
    if (!report) return undefined;
    const mutants = Object.entries(report.files).flatMap(([file, { source, mutants }]) =>
        mutants.map(({ status, statusReason, ...mutant }) => ({ status, statusReason, change: changeOf(file, source, mutant) })),
    );
    const equivalent = equivalentChanges(part);
    const missed = mutants.filter(({ status }) => UNDETECTED.includes(status)).map(({ change }) => change);
    return {
        detected: mutants.filter(({ status }) => DETECTED.includes(status)).length,
        equivalent: missed.filter(change => equivalent.has(change)).length,
        undetected: missed.filter(change => !equivalent.has(change)),
        static: mutants.filter(({ status, statusReason }) => status === "Ignored" && /static/i.test(statusReason)).length,
        stale: [...equivalent].filter(change => !missed.includes(change)),
    };
}

/** The changes of a part that no test can detect: `mutation/equivalent/PART.json` lists them by the reason. */
export function equivalentChanges(part) {
    return new Set(Object.values(readJson(`mutation/equivalent/${part}.json`) ?? {}).flat());
}

/** Returns a change as `FILE: CODE -> REPLACEMENT`, in one line. */
function changeOf(file, source, { location: { start, end }, replacement }) {
    const lines = source.split("\n").slice(start.line - 1, end.line);
    lines.push(lines.pop().slice(0, end.column - 1));
    const code = lines.join("\n").slice(start.column - 1);
    return `${file}: ${shorten(code)} -> ${shorten(replacement)}`;
}

function shorten(code) {
    return code.replace(/\s+/g, " ").slice(0, 100);
}

function readJson(file) {
    return existsSync(file) ? JSON.parse(readFileSync(file, "utf8")) : undefined;
}
