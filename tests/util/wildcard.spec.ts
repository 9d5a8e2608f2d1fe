import * as assert from "node:assert/strict";
import * as fc from "fast-check";
import { describe, it } from "mocha";
import { escapePattern, matchesWildcard, parsePattern } from "../../src/util/wildcard";
import { assertProperty, cases } from "../support/clients";

describe("matchesWildcard", () => {
    for (const [pattern, matching, others] of [
        ["web", ["web"], ["webs", "aweb", "Web", ""]],
        ["*", ["", "web", "two\nlines"], []],
        ["web-*", ["web-", "web-1"], ["web", "my-web-1"]],
        ["*-web", ["-web", "my-web"], ["web", "my-web-1"]],
        ["*web*", ["web", "my-web-1"], ["we-b"]],
        ["a*b*c", ["abc", "a-b-c", "abbc", "abcbc"], ["acb", "ac", "abcd"]],
        ["ab*ba", ["abba", "ab-ba"], ["aba"]],
        ["a*b*ab", ["abab", "abbab"], ["aab"]],
        ["w.b", ["w.b"], ["web"]],
        ["", [""], ["web"]],
        ["\\*", ["*"], ["", "web", "\\*"]],
        ["\\**", ["*", "*web"], ["web"]],
        ["a\\\\*", ["a\\", "a\\b"], ["a*", "ab"]],
        ["\\a\\", ["\\a\\"], ["a", "\\a"]],
        ["\\\\\\*", ["\\*"], ["\\", "\\\\*"]],
        ["*\\\n*", ["\\\n"], ["\n"]],
    ] as const) {
        it(`matches "${pattern}" literally except for the stars`, () => {
            for (const text of matching) assert.equal(matchesWildcard(pattern, text), true, text);
            for (const text of others) assert.equal(matchesWildcard(pattern, text), false, text);
        });
    }

    it("takes linear time with many stars", () => {
        assert.equal(matchesWildcard(`${"*a".repeat(50)}b`, "a".repeat(5000)), false);
    });

    it("matches an escaped text and no other", () => {
        const text = fc.string({ unit: fc.constantFrom("*", "\\", "a", "\n", "\u{1f600}") });
        const property = fc.property(text, text, (a, b) => {
            assert.deepEqual(parsePattern(escapePattern(a)), [a]);
            assert.equal(matchesWildcard(escapePattern(a), b), a === b);
        });
        assertProperty(property, cases(1000));
    });
});
