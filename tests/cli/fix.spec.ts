import * as assert from "node:assert/strict";
import { chmodSync, cpSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeEach, describe, it } from "mocha";
import preset from "../../presets/remediate.json";
import { evaluate } from "../../src/core/evaluate";
import { CLIENT_TYPE } from "../../src/core/user-pools";
import { rules } from "../../src/rules";
import { folder, resource, state } from "../support/check";
import { ROOT } from "../support/pack";
import { type CreatedResource, installPackages, runWithMocks, typeErrors } from "../support/pulumi-program";
import { type Environment, type Outcome, run } from "../support/run-cli";
import { WEBSHOP_FIXES } from "../support/webshop-fixes";
import { inFolder } from "../support/working-folder";

const ERRORS = "require-prevent-user-existence-errors";
const WRITE = 'Write `preventUserExistenceErrors: "ENABLED"`.';

/** What remains of examples/fix. */
const PACKAGE = `warning: src/index.ts:7:1: pkg-client: ${ERRORS}: not fixed, because the code that creates it is in a package or outside the current folder. ${WRITE}`;

const SUMMARY = "2 fixes in 2 files, not written without --write. 1 warning.";

const DIFF = `--- src/index.ts
+++ src/index.ts
@@ -9,5 +9,6 @@
     new aws.cognito.UserPoolClient(app, {
         userPoolId: pool.id,
         accessTokenValidity: 60,
+        preventUserExistenceErrors: "ENABLED",
     });
 }
--- src/sign-in.ts
+++ src/sign-in.ts
@@ -9,6 +9,7 @@
             {
                 userPoolId: args.userPoolId,
                 callbackUrls: args.urls,
+                preventUserExistenceErrors: "ENABLED",
             },
             { parent: this },
         );
`;

describe("the command fix", () => {
    const { path } = folder();
    const fix = (cwd: string, args: readonly string[], environment?: Environment): Promise<Outcome> =>
        inFolder(path(cwd), () => run(["fix", ...args], environment));
    const read = (name: string) => readFileSync(path(name), "utf8");
    const write = (name: string, content: string) => writeFileSync(path(name), content);
    const sources = () => ["src/index.ts", "src/sign-in.ts"].map(file => read(`shop/${file}`));
    const lines = (text: string) => text.split("\n").slice(0, -1);

    beforeEach(() => {
        for (const name of readdirSync(path("."))) rmSync(path(name), { recursive: true });
        cpSync(join(ROOT, "examples/fix"), path("shop"), { recursive: true });
        for (const name of ["go", "python"]) rmSync(path(`shop/${name}`), { recursive: true }); // projects of their own
        mkdirSync(path("shop/other"));
        write("shop/other/package.json", "{}");
    });

    it("prints a diff and what it cannot fix", async () => {
        const before = sources();
        const outcome = await fix("shop", ["state.json"]);
        assert.deepEqual(outcome, { code: 0, stdout: DIFF, stderr: `${PACKAGE}\n${SUMMARY}\n` });
        assert.deepEqual(sources(), before);
    });

    it("prints a diff in color on a terminal", async () => {
        const { stdout } = await fix("shop", ["state.json"], { columns: 100, env: { TERM: "xterm-256color" } });
        assert.ok(stdout.includes('\u001b[32m+        preventUserExistenceErrors: "ENABLED",\u001b[39m'), stdout);
    });

    it("writes the changes and lists the files", async () => {
        const outcome = await fix("shop", ["--write", "state.json"]);
        assert.deepEqual(outcome, {
            code: 0,
            stdout: "src/index.ts\nsrc/sign-in.ts\n",
            stderr: `${PACKAGE}\nMade 2 fixes in 2 files. 1 warning.\n`,
        });
        const added = (indent: string) => `${indent}preventUserExistenceErrors: "ENABLED",\n`;
        const examples = ["src/index.ts", "src/sign-in.ts"].map(file => readFileSync(join(ROOT, "examples/fix", file), "utf8"));
        assert.deepEqual(sources(), [
            examples[0]?.replace("accessTokenValidity: 60,\n", line => line + added("        ")),
            examples[1]?.replace("callbackUrls: args.urls,\n", line => line + added("                ")),
        ]);
        assert.deepEqual(readdirSync(path("shop/src")), ["index.ts", "sign-in.ts"]);
    });

    it("changes nothing the second time", async () => {
        await fix("shop", ["--write", "state.json"]);
        const before = sources();
        for (const args of [["state.json"], ["--write", "state.json"]]) {
            const outcome = await fix("shop", args);
            const stderr = `${PACKAGE}\n2 fixes already in the program and not deployed. 1 warning.\n`;
            assert.deepEqual(outcome, { code: 0, stdout: "", stderr });
        }
        assert.deepEqual(sources(), before);
    });

    it("keeps the mode of a file", async function () {
        if (process.platform === "win32") this.skip();
        chmodSync(path("shop/src/index.ts"), 0o750);
        chmodSync(path("shop/src/sign-in.ts"), 0o606);
        await fix("shop", ["--write", "state.json"]);
        const modes = ["index.ts", "sign-in.ts"].map(file => statSync(path(`shop/src/${file}`)).mode & 0o777);
        assert.deepEqual(modes, [0o750, 0o606]);
    });

    it("keeps a byte order mark", async () => {
        write("shop/src/index.ts", `\ufeff${read("shop/src/index.ts")}`);
        await fix("shop", ["--write", "state.json"]);
        const [index = ""] = sources();
        assert.equal(
            index.replace('        preventUserExistenceErrors: "ENABLED",\n', ""),
            `\ufeff${readFileSync(join(ROOT, "examples/fix/src/index.ts"), "utf8")}`,
        );
    });

    it("lists the files before one that cannot be written", async () => {
        write(`shop/src/sign-in.ts.${process.pid}.tmp`, "in the way");
        const { code, stdout, stderr } = await fix("shop", ["--write", "state.json"]);
        assert.deepEqual({ code, stdout }, { code: 2, stdout: "src/index.ts\n" });
        assert.equal(stderr, "error: could not write src/sign-in.ts: file already exists.\n");
        assert.equal(sources()[1], readFileSync(join(ROOT, "examples/fix/src/sign-in.ts"), "utf8"));
    });

    it("reads stdin, and several stacks of a program", async () => {
        const other = read("shop/state.json").replaceAll("urn:pulumi:dev:", "urn:pulumi:prod:");
        assert.equal((await fix("shop", ["-"], { stdin: other })).stdout, DIFF);
        write("shop/prod.json", other);
        const { stdout, stderr } = await fix("shop", ["state.json", "prod.json"]);
        assert.deepEqual({ stdout, stderr }, { stdout: DIFF, stderr: `${PACKAGE}\n${SUMMARY}\n` });
    });

    it("sorts files and warnings by name and position", async () => {
        const at = (file: string, line: number) => ({ sourcePosition: `project:///${file}#${line},1` });
        const call = (name: string) => `import * as aws from "@pulumi/aws";\nnew aws.cognito.UserPoolClient("${name}", {});\n`;
        write("shop/b.ts", call("b1"));
        write("shop/a.ts", call("a1"));
        const clients = [resource("b1", {}, at("b.ts", 2)), resource("a1", {}, at("a.ts", 2))];
        const changed = [resource("a10", {}, at("a.ts", 10)), resource("a9", {}, at("a.ts", 9))];
        const { stdout, stderr } = await fix("shop", ["--write", "-"], { stdin: state(...clients, ...changed) });
        assert.equal(stdout, "a.ts\nb.ts\n");
        assert.deepEqual(
            lines(stderr).map(line => line.split(": ")[1]),
            ["a.ts:9:1", "a.ts:10:1", undefined],
        );
    });

    it("prints paths relative to the current folder", async () => {
        const { stdout, stderr } = await fix(".", ["--project", "shop", "shop/state.json"]);
        assert.equal(stdout, DIFF.replaceAll(/^(---|\+\+\+) /gm, "$1 shop/"));
        assert.equal(lines(stderr)[0], PACKAGE.replace("src/", "shop/src/"));
    });

    it("changes nothing outside the current folder", async () => {
        const before = sources();
        mkdirSync(path("shop/infra"));
        const { code, stdout, stderr } = await fix("shop/infra", ["--project", "..", "--write", "../state.json"]);
        assert.deepEqual({ code, stdout }, { code: 0, stdout: "" });
        const reason = "the stack does not say where in the current folder it is created";
        const names = ["a", "b", "pkg-client", "web-client"];
        const expected = names.map(
            name =>
                `warning: ../state.json: ${name}: ${ERRORS}: not fixed, because ${reason}. Write \`preventUserExistenceErrors: ENABLED\`.`,
        );
        assert.deepEqual(lines(stderr), [...expected, "4 warnings."]);
        assert.deepEqual(sources(), before);
    });

    it("changes nothing behind a link that leads out of the current folder", async function () {
        if (process.platform === "win32") this.skip();
        cpSync(path("shop/src"), path("elsewhere"), { recursive: true });
        rmSync(path("shop/src"), { recursive: true });
        symlinkSync("../elsewhere", path("shop/src"));
        const { stdout, stderr } = await fix("shop", ["--write", "state.json"]);
        assert.equal(stdout, "");
        assert.match(stderr, /src\/index\.ts:9:5: a: .* the file is a link to one outside the current folder/);
        assert.equal(read("elsewhere/index.ts"), readFileSync(join(ROOT, "examples/fix/src/index.ts"), "utf8"));
    });

    it("finds the clients of a program by their names if their lines have changed", async () => {
        const line = "// a new line\n";
        for (const file of ["src/index.ts", "src/sign-in.ts"]) write(`shop/${file}`, line + read(`shop/${file}`));
        const { stdout } = await fix("shop", ["--write", "state.json"]);
        assert.equal(stdout, "src/index.ts\nsrc/sign-in.ts\n");
    });

    it("lists a client that is not in the program any more", async () => {
        write("shop/src/sign-in.ts", read("shop/src/sign-in.ts").replace("-client`", "-app`"));
        const { stderr } = await fix("shop", ["state.json"]);
        const reason = "there is no app client web-client at this position; the program may have changed since";
        const warning = `warning: src/sign-in.ts:7:9: web-client: ${ERRORS}: not fixed, because ${reason}. ${WRITE}`;
        assert.ok(lines(stderr).includes(warning), stderr);
    });

    it("lists a client whose program cannot be parsed", async () => {
        write("shop/src/sign-in.ts", "class {");
        const { stderr } = await fix("shop", ["state.json"]);
        const reason = "of a syntax error in line 1: unexpected token";
        assert.ok(
            lines(stderr).includes(`warning: src/sign-in.ts:7:9: web-client: ${ERRORS}: not fixed, because ${reason}. ${WRITE}`),
            stderr,
        );
    });

    it("lists a client whose program is compiled from another file", async () => {
        const source = read("shop/src/sign-in.ts");
        const reason = "the file is compiled from another one: it has a source map";
        for (const comment of ["//# sourceMappingURL=sign-in.js.map", "//@ sourceMappingURL=sign-in.js.map"]) {
            write("shop/src/sign-in.ts", `${source}${comment}\n`);
            const { stderr } = await fix("shop", ["state.json"]);
            const warning = `warning: src/sign-in.ts:7:9: web-client: ${ERRORS}: not fixed, because ${reason}. ${WRITE}`;
            assert.ok(lines(stderr).includes(warning), stderr);
        }
        write("shop/src/sign-in.ts", `${source}f("//# sourceMappingURL=");\n`);
        assert.equal((await fix("shop", ["state.json"])).stderr, `${PACKAGE}\n${SUMMARY}\n`);
    });

    it("lists a client without a position, also without a Pulumi.yaml", async () => {
        for (const name of ["Pulumi.yaml", "none.yaml"]) {
            const { stderr } = await fix("shop", ["-"], { stdin: state(resource("web", {})) });
            const reason = "the stack does not say where in the current folder it is created";
            const write = "Write `preventUserExistenceErrors: ENABLED`.";
            assert.equal(lines(stderr)[0], `warning: standard input: web: ${ERRORS}: not fixed, because ${reason}. ${write}`);
            rmSync(path(`shop/${name}`), { force: true });
        }
    });

    it("lists the clients of another project", async () => {
        write("shop/state.json", read("shop/state.json").replaceAll("::shop::", "::other::"));
        const { stdout, stderr } = await fix("shop", ["state.json"]);
        assert.equal(stdout, "");
        const reason = "it belongs to the project other, whose folder --project does not name";
        assert.equal(
            lines(stderr)[0],
            `warning: state.json: a: ${ERRORS}: not fixed, because ${reason}. Write \`preventUserExistenceErrors: ENABLED\`.`,
        );
    });

    it("makes the fixes that are named, with the options of a configuration", async () => {
        write(
            "config.json",
            JSON.stringify({ [ERRORS]: { exempt: [{ resource: "web-*", reason: "kept" }] }, "no-implicit-flow": "disabled" }),
        );
        const exempt = await fix("shop", ["--config", "../config.json", "state.json"]);
        assert.equal(exempt.stdout, DIFF.slice(0, DIFF.indexOf("--- src/sign-in.ts")));
        const { stdout, stderr } = await fix("shop", [
            "--config",
            "../config.json",
            "--rule",
            "no-implicit-flow",
            "--rule",
            "require-token-*",
            "state.json",
        ]);
        assert.equal(stdout, "");
        assert.equal(stderr, "warning: no-implicit-flow is disabled; a level in the configuration enables it\nNothing to fix.\n");
    });

    it("says that clients of other types are not fixed", async () => {
        const managed = resource("m", {}, { type: "aws:cognito/managedUserPoolClient:ManagedUserPoolClient" });
        const { stderr } = await fix("shop", ["-"], { stdin: state(managed) });
        assert.match(
            stderr,
            /^warning: 1 client of type aws:cognito\/managedUserPoolClient:ManagedUserPoolClient is not checked: .*\nNothing to fix\.\n$/,
        );
    });

    it("counts one fix", async () => {
        const client = resource("web", {}, { sourcePosition: "project:///index.js#1,37" });
        write("shop/index.js", `const aws = require("@pulumi/aws"); new aws.cognito.UserPoolClient("web", {});`);
        const args = [["-"], ["--write", "-"], ["-"]];
        const summaries: string[] = [];
        for (const arg of args) summaries.push((await fix("shop", arg, { stdin: state(client) })).stderr);
        assert.deepEqual(summaries, [
            "1 fix in 1 file, not written without --write.\n",
            "Made 1 fix in 1 file.\n",
            "1 fix already in the program and not deployed.\n",
        ]);
    });

    describe("of programs without a stack", () => {
        const SOURCES: Readonly<Record<string, string>> = {
            "index.ts": 'import * as aws from "@pulumi/aws";\nnew aws.cognito.UserPoolClient("web", { name: "web" });\n',
            "__main__.py": 'import pulumi_aws as aws\naws.cognito.UserPoolClient("web", name="web")\n',
            "main.go":
                'package main\n\nimport "github.com/pulumi/pulumi-aws/sdk/v7/go/aws/cognito"\nimport "github.com/pulumi/pulumi/sdk/v3/go/pulumi"\n\nvar web, _ = cognito.NewUserPoolClient(nil, "web", &cognito.UserPoolClientArgs{Name: pulumi.String("web")})\n',
            "App.java":
                'import com.pulumi.aws.cognito.*;\nclass App { void stack() { new UserPoolClient("web", UserPoolClientArgs.builder().name("web").build()); } }\n',
            "Program.cs": 'using Pulumi.Aws.Cognito;\nvar web = new UserPoolClient("web", new UserPoolClientArgs { Name = "web" });\n',
        };
        const ADDED: Readonly<Record<string, string>> = {
            "index.ts": ', preventUserExistenceErrors: "ENABLED"',
            "__main__.py": ', prevent_user_existence_errors="ENABLED"',
            "main.go": ', PreventUserExistenceErrors: pulumi.String("ENABLED")',
            "App.java": '.preventUserExistenceErrors("ENABLED")',
            "Program.cs": ', PreventUserExistenceErrors = "ENABLED"',
        };
        beforeEach(() => {
            mkdirSync(path("all"));
            for (const [name, text] of Object.entries(SOURCES)) write(`all/${name}`, text);
        });

        it("fixes a file in each language, and nothing the second time", async () => {
            const files = Object.keys(SOURCES);
            const { code, stdout, stderr } = await fix("all", ["--write", ...files]);
            assert.deepEqual({ code, stderr }, { code: 0, stderr: "Made 5 fixes in 5 files.\n" });
            assert.deepEqual(lines(stdout), [...files].sort());
            for (const file of files) {
                const fixed = read(`all/${file}`);
                assert.ok(fixed.includes(ADDED[file] ?? "?"), fixed);
                assert.equal(fixed.replace(ADDED[file] ?? "", ""), SOURCES[file]);
            }
            assert.deepEqual(await fix("all", ["--write", ...files]), { code: 0, stdout: "", stderr: "Nothing to fix.\n" });
        });

        it("fixes the project in the current folder, and in a folder", async () => {
            const { stdout } = await fix("shop", []);
            assert.equal(stdout, DIFF);
            assert.equal((await fix(".", ["shop"])).stdout, DIFF.replaceAll(/^(---|\+\+\+) /gm, "$1 shop/"));
        });

        it("fixes the projects in a folder, and those in a project", async () => {
            cpSync(join(ROOT, "examples/fix/python"), path("shop/python"), { recursive: true });
            cpSync(join(ROOT, "examples/fix/go"), path("go"), { recursive: true });
            const { stdout } = await fix(".", ["--write", "."]);
            assert.deepEqual(lines(stdout), ["go/main.go", "shop/python/__main__.py", "shop/src/index.ts", "shop/src/sign-in.ts"]);
        });

        it("fixes only the files that are named", async () => {
            const { stdout } = await fix("shop", ["--write", "src/sign-in.ts"]);
            assert.equal(stdout, "src/sign-in.ts\n");
        });

        it("counts a client once that is in a program and in a stack", async () => {
            const { stdout, stderr } = await fix("shop", [".", "src/index.ts", "state.json"]);
            assert.deepEqual({ stdout, stderr }, { stdout: DIFF, stderr: `${PACKAGE}\n${SUMMARY}\n` });
        });

        it("needs a FILE without a project", async () => {
            const { code, stderr } = await fix("all", []);
            assert.equal(code, 2);
            assert.match(stderr, /^error: no FILE given, and the current folder has no Pulumi\.yaml\. Usage: .* \[FILE\.\.\.\]\n$/);
        });

        it("writes nothing to a file with a syntax error, and fixes the others", async () => {
            write("all/index.ts", "import * as aws from '@pulumi/aws';\nnew aws.cognito.UserPoolClient('web', {\n");
            const outcome = await fix("all", ["--write", "index.ts", "main.go"]);
            assert.deepEqual([outcome.code, outcome.stdout], [2, "main.go\n"]);
            assert.match(outcome.stderr, /^error: index\.ts:\d+: unexpected token\./m);
        });

        it("says that a file has no clients", async () => {
            write("all/other.ts", "export {};\n");
            const { code, stderr } = await fix("all", ["other.ts"]);
            assert.deepEqual([code, stderr], [0, "warning: other.ts: no Cognito app clients found\nNothing to fix.\n"]);
        });

        it("names what it cannot change, and what to write", async () => {
            write(
                "all/main.go",
                (SOURCES["main.go"] ?? "").replace('&cognito.UserPoolClientArgs{Name: pulumi.String("web")}', "arguments()"),
            );
            const { stderr } = await fix("all", ["--rule", ERRORS, "main.go"]);
            const unknown = "not evaluated, because of unknown values:";
            assert.match(stderr, new RegExp(`^warning: main\\.go:6:14: web: ${ERRORS}: ${unknown} .*\\n1 warning\\.\\n$`));
        });
    });

    const errors: readonly (readonly [name: string, args: readonly string[], stderr: RegExp])[] = [
        [
            "an unknown rule",
            ["--rule", ERRORS.slice(1), "state.json"],
            /^error: unknown rule ".*"; did you mean require-prevent-user-existence-errors\?\n$/,
        ],
        ["a rule without a fix", ["--rule", "valid-name", "state.json"], /^error: "valid-name" has no fix; .*\n$/],
        ["a missing project", ["--project", "missing", "state.json"], /^error: could not read the project folder missing: .*\n$/],
        ["an unreadable configuration", ["--config", "missing.json", "state.json"], /^error: could not read missing\.json: .*\n$/],
        [
            "a folder without JSON files",
            ["src"],
            /^error: src: no Pulumi\.yaml and no files named \*\.json, \*\.json\.gz or \*\.json\.zst\.\n$/,
        ],
        ["a folder without stacks", ["other"], /^error: no state or preview found in 1 file\.\n$/],
        ["only an unreadable stack", ["missing.json"], /^error: could not read missing\.json: .*\n$/],
        ["an unreadable stack", ["state.json", "missing.json"], /^error: could not read missing\.json: .*\n$/],
    ];
    for (const [name, args, stderr] of errors) {
        it(`fails for ${name} and changes nothing`, async () => {
            const before = sources();
            const outcome = await fix("shop", ["--write", ...args]);
            assert.deepEqual([outcome.code, outcome.stdout], [2, ""]);
            assert.match(outcome.stderr, stderr);
            assert.deepEqual(sources(), before);
        });
    }

    describe("of real programs (slow)", function () {
        this.timeout(120_000);

        const fixed = rules.filter(({ name }) => name in preset);
        const positions = join(ROOT, "tests/support/positions");

        /** Fixes a program, and returns the clients that it creates before and after. */
        async function fixAndRun(example: string, main: string) {
            rmSync(path("shop"), { recursive: true });
            cpSync(join(ROOT, "examples", example), path("shop"), { recursive: true });
            installPackages(path("shop"));
            const clients = () =>
                new Map(
                    runWithMocks(path(`shop/${main}`))
                        .filter(({ type }) => type === CLIENT_TYPE)
                        .map(created => [created.name, created]),
                );
            const before = clients();
            const { code, stderr } = await fix("shop", ["--write", "state.json"]);
            assert.equal(code, 0, stderr);
            return { before, after: clients(), warnings: lines(stderr).slice(0, -1) };
        }

        function violationsOf(created: Iterable<CreatedResource>): string[] {
            return [...created].flatMap(({ name, inputs }) => {
                const violated = fixed.filter(rule => evaluate(rule, { name, urn: "", props: inputs }, {}).violations.length > 0);
                return violated.map(rule => `${name}: ${rule.name}`);
            });
        }

        it("fixes examples/fix but for the client of a package; it compiles, and creates the clients with the changes and no others", async () => {
            const { before, after, warnings } = await fixAndRun("fix", "src/index.ts");
            assert.deepEqual(
                violationsOf(before.values()),
                ["a", "b", "pkg-client", "web-client"].map(name => `${name}: ${ERRORS}`),
            );
            assert.deepEqual(violationsOf(after.values()), [`pkg-client: ${ERRORS}`]);
            assert.deepEqual(warnings, [PACKAGE]);
            for (const [name, { inputs }] of before) {
                const added = name === "pkg-client" ? {} : { preventUserExistenceErrors: "ENABLED" };
                assert.deepEqual(after.get(name)?.inputs, { ...inputs, ...added });
            }
            assert.deepEqual(typeErrors(path("shop/src/index.ts")), []);
        });

        it("fixes the web shop; it creates the clients with the changes and no others", async () => {
            const { before, after, warnings } = await fixAndRun("webshop", "index.js");
            assert.deepEqual(violationsOf(after.values()), []);
            assert.deepEqual(warnings, []);
            for (const [name, { inputs }] of before) {
                const { preventUserExistenceErrors: errors } = inputs;
                const secret = typeof errors === "object" && { preventUserExistenceErrors: { ...errors, value: "ENABLED" } };
                assert.deepEqual(after.get(name)?.inputs, { ...inputs, ...WEBSHOP_FIXES[name], ...secret }, name);
            }
        });

        it("fixes a program in Python, which a position has only the line of", async () => {
            cpSync(join(positions, "shop-python"), path("python"), { recursive: true });
            const program = (flows: string, errors = "") =>
                `import pulumi_aws as aws\n\n${"\n".repeat(6)}def create(name):\n    return aws.cognito.UserPoolClient(f"{name}-client", explicit_auth_flows=[${flows}]${errors})\n`;
            write("python/__main__.py", program('"ADMIN_NO_SRP_AUTH", "ALLOW_USER_AUTH"'));
            const { stdout, stderr } = await fix("python", ["--write", join(positions, "shop-python.state.json")]);
            assert.deepEqual({ stdout, stderr }, { stdout: "__main__.py\n", stderr: "Made 2 fixes in 1 file.\n" });
            const flows = '"ALLOW_ADMIN_USER_PASSWORD_AUTH", "ALLOW_USER_AUTH"';
            assert.equal(read("python/__main__.py"), program(flows, ', prevent_user_existence_errors="ENABLED"'));
        });

        it("fixes a program in YAML and keeps its comments", async () => {
            cpSync(join(positions, "shop-yaml"), path("yaml"), { recursive: true });
            const before = read("yaml/Pulumi.yaml");
            const { stdout, stderr } = await fix("yaml", ["--write", join(positions, "shop-yaml.state.json")]);
            assert.deepEqual({ stdout, stderr }, { stdout: "Pulumi.yaml\n", stderr: "Made 1 fix in 1 file.\n" });
            assert.equal(read("yaml/Pulumi.yaml"), `${before}      preventUserExistenceErrors: ENABLED\n`);
        });
    });
});
