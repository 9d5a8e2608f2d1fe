import * as assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import * as path from "node:path";
import { describe, it } from "mocha";
import { settingsOf } from "../../src/check/config";
import { resourcesOf } from "../../src/check/files";
import { run } from "../../src/check/run";
import { rules } from "../../src/rules";

/** Rules that say that a deployment would fail. */
const REFUSING = rules.filter(({ name }) => /^(valid|match)-/.test(name));

describe("the examples of the resource's page in Pulumi's registry", () => {
    for (const file of ["state.json", "preview.json"]) {
        it(`can be deployed, by their ${file}`, () => {
            const resources = resourcesOf(readFileSync(path.join(__dirname, "registry-examples", file), "utf8"));
            const { clients, violations } = run([{ file, resources }], settingsOf(REFUSING, { all: "mandatory" }));
            assert.deepEqual([clients, violations], [4, []]);
        });
    }
});
