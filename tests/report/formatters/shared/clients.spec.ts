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
});
