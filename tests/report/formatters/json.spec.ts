import * as assert from "node:assert/strict";
import { describe, it } from "mocha";
import { formatJson } from "../../../src/report/formatters/json";
import { reportWith } from "../../support/reports";

describe("formatJson", () => {
    it("prints the number of results, and the results with an indent of two spaces", () => {
        const report = reportWith({ evaluated: { clients: [{ file: "state.json", urn: "urn", name: "web" }], policies: ["be-good"] } });
        const lines = [
            "{",
            '  "summary": {',
            '    "stacks": 1,',
            '    "clients": 1,',
            '    "byLevel": {',
            '      "mandatory": 0,',
            '      "advisory": 0',
            "    },",
            '    "bySeverity": {',
            '      "critical": 0,',
            '      "high": 0,',
            '      "medium": 0,',
            '      "low": 0',
            "    },",
            '    "byRule": [],',
            '    "exempt": 0,',
            '    "unknown": 0',
            "  },",
            '  "files": [',
            '    "state.json"',
            "  ],",
            '  "clients": 1,',
            '  "violations": [],',
            '  "exempt": [],',
            '  "unknown": [],',
            '  "remediated": [],',
            '  "endingExemptions": [],',
            '  "unusedExemptions": [],',
            '  "notChecked": []',
            "}",
            "",
        ];
        assert.equal(formatJson(report), lines.join("\n"));
    });
});
