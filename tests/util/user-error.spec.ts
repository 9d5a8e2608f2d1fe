import * as assert from "node:assert/strict";
import { describe, it } from "mocha";
import { reasonOf, UserError } from "../../src/util/user-error";

describe("UserError", () => {
    it("has its lines as the message", () => {
        const error = new UserError("a", "b");
        assert.deepEqual([error.message, error.lines], ["a\nb", ["a", "b"]]);
    });
});

describe("reasonOf", () => {
    const cases: [name: string, error: unknown, reason: string][] = [
        [
            "the reason of a failed system call without the call",
            Object.assign(new Error("EACCES: denied, open"), { errno: -13 }),
            "permission denied",
        ],
        ["the message of another error", new Error("boom"), "boom"],
        ["the message of an error whose number belongs to no system call", Object.assign(new Error("boom"), { errno: 1 }), "boom"],
        ["a thrown string", "boom", "boom"],
    ];
    for (const [name, error, reason] of cases) it(`returns ${name}`, () => assert.equal(reasonOf(error), reason));
});
