import * as assert from "node:assert/strict";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import * as path from "node:path";
import { describe, it } from "mocha";
import { ROOT } from "../support/pack";

const text = readFileSync(path.join(ROOT, "docs/architecture.md"), "utf8");

describe("docs/architecture.md", () => {
    it("names files that exist", () => {
        const names = [...text.matchAll(/`((?:[\w-]+\/)+[\w.-]+\.(?:ts|json|yaml))`/g)].map(([, name = ""]) => name);
        const missing = names.filter(name => !["", "src"].some(folder => existsSync(path.join(ROOT, folder, name))));
        assert.ok(names.length > 20);
        assert.deepEqual(missing, []);
    });

    it("has every folder of src", () => {
        const rows = [...text.matchAll(/^\| `([\w.]+)` \| /gm)].map(([, name = ""]) => name);
        const folders = readdirSync(path.join(ROOT, "src"), { withFileTypes: true }).filter(entry => entry.isDirectory());
        assert.deepEqual(rows.sort(), ["index.ts", ...folders.map(({ name }) => name)].sort());
    });
});
