import * as assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import * as fc from "fast-check";
import { describe, it } from "mocha";
import { findDuplicateKeys, parseJson } from "../../src/stacks/json";
import { PACKAGE_FOLDER } from "../../src/util/package-info";
import { userErrors } from "../support/check";
import { assertProperty } from "../support/clients";

/** Generates the same texts in every run. */
const SEED = 20261125;

function isJson(text: string): boolean {
    try {
        JSON.parse(text);
        return true;
    } catch {
        return false;
    }
}

/** JSON with one change in it: a part removed, replaced or inserted. */
const corrupted: fc.Arbitrary<string> = fc
    .tuple(
        fc.json({ maxDepth: 4 }),
        fc.nat(),
        fc.nat({ max: 5 }),
        fc.oneof(
            fc.constantFrom("", '"', "\\", "{", "}", "[", "]", ":", ",", "'", "-", "+", ".", "0", "1e", "/", "/*", "//", "\n", "\t", "\0"),
            fc.constantFrom("tru", "NaN", "undefined", "\\u12", "\u00a0", "\u2028", "\ufeff", "\ud800", "\u{1f600}"),
            fc.string(),
        ),
        fc.constantFrom(undefined, 2, "\t"),
    )
    .map(([json, at, length, insertion, indent]) => {
        const text = JSON.stringify(JSON.parse(json), undefined, indent);
        const start = at % (text.length + 1);
        return text.slice(0, start) + insertion + text.slice(start + length);
    });

describe("parseJson", () => {
    it("returns the value", () => {
        const value = [null, true, false, -1500, 0, "\u00e4\n", {}, [], [{ a: 1 }]];
        assert.deepEqual(parseJson('[null, true, false, -1.5e+3, 0, "\\u00e4\\n", {}, [], [{"a": 1}]]\n'), value);
    });

    describe("reports truncation", () => {
        const cases: [text: string, line: number, column: number][] = [
            ["", 1, 1],
            ["{", 1, 2],
            ["[1,", 1, 4],
            ["[1\n", 2, 1],
            ['{"a": [1, 2', 1, 12],
            ['{"a": {"b": 1}', 1, 15],
            ['{\n  "a": 1,\n  "b', 3, 3],
            ['{"a": "b\\"c', 1, 7],
            ['{"a": "b\\', 1, 7],
            ['{"a": "\\u00', 1, 7],
            ['{"a": "b\n', 1, 7],
            ['{"a"', 1, 5],
            ['{"a":', 1, 6],
            ['{"a": tru', 1, 7],
            ['{"a": f', 1, 7],
            ['{"a": nul\n', 1, 7],
            ['{"a": -', 1, 7],
            ['{"a": 1.', 1, 7],
            ['{"a": 1e', 1, 7],
        ];
        for (const [text, line, column] of cases) {
            it(JSON.stringify(text), () => {
                const message = `unexpected end of JSON at line ${line}, column ${column} (truncated file?)`;
                assert.deepEqual(
                    userErrors(() => parseJson(text)),
                    [message],
                );
            });
        }
    });

    describe("reports the first error", () => {
        const cases: [text: string, line: number, column: number, message: string][] = [
            ['{"a": 1}}', 1, 9, 'expected the end of the file, got "}"'],
            ['{"a": 1}\n{"a": 1}', 2, 1, 'expected the end of the file, got "{"'],
            ['{"a": 1}\r\n  {"a": 1}', 2, 3, 'expected the end of the file, got "{"'],
            ["{a: 1}", 1, 2, 'expected a property name in double quotes, got "a"'],
            ['{"a": 1,\n b: 2}', 2, 2, 'expected a property name in double quotes, got "b"'],
            ["{'a': 1}", 1, 2, `expected a property name in double quotes, got "'a'"`],
            ["{1: 1}", 1, 2, 'expected a property name in double quotes, got "1"'],
            ["{,}", 1, 2, 'expected a property name in double quotes, got ","'],
            ['{"a": 1,}', 1, 9, 'expected a property name in double quotes, got "}"'],
            ['{"a" 1}', 1, 6, 'expected a colon, got "1"'],
            ['{"a"]', 1, 5, 'expected a colon, got "]"'],
            ['{"a": 1 "b": 2}', 1, 9, 'expected a comma or "}", got a string'],
            ['{"a": [1]]', 1, 10, 'expected a comma or "}", got "]"'],
            ["[1}", 1, 3, 'expected a comma or "]", got "}"'],
            ['[{"a": [], "b": {}} 1]', 1, 21, 'expected a comma or "]", got "1"'],
            ["[01]", 1, 3, 'expected a comma or "]", got "1"'],
            ["[1,]", 1, 4, 'expected a value, got "]"'],
            ["[1,,2]", 1, 4, 'expected a value, got ","'],
            ['{"a":,}', 1, 6, 'expected a value, got ","'],
            ["[,1]", 1, 2, 'expected a value, got ","'],
            ["[v]", 1, 2, 'unexpected "v"'],
            ["[1, v]", 1, 5, 'unexpected "v"'],
            ["[NaN]", 1, 2, 'unexpected "NaN"'],
            ["[Infinity]", 1, 2, 'unexpected "Infinity"'],
            ["[tru]", 1, 2, 'unexpected "tru"'],
            ["[truth", 1, 2, 'unexpected "truth"'],
            ["[-a]", 1, 2, 'unexpected "-"'],
            ["undefined", 1, 1, 'unexpected "undefined"'],
            ["[\u{1f600}]", 1, 2, 'unexpected "\u{1f600}"'],
            ["[\u00a01]", 1, 2, 'unexpected "\\u00a01"'],
            [`[${"x".repeat(30)}]`, 1, 2, `unexpected "${"x".repeat(30)}"`],
            [`[${"x".repeat(31)}]`, 1, 2, `unexpected "${"x".repeat(30)}…"`],
            ["Previewing update (dev)\n{}", 1, 1, 'unexpected "Previewing"'],
            ["[1.]", 1, 2, "invalid number"],
            ["[1e]", 1, 2, "invalid number"],
            ['["a\nb"]', 1, 2, "the string does not end on this line"],
            ['["\\x"]', 1, 2, "a string has an invalid escape sequence"],
            ['["\\u00"]', 1, 2, "a string has an invalid escape sequence"],
            ['["\t"]', 1, 2, "a string has a control character, which must be escaped"],
            ['{"a": 1, /* why */ "b": 2}', 1, 10, "comments are not allowed"],
            ['{"a": 1, // why\n "b": 2}', 1, 10, "comments are not allowed"],
            ['{"a": 1} /* why', 1, 10, "comments are not allowed"],
        ];
        for (const [text, line, column, message] of cases) {
            it(JSON.stringify(text), () => {
                assert.deepEqual(
                    userErrors(() => parseJson(text)),
                    [`not JSON at line ${line}, column ${column}: ${message}.`],
                );
            });
        }
    });

    it("does not print strings, which may be secrets", () => {
        for (const text of ['["a" "password"]', '{"a": "b" "password": 1}', '["a"]"password"', '["\\password"]', '["a\npassword"]']) {
            assert.doesNotMatch(userErrors(() => parseJson(text)).join(), /password/, text);
        }
    });

    it("reports line and column of the error in any corrupted JSON", () => {
        const place = /^(unexpected end of JSON|not JSON) at line \d+, column \d+(: [^\n]+\.| \(truncated file\?\))$/;
        const property = fc.property(corrupted, text => {
            const errors = userErrors(() => parseJson(text));
            if (isJson(text)) assert.deepEqual(errors, []);
            else assert.match(errors.join("\n"), place);
        });
        assertProperty(property, { seed: SEED, numRuns: 5000 });
    });

    it("reports truncation of JSON that is cut anywhere", () => {
        const property = fc.property(fc.json(), fc.nat(), (json, at) => {
            const text = json.slice(0, at % json.length);
            if (!isJson(text)) assert.match(userErrors(() => parseJson(text)).join("\n"), /^unexpected end of JSON at line 1, column \d+/);
        });
        assertProperty(property, { seed: SEED, numRuns: 1000 });
    });

    it("reports the error of JSON.parse if the text is nested too deeply for the parser", () => {
        assert.match(userErrors(() => parseJson("[".repeat(100_000))).join("\n"), /^not JSON: .*end of JSON input.*\.$/);
    });

    it("reports an error in a long text without delay", () => {
        const text = `[${'{"key": "value \\" and more"},'.repeat(100_000)}"${"x".repeat(1_000_000)}`;
        const start = performance.now();
        assert.match(userErrors(() => parseJson(text)).join(), /^unexpected end of JSON at line 1, column 2900002 /);
        assert.ok(performance.now() - start < 5000);
    });

    it("loads the parser only for invalid JSON and configurations", () => {
        const script = `
            const { parseJson } = require("./src/cli/input/json.ts");
            const loaded = () => Object.keys(require.cache).some(file => file.includes("jsonc-parser"));
            parseJson("[1]");
            const before = loaded();
            try { parseJson("[1"); } catch {}
            console.log(before, loaded());`;
        const { stdout } = spawnSync(process.execPath, ["--require", "tsx/cjs", "--eval", script], {
            cwd: PACKAGE_FOLDER,
            encoding: "utf8",
        });
        assert.equal(stdout, "false true\n");
    });
});

describe("findDuplicateKeys", () => {
    const cases: [name: string, text: string, ...paths: (string | number)[][]][] = [
        ["none in separate objects", '[{"a": 1}, {"a": 1}, {"b": {"a": 1}, "a": 1}]'],
        ["none in a string that looks like a key", '{"a": "a", "b": ["a", "a", "\\"a\\": 1"]}'],
        ["a key of the root", '{"a": 1, "b": 2, "a": 3}', ["a"]],
        ["a key each time that it is repeated", '{"a": 1, "a": 2, "a": 3}', ["a"], ["a"]],
        ["keys at any depth", '{"a": [1, {"b": [[0], [{"c": 1, "c": 2}]]}], "d": {"e": 1, "e": 2}}', ["a", 1, "b", 1, 0, "c"], ["d", "e"]],
        ["a key that follows an object", '{"a": {"b": 1}, "a": {"b": 1}}', ["a"]],
        ["a key with an escape sequence", '{"a": 1, "\\u0061": 2}', ["a"]],
        ["keys that every object inherits", '{"__proto__": 1, "__proto__": 2, "constructor": 3}', ["__proto__"]],
    ];
    for (const [name, text, ...paths] of cases) it(`finds ${name}`, () => assert.deepEqual(findDuplicateKeys(text), paths));
});
