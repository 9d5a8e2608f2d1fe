import * as assert from "node:assert/strict";
import { describe, it } from "mocha";
import { printValues } from "../../../src/core/values";
import { joinedNames, suggest, suggestList } from "../../../src/rules/shared/suggestions";

describe("suggest", () => {
    it("returns a question", () => assert.equal(printValues(suggest("code"), false), " (did you mean code?)"));
    it("marks the suggestion as a value", () => assert.equal(printValues(suggest("code"), true), " (did you mean …?)"));
    it("returns nothing without a suggestion", () => assert.equal(suggest(undefined), ""));
});

describe("joinedNames", () => {
    const correct = (part: string) => (part.startsWith("x") ? undefined : part.toLowerCase());

    for (const [text, expected] of [
        ["A,b", '"a" and "b"'],
        ["a b A;c", '"a", "b" and "c"'],
        ["a,x", undefined],
        ["a", undefined],
        ["", undefined],
    ] as const) {
        it(`returns ${expected} for "${text}"`, () => assert.equal(joinedNames(text, correct), expected));
    }
});

describe("suggestList", () => {
    for (const [name, expected] of [
        ["code", " (it belongs in allowedOauthFlows)"],
        ["AUTH_CODE", " (did you mean code in allowedOauthFlows?)"],
        ["ALLOW_USER_AUTH", ""],
        ["password", ""],
    ] as const) {
        it(`returns "${expected}" for ${name} in explicitAuthFlows`, () =>
            assert.equal(printValues(suggestList(name, "explicitAuthFlows"), false), expected));
    }
    it("marks the name as a value", () =>
        assert.equal(printValues(suggestList("AUTH_CODE", "explicitAuthFlows"), true), " (did you mean … in allowedOauthFlows?)"));
});
