import * as assert from "node:assert/strict";
import { describe, it } from "mocha";
import { describeRule } from "../../src/cli/explain/describe";
import { rules } from "../../src/rules";
import { run } from "../support/run-cli";

describe("the command explain", () => {
    for (const rule of rules) {
        it(`explains ${rule.name}`, async () => {
            const stdout = describeRule(rule, { columns: 100, colors: false });
            assert.deepEqual(await run(["explain", rule.name]), { code: 0, stdout, stderr: "" });
        });
    }

    it("uses the width and the colors of the terminal, up to 120 columns", async () => {
        const [rule] = rules;
        assert.ok(rule);
        const { stdout } = await run(["explain", rule.name], { columns: 200, env: { TERM: "xterm-256color" } });
        assert.equal(stdout, describeRule(rule, { columns: 120, colors: true }));
    });

    for (const [name, args, error] of [
        ["a misspelled rule", ["no-implicit-flows"], 'unknown rule "no-implicit-flows"; did you mean no-implicit-flow?'],
        ["an unknown rule", ["x"], 'unknown rule "x"; the command `rules` lists the rules.'],
        ["no rule", [], "no RULE given. Usage: pulumi-policy-aws-cognito explain RULE"],
        ["two rules", ["valid-name", "no-implicit-flow"], "more than one RULE given. Usage: pulumi-policy-aws-cognito explain RULE"],
    ] as const) {
        it(`rejects ${name}`, async () => {
            assert.deepEqual(await run(["explain", ...args]), { code: 2, stdout: "", stderr: `error: ${error}\n` });
        });
    }
});
