import * as assert from "node:assert/strict";
import { chmodSync, mkdirSync, readFileSync, symlinkSync, truncateSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { describe, it } from "mocha";
import type { Report } from "../../src/report/report";
import matchPoolTier from "../../src/rules/match-pool-tier";
import { PACKAGE_FOLDER } from "../../src/util/package-info";
import { checkpoint, folder, resource, state } from "../support/check";
import { run } from "../support/run-cli";

const BAD = resource("web", { preventUserExistenceErrors: "LEGACY" });
const NATIVE = "aws-native:cognito:UserPoolClient";

describe("check of many stacks", () => {
    const { write, path } = folder();
    /** Runs `check` with one rule at level `mandatory`. */
    const check = (paths: readonly string[], args: readonly string[] = [], rule = "require-prevent-user-existence-errors") => {
        const config = write("config", JSON.stringify({ all: "disabled", [rule]: "mandatory" }));
        return run(["check", "--config", config, ...args, ...paths]);
    };
    const summary = (counts: string, mandatory: number) =>
        `${counts}: ${mandatory} mandatory and 0 advisory violations, 0 exempt, 0 unknown\n`;

    it("gives the same report on the webshop as a state, checkpoint, compressed file and folder", async () => {
        const text = readFileSync(join(PACKAGE_FOLDER, "examples/webshop/state.json"), "utf8");
        const { deployment, version } = JSON.parse(text);
        const stack = JSON.stringify({ version, checkpoint: { stack: "organization/webshop/dev", latest: deployment } });
        const backend = ".pulumi/stacks/webshop/dev.json.gz";
        const paths = [
            write("forms/state.json", text),
            write("forms/checkpoint.json", stack),
            write("forms/compressed", gzipSync(text)),
            write(`forms/self-managed/${backend}`, gzipSync(stack)),
        ];
        write("forms/self-managed/.pulumi/stacks/webshop/dev.json.gz.bak", "{");
        write("forms/self-managed/.pulumi/history/webshop/dev/dev-1.checkpoint.json.gz", gzipSync(stack));
        write("forms/self-managed/.pulumi/meta.yaml", "version: 1\n");
        const reports: unknown[] = [];
        for (const file of [...paths, path("forms/self-managed")]) {
            const { code, stdout, stderr } = await run(["check", "--format", "json", file]);
            assert.deepEqual([code, stderr], [1, ""], file);
            reports.push(JSON.parse(stdout.replaceAll(path(`forms/self-managed/${backend}`), "webshop").replaceAll(file, "webshop")));
        }
        assert.ok((reports[0] as Report).violations.length > 10);
        for (const report of reports) assert.deepEqual(report, reports[0]);
    });

    it("counts the stacks and does not warn of those without clients", async () => {
        for (let index = 0; index < 200; index++) write(`many/${index}.json`, checkpoint(...(index < 3 ? [BAD, BAD] : [])));
        const { code, stdout, stderr } = await check([path("many")]);
        assert.deepEqual([code, stderr], [1, ""]);
        assert.ok(stdout.endsWith(`\n\n${summary("200 stacks, 6 clients", 6)}`), stdout);
    });

    it("warns if no stack has clients", async () => {
        for (const name of ["a", "b"]) write(`none/${name}.json`, state());
        assert.deepEqual(await check([path("none")]), {
            code: 0,
            stdout: summary("2 stacks, 0 clients", 0),
            stderr: "warning: no Cognito app clients found in 2 stacks\n",
        });
    });

    it("prints how many files in folders it skips", async () => {
        write("other/dev.json", state(BAD));
        write("other/a.json", "{}");
        assert.equal((await check([path("other")])).stderr, "warning: skipped 1 file without a state or a preview\n");
        write("other/b.json", "1");
        assert.equal((await check([path("other")])).stderr, "warning: skipped 2 files without a state or a preview\n");
    });

    it("rejects folders without a state or a preview", async () => {
        write("wrong/a.json", "{}");
        mkdirSync(path("empty"));
        assert.deepEqual(await check([path("wrong"), path("empty")]), {
            code: 2,
            stdout: "",
            stderr: `error: ${path("empty")}: no Pulumi.yaml and no files named *.json, *.json.gz or *.json.zst.\nerror: no state or preview found in 1 file.\n`,
        });
    });

    describe("with files that cannot be read", () => {
        const files = () => {
            const bad = write("broken/bad.json", state(BAD));
            const cut = write("broken/cut.json", state(BAD).slice(0, 40));
            return { bad, cut, error: `${cut}: unexpected end of JSON at line 1, column 41 (truncated file?)` };
        };

        it("reports on the others and exits with 2", async () => {
            const { bad, error } = files();
            for (const args of [[], ["--exit-zero"]]) {
                const { code, stdout, stderr } = await check([path("broken"), path("missing")], args);
                const missing = `could not read ${path("missing")}: no such file or directory.`;
                assert.deepEqual([code, stderr], [2, `error: ${error}\nerror: ${missing}\n`]);
                assert.ok(stdout.startsWith("web\n"), stdout);
                assert.ok(stdout.endsWith(`\n\n${summary("1 client", 1)}2 inputs could not be checked.\n`), stdout);
            }
            assert.deepEqual([(await check([bad])).code, (await check([bad], ["--exit-zero"])).code], [1, 0]);
        });

        it("writes the report on the others to a file", async () => {
            const { bad, error } = files();
            const output = write("report.json", "old");
            const outcome = await check([path("broken")], ["--format", "json", "--output", output]);
            assert.deepEqual(outcome, { code: 2, stdout: "", stderr: `error: ${error}\n` });
            const report: Report = JSON.parse(readFileSync(output, "utf8"));
            assert.deepEqual([report.files, report.violations.length, report.errors], [[bad], 1, [error]]);
        });

        it("writes no report if there are no others", async () => {
            const { cut, error } = files();
            const output = write("report.json", "old");
            assert.deepEqual(await check([cut], ["--output", output]), { code: 2, stdout: "", stderr: `error: ${error}\n` });
            assert.equal(readFileSync(output, "utf8"), "old");
        });

        it("without permission", async function () {
            if (process.platform === "win32") this.skip();
            const secret = write("private/secret.json", state(BAD));
            write("private/dev.json", state(BAD));
            write("private/closed/dev.json", state(BAD));
            chmodSync(secret, 0);
            chmodSync(path("private/closed"), 0);
            chmodSync(path("."), 0o777);
            chmodSync(path("config"), 0o666);
            const outcome = await asUser(() => check([path("private")]));
            const errors = [path("private/closed"), secret].map(file => `error: could not read ${file}: permission denied.\n`);
            assert.deepEqual([outcome.code, outcome.stderr], [2, errors.join("")]);
            assert.ok(outcome.stdout.startsWith("web\n"));
        });

        it("that are too large", async () => {
            write("large/dev.json", state(BAD));
            const large = write("large/large.json", "");
            truncateSync(large, 600e6); // a sparse file
            const { code, stdout, stderr } = await check([path("large")]);
            const reason = "it is larger than 536 MB. Remove resources of other services first, for example with jq.";
            assert.deepEqual([code, stderr], [2, `error: could not read ${large}: ${reason}\n`]);
            assert.ok(stdout.startsWith("web\n"));
        });

        it("that are links in a circle", async () => {
            write("circle/dev.json", state(BAD));
            symlinkSync("a.json", path("circle/b.json"));
            symlinkSync("b.json", path("circle/a.json"));
            symlinkSync(".", path("circle/folder"));
            const { code, stdout, stderr } = await check([path("circle")]);
            const reason = "too many symbolic links encountered";
            const errors = ["a", "b"].map(name => `error: could not read ${path(`circle/${name}.json`)}: ${reason}.\n`);
            assert.deepEqual([code, stderr], [2, errors.join("")]);
            assert.ok(stdout.endsWith(`\n\n${summary("1 client", 1)}2 inputs could not be checked.\n`), stdout);
        });

        it("that fail while they are read", async function () {
            if (process.platform !== "linux") this.skip();
            write("device/dev.json", state(BAD));
            symlinkSync("/proc/self/mem", path("device/memory.json"));
            const { code, stdout, stderr } = await check([path("device")]);
            assert.deepEqual([code, stderr], [2, `error: could not read ${path("device/memory.json")}: i/o error.\n`]);
            assert.ok(stdout.startsWith("web\n"));
        });
    });

    describe("with clients that no rule evaluates", () => {
        const native = (name: string) => resource(name, {}, { type: NATIVE });
        const line = (text: string) => `${text} not checked: the policies evaluate only aws:cognito/userPoolClient:UserPoolClient.`;
        const one = () => write("native/one.json", state(native("a"), resource("old", {}, { type: NATIVE, delete: true })));
        const two = () => write("native/two.json", state(native("a"), BAD));

        it("says so in the text", async () => {
            const { code, stdout, stderr } = await check([one()]);
            assert.deepEqual([code, stderr], [0, ""]);
            assert.equal(
                stdout.replace(/\s+/g, " "),
                `${summary("1 client", 0).replace("1 client", "0 clients").trim()} ${line(`1 client of type ${NATIVE} is`)} `,
            );
        });

        it("says so in JSON", async () => {
            const { stdout, stderr } = await check([one(), two()], ["--format", "json"]);
            assert.deepEqual(JSON.parse(stdout).notChecked, [
                { type: NATIVE, count: 2, files: [path("native/one.json"), path("native/two.json")] },
            ]);
            assert.equal(stderr, "");
        });

        it("says so on stderr for other formats", async () => {
            const { stderr } = await check([one(), two()], ["--format", "sarif"]);
            assert.equal(stderr, `warning: ${line(`2 clients of type ${NATIVE} are`)}\n`);
        });
    });

    describe("with the user pool of a client in another stack", () => {
        const pool = resource("customers", { userPoolTier: "LITE" }, { type: "aws:cognito/userPool:UserPool", id: "eu-west-1_AbCdEfGhI" });
        const client = resource("web", { userPoolId: "eu-west-1_AbCdEfGhI", explicitAuthFlows: ["ALLOW_USER_AUTH"] });
        const violations = async (...paths: string[]) => {
            const { stdout } = await check(paths, ["--format", "json"], matchPoolTier.name);
            return (JSON.parse(stdout) as Report).violations.map(({ file, problem }) => [file, /customers \((.*)\)/.exec(problem)?.[1]]);
        };

        it("evaluates the client with the pool and names the file of the pool", async () => {
            const [app, infra] = [write("pairs/app.json", state(client)), write("pairs/infra.json", checkpoint(pool))];
            assert.deepEqual(await violations(app, infra), [[app, infra]]);
            assert.deepEqual(await violations(path("pairs")), [[app, infra]]);
            assert.deepEqual(await violations(app), []);
        });

        it("says nothing if two stacks manage a pool with its ID", async () => {
            write("copies/app.json", state(client));
            for (const name of ["production", "copy"]) write(`copies/${name}.json`, state(pool));
            assert.deepEqual(await violations(path("copies")), []);
        });
    });
});

/** Runs an action without the permissions of root, after what it loads has been loaded. */
async function asUser<T>(action: () => Promise<T>): Promise<T> {
    if (process.getuid?.() !== 0) return action();
    await action();
    process.seteuid?.(65534); // an unprivileged user
    try {
        return await action();
    } finally {
        process.seteuid?.(0);
    }
}
