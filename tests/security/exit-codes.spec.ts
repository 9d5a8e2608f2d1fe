import * as assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { before, describe, it } from "mocha";
import { folder, resource, state } from "../support/check";
import { MAIN } from "../support/run-cli";

describe("the exit code", function () {
    this.timeout(60_000);
    before(function () {
        if (process.platform !== "linux") this.skip();
    });

    const { write, path } = folder();
    const violated = () => write("violated.json", state(resource("web", { preventUserExistenceErrors: "LEGACY" })));
    const passing = () => write("passing.json", state());

    /** Runs a command with redirections, such as `2>&-`, and returns its exit code. */
    function exitCode(args: readonly string[], redirections: string): number | null {
        const script = `exec "$@" ${redirections}`;
        return spawnSync("sh", ["-c", script, "sh", process.execPath, ...MAIN, ...args], { stdio: ["ignore", "ignore", "ignore"] }).status;
    }

    for (const redirections of ["2>&-", "2>/dev/full", "2>/dev/null"]) {
        it(`is that of the result with ${redirections}`, () => {
            assert.equal(exitCode(["check", violated()], redirections), 1);
            assert.equal(exitCode(["check", passing()], redirections), 0); // with a warning
            assert.equal(exitCode(["check", path("missing.json")], redirections), 2);
            assert.equal(exitCode(["check", "--no-such-option"], redirections), 2);
            assert.equal(exitCode(["explain", "no-such-rule"], redirections), 2);
        });
    }

    it("is 2 if standard output is full, whatever is on stderr", () => {
        for (const stderr of ["", "2>&-", "2>/dev/full"]) {
            assert.equal(exitCode(["check", violated()], `>/dev/full ${stderr}`), 2);
            assert.equal(exitCode(["rules"], `>/dev/full ${stderr}`), 2);
        }
    });

    it("is not 1 for a passing check if standard output is closed", () => {
        assert.notEqual(exitCode(["check", passing()], ">&-"), 1);
        assert.notEqual(exitCode(["check", passing()], ">&- 2>&-"), 1);
    });

    it("is that of the result if the reader of a pipe has closed it", () => {
        const read = (file: string) =>
            spawnSync("bash", [
                "-c",
                `set -o pipefail; "$@" | head -c 0; exit \${PIPESTATUS[0]}`,
                "sh",
                process.execPath,
                ...MAIN,
                "check",
                file,
            ]).status;
        assert.equal(read(violated()), 1);
        assert.equal(read(passing()), 0);
    });

    it("is 2 if the report cannot be written", () => {
        assert.equal(exitCode(["check", "--output", "/dev/full", violated()], ""), 2);
        assert.equal(exitCode(["check", "--output", path("no/such/folder"), violated()], ""), 2);
    });
});
