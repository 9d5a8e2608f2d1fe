import * as assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import Ajv from "ajv";
import { describe, it } from "mocha";
import type { Log } from "sarif";
import { formatSarif } from "../../../src/report/formatters/sarif";
import type { Violation } from "../../../src/report/report";
import { rules } from "../../../src/rules";
import type { Location, Place } from "../../../src/stacks/positions/location";
import { urnOf } from "../../support/check";
import { reportWith, violation } from "../../support/reports";

const SIGN_IN: Location = { file: "src/sign-in.ts", line: 7, column: 9 };
const INDEX: Location = { file: "src/index.ts", line: 6, column: 1 };
const MAIN: Location = { file: "my app/[a]\\b/__main__.py", line: 10 };

function logOf(...places: readonly (Place & Partial<Violation>)[]): Log {
    const violations = places.map(place => violation("web", "name is bad.", { ...place, property: "name" }));
    return JSON.parse(formatSarif(reportWith({ violations }), rules));
}

function resultOf(place: Place & Partial<Violation>) {
    const result = logOf(place).runs[0]?.results?.[0];
    assert.ok(result);
    return result;
}

describe("formatSarif with locations", () => {
    const logicalLocations = [{ name: "web", fullyQualifiedName: urnOf("web"), kind: "resource" }];

    it("points to the line of the program", () => {
        const physicalLocation = {
            artifactLocation: { uri: "src/sign-in.ts", uriBaseId: "%SRCROOT%" },
            region: { startLine: 7, startColumn: 9 },
        };
        const { locations, message, ...rest } = resultOf({ location: SIGN_IN });
        assert.deepEqual(locations, [{ physicalLocation, logicalLocations }]);
        assert.equal(message.text, "web: name is bad.");
        assert.ok(!("relatedLocations" in rest));
    });

    it("encodes the path, and has no column if it is unknown", () => {
        assert.deepEqual(resultOf({ location: MAIN }).locations?.[0]?.physicalLocation, {
            artifactLocation: { uri: "my%20app/%5Ba%5D%5Cb/__main__.py", uriBaseId: "%SRCROOT%" },
            region: { startLine: 10 },
        });
    });

    it("links the callers in the message, and describes them", () => {
        const { message, relatedLocations } = resultOf({ location: SIGN_IN, callers: [INDEX, MAIN] });
        assert.equal(message.text, "web: name is bad. Called from [src/index.ts:6:1](1) and [my app/\\[a\\]\\\\b/__main__.py:10](2).");
        assert.deepEqual(relatedLocations, [
            {
                id: 1,
                physicalLocation: {
                    artifactLocation: { uri: "src/index.ts", uriBaseId: "%SRCROOT%" },
                    region: { startLine: 6, startColumn: 1 },
                },
                message: { text: "called from here" },
            },
            {
                id: 2,
                physicalLocation: {
                    artifactLocation: { uri: "my%20app/%5Ba%5D%5Cb/__main__.py", uriBaseId: "%SRCROOT%" },
                    region: { startLine: 10 },
                },
                message: { text: "called from here" },
            },
        ]);
    });

    it("points to the file that was checked if there is no location", () => {
        assert.deepEqual(resultOf({}).locations, [
            {
                physicalLocation: { artifactLocation: { uri: "state.json", uriBaseId: "%SRCROOT%" }, region: { startLine: 1 } },
                logicalLocations,
            },
        ]);
    });

    it("points to the property if its place is known", () => {
        const propertyLocation = { ...SIGN_IN, line: 9, endLine: 9, endColumn: 21 };
        const { locations } = resultOf({ location: SIGN_IN, propertyLocation });
        assert.deepEqual(locations?.[0]?.physicalLocation, {
            artifactLocation: { uri: "src/sign-in.ts", uriBaseId: "%SRCROOT%" },
            region: { startLine: 9, startColumn: 9, endLine: 9, endColumn: 21 },
        });
    });

    it("replaces lone surrogates in a path", () => {
        const { uri } =
            resultOf({ location: { file: "a\ud800/b\udc00😀.ts", line: 1 } }).locations?.[0]?.physicalLocation?.artifactLocation ?? {};
        assert.equal(uri, "a%EF%BF%BD/b%EF%BF%BD%F0%9F%98%80.ts");
    });

    it("describes the base of relative paths, without the path of a machine", () => {
        assert.deepEqual(logOf({}).runs[0]?.originalUriBaseIds, {
            "%SRCROOT%": { description: { text: "The root folder of the repository." } },
        });
    });

    it("keeps the fingerprint if the line moves", () => {
        const fingerprintOf = (place: Place) => resultOf(place).partialFingerprints?.primaryLocationLineHash;
        const expected = fingerprintOf({});
        assert.match(expected ?? "", /^[0-9a-f]{32}:1$/);
        for (const place of [{ location: SIGN_IN }, { location: INDEX, callers: [MAIN] }]) assert.equal(fingerprintOf(place), expected);
    });

    it("conforms to the schema", () => {
        const schema = JSON.parse(readFileSync(require.resolve("schemastore/schemas/json/sarif-2.1.0.json"), "utf8"));
        const ajv = new Ajv({ strict: false, validateFormats: false, unicodeRegExp: false, logger: false }); // one of its patterns is not a Unicode one
        const log = logOf({ location: SIGN_IN, callers: [INDEX, MAIN] }, { location: MAIN }, {});
        assert.ok(ajv.validate(schema, log), ajv.errorsText());
    });
});
