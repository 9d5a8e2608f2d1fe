// biome-ignore-all lint/suspicious/noTemplateCurlyInString: the texts are programs

import * as assert from "node:assert/strict";
import { describe, it } from "mocha";
import { readJavaScript } from "../../../src/programs/languages/javascript";
import { occurrenceNotations } from "../notation";

type Row = readonly [source: string, ...occurrences: string[]];

/** Statements, and what they do with the value of `u`, a list or object. */
const USES: readonly Row[] = [
    // It is only looked at.
    ["u;", "u read"],
    ["u();", "u read"],
    ["new u();", "u read"],
    ["new u.F();", "u.F read"],
    ["1 + u;", "u read"],
    ["1 in u;", "u read"],
    ["!u;", "u read"],
    ["typeof u;", "u read"],
    ["`${u}`;", "u read"],
    ["if (u) {}", "u read"],
    ["while (u) {}", "u read"],
    ["do {} while (u);", "u read"],
    ["for (; u; ) {}", "u read"],
    ["for (const k in u) {}", "u read"],
    ["switch (u) {}", "u read"],
    ["switch (1) { case u: }", "u read"],
    ["u ? 1 : 2;", "u read"],
    ["f[u];", "f elements", "u read"],
    ["f[u]`a`;", "f elements", "u read"],
    ["u.length;", "u read"],
    ["u.a.length;", "u.a read"],
    ["u.includes(1);", "u read"],
    ["u.a.join();", "u.a read"],
    ["length;", "length read"],
    ["f(length);", "f read", "length passed on"],

    // Its elements are passed on.
    ["for (const x of u) {}", "u elements"],
    ["[...u];", "u elements"],
    ["f(...u);", "f read", "u elements"],
    ["({ ...u });", "u elements"],
    ["u[i];", "u elements", "i read"],
    ["u.a[i].b;", "u.a elements", "i read"],
    ["u[i].b();", "u elements", "i read"],
    ["u.map(f);", "u elements", "f passed on"],
    ["u.map((x, i) => x);", "u elements", "x passed on"],

    // Anything can happen with it.
    ["f(u);", "f read", "u passed on"],
    ["new F(u);", "F read", "u passed on"],
    ["x ? u : 1;", "x read", "u passed on"],
    ["x ? 1 : u;", "x read", "u passed on"],
    ["x = u;", "x changes", "u passed on"],
    ["[u];", "u passed on"],
    ["({ u });", "u passed on"],
    ["({ parent: u });", "u passed on"],
    ["({ [u]: 1 });", "u passed on"],
    ["f`${u}`;", "f passed on", "u passed on"],
    ["u ?? 1;", "u passed on"],
    ["(0, u);", "u passed on"],
    ["throw u;", "u passed on"],
    ["export default u;", "u passed on"],
    ["export = u;", "u passed on"],
    ["u.a;", "u.a read"],
    ["f(u.a);", "f read", "u.a passed on"],
    ["f(u[0]['the b']);", "f read", "u.0.the b passed on"],
    ["u.push(1);", "u passed on"],
    ["u.a.push(1);", "u.a passed on"],
    ["u[m](1);", "u passed on", "m read"],
    ["u[m]!(1);", "u passed on", "m read"],
    ["u.map((x, i, all) => x);", "u passed on", "x passed on"],
    ["u.map((...all) => 1);", "u passed on"],
    ["u.map((x, ...others) => 1);", "u passed on"],
    ["with (u) {}", "u passed on"],
    ["u?.push(1);", "u passed on"],
    ["(u as string[]).push(1);", "u passed on"],
    ["(u: any).push(1);", "u passed on"],

    // It changes.
    ["u = 1;", "u changes"],
    ["u += 1;", "u changes"],
    ["u++;", "u changes"],
    ["[u] = x;", "u changes", "x passed on"],
    ["[...u] = x;", "u changes", "x passed on"],
    ["({ u } = x);", "u changes", "x passed on"],
    ["({ a: u } = x);", "u changes", "x passed on"],
    ["({ [k]: u } = x);", "k passed on", "u changes", "x passed on"],
    ["({ a: u = x } = 1);", "u changes", "x passed on"],
    ["for (u of x) {}", "u changes", "x elements"],
    ["for (u in x) {}", "u changes", "x read"],
    ["u.a = 1;", "u.a changes"],
    ["u!.a = 1;", "u.a changes"],
    ["(u as any) = 1;", "u changes"],
    ["u['a'].b = 1;", "u.a.b changes"],
    ["u[i] = 1;", "u.* changes", "i read"],
    ["u[i].a = 1;", "u.* changes", "i read"],
    ["u.a[i].b = 1;", "u.a.* changes", "i read"],
    ["u.length = 0;", "u.length changes"],
    ["delete u.a;", "u.a changes"],
    ["Object.assign(u, x);", "Object passed on", "u.* changes", "u passed on", "x passed on"],
    ["Object.assign(x, u);", "Object passed on", "x.* changes", "x passed on", "u passed on"],
    ["Object.defineProperty(u.a, 'b', {});", "Object passed on", "u.a.* changes", "u.a passed on"],
    ["Object.keys(u);", "Object elements", "u passed on"],
    ["f.assign(u);", "f passed on", "u passed on"],
    ["Reflect.set(u, k, v);", "Reflect passed on", "u.* changes", "u passed on", "k passed on", "v passed on"],
    ["f()(u);", "f read", "u passed on"],
];

/** Identifiers that are no uses. */
const NO_USES: readonly Row[] = [
    ["u: for (;;) { break u; }"],
    ["u: for (;;) { continue u; }"],
    ["const u = 1; export { u };"],
    ["export { u as v } from './a';"],
    ["export * as u from './a';"],
    ["import { u as v } from './a';"],
    ["import type { u } from './a';"],
    ["import u, * as v from './a';"],
    ["import u from './a.json' with { type: 'json' };"],
    ["import.meta;"],
    ["const u = 1, [v, ...w] = [], { x: y = 1 } = {};"],
    ["function u(v, { w }) {}"],
    ["class u { v = 1; w() {} get x() { return 1; } #y = 2; }"],
    ["enum u { v, w = 1 }"],
    ["({ u: 1, v() {} });"],
    ["f.u;", "f.u read"],
    ["let v: typeof u;"],
    ["type v = u;"],
];

/** What is an expression at such a place all the same. */
const EXPRESSIONS: readonly Row[] = [
    ["class C { [u] = 1; }", "u passed on"],
    ["class C { [u]() {} }", "u passed on"],
    ["class C { v = u; }", "u passed on"],
    ["class C { parent = this; }", "this passed on"],
    ["({ v: u });", "u passed on"],
    ["enum E { v = u }", "u passed on"],
    ["const v = u;", "u passed on"],
    ["const { v = u } = {};", "u passed on"],
    ["const { [u]: v } = {};", "u passed on"],
    ["function f(v = u) {}", "u passed on"],
    ["class C extends u {}", "u passed on"],
];

/** Statements of a method, and what they do with the fields of its class. */
const FIELDS: readonly Row[] = [
    ["this.a;", "this.a read"],
    ["this.a.b;", "this.a.b read"],
    ["this.a();", "this.a read"],
    ["this.a.push(1);", "this.a passed on"],
    ["f(this.length);", "f read", "this.length passed on"],
    ["f(this.a.length);", "f read", "this.a read"],
    ["this[k];", "this elements", "k read"],
    ["this;", "this read"],
    ["f(this);", "f read", "this.* changes", "this passed on"],
    ["new F(this);", "F read", "this.* changes", "this passed on"],
    ["f(this.a);", "f read", "this.a passed on"],
    ["f({ parent: this });", "f read", "this read"],
    ["f({ [parent]: this });", "f read", "parent passed on", "this passed on"],
    ["f({ child: this });", "f read", "this passed on"],
    ["[this];", "this passed on"],
    ["return this;", "this passed on"],
    ["Object.assign(this, x);", "Object passed on", "this.* changes", "this passed on", "x passed on"],

    // An assignment declares the field.
    ["this.a = 1;"],
    ["(this.a as any) = 1;"],
    ["this.a! = 1;"],
    ["this['a'] = 1;", "this.a changes"],
    ["this['a']! = 1;", "this.a changes"],
    ["this.a += 1;", "this.a changes"],
    ["this.a++;", "this.a changes"],
    ["[this.a] = x;", "this.a changes", "x passed on"],
    ["this.a.b = 1;", "this.a.b changes"],
    ["x.a = 1;", "x.a changes"],
    ["this[k] = 1;", "this.* changes", "k read"],
    ["this[k].a = 1;", "this.* changes", "k read"],
    ["this[k][0] = 1;", "this.* changes", "k read"],
    ["delete this.a;", "this.a changes"],
    ["delete this;", "this changes"],

    // Another `this`.
    ["function f() { this.a = 1; }"],
    ["const o = { f() { this.a = 1; } };"],
    ["const f = () => this.a.push(1);", "this.a passed on"],
];

/** Classes, and the fields of base classes that they replace. */
const OVERRIDES: readonly Row[] = [
    ["class A {} class B extends A { a = 1; }", "this.a changes", "A passed on"],
    ["class A {} class B extends A { a; 'b'() {} [c] = 1; }", "this.a changes", "this.b changes", "A passed on", "c passed on"],
    ["class A {} class B extends A { m() { this.a = 1; } }", "this.m changes", "this.a changes", "A passed on"],
    ["class A {} class B extends A { m() { this.a++; } }", "this.m changes", "this.a changes", "A passed on", "this.a changes"],
    ["class A {} class B extends A { m() { this.a; this.a.b(); } }", "this.m changes", "A passed on", "this.a read", "this.a passed on"],
    [
        "class A {} class B extends A { constructor(private a = 1) { super(); } }",
        "this.constructor changes",
        "this.a changes",
        "A passed on",
    ],
    ["class A {} class B extends A { a = 1; } class C extends B {}", "this.a changes", "A passed on", "B passed on"],
    ["class A {} class B extends A {} class C extends B { a = 1; }", "this.a changes", "A passed on", "this.a changes", "B passed on"],
    ["const A = class {}; class B extends A { a = 1; }", "this.a changes", "A passed on"],
    ["f(class A {}); class B extends A { a = 1; }", "f read", "this.a changes", "A passed on"],
    ["class A {} f(class extends A { a = 1; });", "this.a changes", "f read", "A passed on"],
    ["class A {} class B extends n.A { a = 1; }", "this.a changes", "n.A passed on"],
    ["class A {} { class A {} } class B extends A { a = 1; }", "this.a changes", "this.a changes", "A passed on"],
    ["class A {} class B extends f(A) { a = 1; }", "f read", "A passed on"],
    ["f(class {}); class A {} class B { a = 1; }", "f read"],
    ["class A extends B { a = 1; } class B extends A {}", "B passed on", "A passed on", "this.a changes"],
    ["class A extends A { a = 1; }", "A passed on"],
];

describe("occurrences of names in JavaScript", () => {
    for (const [source, ...expected] of [...USES, ...NO_USES, ...EXPRESSIONS, ...OVERRIDES]) {
        it(`reads ${source}`, () => assert.deepEqual(occurrencesIn(source), expected));
    }

    for (const [source, ...expected] of FIELDS) {
        it(`reads ${source} in a method`, () => assert.deepEqual(occurrencesIn(`class C { m() { ${source} } }`), expected));
    }

    for (const [bases, expected] of [
        [10, 10],
        [11, 10],
    ] as const) {
        it(`finds a field in ${bases} base classes`, () => {
            const classes = Array.from({ length: bases }, (_, index) => `class C${index + 1} extends C${index} {}`);
            const changes = occurrencesIn(`class C0 {} ${classes.join(" ")} class D extends C${bases - 1} { a = 1; }`);
            assert.equal(changes.filter(change => change === "this.a changes").length, expected);
        });
    }
});

function occurrencesIn(source: string): string[] {
    const program = readJavaScript("index.ts", source);
    assert.deepEqual(program.errors, []);
    return occurrenceNotations(program);
}
