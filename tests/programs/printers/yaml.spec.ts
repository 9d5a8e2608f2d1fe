import * as assert from "node:assert/strict";
import { describe, it } from "mocha";
import { parse } from "yaml";
import { Expression } from "../../../src/programs/printers/literals";
import { printYaml } from "../../../src/programs/printers/yaml";

describe("printYaml", () => {
    const cases: readonly (readonly [name: string, value: object, expected: string])[] = [
        ["numbers and booleans", { a: 5, b: true }, "a: 5\nb: true"],
        ["lists", { a: ["x", "z"] }, "a:\n  - x\n  - z"],
        ["blocks", { a: { b: { c: 1 } } }, "a:\n  b:\n    c: 1"],
        ["lists of blocks", { a: [{ b: 1, c: [2] }, { b: 3 }] }, "a:\n  - b: 1\n    c:\n      - 2\n  - b: 3"],
        ["empty lists and blocks", { a: [], b: {}, c: [{}, []] }, "a: []\nb: {}\nc:\n  - {}\n  - []"],
        ["URLs without quotes", { a: "https://*.acme.dev/callback?x=1#done" }, "a: https://*.acme.dev/callback?x=1#done"],
        ["an expression as interpolation", { a: new Expression("pool.id") }, "a: $" + "{pool.id}"],
        ["a text like an interpolation with an escape", { a: "$" + "{x}" }, 'a: "$$' + '{x}"'],
        ["no member that is undefined", { a: undefined, b: 1 }, "b: 1"],
    ];
    for (const [name, value, expected] of cases) it(`prints ${name}`, () => assert.equal(printYaml(value), expected));

    const texts = [
        "",
        "true",
        "No",
        "null",
        "60",
        "1e3",
        "~",
        "- x",
        "a: b",
        "a #b",
        " a",
        "a ",
        "a:",
        "[x]",
        "{x}",
        "*x",
        "&x",
        "!x",
        "é",
        "a\nb",
        '"x"',
        "x\u200by",
    ];
    for (const text of texts) {
        it(`prints a text that YAML reads as the same text: ${JSON.stringify(text)}`, () => {
            assert.deepEqual(parse(printYaml({ a: text, b: [text], [`k${text}`]: 1 })), { a: text, b: [text], [`k${text}`]: 1 });
        });
    }
});
