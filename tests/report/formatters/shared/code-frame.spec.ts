import * as assert from "node:assert/strict";
import { describe, it } from "mocha";
import { codeFrame } from "../../../../src/report/formatters/shared/code-frame";
import type { Location } from "../../../../src/stacks/positions/location";

function frameOf(code: string | undefined, location: Partial<Location>, columns = 100): readonly string[] {
    return codeFrame({ file: "index.ts", line: 12, ...location }, () => (code === undefined ? undefined : [code]), columns);
}

describe("codeFrame", () => {
    for (const [name, code, location, expected] of [
        ["a range", "  name: x,", { column: 3, endLine: 12, endColumn: 7 }, ["    12 |   name: x,", "       |   ^^^^"]],
        ["a range on one line without an end line", "  name: x,", { column: 3, endColumn: 7 }, ["    12 |   name: x,", "       |   ^^^^"]],
        [
            "the first line of a range",
            "  urls: [ ",
            { column: 3, endLine: 14, endColumn: 2 },
            ["    12 |   urls: [ ", "       |   ^^^^^^^"],
        ],
        ["one character without an end", "  name: x,", { column: 3 }, ["    12 |   name: x,", "       |   ^"]],
        ["the whole line without a column", "  name=x ", {}, ["    12 |   name=x ", "       |   ^^^^^^"]],
        ["one character of an empty range or line", "", { column: 1, endColumn: 1 }, ["    12 | ", "       | ^"]],
        ["a column behind the end", "x", { column: 9 }, ["    12 | x", "       |  ^"]],
        ["tabs as spaces", "\tname\t= x", { column: 2, endColumn: 7 }, ["    12 |     name    = x", "       |     ^^^^^^^^"]],
        ["escapes", "\u202ea = \u0000", { column: 2 }, ["    12 | \\u202ea = \\u0000", "       |       ^"]],
    ] as const) {
        it(`marks ${name}`, () => assert.deepEqual(frameOf(code, location), expected));
    }

    it("is empty without the line", () => assert.deepEqual(frameOf(undefined, { column: 1 }), []));

    it("cuts a long line to the width, around the marked part", () => {
        const code = `${"a".repeat(30)}bcd${"e".repeat(30)}`;
        const gutter = "    12 | ";
        assert.deepEqual(frameOf(code, { column: 31, endColumn: 34 }, 72), [`${gutter}${code}`, `       | ${" ".repeat(30)}^^^`]);
        assert.deepEqual(frameOf(code, { column: 31, endColumn: 34 }, 42), [
            `${gutter}${"a".repeat(30)}bc…`,
            `       | ${" ".repeat(30)}^^^`,
        ]);
        assert.deepEqual(frameOf(code, { column: 31, endColumn: 34 }, 29), [
            `${gutter}…${"a".repeat(9)}bcd${"e".repeat(6)}…`,
            `       | ${" ".repeat(10)}^^^`,
        ]);
        assert.deepEqual(frameOf(code, { column: 31, endColumn: 64 }, 29), [
            `${gutter}…${"a".repeat(9)}bcd${"e".repeat(6)}…`,
            `       | ${" ".repeat(10)}${"^".repeat(10)}`,
        ]);
    });
});
