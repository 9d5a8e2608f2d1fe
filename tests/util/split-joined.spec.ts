import * as assert from "node:assert/strict";
import { describe, it } from "mocha";
import { splitJoined } from "../../src/util/split-joined";

describe("splitJoined", () => {
    for (const [text, parts] of [
        ["code", ["code"]],
        ["code,implicit", ["code", "implicit"]],
        [" code ;; implicit|token\n", ["code", "implicit", "token"]],
        ['["code", "implicit"]', ["code", "implicit"]],
        ["'code'", ["code"]],
        [", ;", []],
        ["", []],
    ] as const) {
        it(`splits ${JSON.stringify(text)}`, () => assert.deepEqual(splitJoined(text), parts));
    }

    it("splits at another separator, and keeps spaces within values", () => {
        assert.deepEqual(splitJoined("Azure AD , Google", /,/), ["Azure AD", "Google"]);
    });
});
