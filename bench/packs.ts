import { cpSync, mkdtempSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import * as path from "node:path";
import { files } from "../package.json";
import { CLIENT_TYPE } from "../src/core/user-pools";
import { rules } from "../src/rules";
import { ROOT } from "../tests/support/pack";

/** Policies with the names, levels and type of this pack's, which do nothing. */
const EMPTY_PACK = `
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
new PolicyPack("empty", { policies });
`;

/** Writes the empty pack to a new folder. */
export function createEmptyPack(): string {
    const folder = folderWithSdk();
    writeFileSync(path.join(folder, "PulumiPolicy.yaml"), "runtime: nodejs\n");
    writeFileSync(path.join(folder, "package.json"), '{ "name": "empty", "version": "1.0.0", "main": "index.js" }\n');
    writeFileSync(path.join(folder, "index.js"), EMPTY_PACK);
    return folder;
}

/** Copies the files of this package to a new folder: with the repository's tsconfig.json, Pulumi's loader would load a newer, slower compiler. */
export function createPackCopy(): string {
    const folder = folderWithSdk();
    const included = files.filter(pattern => !pattern.startsWith("!"));
    for (const name of ["package.json", "README.md", ...included])
        cpSync(path.join(ROOT, name), path.join(folder, name), { recursive: true });
    return folder;
}

function folderWithSdk(): string {
    const folder = mkdtempSync(path.join(tmpdir(), "bench-"));
    symlinkSync(path.join(ROOT, "node_modules"), path.join(folder, "node_modules"));
    return folder;
}
