import * as assert from "node:assert/strict";
import { describe, it } from "mocha";
import type { Level, Rule, RuleConfig } from "../../src/core/rule";
import { type Filter, filterReport, selectPolicies } from "../../src/report/filter";
import { userErrors } from "../support/check";
import { clientNamed, reportWith, violation } from "../support/reports";
import { ruleWith } from "../support/rules";

const entry = (name: string, level: Level, severity: Rule["severity"]): RuleConfig => ({
    rule: ruleWith({ name, severity }),
    level,
    options: {},
});

const config = [
    entry("be-critical", "advisory", "critical"),
    entry("be-disabled", "disabled", "high"),
    entry("be-fixed", "remediate", "medium"),
    entry("be-good", "mandatory", "high"),
    entry("no-harm", "advisory", "low"),
];

const select = (filter: Filter) => {
    const { policies, warnings } = selectPolicies(config, filter);
    return [...policies, ...warnings.map(warning => `! ${warning}`)];
};

describe("selectPolicies", () => {
    for (const [name, filter, expected] of [
        ["every policy that is not disabled", {}, ["be-critical", "be-fixed", "be-good", "no-harm"]],
        ["policies by name", { rule: ["no-harm", "be-good"] }, ["be-good", "no-harm"]],
        ["policies by pattern", { rule: ["be-*"] }, ["be-critical", "be-fixed", "be-good"]],
        ["all but some policies", { skip: ["no-harm", "be-c*"] }, ["be-fixed", "be-good"]],
        ["policies that are named and not skipped", { rule: ["be-*"], skip: ["*-good"] }, ["be-critical", "be-fixed"]],
        ["a severity and those above it", { severity: "medium" }, ["be-critical", "be-fixed", "be-good"]],
        ["the highest severity", { severity: "critical" }, ["be-critical"]],
        ["the lowest severity", { severity: "low" }, ["be-critical", "be-fixed", "be-good", "no-harm"]],
        ["mandatory policies, those that fix included", { level: "mandatory" }, ["be-fixed", "be-good"]],
        ["advisory policies", { level: "advisory" }, ["be-critical", "no-harm"]],
        ["policies by everything", { rule: ["be-*"], skip: ["be-fixed"], level: "mandatory", severity: "high" }, ["be-good"]],
        ["no policy, with a warning", { severity: "critical", level: "mandatory" }, ["! no enabled policy is selected"]],
        ["no policy, with a warning for a pattern", { rule: ["*disabled"] }, ["! no enabled policy is selected"]],
        [
            "no disabled policy, with a warning if it is named",
            { rule: ["be-disabled", "no-harm"], level: "advisory" },
            ["no-harm", "! be-disabled is disabled; a level in the configuration enables it"],
        ],
        [
            "no policy, with one warning if it is named",
            { rule: ["be-disabled"] },
            ["! be-disabled is disabled; a level in the configuration enables it"],
        ],
    ] as const satisfies readonly (readonly [string, Filter, readonly string[]])[]) {
        it(`selects ${name}`, () => assert.deepEqual(select(filter), expected));
    }

    for (const [name, filter, error] of [
        ["an unknown rule", { rule: ["be-goood"] }, 'unknown rule "be-goood"; did you mean be-good?'],
        ["an unknown rule to skip", { skip: ["be-goood"] }, 'unknown rule "be-goood"; did you mean be-good?'],
        ["an unknown level", { level: "madatory" }, 'unknown level "madatory"; did you mean mandatory?'],
        ["a level that no violation has", { level: "remediate" }, 'unknown level "remediate"; use mandatory or advisory.'],
        ["an unknown severity", { severity: "hihg" }, 'unknown severity "hihg"; did you mean high?'],
        ["a severity that is not close to any", { severity: "error" }, 'unknown severity "error"; use critical, high, medium or low.'],
        ["an empty severity", { severity: "" }, 'unknown severity ""; use critical, high, medium or low.'],
    ] as const satisfies readonly (readonly [string, Filter, string])[]) {
        it(`rejects ${name}`, () =>
            assert.deepEqual(
                userErrors(() => select(filter)),
                [error],
            ));
    }
});

describe("filterReport", () => {
    it("keeps the results of the policies, and everything that is not of a policy", () => {
        const policies = ["be-good", "be-bad"];
        const results = <T extends object>(more: T) => policies.map(policy => ({ ...clientNamed("web"), policy, ...more }));
        const exemption = { resource: "web", reason: "moves soon", until: "2026-06-30" };
        const report = reportWith({
            violations: policies.map(policy => violation("web", "One.", { policy })),
            exempt: results({ reason: "exempt: moves soon" }),
            unknown: results({ property: "name" }),
            remediated: results({ properties: ["name"] }),
            endingExemptions: policies.map(policy => ({ policy, ...exemption })),
            unusedExemptions: policies.map(policy => ({ policy, ...exemption, cause: "noClient" })),
            evaluated: { clients: [clientNamed("web")], policies },
            notChecked: [{ type: "other", count: 1, files: ["state.json"] }],
        });
        const expected = {
            ...report,
            ...Object.fromEntries(
                (["violations", "exempt", "unknown", "remediated", "endingExemptions", "unusedExemptions"] as const).map(key => [
                    key,
                    report[key].slice(0, 1),
                ]),
            ),
            evaluated: { ...report.evaluated, policies: ["be-good"] },
        };
        assert.deepEqual(filterReport(report, new Set(["be-good"])), expected);
    });
});
