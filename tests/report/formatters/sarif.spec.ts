import * as assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import * as path from "node:path";
import { pathToFileURL } from "node:url";
import Ajv from "ajv";
import { describe, it } from "mocha";
import type { Log, Result } from "sarif";
import { applyConfig } from "../../../src/cli/config/config";
import type { DocumentedRule } from "../../../src/core/rule";
import { evaluateStacks } from "../../../src/report/evaluate-stacks";
import { formatSarif } from "../../../src/report/formatters/sarif";
import type { Report, Violation } from "../../../src/report/report";
import { readRulePage } from "../../../src/report/rule-page";
import { rules } from "../../../src/rules";
import { PACKAGE_FOLDER } from "../../../src/util/package-info";
import { parseResources, urnOf } from "../../support/check";
import { reportWith } from "../../support/reports";
import { ruleWith } from "../../support/rules";

/** The schema that OASIS publishes. */
const SCHEMA = JSON.parse(readFileSync(require.resolve("schemastore/schemas/json/sarif-2.1.0.json"), "utf8"));

const webshop = path.join("examples", "webshop", "state.json");

/** The report on the webshop, as if its state were in this file. */
function webshopReport(file: string): Report {
    const text = readFileSync(path.join(PACKAGE_FOLDER, webshop), "utf8");
    return evaluateStacks([{ file, resources: parseResources(text) }], applyConfig(rules));
}

function reportOf(...violations: Partial<Violation>[]): Report {
    const violation: Violation = {
        file: "state.json",
        urn: urnOf("web"),
        name: "web",
        policy: "valid-token-validity",
        level: "mandatory",
        severity: "high",
        property: "accessTokenValidity",
        problem: "accessTokenValidity is 60 hours.",
    };
    return reportWith({ files: [], violations: violations.map(own => ({ ...violation, ...own })) });
}

function logOf(report: Report, allRules: readonly DocumentedRule[] = rules): Log {
    return JSON.parse(formatSarif(report, allRules));
}

function resultsOf(report: Report, allRules?: readonly DocumentedRule[]): Result[] {
    return logOf(report, allRules).runs[0]?.results ?? [];
}

function fingerprintsOf(report: Report): string[] {
    return resultsOf(report).map(({ partialFingerprints }) => partialFingerprints?.primaryLocationLineHash ?? "");
}

describe("formatSarif", () => {
    const report = webshopReport(webshop);

    it("conforms to the schema", () => {
        const ajv = new Ajv({ strict: false, validateFormats: false, unicodeRegExp: false, logger: false }); // one of its patterns is not a Unicode one
        assert.ok(ajv.validate(SCHEMA, logOf(report)), ajv.errorsText());
        assert.ok(ajv.validate(SCHEMA, logOf(reportOf())), ajv.errorsText());
        assert.ok(ajv.validate(SCHEMA, logOf(reportOf({ policy: "be-other", property: undefined }))), ajv.errorsText());
        assert.ok(!ajv.validate(SCHEMA, { ...logOf(report), version: "2.0.0" }), "the schema accepts anything");
    });

    it("lists the files that could not be checked", () => {
        const log = logOf({ ...reportOf(), errors: ["could not read a.json: permission denied."] });
        assert.deepEqual(log.runs[0]?.invocations, [
            {
                executionSuccessful: false,
                toolExecutionNotifications: [{ level: "error", message: { text: "could not read a.json: permission denied." } }],
            },
        ]);
        const ajv = new Ajv({ strict: false, validateFormats: false, unicodeRegExp: false, logger: false });
        assert.ok(ajv.validate(SCHEMA, log), ajv.errorsText());
    });

    it("names its schema and reports a successful execution", () => {
        const { $schema, runs } = logOf(report);
        assert.equal($schema, "https://json.schemastore.org/sarif-2.1.0.json");
        assert.deepEqual(
            runs.map(({ invocations }) => invocations),
            [[{ executionSuccessful: true }]],
        );
    });

    it("has a result per violation with its file and client", () => {
        const artifactLocation = { uri: "examples/webshop/state.json", uriBaseId: "%SRCROOT%" };
        const physicalLocation = { artifactLocation, region: { startLine: 1 } };
        assert.ok(report.violations.length > 0);
        assert.deepEqual(
            resultsOf(report).map(({ ruleId, message, locations }) => [ruleId, message.text, locations]),
            report.violations.map(({ policy, name, urn, problem }) => [
                policy,
                `${name}: ${problem}`,
                [{ physicalLocation, logicalLocations: [{ name, fullyQualifiedName: urn, kind: "resource" }] }],
            ]),
        );
    });

    it("describes every rule, and links each result to its rule", () => {
        const [run] = logOf(report).runs;
        const described = run?.tool.driver.rules ?? [];
        assert.deepEqual(
            described.map(({ id, helpUri }) => [id, helpUri]),
            rules.map(({ name, url }) => [name, url]),
        );
        for (const { ruleId, ruleIndex = -1 } of run?.results ?? []) assert.equal(described[ruleIndex]?.id, ruleId);
    });

    it("has no rule index for a policy that is not among the rules", () => {
        const [known, unknown] = resultsOf(reportOf({ policy: "be-good" }, { policy: "be-other" }), [ruleWith({ name: "be-good" })]);
        assert.equal(known?.ruleIndex, 0);
        assert.equal(unknown?.ruleId, "be-other");
        assert.ok(unknown && !("ruleIndex" in unknown));
    });

    describe("describes a rule", () => {
        const standards = [
            { title: "OAuth 2.0", name: "RFC 9700", reference: "2.1.2", id: "RFC 9700 2.1.2", url: "https://example.com/rfc" },
            { title: "Weaknesses", name: "CWE", reference: "204", id: "CWE-204", url: "https://example.com/cwe" },
        ];
        const descriptorOf = (rule: DocumentedRule) => {
            const [run] = logOf(reportOf(), [rule]).runs;
            return run?.tool.driver.rules?.[0];
        };

        it("with title, description, remediation and page", () => {
            const rule = ruleWith({
                name: "be-good",
                title: "Good clients",
                description: "A client must be good.",
                remediation: "Name it good.",
                url: "https://example.com/",
                standards,
            });
            assert.deepEqual(descriptorOf(rule), {
                id: "be-good",
                name: "Good clients",
                shortDescription: { text: "A client must be good." },
                fullDescription: { text: "A client must be good. Name it good." },
                help: { text: "Name it good. See https://example.com/", markdown: readRulePage(rule) },
                helpUri: "https://example.com/",
                defaultConfiguration: { enabled: true, level: "error" },
                properties: { tags: ["security", "RFC 9700 2.1.2", "CWE-204"], precision: "high", "security-severity": "2.0" },
            });
        });

        it("without a name if the rule has no title", () => {
            const { title, ...rule } = ruleWith({ name: "be-good" });
            assert.ok(!("name" in (descriptorOf(rule as DocumentedRule) ?? {})));
        });

        for (const [name, metadata, defaultConfiguration] of [
            ["a mandatory rule", { level: "mandatory", severity: "low" }, { enabled: true, level: "error" }],
            ["an advisory rule", { level: "advisory", severity: "medium" }, { enabled: true, level: "warning" }],
            ["an advisory rule of low severity", { level: "advisory", severity: "low" }, { enabled: true, level: "note" }],
            ["a disabled rule", { level: "disabled", severity: "medium" }, { enabled: false, level: "warning" }],
        ] as const) {
            it(`by level and severity: ${name}`, () => {
                assert.deepEqual(descriptorOf(ruleWith({ name: "be-good", ...metadata }))?.defaultConfiguration, defaultConfiguration);
            });
        }

        for (const category of ["security", "limits"] as const) {
            for (const [severity, score] of [
                ["critical", "9.5"],
                ["high", "8.0"],
                ["medium", "5.5"],
                ["low", "2.0"],
            ] as const) {
                it(`as a security alert: category ${category}, severity ${severity}`, () => {
                    const rule = ruleWith({ name: "valid-good", category, severity, standards });
                    assert.deepEqual(descriptorOf(rule)?.properties, {
                        tags: ["security", "RFC 9700 2.1.2", "CWE-204"],
                        precision: "high",
                        "security-severity": score,
                    });
                });
            }
        }

        for (const category of ["deployability", "consistency"] as const) {
            it(`as an error: category ${category}`, () => {
                const rule = ruleWith({ name: "no-good", category, standards });
                assert.deepEqual(descriptorOf(rule)?.properties, {
                    tags: ["correctness", "RFC 9700 2.1.2", "CWE-204"],
                    precision: "very-high",
                });
            });
        }
    });

    it("maps levels and severities to error, warning and note", () => {
        const levels = resultsOf(
            reportOf({ severity: "low" }, { level: "advisory", severity: "medium" }, { level: "advisory", severity: "low" }),
        ).map(({ level }) => level);
        assert.deepEqual(levels, ["error", "warning", "note"]);
    });

    it("has a different fingerprint for each result", () => {
        const fingerprints = fingerprintsOf(report);
        assert.equal(new Set(fingerprints).size, report.violations.length);
        for (const fingerprint of fingerprints) assert.match(fingerprint, /^[0-9a-f]{32}:\d+$/);
    });

    it("keeps the fingerprint if only the problem, the level or the file changes", () => {
        const before = fingerprintsOf(reportOf({}));
        assert.deepEqual(fingerprintsOf(reportOf({ problem: "The access token is valid for 61 hours." })), before);
        assert.deepEqual(fingerprintsOf(reportOf({ file: "elsewhere.json", level: "advisory" })), before);
        assert.deepEqual(fingerprintsOf(webshopReport("elsewhere.json")), fingerprintsOf(report));
    });

    it("changes the fingerprint with the client, the policy and the property, and counts equal ones", () => {
        const others: Partial<Violation>[] = [
            {},
            { urn: urnOf("worker") },
            { policy: "limit-access-token-validity" },
            { property: "idTokenValidity" },
            { property: "tokenValidityUnits.accessToken" },
            { property: "tokenValidityUnits.idToken" },
            { property: undefined },
        ];
        const fingerprints = fingerprintsOf(reportOf(...others, {}));
        assert.equal(new Set(fingerprints).size, fingerprints.length);
        assert.deepEqual(
            fingerprints.map(fingerprint => fingerprint.split(":")[1]),
            [...others.map(() => "1"), "2"],
        );
    });

    it("escapes what would be a link in a message, and no other brackets", () => {
        const textOf = (name: string, problem: string) => resultsOf(reportOf({ name, problem }))[0]?.message.text;
        assert.equal(textOf("a[b]", "has c[0] (d)."), "a[b]: has c[0] (d).");
        assert.equal(textOf("[a](1)", "has [b\\](http://c.d)."), "\\[a\\](1): has \\[b\\\\\\](http://c.d).");
        assert.equal(textOf("[a]", "(1)"), "[a]: (1)");
    });

    it("escapes control characters and lone surrogates in texts for people", () => {
        const evil = "\u001b[2J\u202e\ud800";
        const { runs } = logOf({ ...reportOf({ name: evil, problem: `is ${evil}.` }), errors: [evil] });
        const escaped = "\\u001b[2J\\u202e\\ud800";
        assert.equal(runs[0]?.results?.[0]?.message.text, `${escaped}: is ${escaped}.`);
        assert.equal(runs[0]?.invocations?.[0]?.toolExecutionNotifications?.[0]?.message.text, escaped);
    });

    it("prints no command of a CI system, and keeps URNs as they are", () => {
        const urn = "urn:##vso[task.complete]\u009b";
        const text = formatSarif(reportOf({ urn, problem: "##[error]" }), []);
        assert.doesNotMatch(text, /##\w*\[|\u009b/);
        assert.equal(JSON.parse(text).runs[0].results[0].locations[0].logicalLocations[0].fullyQualifiedName, urn);
    });

    it("names files with lone surrogates", () => {
        const uriOf = (file: string) => resultsOf(reportOf({ file }))[0]?.locations?.[0]?.physicalLocation?.artifactLocation?.uri;
        assert.equal(uriOf("a\ud800.json"), "a%EF%BF%BD.json");
        assert.equal(uriOf("/elsewhere/a\ud800.json"), "file:///elsewhere/a%EF%BF%BD.json");
    });

    it("names files relative to the current folder, and files outside it by their URL", () => {
        const artifactOf = (file: string) => resultsOf(reportOf({ file }))[0]?.locations?.[0]?.physicalLocation?.artifactLocation;
        assert.deepEqual(artifactOf("states/a b.json"), { uri: "states/a%20b.json", uriBaseId: "%SRCROOT%" });
        assert.deepEqual(artifactOf(path.resolve("states/dev.json")), { uri: "states/dev.json", uriBaseId: "%SRCROOT%" });
        assert.deepEqual(artifactOf("/elsewhere/dev.json"), { uri: "file:///elsewhere/dev.json" });
        assert.deepEqual(artifactOf("../dev.json"), { uri: pathToFileURL("../dev.json").href });
        assert.deepEqual(artifactOf("-"), { uri: "stdin" });
    });
});
