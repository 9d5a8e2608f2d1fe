import * as assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import * as path from "node:path";
import { describe, it } from "mocha";
import { applyConfig } from "../../src/cli/config/config";
import { evaluateStacks } from "../../src/report/evaluate-stacks";
import { rules } from "../../src/rules";
import { parseResources } from "../support/check";

/** Rules whose violations make a deployment fail or conflict with the stack. */
const deploymentRules = rules.filter(({ category }) => category === "deployability" || category === "consistency");

describe("the examples of UserPoolClient in the Pulumi registry", () => {
    for (const file of ["state.json", "preview.json"]) {
        it(`are deployable according to their ${file}`, () => {
            const resources = parseResources(readFileSync(path.join(__dirname, "../support/registry-examples", file), "utf8"));
            const { clients, violations } = evaluateStacks([{ file, resources }], applyConfig(deploymentRules, { all: "mandatory" }));
            assert.deepEqual([clients, violations], [4, []]);
        });
    }
});
