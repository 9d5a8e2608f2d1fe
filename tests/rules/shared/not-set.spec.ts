import * as assert from "node:assert/strict";
import { unknownCheckingProxy } from "@pulumi/policy";
import { describe, it } from "mocha";
import { isSetToEmptyList, readClient } from "../../../src/core/client";
import { notSet } from "../../../src/rules/shared/not-set";

const EMPTY = "is empty, which Cognito treats as not set";

describe("isSetToEmptyList", () => {
    it("rejects a list with elements", () =>
        assert.equal(isSetToEmptyList(readClient({ callbackUrls: ["myapp://cb"] }), "callbackUrls"), false));
});

describe("notSet", () => {
    for (const [name, props, expected] of [
        ["a missing list", {}, "is not set"],
        ["null", { callbackUrls: null }, "is not set"],
        ["an empty list", { callbackUrls: [] }, EMPTY],
        ["an empty list of another property", { logoutUrls: [] }, "is not set"],
        ["an empty list in outputs, which may be unset in the program", { callbackUrls: [], clientSecret: "" }, "is not set"],
    ] as const) {
        it(`describes ${name}`, () => {
            assert.equal(notSet(readClient(props), "callbackUrls"), expected);
            assert.equal(notSet(readClient(unknownCheckingProxy(props)), "callbackUrls"), expected);
        });
    }
});
