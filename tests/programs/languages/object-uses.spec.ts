import * as assert from "node:assert/strict";
import { describe, it } from "mocha";
import type { ReadLanguage } from "../../../src/programs/expression";
import { readCSharp } from "../../../src/programs/languages/csharp";
import { readJava } from "../../../src/programs/languages/java";
import { occurrenceNotations } from "../notation";

/** The lines of a program, and the uses and changes of its names, without those of types and of the function `f`. */
type Rows = readonly (readonly [title: string, lines: readonly string[], expected: readonly string[]])[];

const OTHERS = /^(?:[A-Z]\w*|int|void|var|string|f) passed on$/;

const JAVA: Rows = [
    [
        "members, elements and getters",
        ["f(x.y, this.z, v[0], w.id());", "f(a[0].b, c[0][1].d);"],
        [
            "x.y passed on",
            "this.z passed on",
            "v elements",
            "w.id passed on",
            "a elements",
            "*.b passed on",
            "c elements",
            "*.*.d passed on",
        ],
    ],
    [
        "members of values without a name",
        ["f().x = 1;", "f().y.z(f()[0].v);", "g((a).b);"],
        ["*.x changes", "*.y passed on", "*.v passed on", "g passed on", "a passed on", "*.b passed on"],
    ],
    [
        "assignments in statements and expressions",
        ["x = 1;", "this.y = 1;", "z.v = 1;", "w[0] = 1;", "f(a = 1);", "b = c = 1;", "if (d) e = 1;"],
        ["x changes", "this.y changes", "z.v changes", "w.* changes", "a changes", "b changes", "c changes", "d passed on", "e changes"],
    ],
    [
        "operators that assign",
        ["a += 1; b++; --c; d >>>= 1; e == 1; f <= 1;"],
        ["a changes", "b changes", "c changes", "d changes", "e read"],
    ],
    [
        "assignments in parentheses",
        ["(a) = 1;", "((b)) += 1;", "(c).d = 1;", "f(e);"],
        ["a changes", "b changes", "c passed on", "*.d changes", "e passed on"],
    ],
    ["assignments in arrays", ["String[] a = { b = c };"], ["String elements", "b changes", "c passed on"]],
    [
        "methods that read, and those that return elements",
        ["x.size(); x.contains(y); x.get(0); x.stream(); x.add(1); x.length; x.isEmpty;"],
        ["x.size read", "x read", "y passed on", "x elements", "x.stream elements", "x passed on", "x.length read", "x.isEmpty read"],
    ],
    [
        "loops, joined texts and comparisons",
        ["for (var a : x) {", "}", 'String.join(",", y);', 'f(",", y); g.join(",", z); String.join(z, "a");', "f(v == null, null != w);"],
        ["x elements", "y read", "y passed on", "g passed on", "z passed on", "z passed on", "v read", "w read"],
    ],
    [
        "fields, and those of a type around them",
        [
            "class A {",
            "private int x, y;",
            "private int z;",
            "void f() { z++; g(this.z); }",
            "class B { private int v; void f() { z++; v++; } void g(int z) { z++; } }",
            "}",
        ],
        ["this.z changes", "this.z changes", "g passed on", "this.z passed on", "z changes", "this.v changes", "z changes"],
    ],
    [
        "fields that a nested class may inherit",
        ["class A {", "private int x;", "class B { void f() { this.x++; g(this.x); } }", "}"],
        ["*.x changes", "g passed on", "*.x passed on"],
    ],
    [
        "fields that are assigned",
        ["class A {", "private int x;", "A() { this.x = 1; }", "void f(int x) { x = 1; }", "void g() { x = 1; x.y = 2; this.z = 1; }", "}"],
        ["x changes", "this.x.y changes", "this.z changes"],
    ],
    ["imports and names of types", ["package x.y;", "import x.y;", "new X<Y>(z);"], ["z passed on"]],
];

const CSHARP: Rows = [
    [
        "references",
        ["f(ref a, out b, &c, d & e, in g);"],
        ["a changes", "b changes", "c changes", "d passed on", "e changes", "g passed on"],
    ],
    [
        "tuples",
        ["(a, (b, c.d)) = (e, f);", "(g, h);"],
        ["a changes", "b changes", "c.d changes", "e passed on", "g passed on", "h passed on"],
    ],
    [
        "names of arguments and members",
        [
            "f(a: b, new C { D = e, F = { g }, ...h });",
            "new A { B = 1 }.C();",
            "x = new() { [y] = z };",
            "f(a ? b : c);",
            "f(d, e ? g : h);",
        ],
        [
            "b passed on",
            "e passed on",
            "g passed on",
            "h passed on",
            "x changes",
            "y passed on",
            "z passed on",
            "a passed on",
            "b passed on",
            "c passed on",
            "d passed on",
            "e passed on",
            "g passed on",
            "h passed on",
        ],
    ],
    ["assignments in blocks", ["f(() => {", "a = b = 1;", "});", "{", "c ??= 1;", "}"], ["a changes", "b changes", "c changes"]],
    [
        "methods that read, and those that return elements",
        ["x.Count(); x.Contains(y); x.Select(z); x.ToArray(); x.Add(1); x.Length; x.First<int>();"],
        ["x read", "x read", "y passed on", "x elements", "z passed on", "x elements", "x passed on", "x.Length read", "x elements"],
    ],
    [
        "loops, joined texts and comparisons",
        ["foreach (var a in x) {", "}", 'string.Join(",", y);', 'String.Join(",", z);', 'f($"{v}{w.x}");', "for (in z) { }"],
        ["x elements", "y read", "z read", "v read", "z elements"],
    ],
    ["optional and namespaced members", ["f(a?.b, c::d, e!.g, ~h);"], ["a passed on", "c passed on", "e passed on", "h passed on"]],
    [
        "members that initializers set",
        ["class A {", "private int x, y;", "private int z;", "const int v = 1;", "void f() { g(new A { z = 1, v = 2 }); h(z: 1); }", "}"],
        ["*.z changes", "g passed on", "h passed on"],
    ],
    ["patterns and using", ["using (var x = f(y = 1)) {", "}", "if (a is { B: 1, C: D }) {", "}"], ["y changes", "a passed on"]],
];

function test(read: ReadLanguage, file: string, rows: Rows): void {
    for (const [title, lines, expected] of rows) {
        it(title, () => {
            const found = occurrenceNotations(read(file, lines.join("\n")));
            assert.deepEqual(
                found.filter(text => !OTHERS.test(text)),
                expected,
            );
        });
    }
}

describe("uses and changes of names in Java", () => test(readJava, "A.java", JAVA));

describe("uses and changes of names in C#", () => test(readCSharp, "A.cs", CSHARP));
