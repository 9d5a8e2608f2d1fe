import * as assert from "node:assert/strict";
import { stripVTControlCharacters } from "node:util";
import { describe, it } from "mocha";
import { formatText } from "../../../src/report/formatters/text";
import type { Report, Violation } from "../../../src/report/report";
import { urnOf } from "../../support/check";
import { reportWith } from "../../support/reports";
import { ruleWith } from "../../support/rules";

const rules = [
    ruleWith({ name: "be-good", url: "https://acme.dev/be-good" }),
    ruleWith({ name: "be-better", description: "A client must be better.", remediation: "Improve it.", url: "https://acme.dev/be-better" }),
];

function source(name: string, policy = "be-good") {
    return { file: "a.json", urn: urnOf(name), name, policy };
}

function violation(name: string, problem: string, more: Partial<Violation> = {}): Violation {
    return { ...source(name), level: "mandatory", severity: "high", property: "name", problem, ...more };
}

function linesOf(report: Partial<Report>, columns = 100, colors = false): string[] {
    const text = formatText(reportWith({ files: ["a.json"], ...report }), rules, { columns, colors });
    assert.ok(text.endsWith("\n") && !text.endsWith("\n\n"));
    return text.split("\n").slice(0, -1);
}

describe("formatText", () => {
    it("lists the violations of each client, then why and what to write once per policy, and a summary", () => {
        const report = {
            clients: 3,
            violations: [
                violation("web", "One."),
                violation("web", "Two."),
                violation("web", "Three.", { policy: "be-better", level: "advisory" }),
                violation("api", "Four.", { policy: "be-better", level: "advisory" }),
                violation("api", "Five.", { policy: "be-better", level: "advisory" }),
            ],
            unknown: [{ ...source("api"), property: "callbackUrls[0]" }],
        };
        assert.deepEqual(linesOf(report), [
            "web",
            "  mandatory  One.  be-good",
            "  mandatory  Two.  be-good",
            "  advisory   Three.  be-better",
            "",
            "api",
            "  advisory   Four.  be-better",
            "  advisory   Five.  be-better",
            "",
            "Violated policies",
            "  be-good",
            "    A client must be good. Name it good.",
            "    https://acme.dev/be-good",
            "  be-better",
            "    A client must be better. Improve it.",
            "    https://acme.dev/be-better",
            "",
            "Not evaluated",
            "  api: callbackUrls[0] is unknown (be-good)",
            "",
            "3 clients: 2 mandatory and 3 advisory violations, 0 exempt, 1 unknown",
        ]);
    });

    it("has no advice on a policy that is not among the rules, or that only an error in a type or a rule violates", () => {
        const violations = [violation("web", "One.", { policy: "be-other" }), violation("web", "Rule failed.", { isError: true })];
        assert.deepEqual(linesOf({ violations }).slice(0, -1), [
            "web",
            "  mandatory  One.  be-other",
            "  mandatory  Rule failed.  be-good",
            "",
        ]);
        const both = linesOf({ violations: [...violations, violation("web", "Two.")] });
        assert.ok(both.includes("    A client must be good. Name it good."));
    });

    it("takes one or two lines for a violation", () => {
        const line = (problem: string) => linesOf({ violations: [violation("web", problem, { policy: "be-ok" })] }, 40).slice(1, -2);
        assert.deepEqual(line("a".repeat(20)), [`  mandatory  ${"a".repeat(20)}  be-ok`]);
        assert.deepEqual(line("a".repeat(21)), [`  mandatory  ${"a".repeat(21)}`, "             be-ok"]);
        assert.deepEqual(line(`${"a".repeat(20)} bcd efg`), [`  mandatory  ${"a".repeat(20)} bcd`, "             efg  be-ok"]);
    });

    it("prints only the summary if there is nothing to report", () => {
        assert.deepEqual(linesOf({}), ["1 client: 0 mandatory and 0 advisory violations, 0 exempt, 0 unknown"]);
        assert.deepEqual(linesOf({ clients: 0 }), ["0 clients: 0 mandatory and 0 advisory violations, 0 exempt, 0 unknown"]);
    });

    it("prints large numbers with commas", () => {
        const violations = Array.from({ length: 1000 }, () => violation("web", "One."));
        assert.equal(
            linesOf({ clients: 1234567, violations }).at(-1),
            "1,234,567 clients: 1,000 mandatory and 0 advisory violations, 0 exempt, 0 unknown",
        );
    });

    it("lists fixed properties and exempt clients", () => {
        const report = {
            remediated: ["web", "app"].map(name => ({ ...source(name), properties: ["name", "region"] })),
            exempt: [{ ...source("old", "be-new"), reason: "exempt: removed in May" }],
        };
        assert.deepEqual(linesOf(report), [
            "Fixed at level remediate",
            "  web and app: be-good: name, region",
            "",
            "Exempt",
            "  old: be-new: exempt: removed in May",
            "",
            "1 client: 0 mandatory and 0 advisory violations, 1 exempt, 0 unknown",
        ]);
    });

    it("lists unknown values once per client, with the number of policies that depend on them", () => {
        const unknown = [
            ...["be-good", "be-better", "be-best"].map(policy => ({ ...source("web", policy), property: "callbackUrls[0]" })),
            { ...source("web"), property: "region" },
            { ...source("api"), property: "region" },
            { ...source("api", "be-better"), property: "name" },
        ];
        assert.deepEqual(linesOf({ unknown }), [
            "Not evaluated",
            "  web: callbackUrls[0] is unknown (3 policies)",
            "  web and api: region is unknown (be-good)",
            "  api: name is unknown (be-better)",
            "",
            "1 client: 0 mandatory and 0 advisory violations, 0 exempt, 6 unknown",
        ]);
    });

    it("joins the names of up to four clients with the same exemption, and counts those of more", () => {
        const exempt = (count: number) =>
            Array.from({ length: count }, (_, index) => ({ ...source(`web${index}`), reason: "exempt: moves soon" }));
        assert.deepEqual(linesOf({ exempt: exempt(4) }).slice(0, 2), [
            "Exempt",
            "  web0, web1, web2 and web3: be-good: exempt: moves soon",
        ]);
        assert.equal(linesOf({ exempt: exempt(5) })[1], "  web0, web1, web2 and 2 more: be-good: exempt: moves soon");
        assert.equal(linesOf({ exempt: exempt(2000) })[1], "  web0, web1, web2 and 1,997 more: be-good: exempt: moves soon");
    });

    it("lists exemptions that end soon and those that are unused", () => {
        const exemption = { policy: "be-good", resource: "old-*", reason: "moves soon" };
        const endingExemptions = [
            { ...exemption, until: "2026-06-30" },
            { ...exemption, resource: "web", until: "2026-06-30" },
            { ...exemption, until: "2026-07-01" },
        ];
        const unusedExemptions = [
            { ...exemption, cause: "noClient" as const },
            { ...exemption, resource: "web", cause: "notViolated" as const },
        ];
        assert.deepEqual(linesOf({ endingExemptions, unusedExemptions }), [
            "Exemptions that end within 30 days",
            "  old-* and web: be-good: until 2026-06-30: moves soon",
            "  old-*: be-good: until 2026-07-01: moves soon",
            "",
            "Unused exemptions",
            "  old-*: be-good: there is no such client",
            "  web: be-good: the policy is not violated",
            "",
            "1 client: 0 mandatory and 0 advisory violations, 0 exempt, 0 unknown",
        ]);
    });

    it("ends with the policies by number of violations if there are several files", () => {
        const better = { policy: "be-better", level: "advisory" } as const;
        const violations = [
            ...Array.from({ length: 1000 }, () => violation("web", "One.", better)),
            violation("api", "Two.", better),
            violation("api", "Three.", { file: "b.json" }),
        ];
        assert.deepEqual(linesOf({ files: ["a.json", "b.json"], clients: 2, violations }).slice(-5), [
            "violations  clients  stacks  level      policy",
            "     1,001        2       1  advisory   be-better",
            "         1        1       1  mandatory  be-good",
            "",
            "2 stacks, 2 clients: 1 mandatory and 1,001 advisory violations, 0 exempt, 0 unknown",
        ]);
    });

    it("prints no table without violations", () => assert.equal(linesOf({ files: ["a.json", "b.json"] }).length, 1));

    it("prints an error once that several policies report", () => {
        const error = (policy: string, more: Partial<Violation> = {}) =>
            violation("web", "It is no list.", { policy, isError: true, ...more });
        const violations = [error("be-good"), violation("web", "One."), error("be-better", { level: "advisory" }), error("be-other")];
        assert.deepEqual(linesOf({ violations }).slice(0, 4), [
            "web",
            "  mandatory  It is no list.  be-good and 2 more",
            "  mandatory  One.  be-good",
            "",
        ]);
    });

    it("says how many violations can be fixed, with the command, which is not wrapped", () => {
        const fixable = violation("web", "One.", { fix: () => "" });
        const fixCommand = `npx pulumi-policy-aws-cognito fix ${"states/".repeat(10)}\u0007`;
        const lines = (violations: readonly Violation[]) =>
            formatText(reportWith({ violations }), rules, { columns: 60, colors: false, fixCommand }).trimEnd().split("\n");
        assert.equal(
            lines([fixable, violation("web", "Two.")]).at(-1),
            `1 of these can be fixed: ${fixCommand.replace("\u0007", "\\u0007")}`,
        );
        assert.doesNotMatch(lines([violation("web", "Two.")]).at(-1) ?? "", /fixed/);
        assert.doesNotMatch(linesOf({ violations: [fixable] }).at(-1) ?? "", /fixed/);
    });

    it("lists clients that are not checked, and the number of inputs that could not be checked", () => {
        const type = "aws-native:cognito:UserPoolClient";
        const report = { clients: 0, notChecked: [{ type, count: 2, files: ["a.json"] }], errors: ["a", "b"] };
        assert.deepEqual(linesOf(report, 150), [
            "0 clients: 0 mandatory and 0 advisory violations, 0 exempt, 0 unknown",
            `2 clients of type ${type} are not checked: the policies evaluate only aws:cognito/userPoolClient:UserPoolClient.`,
            "2 inputs could not be checked.",
        ]);
        assert.equal(linesOf({ errors: ["a"] }).at(-1), "1 input could not be checked.");
        assert.equal(linesOf(report, 100).length, 4);
    });

    it("adds the file to the names of clients if there are several files", () => {
        const report = {
            files: ["a.json", "b.json"],
            violations: [violation("web", "One."), violation("web", "Two.", { file: "b.json" })],
        };
        assert.deepEqual(
            linesOf(report).filter(line => /^\w/.test(line)),
            [
                "web (a.json)",
                "web (b.json)",
                "Violated policies",
                "violations  clients  stacks  level      policy",
                "2 stacks, 1 client: 2 mandatory and 0 advisory violations, 0 exempt, 0 unknown",
            ],
        );
    });

    it("prints the URNs of clients that have the same name in one file", () => {
        const urn = "urn:pulumi:dev::shop::shop:App$aws:cognito/userPoolClient:UserPoolClient::web";
        const report = { violations: [violation("web", "One."), violation("web", "Two.", { urn }), violation("api", "Three.")] };
        assert.deepEqual(
            linesOf(report)
                .slice(0, -1)
                .filter(line => /^\w/.test(line)),
            [urnOf("web"), urn, "api", "Violated policies"],
        );
    });

    it("wraps problems, advice and lists at the width of the screen", () => {
        const report = {
            violations: [violation("web", `1234 678 10 ${"x".repeat(20)} end`)],
            exempt: [{ ...source("old"), reason: "why" }],
        };
        assert.deepEqual(linesOf(report, 22).slice(1, -2), [
            "  mandatory  1234 678",
            "             10",
            `             ${"x".repeat(20)}`,
            "             end",
            "             be-good",
            "",
            "Violated policies",
            "  be-good",
            "    A client must be",
            "    good. Name it",
            "    good.",
            "    https://acme.dev/be-good",
            "",
            "Exempt",
            "  old: be-good: why",
        ]);
    });

    it("colors levels, names and headings if the screen has colors", () => {
        const report = {
            violations: [violation("web", "One."), violation("web", "Two.", { level: "advisory", policy: "be-better" })],
            remediated: [{ ...source("web"), properties: ["name"] }],
            exempt: [{ ...source("old"), reason: "exempt" }],
        };
        const esc = "\u001b";
        const heading = (text: string) => `${esc}[1m${esc}[4m${text}${esc}[24m${esc}[22m`;
        assert.deepEqual(linesOf(report, 100, true), [
            heading("web"),
            `  ${esc}[1m${esc}[31mmandatory${esc}[39m${esc}[22m  One.  ${esc}[2mbe-good${esc}[22m`,
            `  ${esc}[33madvisory${esc}[39m   Two.  ${esc}[2mbe-better${esc}[22m`,
            "",
            heading("Violated policies"),
            `  ${esc}[1mbe-good${esc}[22m`,
            "    A client must be good. Name it good.",
            "    https://acme.dev/be-good",
            `  ${esc}[1mbe-better${esc}[22m`,
            "    A client must be better. Improve it.",
            "    https://acme.dev/be-better",
            "",
            heading("Fixed at level remediate"),
            "  web: be-good: name",
            "",
            heading("Exempt"),
            "  old: be-good: exempt",
            "",
            `${esc}[1m1 client: 1 mandatory and 1 advisory violations, 1 exempt, 0 unknown${esc}[22m`,
        ]);
    });

    it("escapes control characters in names, problems and reasons", () => {
        const evil = "\u001b[2Jw\u202eeb\r\n\u0000\u009b\u2028\ud800";
        const escaped = "\\u001b[2Jw\\u202eeb\\u000d\\u000a\\u0000\\u009b\\u2028\\ud800";
        const report = {
            violations: [violation(evil, `name is ${evil}.`, { isError: true })],
            exempt: [{ ...source(evil), reason: evil }],
        };
        assert.deepEqual(linesOf(report, 200), [
            escaped,
            `  mandatory  name is ${escaped}.  be-good`,
            "",
            "Exempt",
            `  ${escaped}: be-good: ${escaped}`,
            "",
            "1 client: 1 mandatory and 0 advisory violations, 1 exempt, 0 unknown",
        ]);
    });

    it("prints no command of a CI system, also not after wrapping", () => {
        const evil = "::add-mask::a ::error::b ##vso[task.complete]c ##[error]d";
        for (const columns of [10, 30, 100]) {
            const lines = linesOf({ violations: [violation(evil, evil)], exempt: [{ ...source(evil), reason: evil }] }, columns, true);
            for (const line of lines.map(stripVTControlCharacters)) assert.doesNotMatch(line, /^\s*::|##\w*\[/, line);
        }
    });
});
