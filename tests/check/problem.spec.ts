import * as assert from "node:assert/strict";
import { describe, it } from "mocha";
import { Problem, reasonOf } from "../../src/check/problem";

describe("problem", () => {
    it("has its lines as its message", () => {
        const problem = new Problem("a", "b");
        assert.deepEqual([problem.message, problem.lines], ["a\nb", ["a", "b"]]);
    });

    describe("gives as the reason", () => {
        const cases: [why: string, caught: unknown, reason: string][] = [
            [
                "what a system call failed for, without the call",
                Object.assign(new Error("EACCES: denied, open"), { errno: -13 }),
                "permission denied",
            ],
            ["the message of another error", new Error("boom"), "boom"],
            ["the message of an error with a number that no system call has", Object.assign(new Error("boom"), { errno: 1 }), "boom"],
            ["the text of what is no error", "boom", "boom"],
        ];
        for (const [why, caught, reason] of cases) it(why, () => assert.equal(reasonOf(caught), reason));
    });
});
