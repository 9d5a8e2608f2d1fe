import * as assert from "node:assert/strict";
import { Readable } from "node:stream";
import { describe, it } from "mocha";
import { parseJson, readText } from "../../src/check/input";
import { Problem } from "../../src/check/problem";
import { folder, problemsOf } from "./harness";

describe("input", () => {
    const { write, path } = folder();
    const nothing = Readable.from([]);

    describe("reads a file", () => {
        const text = '{"name": "Käse"}';
        const encodings: [why: string, bytes: Uint8Array][] = [
            ["in UTF-8", Buffer.from(text)],
            ["in UTF-8 with a byte order mark", Buffer.from(`\ufeff${text}`)],
            ["in UTF-16, as PowerShell writes it", Buffer.from(`\ufeff${text}`, "utf16le")],
            ["in UTF-16 with the high byte first", Buffer.from(`\ufeff${text}`, "utf16le").swap16()],
        ];
        for (const [why, bytes] of encodings) {
            it(why, async () => assert.equal(await readText(write("encoded.json", bytes), nothing), text));
        }

        it("in UTF-8 where the bytes of a mark do not stand together", async () => {
            for (const [bytes, read] of [
                [[0xff, 0x7b], "\ufffd{"],
                [[0x7b, 0xfe], "{\ufffd"],
                [[0xfe, 0x7b], "\ufffd{"],
                [[0x7b, 0xff], "{\ufffd"],
            ] as const) {
                assert.equal(await readText(write("encoded.json", Buffer.from(bytes)), nothing), read);
            }
        });

        it("that is standard input, whose chunks may part a character", async () => {
            const bytes = Buffer.from(text);
            assert.equal(await readText("-", Readable.from([bytes.subarray(0, 12), bytes.subarray(12)])), text);
        });
    });

    it("says why a file cannot be read", async () => {
        await assert.rejects(readText(path("missing.json"), nothing), new Problem("no such file or directory."));
        await assert.rejects(readText(path("."), nothing), new Problem("illegal operation on a directory."));
    });

    it("reads no more than it could make a text of", async () => {
        const chunk = Buffer.alloc(64 * 1024 * 1024);
        function* endless() {
            for (;;) yield chunk;
        }
        await assert.rejects(
            readText("-", Readable.from(endless())),
            new Problem("more than 536 MB, the most that can be read at once; leave out resources of other services, as with jq."),
        );
    });

    describe("says where a text stops being JSON", () => {
        const cases: [text: string, fault: string][] = [
            ["", "it ends too early, at line 1, column 1"],
            ["{", "it ends too early, at line 1, column 2"],
            ["[1,", "it ends too early, at line 1, column 4"],
            ['{"a": [1, 2', "it ends too early, at line 1, column 12"],
            ['{\n  "a": 1,\n  "b', "it ends too early, at line 3, column 3"],
            ['{"a": "b\\"c', "it ends too early, at line 1, column 7"],
            ['{"a": "b\\', "it ends too early, at line 1, column 7"],
            ['{"a": "\\u00', "it ends too early, at line 1, column 7"],
            ['{"a": tru', "it ends too early, at line 1, column 7"],
            ['{"a": -', "it ends too early, at line 1, column 7"],
            ['{"a": 1}\n', ""],
            ['[null, true, false, -1.5e+3, 0, "\\u00e4\\n", {}, [], [{}]]', ""],
            ['{"a": 1}}', "not JSON at line 1, column 9: expected nothing more, not }"],
            ['{"a": 1}\n{"a": 1}', "not JSON at line 2, column 1: expected nothing more, not {"],
            ["{a: 1}", "not JSON at line 1, column 2: expected a name in double quotes or }, not a"],
            ['{"a" 1}', "not JSON at line 1, column 6: expected :, not 1"],
            ['{"a": 1 "b": 2}', 'not JSON at line 1, column 9: expected , or }, not "'],
            ['{"a": 1,}', "not JSON at line 1, column 9: expected a name in double quotes, not }"],
            ["[1,]", "not JSON at line 1, column 4: expected a value, not ]"],
            ["[1}", "not JSON at line 1, column 3: expected , or ], not }"],
            ['{"a"]', "not JSON at line 1, column 5: expected :, not ]"],
            ['{"a": [1]]', "not JSON at line 1, column 10: expected , or }, not ]"],
            ["[v]", "not JSON at line 1, column 2: expected a value or ], not v"],
            ["[NaN]", "not JSON at line 1, column 2: expected a value or ], not NaN"],
            ["[01]", "not JSON at line 1, column 3: expected , or ], not 1"],
            ["[1.]", "not JSON at line 1, column 3: expected , or ], not ."],
            ["[Infinity]", "not JSON at line 1, column 2: expected a value or ], not Infinity"],
            ["{'a': 1}", "not JSON at line 1, column 2: expected a name in double quotes or }, not '"],
            ['["a\nb"]', "not JSON at line 1, column 2: a string is not closed, or has a wrong escape"],
            ['["\\x"]', "not JSON at line 1, column 2: a string is not closed, or has a wrong escape"],
            ["undefined", "not JSON at line 1, column 1: expected a value, not undefined"],
            ['{"a": 1, /* why */ "b": 2}', "not JSON at line 1, column 10: expected a name in double quotes, not /"],
            ["[\u{1f600}]", "not JSON at line 1, column 2: expected a value or ], not \u{1f600}"],
            ["Previewing update (dev)\n{}", "not JSON at line 1, column 1: expected a value, not Previewing"],
        ];
        for (const [text, fault] of cases) {
            it(`${JSON.stringify(text)}: ${fault || "it does not"}`, () => {
                const ending = fault.startsWith("it ends") ? ": was it cut off?" : ".";
                assert.deepEqual(
                    problemsOf(() => parseJson(text)),
                    fault ? [fault + ending] : [],
                );
            });
        }

        it("in a long text without delay", () => {
            const text = `[${'{"key": "value \\" and more"},'.repeat(100_000)}"${"x".repeat(1_000_000)}`;
            assert.match(problemsOf(() => parseJson(text)).join(), /^it ends too early, at line 1, column 2900002:/);
        });
    });
});
