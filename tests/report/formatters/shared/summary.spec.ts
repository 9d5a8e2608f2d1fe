import * as assert from "node:assert/strict";
import { describe, it } from "mocha";
import { countResults, summarize } from "../../../../src/report/formatters/shared/summary";
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

    it("counts the values that only a preview of a program has", () => {
        const { urn, ...client } = clientNamed("web");
        const unknown = ["name", "region"].map(property => ({ ...client, policy: "be-good", property }));
        const report = reportWith({ unknown, notSeen: { programs: ["state.json"], computed: [] } });
        assert.deepEqual(countResults(report).notSeen, { values: 2, clients: 1 });
        assert.ok(!("notSeen" in countResults(reportWith({ unknown }))));
    });

    it("sorts policies with as many violations by name", () => {
        const violations = ["b", "c", "a"].map(policy => violation("web", "One.", { policy }));
        const policies = countResults(reportWith({ violations })).byPolicy.map(({ policy }) => policy);
        assert.deepEqual(policies, ["a", "b", "c"]);
    });

    it("counts clients of the same URN in several files", () => {
        const violations = [violation("web", "One."), violation("web", "One.", { file: "other.json" })];
        assert.equal(countResults(reportWith({ violations })).byPolicy[0]?.clients, 2);
    });
});

describe("summarize", () => {
    const results = "1 client: 0 mandatory and 0 advisory violations, 0 exempt, 0 unknown";
    for (const [files, programs, expected] of [
        [["a"], undefined, results],
        [["a", "b"], undefined, `2 stacks, ${results}`],
        [["a", "b"], [], `2 stacks, ${results}`],
        [["a", "b"], ["a"], `1 program, 1 stack, ${results}`],
        [["a", "b"], ["a", "b"], `2 programs, ${results}`],
    ] as const) {
        it(`counts ${files.length} sources, with ${programs?.length ?? "no"} programs`, () => {
            assert.equal(summarize(reportWith({ files, ...(programs && { notSeen: { programs, computed: [] } }) })), expected);
        });
    }
});
