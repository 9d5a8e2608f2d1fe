import * as assert from "node:assert/strict";
import { existsSync } from "node:fs";
import { describe, it } from "mocha";
import { updateAdoption } from "../../../scripts/docs/adoption";
import { packageInfo } from "../../../src/util/package-info";

const section = (code: string, output = "", day = "2026-11-25") =>
    `<!-- run ${day} -->\n\n\`\`\`sh\n${code}\n\`\`\`\n\n${output && `\`\`\`text\n${output}\n\`\`\`\n\n`}<!-- /run -->\n`;

describe("updateAdoption", function () {
    this.timeout(60_000);

    it("runs the commands in order and writes what they print to stdout and stderr below them", async () => {
        const text = (first: string, second: string, third: string) =>
            `Text.\n\n${section("echo one > file; pwd > folder", first)}\nMore.\n\n\`\`\`sh\nexit 1\n\`\`\`\n\n${section("cat file\necho two >&2", second)}\n${section("cat presets/audit.json | head -n 1", third)}`;
        assert.equal(await updateAdoption(text("old", "", "old\nlines")), text("", "one\ntwo", "{"));
    });

    it("runs the command line for npx, on the day of the section", async () => {
        const program = "npx pulumi-policy-aws-cognito";
        assert.equal(await updateAdoption(section(`${program} --version`)), section(`${program} --version`, packageInfo().version));
        const early = `${program} baseline --until 2027-03-10 --output config.json examples/webshop/state.json 2> warnings`;
        assert.equal(await updateAdoption(section(early, "", "2027-03-10")), section(early, "", "2027-03-10"));
        await assert.rejects(updateAdoption(section(early, "", "2027-03-11")));
    });

    it("accepts a command that finds violations", async () => {
        const code = "npx pulumi-policy-aws-cognito check examples/webshop/state.json > report && false || echo done";
        assert.equal(await updateAdoption(section(code)), section(code, "done"));
        assert.match(
            await updateAdoption(section("npx pulumi-policy-aws-cognito check examples/webshop/state.json | tail -n 1")),
            /8 clients/,
        );
    });

    it("fails if a command fails, also in a pipeline, and removes its folder", async () => {
        await assert.rejects(updateAdoption(section("false\necho two")));
        await assert.rejects(updateAdoption(section("npx pulumi-policy-aws-cognito check missing.json | tail -n 1")));
        const text = await updateAdoption(section("pwd"));
        const [, folder = ""] = /\n(\/.*)\n/.exec(text) ?? [];
        assert.match(folder, /docs-/);
        assert.ok(!existsSync(folder));
    });
});
