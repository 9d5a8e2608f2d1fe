import * as assert from "node:assert/strict";
import { describe, it } from "mocha";
import { anchorOf, replaceSection, table } from "../../../scripts/docs/markdown";

describe("replaceSection", () => {
    it("replaces what is between two markers", () => {
        const text = "a\n<!-- x -->\nold\n<!-- /x -->\nb\n";
        assert.equal(replaceSection(text, "x", "new"), "a\n<!-- x -->\n\nnew\n\n<!-- /x -->\nb\n");
    });

    it("inserts content with special replacement patterns as it is", () => {
        assert.equal(replaceSection("<!-- x -->\n<!-- /x -->", "x", "$& $1"), "<!-- x -->\n\n$& $1\n\n<!-- /x -->");
    });

    it("rejects a text without the markers", () => {
        const message = "Missing marker: the text needs <!-- x --> and, after it, <!-- /x -->.";
        assert.throws(() => replaceSection("<!-- y -->\n<!-- /y -->", "x", ""), new Error(message));
    });
});

describe("table", () => {
    it("prints a header and rows", () => {
        assert.equal(table(["a", "b"], [["1", "x|y"]]), "| a | b |\n| --- | --- |\n| 1 | x\\|y |");
    });
});

describe("anchorOf", () => {
    const cases = [
        ["By category", "by-category"],
        ["Security (`no-*`, `require-*`): insecure settings", "security-no--require--insecure-settings"],
        ["1. Look at a stack", "1-look-at-a-stack"],
        ["RFC 9700 2.1", "rfc-9700-21"],
    ] as const;
    for (const [heading, anchor] of cases) it(`converts ${heading}`, () => assert.equal(anchorOf(heading), anchor));
});
