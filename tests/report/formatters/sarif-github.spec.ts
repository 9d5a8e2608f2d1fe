import * as assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import * as path from "node:path";
import { gzipSync } from "node:zlib";
import { describe, it } from "mocha";
import type { Run } from "sarif";
import { applyConfig } from "../../../src/cli/config/config";
import { evaluateStacks } from "../../../src/report/evaluate-stacks";
import { formatSarif } from "../../../src/report/formatters/sarif";
import type { Report } from "../../../src/report/report";
import { rules } from "../../../src/rules";
import { PACKAGE_FOLDER } from "../../../src/util/package-info";
import { parseResources } from "../../support/check";
import { reportWith, violation } from "../../support/reports";

const state = path.join("examples", "webshop", "state.json");

function runOf(report: Report): Run {
    const [run, ...others] = JSON.parse(formatSarif(report, rules)).runs;
    assert.deepEqual(others, []);
    return run;
}

/** What docs.github.com says in "SARIF support for code scanning" about files that are uploaded. */
describe("SARIF for GitHub", () => {
    const text = readFileSync(path.join(PACKAGE_FOLDER, state), "utf8");
    const webshop = runOf(evaluateStacks([{ file: state, resources: parseResources(text) }], applyConfig(rules)));

    it("has the required texts of each rule, within their lengths", () => {
        const described = webshop.tool.driver.rules ?? [];
        assert.equal(described.length, rules.length);
        for (const { id, name = "", shortDescription, fullDescription, help, properties } of described) {
            assert.ok(id !== "" && name.length <= 255, id);
            for (const description of [shortDescription, fullDescription]) {
                assert.ok(description && description.text.length > 0 && description.text.length <= 1024, id);
            }
            assert.ok(help && help.text.length > 0, id);
            assert.ok((properties?.tags ?? []).length <= 10, `${id}: GitHub shows ten tags`);
        }
    });

    it("has a rule, a message, one relative location and a fingerprint for each result", () => {
        assert.ok(webshop.results && webshop.results.length > 0);
        for (const { ruleId, message, locations = [], partialFingerprints } of webshop.results) {
            assert.ok(ruleId && message.text);
            assert.equal(locations.length, 1);
            assert.match(locations[0]?.physicalLocation?.artifactLocation?.uri ?? "", /^(?!\.|\/|\w+:)/);
            assert.ok((locations[0]?.physicalLocation?.region?.startLine ?? 0) > 0);
            assert.ok(partialFingerprints?.primaryLocationLineHash);
        }
    });

    it("leaves the category to the upload", () => assert.equal(webshop.automationDetails, undefined));

    describe("has at most 25,000 results", () => {
        const advisory = Array.from({ length: 20_000 }, (_, index) => violation(`web${index}`, "name is bad.", { level: "advisory" }));
        const mandatory = Array.from({ length: 5_001 }, (_, index) => violation(`api${index}`, "name is bad."));

        it("all of them if there are not more", () => {
            const { results, invocations } = runOf(reportWith({ violations: [...advisory, ...mandatory.slice(1)] }));
            assert.equal(results?.length, 25_000);
            assert.deepEqual(invocations, [{ executionSuccessful: true }]);
        });

        it("those of mandatory policies first, and says how many are left out", () => {
            const { results = [], invocations } = runOf(reportWith({ violations: [...advisory, ...mandatory] }));
            const errors = results.filter(({ level }) => level === "error");
            assert.deepEqual([results.length, errors.length], [25_000, 5_001]);
            const text = "GitHub accepts 25,000 results; 1 more violation left out.";
            assert.deepEqual(invocations, [
                { executionSuccessful: true, toolExecutionNotifications: [{ level: "warning", message: { text } }] },
            ]);
        });

        it("of at most 10 MB in compressed form", () => {
            const long = Array.from({ length: 25_000 }, (_, index) =>
                violation(`client-${index}`, `callbackUrls has ${index}. `.repeat(20)),
            );
            assert.ok(gzipSync(formatSarif(reportWith({ violations: long }), rules)).length < 10_000_000);
        });
    });
});
