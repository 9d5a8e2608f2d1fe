import * as assert from "node:assert/strict";
import { type SpawnSyncReturns, spawn, spawnSync } from "node:child_process";
import { closeSync, constants, existsSync, lstatSync, openSync, readdirSync, readFileSync, realpathSync, symlinkSync } from "node:fs";
import { readlink } from "node:fs/promises";
import { dirname, join } from "node:path";
import { describe, it } from "mocha";
import { ROOT } from "../pack";
import { check, folder, MAIN, preview, resource, state, urnOf } from "./harness";

const USAGE = "Usage: pulumi-policy-aws-cognito check [--config FILE] [--format text|json|sarif] [--output FILE] [--exit-zero] FILE...";
const BAD = state(resource("web", { preventUserExistenceErrors: "LEGACY" }));
const GOOD = state(resource("web", { preventUserExistenceErrors: "ENABLED" }));
const MESSAGE = "preventUserExistenceErrors is LEGACY. Set preventUserExistenceErrors to ENABLED.";
const SUMMARY = "1 client: 1 mandatory and 0 advisory violations, 0 exempt, 0 undecided";
const TEXT = `web\n  mandatory  require-prevent-user-existence-errors\n    ${MESSAGE}\n\n${SUMMARY}\n`;
const FULL = "error: standard output: no space left on device.\n";

/** A configuration with one policy alone, so that another one changes nothing here. */
function only(entry: unknown, policy = "require-prevent-user-existence-errors"): string {
    return JSON.stringify({ all: "disabled", [policy]: entry });
}

describe("command", () => {
    const { write, path } = folder();
    const config = (entry: unknown = "mandatory") => ["--config", write("config.json", only(entry))];

    describe("exits with", () => {
        it("0 where nothing is wrong", async () => {
            const { code, stderr } = await check(["check", ...config(), "-"], GOOD);
            assert.deepEqual([code, stderr], [0, ""]);
        });

        it("0 where nothing mandatory is wrong", async () => {
            assert.equal((await check(["check", ...config("advisory"), "-"], BAD)).code, 0);
        });

        it("1 where a mandatory policy is violated", async () => {
            assert.deepEqual(await check(["check", ...config(), "-"], BAD), { code: 1, stdout: TEXT, stderr: "" });
        });

        it("0 for the same if told so", async () => {
            assert.deepEqual(await check(["check", "--exit-zero", ...config(), "-"], BAD), { code: 0, stdout: TEXT, stderr: "" });
        });

        it("2 where it could not judge, told so or not", async () => {
            assert.equal((await check(["check", "--exit-zero", path("missing")])).code, 2);
        });

        it("2 where there is a bug, and says so", async () => {
            const broken = () => {
                throw new Error("boom");
            };
            const outcome = await check(["check", ...config(), "-"], BAD, undefined, broken);
            assert.deepEqual(outcome, { code: 2, stdout: "", stderr: "error: this is a bug: boom\n" });
        });

        for (const [why, error, code, stderr] of [
            ["1 in silence where a mandatory policy is violated and nobody reads on", { code: "EPIPE", errno: -32 }, 1, ""],
            ["2 where nothing more can be written, and says why", { code: "ENOSPC", errno: -28 }, 2, FULL],
        ] as const) {
            it(why, async () => {
                const outcome = await check(["check", ...config(), "-"], BAD, undefined, done => done(Object.assign(new Error(), error)));
                assert.deepEqual(outcome, { code, stdout: "", stderr });
            });
        }

        it("0 where there is no client, and says so of each file", async () => {
            const empty = write("empty.json", state());
            const pool = state(resource("users", {}, { type: "aws:cognito/userPool:UserPool" }));
            assert.deepEqual(await check(["check", empty, "-"], pool), {
                code: 0,
                stdout: "0 clients: 0 mandatory and 0 advisory violations, 0 exempt, 0 undecided\n",
                stderr: `${empty}: there are no app clients\nstandard input: there are no app clients\n`,
            });
        });
    });

    describe("judges", () => {
        it("by each rule's own level without a configuration", async () => {
            const { code, stdout } = await check(["check", "--format", "json", "-"], BAD);
            const { violations } = JSON.parse(stdout);
            const levels = violations.filter(({ message }: { message: string }) => message === MESSAGE);
            assert.deepEqual([code, levels[0]?.level], [1, "mandatory"]);
        });

        it("each file once, and a client of two files in each", async () => {
            const files = [write("a.json", BAD), write("b.json", BAD)] as const;
            const { stdout } = await check(["check", ...config(), ...files, files[0]]);
            const body = (file: string) => `web (${file})\n  mandatory  require-prevent-user-existence-errors\n    ${MESSAGE}\n\n`;
            assert.equal(stdout, `${files.map(body).join("")}${SUMMARY.replace("1 client: 1", "2 clients: 2")}\n`);
        });

        it("a number that JSON lets overflow, and a text that is no number", async () => {
            const flags = [
                "check",
                "--format",
                "json",
                "--config",
                write("config.json", only("mandatory", "valid-auth-session-validity")),
                "-",
            ];
            const overflow = state(resource("web", { authSessionValidity: 0 })).replace(
                '"authSessionValidity":0',
                '"authSessionValidity":1e999',
            );
            const outcome = await check(flags, overflow);
            assert.equal(outcome.code, 1);
            assert.match(JSON.parse(outcome.stdout).violations[0].message, /^authSessionValidity is Infinity;/);
            const text = await check(flags, state(resource("web", { authSessionValidity: "NaN" })));
            assert.deepEqual(
                JSON.parse(text.stdout).violations.map(({ message }: { message: string }) => message),
                ["The client could not be judged: authSessionValidity takes a number, not a string."],
            );
        });
    });

    describe("writes", () => {
        it("JSON", async () => {
            const text = state(
                resource("web", { preventUserExistenceErrors: "LEGACY" }),
                resource("old"),
                resource("new", { preventUserExistenceErrors: "[secret]" }),
            );
            const { code, stdout } = await check(
                [
                    "check",
                    "--format=json",
                    ...config({ enforcementLevel: "mandatory", exempt: [{ resource: "old", reason: "goes" }] }),
                    "-",
                ],
                text,
            );
            assert.equal(code, 1);
            const finding = (name: string) => ({ file: "-", urn: urnOf(name), name, policy: "require-prevent-user-existence-errors" });
            const report = {
                files: ["-"],
                clients: 3,
                violations: [{ ...finding("web"), level: "mandatory", severity: "medium", message: MESSAGE }],
                exempt: [{ ...finding("old"), reason: "exempt: goes" }],
                undecided: [{ ...finding("new"), property: "preventUserExistenceErrors" }],
                remediated: [],
            };
            assert.equal(stdout, `${JSON.stringify(report, undefined, 2)}\n`);
        });

        it("to a terminal as wide as it is, at most 120 columns", async () => {
            const { stdout } = await check(["check", ...config(), "-"], BAD, { columns: 40 });
            assert.deepEqual(stdout.split("\n").slice(2, 5), [
                "    preventUserExistenceErrors is",
                "    LEGACY. Set",
                "    preventUserExistenceErrors to",
            ]);
            const long = state(resource("web", { preventUserExistenceErrors: "yy ".repeat(200) }));
            const widest = async (columns: number) => {
                const { stdout } = await check(["check", ...config(), "-"], long, { columns });
                return Math.max(...stdout.split("\n").map(line => line.length));
            };
            assert.deepEqual([await widest(500), await widest(99), await widest(0)], [120, 99, 99]);
        });

        for (const [why, environment, colours] of [
            ["to a terminal in colour", { TERM: "xterm-256color" }, true],
            ["to a terminal without colour where NO_COLOR says so", { TERM: "xterm-256color", NO_COLOR: "1" }, false],
            ["to a terminal without colour that has none", { TERM: "dumb" }, false],
        ] as const) {
            it(why, async () => {
                const { env } = process;
                process.env = environment as NodeJS.ProcessEnv;
                try {
                    const { stdout } = await check(["check", ...config(), "-"], BAD, { columns: 100 });
                    assert.equal(stdout.includes("\u001b"), colours);
                } finally {
                    process.env = env;
                }
            });
        }

        it("to a terminal how far it is, until it is done", async () => {
            const { now } = performance;
            let time = 0;
            performance.now = () => {
                time += 1000;
                return time;
            };
            try {
                const { stderr } = await check(["check", ...config(), "-"], BAD, { columns: 100 });
                assert.equal(stderr, "\r1 of 1 clients\r\u001b[K");
            } finally {
                performance.now = now;
            }
        });

        it("to a file, in one go, whatever was there", async () => {
            const output = write("report.txt", "old");
            assert.deepEqual(await check(["check", ...config(), "--output", output, "-"], BAD, { columns: 40 }), {
                code: 1,
                stdout: "",
                stderr: "",
            });
            assert.equal(readFileSync(output, "utf8"), TEXT);
            assert.deepEqual(
                readdirSync(dirname(output)).filter(name => name.endsWith(".tmp")),
                [],
            );
        });

        it("to a file, which it closes", async function () {
            if (!existsSync("/proc/self/fd")) this.skip();
            const output = path("closed.txt");
            await check(["check", ...config(), "--output", output, "-"], BAD);
            const open = readdirSync("/proc/self/fd").map(name => readlink(join("/proc/self/fd", name)).catch(() => undefined));
            assert.ok(!(await Promise.all(open)).includes(realpathSync(output)));
        });

        it("to the file that a link leads to", async () => {
            const output = write("linked.txt", "old");
            symlinkSync(output, path("link.txt"));
            await check(["check", ...config(), "--output", path("link.txt"), "-"], BAD);
            assert.equal(readFileSync(output, "utf8"), TEXT);
            assert.ok(lstatSync(path("link.txt")).isSymbolicLink());
        });

        it("to a pipe, which it does not replace", async function () {
            const pipe = path("pipe");
            if (spawnSync("mkfifo", [pipe]).status !== 0) this.skip();
            const reader = openSync(pipe, constants.O_RDONLY | constants.O_NONBLOCK);
            try {
                assert.equal((await check(["check", ...config(), "--output", pipe, "-"], BAD)).code, 1);
                assert.ok(lstatSync(pipe).isFIFO());
                assert.equal(readFileSync(reader, "utf8"), TEXT);
            } finally {
                closeSync(reader);
            }
        });

        it("over no file that it cannot write whole", async () => {
            const output = write("kept.txt", "old");
            const taken = write(`kept.txt.${process.pid}.tmp`, "of another");
            const { code, stderr } = await check(["check", ...config(), "--output", output, "-"], BAD);
            assert.deepEqual([code, stderr], [2, `error: ${output}: could not be written: file already exists.\n`]);
            assert.deepEqual(
                [output, taken].map(file => readFileSync(file, "utf8")),
                ["old", "of another"],
            );
        });

        it("its usage", async () => {
            const { code, stdout, stderr } = await check(["--help"]);
            assert.deepEqual([code, stderr], [0, ""]);
            assert.ok(stdout.startsWith(`${USAGE}\n\nJudges the Amazon Cognito app clients`));
            assert.ok(stdout.includes("\n  --format NAME  text, json or sarif (default: text)\n"));
            assert.deepEqual(await check(["check", "--help"]), { code, stdout, stderr });
        });

        it("its version", async () => {
            const { version } = JSON.parse(readFileSync(join(ROOT, "package.json"), "utf8"));
            assert.deepEqual(await check(["--version"]), { code: 0, stdout: `${version}\n`, stderr: "" });
        });
    });

    describe("refuses with a line", () => {
        const refuses = (why: string, args: () => string[], line: () => string, stdin = "") => {
            it(why, async () => assert.deepEqual(await check(args(), stdin), { code: 2, stdout: "", stderr: `error: ${line()}\n` }));
        };
        const missing = () => path("missing.json");

        refuses(
            "no command",
            () => [],
            () => `no command. ${USAGE}`,
        );
        refuses(
            "another command",
            () => ["chek", "-"],
            () => `there is no command chek; it is check. ${USAGE}`,
        );
        refuses(
            "no file",
            () => ["check"],
            () => `no FILE. ${USAGE}`,
        );
        refuses(
            "a misspelt flag",
            () => ["check", "--fromat", "json", "-"],
            () => "Unknown option '--fromat'; did you mean --format?",
        );
        refuses(
            "an unknown flag",
            () => ["check", "--quiet", "-"],
            () => `Unknown option '--quiet'. ${USAGE}`,
        );
        refuses(
            "a flag without its value",
            () => ["check", "-", "--output"],
            () => `Option '--output <value>' argument missing. ${USAGE}`,
        );
        refuses(
            "a flag as a value",
            () => ["check", "--format", "--exit-zero", "-"],
            () => `Option '--format' argument is ambiguous. ${USAGE}`,
        );
        refuses(
            "a value for a switch",
            () => ["check", "--exit-zero=1", "-"],
            () => `Option '--exit-zero' does not take an argument. ${USAGE}`,
        );
        refuses(
            "an unknown format",
            () => ["check", "--format", "xml", "-"],
            () => "there is no format xml; it takes text, json or sarif.",
        );
        refuses(
            "a format of any object",
            () => ["check", "--format", "constructor", "-"],
            () => "there is no format constructor; it takes text, json or sarif.",
        );
        refuses(
            "a file that is missing",
            () => ["check", missing()],
            () => `${missing()}: no such file or directory.`,
        );
        refuses(
            "a file that is missing beside one that is there",
            () => ["check", "-", missing()],
            () => `${missing()}: no such file or directory.`,
            BAD,
        );
        refuses(
            "a folder",
            () => ["check", path(".")],
            () => `${path(".")}: illegal operation on a directory.`,
        );
        refuses(
            "nothing on standard input",
            () => ["check", "-"],
            () => "standard input: empty; expected what `pulumi stack export` or `pulumi preview --json` prints.",
        );
        refuses(
            "an export that is cut off",
            () => ["check", "-"],
            () => "standard input: it ends too early, at line 1, column 41: was it cut off?",
            BAD.slice(0, 40),
        );
        refuses(
            "a file whose name would rewrite the terminal",
            () => ["check", "\u001b[2J"],
            () => "\\u001b[2J: no such file or directory.",
        );
        refuses(
            "a configuration that is missing",
            () => ["check", "--config", missing(), "-"],
            () => `${missing()}: no such file or directory.`,
        );
        refuses(
            "a broken configuration",
            () => ["check", "--config", write("broken.json", "{"), "-"],
            () => `${path("broken.json")}: it ends too early, at line 1, column 2: was it cut off?`,
        );
        refuses(
            "all that is wrong with a configuration",
            () => ["check", "--config", write("wrong.json", '{"all": "on", "valid-auth-flow": {}}'), "-"],
            () => {
                const file = path("wrong.json");
                return `${file}: valid-auth-flow: there is no such policy; did you mean valid-auth-flows?\nerror: ${file}: all: it takes advisory, mandatory, remediate or disabled, not "on".`;
            },
        );
        refuses(
            "an output in a folder that is missing",
            () => ["check", "--output", path("no/report"), "-"],
            () => `${path("no/report")}: could not be written: no such file or directory.`,
            BAD,
        );
        refuses(
            "an output that is a folder",
            () => ["check", "--output", path("."), "-"],
            () => `${path(".")}: could not be written: illegal operation on a directory.`,
            BAD,
        );
    });

    describe("as a process", () => {
        const execute = (args: readonly string[], input = ""): SpawnSyncReturns<string> =>
            spawnSync(process.execPath, [...MAIN, ...args], { cwd: ROOT, input, encoding: "utf8", maxBuffer: 2 ** 24 });

        it("reads standard input, writes to standard output without colour, and exits", () => {
            const { status, stdout, stderr } = execute(["check", ...config(), "-"], BAD);
            assert.deepEqual([status, stdout, stderr], [1, TEXT, ""]);
        });

        it("writes all of a large report to a pipe, and ends quietly when nobody reads on", async () => {
            const clients = Array.from({ length: 3000 }, (_, index) => resource(`web${index}`, { preventUserExistenceErrors: "LEGACY" }));
            const large = write("large.json", state(...clients));
            const { stdout } = execute(["check", ...config(), "--format", "json", large]);
            assert.equal(JSON.parse(stdout).violations.length, 3000);

            const child = spawn(process.execPath, [...MAIN, "check", ...config(), large], { cwd: ROOT, stdio: ["ignore", "pipe", "pipe"] });
            let printed = "";
            child.stderr.on("data", chunk => {
                printed += chunk;
            });
            child.stdout.once("data", () => child.stdout.destroy());
            const code = await new Promise(resolve => child.on("close", resolve));
            assert.deepEqual([code, printed], [1, ""]);
        });

        it("says that standard output is full", function () {
            if (!existsSync("/dev/full")) this.skip();
            const script = `"$@" > /dev/full`;
            const args = ["-c", script, "sh", process.execPath, ...MAIN, "check", ...config(), "-"];
            const { status, stderr } = spawnSync("sh", args, { cwd: ROOT, input: BAD, encoding: "utf8" });
            assert.deepEqual([status, stderr], [2, FULL]);
        });

        it("loads nothing of Pulumi's SDK", () => {
            const script = `
                process.argv.splice(1, 0, "main");
                require("./src/check/main.ts");
                process.on("exit", () => console.error(JSON.stringify(Object.keys(require.cache))));`;
            const all = ["--require", "tsx/cjs", "--eval", script, "--", "check", ...config(), "-"];
            const { stderr } = spawnSync(process.execPath, all, { cwd: ROOT, input: preview(), encoding: "utf8" });
            const modules: string[] = JSON.parse(stderr.split("\n").at(-2) ?? "");
            assert.ok(modules.some(file => file.endsWith("src/judge.ts")));
            assert.deepEqual(
                modules.filter(file => file.includes("node_modules/@pulumi/")),
                [],
            );
        });
    });
});
