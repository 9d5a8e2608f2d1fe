import * as assert from "node:assert/strict";
import * as path from "node:path";
import { before, describe, it } from "mocha";
import * as ts from "typescript";
import { parse } from "yaml";
import { GENERATED, readDocument } from "../../scripts/generate-docs";
import { ROOT } from "../support/pack";

interface CodeBlock {
    readonly language: string;
    readonly code: string;
}

async function codeBlocks(file: string): Promise<CodeBlock[]> {
    const text = (await GENERATED.get(file)?.(readDocument(file))) ?? "";
    return [...text.matchAll(/^```(\w+)\n([\s\S]*?)\n```$/gm)].map(([, language = "", code = ""]) => ({ language, code }));
}

const PAGES = [...GENERATED.keys()].filter(file => file.startsWith("docs/rules/"));

describe("the code blocks of the documentation", () => {
    describe("in TypeScript", function () {
        this.timeout(30_000);

        let errors: readonly string[];
        before(async () => {
            const files = ["README.md", ...PAGES];
            const blocks = await Promise.all(files.map(async file => (await codeBlocks(file)).map(block => ({ file, ...block }))));
            const typescript = blocks.flat().filter(({ language }) => language === "ts");
            assert.ok(typescript.length > PAGES.length);
            errors = typeErrors([
                'declare const aws: { cognito: typeof import("@pulumi/aws/cognito"); lb: typeof import("@pulumi/aws/lb") };',
                'declare const pool: import("@pulumi/aws/cognito").UserPool;',
                ...NOT_SHOWN.map(name => `declare const ${name}: { readonly arn: string };`),
                ...typescript.map(({ file, code }) => `{ // ${file}\n${code}\n}`),
                'new aws.cognito.UserPoolClient("control", { userPoolId: pool.id, callbackUrl: [] });',
            ]);
        });

        it("compile against @pulumi/aws", () => {
            assert.deepEqual(errors.slice(0, -1), []);
        });

        it("are checked: an unknown property is an error", () => {
            assert.match(errors.at(-1) ?? "", /'callbackUrl' does not exist/);
        });
    });

    describe("in YAML", () => {
        for (const page of PAGES) {
            it(`describe the same resources as the TypeScript of ${page}`, async () => {
                const blocks = await codeBlocks(page);
                const yaml = blocks.filter(({ language }) => language === "yaml");
                assert.ok(yaml.length >= 2);
                const typescript = blocks.filter(({ language }) => language === "ts").slice(0, yaml.length);
                assert.deepEqual(
                    yaml.map(({ code }) => parse(code).resources),
                    typescript.map(({ code }) => resourcesOf(code)),
                );
            });
        }
    });
});

/** Compiles statements as one program, and returns the errors with their lines. */
function typeErrors(statements: readonly string[]): string[] {
    const file = path.join(ROOT, "code-blocks.ts"); // exists in memory only
    const options: ts.CompilerOptions = {
        target: ts.ScriptTarget.ES2022,
        module: ts.ModuleKind.NodeNext,
        strict: true,
        skipLibCheck: true,
        noEmit: true,
        types: [],
    };
    const source = ts.createSourceFile(file, statements.join("\n"), ts.ScriptTarget.ES2022);
    const host = ts.createCompilerHost(options);
    const { getSourceFile, fileExists } = host;
    host.getSourceFile = (name, ...rest) => (name === file ? source : getSourceFile(name, ...rest));
    host.fileExists = name => name === file || fileExists(name);
    const program = ts.createProgram([file], options, host);
    return [...program.getSyntacticDiagnostics(source), ...program.getSemanticDiagnostics(source)].map(({ start = 0, messageText }) => {
        const { line } = source.getLineAndCharacterOfPosition(start);
        return `${source.text.split("\n")[line]?.trim()}: ${ts.flattenDiagnosticMessageText(messageText, "\n")}`;
    });
}

/** The resources that an example with a load balancer uses. */
const NOT_SHOWN = ["loadBalancer", "certificate", "targetGroup"];

const NAME = Symbol("name");

/** Returns a resource whose outputs are written as in Pulumi's YAML language. */
function outputsOf(name: string): object {
    return new Proxy({}, { get: (_, output) => (output === NAME ? name : `\${${name}.${String(output)}}`) });
}

/** Runs statements with classes that record the resources, in the form that Pulumi's YAML language has. */
function resourcesOf(code: string): Record<string, object> {
    const resources: Record<string, object> = {};
    const moduleOf = (module: string) =>
        new Proxy(
            {},
            {
                get: (_, className) =>
                    function record(name: string, properties?: object, options?: { dependsOn: { [NAME]: string }[] }) {
                        const dependsOn = options?.dependsOn.map(resource => `\${${resource[NAME]}}`);
                        resources[name] = {
                            type: `aws:${module}:${String(className)}`,
                            ...(properties && { properties }),
                            ...(dependsOn && { options: { dependsOn } }),
                        };
                        return outputsOf(name);
                    },
            },
        );
    const names = [...(code.includes("const pool") ? [] : ["pool"]), ...NOT_SHOWN];
    const run = new Function("aws", ...names, code);
    run({ cognito: moduleOf("cognito"), lb: moduleOf("lb") }, ...names.map(outputsOf));
    return resources;
}
