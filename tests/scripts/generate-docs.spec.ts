import * as assert from "node:assert/strict";
import { describe, it } from "mocha";
import { GENERATED, readDocument, stalePages } from "../../scripts/generate-docs";
import { rules } from "../../src/rules";

describe("the generated documentation", () => {
    it("has one page per rule", () => {
        const pages = [...GENERATED.keys()].filter(file => file.startsWith("docs/rules/"));
        assert.deepEqual(
            pages,
            rules.map(({ name }) => `docs/rules/${name}.md`),
        );
    });

    for (const [file, generate] of GENERATED) {
        const speed = file === "docs/adoption.md" ? " (slow)" : ""; // it runs the commands in the guide
        it(`is up to date (npm run docs): ${file}${speed}`, function () {
            this.timeout(120_000); // one of them runs commands
            const text = readDocument(file);
            assert.equal(text, generate(text));
        });
    }

    it("has no page of a removed rule", () => {
        assert.deepEqual(stalePages(), []);
    });

    for (const [file, text, name] of [
        ["README.md", "", "example"],
        ["README.md", "<!-- example -->\n<!-- /example -->", "output"],
        ["README.md", "<!-- /example -->\n<!-- example -->\n", "example"],
        ["docs/quality.md", "<!-- dependencies -->\n", "dependencies"],
    ] as const) {
        it(`rejects a missing marker: ${name} in ${JSON.stringify(text)} of ${file}`, () => {
            const message = `Missing marker: the text needs <!-- ${name} --> and, after it, <!-- /${name} -->.`;
            assert.throws(() => GENERATED.get(file)?.(text), new Error(message));
        });
    }

    it("lists every rule in the index: by category, by property and by standard", () => {
        const [, byCategory = "", byProperty = "", byStandard = ""] = readDocument("docs/rules.md").split("\n## ");
        for (const { name, standards } of rules) {
            const link = `[${name}](rules/${name}.md)`;
            assert.equal(byCategory.split(`| ${link} |`).length, 2, name);
            assert.ok(byProperty.includes(link), name);
            assert.equal(
                byStandard.split("\n").filter(line => line.startsWith("| [") && line.includes(link)).length,
                standards.length,
                name,
            );
        }
    });

    it("keeps the README at 150 lines", () => {
        assert.ok(readDocument("README.md").split("\n").length <= 150);
    });
});
