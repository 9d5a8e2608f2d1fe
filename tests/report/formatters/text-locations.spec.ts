import * as assert from "node:assert/strict";
import { describe, it } from "mocha";
import { formatText } from "../../../src/report/formatters/text";
import type { Violation } from "../../../src/report/report";
import { reportWith, violation } from "../../support/reports";

const LONG = `${"a/".repeat(60)}b.ts`;

/** Returns the lines above the first policy of each client. */
function headingsOf(violations: readonly Violation[], colors = false, files = ["state.json"]): string[] {
    return formatText(reportWith({ files, violations }), [], { columns: 40, colors })
        .split("\n")
        .filter(line => !/mandatory|It is bad|^$/.test(line));
}

describe("formatText with locations", () => {
    it("prints the location behind the client's name and the callers below", () => {
        const place = {
            location: { file: "src/sign-in.ts", line: 7, column: 9 },
            callers: [
                { file: "src/apps.ts", line: 3, column: 1 },
                { file: "my app/__main__.py", line: 6 },
            ],
        };
        assert.deepEqual(
            headingsOf([violation("web", "It is bad.", place), violation("web", "It is bad.", place), violation("api", "It is bad.")]),
            ["web  src/sign-in.ts:7:9", "  called from src/apps.ts:3:1", "  called from my app/__main__.py:6", "api"],
        );
    });

    it("prints it behind the name of the file that was checked", () => {
        const place = { location: { file: "index.ts", line: 1 } };
        const [heading] = headingsOf([violation("web", "It is bad.", place)], false, ["state.json", "preview.json"]);
        assert.equal(heading, "web (state.json)  index.ts:1");
    });

    it("highlights only the name", () => {
        assert.deepEqual(headingsOf([violation("web", "It is bad.", { location: { file: "index.ts", line: 1 } })], true), [
            "\u001b[1m\u001b[4mweb\u001b[24m\u001b[22m  index.ts:1",
        ]);
    });

    it("does not wrap a location, and escapes control characters", () => {
        const [location, caller] = [LONG, "a\u001b[2J\nb.ts"].map(file => ({ file, line: 1 }));
        assert.ok(location && caller);
        assert.deepEqual(headingsOf([violation("web", "It is bad.", { location, callers: [caller] })]), [
            `web  ${LONG}:1`,
            "  called from a\\u001b[2J\\u000ab.ts:1",
        ]);
        assert.deepEqual(headingsOf([violation("web", "It is bad.", { location: caller })]), ["web  a\\u001b[2J\\u000ab.ts:1"]);
    });
});
