import * as assert from "node:assert/strict";
import { describe, it } from "mocha";
import { countOf, didYouMean, duration, enumerate, nearest, quote, withArticle } from "../../src/util/wording";

describe("nearest", () => {
    const units = ["seconds", "minutes", "hours", "days"];

    it("does not compare a word that is much longer than all others", () => assert.equal(nearest("h".repeat(1e6), units), undefined));
    it("does not search more than 1,000 words", () => {
        const names = Array.from({ length: 999 }, (_, index) => `name${index}`);
        assert.equal(nearest("hour", [...names, "hours"]), "hours");
        assert.equal(nearest("hour", [...names, "hours", "days"]), undefined);
    });
    it("finds a word with a different case", () => assert.equal(nearest("Hours", units), "hours"));
    it("finds a word in another case that lacks a letter", () => assert.equal(nearest("disable", ["ENABLED", "DISABLED"]), "DISABLED"));
    it("finds a word with two wrong letters", () => assert.equal(nearest("hou", units), "hours"));
    it("does not find a short word with three wrong letters", () => assert.equal(nearest("ho", units), undefined));
    it("finds a word with a third of its letters wrong", () => assert.equal(nearest("abcdefxyz", ["abcdef"]), "abcdef"));
    it("does not find a word with more than a third of its letters wrong", () => assert.equal(nearest("abcdewxyz", ["abcdef"]), undefined));
    it("does not find a word with more than half of its letters wrong", () => assert.equal(nearest("a b", ["all"]), undefined));
    it("finds nothing in an empty list", () => assert.equal(nearest("hours", []), undefined));
});

describe("didYouMean", () => {
    it("asks about a suggestion", () => assert.equal(didYouMean("hours"), " (did you mean hours?)"));
    it("is empty without a suggestion", () => assert.equal(didYouMean(undefined), ""));
});

describe("quote", () => {
    for (const [text, quoted] of [
        ["", '""'],
        ["Azure AD", '"Azure AD"'],
        ["Größe 役割 e\u0301 €½ 😀", '"Größe 役割 e\u0301 €½ 😀"'],
        ["a\nb\tc", '"a\\u{a}b\\u{9}c"'],
        ["a\u00a0b\u200b\u2028", '"a\\u{a0}b\\u{200b}\\u{2028}"'],
        ["\u{e0041}\ue000\ud83d", '"\\u{e0041}\\u{e000}\\u{d83d}"'],
    ] as const) {
        it(`quotes ${JSON.stringify(text)}`, () => assert.equal(quote(text), quoted));
    }
});

describe("enumerate", () => {
    it("joins none, one, two and three words", () => {
        assert.equal(enumerate([]), "");
        assert.equal(enumerate(["a"]), "a");
        assert.equal(enumerate(["a", "b"]), "a and b");
        assert.equal(enumerate(["a", "b", "c"], "or"), "a, b or c");
    });
});

describe("withArticle", () => {
    it("puts an before a vowel, and a before other letters", () => {
        for (const word of ["array", "element", "integer", "object"]) assert.equal(withArticle(word), `an ${word}`);
        for (const word of ["boolean", "number", "string", "user"]) assert.equal(withArticle(word), `a ${word}`);
    });
});

describe("countOf", () => {
    it("formats a number and its noun", () => {
        assert.deepEqual(
            [0, 1, 2, 12345].map(count => countOf(count, "client")),
            ["0 clients", "1 client", "2 clients", "12,345 clients"],
        );
    });
});

describe("duration", () => {
    for (const [seconds, text] of [
        [0, "0 seconds"],
        [1, "1 second"],
        [299, "299 seconds"],
        [60, "1 minute"],
        [5400, "90 minutes"],
        [3600, "1 hour"],
        [90000, "25 hours"],
        [86400, "1 day"],
        [315360000, "3650 days"],
        [-3600, "-1 hours"],
        [0.5, "0.5 seconds"],
    ] as const) {
        it(`formats ${seconds} as ${text}`, () => assert.equal(duration(seconds), text));
    }
});
