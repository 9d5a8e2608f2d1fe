// biome-ignore-all lint/suspicious/noTemplateCurlyInString: the texts are programs

import * as assert from "node:assert/strict";
import { describe, it } from "mocha";
import type { Expression } from "../../../src/programs/expression";
import { readJavaScript } from "../../../src/programs/languages/javascript";
import { notation, propertyValue } from "../notation";

/** Expressions, and how they are read. */
const EXPRESSIONS: readonly (readonly [source: string, expected: string])[] = [
    // Literals
    ['"a"', '"a"'],
    ["'a'", '"a"\''],
    ["`a`", '"a"`'],
    ["``", '""`'],
    ["1_0", "10"],
    ["true", "true"],
    ["null", "null"],
    ["undefined", "null"],
    ["-1", "-1"],
    ["-a", "?"],
    ['-"1"', "?"],
    ["+1", "?"],
    ["!true", "?"],
    ["void 0", "null"],
    ["void f()", "?"],
    ["/a/", "?"],
    ["/(?i:a)/", "?"],
    ["1n", "?"],
    ["-1n", "?"],

    // Lists and objects
    ["[]", "[]"],
    ["[a, ...b, , 1]", "[a, ...b, ?, 1]"],
    ["{}", "{}"],
    ["{ a, b: 1, [c]: 2, get d() { return 1; }, e() {}, ...f }", "{a: a, b: 1, ?: 2, d: ?, e: ?, ...f}"],
    ['{ "a b": 1, 2: 3, ["c"]: 4, [`d`]: 5, async f() {}, set g(x) {} }', "{a b: 1, 2: 3, c: 4, ?: 5, f: ?, g: ?}"],
    ["{ __proto__: a }", "{?: a}"],
    ['{ "__proto__": a }', "{?: a}"],
    ['{ ["__proto__"]: a }', "{__proto__: a}"],
    ["{ __proto__ }", "{__proto__: __proto__}"],
    ["{ __proto__() {} }", "{__proto__: ?}"],
    ["{ get __proto__() { return 1; } }", "{__proto__: ?}"],

    // Names
    ["a", "a"],
    ["a.b", "a.b"],
    ['a["b"][0]', "a.b.0"],
    ["a[b]", "?"],
    ["a[b].c", "?"],
    ["a[1n]", "?"],
    ["a?.b", "?.a.b"],
    ["a?.b.c", "?.a.b.c"],
    ["a.b?.c", "?.a.b.c"],
    ["(a).b", "a.b"],
    ["a!.b", "a.b"],
    ["(a as any).b", "a.b"],
    ["f().b", "?"],
    ["this", "?"],
    ["this.a", "?"],
    ["a.undefined", "a.undefined"],

    // Texts with values in them
    ["`${a}b${c}`", 'template`(a, "b", c)'],
    ["`a${b}`", 'template`("a", b)'],
    ["`${a}`", "template`(a)"],
    ["pulumi.interpolate`a`", 'output template`("a")'],
    ["pulumi.interpolate`a${b}`", 'output template`("a", b)'],
    ["pulumi.interpolate`\\u`", "?"],
    ["$interpolate`a`", 'output template`("a")'],
    ["pulumi.other`a`", "?"],
    ["interpolate`a`", "?"],
    ["a.interpolate`b`", "?"],
    ["a + b + c", "a + b + c"],
    ["a + (b + c)", "a + b + c"],
    ["a - b + c", "? + c"],
    ["a - b", "?"],
    ["+a + b", "? + b"],
    ["a || b", "?"],

    // Calls
    ["pulumi.secret(a)", "secret(a)"],
    ["pulumi.output(a)", "output(a)"],
    ["pulumi.unsecret(a)", "output(a)"],
    ["pulumi.all(a)", "?"],
    ["pulumi.output()", "?"],
    ["pulumi.output(a, b)", "?"],
    ["pulumi.output(...a)", "?"],
    ["pulumi.output.secret(a)", "?"],
    ["aws.secret(a)", "?"],
    ["output(a)", "?"],
    ["xsecret(a)", "?"],
    ["$util.secret(a)", "secret(a)"],
    ["pulumi.concat(a, 1)", "output template(a, 1)"],
    ["pulumi.concat()", "output template()"],
    ["pulumi.concat(a, ...b)", "?"],
    ['$concat("a")', 'output template("a")'],
    ["Object.freeze(a)", "wrap(a)"],
    ["Object.freeze(a, b)", "?"],
    ["Object.freeze()", "?"],
    ["Object.keys(a)", "?"],
    ["f(a)", "?"],
    ["f?.(a)", "?"],
    ["new F(a)", "?"],

    // Types, which change nothing
    ["1 as number", "wrap(1)"],
    ["<number>1", "wrap(1)"],
    ["1 satisfies number", "wrap(1)"],
    ["f()!", "wrap(?)"],
    ["a as string", "a"],
    ["a!", "a"],
    ["a<string>", "a"],

    // What only a run shows
    ["a ? 1 : 2", "?"],
    ["() => 1", "?"],
    ["(a, 1)", "?"],
    ["(a = 1)", "?"],
    ["await a", "?"],
    ["class {}", "?"],
    ["import.meta.url", "?"],
];

/** Enums of TypeScript. */
const ENUMS: readonly (readonly [source: string, expected: string])[] = [
    ['enum E { A = "a", "B C" = 1 }', '{A: "a", B C: 1}'],
    ["enum E { A, B = A, C = f(), D = -1 }", "{A: ?, B: ?, C: ?, D: -1}"],
    ["const enum E {}", "{}"],
];

describe("expressions of JavaScript", () => {
    for (const [expression, expected] of EXPRESSIONS) {
        it(`reads ${expression}`, () => {
            const value = read(expression);
            assert.equal(notation(value), expected);
            assert.equal(value.kind === "computed", expected === "?");
        });
    }

    for (const [source, expected] of ENUMS) {
        it(`reads ${source}`, () => {
            const { bindings } = readJavaScript("index.ts", source);
            assert.equal(notation(bindings.find(({ name }) => name === "E")?.value), expected);
        });
    }

    it("reads the parts of an expression that is nested in 58 others", () => {
        assert.equal(notation(read(`${"[".repeat(58)}1${"]".repeat(58)}`)), `${"[".repeat(58)}1${"]".repeat(58)}`);
        assert.equal(notation(read(`${"[".repeat(59)}1${"]".repeat(59)}`)), `${"[".repeat(59)}?${"]".repeat(59)}`);
    });

    it("reads a sum of any length", () => assert.equal(notation(read(Array(2000).fill("a").join(" + "))).length, 7997));

    it("reads names with up to 21 members", () => {
        assert.equal(notation(read(`a${".b".repeat(21)}`)), `a${".b".repeat(21)}`);
        assert.equal(notation(read(`a${".b".repeat(22)}`)), "?");
    });

    it("knows that only texts have quotes", () => {
        const value = read("1");
        assert.equal(value.kind === "literal" && value.quote, "");
    });

    for (const [expression, inside] of [
        ["[1, 2]", "1, 2"],
        ["{ a: 1 }", " a: 1 "],
    ] as const) {
        it(`knows what is between the brackets of ${expression}`, () => {
            const value = read(expression);
            assert.ok(value.kind === "list" || value.kind === "object");
            assert.equal(program(expression).slice(value.inside.start, value.inside.end), inside);
        });
    }

    for (const expression of ["(a).b", "pulumi.interpolate`a`", "`a`", "-1", "pulumi.output(1)", "1 as number", "a + b", '"a"', "[, ]"]) {
        it(`knows where ${expression} is`, () => {
            const { start, end } = read(expression);
            assert.equal(program(expression).slice(start, end), expression.replace(/^\(/, ""));
        });
    }
});

function read(expression: string): Expression {
    return propertyValue(readJavaScript, "index.ts", program(expression), "name");
}

function program(expression: string): string {
    return `import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";
new aws.cognito.UserPoolClient("web", { name: ${expression} });`;
}
