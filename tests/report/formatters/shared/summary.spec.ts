import * as assert from "node:assert/strict";
import { describe, it } from "mocha";
import { countResults } from "../../../../src/report/formatters/shared/summary";
import { clientNamed, reportWith, violation } from "../../../support/reports";

describe("countResults", () => {
    it("counts the results by level, severity and policy, the most frequent policy first", () => {
        const advisory = { level: "advisory", severity: "low", policy: "be-advised" } as const;
        const report = reportWith({
            files: ["state.json", "other.json"],
            clients: 3,
            violations: [
                violation("web", "One."),
                violation("web", "Two."),
                violation("api", "Three.", { file: "other.json" }),
                violation("web", "Four.", advisory),
                violation("web", "Five.", { policy: "be-able", severity: "critical" }),
            ],
            exempt: [{ ...clientNamed("old"), policy: "be-good", reason: "exempt: moves soon" }],
            unknown: ["name", "region"].map(property => ({ ...clientNamed("web"), policy: "be-good", property })),
        });
        assert.deepEqual(countResults(report), {
            stacks: 2,
            clients: 3,
            byLevel: { mandatory: 4, advisory: 1 },
            bySeverity: { critical: 1, high: 3, medium: 0, low: 1 },
            byPolicy: [
                { policy: "be-good", level: "mandatory", severity: "high", violations: 3, clients: 2, stacks: 2 },
                { policy: "be-able", level: "mandatory", severity: "critical", violations: 1, clients: 1, stacks: 1 },
                { policy: "be-advised", level: "advisory", severity: "low", violations: 1, clients: 1, stacks: 1 },
            ],
            exempt: 1,
            unknown: 2,
        });
    });

    it("counts clients of the same URN in several files", () => {
        const violations = [violation("web", "One."), violation("web", "One.", { file: "other.json" })];
        assert.equal(countResults(reportWith({ violations })).byPolicy[0]?.clients, 2);
    });
});
