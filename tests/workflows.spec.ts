import * as assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import * as path from "node:path";
import { describe, it } from "mocha";
import { ROOT } from "./pack";

const workflows = [".github/workflows", "examples/ci"].flatMap(folder =>
    readdirSync(path.join(ROOT, folder)).map(file => path.join(folder, file)),
);

describe("the workflows", () => {
    for (const file of workflows) {
        it(`name actions by commit, and say which version that is: ${file}`, () => {
            const uses = readFileSync(path.join(ROOT, file), "utf8").match(/uses: .*/g) ?? [];
            assert.notEqual(uses.length, 0);
            for (const action of uses) assert.match(action, /^uses: [\w-]+(\/[\w-]+)+@[0-9a-f]{40} # v\d+\.\d+\.\d+/);
        });
    }
});
