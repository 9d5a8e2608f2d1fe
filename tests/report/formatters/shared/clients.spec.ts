import * as assert from "node:assert/strict";
import { describe, it } from "mocha";
import { groupByClient } from "../../../../src/report/formatters/shared/clients";
import { violation } from "../../../support/reports";

describe("groupByClient", () => {
    it("groups by file and URN, in the order of the first result", () => {
        const results = [
            violation("web", "One."),
            violation("api", "Two."),
            violation("web", "Three.", { file: "other.json" }),
            violation("web", "Four."),
        ];
        assert.deepEqual(
            groupByClient(results).map(group => group.map(({ problem }) => problem)),
            [["One.", "Four."], ["Two."], ["Three."]],
        );
    });

    it("tells clients of programs apart by file, name and place", () => {
        const results = [
            { file: "a", name: "bc" },
            { file: "ab", name: "c" },
            { file: "a", name: "bc", location: { file: "d", line: 1 } },
            { file: "a", name: "bc", location: { file: "d", line: 2 } },
            { file: "a", name: "bc", location: { file: "e", line: 2 } },
            { file: "a", name: "bc", location: { file: "e", line: 2, column: 3 } },
        ];
        assert.deepEqual(
            groupByClient([...results, ...results]).map(group => group.length),
            results.map(() => 2),
        );
    });
});
