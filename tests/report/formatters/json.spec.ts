import * as assert from "node:assert/strict";
import { describe, it } from "mocha";
import { formatJson } from "../../../src/report/formatters/json";
import { reportWith, violation } from "../../support/reports";
import { ruleWith } from "../../support/rules";

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
            '    "byPolicy": [],',
            '    "exempt": 0,',
            '    "unknown": 0',
            "  },",
            '  "policies": {},',
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
            '  "notChecked": [],',
            '  "evaluated": {',
            '    "clients": [',
            "      {",
            '        "file": "state.json",',
            '        "urn": "urn",',
            '        "name": "web"',
            "      }",
            "    ],",
            '    "policies": [',
            '      "be-good"',
            "    ]",
            "  }",
            "}",
            "",
        ];
        assert.equal(formatJson(report, []), lines.join("\n"));
    });

    it("has the problem in each violation, and the advice once per violated policy", () => {
        const violations = [
            violation("web", "name is bad."),
            violation("api", "name is worse."),
            violation("old", "One.", { policy: "be-old" }),
        ];
        const rules = ["be-good", "be-better"].map(name => ruleWith({ name, url: `https://acme.dev/${name}`, severity: "high" }));
        const json = JSON.parse(formatJson(reportWith({ violations }), rules));
        assert.deepEqual(json.violations, violations);
        assert.deepEqual(json.policies, {
            "be-good": {
                level: "mandatory",
                severity: "high",
                description: "A client must be good.",
                remediation: "Name it good.",
                url: "https://acme.dev/be-good",
            },
        });
    });

    it("keeps control characters and commands of CI systems, as escapes", () => {
        const evil = "\u009b##vso[task.complete]";
        const json = formatJson(reportWith({ violations: [violation("web", evil)] }), []);
        assert.ok(json.includes('"problem": "\\u009b\\u0023#vso[task.complete]"'));
        assert.equal(JSON.parse(json).violations[0].problem, evil);
    });
});
