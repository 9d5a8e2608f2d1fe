import * as assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { describe, it } from "mocha";
import { PACKAGE_FOLDER, packageInfo } from "../../src/util/package-info";
import { state } from "../support/check";
import { MAIN, run } from "../support/run-cli";

const USAGE = "Usage: pulumi-policy-aws-cognito <command> [options]";
const CHECK_USAGE = "Usage: pulumi-policy-aws-cognito check [options] FILE...";

describe("the command line", () => {
    it("prints help with the commands", async () => {
        const { code, stdout, stderr } = await run(["--help"]);
        assert.deepEqual([code, stderr], [0, ""]);
        assert.ok(stdout.startsWith(`${USAGE}\n\nChecks the Amazon Cognito app clients of Pulumi stacks.\n`), stdout);
        assert.match(stdout, /\nCommands:\n(.*\n)* {2}check +check the clients in a state or a preview\n/);
    });

    it("prints the help of a command", async () => {
        const { code, stdout, stderr } = await run(["check", "--help"]);
        assert.deepEqual([code, stderr], [0, ""]);
        assert.ok(stdout.startsWith(`${CHECK_USAGE}\n\nChecks the Cognito app clients in the output of \`pulumi stack export\``), stdout);
        assert.ok(
            stdout.includes("  --config FILE  levels (advisory, mandatory, remediate or disabled) and options of the policies"),
            stdout,
        );
        assert.ok(stdout.includes("\n  --format NAME  text, json, sarif, markdown, github, gitlab or junit (default: text)\n"), stdout);
        assert.deepEqual(await run(["--help", "check"]), { code, stdout, stderr });
    });

    it("prints the version", async () => {
        const expected = { code: 0, stdout: `${packageInfo().version}\n`, stderr: "" };
        assert.deepEqual(await run(["--version"]), expected);
        assert.deepEqual(await run(["check", "--version"]), expected);
    });

    it("accepts options before the command", async () => {
        const { code, stdout } = await run(["--exit-zero", "--format", "json", "check", "-"], { stdin: state() });
        assert.deepEqual([code, JSON.parse(stdout).clients], [0, 0]);
    });

    it("accepts a file with the name of a command", async () => {
        const { stderr } = await run(["check", "check"]);
        assert.equal(stderr, "error: could not read check: no such file or directory.\n");
    });

    describe("rejects", () => {
        const cases: [name: string, args: string[], error: string][] = [
            ["no command", [], `no command given. ${USAGE}`],
            ["a misspelled command", ["chek", "-"], 'unknown command "chek"; did you mean "check"?'],
            ["a misspelled option", ["check", "--fromat", "json", "-"], "unknown option --fromat; did you mean --format?"],
            ["an unknown option", ["check", "--quiet", "-"], `unknown option --quiet. ${CHECK_USAGE}`],
            ["an unknown short option", ["check", "-q", "-"], `unknown option -q. ${CHECK_USAGE}`],
            ["an unknown option without a command", ["--quiet"], `unknown option --quiet. ${USAGE}`],
            ["an option without its value", ["check", "-", "--output"], `--output needs a value. ${CHECK_USAGE}`],
            ["an option as the value of another", ["check", "--format", "--exit-zero", "-"], `--format needs a value. ${CHECK_USAGE}`],
            ["a value of an option without one", ["check", "--exit-zero=1", "-"], `--exit-zero does not accept a value. ${CHECK_USAGE}`],
        ];
        for (const [name, args, error] of cases) {
            it(name, async () => assert.deepEqual(await run(args), { code: 2, stdout: "", stderr: `error: ${error}\n` }));
        }

        it("an unknown command, and lists the commands", async () => {
            const { code, stdout, stderr } = await run(["deploy"]);
            assert.deepEqual([code, stdout], [2, ""]);
            assert.match(stderr, /^error: unknown command "deploy"; the commands are .*\bcheck\b.*\.\n$/);
        });
    });

    it("escapes control characters in errors", async () => {
        const { stderr } = await run(["check", "\u001b[2J"]);
        assert.equal(stderr, "error: could not read \\u001b[2J: no such file or directory.\n");
    });

    it("reports a bug with the address of the issue tracker", async () => {
        const write = () => {
            throw new Error("boom");
        };
        const { code, stdout, stderr } = await run(["--version"], { write });
        assert.deepEqual([code, stdout], [2, ""]);
        assert.equal(stderr, `error: boom. This is a bug; please report it at ${packageInfo().bugs}\n`);
    });

    it("runs as a process", () => {
        const execute = (...args: string[]) =>
            spawnSync(process.execPath, [...MAIN, ...args], { cwd: PACKAGE_FOLDER, input: "", encoding: "utf8" });
        const version = execute("--version");
        assert.deepEqual([version.status, version.stdout, version.stderr], [0, `${packageInfo().version}\n`, ""]);
        const unknown = execute("chek");
        assert.deepEqual([unknown.status, unknown.stdout], [2, ""]);
    });
});
