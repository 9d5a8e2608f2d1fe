// biome-ignore-all lint/suspicious/noTemplateCurlyInString: the texts are programs

import * as assert from "node:assert/strict";
import { describe, it } from "mocha";
import { readProgramText } from "../../../src/programs";
import { applyEdits, planFix } from "../../../src/programs/edit";

/** For the first client of a program without other strings in its arguments: the quote of an added string. */
const QUOTES: readonly (readonly [name: string, file: string, text: string, quote: string])[] = [
    ["the name", "index.ts", `import * as aws from "@pulumi/aws";\nnew aws.cognito.UserPoolClient('web', { a: 1 });\n`, "'"],
    ["the name", "index.ts", `import * as aws from '@pulumi/aws';\nnew aws.cognito.UserPoolClient("web", { a: 1 });\n`, '"'],
    ["the import", "index.ts", `import * as aws from '@pulumi/aws';\nnew aws.cognito.UserPoolClient(name, { a: 1 });\n`, "'"],
    ["the import", "index.mjs", `import{cognito}from'@pulumi/aws';\nnew cognito.UserPoolClient(name, { a: 1 });\n`, "'"],
    [
        "the first import",
        "index.ts",
        `import "./env";\nimport * as aws from '@pulumi/aws';\nnew aws.cognito.UserPoolClient(\`web-\${stage}\`, { a: 1 });\n`,
        '"',
    ],
    ["require", "index.js", `const aws = require('@pulumi/aws');\nnew aws.cognito.UserPoolClient(name, { a: 1 });\n`, "'"],
    ["most programs", "sst.config.ts", "new aws.cognito.UserPoolClient(name, { a: 1 });\n", '"'],
    ["the name", "__main__.py", "import pulumi_aws as aws\naws.cognito.UserPoolClient('web', a=1)\n", "'"],
    ["the name, without its prefix", "__main__.py", "import pulumi_aws as aws\naws.cognito.UserPoolClient(r'web', a=1)\n", "'"],
    ["most programs", "__main__.py", "import pulumi_aws as aws\naws.cognito.UserPoolClient(name, a=1)\n", '"'],
    ["YAML", "Pulumi.yaml", "resources:\n  web:\n    type: aws:cognito:UserPoolClient\n    properties:\n      a: 1\n", ""],
    ["JSON", "Main.json", '{"resources":{"web":{"type":"aws:cognito:UserPoolClient","properties":{"a":1}}}}', '"'],
];

describe("an added string has the quotes of", () => {
    for (const [name, file, text, quote] of QUOTES) {
        it(`${name}: ${JSON.stringify(text)}`, () => {
            const program = readProgramText(file, text);
            const [client] = program.resources;
            assert.ok(client);
            const fix = planFix(program, client, { name: "shop" });
            assert.ok("edits" in fix, JSON.stringify(fix));
            const [, before, behind] = /(.?)shop(.?)/.exec(applyEdits(text, fix.edits).replaceAll(/\s/g, "")) ?? [];
            const quotes = quote === "" ? [":", ""] : [quote, quote];
            assert.deepEqual([before, behind], quotes);
        });
    }
});
