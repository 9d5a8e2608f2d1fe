import { execFileSync } from "node:child_process";
import { mkdirSync, realpathSync, symlinkSync, writeFileSync } from "node:fs";
import { dirname, join, relative, sep } from "node:path";
import * as ts from "typescript";
import { preview, urnOf } from "./check";
import { ROOT } from "./pack";

/** A resource that a program creates. */
export interface CreatedResource {
    readonly type: string;
    readonly name: string;
    readonly inputs: Readonly<Record<string, unknown>>;
    /** As Pulumi's SDK sends it to the engine: `file:///shop/index.ts#9,5`. */
    readonly sourcePosition?: string;
    readonly stackTrace?: readonly { readonly sourcePosition?: string }[];
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

/** Records the resources that a program creates, with Pulumi's mocks, and the positions that Pulumi's SDK sends to the engine. */
const RUNNER = `
    const { createRequire } = require("node:module");
    const { writeSync } = require("node:fs");
    const file = process.argv[1];
    const { runtime } = createRequire(file)("@pulumi/pulumi");
    const resources = [];
    runtime.setMocks({
        newResource: ({ type, name, inputs }) => ({ id: name + "-id", state: inputs }),
        call: ({ inputs }) => inputs,
    }, "shop", "dev");
    runtime.setAllConfig({ "shop:google": "a secret" });
    const monitor = runtime.getMonitor();
    const { registerResource } = monitor;
    monitor.registerResource = (request, ...rest) => {
        const positionOf = position => position?.getUri() && position.getUri() + "#" + position.getLine() + "," + position.getColumn();
        resources.push({
            type: request.getType(),
            name: request.getName(),
            inputs: request.getObject().toJavaScript(),
            sourcePosition: positionOf(request.getSourceposition()),
            stackTrace: request.getStacktrace()?.getFramesList().map(frame => ({ sourcePosition: positionOf(frame.getPc()) })),
        });
        return registerResource.call(monitor, request, ...rest);
    };
    process.on("exit", () => writeSync(1, JSON.stringify(resources)));
    require(file);`;

/** Runs a program with Pulumi's mocks and returns the resources that it creates. TypeScript is compiled by tsx. */
export function runWithMocks(file: string): CreatedResource[] {
    const compiler = file.endsWith(".ts") ? ["--require", require.resolve("tsx/cjs")] : ["--enable-source-maps"];
    const options = { cwd: dirname(file), encoding: "utf8" } as const;
    return JSON.parse(execFileSync(process.execPath, [...compiler, "--eval", RUNNER, "--", file], options));
}

/** Runs the program in a folder with Pulumi's mocks, and returns its preview as `pulumi preview --json` prints it. */
export function previewWithMocks(folder: string, main: string): string {
    const root = realpathSync(folder);
    const inProject = (position?: string) => {
        if (position === undefined) return undefined;
        const { pathname, hash } = new URL(position);
        return `project:///${relative(root, decodeURIComponent(pathname)).split(sep).join("/")}${hash}`;
    };
    const steps = runWithMocks(join(root, main)).map(({ type, name, inputs, sourcePosition, stackTrace = [] }) => {
        const urn = urnOf(name, type);
        const frames = stackTrace.map(frame => ({ sourcePosition: inProject(frame.sourcePosition) }));
        return { op: "create", urn, newState: { urn, type, inputs, sourcePosition: inProject(sourcePosition), stackTrace: frames } };
    });
    return preview(...steps);
}
