import * as assert from "node:assert/strict";
import { describe, it } from "mocha";
import { shorten } from "../../src/util/shorten";

describe("shorten", () => {
    for (const [text, expected] of [
        ["", ""],
        ["123456", "123456"],
        ["1234567", "123…67"],
        ["12345678901234567890", "123…90"],
        ["\u{1f600}".repeat(6), "\u{1f600}".repeat(6)],
        ["\u{1f600}".repeat(7), `${"\u{1f600}".repeat(3)}…${"\u{1f600}".repeat(2)}`],
        [`1${"\u{1f600}".repeat(20)}`, `1${"\u{1f600}".repeat(2)}…${"\u{1f600}".repeat(2)}`],
    ] as const) {
        it(`shortens ${JSON.stringify(text)} to six characters`, () => assert.equal(shorten(text, 6), expected));
    }
});
