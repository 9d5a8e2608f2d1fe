import * as assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import * as path from "node:path";
import Ajv from "ajv";
import { describe, it } from "mocha";
import type { Log, Result } from "sarif";
import { settingsOf } from "../../src/check/config";
import { resourcesOf } from "../../src/check/files";
import { type Report, run, type Violation } from "../../src/check/run";
import { sarif } from "../../src/check/sarif";
import { rules } from "../../src/rules";
import { ROOT } from "../pack";
import { urnOf } from "./harness";

/** The schema that OASIS publishes. */
const SCHEMA = JSON.parse(readFileSync(require.resolve("schemastore/schemas/json/sarif-2.1.0.json"), "utf8"));

const webshop = path.join("examples", "webshop", "state.json");

function reportOf(file: string): Report {
    return run([{ file, resources: resourcesOf(readFileSync(path.join(ROOT, webshop), "utf8")) }], settingsOf(rules));
}

function logOf(report: Report): Log {
    return JSON.parse(sarif(report));
}

function resultsOf(report: Report): Result[] {
    return logOf(report).runs[0]?.results ?? [];
}

/** A report of violations of two rules, of which one is no weakness. */
function reportWith(...violations: Partial<Violation>[]): Report {
    const violation: Violation = {
        file: "state.json",
        urn: urnOf("web"),
        name: "web",
        policy: "valid-token-validity",
        level: "mandatory",
        severity: "high",
        message: "accessTokenValidity is 60 hours.",
    };
    return {
        files: [],
        clients: 1,
        violations: violations.map(own => ({ ...violation, ...own })),
        exempt: [],
        undecided: [],
        remediated: [],
    };
}

const fingerprints = (report: Report) => resultsOf(report).map(({ partialFingerprints }) => partialFingerprints?.primaryLocationLineHash);

describe("sarif", () => {
    const report = reportOf(webshop);

    it("is valid by the schema", () => {
        const ajv = new Ajv({ strict: false, validateFormats: false, unicodeRegExp: false, logger: false }); // a pattern of it is no Unicode one
        assert.ok(ajv.validate(SCHEMA, logOf(report)), ajv.errorsText());
        assert.ok(ajv.validate(SCHEMA, logOf(reportWith())), ajv.errorsText());
        assert.ok(!ajv.validate(SCHEMA, { ...logOf(report), version: "2.0.0" }), "a schema that takes anything");
    });

    it("has a result for each violation, which names its client", () => {
        assert.deepEqual(
            resultsOf(report).map(({ ruleId, message, locations }) => [ruleId, message.text, locations?.[0]?.logicalLocations]),
            report.violations.map(({ policy, name, urn, message }) => [
                policy,
                `${name}: ${message}`,
                [{ name, fullyQualifiedName: urn, kind: "resource" }],
            ]),
        );
    });

    it("describes every rule, and points each result to its own", () => {
        const [found] = logOf(report).runs;
        const described = found?.tool.driver.rules ?? [];
        assert.deepEqual(
            described.map(({ id, helpUri }) => [id, helpUri]),
            rules.map(({ name, url }) => [name, url]),
        );
        for (const { ruleId, ruleIndex = -1 } of found?.results ?? []) assert.equal(described[ruleIndex]?.id, ruleId);
    });

    it("gives a rule's help with its source, its level and its standards", () => {
        const described = new Map(logOf(report).runs[0]?.tool.driver.rules?.map(rule => [rule.id, rule]));
        const errors = described.get("require-prevent-user-existence-errors");
        assert.equal(errors?.shortDescription?.text, "Sign-in errors must not tell a stranger which users exist.");
        assert.match(errors?.help?.text ?? "", /^Set preventUserExistenceErrors to ENABLED\. Source: https:/);
        assert.match(errors?.help?.markdown ?? "", /^Set preventUserExistenceErrors to ENABLED\.\n\n\[Source\]\(https:/);
        assert.deepEqual(errors?.defaultConfiguration, { enabled: true, level: "error" });
        assert.deepEqual(errors?.properties, {
            tags: ["security", "ASVS v5.0.0-6.3.8", "CWE-204"],
            precision: "high",
            "security-severity": "5.5",
        });
        assert.deepEqual(described.get("no-localhost-redirect-urls")?.defaultConfiguration, { enabled: false, level: "note" });
        assert.deepEqual(described.get("valid-token-validity")?.properties, { tags: ["correctness"], precision: "very-high" });
        assert.deepEqual(described.get("match-pool-tier")?.properties, { tags: ["correctness"], precision: "very-high" });
    });

    it("maps the levels to error, warning and note", () => {
        const levels = resultsOf(
            reportWith({ severity: "low" }, { level: "advisory", severity: "medium" }, { level: "advisory", severity: "low" }),
        ).map(({ level }) => level);
        assert.deepEqual(levels, ["error", "warning", "note"]);
    });

    it("has a fingerprint of its own for each result", () => {
        const found = fingerprints(report);
        assert.equal(new Set(found).size, report.violations.length);
    });

    it("keeps the fingerprint where only a value or the file has changed", () => {
        const before = fingerprints(reportWith({}));
        assert.deepEqual(fingerprints(reportWith({ message: "accessTokenValidity is 61 hours." })), before);
        assert.deepEqual(fingerprints(reportWith({ file: "elsewhere.json", level: "advisory" })), before);
        assert.deepEqual(fingerprints(reportOf("elsewhere.json")), fingerprints(report));
    });

    it("changes the fingerprint with the client, the rule and the property, and counts where these are the same", () => {
        const others = [
            {},
            { urn: urnOf("worker") },
            { policy: "limit-access-token-validity" },
            { message: "idTokenValidity is 60 hours." },
        ];
        const found = fingerprints(reportWith(...others, {}));
        assert.equal(new Set(found).size, found.length);
        assert.deepEqual(
            found.map(fingerprint => fingerprint?.split(":")[1]),
            [...others.map(() => "1"), "2"],
        );
    });

    it("tells a file from the current folder on, and one outside of it by its whole path", () => {
        const uri = (file: string) => resultsOf(reportWith({ file }))[0]?.locations?.[0]?.physicalLocation?.artifactLocation?.uri;
        assert.equal(uri("states/a b.json"), "states/a%20b.json");
        assert.equal(uri(path.resolve("states/dev.json")), "states/dev.json");
        assert.equal(uri("/elsewhere/dev.json"), "file:///elsewhere/dev.json");
        assert.equal(uri("-"), "stdin");
    });
});
