import { cpSync, mkdtempSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import * as path from "node:path";
import { rules } from "../src/rules";
import { CLIENT_TYPE } from "../src/stack";
import { ROOT } from "../tests/pack";

/** Policies of the same names, levels and type as the pack's, which do nothing. */
const PROGRAM = `
const { PolicyPack, validateResourceOfType, validateStackResourcesOfType } = require("@pulumi/policy");
const type = { __pulumiType: ${JSON.stringify(CLIENT_TYPE)} };
const rules = ${JSON.stringify(rules.map(({ name, level, scope }) => ({ name, level, scope })))};
const policies = rules.map(({ name, level, scope }) => ({
    name,
    description: "Does nothing.",
    enforcementLevel: level,
    ...(scope === "stack"
        ? { validateStack: validateStackResourcesOfType(type, () => {}) }
        : { validateResource: validateResourceOfType(type, () => {}) }),
}));
new PolicyPack("idle", { policies });
`;

/** Writes the pack that does nothing to a new folder. */
export function idlePack(): string {
    const folder = folderWithSdk();
    writeFileSync(path.join(folder, "PulumiPolicy.yaml"), "runtime: nodejs\n");
    writeFileSync(path.join(folder, "package.json"), '{ "name": "idle", "version": "1.0.0", "main": "index.js" }\n');
    writeFileSync(path.join(folder, "index.js"), PROGRAM);
    return folder;
}

/** Copies this pack to a new folder as organisations have it: without a tsconfig.json, for which Pulumi's loader would load a newer compiler. */
export function ownPack(): string {
    const folder = folderWithSdk();
    const { files } = JSON.parse(readFileSync(path.join(ROOT, "package.json"), "utf8"));
    for (const name of ["package.json", "README.md", ...files]) cpSync(path.join(ROOT, name), path.join(folder, name), { recursive: true });
    return folder;
}

/** A new folder, in which a pack finds the SDK of this repository. */
function folderWithSdk(): string {
    const folder = mkdtempSync(path.join(tmpdir(), "bench-"));
    symlinkSync(path.join(ROOT, "node_modules"), path.join(folder, "node_modules"));
    return folder;
}
