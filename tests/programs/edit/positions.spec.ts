import * as assert from "node:assert/strict";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, it } from "mocha";
import * as ts from "typescript";
import { CLIENT_TYPE } from "../../../src/core/user-pools";
import { folder } from "../../support/check";
import { installPackages, previewWithMocks, typeErrors } from "../../support/pulumi-program";
import { type Outcome, run } from "../../support/run-cli";
import { inFolder } from "../../support/working-folder";

const ERRORS = "require-prevent-user-existence-errors";

/** A program that creates clients in many ways. */
const PROGRAM = `
import * as aws from "@pulumi/aws";
import { UserPoolClient as Client } from "@pulumi/aws/cognito";
import * as pulumi from "@pulumi/pulumi";

const { UserPoolClient: Assigned } = aws.cognito;
const userPoolId = new aws.cognito.UserPool("customers").id;
const common = { enableTokenRevocation: true };
const args = { userPoolId };

export const plain = new aws.cognito.UserPoolClient("plain", { userPoolId });
new Client("imported", { userPoolId }, { protect: true });
/* ä € 😀 */ new Assigned("assigned", { userPoolId }); new Assigned("same-line", { userPoolId });
for (const app of ["a", "b"]) new Client(\`loop-\${app}\`, { userPoolId });
["a", "b"].map(app => new Client(\`map-\${app}\`, { userPoolId }));
["a"].forEach(app => {
    for (const stage of ["dev", "prod"]) {
        new Client(\`nested-\${app}-\${stage}\`, {
            userPoolId,
            name: app, // as in the console
        });
    }
});
function create(name: string): Client {
    return new Client(name, { userPoolId } as aws.cognito.UserPoolClientArgs);
}
create("function-a");
create("function-b");
const arrow = (name: string) => new Client(name, { userPoolId });
arrow("arrow");
const methods = {
    create(name: string) {
        return new Client(name, { userPoolId });
    },
    get client() {
        return new Client("getter", { userPoolId });
    },
};
methods.create("method");
methods.client.id;
class SignIn extends pulumi.ComponentResource {
    readonly client: Client;
    readonly other = new Client("field", { userPoolId });
    constructor(name: string) {
        super("acme:auth:SignIn", name);
        this.client = new Client(
            \`\${name}-client\`,
            {
                userPoolId,
            },
            { parent: this },
        );
    }
}
new SignIn("component");
(() => {
    new Client("called-at-once", { userPoolId });
})();
async function later() {
    await Promise.resolve();
    new Client("async", { userPoolId });
}
void later();
const maybe = [undefined, new Client("element", { userPoolId })] as const;
new Client(maybe[1] ? "conditional" : "other", maybe[1] ? { userPoolId } : args);

class Derived extends Client {
    constructor(name: string) {
        super(name, { userPoolId });
    }
}
new Derived("derived");
new Client("variable", args);
new Client("spread", { ...common, userPoolId });
new Client("computed", { userPoolId, preventUserExistenceErrors: pulumi.output("LEGACY") });
for (const errors of ["LEGACY", "ENABLED"]) new Client(\`different-\${errors}\`, { userPoolId, preventUserExistenceErrors: errors });
userPoolId.apply(id => new Client("applied", { userPoolId: id }));
void Promise.resolve().then(() => new Client("promised", { userPoolId }));
`;

/** The clients that cannot be fixed, whatever compiles the program. */
const NOT_FIXED = ["conditional", "derived", "different-LEGACY", "variable"];

const COMPILER_OPTIONS: ts.CompilerOptions = { target: ts.ScriptTarget.ES2022, module: ts.ModuleKind.CommonJS };

/** The file that is fixed, and the one that runs. */
const VARIANTS: readonly {
    readonly name: string;
    readonly source: string;
    readonly main: string;
    /** Writes the file that runs. */
    compile(folder: string): void;
}[] = [
    { name: "TypeScript that is compiled when it runs", source: "index.ts", main: "index.ts", compile: () => {} },
    {
        name: "TypeScript that is compiled with a source map",
        source: "index.ts",
        main: "index.js",
        compile(folder) {
            const options = { compilerOptions: { ...COMPILER_OPTIONS, inlineSourceMap: true }, fileName: "index.ts" };
            writeFileSync(join(folder, "index.js"), ts.transpileModule(readFileSync(join(folder, "index.ts"), "utf8"), options).outputText);
        },
    },
    {
        name: "JavaScript",
        source: "index.js",
        main: "index.js",
        compile(folder) {
            const file = join(folder, "index.js");
            if (!existsSync(file)) writeFileSync(file, ts.transpileModule(PROGRAM, { compilerOptions: COMPILER_OPTIONS }).outputText);
        },
    },
];

describe("fix finds the clients of a program in", function () {
    this.timeout(120_000);

    const { path, write } = folder();
    const fix = (cwd: string): Promise<Outcome> => inFolder(path(cwd), () => run(["fix", "--rule", ERRORS, "--write", "preview.json"]));

    /** Returns the inputs of the clients in a preview by name. */
    const inputsIn = (preview: string) => {
        const steps: readonly { urn: string; newState: { type: string; inputs: Record<string, unknown> } }[] = JSON.parse(preview).steps;
        const clients = steps.filter(({ newState }) => newState.type === CLIENT_TYPE);
        return new Map(clients.map(({ urn, newState }) => [urn.split("::").at(-1) ?? "", newState.inputs]));
    };

    for (const { name, source, main, compile } of VARIANTS) {
        it(source === "index.ts" ? `${name} (slow)` : name, async () => {
            const cwd = name.replaceAll(" ", "-");
            write(`${cwd}/Pulumi.yaml`, "name: shop\nruntime: nodejs\n");
            if (source === "index.ts") write(`${cwd}/index.ts`, PROGRAM);
            installPackages(path(cwd));
            const preview = () => {
                compile(path(cwd));
                const text = previewWithMocks(path(cwd), main);
                write(`${cwd}/preview.json`, text);
                return inputsIn(text);
            };
            const former = preview();
            const before = readFileSync(path(`${cwd}/${source}`), "utf8");
            const { code, stdout, stderr } = await fix(cwd);
            assert.deepEqual([code, stdout], [0, `${source}\n`]);

            const latter = preview();

            const warned = [...stderr.matchAll(/^warning: (?:\S+): (\S+): /gm)].map(([, client]) => client);
            assert.deepEqual(warned.sort(), NOT_FIXED);
            for (const [client, inputs] of former) {
                const isChanged = !NOT_FIXED.includes(client) && inputs.preventUserExistenceErrors !== "ENABLED";
                assert.deepEqual(latter.get(client), { ...inputs, ...(isChanged && { preventUserExistenceErrors: "ENABLED" }) }, client);
            }

            const after = readFileSync(path(`${cwd}/${source}`), "utf8");
            assert.equal(
                after
                    .replaceAll(/\n +preventUserExistenceErrors: "ENABLED",|, preventUserExistenceErrors: "ENABLED"/g, "")
                    .replace('output("ENABLED")', 'output("LEGACY")'),
                before,
            );
            assert.equal((await fix(cwd)).stdout, "");
            assert.equal(readFileSync(path(`${cwd}/${source}`), "utf8"), after);
            if (main === "index.ts") assert.deepEqual(typeErrors(path(`${cwd}/index.ts`)), []);
        });
    }
});
