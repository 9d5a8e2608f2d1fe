import * as assert from "node:assert/strict";
import { describe, it } from "mocha";
import { describeUnknownName, findSchemaErrors, formatPath, isDay, type JsonSchema, print } from "../../src/util/json-schema";

const EXEMPT: JsonSchema = {
    type: "array",
    items: { type: "object", properties: { reason: { type: "string" }, tags: { type: ["array", "null"] } }, required: ["reason"] },
};

const CLOSED: JsonSchema = { properties: { until: {}, reason: {} }, additionalProperties: false };

/** Returns the errors as lines: `[0].reason: must be a string, got 5.` */
function errorsOf(value: unknown, schema: JsonSchema): string[] {
    return findSchemaErrors(value, schema).map(({ path, problem }) => (path.length > 0 ? `${formatPath(path)}: ${problem}` : problem));
}

describe("findSchemaErrors", () => {
    for (const [name, value, schema] of [
        ["a value of the type", "openid", { type: "string" }],
        ["an integer as a number", 1, { type: "number" }],
        ["a fraction as a number", 1.5, { type: "number" }],
        ["an integer", -3, { type: "integer" }],
        ["one of several types", null, { type: ["string", "null"] }],
        ["any value without a type", [1, "two"], {}],
        ["one of the values", "days", { enum: ["hours", "days"] }],
        ["the minimum", 1, { minimum: 1 }],
        ["the maximum", 3, { maximum: 3 }],
        ["a text as no number", "0", { minimum: 1, maximum: 3 }],
        ["an empty list", [], EXEMPT],
        [
            "the parts of a list",
            [
                { reason: "test", tags: null },
                { reason: "test", tags: [] },
            ],
            EXEMPT,
        ],
        ["a property without a schema", { other: 1 }, { type: "object", properties: { reason: { type: "string" } } }],
        ["a property named like one of Object.prototype", { constructor: 1 }, { type: "object", properties: {} }],
        ["a text that matches the pattern", "ab", { pattern: "^[a-z]+$" }],
        ["a character outside the basic plane as one", "😀", { type: "string", pattern: "^.$" }],
        ["a number as no text", 5, { pattern: "^a$", minLength: 3, format: "date" }],
        ["a day", "2026-02-28", { format: "date" }],
        ["a text of a format that is not checked", "x", { format: "uri" }],
        ["an empty text", "", { type: "string" }],
        ["a text of the minimum length", "ab", { minLength: 2 }],
        ["a property that is allowed", { until: 1 }, CLOSED],
        ["the elements of a list as no properties", [1], { additionalProperties: false }],
        ["a property with a schema for further ones", { until: 1 }, { additionalProperties: { type: "string" } }],
        ["an element whose schema is true", [1], { type: "array", items: true }],
        ["elements with one schema per position", [1], { type: "array", items: [{ type: "string" }] }],
    ] as const satisfies readonly (readonly [string, unknown, JsonSchema])[]) {
        it(`accepts ${name}`, () => assert.deepEqual(errorsOf(value, schema), []));
    }

    for (const [problem, value, schema] of [
        ["must be a string, got 5.", 5, { type: "string" }],
        ['must be a boolean, got "true".', "true", { type: "boolean" }],
        ['must be a number, got "60".', "60", { type: "number" }],
        ["must be an array, got an object.", {}, { type: "array" }],
        ["must be an object, got a list.", [], { type: "object" }],
        ["must be an object, got null.", null, { type: "object" }],
        ["must be an integer, got 2.5.", 2.5, { type: "integer" }],
        ["must be a string or null, got false.", false, { type: ["string", "null"] }],
        ["must be at least 1, got 0.", 0, { minimum: 1 }],
        ["must be at most 3, got 4.", 4, { maximum: 3 }],
        ['must be one of "hours" or "days", got "minutes".', "minutes", { enum: ["hours", "days"] }],
        ['must be one of "hours" or "days", got "day"; did you mean "days"?', "day", { enum: ["hours", "days"] }],
        ['must be one of "hours" or "days", got an object.', { toString: 1 }, { enum: ["hours", "days"] }],
        ['invalid value "soon". A day.', "soon", { format: "date", description: "A day." }],
        ['invalid value "ab".', "ab", { pattern: "^.$" }],
        ['invalid value "a".', "a", { minLength: 2 }],
        ["must not be empty.", "", { type: "string", minLength: 1 }],
        ["must not be empty. Why.", " \t", { pattern: "\\S", description: "Why." }],
        ["must not be empty. A day.", "", { format: "date", description: "A day." }],
        ["[1]: must be an object, got null.", [{ reason: "test" }, null], EXEMPT],
        ["[0]: reason is required.", [{ tags: [] }], EXEMPT],
        ["[0].tags: must be an array or null, got 5.", [{ reason: "test", tags: 5 }], EXEMPT],
        ["toString is required.", {}, { required: ["toString"] }],
        ['unknown property "untill"; did you mean until?', { untill: 1, until: 1 }, CLOSED],
        ['[0]: unknown property "x"; allowed: until and reason.', [{ x: 1 }], { items: CLOSED }],
        ["[0]: must not be empty. Names.", [""], { description: "Names.", items: { minLength: 1 } }],
        [
            '[0].since: invalid value "\\u{200b}". Days.',
            [{ since: "\u200b" }],
            { description: "Days.", items: { properties: { since: { pattern: "a" } } } },
        ],
    ] as const satisfies readonly (readonly [string, unknown, JsonSchema])[]) {
        it(`reports "${problem}"`, () => assert.deepEqual(errorsOf(value, schema), [problem]));
    }

    it("reports the errors of all parts", () => {
        assert.deepEqual(errorsOf([{ tags: 5 }, { reason: 5 }, 5], EXEMPT), [
            "[0]: reason is required.",
            "[0].tags: must be an array or null, got 5.",
            "[1].reason: must be a string, got 5.",
            "[2]: must be an object, got 5.",
        ]);
    });

    it("reports nothing in a value of the wrong type", () => {
        assert.deepEqual(errorsOf({ reason: 5 }, { type: "array", properties: { reason: { type: "string" } } }), [
            "must be an array, got an object.",
        ]);
    });

    it("reads no deeper than the schema", () => {
        let value: unknown = 1;
        for (let depth = 0; depth < 100_000; depth++) value = [value];
        assert.deepEqual(errorsOf({ a: value }, { properties: { a: { type: "string" } } }), ["a: must be a string, got a list."]);
    });
});

describe("isDay", () => {
    for (const day of ["2026-01-31", "2026-10-01", "2026-12-30", "2028-02-29", "0001-01-01"])
        it(`accepts ${day}`, () => assert.ok(isDay(day)));

    for (const text of ["", "soon", "2026-02-29", "2026-02-31", "2026-04-31", "2026-13-01", "2026-00-01", "2026-01-32", "2026-01-00"])
        it(`rejects "${text}"`, () => assert.ok(!isDay(text)));
    for (const text of [
        "2026-1-1",
        "2026-01-011",
        "x2026-01-01",
        "2026-01-01T00:00",
        "2026-01",
        "+2026-01-01",
        "12026-01-01",
        "2026-01-01\n",
    ])
        it(`rejects ${JSON.stringify(text)}`, () => assert.ok(!isDay(text)));
});

describe("print", () => {
    for (const [value, printed] of [
        ["a", '"a"'],
        ['a "b"\n\u200b', '"a \\"b\\"\\n\\u{200b}"'],
        ["x".repeat(60), `"${"x".repeat(60)}"`],
        ["x".repeat(61), `"${"x".repeat(60)}…"`],
        [1.5, "1.5"],
        [true, "true"],
        [null, "null"],
        [[1], "a list"],
        [{ a: 1 }, "an object"],
    ] as const) {
        it(`prints ${printed}`, () => assert.equal(print(value), printed));
    }
});

describe("an object without a prototype", () => {
    it("is checked like any other", () => {
        const schema = { items: { type: "object", required: ["reason"] } };
        assert.deepEqual(findSchemaErrors([Object.create(null)], schema), [{ path: [0], problem: "reason is required." }]);
    });
});

describe("formatPath", () => {
    for (const [path, text] of [
        [[], ""],
        [["limit-oauth-scopes", "exempt", 0, "reason"], "limit-oauth-scopes.exempt[0].reason"],
        [["a", 'b "c"', "d"], 'a["b \\"c\\""].d'],
        [[0, 1], "[0][1]"],
    ] as const) {
        it(`formats ${JSON.stringify(path)}`, () => assert.equal(formatPath(path), text));
    }
});

describe("describeUnknownName", () => {
    it("suggests a name that is close", () => {
        assert.equal(describeUnknownName("option", "maxHour", ["maxHours"]), 'unknown option "maxHour"; did you mean maxHours?');
    });
    it("lists the names if none is close", () => {
        assert.equal(describeUnknownName("option", "days", ["maxHours", "exempt"]), 'unknown option "days"; allowed: maxHours and exempt.');
    });
});
