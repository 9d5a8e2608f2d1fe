import * as assert from "node:assert/strict";
import { describe, it } from "mocha";
import { readDocument } from "../../scripts/generate-docs";
import { loadFormatter } from "../../src/report/formatters";
import { folder } from "../support/check";
import { reportWith, violation } from "../support/reports";
import { ruleWith } from "../support/rules";

describe("the formatter in docs/formatters.md", () => {
    const { write } = folder();

    it("prints a line per violation", async () => {
        const [, code = ""] = /^```js\n([\s\S]*?)\n```$/m.exec(readDocument("docs/formatters.md")) ?? [];
        const format = await loadFormatter(write("csv.js", code));
        const violations = [violation("web", 'name is "bad".'), violation("api", "One,\ntwo.", { level: "advisory" })];
        const output = format(reportWith({ violations }), [ruleWith({ name: "be-good", url: "https://acme.dev/" })], {
            columns: 80,
            colors: false,
        });
        assert.equal(
            output,
            [
                '"state.json","web","mandatory","be-good","name is ""bad"".","https://acme.dev/"',
                '"state.json","api","advisory","be-good","One,\ntwo.","https://acme.dev/"',
                "",
            ].join("\n"),
        );
    });
});
