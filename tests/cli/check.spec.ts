import * as assert from "node:assert/strict";
import { type SpawnSyncReturns, spawn, spawnSync } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, symlinkSync } from "node:fs";
import { describe, it } from "mocha";
import { formatters } from "../../src/report/formatters";
import type { Report } from "../../src/report/report";
import { rules } from "../../src/rules";
import rule from "../../src/rules/require-prevent-user-existence-errors";
import { PACKAGE_FOLDER } from "../../src/util/package-info";
import { folder, resource, state, urnOf } from "../support/check";
import { MAIN, run } from "../support/run-cli";

const USAGE = "Usage: pulumi-policy-aws-cognito check [options] [FILE...]";
const BAD = state(resource("web", { preventUserExistenceErrors: "LEGACY" }));
const GOOD = state(resource("web", { preventUserExistenceErrors: "ENABLED" }));
const FULL = "error: could not write to standard output: no space left on device.\n";

/** Returns a configuration that enables one policy, so that the results do not depend on the others. */
function only(entry: unknown, policy = rule.name): string {
    return JSON.stringify({ all: "disabled", [policy]: entry });
}

describe("check", () => {
    const { write, path } = folder();
    const config = (entry: unknown = "mandatory") => ["--config", write("config.json", only(entry))];
    const check = async (args: readonly string[], stdin = ""): Promise<{ code: number; report: Report; stderr: string }> => {
        const { code, stdout, stderr } = await run(["check", "--format", "json", ...args], { stdin });
        return { code, report: JSON.parse(stdout), stderr };
    };
    const policiesOf = ({ violations }: Report) => violations.map(({ policy }) => policy);

    describe("exits with", () => {
        it("0 without violations", async () => {
            const { code, stderr } = await run(["check", ...config(), "-"], { stdin: GOOD });
            assert.deepEqual([code, stderr], [0, ""]);
        });

        it("0 without mandatory violations", async () => {
            assert.equal((await run(["check", ...config("advisory"), "-"], { stdin: BAD })).code, 0);
        });

        it("1 with a mandatory violation", async () => {
            const { code, report, stderr } = await check([...config(), "-"], BAD);
            assert.deepEqual([code, policiesOf(report), stderr], [1, [rule.name], ""]);
        });

        it("0 with a mandatory violation and --exit-zero", async () => {
            const { code, report, stderr } = await check(["--exit-zero", ...config(), "-"], BAD);
            assert.deepEqual([code, policiesOf(report), stderr], [0, [rule.name], ""]);
        });

        it("2 if it cannot check, also with --exit-zero", async () => {
            assert.equal((await run(["check", "--exit-zero", path("missing")])).code, 2);
        });

        it("1 with a mandatory violation if the output pipe is closed, without an error", async () => {
            const write = (done: (error: Error) => void) => done(Object.assign(new Error(), { code: "EPIPE", errno: -32 }));
            assert.deepEqual(await run(["check", ...config(), "-"], { stdin: BAD, write }), { code: 1, stdout: "", stderr: "" });
        });

        it("2 if standard output is full", async () => {
            const write = (done: (error: Error) => void) => done(Object.assign(new Error(), { code: "ENOSPC", errno: -28 }));
            assert.deepEqual(await run(["check", ...config(), "-"], { stdin: BAD, write }), { code: 2, stdout: "", stderr: FULL });
        });

        it("0 without clients, with a warning for each file", async () => {
            const empty = write("empty.json", state());
            const stdin = state(resource("users", {}, { type: "aws:cognito/userPool:UserPool" }));
            const { code, report, stderr } = await check([empty, "-"], stdin);
            assert.deepEqual([code, report.clients, report.violations], [0, 0, []]);
            assert.equal(
                stderr,
                `warning: standard input: no Cognito app clients found\nwarning: ${empty}: no Cognito app clients found\n`,
            );
        });
    });

    describe("evaluates", () => {
        it("rules at their default levels without a configuration", async () => {
            const { code, report } = await check(["-"], BAD);
            const violation = report.violations.find(({ policy }) => policy === rule.name);
            assert.deepEqual([code, violation?.level], [1, "mandatory"]);
        });

        it("each file once, and a client in each file that has it", async () => {
            const files = [write("a.json", BAD), write("b.json", BAD)] as const;
            const { report } = await check([...config(), ...files, files[0]]);
            assert.deepEqual([report.files, report.violations.map(({ file }) => file)], [files, files]);
        });

        it("a configuration on standard input", async () => {
            const file = write("good.json", BAD);
            const { code } = await run(["check", "--config", "-", file], { stdin: only("advisory") });
            assert.equal(code, 0);
        });

        it("an empty configuration as none", async () => {
            const { code } = await run(["check", "--config", write("empty.json", ""), "-"], { stdin: BAD });
            assert.equal(code, 1);
        });

        it("a number that overflows, and a string that is not a number", async () => {
            const file = write("config.json", only("mandatory", "valid-auth-session-validity"));
            const problems = async (stdin: string) => {
                const { code, report } = await check(["--config", file, "-"], stdin);
                return [code, ...report.violations.map(({ problem }) => problem)];
            };
            const zero = state(resource("web", { authSessionValidity: 0 }));
            const [code, problem] = await problems(zero.replace('"authSessionValidity":0', '"authSessionValidity":1e999'));
            assert.equal(code, 1);
            assert.match(String(problem), /^authSessionValidity is Infinity/);
            const text = state(resource("web", { authSessionValidity: "NaN" }));
            assert.deepEqual(await problems(text), [1, "authSessionValidity must be a number, not a string."]);
        });
    });

    describe("prints", () => {
        it("violations, exempt clients and unknown values", async () => {
            const stdin = state(
                resource("web", { preventUserExistenceErrors: "LEGACY" }),
                resource("old"),
                resource("new", { preventUserExistenceErrors: "[secret]" }),
            );
            const exempt = [{ resource: "old", reason: "removed soon" }];
            const { code, report } = await check([...config({ enforcementLevel: "mandatory", exempt }), "-"], stdin);
            const names = (results: readonly { readonly name: string }[]) => results.map(({ name }) => name);
            assert.deepEqual([code, report.clients], [1, 3]);
            assert.deepEqual([report.violations, report.exempt, report.unknown].map(names), [["web"], ["old"], ["new"]]);
        });

        it("the results of the other resources if one cannot be read, and fails", async () => {
            const damaged = resource("web", { preventUserExistenceErrors: "LEGACY" }, { urn: "web" });
            const stdin = state(damaged, resource("old", { preventUserExistenceErrors: "LEGACY" }));
            const { code, stdout, stderr } = await run(["check", ...config(), "--format", "json", "-"], { stdin });
            const error =
                "standard input: deployment.resources[0].urn must be a URN, so the resource is not checked; export the stack again.";
            assert.equal(stderr, `error: ${error}\n`);
            const { violations, errors } = JSON.parse(stdout);
            assert.deepEqual([code, violations.map(({ name }: { name: string }) => name), errors], [2, ["old"], [error]]);
        });

        it("what a formatter of the user's own returns", async () => {
            const formatter = write("mine.js", 'module.exports = ({ clients }, rules) => clients + " client, " + rules.length + " rules";');
            const outcome = await run(["check", ...config(), "--format", formatter, "-"], { stdin: BAD });
            assert.deepEqual(outcome, { code: 1, stdout: `1 client, ${rules.length} rules`, stderr: "" });
        });

        it("in the width of a terminal, at most 120 columns", async () => {
            const stdin = state(resource("web", { preventUserExistenceErrors: "yy ".repeat(200) }));
            const widest = async (columns: number) => {
                const { stdout } = await run(["check", ...config(), "-"], { stdin, columns, env: {} });
                const lines = stdout.split("\n").filter(line => !line.includes("https://")); // an address is not broken
                return Math.max(...lines.map(line => line.length));
            };
            assert.deepEqual([await widest(500), await widest(99), await widest(0)], [120, 99, 99]);
        });

        for (const [name, env, colors] of [
            ["colors on a terminal", { TERM: "xterm-256color" }, true],
            ["no colors if NO_COLOR is set", { TERM: "xterm-256color", NO_COLOR: "1" }, false],
            ["no colors on a terminal without them", { TERM: "dumb" }, false],
        ] as const) {
            it(name, async () => {
                const { stdout } = await run(["check", ...config(), "-"], { stdin: BAD, columns: 100, env });
                assert.equal(stdout.includes("\u001b"), colors);
            });
        }

        it("the progress on a terminal, until it is done", async () => {
            const { now } = performance;
            let time = 0;
            performance.now = () => {
                time += 1000;
                return time;
            };
            try {
                const { stderr } = await run(["check", ...config(), "-"], { stdin: BAD, columns: 100 });
                assert.equal(stderr, "\r1 of 1 clients\r\u001b[K");
            } finally {
                performance.now = now;
            }
        });

        it("to a file, without the width and the colors of the terminal", async () => {
            const output = write("report.txt", "old");
            const outcome = await run(["check", ...config(), "--output", output, "-"], { stdin: BAD, columns: 40 });
            assert.deepEqual(outcome, { code: 1, stdout: "", stderr: "" });
            const { stdout } = await run(["check", ...config(), "-"], { stdin: BAD });
            assert.equal(readFileSync(output, "utf8"), stdout);
        });

        for (const format of formatters.keys()) {
            it(`the format ${format}, on standard output and to a file, with the same exit codes`, async () => {
                const args = ["check", ...config(), "--format", format];
                const { code, stdout, stderr } = await run([...args, "-"], { stdin: BAD });
                assert.deepEqual([code, stderr, stdout.includes(rule.name)], [1, "", true]);
                const output = path(`report.${format}`);
                assert.deepEqual(await run([...args, "--exit-zero", "--output", output, "-"], { stdin: BAD }), {
                    code: 0,
                    stdout: "",
                    stderr: "",
                });
                assert.equal(readFileSync(output, "utf8"), stdout);
            });
        }
    });

    describe("selects results", () => {
        const SESSION = "valid-auth-session-validity";
        const stdin = state(resource("web", { preventUserExistenceErrors: "LEGACY", authSessionValidity: 20 }));
        const levels = { all: "disabled", [rule.name]: "mandatory", [SESSION]: "advisory" };

        for (const [name, args, code, policies] of [
            ["of a policy", ["--rule", SESSION], 0, [SESSION]],
            ["of several policies", ["--rule", SESSION, "--rule", "require-*"], 1, [rule.name, SESSION]],
            ["of all but a policy", ["--skip", "require-*"], 0, [SESSION]],
            ["of a level", ["--level", "mandatory"], 1, [rule.name]],
            ["of a severity", ["--severity", "high"], 0, []],
        ] as const) {
            it(name, async () => {
                const file = write("levels.json", JSON.stringify(levels));
                const outcome = await run(["check", "--format", "json", "--config", file, ...args, "-"], { stdin });
                const { violations } = JSON.parse(outcome.stdout);
                assert.deepEqual([outcome.code, violations.map(({ policy }: { policy: string }) => policy)], [code, policies]);
            });
        }

        it("of a disabled policy, with a warning", async () => {
            const { code, stderr } = await run(["check", ...config(), "--rule", SESSION, "-"], { stdin });
            assert.deepEqual([code, stderr], [0, `warning: ${SESSION} is disabled; a level in the configuration enables it\n`]);
        });
    });

    describe("reports exemptions", () => {
        const resources = [
            resource("web", { preventUserExistenceErrors: "LEGACY" }),
            resource("good", { preventUserExistenceErrors: "ENABLED" }),
        ];
        const stdin = state(...resources);
        const exemption = (resource: string, more = {}) => ({ resource, reason: "moves soon", ...more });
        const exempting = (...exempt: object[]) => config({ enforcementLevel: "mandatory", exempt });
        const daysFromNow = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);
        const outcome = (...args: string[]) => run(["check", ...args, "-"], { stdin });
        const unusedIn = async (...args: string[]) => {
            const { code, report, stderr } = await check([...args, "-"], stdin);
            return [code, report.unusedExemptions.map(({ resource, cause }) => `${resource}: ${cause}`), stderr];
        };

        it("that end within 30 days", async () => {
            const until = daysFromNow(29);
            const ending = exempting(exemption("web", { until }), exemption("*", { until: daysFromNow(40) }));
            const { code, report } = await check([...ending, "-"], stdin);
            assert.deepEqual([code, report.endingExemptions], [0, [{ policy: rule.name, ...exemption("web", { until }) }]]);
        });

        it("that are unused", async () => {
            const unused = exempting(...["web", "old", urnOf("old"), urnOf("good")].map(resource => exemption(resource)));
            const lines = [`${urnOf("old")}: noClient`, `${urnOf("good")}: notViolated`];
            assert.deepEqual(await unusedIn(...unused), [0, lines, ""]);
            assert.deepEqual(await unusedIn(...unused, "--all-stacks"), [0, ["old: noClient", ...lines], ""]);
        });

        it("that are unused as warnings in other formats", async () => {
            const unused = exempting(exemption("web"), exemption(urnOf("old")));
            const warning = `warning: unused exemption: ${urnOf("old")}: ${rule.name}: there is no such client\n`;
            for (const format of ["sarif", "markdown", "github", "gitlab", "junit"])
                assert.equal((await outcome(...unused, "--format", format)).stderr, warning, format);
            assert.equal((await outcome(...unused, "--format", "json")).stderr, "");
        });

        it("and exits with 1 if one is unused and --fail-on-unused-exemptions is set", async () => {
            const codes = async (...exempt: object[]) => {
                const args = exempting(...exempt);
                const failing = [...args, "--fail-on-unused-exemptions"];
                const outcomes = [args, failing, [...failing, "--exit-zero"]].map(given => outcome(...given));
                return (await Promise.all(outcomes)).map(({ code }) => code);
            };
            assert.deepEqual(await codes(exemption("web")), [0, 0, 0]);
            assert.deepEqual(await codes(exemption("web"), exemption("old")), [0, 0, 0]);
            assert.deepEqual(await codes(exemption("web"), exemption(urnOf("old"))), [0, 1, 1]);
            assert.deepEqual(await codes(exemption(urnOf("old"))), [1, 1, 1]);
        });

        it("of other stacks as unused only if all files could be read", async () => {
            const unused = exempting(exemption("web"), exemption("old"));
            const [code, lines] = await unusedIn(...unused, "--all-stacks", path("missing.json"));
            assert.deepEqual([code, lines], [2, []]);
        });

        it("only of the policies that are selected", async () => {
            const unused = exempting(exemption("web"), exemption(urnOf("old")));
            const { code } = await outcome(...unused, "--fail-on-unused-exemptions", "--skip", rule.name);
            assert.equal(code, 0);
        });
    });

    describe("rejects", () => {
        const rejects = (name: string, args: () => string[], errors: () => string[], stdin = "") => {
            it(name, async () => {
                const stderr = errors()
                    .map(error => `error: ${error}\n`)
                    .join("");
                assert.deepEqual(await run(["check", ...args()], { stdin }), { code: 2, stdout: "", stderr });
            });
        };
        const missing = () => path("missing.json");

        rejects(
            "no file in a folder that is no project",
            () => [],
            () => [`no FILE given, and the current folder has no Pulumi.yaml. ${USAGE}`],
        );
        rejects(
            "an unknown format",
            () => ["--format", "xml", "-"],
            () => ['unknown format "xml"; did you mean html?'],
        );
        rejects(
            "an unknown rule to select",
            () => ["--rule", "no-implict-flow", "-"],
            () => ['unknown rule "no-implict-flow"; did you mean no-implicit-flow?'],
        );
        rejects(
            "a format that is a property of every object",
            () => ["--format", "constructor", "-"],
            () => [
                'unknown format "constructor"; use text, json, sarif, markdown, github, gitlab, html, junit or the path of a module (./mine.js).',
            ],
        );
        rejects(
            "a missing file",
            () => [missing()],
            () => [`could not read ${missing()}: no such file or directory.`],
        );
        rejects(
            "empty standard input",
            () => ["-"],
            () => ["standard input: empty; expected the output of `pulumi stack export` or `pulumi preview --json`."],
        );
        rejects(
            "a truncated export",
            () => ["-"],
            () => ["standard input: unexpected end of JSON at line 1, column 41 (truncated file?)"],
            BAD.slice(0, 40),
        );
        rejects(
            "a missing configuration",
            () => ["--config", missing(), "-"],
            () => [`could not read ${missing()}: no such file or directory.`],
        );
        rejects(
            "a truncated configuration",
            () => ["--config", write("broken.json", "{"), "-"],
            () => [`${path("broken.json")}: unexpected end of JSON at line 1, column 2 (truncated file?)`],
        );
        rejects(
            "a configuration, with all of its errors",
            () => ["--config", write("wrong.json", '{"all": "off", "valid-auth-flow": {}}'), "-"],
            () => [
                `${path("wrong.json")}: all: must be one of "advisory", "mandatory", "remediate" or "disabled", got "off".`,
                `${path("wrong.json")}: unknown policy "valid-auth-flow"; did you mean valid-auth-flows?`,
            ],
        );
        rejects(
            "a configuration that is nested 10,000 levels deep",
            () => ["--config", write("deep.json", `${'{"all":'.repeat(10_000)}1${"}".repeat(10_000)}`), "-"],
            () => [`${path("deep.json")}: nested too deeply for a configuration.`],
        );
        rejects(
            "a broken configuration that is nested 10,000 levels deep",
            () => ["--config", write("deep.json", '{"all":'.repeat(10_000)), "-"],
            () => [`${path("deep.json")}: not JSON, and nested too deeply to find the error.`],
        );
        if (process.platform !== "win32") {
            rejects(
                "an endless configuration",
                () => ["--config", "/dev/zero", "-"],
                () => ["could not read /dev/zero: it is larger than 64 MB."],
            );
        }
        rejects(
            "an output in a missing folder",
            () => ["--output", path("no/report"), "-"],
            () => [`could not write ${path("no/report")}: no such file or directory.`],
            BAD,
        );
        rejects(
            "an output that is a folder",
            () => ["--output", path("."), "-"],
            () => [`could not write ${path(".")}: illegal operation on a directory.`],
            BAD,
        );
    });

    it("warns of a Pulumi.yaml that is not a file, and checks the clients", async function () {
        if (process.platform === "win32") this.skip();
        for (const [name, create] of [
            ["device", (file: string) => symlinkSync("/dev/zero", file)],
            ["pipe", (file: string) => spawnSync("mkfifo", [file])],
        ] as const) {
            mkdirSync(path(name));
            const file = path(`${name}/Pulumi.yaml`);
            create(file);
            const { code, stderr } = await check([...config(), "--project", path(name), "-"], BAD);
            assert.deepEqual([code, stderr], [1, `warning: could not read ${file}: not a file; lines of the program may be missing\n`]);
        }
    });

    describe("as a process", () => {
        const execute = (args: readonly string[], input = ""): SpawnSyncReturns<string> =>
            spawnSync(process.execPath, [...MAIN, ...args], { cwd: PACKAGE_FOLDER, input, encoding: "utf8", maxBuffer: 2 ** 24 });

        it("reads standard input and writes to standard output without colors", async () => {
            const { status, stdout, stderr } = execute(["check", ...config(), "-"], BAD);
            assert.deepEqual([status, stderr], [1, ""]);
            assert.equal(stdout, (await run(["check", ...config(), "-"], { stdin: BAD })).stdout);
        });

        it("writes a large report to a pipe, and ends without an error if the pipe is closed", async () => {
            const clients = Array.from({ length: 3000 }, (_, index) => resource(`web${index}`, { preventUserExistenceErrors: "LEGACY" }));
            const large = write("large.json", state(...clients));
            const { stdout } = execute(["check", ...config(), "--format", "json", large]);
            assert.equal(JSON.parse(stdout).violations.length, 3000);

            const child = spawn(process.execPath, [...MAIN, "check", ...config(), large], {
                cwd: PACKAGE_FOLDER,
                stdio: ["ignore", "pipe", "pipe"],
            });
            let printed = "";
            child.stderr.on("data", chunk => {
                printed += chunk;
            });
            child.stdout.once("data", () => child.stdout.destroy());
            const code = await new Promise(resolve => child.on("close", resolve));
            assert.deepEqual([code, printed], [1, ""]);
        });

        it("reports that standard output is full", function () {
            if (!existsSync("/dev/full")) this.skip();
            const script = `"$@" > /dev/full`;
            const args = ["-c", script, "sh", process.execPath, ...MAIN, "check", ...config(), "-"];
            const { status, stderr } = spawnSync("sh", args, { cwd: PACKAGE_FOLDER, input: BAD, encoding: "utf8" });
            assert.deepEqual([status, stderr], [2, FULL]);
        });
    });
});
