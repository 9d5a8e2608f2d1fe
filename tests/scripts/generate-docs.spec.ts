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
        it(`is up to date (npm run docs): ${file}${speed}`, async function () {
            this.timeout(120_000); // one of them runs commands
            const text = readDocument(file);
            assert.equal(text, await generate(text));
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
        ["docs/quality.md", "<!-- dependencies -->\n<!-- /dependencies -->", "lengths"],
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

    it("lists the rules in the index by category and then by name", async () => {
        const index = (await GENERATED.get("docs/rules.md")?.("")) ?? "";
        const [, byCategory = "", byProperty = ""] = index.split("\n## ");
        const namesIn = (text: string) => [...text.matchAll(/\[([a-z-]+)\]\(rules\//g)].map(([, name = ""]) => name);
        const order = namesIn(byCategory);
        assert.deepEqual([...new Set(order.map(name => name.split("-")[0]))], ["valid", "no", "require", "limit", "match"]);
        for (const row of byProperty.split("\n")) {
            const positions = namesIn(row).map(name => order.indexOf(name));
            assert.deepEqual(
                positions,
                [...positions].sort((a, b) => a - b),
            );
        }
    });

    it("keeps the README at 150 lines", () => {
        assert.ok(readDocument("README.md").split("\n").length <= 150);
    });
});
