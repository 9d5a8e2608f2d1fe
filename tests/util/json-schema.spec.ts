import * as assert from "node:assert/strict";
import { describe, it } from "mocha";
import { findSchemaProblem, type JsonSchema } from "../../src/util/json-schema";

const EXEMPT: JsonSchema = {
    type: "array",
    items: { type: "object", properties: { reason: { type: "string" }, tags: { type: ["array", "null"] } }, required: ["reason"] },
};

const DAY: JsonSchema = { type: "string", pattern: "^\\d{4}-\\d{2}-\\d{2}$", description: "A day." };

const LAST_DAYS: JsonSchema = {
    description: "Last days.",
    items: { properties: { until: DAY, since: { pattern: "." } } },
};

describe("findSchemaProblem", () => {
    for (const [name, value, schema] of [
        ["a value of the type", "openid", { type: "string" }],
        ["an integer as a number", 1, { type: "number" }],
        ["an integer", -3, { type: "integer" }],
        ["one of several types", null, { type: ["string", "null"] }],
        ["any value without a type", [1, "two"], {}],
        ["an empty list", [], EXEMPT],
        [
            "the properties of a list's elements",
            [
                { reason: "migration", tags: null },
                { reason: "test", tags: [] },
            ],
            EXEMPT,
        ],
        ["a property without a schema", { other: 1 }, { type: "object", properties: { reason: { type: "string" } } }],
        ["a property named like one of Object.prototype", { constructor: 1 }, { type: "object", properties: {} }],
        ["a string that matches the pattern", "2026-10-01", DAY],
        ["a character outside the basic plane as one", "😀", { type: "string", pattern: "^.$" }],
        ["a value of another type than a pattern is for", 5, { pattern: "^\\d$" }],
        ["an empty string", "", { type: "string" }],
        ["a property that is allowed", { until: 1 }, { properties: { until: {} }, additionalProperties: false }],
        ["the elements of a list as no properties", [1], { additionalProperties: false }],
        ["a property with a schema for further ones", { until: 1 }, { additionalProperties: { type: "string" } }],
        ["a string that is not empty", " ", { minLength: 1 }],
        ["an element whose schema is true", [1], { type: "array", items: true }],
        ["elements with one schema per position", [1], { type: "array", items: [{ type: "string" }] }],
    ] as const satisfies readonly (readonly [string, unknown, JsonSchema])[]) {
        it(`accepts ${name}`, () => assert.equal(findSchemaProblem(value, schema, "option"), undefined));
    }

    for (const [problem, value, schema] of [
        ["option must be a string, not an integer.", 5, { type: "string" }],
        ["option must be a boolean, not a string.", "true", { type: "boolean" }],
        ["option must be a number, not a string.", "60", { type: "number" }],
        ["option must be an array, not an object.", {}, { type: "array" }],
        ["option must be an object, not an array.", [], { type: "object" }],
        ["option must be an object, not null.", null, { type: "object" }],
        ["option must be an integer, not a number.", 2.5, { type: "integer" }],
        ["option must be a string or null, not a boolean.", false, { type: ["string", "null"] }],
        ["option[1] must be an object, not null.", [{ reason: "test" }, null], EXEMPT],
        ["option[0].reason is required.", [{ tags: [] }], EXEMPT],
        ["option[0].reason must be a string, not an integer.", [{ reason: 5, tags: 5 }], EXEMPT],
        ["option[0].tags must be an array or null, not an integer.", [{ reason: "test", tags: 5 }], EXEMPT],
        ["option.toString is required.", {}, { required: ["toString"] }],
        ['option has the invalid value "soon". A day.', "soon", DAY],
        [
            "option has the unknown property until (did you mean untill?).",
            { untill: 1, until: 1 },
            { properties: { untill: {} }, additionalProperties: false },
        ],
        ["option[0] has the unknown property x.", [{ x: 1 }], { items: { additionalProperties: false } }],
        ["option must not be empty.", "", { type: "string", minLength: 1 }],
        ["option[0] must not be empty. Names.", [""], { description: "Names.", items: { minLength: 1 } }],
        ['option has the invalid value "ab".', "ab", { pattern: "^.$" }],
        ['option[1].until has the invalid value "2026\\u{a}". A day.', [{}, { until: "2026\n" }], LAST_DAYS],
        ['option[0].since has the invalid value "". Last days.', [{ since: "" }], LAST_DAYS],
    ] as const satisfies readonly (readonly [string, unknown, JsonSchema])[]) {
        it(`reports "${problem}"`, () => assert.equal(findSchemaProblem(value, schema, "option"), problem));
    }
});
