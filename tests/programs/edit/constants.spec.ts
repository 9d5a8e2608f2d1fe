import * as assert from "node:assert/strict";
import { describe, it } from "mocha";
import { CLIENT_TYPE } from "../../../src/core/user-pools";
import { readProgramText } from "../../../src/programs";
import { applyEdits, planFix } from "../../../src/programs/edit";

const PATCH = { preventUserExistenceErrors: "ENABLED", explicitAuthFlows: ["ALLOW_USER_SRP_AUTH"] };

/** Fixes the first client of a program, or returns why it is not fixed. */
function fix(file: string, text: string): string {
    const program = readProgramText(file, text);
    const client = program.resources.find(({ type }) => type === CLIENT_TYPE);
    assert.ok(client, text);
    const result = planFix(program, client, PATCH);
    return "reason" in result ? result.reason : applyEdits(text, result.edits);
}

const TYPESCRIPT = 'import * as aws from "@pulumi/aws";\n';
const PYTHON = "import pulumi_aws as aws\n";
const PULUMI_GO = 'import "github.com/pulumi/pulumi/sdk/v3/go/pulumi"\n';
const GO = `package main\nimport "github.com/pulumi/pulumi-aws/sdk/v7/go/aws/cognito"\n${PULUMI_GO}func create(ctx *pulumi.Context) error {\n`;

const CHANGED: readonly { readonly name: string; readonly file: string; readonly before: string; readonly after: string }[] = [
    {
        name: "a text of TypeScript",
        file: "index.ts",
        before: `${TYPESCRIPT}const errors = "LEGACY";\nnew aws.cognito.UserPoolClient("web", { preventUserExistenceErrors: errors, explicitAuthFlows: ["USER_SRP_AUTH"] });\n`,
        after: `${TYPESCRIPT}const errors = "ENABLED";\nnew aws.cognito.UserPoolClient("web", { preventUserExistenceErrors: errors, explicitAuthFlows: ["ALLOW_USER_SRP_AUTH"] });\n`,
    },
    {
        name: "a list of TypeScript",
        file: "index.ts",
        before: `${TYPESCRIPT}const flows = ["SRP"];\nnew aws.cognito.UserPoolClient("web", { explicitAuthFlows: flows });\n`,
        after: `${TYPESCRIPT}const flows = ["ALLOW_USER_SRP_AUTH"];\nnew aws.cognito.UserPoolClient("web", { explicitAuthFlows: flows, preventUserExistenceErrors: "ENABLED" });\n`,
    },
    {
        name: "arguments of TypeScript",
        file: "index.ts",
        before: `${TYPESCRIPT}const args = {\n  explicitAuthFlows: ["SRP"],\n};\nnew aws.cognito.UserPoolClient("web", args);\n`,
        after: `${TYPESCRIPT}const args = {\n  explicitAuthFlows: ["ALLOW_USER_SRP_AUTH"],\n  preventUserExistenceErrors: "ENABLED",\n};\nnew aws.cognito.UserPoolClient("web", args);\n`,
    },
    {
        name: "arguments of Python",
        file: "__main__.py",
        before: `${PYTHON}args = aws.cognito.UserPoolClientArgs(explicit_auth_flows=['SRP'])\naws.cognito.UserPoolClient('web', args)\n`,
        after: `${PYTHON}args = aws.cognito.UserPoolClientArgs(explicit_auth_flows=['ALLOW_USER_SRP_AUTH'], prevent_user_existence_errors='ENABLED')\naws.cognito.UserPoolClient('web', args)\n`,
    },
    {
        name: "arguments of Go",
        file: "main.go",
        before: `${GO}\targs := &cognito.UserPoolClientArgs{\n\t\tExplicitAuthFlows: pulumi.ToStringArray([]string{"SRP"}),\n\t}\n\t_, err := cognito.NewUserPoolClient(ctx, "web", args)\n\treturn err\n}\n`,
        after: `${GO}\targs := &cognito.UserPoolClientArgs{\n\t\tExplicitAuthFlows:          pulumi.ToStringArray([]string{"ALLOW_USER_SRP_AUTH"}),\n\t\tPreventUserExistenceErrors: pulumi.String("ENABLED"),\n\t}\n\t_, err := cognito.NewUserPoolClient(ctx, "web", args)\n\treturn err\n}\n`,
    },
];

/** Declares constants, each with the one before it as its value, and a client that uses the last one. */
function chained(count: number, value: string): string {
    const names = Array.from({ length: count }, (_name, index) => `const c${index} = ${index === 0 ? value : `c${index - 1}`};\n`);
    const client = `new aws.cognito.UserPoolClient("web", { explicitAuthFlows: [], preventUserExistenceErrors: c${count - 1} });\n`;
    return TYPESCRIPT + names.join("") + client;
}

/** A program of TypeScript in which a client has these arguments. */
function client(declarations: string, args: string): string {
    return `${TYPESCRIPT}${declarations}\nnew aws.cognito.UserPoolClient("web", ${args});\n`;
}

const NOT_CHANGED: readonly (readonly [name: string, file: string, text: string, reason: string])[] = [
    [
        "a text that two clients use",
        "index.ts",
        `${TYPESCRIPT}const errors = "LEGACY";\nfor (const name of names) new aws.cognito.UserPoolClient(name, { preventUserExistenceErrors: errors });\nnew aws.cognito.UserPoolClient("b", { preventUserExistenceErrors: errors });\n`,
        "errors is used in more than one place",
    ],
    [
        "arguments that are printed",
        "index.ts",
        `${TYPESCRIPT}const args = { name: "web" };\nconsole.log(args.name.length);\nnew aws.cognito.UserPoolClient("web", args);\n`,
        "args is used in more than one place",
    ],
    [
        "a text that other files can use",
        "index.ts",
        `${TYPESCRIPT}export const errors = "LEGACY";\nnew aws.cognito.UserPoolClient("web", { preventUserExistenceErrors: errors });\n`,
        "errors is exported",
    ],
    [
        "arguments of Python that two clients use",
        "__main__.py",
        `${PYTHON}args = aws.cognito.UserPoolClientArgs(name="web")\naws.cognito.UserPoolClient("a", args)\naws.cognito.UserPoolClient("b", args)\n`,
        "args is used in more than one place",
    ],
    [
        "a text that other files of JavaScript can use",
        "index.js",
        client('export const errors = "LEGACY";', "{ preventUserExistenceErrors: errors }"),
        "errors is exported",
    ],
    [
        "a text that is exported with another name",
        "index.ts",
        client('const errors = "LEGACY";\nexport { errors as legacy };', "{ preventUserExistenceErrors: errors }"),
        "errors is exported",
    ],
];

const literal = "preventUserExistenceErrors is not a literal";
const computed = "its arguments are computed";

const NOT_CONSTANT: readonly (readonly [name: string, text: string, reason: string])[] = [
    ["behind too many others", chained(7, '"LEGACY"'), literal],
    ["a part of another one", client('const shared = { web: { name: "web" } };', "shared.web"), computed],
    ["changed in part", client('const args = { name: "web" };\nargs.name = "shop";', "args"), computed],
    ["declared by var", client('var errors = "LEGACY";', "{ preventUserExistenceErrors: errors }"), literal],
    ["declared twice", client('var args = { name: "a" };\nvar args = { name: "b" };', "args"), computed],
    ["assigned under a condition", client('let args;\nif (isTest) args = { name: "web" };', "args"), computed],
    [
        "a parameter",
        `${TYPESCRIPT}function create(args) {\n  console.log(args);\n  new aws.cognito.UserPoolClient("web", args);\n}\n`,
        computed,
    ],
];

describe("constants", () => {
    it("are changed if a few others are between them and the property", () => {
        assert.equal(fix("index.ts", chained(6, '"LEGACY"')), chained(6, '"ENABLED"').replace("[]", '["ALLOW_USER_SRP_AUTH"]'));
    });

    for (const [name, text, reason] of NOT_CONSTANT) {
        it(`are not what is ${name}`, () => assert.equal(fix("index.ts", text), reason));
    }

    for (const { name, file, before, after } of CHANGED) {
        it(`are changed if only one property uses them: ${name}`, () => assert.equal(fix(file, before), after));
    }
    for (const [name, file, text, reason] of NOT_CHANGED) {
        it(`are not changed if they have other uses: ${name}`, () => assert.equal(fix(file, text), reason));
    }
});
