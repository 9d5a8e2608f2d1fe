import * as assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import * as path from "node:path";
import { describe, it } from "mocha";
import { FAMILIES, GENERATED } from "../src/docs";
import { rules } from "../src/rules";
import { ROOT } from "./pack";

describe("the documents", () => {
    for (const [file, generate] of Object.entries(GENERATED)) {
        it(`has ${file} as \`npm run docs\` writes it`, () => {
            const text = readFileSync(path.join(ROOT, file), "utf8");
            assert.equal(generate(text), text);
        });
    }

    it("have a row and a section for every rule", () => {
        for (const { name } of rules) {
            assert.ok(readFileSync(path.join(ROOT, "README.md"), "utf8").includes(`| [${name}](docs/rules.md#${name}) |`), name);
            assert.ok(readFileSync(path.join(ROOT, "docs/rules.md"), "utf8").includes(`\n### ${name}\n`), name);
        }
    });

    it("know every family of rules", () => {
        for (const { name } of rules) assert.ok((name.split("-")[0] as string) in FAMILIES, name);
    });
});
