import * as assert from "node:assert/strict";
import Ajv from "ajv";
import { describe, it } from "mocha";
import { formatGitlab } from "../../../src/report/formatters/gitlab";
import { reportWith, violation } from "../../support/reports";
import { ruleWith } from "../../support/rules";

/** What GitLab's documentation requires of a Code Quality report; paths must be relative, without `./`. */
const SCHEMA = {
    type: "array",
    items: {
        type: "object",
        required: ["description", "check_name", "fingerprint", "severity", "location"],
        properties: {
            description: { type: "string", minLength: 1 },
            check_name: { type: "string", minLength: 1 },
            fingerprint: { type: "string", minLength: 1 },
            severity: { enum: ["info", "minor", "major", "critical", "blocker"] },
            location: {
                type: "object",
                required: ["path", "lines"],
                properties: {
                    path: { type: "string", pattern: "^[^./]" },
                    lines: { type: "object", required: ["begin"], properties: { begin: { type: "integer", minimum: 1 } } },
                },
            },
        },
    },
};

type Finding = { description: string; check_name: string; fingerprint: string; severity: string; location: object };

function findingsIn(...violations: Parameters<typeof violation>[]): Finding[] {
    const report = formatGitlab(reportWith({ violations: violations.map(parts => violation(...parts)) }), [ruleWith({ name: "be-good" })]);
    assert.ok(report.startsWith("["), "GitLab does not accept a byte order mark");
    return JSON.parse(report);
}

describe("formatGitlab", () => {
    it("has what GitLab requires for each violation", () => {
        const findings = findingsIn(
            ["web", "name is bad.", { location: { file: "src/sign-in.ts", line: 7, column: 9 } }],
            ["api", "name is worse.", { level: "advisory", severity: "low" }],
        );
        const ajv = new Ajv();
        assert.ok(ajv.validate(SCHEMA, findings), ajv.errorsText());
        assert.ok(!ajv.validate(SCHEMA, [{ ...findings[0], severity: "high" }]), "the schema accepts anything");
        assert.deepEqual(findings[0], {
            description: "web: name is bad. Name it good.",
            check_name: "be-good",
            fingerprint: findings[0]?.fingerprint,
            severity: "critical",
            location: { path: "src/sign-in.ts", lines: { begin: 7 } },
        });
    });

    it("has no advice for an error in a type or a rule, and for a policy that is not among the rules", () => {
        const findings = findingsIn(["web", "one", { isError: true }], ["web", "two", { policy: "be-other" }]);
        assert.deepEqual(
            findings.map(({ description }) => description),
            ["web: one", "web: two"],
        );
    });

    it("is an empty list without violations", () => {
        assert.equal(formatGitlab(reportWith(), []), "[]\n");
    });

    it("names the file that was checked if there is no location", () => {
        assert.deepEqual(findingsIn(["web", "name is bad."])[0]?.location, { path: "state.json", lines: { begin: 1 } });
    });

    for (const [level, severities] of [
        ["mandatory", { critical: "blocker", high: "critical", medium: "major", low: "minor" }],
        ["advisory", { critical: "critical", high: "major", medium: "minor", low: "info" }],
    ] as const) {
        for (const [severity, expected] of Object.entries(severities)) {
            it(`has the severity ${expected} for a policy of severity ${severity} at level ${level}`, () => {
                const [finding] = findingsIn(["web", "name is bad.", { level, severity: severity as keyof typeof severities }]);
                assert.equal(finding?.severity, expected);
            });
        }
    }

    it("has different fingerprints, which do not change with problem, level and location", () => {
        const findings = findingsIn(["web", "one"], ["web", "two"], ["api", "one"], ["web", "one", { policy: "be-better" }]);
        const fingerprints = findings.map(({ fingerprint }) => fingerprint);
        assert.equal(new Set(fingerprints).size, 4);
        const [moved] = findingsIn(["web", "three", { level: "advisory", location: { file: "index.ts", line: 3 } }]);
        assert.equal(moved?.fingerprint, fingerprints[0]);
    });

    it("escapes control characters", () => {
        assert.equal(findingsIn(["we\nb", "name is \u001b[2J."])[0]?.description, "we\\u000ab: name is \\u001b[2J. Name it good.");
    });
});
