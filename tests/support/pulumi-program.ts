import { execFileSync } from "node:child_process";
import { mkdirSync, symlinkSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import * as ts from "typescript";
import { ROOT } from "./pack";

/** A resource that a program creates. */
export interface CreatedResource {
    readonly type: string;
    readonly name: string;
    readonly inputs: Readonly<Record<string, unknown>>;
}

/** The package that examples/fix uses: a component that creates a client. */
const AUTH_PACKAGE: Readonly<Record<string, string>> = {
    "package.json": JSON.stringify({ name: "@acme/auth", version: "1.0.0" }),
    "index.js": `
        const pulumi = require("@pulumi/pulumi");
        const aws = require("@pulumi/aws");
        exports.Auth = class extends pulumi.ComponentResource {
            constructor(name, args) {
                super("acme:auth:Pkg", name, {});
                new aws.cognito.UserPoolClient(\`\${name}-client\`, { ...args, authSessionValidity: 2 }, { parent: this });
            }
        };`,
    "index.d.ts": `
        import * as pulumi from "@pulumi/pulumi";
        export declare class Auth extends pulumi.ComponentResource {
            constructor(name: string, args: { userPoolId: pulumi.Input<string> });
        }`,
};

/** Installs the packages that the examples use in the folder of a program. */
export function installPackages(folder: string): void {
    mkdirSync(join(folder, "node_modules/@acme/auth"), { recursive: true });
    for (const [name, content] of Object.entries(AUTH_PACKAGE)) writeFileSync(join(folder, "node_modules/@acme/auth", name), content);
    symlinkSync(join(ROOT, "node_modules/@pulumi"), join(folder, "node_modules/@pulumi"));
}

/** Returns the errors of the compiler in a program. */
export function typeErrors(file: string): string[] {
    const options: ts.CompilerOptions = {
        target: ts.ScriptTarget.ES2022,
        module: ts.ModuleKind.NodeNext,
        strict: true,
        skipLibCheck: true,
        noEmit: true,
        types: [],
    };
    const program = ts.createProgram([file], options);
    return ts.getPreEmitDiagnostics(program).map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, "\n"));
}

/** Records the resources that a program creates, with Pulumi's mocks. */
const RUNNER = `
    const { createRequire } = require("node:module");
    const { writeSync } = require("node:fs");
    const file = process.argv[1];
    const { runtime } = createRequire(file)("@pulumi/pulumi");
    const resources = [];
    runtime.setMocks({
        newResource({ type, name, inputs }) {
            resources.push({ type, name, inputs });
            return { id: name + "-id", state: inputs };
        },
        call: ({ inputs }) => inputs,
    }, "webshop", "dev");
    runtime.setConfig("webshop:google", "a secret");
    process.on("exit", () => writeSync(1, JSON.stringify(resources)));
    require(file);`;

/** Runs a program with Pulumi's mocks and returns the resources that it creates. */
export function runWithMocks(file: string): CreatedResource[] {
    const options = { cwd: dirname(file), encoding: "utf8" } as const;
    const output = execFileSync(process.execPath, ["--require", require.resolve("tsx/cjs"), "--eval", RUNNER, "--", file], options);
    return JSON.parse(output);
}
