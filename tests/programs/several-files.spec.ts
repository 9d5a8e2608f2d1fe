// biome-ignore-all lint/suspicious/noTemplateCurlyInString: the texts are programs

import assert from "node:assert/strict";
import type { Program } from "../../src/programs/expression";
import { languageOf } from "../../src/programs/languages";
import { ResourceReader, type SourceResource } from "../../src/programs/resources";
import { readable } from "./read";

/** Reads files as one program. */
function read(files: Readonly<Record<string, string>>): SourceResource[] {
    const programs = Object.entries(files).map(([file, text]) => languageOf(file)?.load()(file, text) as Program);
    assert.deepEqual(
        programs.flatMap(({ errors }) => errors),
        [],
    );
    const reader = new ResourceReader(programs);
    return programs.flatMap(program => reader.read(program));
}

/** Returns the value of a property of the last resource. */
function property(files: Readonly<Record<string, string>>, name = "callbackUrls"): unknown {
    return readable(read(files).at(-1)?.props[name] ?? null);
}

const AWS = 'import * as aws from "@pulumi/aws";\n';

/** A program whose client has the list `u` of config.ts, which another file uses. */
function typescript(other: string, config = 'export const u = ["a"];', client = 'import { u } from "./config";', value = "u") {
    return {
        "config.ts": config,
        "other.ts": other,
        "index.ts": `${AWS}${client}\nnew aws.cognito.UserPoolClient("w", { callbackUrls: ${value} });`,
    };
}

describe("a list in TypeScript", () => {
    for (const [title, other, expected, config] of [
        ["that no other file imports", "", ["a"]],
        ["that another file only reads", 'import { u } from "./config"; print(u.length);', ["a"]],
        [
            "that another file gives to a resource",
            `${AWS}import { u } from "./config"; new aws.cognito.UserPool("p", { aliasAttributes: u });`,
            ["a"],
        ],
        ["that another file exports", 'export { u } from "./config";', ["a"]],
        ["that another file imports and exports", 'import { u } from "./config"; export { u };', ["a"]],
        ["that another file passes on", 'import { u } from "./config"; f(u);', "?"],
        ["that another file changes", 'import { u } from "./config"; u[0] = "b";', "?"],
        ["that another file changes under another name", 'import { u } from "./config"; const v = u; v.push("b");', "?"],
        ["that another file has under another name", 'import { u } from "./config"; const v = u; print(v.length);', ["a"]],
        ["whose elements another file passes on", 'import { u } from "./config"; for (const x of u) f(x);', ["a"]],
        ["with an element that another file passes on", 'import { u } from "./config"; f(u[0]);', ["a"]],
        [
            "next to one that another file changes",
            'import { v } from "./config"; v.push("b");',
            ["a"],
            'export const u = ["a"]; export const v = ["b"];',
        ],
        ["next to a name that another file misses", 'import { v } from "./config"; v.push("b");', ["a"]],

        ["of a module that another file only reads", 'import * as c from "./config"; if (c) f();', ["a"]],
        ["of a module in which another file only reads it", 'import * as c from "./config"; print(c.u.length);', ["a"]],
        [
            "of a module in which another file changes another list",
            'import * as c from "./config"; c.v.push("b");',
            ["a"],
            'export const u = ["a"]; export const v = ["b"];',
        ],
        ["of a module in which another file changes it", 'import * as c from "./config"; c.u.push("b");', "?"],
        ["of a module that another file passes on", 'import * as c from "./config"; f(c);', "?"],
        ["of a module that another file has under another name", 'import * as c from "./config"; const d = c; d.u.push("b");', "?"],
        [
            "of a module that another file gives to a resource",
            `${AWS}import * as c from "./config"; new aws.cognito.UserPool("p", { tags: c });`,
            ["a"],
        ],
        ["of a module that another file exports", 'import * as c from "./config"; export { c };', ["a"]],
        ["of a module with a member that another file changes by a computed name", 'import * as c from "./config"; c[k].push("b");', "?"],

        ["that files import from each other", 'export { u } from "./index"; export { u as v } from "./other";', ["a"]],
        ["in a file that imports another one with the same name", 'import { u } from "./config"; { const u = []; u.push("b"); }', ["a"]],
        ["in a file with two declarations of its name", 'import { u } from "./config"; var v = []; var v = u; v.push("b");', "?"],
    ] as const) {
        it(`${title} is ${expected === "?" ? "unknown" : "known"}`, () => assert.deepEqual(property(typescript(other, config)), expected));
    }

    for (const [title, other, expected] of [
        ["imports it", 'import u from "./config"; print(u.length);', ["a"]],
        ["changes it", 'import u from "./config"; u.push("b");', "?"],
        ["passes it on", 'import u from "./config"; f(u);', "?"],
        ["changes it as a member of the module", 'import * as c from "./config"; c.default.push("b");', "?"],
    ] as const) {
        it(`without a name is ${expected === "?" ? "unknown" : "known"} if another file ${title}`, () => {
            assert.deepEqual(property(typescript(other, 'export default ["a"];', 'import u from "./config";')), expected);
        });
    }

    it("without a name keeps its texts when they are passed on", () => {
        const files = typescript('import u from "./config"; f(u);', 'export default "a";', 'import u from "./config";', "[u]");
        assert.deepEqual(property(files), ["a"]);
    });

    for (const [title, config] of [
        ["a text", 'export const u = "ab";'],
        ["a text without a name", 'export { u as default, u }; const u = "ab";'],
        ["a template", 'const b = "b"; export const u = `a${b}`;'],
        ["a sum", 'const b = "b"; export const u = "a" + b;'],
    ] as const) {
        it(`is another value than ${title}, which is known in a module that is passed on`, () => {
            assert.deepEqual(property(typescript('import * as c from "./config"; f(c);', config, 'import { u } from "./config";', "[u]")), [
                "ab",
            ]);
        });
    }

    it("is known through modules that export each other", () => {
        const files = { "a.ts": 'export * from "./b"; export const u = ["a"];', "b.ts": 'export * from "./a";' };
        const client = (name: string) =>
            `${AWS}import { ${name} } from "./b"; new aws.cognito.UserPoolClient("w", { callbackUrls: ${name} });`;
        assert.deepEqual(property({ ...files, "index.ts": client("u") }), ["a"]);
        assert.equal(property({ ...files, "index.ts": client("v") }), "?");
    });

    it("is unknown if names lead to each other", () => {
        const files = { "a.ts": 'export { u } from "./b";', "b.ts": 'export { u } from "./a";' };
        assert.equal(
            property({
                ...files,
                "index.ts": `${AWS}import { u } from "./b"; u.push("b"); new aws.cognito.UserPoolClient("w", { callbackUrls: u });`,
            }),
            "?",
        );
    });
});

describe("a list behind names in one file", () => {
    for (const [title, code, value, expected] of [
        [
            "is known in lists that use each other",
            "class A { a = { b: this.b }; b = { a: this.a, u: U }; m() { CLIENT } }",
            "this.b.u",
            ["a"],
        ],
        [
            "is unknown if it is changed through another one that it uses",
            'class A { b = { a: this.a, u: U }; a = { b: this.b }; m() { this.a.b.u.push("b"); new aws.cognito.UserPool("p", { tags: this.a }); CLIENT } }',
            "this.b.u",
            "?",
        ],
        [
            "is known if one of its two names is an argument, and the other is read",
            "const u = U; const v = [u, ...u]; print(v.length);",
            "u",
            ["a"],
        ],
        [
            "is unknown if the second of its names is changed",
            "const u = U; const v = [u]; const w = [u]; v.length; w[0].push(1);",
            "u",
            "?",
        ],
        ["is unknown if the first of its names is changed", "const u = U; const v = [u]; const w = [u]; v[0].push(1); w.length;", "u", "?"],
        ["is known with a member that is a template", "const o = { u: U, t: `a${x}` }; f(o.t);", "o.u", ["a"]],
        ["is known with a member that is a resource", 'const o = { u: U, p: new aws.cognito.UserPool("p") }; f(o.p);', "o.u", ["a"]],
        ["is known with a member in a call that only wraps", 'const o = { u: U, t: Object.freeze("a") }; f(o.t);', "o.u", ["a"]],
        ["is unknown with a member that is an object", "const o = { u: U, t: {} }; f(o.t);", "o.u", "?"],
        ["is unknown if it is passed on as an element", "const o = [U]; for (const x of o) f(x);", "o[0]", "?"],
        ["is unknown if it is passed on as one of the elements", 'const o = [U, "a"]; for (const x of o) f(x);', "o[0]", "?"],
        ["is unknown if a spread passes its object on", "const o = { u: U }; f({ ...o });", "o.u", "?"],
        ["is unknown if a spread passes one of its objects on", 'const o = { u: U, t: "a" }; f({ ...o });', "o.u", "?"],
        ["is known if a spread passes its texts on", "const u = U; f([...u]);", "u", ["a"]],
        ["is known if a loop passes a list of it in an object on", 'const o = { u: "a" }; f({ ...o });', "[o.u]", ["a"]],
        [
            "is unknown in a list with a spread whose elements are passed on",
            "const v = [U]; const o = [...v]; for (const x of o) f(x);",
            "v[0]",
            "?",
        ],
        [
            "is unknown in an object with a spread whose members are passed on",
            "const v = { u: U }; const o = { ...v }; f({ ...o });",
            "v.u",
            "?",
        ],
        ["is unknown if one of two declarations of a name changes it", "const u = U; var v = []; var v = u; v.push(1);", "u", "?"],
        ["is known if two declarations of a name only read it", "const u = U; var v = []; var v = u; print(v.length);", "u", ["a"]],
        [
            "of a field is known if the object is only read",
            "class A { u = U; m() { CLIENT } } const a = new A(); print(a.u.length);",
            "this.u",
            ["a"],
        ],
        [
            "of a field is known if a resource gets it from outside",
            'class A { u = U; m() { CLIENT } } const a = new A(); new aws.cognito.UserPool("p", { aliasAttributes: a.u });',
            "this.u",
            ["a"],
        ],
        [
            "of a field is unknown if it is passed on from outside",
            "class A { u = U; m() { CLIENT } } const a = new A(); f(a.u);",
            "this.u",
            "?",
        ],
        ["is known if a field of its name is changed", 'class A { u = ["b"]; } const u = U; new A().u.push("c"); a.u = [];', "u", ["a"]],
    ] as const) {
        it(title, () => {
            const client = `new aws.cognito.UserPoolClient("w", { callbackUrls: ${value} });`;
            const text = AWS + (code.includes("CLIENT") ? code.replace("CLIENT", client) : `${code}\n${client}`).replace(/\bU\b/, '["a"]');
            const clients = read({ "index.ts": text }).filter(({ type }) => type.endsWith(":UserPoolClient"));
            assert.deepEqual(
                clients.map(({ props }) => readable(props.callbackUrls)),
                [expected],
            );
        });
    }

    it("is known behind 199 names, and unknown behind 200", () => {
        const names = (count: number) => Array.from({ length: count }, (_, index) => `const v${index} = [u];`).join("\n");
        const text = (count: number) =>
            `${AWS}const u = ["a"];\n${names(count)}\nnew aws.cognito.UserPoolClient("w", { callbackUrls: u });`;
        assert.deepEqual(property({ "index.ts": text(199) }), ["a"]);
        assert.equal(property({ "index.ts": text(200) }), "?");
    });
});

describe("names across files without an import", () => {
    const go = (...code: string[]) =>
        `package main\n\nimport "github.com/pulumi/pulumi-aws/sdk/v7/go/aws/cognito"\nimport "github.com/pulumi/pulumi/sdk/v3/go/pulumi"\n\n${code.join("\n")}\n`;
    const client = 'func f() { cognito.NewUserPoolClient(ctx, "w", &cognito.UserPoolClientArgs{Name: pulumi.String(name)}) }';
    for (const [title, files, expected] of [
        ["are known in a package", { "a.go": 'package main\n\nconst name = "a"\n' }, "a"],
        ["are unknown in another package", { "a.go": 'package other\n\nconst name = "a"\n' }, "?"],
        [
            "are unknown if two files have them",
            { "a.go": 'package main\n\nconst name = "a"\n', "b.go": 'package main\n\nconst name = "a"\n' },
            "?",
        ],
        [
            "are known if another file changes its own",
            { "a.go": 'package main\n\nconst name = "a"\n', "b.go": 'package main\n\nfunc g() { name := h(); name = "b" }\n' },
            "a",
        ],
    ] as const) {
        it(`${title} of Go`, () => assert.equal(property({ ...files, "main.go": go(client) }, "name"), expected));
    }

    it("are known as members of a class of a Java package", () => {
        const config = 'package app;\nclass Config { static final String NAME = "a"; }\n';
        const app = (name: string) =>
            `package app;\nimport com.pulumi.aws.cognito.*;\nclass App { static void stack() { new UserPoolClient("w", UserPoolClientArgs.builder().name(${name}).build()); } }\n`;
        const nameOf = (name: string) => property({ "app/Config.java": config, "app/App.java": app(name) }, "name");
        assert.deepEqual(["Config.NAME", "Config.OTHER", "NAME"].map(nameOf), ["a", "?", "?"]);
    });
});

describe("names of modules in Python", () => {
    const client = (imports: string, value: string) =>
        `import pulumi_aws as aws\n${imports}\naws.cognito.UserPoolClient("w", name=${value})\n`;
    for (const [imports, value, expected] of [
        ["import app.config", "app.config.NAME", "a"],
        ["import app.config as config", "config.NAME", "a"],
        ["from app import config", "config.NAME", "a"],
        ["from app.config import NAME", "NAME", "a"],
        ["import app", "app.config.NAME", "a"],
        ["import app", "app.TITLE", "b"],
        ["import app", "app.other.NAME", "?"],
        ["import app", "app", "?"],
        ["import config", "config.NAME", "?"],
    ] as const) {
        it(`are ${expected === "?" ? "unknown" : "known"} by ${imports} and ${value}`, () => {
            const files = { "app/__init__.py": 'TITLE = "b"\n', "app/config.py": 'NAME = "a"\n', "__main__.py": client(imports, value) };
            assert.equal(property(files, "name"), expected);
        });
    }
});
