import * as assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { copyFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import * as path from "node:path";
import Ajv from "ajv";
import { after, before, describe, it } from "mocha";
import { parse } from "yaml";
import { loadJunitParser } from "../support/junit";
import { parseMarkdown } from "../support/markdown";
import { ROOT } from "../support/pack";
import { MAIN_MODULE } from "../support/run-cli";

interface Step {
    readonly run?: string;
    readonly uses?: string;
    readonly with?: { readonly sarif_file?: string };
    readonly env?: object;
}

const GITLAB_FILE = "examples/ci/gitlab-ci.yaml";
const CI_SCHEMA = "schemastore/schemas/json/gitlab.com/gitlab-org/gitlab/-/raw/master/app/assets/javascripts/editor/schema/ci.json";

function readYaml(file: string) {
    return parse(readFileSync(path.join(ROOT, file), "utf8"));
}

describe("the examples for CI", () => {
    let folder: string;
    const file = (name: string) => path.join(folder, name);
    const read = (name: string) => readFileSync(file(name), "utf8");

    before(() => {
        folder = mkdtempSync(path.join(tmpdir(), "ci-"));
        copyFileSync(path.join(ROOT, "presets/audit.json"), file("cognito.json"));
        mkdirSync(file("bin"));
        const main = [process.execPath, "--require", require.resolve("tsx/cjs"), MAIN_MODULE].map(argument => `'${argument}'`).join(" ");
        writeScript("npx", `[ "$1" = pulumi-policy-aws-cognito ] && shift && exec ${main} "$@"`);
        writeScript("pulumi", `cat '${path.join(ROOT, "examples/webshop/preview.json")}'`);
    });
    after(() => rmSync(folder, { recursive: true, force: true }));

    function writeScript(name: string, command: string): void {
        writeFileSync(file(`bin/${name}`), `#!/bin/sh\n${command}\n`, { mode: 0o755 });
    }

    /** Runs commands as a job does, except that `npx` runs this package and `pulumi` prints a preview of the webshop. */
    function runCommands(commands: readonly string[]): string {
        const env = { ...process.env, PATH: `${file("bin")}:${process.env.PATH}`, STACK: "dev", GITHUB_STEP_SUMMARY: file("summary.md") };
        const { status, stdout, stderr } = spawnSync("sh", ["-ec", commands.join("\n")], { cwd: folder, env, encoding: "utf8" });
        assert.deepEqual([status, stderr], [0, ""]);
        return stdout;
    }

    it("on GitHub write a summary and the file that is uploaded", () => {
        const steps: readonly Step[] = readYaml("examples/ci/cognito.yaml").jobs.preview.steps;
        runCommands(steps.flatMap(({ run }) => (run && run !== "npm ci" ? [run] : [])));
        const upload = steps.find(({ uses }) => uses?.startsWith("github/codeql-action/upload-sarif@"));
        const [run] = JSON.parse(read(upload?.with?.sarif_file ?? "")).runs;
        assert.ok(run.results.length > 0);
        assert.ok(parseMarkdown(read("summary.md")).children.some(({ type }) => type === "table"));
    });

    it("on GitHub give credentials only to the step that runs Pulumi", () => {
        const { env, jobs } = readYaml("examples/ci/cognito.yaml");
        const steps: readonly Step[] = jobs.preview.steps;
        const withSecrets = steps.filter(step => JSON.stringify(step).includes("secrets."));
        assert.deepEqual(
            withSecrets.map(({ run }) => run?.split(" ")[0]),
            ["pulumi"],
        );
        assert.deepEqual([env, jobs.preview.env], [undefined, undefined]);
    });

    describe("on GitLab", () => {
        it("give the environment with credentials only to the job that runs Pulumi", () => {
            const { preview, cognito } = readYaml(GITLAB_FILE);
            assert.deepEqual([preview.environment.name, cognito.environment], ["development", undefined]);
            assert.ok(!JSON.stringify(cognito).includes("pulumi preview"));
        });

        it("are valid", () => {
            const ajv = new Ajv({ strict: false, validateFormats: false });
            const validate = ajv.compile(JSON.parse(readFileSync(require.resolve(CI_SCHEMA), "utf8")));
            const { cognito, ...others } = readYaml(GITLAB_FILE);
            assert.ok(validate({ ...others, cognito }), ajv.errorsText(validate.errors));
            assert.ok(!validate({ cognito: { ...cognito, artifacts: { reports: { codequality: 1 } } } }), "the schema accepts anything");
        });

        it("write the files that are uploaded, and print the violations", async () => {
            const { preview, cognito } = readYaml(GITLAB_FILE);
            const { artifacts } = cognito;
            const log = runCommands([...preview.script, ...cognito.script]);
            const findings: readonly object[] = JSON.parse(read(artifacts.reports.codequality));
            const { attributes } = (await loadJunitParser())(read(artifacts.reports.junit));
            assert.ok(findings.length > 0 && Number(attributes.tests) > findings.length);
            assert.match(log, /\n\d+ clients: 0 mandatory and \d+ advisory violations/);
        });
    });
});
