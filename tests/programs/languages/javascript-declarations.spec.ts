import * as assert from "node:assert/strict";
import { describe, it } from "mocha";
import { readJavaScript } from "../../../src/programs/languages/javascript";
import { bindingNotations } from "../notation";

type Row = readonly [source: string, ...bindings: string[]];

/** Declarations, and the lines in which each name can be used. */
const DECLARATIONS: readonly Row[] = [
    // Variables
    ["const u = 1;", "u in 1-1 = 1"],
    ["let u;", "u in 1-1 = -"],
    ["const u = 1, v = u;", "u in 1-1 = 1", "v in 1-1 = u"],
    ["\n{\nconst u = 1;\n}", "u in 2-4 = 1"],
    ["\n{\nvar u = 1;\n}", "u in 1-4 = - hoisted"],
    ["export const u = 1;", "u in 1-1 = 1"],
    ["export var u = 1;", "u in 1-1 = 1 hoisted"],
    ["if (x)\n{\nconst u = 1;\n}", "u in 2-4 = 1"],
    ["if (x) var u = 1;", "u in 1-1 = - hoisted"],
    ["for (const u of\nx) {}", "u in 1-2 = -"],
    ["for (let u = 1;\n;) {}", "u in 1-2 = 1"],
    ["for (var u in\nx) {}", "u in 1-2 = - hoisted"],
    ["switch (x) {\ncase 1: const u = 1;\n}", "u in 1-3 = 1"],
    ["try {}\ncatch (u) {\n}", "u in 2-3 = -"],
    ["try {}\ncatch ({ u, v: [w] }) {\n}", "w in 2-3 = -", "u in 2-3 = -"],
    ["try {} catch {}"],

    // Patterns
    ["const { u } = x;", "u in 1-1 = x.u"],
    ["const { u: v, 'a b': w } = x.y;", "v in 1-1 = x.y.u", "w in 1-1 = x.y.a b"],
    ["const { u } = 1;", "u in 1-1 = -"],
    ["const { u } = f();", "u in 1-1 = -"],
    ["var { u } = x;", "u in 1-1 = x.u hoisted"],
    ["if (a) { var { u } = x; }", "u in 1-1 = - hoisted"],
    ["for (const { u } of x) {}", "u in 1-1 = -"],
    ["const { u, v = 1 } = x;", "v in 1-1 = -", "u in 1-1 = -"],
    ["const { u, ...v } = x;", "v in 1-1 = -", "u in 1-1 = -"],
    ["const { u, v: { w } } = x;", "w in 1-1 = -", "u in 1-1 = -"],
    ["const { u, [k]: v } = x;", "v in 1-1 = -", "u in 1-1 = -"],
    ["const [u, , ...v] = x;", "v in 1-1 = -", "u in 1-1 = -"],
    ["const {} = x;"],

    // Functions and classes
    ["function f(u)\n{\n}", "f in 1-3 = -", "u in 1-3 = -"],
    ["\n{\nfunction f() {}\n}", "f in 2-4 = -"],
    ["\n(function f() {\n});", "f in 2-3 = -"],
    ["\n((u, v = 1) => {\n});", "u in 2-3 = -", "v in 2-3 = -"],
    ["function f() {\nvar u = 1;\n}", "f in 1-3 = -", "u in 1-3 = 1 hoisted"],
    ["\nconst f = () => {\nvar u = 1;\n};", "f in 1-4 = ?", "u in 2-4 = 1 hoisted"],
    ["function f() { {\nvar u = 1;\n} }", "f in 1-3 = -", "u in 1-3 = - hoisted"],
    ["export default function () {}"],
    ["\n{\nclass C {}\n}", "C in 2-4 = -"],
    ["\n(class C {\n});", "C in 2-3 = -"],
    ["(class {});"],

    // TypeScript
    ["enum E { A = 1 }", "E in 1-1 = {A: 1}"],
    ["\n{\nenum E { A = 1 }\n}", "E in 2-4 = {A: 1}"],
    ["namespace N {\nvar u = 1;\n}", "N in 1-3 = -", "u in 1-3 = 1 hoisted"],
    ["namespace N {\nexport const u = 1;\nconst v = 2;\n}", "N in 1-4 = -", "u in 1-4 = -", "v in 1-4 = 2"],
    ["namespace N { {\nconst u = 1;\n} }", "N in 1-3 = -", "u in 1-3 = 1"],
    ["\n{\nnamespace N {}\n}", "N in 2-4 = -"],
    ["declare module 'm' {}"],
    ["declare const u: string;", "u in 1-1 = -"],
    ["interface I { u: string }"],
    ["type T = string;"],

    // Imports
    ["import u from './m';", "u in 1-1 = import(m).default"],
    ["import * as u from './m';", "u in 1-1 = import(m)"],
    ["import { u, v as w, 'a b' as x } from './m';", "u in 1-1 = import(m).u", "w in 1-1 = import(m).v", "x in 1-1 = import(m).a b"],
    ["import type { u } from './m';", "u in 1-1 = -"],
    ["import { type u, v } from './m';", "u in 1-1 = -", "v in 1-1 = import(m).v"],
    ["import u from 'm';", "u in 1-1 = -"],
    ["import './m';"],
    ["import u = require('./m');", "u in 1-1 = import(m)"],
    ["import u = require('m');", "u in 1-1 = -"],
    ["namespace N {\nimport u = a.b.c;\n}", "N in 1-3 = -", "u in 1-3 = a.b.c"],
    ["import u = a;", "u in 1-1 = a"],
    [`import u = a${".b".repeat(21)};`, `u in 1-1 = a${".b".repeat(21)}`],
    [`import u = a${".b".repeat(22)};`, "u in 1-1 = ?"],
    ["const u = require('./m');", "u in 1-1 = import(m)"],
    ["const u = await import('./m');", "u in 1-1 = import(m)"],
    ["const { u } = require('./m');", "u in 1-1 = import(m).u"],
    ["const { u: { v } } = require('./m');", "v in 1-1 = -"],
];

/** Members of a class in the lines 1 to 3, and its fields. */
const FIELDS: readonly Row[] = [
    ["a = 1;", "this.a = 1 hoisted"],
    ["a;"],
    ["declare a: string;"],
    ["static a = 1;", "this.a = 1 hoisted"],
    ["#a = 1;", "this.#a = 1 hoisted"],
    ["'a b' = 1; 2 = 3;", "this.a b = 1 hoisted", "this.2 = 3 hoisted"],
    ["[a] = 1;"],
    ["@d a = 1;", "this.a = - hoisted"],
    ["a() {}", "this.a = -"],
    ["get a() { return 1; }", "this.a = -"],
    ["@d a() {}", "this.a = -"],
    ["constructor(a) {}", "this.constructor = -", "a = -"],
    ["constructor(private a, readonly b = 1, c) {}", "this.constructor = -", "a = -", "this.a = -", "b = -", "this.b = -", "c = -"],

    // Assignments declare a field that can be unset.
    ["m() { this.a = 1; }", "this.m = -", "this.a = 1 conditional"],
    ["m() { (this as any).a! = 1; }", "this.m = -", "this.a = 1 conditional"],
    ["m() { () => { this.a = 1; }; }", "this.m = -", "this.a = 1 conditional"],
    ["b = () => { this.a = 1; };", "this.b = ? hoisted", "this.a = 1 conditional"],
    ["static { this.a = 1; }", "this.a = 1 conditional"],
    ["initialize() { this.a = 1; }", "this.initialize = -"],
    ["m() { function f() { this.a = 1; } }", "this.m = -", "f = -"],
    ["m() { ({ f() { this.a = 1; } }); }", "this.m = -"],
    ["[this.a] = 1;"],
    ["m() { this.a += 1; }", "this.m = -", "this.a = -"],
    ["m() { this['a'] = 1; }", "this.m = -", "this.a = -"],
    ["m() { this[a] = 1; }", "this.m = -"],
    ["m() { x.a = 1; a = 2; }", "this.m = -"],
    ["m() { [this.a] = x; }", "this.m = -", "this.a = -"],

    // Fields that may be those of a base class
    ["m() { return this.a; }", "this.m = -", "this.a = -"],
    ["m() { return (this as any).a + this.a; }", "this.m = -", "this.a = -"],
    ["m() { return this[a] + x.b; }", "this.m = -"],
    ["m() { return this; }", "this.m = -"],
    ["m() { return class { [this.a] = 1; }; }", "this.m = -", "this.a = -"],
    ["[function () { this.a = 1; }]() {}"],
    ["a = 1; m() { return this.a; }", "this.a = 1 hoisted", "this.m = -"],
    ["m() { function f() { return this.a; } }", "this.m = -", "f = -"],
];

describe("declarations in JavaScript", () => {
    for (const [source, ...expected] of DECLARATIONS) {
        it(`reads ${source.replaceAll("\n", " ")}`, () => assert.deepEqual(bindingsIn(source), expected));
    }

    for (const [member, ...expected] of FIELDS) {
        it(`reads ${member} in a class`, () => {
            const [name, ...fields] = bindingsIn(`\nclass C {\n${member}\n}`);
            assert.equal(name, "C in 1-4 = -");
            assert.deepEqual(
                fields.map(field => field.replace(/ in (?:2-4|3-3)/, "")),
                expected,
            );
        });
    }

    it("reads no field of a class with a decorator", () =>
        assert.deepEqual(bindingsIn("@d class C { a = 1; }"), ["C in 1-1 = -", "this.a in 1-1 = - hoisted"]));

    it("tells the fields of a class from those of the class around it", () => {
        const source = "class C {\na = 1;\nb = class {\nm() { return (this as any).a; }\n};\n}";
        assert.deepEqual(bindingsIn(source), [
            "C in 1-6 = -",
            "this.a in 1-6 = 1 hoisted",
            "this.b in 1-6 = ? hoisted",
            "this.m in 3-5 = -",
            "this.a in 3-5 = -",
        ]);
    });

    it("reads a qualified name of any length", () => assert.deepEqual(bindingsIn(`import u = a${".b".repeat(20_000)};`), ["u in 1-1 = ?"]));
});

function bindingsIn(source: string): string[] {
    const program = readJavaScript("index.ts", source);
    assert.deepEqual(program.errors, []);
    return bindingNotations(program);
}
