import * as assert from "node:assert/strict";
import { describe, it } from "mocha";
import { isVisible, isVisibleOrSpace, PRINTABLE_ASCII } from "../../src/util/characters";

describe("isVisible", () => {
    for (const text of ["", "!", "~", "https://example.com/a?b=c#d", "Käse", "日本", "\u{1f600}", "e\u0301"]) {
        it(`accepts ${JSON.stringify(text)}`, () => assert.equal(isVisible(text), true));
    }

    for (const text of [" ", "a b", "a\tb", "a\n", "\u007f", "\u0000", "a\u00a0b", "\u200b", "\u2028", "\ud800", "ä ö"]) {
        it(`rejects ${JSON.stringify(text)}`, () => assert.equal(isVisible(text), false));
    }
});

describe("isVisibleOrSpace", () => {
    for (const text of ["", " ", "Azure AD", "a\u00a0b", "日 本", "a\u2028b"]) {
        it(`accepts ${JSON.stringify(text)}`, () => assert.equal(isVisibleOrSpace(text), true));
    }

    for (const text of ["a\tb", "a\n", "\u007f", "\u200b", "\ud800", "ä\u0000"]) {
        it(`rejects ${JSON.stringify(text)}`, () => assert.equal(isVisibleOrSpace(text), false));
    }
});

describe("PRINTABLE_ASCII", () => {
    it("matches the characters from the space to the tilde", () => {
        const matching = Array.from({ length: 300 }, (_, code) => code).filter(code => PRINTABLE_ASCII.test(String.fromCharCode(code)));
        assert.deepEqual([matching[0], matching.at(-1), matching.length], [0x20, 0x7e, 95]);
        assert.equal(PRINTABLE_ASCII.test("a\n"), false);
    });
});
