import * as assert from "node:assert/strict";
import { describe, it } from "mocha";
import { matchesPattern } from "../src/pattern";

describe("matchesPattern", () => {
    for (const [pattern, texts, others] of [
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
    ] as const) {
        it(`takes "${pattern}" literally but for the stars`, () => {
            for (const text of texts) assert.equal(matchesPattern(pattern, text), true, text);
            for (const text of others) assert.equal(matchesPattern(pattern, text), false, text);
        });
    }

    it("takes no longer for many stars", () => {
        assert.equal(matchesPattern(`${"*a".repeat(50)}b`, "a".repeat(5000)), false);
    });
});
