// biome-ignore-all lint/suspicious/noTemplateCurlyInString: the texts are programs

import assert from "node:assert/strict";
import { readProgramText } from "../../src/programs";
import { propertiesOf } from "../../src/programs/resource-types";
import { clientsOf, readable } from "./read";

const AWS = 'import * as aws from "@pulumi/aws";\n// cognito\n';

function client(args: string): string {
    return `new aws.cognito.UserPoolClient("w", ${args});\n`;
}

function repeat(count: number, print: (index: number) => string): string {
    return Array.from({ length: count }, (_, index) => print(index)).join("\n");
}

/** Texts that are nested so deeply that a parser fails, or that take exponential time in one. */
const NESTED: Readonly<Record<string, string>> = {
    parentheses: "(".repeat(50_000),
    "closed parentheses": `x = ${"(".repeat(5000)}1${")".repeat(5000)}`,
    "arrow functions": `x = ${"(a) => (".repeat(300)}1${")".repeat(300)}`,
    defaults: `x = ${"(a = ".repeat(40)}1${")".repeat(40)}`,
    generics: `x = ${"<T>(".repeat(40)}1${")".repeat(40)}`,
    conditions: `x = ${"a ? (b) => ".repeat(40)}1${" : c".repeat(40)}`,
    "type arguments": `x = ${"f<(".repeat(40)}1`,
    objects: `x = ${"{ a: ".repeat(5000)}1${"}".repeat(5000)}`,
    templates: `x = ${"`${".repeat(5000)}`,
    functions: `${"function f(u) { ".repeat(5000)}${"}".repeat(5000)}`,
    patterns: `const ${"{ a: ".repeat(5000)}b${"}".repeat(5000)} = x`,
    comments: "/*".repeat(100_000),
};

describe("hostile programs (slow)", () => {
    for (const [title, code] of Object.entries(NESTED)) {
        it(`with nested ${title} give an error or nothing`, () => {
            const { errors, resources } = readProgramText("a.ts", `${AWS}${code}`);
            assert.deepEqual(resources, []);
            for (const { line, reason } of errors) assert.match(`${line} ${reason}`, /^\d+ \S/);
        });
    }

    it("with a long line are read", () => {
        const name = "x".repeat(50_000);
        const code = `${AWS}/* ${"y".repeat(1_000_000)} */ ${client(`{ name: "${name}" }`)}`;
        assert.equal(clientsOf(readProgramText("a.ts", code))[0]?.props.name, name);
    });

    it("with 5,000 constructions, names and functions are read", () => {
        const code = repeat(5000, index => `function f${index}() { const u = ["${index}"]; ${client("{ callbackUrls: u }")} }`);
        const clients = clientsOf(readProgramText("a.ts", AWS + code));
        assert.equal(clients.length, 5000);
        assert.deepEqual(clients.at(-1)?.props, { callbackUrls: ["4999"] });
    });

    it("with 5,000 uses of one list are read", () => {
        const code = `const u = ["a"];\n${repeat(5000, () => client("{ callbackUrls: u }"))}`;
        assert.deepEqual(clientsOf(readProgramText("a.ts", AWS + code)).at(-1)?.props, { callbackUrls: ["a"] });
    });

    it("with a long chain of names have unknown values", () => {
        const code = `const u0 = ["a"];\n${repeat(5000, index => `const u${index + 1} = u${index};`)}\n${client("{ callbackUrls: u5000 }")}`;
        assert.deepEqual(readable(clientsOf(readProgramText("a.ts", AWS + code))[0]?.props), { callbackUrls: "?" });
    });

    for (const [title, print] of [
        ["lists", (index: number) => `const u${index + 1} = [...u${index}, ...u${index}];`],
        ["texts", (index: number) => `const u${index + 1} = \`$\{u${index}}$\{u${index}}\`;`],
    ] as const) {
        it(`with ${title} that double have unknown values`, () => {
            const code = `const u0 = ${title === "lists" ? '["a"]' : '"a"'};\n${repeat(28, print)}\n${client("{ name: u28 }")}`;
            assert.deepEqual(readable(clientsOf(readProgramText("a.ts", AWS + code))[0]?.props), { name: "?" });
        });
    }

    it("with a large object that is spread often have unknown values", () => {
        const code = `const o = { ${repeat(5000, index => `k${index}: 1,`)} };\n${repeat(1000, () => client("{ ...o }"))}`;
        const clients = clientsOf(readProgramText("a.ts", AWS + code));
        assert.equal(clients.length, 1000);
        assert.equal(clients.at(-1)?.isOpen, true);
        assert.deepEqual(
            Object.keys(clients.at(-1)?.props ?? {}).filter(name => !name.startsWith("k")),
            propertiesOf("aws:cognito/userPoolClient:UserPoolClient"),
        );
    });

    it("with a large number of classes that extend each other are read", () => {
        const code = repeat(
            1000,
            index => `class C${index + 1} extends C${index} { n = "a"; m() { this.n = "b"; ${client("{ name: this.n }")} } }`,
        );
        assert.equal(clientsOf(readProgramText("a.ts", AWS + code)).length, 1000);
    });

    for (const [title, text] of Object.entries({
        brackets: `resources: ${"[".repeat(50_000)}`,
        dashes: `resources:\n  ${"- ".repeat(50_000)}a`,
        indentation: `resources:\n${repeat(2000, index => `${" ".repeat(index)}a:`)}`,
        aliases: `a0: &a0 [x]\n${repeat(2000, index => `a${index + 1}: &a${index + 1} [*a${index}, *a${index}]`)}`,
        "complex keys": "? ".repeat(5000),
        accesses: `variables:\n  a: '${"${a".repeat(50_000)}'`,
    })) {
        it(`in YAML with many ${title} give an error or nothing`, () => {
            const { errors, resources } = readProgramText("Pulumi.yaml", `# cognito\n${text}\n`);
            assert.deepEqual(resources, []);
            for (const { line, reason } of errors) assert.match(`${line} ${reason}`, /^\d+ \S/);
        });
    }

    it("in YAML with 5,000 resources are read", () => {
        const resource = (index: number) => `  r${index}:\n    type: aws:cognito:UserPoolClient\n    properties: { name: "\${n}" }`;
        const text = `variables: { n: a }\nresources:\n${repeat(5000, resource)}\n`;
        assert.deepEqual(clientsOf(readProgramText("Pulumi.yaml", text)).at(-1)?.props, { name: "a" });
    });
});
