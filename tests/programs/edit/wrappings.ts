import * as assert from "node:assert/strict";
import type { Patch } from "../../../src/core/rule";
import { readProgramText } from "../../../src/programs";
import { applyEdits, planFix } from "../../../src/programs/edit";

/** What is around the arguments of a client in a language. */
export interface Wrapping {
    readonly file: string;
    readonly before: string;
    readonly behind: string;
}

export const JAVASCRIPT: Wrapping = {
    file: "index.ts",
    before: 'import * as aws from "@pulumi/aws";\nnew aws.cognito.UserPoolClient("web", ',
    behind: ");\n",
};
export const PYTHON: Wrapping = {
    file: "__main__.py",
    before: 'import pulumi_aws as aws\n\nweb = aws.cognito.UserPoolClient("web",',
    behind: ")\n",
};
export const GO: Wrapping = {
    file: "main.go",
    before: [
        "package main",
        'import "github.com/pulumi/pulumi-aws/sdk/v7/go/aws/cognito"',
        'import p "github.com/pulumi/pulumi/sdk/v3/go/pulumi"',
        'func create(ctx *p.Context) { cognito.NewUserPoolClient(ctx, "web", &cognito.UserPoolClientArgs{',
    ].join("\n"),
    behind: "}) }\n",
};
export const JAVA: Wrapping = {
    file: "App.java",
    before: [
        "import com.pulumi.aws.cognito.*;",
        "import com.pulumi.aws.cognito.inputs.*;",
        "import java.util.List;",
        'class App { static void stack() { new UserPoolClient("web", UserPoolClientArgs.builder()',
    ].join("\n"),
    behind: ".build()); } }\n",
};
export const CSHARP: Wrapping = {
    file: "Program.cs",
    before: 'using Pulumi.Aws.Cognito;\nusing Pulumi.Aws.Cognito.Inputs;\nvar web = new UserPoolClient("web", new UserPoolClientArgs {',
    behind: "});\n",
};

/** Makes changes to the arguments of a client and returns the new text of the arguments, or why they are not made. */
export function edit({ file, before, behind }: Wrapping, args: string, changes: object): string {
    const text = before + args + behind;
    const program = readProgramText(file, text);
    const [client] = program.resources;
    assert.ok(client, text);
    const fix = planFix(program, client, changes as Patch);
    if ("reason" in fix) return fix.reason;
    const edited = applyEdits(text, fix.edits);
    assert.ok(edited.startsWith(before) && edited.endsWith(behind), edited);
    return edited.slice(before.length, -behind.length);
}
