import * as assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import * as path from "node:path";
import Ajv from "ajv";
import { describe, it } from "mocha";
import { reportSchema } from "../../../scripts/docs/report-schema";
import { TypeReader } from "../../../scripts/docs/type-schema";
import { applyConfig } from "../../../src/cli/config/config";
import { evaluateStacks } from "../../../src/report/evaluate-stacks";
import { formatJson } from "../../../src/report/formatters/json";
import type { Report } from "../../../src/report/report";
import { rules } from "../../../src/rules";
import { PACKAGE_FOLDER } from "../../../src/util/package-info";
import { parseResources } from "../../support/check";
import { clientNamed, reportWith, violation } from "../../support/reports";

const schema = reportSchema();
const validate = new Ajv().compile(schema);
const validateNames = new Ajv().compile(closed(schema));

/** Returns the schema without other properties than those that it describes. */
function closed(schema: object): object {
    return JSON.parse(JSON.stringify(schema), (_key, value) => {
        return value?.properties && value.type === "object" ? { ...value, additionalProperties: false } : value;
    });
}

/** Checks that a report conforms to the schema, and that the schema describes all of its properties. */
function assertDescribed(report: Report): void {
    const json = JSON.parse(formatJson(report, rules));
    assert.ok(validate(json), JSON.stringify(validate.errors));
    assert.ok(validateNames(json), JSON.stringify(validateNames.errors));
}

describe("reportSchema", () => {
    const location = { file: "index.ts", line: 7, column: 9, endLine: 8, endColumn: 1 };
    const client = { ...clientNamed("web"), hasSecrets: true, location, callers: [location] };
    const exemption = { policy: "be-good", resource: "web", reason: "moves soon", until: "2027-03-31" };
    const full = reportWith({
        violations: [violation("web", "name is bad.", { ...client, policy: "valid-name", propertyLocation: location })],
        exempt: [{ ...client, policy: "be-good", reason: "exempt: moves soon" }],
        unknown: [{ ...client, policy: "be-good", property: "name" }],
        remediated: [{ ...client, policy: "be-good", properties: ["name"] }],
        endingExemptions: [exemption],
        unusedExemptions: [{ ...exemption, cause: "noClient" }],
        notChecked: [{ type: "aws-native:cognito:UserPoolClient", count: 2, files: ["state.json"] }],
        errors: ["could not read a.json: no such file."],
        evaluated: { clients: [client], policies: ["be-good"] },
    });

    it("describes a report with everything", () => assertDescribed(full));

    it("describes the report on the webshop", () => {
        const text = readFileSync(path.join(PACKAGE_FOLDER, "examples/webshop/state.json"), "utf8");
        const report = evaluateStacks([{ file: "state.json", resources: parseResources(text) }], applyConfig(rules, { all: "advisory" }));
        assert.ok(report.violations.length > 0);
        assertDescribed(report);
    });

    it("describes every property: another one is rejected by the closed schema", () => {
        const json = JSON.parse(formatJson(full, rules));
        assert.ok(!validateNames({ ...json, more: 1 }));
        assert.ok(!validateNames({ ...json, violations: [{ ...json.violations[0], message: "" }] }));
        assert.ok(validate({ ...json, more: 1 }), "later versions may add properties");
    });

    for (const [name, parts] of [
        ["a property that is missing", { violations: [{ ...violation("web", "name is bad."), policy: undefined }] }],
        ["a value of the wrong type", { clients: "1" }],
        ["an unknown level", { violations: [{ ...violation("web", "name is bad."), level: "off" }] }],
        ["a location without a line", { evaluated: { clients: [{ ...client, location: { file: "a.ts" } }], policies: [] } }],
    ] as const) {
        it(`rejects ${name}`, () => {
            const report = JSON.parse(formatJson({ ...full, ...(parts as unknown as Partial<Report>) }, rules));
            assert.ok(!validate(report));
        });
    }
});

describe("TypeReader", () => {
    it("rejects what it cannot convert", () => {
        const reader = new TypeReader({});
        assert.throws(
            () => reader.interfaceSchema("src/report/report.ts", "NoSuchType"),
            /^Error: src\/report\/report\.ts has no type NoSuchType\.$/,
        );
        assert.throws(
            () => reader.interfaceSchema("src/report/report.ts", "Stack"),
            /^Error: The type .* cannot be converted to a schema\.$/,
        );
        assert.throws(
            () => reader.interfaceSchema("src/report/report.ts", "ViolationLevel"),
            /^Error: ViolationLevel is not an interface\.$/,
        );
    });
});
