import * as assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import * as path from "node:path";
import Ajv from "ajv";
import { describe, it } from "mocha";
import { parse } from "yaml";
import { ROOT } from "../support/pack";

const WORKFLOWS = [...yamlFilesIn(".github/workflows"), ...yamlFilesIn("examples/ci").filter(file => read(file).includes("runs-on:"))];
const FORMS = yamlFilesIn(".github/ISSUE_TEMPLATE").filter(file => !file.endsWith("config.yml"));

/** Names of schemas in SchemaStore, and the files that they describe. */
const SCHEMAS: Readonly<Record<string, readonly string[]>> = {
    "dependabot-2.0": [".github/dependabot.yml"],
    "github-issue-config": [".github/ISSUE_TEMPLATE/config.yml"],
    "github-issue-forms": FORMS,
    "github-workflow": WORKFLOWS,
};

function yamlFilesIn(folder: string): string[] {
    const files = readdirSync(path.join(ROOT, folder)).map(file => path.join(folder, file));
    return files.filter(file => /\.ya?ml$/.test(file));
}

function read(file: string): string {
    return readFileSync(path.join(ROOT, file), "utf8");
}

describe("GitHub configuration", () => {
    const ajv = new Ajv({ strict: false, validateFormats: false, validateSchema: false });
    for (const [name, files] of Object.entries(SCHEMAS)) {
        const schema = JSON.parse(readFileSync(require.resolve(`schemastore/schemas/json/${name}.json`), "utf8"));
        for (const file of files) {
            it(`${file} is valid`, () => {
                ajv.validate(schema, parse(read(file)));
                assert.deepEqual(ajv.errors ?? [], []);
            });
        }
    }

    it("has issue forms for false alarms, missed defects and new rules", () => {
        assert.deepEqual(FORMS.map(file => path.basename(file, ".yml")).sort(), ["false-alarm", "missed-defect", "new-rule"]);
    });

    it("lets only a job publish that runs nothing but actions and npm publish", () => {
        const { jobs } = parse(read(".github/workflows/release.yaml"));
        const publishing = Object.values<{ permissions?: object; steps: { run?: string }[] }>(jobs).filter(
            ({ permissions = {} }) => "id-token" in permissions,
        );
        assert.deepEqual(
            publishing.map(({ steps }) => steps.flatMap(({ run }) => run ?? [])),
            [["npm publish --provenance --access public --ignore-scripts ./*.tgz"]],
        );
    });

    for (const file of WORKFLOWS) {
        it(`${file} pins actions by commit and names their version`, () => {
            const actions = read(file).match(/uses: .*/g) ?? [];
            assert.notEqual(actions.length, 0);
            for (const action of actions) assert.match(action, /^uses: [\w-]+(\/[\w-]+)+@[0-9a-f]{40} # v\d+\.\d+\.\d+/);
        });
    }
});
