import * as assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import * as path from "node:path";
import { describe, it } from "mocha";
import { parse } from "yaml";
import { ROOT } from "../support/pack";

interface Step {
    readonly run?: string;
    readonly uses?: string;
    readonly env?: object;
    readonly with?: Readonly<Record<string, unknown>>;
}

interface Job {
    readonly permissions?: Readonly<Record<string, string>>;
    readonly env?: object;
    readonly steps: readonly Step[];
}

interface Workflow {
    readonly permissions: Readonly<Record<string, string>>;
    readonly env?: object;
    readonly jobs: Readonly<Record<string, Job>>;
}

function read(file: string): Workflow {
    return parse(readFileSync(path.join(ROOT, file), "utf8"));
}

const OWN = readdirSync(path.join(ROOT, ".github/workflows")).map(name => `.github/workflows/${name}`);

describe("workflows", () => {
    for (const file of [...OWN, "examples/ci/cognito.yaml"]) {
        const { permissions, env, jobs } = read(file);

        it(`${file} does not keep the token of the checkout, and may write nothing by default`, () => {
            for (const { steps } of Object.values(jobs)) {
                for (const step of steps.filter(({ uses }) => uses?.startsWith("actions/checkout@"))) {
                    assert.equal(step.with?.["persist-credentials"], false);
                }
            }
            const written = Object.keys(permissions).filter(name => permissions[name] === "write");
            assert.deepEqual(written, file.startsWith("examples") ? ["security-events"] : []);
        });

        it(`${file} has no secret in the environment of all steps, and no text of an event in a command`, () => {
            assert.doesNotMatch(JSON.stringify([env, ...Object.values(jobs).map(job => job.env)]), /secrets\./);
            for (const { run = "" } of Object.values(jobs).flatMap(({ steps }) => steps)) assert.doesNotMatch(run, /\$\{\{/);
        });
    }

    it("of the example give the credentials only to the step that runs Pulumi", () => {
        const steps = Object.values(read("examples/ci/cognito.yaml").jobs).flatMap(job => job.steps);
        const withSecrets = steps.filter(step => JSON.stringify(step).includes("secrets."));
        assert.equal(withSecrets.length, 1);
        for (const { run } of withSecrets) assert.match(run ?? "", /^pulumi preview .*$/);
    });

    it("publish in a job that installs nothing and runs no script", () => {
        const jobs = Object.values(read(".github/workflows/release.yaml").jobs);
        const publishing = jobs.filter(({ permissions }) => permissions?.["id-token"] === "write");
        assert.equal(publishing.length, 1);
        for (const { permissions, steps } of publishing) {
            assert.deepEqual(permissions, { "id-token": "write" });
            assert.deepEqual(
                steps.flatMap(({ run }) => run ?? []),
                ["npm publish --provenance --access public --ignore-scripts ./*.tgz"],
            );
            for (const { uses } of steps) assert.match(uses ?? "actions/", /^actions\/(?:setup-node|download-artifact|$)/);
        }
    });
});
