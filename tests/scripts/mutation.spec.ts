import * as assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, it } from "mocha";
import { ROOT } from "../support/pack";

describe("mutation", () => {
    it("lists only code that exists as equivalent", async () => {
        const { EQUIVALENT }: { EQUIVALENT: Record<string, string[]> } = await import(join(ROOT, "mutation/equivalent.mjs"));
        const withoutSpace = (text: string) => text.replace(/\s|,(?=\s*[)\]}])/g, "");
        const files = readdirSync(join(ROOT, "src"), { recursive: true, encoding: "utf8" }).filter(file => file.endsWith(".ts"));
        const source = withoutSpace(files.map(file => readFileSync(join(ROOT, "src", file), "utf8")).join("\n"));
        const stale = Object.values(EQUIVALENT)
            .flat()
            .filter(code => !source.includes(withoutSpace(code)));
        assert.deepEqual(stale, []);
    });
});
