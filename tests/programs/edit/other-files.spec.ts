import * as assert from "node:assert/strict";
import { describe, it } from "mocha";
import { CLIENT_TYPE } from "../../../src/core/user-pools";
import { readProgram } from "../../../src/programs";
import { applyEdits, planFix } from "../../../src/programs/edit";
import { withFiles } from "../temporary-folder";

/** Fixes the first client of a program, and returns the changed line, or why it is not fixed. */
function fix(runtime: string, files: Readonly<Record<string, string>>): string {
    return withFiles({ "Pulumi.yaml": `name: shop\nruntime: ${runtime}\n`, ...files }, folder => {
        const program = readProgram(folder);
        const client = program.resources.find(({ type }) => type === CLIENT_TYPE);
        assert.ok(client);
        const result = planFix(program, client, { preventUserExistenceErrors: "ENABLED" });
        if ("reason" in result) return result.reason;
        const before = program.textOf(result.file) ?? "";
        const after = applyEdits(before, result.edits).split("\n");
        return after.filter(line => !before.split("\n").includes(line)).join("\n");
    });
}

const TYPESCRIPT = 'import * as aws from "@pulumi/aws";\n';
const PYTHON = "import pulumi_aws as aws\n";
const GO = [
    "package main",
    'import "github.com/pulumi/pulumi-aws/sdk/v7/go/aws/cognito"',
    'import "github.com/pulumi/pulumi/sdk/v3/go/pulumi"',
    'const legacy = "LEGACY"',
    "func create(ctx *pulumi.Context) {",
    '\tcognito.NewUserPoolClient(ctx, "web", &cognito.UserPoolClientArgs{PreventUserExistenceErrors: pulumi.String(legacy)})',
    "}",
].join("\n");

const errors = "preventUserExistenceErrors";
const client = `new aws.cognito.UserPoolClient("web", { ${errors}: legacy });\n`;
const python = (name: string) => `${PYTHON}${name} = "LEGACY"\naws.cognito.UserPoolClient("web", prevent_user_existence_errors=${name})\n`;

const CASES: readonly (readonly [name: string, runtime: string, files: Readonly<Record<string, string>>, expected: string])[] = [
    [
        "a value that another file exports",
        "nodejs",
        { "index.ts": `${TYPESCRIPT}import { legacy } from "./config";\n${client}`, "config.ts": 'export const legacy = "LEGACY";\n' },
        `${errors} is not a literal`,
    ],
    [
        "a value that another file exports, and that is used twice",
        "nodejs",
        {
            "index.ts": `${TYPESCRIPT}import { legacy } from "./config";\n${client}console.log(legacy);\n`,
            "config.ts": 'export const legacy = "LEGACY";\n',
        },
        `${errors} is not a literal`,
    ],
    [
        "a property that another file sets",
        "nodejs",
        {
            "index.ts": `${TYPESCRIPT}import { common } from "./config";\nnew aws.cognito.UserPoolClient("web", { ...common });\n`,
            "config.ts": `export const common = { ${errors}: "LEGACY" };\n`,
        },
        "it is set in config.ts",
    ],
    [
        "a file that exports other values",
        "nodejs",
        { "index.ts": `${TYPESCRIPT}export default {};\nconst legacy = "LEGACY";\n${client}`, "config.ts": "legacy();\n" },
        'const legacy = "ENABLED";',
    ],
    [
        "a constant of Python that no other file has",
        "python",
        { "__main__.py": python("legacy"), "b.py": "print(1)\n" },
        'legacy = "ENABLED"',
    ],
    [
        "a constant of Python whose name is only in longer ones",
        "python",
        { "__main__.py": python("legacy"), "b.py": "my_legacy = legacy2 = 1\n" },
        'legacy = "ENABLED"',
    ],
    [
        "a constant of Python that another file uses",
        "python",
        { "__main__.py": python("legacy"), "b.py": "print(1)\n", "c.py": "# cognito\nfrom __main__ import legacy\n" },
        "legacy is exported",
    ],
    [
        "a constant of Go that no other file has",
        "go",
        { "main.go": GO, "b.go": "package main\nfunc other() {}\n" },
        'const legacy = "ENABLED"',
    ],
    [
        "a constant of Go that another file of the package uses",
        "go",
        { "main.go": GO, "b.go": "package main\n// cognito\nfunc other() { print(legacy) }\n" },
        "legacy is exported",
    ],
];

describe("an edit of a program of several files, with", () => {
    for (const [name, runtime, files, expected] of CASES) {
        it(name, () => assert.equal(fix(runtime, files), expected));
    }
});
