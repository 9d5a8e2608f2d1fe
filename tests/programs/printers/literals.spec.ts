import * as assert from "node:assert/strict";
import { describe, it } from "mocha";
import { Expression, printJson, printTypeScript } from "../../../src/programs/printers/literals";

describe("printTypeScript", () => {
    const cases: readonly (readonly [name: string, value: object, expected: string])[] = [
        ["each member on a line of its own", { a: 1, b: true }, "{\n    a: 1,\n    b: true,\n}"],
        ["an empty object", {}, "{}"],
        ["empty lists and blocks", { a: [], b: {} }, "{\n    a: [],\n    b: {},\n}"],
        ["short lists and blocks on one line", { a: ["x", "y"], b: { c: 1 } }, '{\n    a: ["x", "y"],\n    b: { c: 1 },\n}'],
        ["code as it is", { id: new Expression("pool.id") }, "{\n    id: pool.id,\n}"],
        ["quotes around a name that needs them", { "custom:role": "role" }, '{\n    "custom:role": "role",\n}'],
        ["no member that is undefined", { a: undefined, b: { c: undefined, d: 1 } }, "{\n    b: { d: 1 },\n}"],
        ["invisible characters as escapes", { a: "x\u200by\u00a0z\n" }, '{\n    a: "x\\u200by\\u00a0z\\n",\n}'],
        [
            "several objects with several members on lines of their own",
            {
                a: [
                    { b: 1, c: 2 },
                    { b: 3, c: 4 },
                ],
            },
            "{\n    a: [\n        { b: 1, c: 2 },\n        { b: 3, c: 4 },\n    ],\n}",
        ],
        ["several objects with one member on one line", { a: [{ b: 1 }, { b: 2 }] }, "{\n    a: [{ b: 1 }, { b: 2 }],\n}"],
    ];
    for (const [name, value, expected] of cases) it(`prints ${name}`, () => assert.equal(printTypeScript(value), expected));

    it("breaks a list after 100 columns", () => {
        const fits = "x".repeat(100 - '    a: ["", "y"],'.length);
        assert.equal(printTypeScript({ a: [fits, "y"] }), `{\n    a: ["${fits}", "y"],\n}`);
        assert.equal(printTypeScript({ a: [`${fits}x`, "y"] }), `{\n    a: [\n        "${fits}x",\n        "y",\n    ],\n}`);
    });

    it("puts a text that is too long for the line of its name on the next line", () => {
        const fits = "x".repeat(100 - '    a: "",'.length);
        assert.equal(printTypeScript({ a: fits }), `{\n    a: "${fits}",\n}`);
        assert.equal(printTypeScript({ a: `${fits}x` }), `{\n    a:\n        "${fits}x",\n}`);
    });
});

describe("printJson", () => {
    it("prints a value on one line", () => {
        assert.equal(printJson({ hosts: ["acme.dev"], max: 5 }), '{ "hosts": ["acme.dev"], "max": 5 }');
    });

    it("prints the members of the first levels on lines of their own", () => {
        assert.equal(printJson({ rule: { max: 5, list: [] } }, 2), '{\n    "rule": {\n        "max": 5,\n        "list": []\n    }\n}');
    });

    it("keeps a long text on the line of its name", () => {
        assert.equal(printJson({ a: "x".repeat(120) }, 1), `{\n    "a": "${"x".repeat(120)}"\n}`);
    });

    it("prints a value that is no object", () => assert.equal(printJson(60), "60"));
});
