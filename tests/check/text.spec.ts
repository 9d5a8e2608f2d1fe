import * as assert from "node:assert/strict";
import { describe, it } from "mocha";
import type { Report, Violation } from "../../src/check/run";
import { text } from "../../src/check/text";
import { urnOf } from "./harness";

const NONE: Report = { files: ["a.json"], clients: 1, violations: [], exempt: [], undecided: [], remediated: [] };

function finding(name: string, policy = "be-good", file = "a.json", urn = urnOf(name)) {
    return { file, urn, name, policy };
}

function violation(name: string, message: string, more: Partial<Violation> = {}): Violation {
    return { ...finding(name), level: "mandatory", severity: "high", message, ...more };
}

describe("text", () => {
    const linesOf = (report: Partial<Report>, columns = 100, colours = false) => {
        const written = text({ ...NONE, ...report }, { columns, colours });
        assert.ok(written.endsWith("\n") && !written.endsWith("\n\n"));
        return written.split("\n").slice(0, -1);
    };

    it("groups by client what is wrong, and sums up", () => {
        const report = {
            clients: 3,
            violations: [
                violation("web", "One."),
                violation("web", "Two.", { policy: "be-better", level: "advisory" }),
                violation("api", "Three."),
            ],
            undecided: [{ ...finding("api"), property: "callbackUrls[0]" }],
        };
        assert.deepEqual(linesOf(report), [
            "web",
            "  mandatory  be-good",
            "    One.",
            "  advisory  be-better",
            "    Two.",
            "",
            "api",
            "  mandatory  be-good",
            "    Three.",
            "",
            "3 clients: 2 mandatory and 1 advisory violations, 0 exempt, 1 undecided",
        ]);
    });

    it("says in a line that nothing is wrong", () => {
        assert.deepEqual(linesOf({}), ["1 client: 0 mandatory and 0 advisory violations, 0 exempt, 0 undecided"]);
    });

    it("lists what remediation changed and who is exempt", () => {
        const report = {
            remediated: [{ ...finding("web"), properties: ["name", "region"] }],
            exempt: [{ ...finding("old", "be-new"), reason: "exempt: goes in May" }],
        };
        assert.deepEqual(linesOf(report), [
            "Changed by remediation",
            "  web: be-good: name, region",
            "",
            "Exempt",
            "  old: be-new: exempt: goes in May",
            "",
            "1 client: 0 mandatory and 0 advisory violations, 1 exempt, 0 undecided",
        ]);
    });

    it("tells clients of one name apart by their files", () => {
        const report = {
            files: ["a.json", "b.json"],
            violations: [violation("web", "One."), violation("web", "Two.", { file: "b.json" })],
        };
        assert.deepEqual(
            linesOf(report).filter(line => /^\w/.test(line)),
            ["web (a.json)", "web (b.json)", "1 client: 2 mandatory and 0 advisory violations, 0 exempt, 0 undecided"],
        );
    });

    it("tells clients of one name in one file apart by their URNs", () => {
        const urn = "urn:pulumi:dev::shop::shop:App$aws:cognito/userPoolClient:UserPoolClient::web";
        const report = { violations: [violation("web", "One."), violation("web", "Two.", { urn }), violation("api", "Three.")] };
        assert.deepEqual(
            linesOf(report)
                .slice(0, -1)
                .filter(line => /^\w/.test(line)),
            [urnOf("web"), urn, "api"],
        );
    });

    it("breaks lines between words at the width of the screen", () => {
        const lines = linesOf({ violations: [violation("web", `1234 678 10 ${"x".repeat(20)} end`)] }, 12);
        assert.deepEqual(lines.slice(2, 6), ["    1234 678", "    10", `    ${"x".repeat(20)}`, "    end"]);
    });

    it("begins with a word that is wider than the screen in the line that there is", () => {
        const lines = linesOf({ violations: [violation("web", `${"x".repeat(20)} end`)] }, 12);
        assert.deepEqual(lines.slice(1, 4), ["  mandatory  be-good", `    ${"x".repeat(20)}`, "    end"]);
    });

    it("colours levels, names and headings where the screen can", () => {
        const report = {
            violations: [violation("web", "One."), violation("web", "Two.", { level: "advisory" })],
            remediated: [{ ...finding("web"), properties: ["name"] }],
            exempt: [{ ...finding("old"), reason: "exempt" }],
        };
        const esc = "\u001b";
        assert.deepEqual(linesOf(report, 100, true), [
            `${esc}[1m${esc}[4mweb${esc}[24m${esc}[22m`,
            `  ${esc}[1m${esc}[31mmandatory${esc}[39m${esc}[22m  ${esc}[1mbe-good${esc}[22m`,
            "    One.",
            `  ${esc}[33madvisory${esc}[39m  ${esc}[1mbe-good${esc}[22m`,
            "    Two.",
            "",
            `${esc}[1m${esc}[4mChanged by remediation${esc}[24m${esc}[22m`,
            "  web: be-good: name",
            "",
            `${esc}[1m${esc}[4mExempt${esc}[24m${esc}[22m`,
            "  old: be-good: exempt",
            "",
            `${esc}[1m1 client: 1 mandatory and 1 advisory violations, 1 exempt, 0 undecided${esc}[22m`,
        ]);
    });

    it("shows control and direction characters as their code points", () => {
        const evil = "\u001b[2Jw\u202eeb\r\n\u0000\u009b\u2028";
        const harmless = "\\u001b[2Jw\\u202eeb\\u000d\\u000a\\u0000\\u009b\\u2028";
        const report = {
            violations: [violation(evil, `name is ${evil}.`)],
            exempt: [{ ...finding(evil), reason: evil }],
        };
        assert.deepEqual(linesOf(report, 200), [
            harmless,
            "  mandatory  be-good",
            `    name is ${harmless}.`,
            "",
            "Exempt",
            `  ${harmless}: be-good: ${harmless}`,
            "",
            "1 client: 1 mandatory and 0 advisory violations, 1 exempt, 0 undecided",
        ]);
    });
});
