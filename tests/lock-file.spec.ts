import * as assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import * as path from "node:path";
import { describe, it } from "mocha";
import { ROOT } from "./pack";

interface Locked {
    readonly version: string;
    readonly integrity?: string;
    /** Set for what comes inside the package that needs it, and is covered by its hash. */
    readonly inBundle?: true;
}

const manifest = JSON.parse(readFileSync(path.join(ROOT, "package.json"), "utf8"));
const lock: { packages: Record<string, Locked> } = JSON.parse(readFileSync(path.join(ROOT, "package-lock.json"), "utf8"));

describe("the lock file", () => {
    it("has a hash of every package", () => {
        const { "": root, ...packages } = lock.packages;
        assert.equal(root?.version, manifest.version);
        const bare = Object.entries(packages).filter(([, { integrity, inBundle }]) => !inBundle && !integrity?.startsWith("sha512-"));
        assert.deepEqual(bare, []);
    });

    it("has in production the versions that package.json names, which organisations install", () => {
        const locked = Object.keys(manifest.dependencies).map(name => [name, lock.packages[`node_modules/${name}`]?.version]);
        assert.deepEqual(Object.fromEntries(locked), manifest.dependencies);
    });
});
