import * as assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, it } from "mocha";
import { ROOT } from "../support/pack";

const FOLDER = join(ROOT, "mutation/equivalent");

describe("mutation", () => {
    for (const list of readdirSync(FOLDER)) {
        it(`lists only code that exists in ${list}`, () => {
            const reasons: Record<string, string[]> = JSON.parse(readFileSync(join(FOLDER, list), "utf8"));
            const stale = Object.values(reasons)
                .flat()
                .filter(change => {
                    const [, file = "", code = ""] = /^(\S+): (.*?) -> /.exec(change) ?? [];
                    return !readFileSync(join(ROOT, file), "utf8").replace(/\s+/g, " ").includes(code);
                });
            assert.deepEqual(stale, []);
        });
    }
});
