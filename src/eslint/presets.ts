import { readFileSync } from "node:fs";
import { join } from "node:path";
import { PACKAGE_FOLDER } from "../util/package-info";

/** Reads a preset: a level or options by policy. */
export function readPreset(name: "remediate" | "strict"): Readonly<Record<string, string | object>> {
    return JSON.parse(readFileSync(join(PACKAGE_FOLDER, "presets", `${name}.json`), "utf8"));
}
