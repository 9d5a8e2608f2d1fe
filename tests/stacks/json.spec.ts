import * as assert from "node:assert/strict";
import * as fc from "fast-check";
import { describe, it } from "mocha";
import { findDuplicateKeys, isDeeperThan, parseJson } from "../../src/stacks/json";
import { userErrors } from "../support/check";
import { assertProperty, cases } from "../support/clients";

/** Generates the same texts in every run. */
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
            ["{a: 1}", 1, 2, "expected a property name in double quotes, got text without double quotes"],
            ['{"a": 1,\n b: 2}', 2, 2, "expected a property name in double quotes, got text without double quotes"],
            ["{'a': 1}", 1, 2, "expected a property name in double quotes, got text without double quotes"],
            ["{1: 1}", 1, 2, "expected a property name in double quotes, got a number"],
            ["{,}", 1, 2, 'expected a property name in double quotes, got ","'],
            ['{"a": 1,}', 1, 9, 'expected a property name in double quotes, got "}"'],
            ['{"a" 1}', 1, 6, "expected a colon, got a number"],
            ['{"a"]', 1, 5, 'expected a colon, got "]"'],
            ['{"a": 1 "b": 2}', 1, 9, 'expected a comma or "}", got a string'],
            ['{"a": [1]]', 1, 10, 'expected a comma or "}", got "]"'],
            ["[1}", 1, 3, 'expected a comma or "]", got "}"'],
            ['[{"a": [], "b": {}} 1]', 1, 21, 'expected a comma or "]", got a number'],
            ["[01]", 1, 3, 'expected a comma or "]", got a number'],
            ["[1,]", 1, 4, 'expected a value, got "]"'],
            ["[1,,2]", 1, 4, 'expected a value, got ","'],
            ['{"a":,}', 1, 6, 'expected a value, got ","'],
            ["[,1]", 1, 2, 'expected a value, got ","'],
            ["[v]", 1, 2, "unexpected text without double quotes"],
            ["[1, v]", 1, 5, "unexpected text without double quotes"],
            ["[NaN]", 1, 2, "unexpected text without double quotes"],
            ["[Infinity]", 1, 2, "unexpected text without double quotes"],
            ["[tru]", 1, 2, "unexpected text without double quotes"],
            ["[truth", 1, 2, "unexpected text without double quotes"],
            ["[-a]", 1, 2, "unexpected text without double quotes"],
            ["undefined", 1, 1, "unexpected text without double quotes"],
            ["[\u{1f600}]", 1, 2, "unexpected text without double quotes"],
            ["[\u00a01]", 1, 2, "unexpected text without double quotes"],
            ["Previewing update (dev)\n{}", 1, 1, "unexpected text without double quotes"],
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

    it("prints nothing of the text, which may be a secret", () => {
        const deep = "[".repeat(100_000);
        for (const text of [
            '["a" "password"]',
            '{"a": "b" "password": 1}',
            '["a"]"password"',
            '["\\password"]',
            '["a\npassword"]',
            '{"a": password}',
            "{'password': 1}",
            "{\"a\": 'password'}",
            '{password: "a"}',
            '{"a": "b"password": "c"}',
            "password",
            '{"a": 1} password',
            `${deep}password`,
            `"password"${deep}`,
        ]) {
            const errors = userErrors(() => parseJson(text)).join();
            assert.match(errors, /^not JSON|^unexpected end/);
            assert.doesNotMatch(errors, /pass/, text.slice(0, 50));
        }
        assert.doesNotMatch(userErrors(() => parseJson('{"a": 1 4711}')).join(), /4711/);
    });

    it("prints nothing of any corrupted JSON but punctuation", () => {
        const words = /"(?![{}[\],:]")/; // a quote that does not enclose one character
        const property = fc.property(corrupted, text => {
            for (const error of userErrors(() => parseJson(text))) assert.doesNotMatch(error.replace(/"[{}[\],:]"/g, ""), words);
        });
        assertProperty(property, cases(2000));
    });

    it("reports line and column of the error in any corrupted JSON", () => {
        const place = /^(unexpected end of JSON|not JSON) at line \d+, column \d+(: [^\n]+\.| \(truncated file\?\))$/;
        const property = fc.property(corrupted, text => {
            const errors = userErrors(() => parseJson(text));
            if (isJson(text)) assert.deepEqual(errors, []);
            else assert.match(errors.join("\n"), place);
        });
        assertProperty(property, cases(5000));
    });

    it("reports truncation of JSON that is cut anywhere", () => {
        const property = fc.property(fc.json(), fc.nat(), (json, at) => {
            const text = json.slice(0, at % json.length);
            if (!isJson(text)) assert.match(userErrors(() => parseJson(text)).join("\n"), /^unexpected end of JSON at line 1, column \d+/);
        });
        assertProperty(property, cases(1000));
    });

    it("says that it cannot find the error of JSON that is nested too deeply for the parser", () => {
        assert.deepEqual(
            userErrors(() => parseJson("[".repeat(100_000))),
            ["not JSON, and nested too deeply to find the error."],
        );
    });

    it("reports an error in a long text", () => {
        const text = `[${'{"key": "value \\" and more"},'.repeat(100_000)}"${"x".repeat(1_000_000)}`;
        assert.match(userErrors(() => parseJson(text)).join(), /^unexpected end of JSON at line 1, column 2900002 /);
    });
});

describe("isDeeperThan", () => {
    for (const [value, depth] of [
        [1, 0],
        ["[[]]", 0],
        [null, 0],
        [[], 1],
        [{ a: 1 }, 1],
        [[1, { a: [2] }, []], 3],
    ] as const) {
        it(`counts the levels of ${JSON.stringify(value)}`, () => {
            assert.ok(!isDeeperThan(value, depth));
            if (depth > 0) assert.ok(isDeeperThan(value, depth - 1));
        });
    }

    it("reads no deeper than the levels", () => {
        let value: unknown = 1;
        for (let depth = 0; depth < 100_000; depth++) value = [value];
        assert.ok(isDeeperThan(value, 100));
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
    it("says that it cannot find them in JSON that is nested too deeply", () => {
        const text = `{"a": ${"[".repeat(100_000)}${"]".repeat(100_000)}, "a": 1}`;
        assert.deepEqual(
            userErrors(() => findDuplicateKeys(text)),
            ["nested too deeply to find duplicate keys."],
        );
    });

    for (const [name, text, ...paths] of cases) it(`finds ${name}`, () => assert.deepEqual(findDuplicateKeys(text), paths));
});
