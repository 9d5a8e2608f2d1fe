import * as assert from "node:assert/strict";
import { describe, it } from "mocha";
import { rules } from "../../src/rules";
import { run } from "../support/run-cli";

describe("the command rules", () => {
    it("lists the rules with level, severity, fix and title", async () => {
        const { code, stdout, stderr } = await run(["rules"], { columns: 120 });
        const lines = stdout.split("\n");
        assert.deepEqual([code, stderr, lines.length], [0, "", rules.length + 2]);
        assert.match(lines[0] ?? "", /^rule +level +severity +fix +title$/);
        for (const [index, { name, level, severity, fix, title }] of rules.entries()) {
            assert.deepEqual(lines[index + 1]?.split(/ {2,}/), [name, level, severity, fix ? "yes" : [], title].flat());
        }
    });

    it("aligns the columns and wraps the titles to the terminal's width", async () => {
        const { stdout } = await run(["rules"], { columns: 90 });
        const lines = stdout.trimEnd().split("\n");
        const column = lines[0]?.indexOf("title") ?? 0;
        assert.ok(lines.length > rules.length + 1);
        for (const line of lines) {
            assert.ok(line.length <= 90, line);
            assert.match(line.slice(column - 2, column + 1), /^ {2}\S$/);
        }
    });

    it("prints JSON", async () => {
        const { code, stdout } = await run(["rules", "--format", "json"]);
        const list = JSON.parse(stdout);
        assert.equal(code, 0);
        assert.equal(list.length, rules.length);
        assert.deepEqual(
            list.find(({ name }: { name: string }) => name === "limit-access-token-validity"),
            {
                name: "limit-access-token-validity",
                title: "Maximum lifetime of access tokens",
                description: "Access tokens must be short-lived: APIs accept a stolen or revoked one until it expires.",
                category: "limits",
                level: "advisory",
                severity: "medium",
                fixable: false,
                options: ["maxMinutes"],
                standards: ["CWE-613"],
                page: "https://github.com/pulumi-policy-aws-cognito/pulumi-policy-aws-cognito/blob/main/docs/rules/limit-access-token-validity.md",
            },
        );
        assert.deepEqual(
            list.filter(({ fixable }: { fixable: boolean }) => fixable).map(({ name }: { name: string }) => name),
            rules.filter(({ fix }) => fix).map(({ name }) => name),
        );
    });

    for (const [name, args, error] of [
        ["an unknown format", ["--format", "xml"], 'unknown format "xml"; the formats are text and json.'],
        ["an argument", ["valid-name"], "unexpected argument. Usage: pulumi-policy-aws-cognito rules [--format text|json]"],
    ] as const) {
        it(`rejects ${name}`, async () => {
            assert.deepEqual(await run(["rules", ...args]), { code: 2, stdout: "", stderr: `error: ${error}\n` });
        });
    }
});
