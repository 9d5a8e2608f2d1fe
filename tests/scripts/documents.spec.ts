import * as assert from "node:assert/strict";
import { describe, it } from "mocha";
import { GENERATED, readDocument } from "../../scripts/generate-docs";
import { baseline } from "../../src/cli/baseline";
import { check } from "../../src/cli/check";
import { parseConfig } from "../../src/cli/config/config";
import { explain } from "../../src/cli/explain";
import { fix } from "../../src/cli/fix";
import { listRules } from "../../src/cli/rules";
import { formatters } from "../../src/report/formatters";
import { rules } from "../../src/rules";

const WRITTEN = [
    "README.md",
    "docs/adoption.md",
    "docs/ci.md",
    "docs/configuration.md",
    "docs/formatters.md",
    "docs/organization.md",
    "examples/ci/cognito.yaml",
    "examples/ci/gitlab-ci.yaml",
    "examples/fix/README.md",
];

describe("the configurations in the documents", () => {
    for (const file of [...WRITTEN, ...[...GENERATED.keys()].filter(file => file.startsWith("docs/rules/"))]) {
        const blocks = [...readDocument(file).matchAll(/^```json\n([\s\S]*?)\n```$/gm)].map(([, code = ""]) => code);
        for (const [index, block] of blocks.filter(block => !block.includes('"json.schemas"')).entries()) {
            it(`are valid: number ${index + 1} of ${file}`, () => {
                parseConfig(rules, block);
            });
        }
    }
});

describe("the commands in the documents", () => {
    const commands = new Map([check, baseline, explain, fix, listRules].map(({ name, options }) => [name, Object.keys(options)]));

    for (const file of WRITTEN) {
        it(`exist with their options: ${file}`, () => {
            const used = [...readDocument(file).matchAll(/pulumi-policy-aws-cognito (check|baseline|explain|fix|rules|--?\w+)([^\n`']*)/g)];
            assert.ok(used.length > 0);
            for (const [line, name = "", rest = ""] of used) {
                for (const [, option = ""] of rest.matchAll(/ --([\w-]+)/g)) assert.ok(commands.get(name)?.includes(option), line);
                for (const [, format = ""] of rest.matchAll(/ --format (\w+)/g)) assert.ok(formatters.has(format), line);
            }
        });
    }
});
