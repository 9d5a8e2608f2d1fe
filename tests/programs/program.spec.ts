// biome-ignore-all lint/suspicious/noTemplateCurlyInString: the texts are programs

import assert from "node:assert/strict";
import { pairWithPools } from "../../src/core/user-pools";
import { readProgram, readProgramText } from "../../src/programs";
import { clientsOf, readable } from "./read";
import { withFiles } from "./temporary-folder";

const AWS = 'import * as aws from "@pulumi/aws";\n';
const SETTINGS = { "Pulumi.yaml": "name: shop\nruntime: nodejs\n" };

/** Reads a program in several files. */
function read(files: Readonly<Record<string, string>>, settings: Readonly<Record<string, string>> = SETTINGS) {
    return withFiles({ ...settings, ...files }, folder => {
        const program = readProgram(folder);
        return { program, isComplete: program.isComplete };
    });
}

/** Returns the value of a property of the only client. */
function property(files: Readonly<Record<string, string>>, name: string): unknown {
    const [client, ...others] = clientsOf(read(files).program);
    assert.deepEqual(others, []);
    return readable(client?.props[name] ?? null);
}

function client(args: string): string {
    return `new aws.cognito.UserPoolClient("web", ${args});\n`;
}

describe("names across the files of a program", () => {
    const files = (exported: string, imported: string, value: string) => ({
        "config.ts": exported,
        "index.ts": `${AWS}${imported}\n${client(`{ callbackUrls: ${value} }`)}`,
    });

    for (const [title, exported, imported, value, expected] of [
        ["an exported constant", 'export const u = ["a"];', 'import { u } from "./config";', "u", ["a"]],
        ["an import with another name", 'export const u = ["a"];', 'import { u as v } from "./config";', "v", ["a"]],
        ["an export with another name", 'const u = ["a"]; export { u as v };', 'import { v } from "./config";', "v", ["a"]],
        [
            "an export with a name that is no identifier",
            'const u = ["a"]; export { u as "v w" };',
            'import { "v w" as v } from "./config";',
            "v",
            ["a"],
        ],
        ["a default export", 'export default ["a"];', 'import u from "./config";', "u", ["a"]],
        ["a namespace", 'export const u = ["a"];', 'import * as c from "./config";', "c.u", ["a"]],
        ["an extension", 'export const u = ["a"];', 'import { u } from "./config.js";', "u", ["a"]],
        ["import = require", 'export const u = ["a"];', 'import c = require("./config");', "c.u", ["a"]],
        ["require", 'export const u = ["a"];', 'const { u } = require("./config");', "u", ["a"]],
        ["module.exports", 'module.exports = { u: ["a"] };', 'const c = require("./config");', "c.u", ["a"]],
        ["exports", 'exports.u = ["a"];', 'const { u } = require("./config");', "u", ["a"]],
        ["exports that are assigned twice", 'exports.u = ["a"]; exports.u = ["b"];', 'const { u } = require("./config");', "u", "?"],
        ["a member of an export", 'export const o = { u: ["a"] };', 'import { o } from "./config";', "o.u", ["a"]],
        ["an export that is reassigned", 'export let u = ["a"]; u = ["b"];', 'import { u } from "./config";', "u", "?"],
        ["an export that changes", 'export const u = ["a"]; u.push("b");', 'import { u } from "./config";', "u", "?"],
        ["an import that changes", 'export const u = ["a"];', 'import { u } from "./config"; u.push("b");', "u", "?"],
        ["a namespace whose member changes", 'export const u = ["a"];', 'import * as c from "./config"; c.u.push("b");', "c.u", "?"],
        ["a namespace that is passed on", 'export const u = ["a"];', 'import * as c from "./config"; f(c);', "c.u", "?"],
        ["a default export that changes", 'export default ["a"];', 'import u from "./config"; u.push("b");', "u", "?"],
        [
            "a module that is loaded later",
            'export const u = ["a"];',
            'import { u } from "./config"; import("./config").then(c => c.u.push("b"));',
            "u",
            "?",
        ],
        [
            "a module that is required in an expression",
            'export const u = ["a"];',
            'import { u } from "./config"; require("./config").u.push("b");',
            "u",
            "?",
        ],
        ["a module that is loaded by a declaration", 'export const u = ["a"];', 'const { u } = await import("./config");', "u", ["a"]],
        ["what is not exported", 'const u = ["a"];', 'import { u } from "./config";', "u", "?"],
        ["a package", 'export const u = ["a"];', 'import { u } from "config";', "u", "?"],
        ["a file that imports itself", 'export { u } from "./config";', 'import { u } from "./config";', "u", "?"],
        ["a type", 'export const u = ["a"];', 'import type { u } from "./config";', "u", "?"],
    ] as const) {
        it(`reads ${title}`, () => {
            assert.deepEqual(property(files(exported, imported, value), "callbackUrls"), expected);
        });
    }

    it("reads what a file exports of another", () => {
        const index = `${AWS}import { u, w, z } from "./barrel";\n${client("{ callbackUrls: [u, w, z.u] }")}`;
        const barrel = 'export * from "./a"; export { v as w } from "./a"; export * as z from "./a";';
        assert.deepEqual(
            property({ "index.ts": index, "barrel.ts": barrel, "a.ts": 'export const u = "a"; export const v = "b";' }, "callbackUrls"),
            ["a", "b", "a"],
        );
    });

    it("does not read a name that two files export", () => {
        const index = `${AWS}import { u } from "./barrel";\n${client("{ name: u }")}`;
        const files = { "index.ts": index, "barrel.ts": 'export * from "./a"; export * from "./b";' };
        assert.equal(property({ ...files, "a.ts": 'export const u = "a";', "b.ts": 'export const u = "b";' }, "name"), "?");
    });

    it("reads the index of a folder", () => {
        const index = `${AWS}import { u } from "../config";\n${client("{ name: u }")}`;
        assert.equal(property({ "src/auth/web.ts": index, "src/config/index.ts": 'export const u = "a";' }, "name"), "a");
    });

    it("does not know a list that a third file changes", () => {
        const changing = { "other.ts": 'import { u } from "./config"; u.push("b");' };
        const all = { ...files('export const u = ["a"];', 'import { u } from "./config";', "u"), ...changing };
        assert.equal(property(all, "callbackUrls"), "?");
    });

    it("does not know a field that another file assigns", () => {
        const auth = `${AWS}export class Auth { urls = ["a"]; m() { ${client("{ callbackUrls: this.urls }")} } }`;
        const use = (code: string) => `import { Auth } from "./auth"; const auth = new Auth(); ${code}`;
        assert.deepEqual(property({ "auth.ts": auth, "index.ts": use("auth.m();") }, "callbackUrls"), ["a"]);
        assert.equal(property({ "auth.ts": auth, "index.ts": use('auth.urls = ["b"];') }, "callbackUrls"), "?");
        assert.equal(property({ "auth.ts": auth, "index.ts": use('auth.urls.push("b");') }, "callbackUrls"), "?");
    });

    it("pairs a client with the pool of another file", () => {
        const { program } = read({
            "pool.ts": `${AWS}export const pool = new aws.cognito.UserPool("customers", { userPoolTier: "LITE" });`,
            "index.ts": `${AWS}import { pool } from "./pool";\n${client("{ userPoolId: pool.id }")}`,
        });
        const [web] = pairWithPools(program.resources);
        assert.equal(web?.pool?.name, "customers");
        assert.equal(web?.pool?.userPoolTier, "LITE");
    });

    it("pairs a client with the pool of a field", () => {
        const program = readProgramText(
            "index.ts",
            `${AWS}class Auth { pool = new aws.cognito.UserPool("p"); m() { ${client("{ userPoolId: this.pool.id }")} } }`,
        );
        assert.equal(pairWithPools(program.resources)[0]?.pool?.name, "p");
    });

    for (const [title, code] of [
        ["a parameter", "function f(pool) { CLIENT }"],
        ["a condition", 'const pool = x ? new aws.cognito.UserPool("a") : new aws.cognito.UserPool("b"); CLIENT'],
        ["a look-up", 'const pool = aws.cognito.UserPool.get("p", "id"); CLIENT'],
        ["a variable that is reassigned", 'let pool = new aws.cognito.UserPool("a"); pool = new aws.cognito.UserPool("b"); CLIENT'],
        ["another resource", 'const pool = new aws.cognito.ResourceServer("p"); CLIENT'],
    ] as const) {
        it(`does not pair a client with the pool of ${title}`, () => {
            const program = readProgramText("index.ts", AWS + code.replace("CLIENT", client("{ userPoolId: pool.id }")));
            assert.deepEqual(
                pairWithPools(program.resources).map(({ pool }) => pool),
                [undefined],
            );
        });
    }

    for (const value of ["x ? pool.id : y", "pool.id.apply(id => id)", "f(pool.id)", "pool.arn", "pool", "`${pool.id}`", "[pool.id]"]) {
        it(`does not pair a client with the pool of \`${value}\``, () => {
            const program = readProgramText(
                "index.ts",
                `${AWS}const pool = new aws.cognito.UserPool("p");\n${client(`{ userPoolId: ${value} }`)}`,
            );
            assert.deepEqual(clientsOf(program)[0]?.propertyDependencies, {});
            assert.equal(clientsOf(program)[0]?.dependencies?.length, 1);
        });
    }
});

describe("names across the files of a program in another language", () => {
    for (const [runtime, files] of [
        [
            "python",
            {
                "pool.py": 'import pulumi_aws as aws\npool = aws.cognito.UserPool("p")\n',
                "config.py": 'NAME = "a"\n',
                "__main__.py":
                    "import pulumi_aws as aws\nfrom pool import pool\nfrom config import NAME\n" +
                    'aws.cognito.UserPoolClient("w", user_pool_id=pool.id, name=NAME)\n',
            },
        ],
        [
            "go",
            {
                "config.go": 'package main\n\nconst Name = "a"\n',
                "main.go":
                    'package main\n\nimport "github.com/pulumi/pulumi-aws/sdk/v7/go/aws/cognito"\nimport "github.com/pulumi/pulumi/sdk/v3/go/pulumi"\n\n' +
                    'func create(ctx *pulumi.Context) {\n\tpool, _ := cognito.NewUserPool(ctx, "p", nil)\n' +
                    '\tcognito.NewUserPoolClient(ctx, "w", &cognito.UserPoolClientArgs{UserPoolId: pool.ID(), Name: pulumi.String(Name)})\n}\n',
            },
        ],
        [
            "java",
            {
                "app/Config.java": 'package app;\nclass Config { static final String NAME = "a"; }\n',
                "app/App.java":
                    "package app;\nimport com.pulumi.aws.cognito.*;\nclass App { static void stack() {\n" +
                    'var pool = new UserPool("p");\nnew UserPoolClient("w", UserPoolClientArgs.builder().userPoolId(pool.id()).name(Config.NAME).build());\n} }\n',
            },
        ],
    ] as const) {
        it(`are read in ${runtime}`, () => {
            const { program, isComplete } = read(files, { "Pulumi.yaml": `runtime: ${runtime}\n` });
            assert.deepEqual(program.errors, []);
            assert.deepEqual(
                clientsOf(program).map(({ props }) => props.name),
                ["a"],
            );
            assert.equal(pairWithPools(program.resources)[0]?.pool?.name, "p");
            assert.equal(isComplete, true);
        });
    }
});

describe("dependencies of resources", () => {
    const text = (args: string, options = "") =>
        `${AWS}const pool = new aws.cognito.UserPool("p");
const google = new aws.cognito.IdentityProvider("g", { userPoolId: pool.id, providerName: "Google" });
const rs = new aws.cognito.ResourceServer("r", { userPoolId: pool.id, identifier: "orders" });
new aws.cognito.UserPoolClient("web", ${args}${options});`;

    function read(args: string, options?: string) {
        const { resources } = readProgramText("index.ts", text(args, options));
        const names = new Map(resources.map(({ urn, name }) => [urn, name]));
        const client = resources.at(-1);
        return {
            props: readable(client?.props),
            byProperty: Object.fromEntries(
                Object.entries(client?.propertyDependencies ?? {}).map(([name, urns]) => [name, urns.map(urn => names.get(urn))]),
            ),
            all: client?.dependencies?.map(urn => names.get(urn)),
        };
    }

    it("are those whose outputs a property uses", () => {
        const { props, byProperty, all } = read(
            "{ userPoolId: pool.id, supportedIdentityProviders: [google.providerName], allowedOauthScopes: rs.scopeIdentifiers }",
        );
        assert.deepEqual(props, { userPoolId: "?", supportedIdentityProviders: ["Google"], allowedOauthScopes: "?" });
        assert.deepEqual(byProperty, { userPoolId: ["p"], supportedIdentityProviders: ["g"], allowedOauthScopes: ["r"] });
        assert.deepEqual(all, ["p", "g", "r"]);
    });

    it("are also those of dependsOn", () => {
        assert.deepEqual(read("{}", ", { dependsOn: [google, rs] }").all, ["g", "r"]);
        assert.deepEqual(read("{}", ", { dependsOn: google }").all, ["g"]);
    });

    it("are unknown where the options are computed", () => {
        for (const options of [", opts", ", { ...opts }", ", { dependsOn: resources }", ", { dependsOn: [google, other] }"]) {
            assert.equal(read("{}", options).all, undefined, options);
        }
    });
});

describe("programs", () => {
    it("are complete if all of it is known", () => {
        assert.equal(read({ "index.ts": `${AWS}new aws.cognito.UserPool("p");` }).isComplete, true);
    });

    for (const [title, files] of [
        ["a package creates resources", { "other.ts": 'import { Auth } from "@acme/auth"; new Auth("auth");' }],
        ["arguments are computed", { "other.ts": `${AWS}new aws.cognito.UserPool("p", args);` }],
        ["a class is passed on", { "other.ts": `${AWS}create(aws.cognito.IdentityProvider);` }],
        ["a class is extended", { "other.ts": `${AWS}class Provider extends aws.cognito.IdentityProvider {}` }],
        ["a file has a syntax error", { "other.ts": "const" }],
        ["code is evaluated", { "other.ts": "eval(code);" }],
    ] as const) {
        it(`are not complete if ${title}`, () => {
            assert.equal(read({ "index.ts": `${AWS}new aws.cognito.UserPool("p");`, ...files }).isComplete, false);
        });
    }

    it("report a file with a syntax error, and read the others", () => {
        const { program } = read({ "a.ts": AWS + client("{}"), "b.ts": `${AWS}// cognito\nconst x = ;\n` });
        assert.deepEqual(program.errors, [{ file: "b.ts", line: 3, reason: "unexpected token" }]);
        assert.equal(clientsOf(program).length, 1);
    });

    it("report resources that the policies do not cover", () => {
        const text = `${AWS}import * as native from "@pulumi/aws-native";\nnew aws.cognito.ManagedUserPoolClient("a");\nnew native.cognito.UserPoolClient("b");`;
        assert.deepEqual(
            readProgramText("index.ts", text).notCovered.map(({ type, line }) => [type, line]),
            [
                ["aws:cognito/managedUserPoolClient:ManagedUserPoolClient", 3],
                ["aws-native:cognito:UserPoolClient", 4],
            ],
        );
    });

    it("load no parser for a file without a sign of Cognito", () => {
        assert.deepEqual(readProgramText("index.ts", "const = not even code").errors, []);
    });

    it("are read below the folder of main as well", () => {
        withFiles(
            { "infra/Pulumi.yaml": "name: shop\nruntime: nodejs\nmain: ../app/src\n", "app/src/index.ts": AWS + client("{}") },
            folder => {
                const { files } = readProgram(`${folder}/infra`);
                assert.deepEqual(files, ["../app/src/index.ts"]);
            },
        );
    });

    it("are read in the language of the runtime alone", () => {
        const { program } = read({
            "index.ts": AWS + client("{}"),
            "lambda/app.py": "import pulumi_aws as aws\naws.cognito.UserPoolClient('x')\n",
        });
        assert.deepEqual(program.files, ["index.ts"]);
    });

    it("in YAML are Pulumi.yaml or Main.yaml, and the components of packages", () => {
        const resource = "resources:\n  web:\n    type: aws:cognito:UserPoolClient\n";
        const settings = "name: shop\nruntime: yaml\npackages:\n  auth: ./auth\n";
        const component = `name: auth\ncomponents:\n  sign-in:\n    ${resource.replaceAll("\n", "\n    ")}\n`;
        const { program } = read({ "Pulumi.yaml": settings + resource, "auth/PulumiPlugin.yaml": component, "other.yaml": resource }, {});
        assert.deepEqual(program.files, ["Pulumi.yaml", "auth/PulumiPlugin.yaml"]);
        assert.equal(clientsOf(program).length, 2);
        const { program: main } = read({ "Pulumi.yaml": settings, "Main.yaml": resource }, {});
        assert.deepEqual(main.files, ["Main.yaml"]);
    });
});

describe("names of resources", () => {
    for (const [code, name] of [
        ['new C("web");', "web"],
        ["const site = new C(`web-${stack}`);", "web-*"],
        ["const site = new C(`${stack}-web-${region}`);", "*-web-*"],
        ['const site = new C(stack + "-web");', "*-web"],
        ["const site = new C(`${stack}${region}`);", "site"],
        ["const site = new C(name);", "site"],
        ["class A { site = new C(name); }", "site"],
        ["class A { constructor() { this.site = new C(name); } }", "site"],
        ["exports.site = new C(name);", "site"],
        ["const clients = { site: new C(name) };", "site"],
        ["new C(name);", "UserPoolClient"],
        ['const name = "web"; new C(`${name}-a`);', "web-a"],
    ] as const) {
        it(`read \`${code}\``, () => {
            const { resources } = readProgramText("index.ts", `import { UserPoolClient as C } from "@pulumi/aws/cognito";\n${code}`);
            assert.deepEqual(
                resources.map(({ name }) => name),
                [name],
            );
        });
    }
});

describe("places of properties", () => {
    it("are those of the keys, in the order in which they count", () => {
        const text = `${AWS}const base = { "name": "a", region: "b" };\n${client("{ ...base, region: x, tokenValidityUnits: { idToken: 'days' }, [`y`]: 1 }")}`;
        const places = [...(clientsOf(readProgramText("index.ts", text))[0]?.places ?? [])];
        assert.deepEqual(
            places.map(([path, { file, start, end }]) => [path, file, text.slice(start, end)]),
            [
                ["name", "index.ts", '"name"'],
                ["region", "index.ts", "region"],
                ["tokenValidityUnits", "index.ts", "tokenValidityUnits"],
                ["tokenValidityUnits.idToken", "index.ts", "idToken"],
            ],
        );
    });

    it("can be in another file", () => {
        const { program } = read({
            "base.ts": 'export const base = { name: "a" };',
            "index.ts": `${AWS}import { base } from "./base";\n${client("{ ...base }")}`,
        });
        const place = clientsOf(program)[0]?.places.get("name");
        assert.equal(place?.file, "base.ts");
        assert.deepEqual(program.linesOf("base.ts").positionAt(place?.start ?? 0), { line: 1, column: 23 });
    });

    it("have lines and columns from 1", () => {
        const program = readProgramText("index.ts", `${AWS}\r\n  ${client("{}")}`);
        const [web] = clientsOf(program);
        assert.deepEqual(program.linesOf("index.ts").positionAt(web?.range.start ?? 0), { line: 3, column: 3 });
    });
});
