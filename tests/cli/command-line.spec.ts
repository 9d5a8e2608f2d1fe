import * as assert from "node:assert/strict";
import { spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { describe, it } from "mocha";
import { baseline } from "../../src/cli/baseline";
import { check } from "../../src/cli/check";
import { explain } from "../../src/cli/explain";
import { fix } from "../../src/cli/fix";
import { listRules } from "../../src/cli/rules";
import { PACKAGE_FOLDER, packageInfo } from "../../src/util/package-info";
import { folder, resource, state } from "../support/check";
import { MAIN, run } from "../support/run-cli";

const USAGE = "Usage: pulumi-policy-aws-cognito <command> [options]";
const CHECK_USAGE = "Usage: pulumi-policy-aws-cognito check [options] [FILE...]";

describe("the command line", () => {
    it("prints help with the commands", async () => {
        for (const args of [["-h"], ["help"], ["help", "--help"]]) assert.deepEqual(await run(args), await run(["--help"]));
        const { code, stdout, stderr } = await run(["--help"]);
        assert.deepEqual([code, stderr], [0, ""]);
        assert.ok(stdout.startsWith(`${USAGE}\n\nChecks the Amazon Cognito app clients of Pulumi stacks.\n`), stdout);
        assert.match(stdout, /\nCommands:\n(.*\n)* {2}check +check the clients in a program, a state or a preview\n/);
    });

    it("prints the help of a command", async () => {
        const { code, stdout, stderr } = await run(["check", "--help"]);
        assert.deepEqual([code, stderr], [0, ""]);
        assert.ok(stdout.startsWith(`${CHECK_USAGE}\n\nChecks the Cognito app clients in the source of a Pulumi program`), stdout);
        assert.ok(
            stdout.includes("  --config FILE  levels (advisory, mandatory, remediate or disabled) and options of the policies"),
            stdout,
        );
        assert.ok(stdout.includes("\n  --format NAME  text, json, sarif, markdown, github, gitlab, html or junit,\n"), stdout);
        for (const args of [
            ["--help", "check"],
            ["check", "-h"],
            ["help", "check"],
            ["check", "-h", "-v"],
        ])
            assert.deepEqual(await run(args), { code, stdout, stderr });
    });

    it("prints the version", async () => {
        const expected = { code: 0, stdout: `${packageInfo().version}\n`, stderr: "" };
        assert.deepEqual(await run(["--version"]), expected);
        for (const args of [["-v"], ["check", "--version"], ["check", "-v"]]) assert.deepEqual(await run(args), expected);
    });

    for (const command of [check, baseline, fix, explain, listRules]) {
        it(`has the help of ${command.name}, with its options`, async () => {
            const { stdout } = await run(["help", command.name]);
            assert.equal(stdout, `Usage: pulumi-policy-aws-cognito ${command.name} ${command.usage}\n\n${command.help}`);
            const options = [...stdout.matchAll(/^ {2}(?:-\w, )?--([\w-]+)/gm)].map(([, option]) => option);
            assert.deepEqual(options.sort(), [...Object.keys(command.options), "help", "version"].sort());
            assert.match((await run(["help"])).stdout, new RegExp(`^  ${command.name} +${command.summary}$`, "m"));
        });
    }

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
            ["an unknown option with a value", ["check", "--quiet=1", "-"], `unknown option --quiet. ${CHECK_USAGE}`],
            ["an option named like a property of Object", ["check", "--constructor", "-"], `unknown option --constructor. ${CHECK_USAGE}`],
            ["help of a misspelled command", ["help", "chek"], 'unknown command "chek"; did you mean "check"?'],
            ["a misspelled help", ["hepl"], 'unknown command "hepl"; did you mean "help"?'],
            ["an unknown option without a command", ["--quiet"], `unknown option --quiet. ${USAGE}`],
            ["an option without its value", ["check", "-", "--output"], `--output needs a value. ${CHECK_USAGE}`],
            ["an option as the value of another", ["check", "--format", "--exit-zero", "-"], `--format needs a value. ${CHECK_USAGE}`],
            ["a short option as the value of another", ["check", "--format", "-h"], `--format needs a value. ${CHECK_USAGE}`],
            [
                "two errors, and reports the first",
                ["check", "--exit-zero=1", "--format"],
                `--exit-zero does not accept a value. ${CHECK_USAGE}`,
            ],
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

    describe("with a stderr that cannot be written to, has the exit code of the results (slow)", () => {
        const { path, write } = folder();
        const checkArgs = (name: string, enableTokenRevocation: boolean) => {
            const config = write("config.json", JSON.stringify({ all: "disabled", "require-token-revocation": "mandatory" }));
            return ["check", "--config", config, write(name, state(resource("web", { enableTokenRevocation })))];
        };
        const runs = () => [
            { expected: 0, args: [...checkArgs("good.json", true), "--rule", "no-implicit-flow"] }, // a warning that it is disabled
            { expected: 1, args: checkArgs("bad.json", false) },
            { expected: 2, args: [...checkArgs("bad.json", false), path("missing.json")] },
            { expected: 2, args: ["chek"] },
        ];

        for (const [name, redirection] of [
            ["full", "2>/dev/full"],
            ["closed", "2>&-"],
        ] as const) {
            it(`if it is ${name}`, function () {
                if (process.platform !== "linux") this.skip();
                for (const { expected, args } of runs()) {
                    const command = ["sh", process.execPath, ...MAIN, ...args];
                    assert.equal(spawnSync("sh", ["-c", `exec "$@" ${redirection}`, ...command]).status, expected, args.join(" "));
                }
            });
        }

        it("if it is a closed pipe", async () => {
            for (const { expected, args } of runs()) {
                const child = spawn(process.execPath, [...MAIN, ...args], { stdio: ["ignore", "ignore", "pipe"] });
                child.stderr.destroy();
                assert.deepEqual(await once(child, "exit"), [expected, null], args.join(" "));
            }
        });
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
