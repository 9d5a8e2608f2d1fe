import * as assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import * as path from "node:path";
import { describe, it } from "mocha";
import { FAMILIES, GENERATED } from "../src/docs";
import { rules } from "../src/rules";
import { ROOT } from "./pack";

describe("the documents", () => {
    it("are generated in these files", () => {
        assert.deepEqual(Object.keys(GENERATED), ["README.md", "docs/quality.md", "docs/rules.md", "presets/config.schema.json"]);
    });

    for (const [file, generate] of Object.entries(GENERATED)) {
        it(`has ${file} as \`npm run docs\` writes it`, () => {
            const text = readFileSync(path.join(ROOT, file), "utf8");
            assert.equal(generate(text), text);
        });
    }

    it("are not left stale where a marker is missing", () => {
        for (const [file, text, name] of [
            ["README.md", "", "output"],
            ["README.md", "<!-- output -->\n<!-- /output -->", "rules"],
            ["README.md", "<!-- /output -->\n<!-- output -->\n", "output"],
            ["docs/quality.md", "<!-- dependencies -->\n", "dependencies"],
        ] as const) {
            assert.throws(() => GENERATED[file]?.(text), new Error(`The text lacks <!-- ${name} -->, or <!-- /${name} --> behind it.`));
        }
    });

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
