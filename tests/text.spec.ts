import * as assert from "node:assert/strict";
import { describe, it } from "mocha";
import { didYouMean, duration, enumerate, nearest } from "../src/text";

describe("nearest", () => {
    const units = ["seconds", "minutes", "hours", "days"];

    it("finds a word that differs in case", () => assert.equal(nearest("Hours", units), "hours"));
    it("finds a word in another case that has a letter too few", () =>
        assert.equal(nearest("disable", ["ENABLED", "DISABLED"]), "DISABLED"));
    it("finds a word two letters off", () => assert.equal(nearest("hou", units), "hours"));
    it("finds none three letters off a short word", () => assert.equal(nearest("ho", units), undefined));
    it("finds a word a third of its letters off", () => assert.equal(nearest("abcdefxyz", ["abcdef"]), "abcdef"));
    it("finds none further off", () => assert.equal(nearest("abcdewxyz", ["abcdef"]), undefined));
    it("finds none of which more than half would be wrong", () => assert.equal(nearest("a b", ["all"]), undefined));
    it("finds none among none", () => assert.equal(nearest("hours", []), undefined));
});

describe("didYouMean", () => {
    it("asks for what was meant", () => assert.equal(didYouMean("hours"), " (did you mean hours?)"));
    it("adds nothing where nothing is near", () => assert.equal(didYouMean(undefined), ""));
});

describe("enumerate", () => {
    it("joins none, one, two and three", () => {
        assert.equal(enumerate([]), "");
        assert.equal(enumerate(["a"]), "a");
        assert.equal(enumerate(["a", "b"]), "a and b");
        assert.equal(enumerate(["a", "b", "c"], "or"), "a, b or c");
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
    ] as const) {
        it(`says ${text}`, () => assert.equal(duration(seconds), text));
    }
});
