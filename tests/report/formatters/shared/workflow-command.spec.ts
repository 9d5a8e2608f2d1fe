import * as assert from "node:assert/strict";
import * as fc from "fast-check";
import { describe, it } from "mocha";
import { workflowCommand } from "../../../../src/report/formatters/shared/workflow-command";
import { assertProperty } from "../../../support/clients";
import { parseCommand } from "../../../support/workflow-commands";

describe("workflowCommand", () => {
    it("prints the properties that are set", () => {
        assert.equal(
            workflowCommand("error", { file: "src/index.ts", line: 7, col: undefined, title: "web" }, "name is bad."),
            "::error file=src/index.ts,line=7,title=web::name is bad.",
        );
        assert.equal(workflowCommand("notice", {}, "name is bad."), "::notice ::name is bad.");
    });

    it("escapes what the runner unescapes", () => {
        assert.equal(
            workflowCommand("warning", { title: "100%, a:b\r\n" }, "100%, a:b\r\nc"),
            "::warning title=100%25%2C a%3Ab%0D%0A::100%25, a:b%0D%0Ac",
        );
    });

    it("prints any text on one line, as the runner reads it", () => {
        const text = fc.string({ unit: fc.oneof(fc.constantFrom("%", "0", "A", "\r", "\n", ":", ",", "="), fc.string({ maxLength: 1 })) });
        assertProperty(
            fc.property(text, text, (title, message) => {
                const line = workflowCommand("error", { title: `-${title}-` }, message);
                assert.doesNotMatch(line, /[\r\n]/);
                assert.deepEqual(parseCommand(line), { name: "error", properties: { title: `-${title}-` }, message });
            }),
        );
    });
});
