import * as assert from "node:assert/strict";
import { describe, it } from "mocha";
import { PRINTERS } from "./generated-programs";

const SIZE = 50_000;

/** Repeats a text up to the size of a hostile file. */
function fill(text: string, size = SIZE): string {
    return text.repeat(Math.ceil(size / text.length));
}

/** Texts that take a reader long if its time is not linear, or exceed its stack. */
const TEXTS: readonly (readonly [name: string, text: string])[] = [
    ["nested parentheses", `${fill("(", SIZE / 2)}${fill(")", SIZE / 2)}`],
    ["a nested list", `x = ${fill("[", SIZE / 2)}${fill("]", SIZE / 2)}`],
    ["nested braces", `${fill("{", SIZE / 2)}${fill("}", SIZE / 2)}`],
    ["open brackets", fill("(")],
    ["spaces", fill(" ")],
    ["quotes", fill('"')],
    ["values in strings", fill('f"{')],
    ["members", fill("a.")],
    ["names", fill("a ")],
    ["assignments", fill("a=")],
    ["sums", `x = ${fill("a+")}`],
    ["arguments", `x(${fill("a,")})`],
    ["adjacent strings", `x = ${fill('"a" ')}`],
    ["loops in brackets", `(${fill("for ")})`],
    ["functions", fill("lambda ")],
    ["comparisons", fill("a<")],
    ["type arguments", fill("a<b,")],
    ["elements", fill("x[0]")],
    ["calls of calls", `x = ${fill("(a)")}`],
    ["many declarations of a name", fill("x := 1\n")],
    ["many declarations with a type", fill("int x = 1;\n")],
    ["nested blocks", `${fill("{int x = 1;")}${"x;}".repeat(SIZE / 11)}`],
    ["functions in functions", Array.from({ length: 500 }, (_line, depth) => `${" ".repeat(depth)}def f(x):\n`).join("")],
    ["many fields and classes", `class A {${fill("int f;")}${fill("class B extends C {}")}}`],
    ["annotations", `@${fill("a.")}b(${fill("x=1,")})`],
    ["directives", fill("#if X\n")],
    ["arrows", fill("x => ")],
    ["continued lines", fill("\\\n")],
    ["setters", `x = UserPoolClientArgs.builder()${fill('.name("a")')}.build();`],
    ["tuples", fill("(a, b) = c;")],
    ["fields", `class A:\n def f(self):\n${fill("  self.x = self.x\n")}`],
    ["imports", fill("import a.b.c\n")],
];

describe("hostile texts", () => {
    for (const { language, file, read } of PRINTERS) {
        for (const [name, text] of TEXTS) {
            it(`reads no resource from ${name} in ${language}`, () => assert.deepEqual(read(file, text).constructions, []));
        }
    }
});
