import * as assert from "node:assert/strict";
import { describe, it } from "mocha";
import type { ReadLanguage } from "../../../src/programs/expression";
import { readCSharp } from "../../../src/programs/languages/csharp";
import { readJava } from "../../../src/programs/languages/java";
import { bindingNotations } from "../notation";

/** The lines of a program, and the names that it declares. */
type Rows = readonly (readonly [title: string, lines: readonly string[], expected: readonly string[]])[];

const JAVA: Rows = [
    ["variables, from their names to the end of the block", ["{", 'String x = "a";', "}"], ['x in 2-3 = "a"']],
    ["variables without a value", ["String x;"], ["x in 1-1 = -"]],
    ["variables of a qualified type", ['java.lang.String x = "a";'], ['x in 1-1 = "a"']],
    ["variables of a type that may convert the value", ['Duration x = "a";', "double y = 1;"], ["x in 1-2 = -", "y in 2-2 = -"]],
    [
        "several variables",
        ['String x = "a", y = "b", z;', "int i, j = 1;"],
        ["x in 1-2 = -", "y in 1-2 = -", "z in 1-2 = -", "i in 2-2 = -", "j in 1-2 = -"],
    ],
    ["arrays", ['String[] x = {"a"};', "String[][] y = {};", 'String z[] = {"a"};'], ['x in 1-3 = ["a"]', "y in 2-3 = []", "z in 3-3 = -"]],
    ["annotated variables", ['@Deprecated final String x = "a";', '@a.Foo(b = 1) String y = "b";'], ['x in 1-2 = "a"', 'y in 2-2 = "b"']],
    [
        "variables of a generic type",
        ['List<String> x = List.of("a");', "Map<String, List<String>> y = Map.of();", 'Optional<String> z = "a";'],
        ['x in 1-3 = ["a"]', "y in 2-3 = arguments{}", "z in 3-3 = -"],
    ],
    ["no declarations in expressions", ["return x;", "x.y = 1;", "f(x);", "throw x;", "new X();", 'x = "a";'], []],
    [
        "methods and their parameters",
        ["<T> void f(String x, List<String> y, String... z) throws E, F {", "}"],
        ["f in 1-2 = -", "x in 1-2 = -", "y in 1-2 = -", "z in 1-2 = -"],
    ],
    [
        "parameters of lambdas",
        ["f(x -> {", "});", "f((x, y) -> {", "});", "f((String x, int y) -> x);"],
        ["x in 1-2 = -", "x in 3-4 = -", "y in 3-4 = -", "x in 1-5 = -", "y in 1-5 = -"],
    ],
    [
        "loop variables, which conditions may use behind the block",
        ["{", "for (String x : xs) {", "}", "}"],
        ["x in 2-3 = -", "x in 1-4 = -"],
    ],
    [
        "variables of catch and try",
        ["try (var x = f()) {", "} catch (E | F e) {", "}"],
        ["x in 1-2 = -", "x in 1-3 = -", "e in 2-3 = -", "e in 1-3 = -"],
    ],
    ["variables of patterns", ["{", "if (x instanceof String y) {", "}", "}"], ["y in 2-3 = -", "y in 1-4 = -"]],
    [
        "parameters of methods, but not behind them",
        ["class A {", "void f(int x) {", "}", "}"],
        ["x in 2-3 = -", "this.f in 1-4 = -", "f in 1-4 = this.f", "A in 1-4 = -"],
    ],
    [
        "cases",
        ["switch (x) {", "case 1: {", "int y = 1;", "}", "case E.A -> {", "int z = 1;", "}", "default: int v = 1;", "}"],
        ["y in 3-4 = 1", "z in 6-7 = 1", "v in 8-9 = 1"],
    ],
    ["variables that a switch sets", ["var x = switch (y) {", "default -> 1;", "};", "int z = 1;"], ["x in 1-4 = ?", "z in 4-4 = 1"]],
    [
        "blocks behind else and labels",
        ["if (a) f(); else {", "int x = 1;", "}", "if (a) for (;;) {", "int y = 1;", "}", "int z = 1;"],
        ["x in 2-3 = 1", "y in 5-6 = 1", "z in 7-7 = 1"],
    ],
    [
        "methods named like keywords of C#",
        ["class A {", "void lock() {", "}", "private int x = 1;", "}"],
        ["this.lock in 1-5 = -", "lock in 1-5 = this.lock", "this.x in 1-5 = 1", "x in 1-5 = this.x", "A in 1-5 = -"],
    ],
    [
        "types in types",
        ["class A extends B {", "interface C {", "}", "enum D implements E { F(1), G }", "record R(int x) {", "}", "}"],
        ["x in 5-6 = -", "A in 1-7 = -", "C in 1-7 = -", "D in 1-7 = -", "R in 1-7 = -"],
    ],
    ["types of a type, up to its end", ["class A {", "class B { }", "}", "int x;"], ["x in 4-4 = -", "A in 1-4 = -", "B in 1-3 = -"]],
    [
        "methods that throw exceptions",
        ["class A {", "void f() throws E, F { }", "}"],
        ["this.f in 1-3 = -", "f in 1-3 = this.f", "A in 1-3 = -"],
    ],
    [
        "anonymous classes",
        ["var x = new A(y) {", "int z = 1;", "};", "var a = new b.C<D>(y) {", "final int v = 1;", "};"],
        ["x in 1-6 = ?", "a in 4-6 = ?", "this.z in 1-3 = -", "z in 1-3 = this.z", "this.v in 4-6 = 1", "v in 4-6 = this.v"],
    ],
    [
        "initializers of types",
        ["class A {", "static {", "int x = 1;", "}", "{", "int y = 1;", "}", "}"],
        ["x in 3-4 = 1", "y in 6-7 = 1", "A in 1-8 = -"],
    ],
    [
        "imports",
        ["import com.acme.Shared;", "import com.acme.*;", "import java.util.List;", "import static com.acme.Shared.X;"],
        ["Shared in 1-4 = import(com.acme).Shared"],
    ],
];

const CSHARP: Rows = [
    [
        "nullable variables and arrays",
        ['string? x = "a";', 'string[]? y = ["a"];', "int?[] v = { 1 };"],
        ['x in 1-3 = "a"', 'y in 2-3 = ["a"]', "v in 3-3 = [1]"],
    ],
    ["variables of a qualified type", ["System.String x;", 'Pulumi.Input<string> z = "a";'], ["x in 1-2 = -", 'z in 2-2 = "a"']],
    ["variables under a directive", ["#if DEBUG", 'var x = "a";', "#endif", 'var y = "b";'], ["x in 2-4 = -", 'y in 4-4 = "b"']],
    [
        "disposed variables",
        ["using var x = f();", "await using var y = f();", "using Foo z = f(), v = g();", "using (var w = f()) {", "}"],
        ["x in 1-5 = ?", "z in 3-5 = -", "v in 1-5 = -", "y in 1-5 = -", "w in 4-5 = -", "w in 1-5 = -"],
    ],
    [
        "tuples",
        ["var (a, (b, c)) = f();", "(string d, var e) = f();", "foreach (var (g, h) in x) {", "}"],
        [
            "a in 1-4 = -",
            "b in 1-4 = -",
            "c in 1-4 = -",
            "d in 1-4 = -",
            "e in 1-4 = -",
            "g in 3-4 = -",
            "g in 1-4 = -",
            "h in 3-4 = -",
            "h in 1-4 = -",
        ],
    ],
    [
        "variables of patterns",
        ["f(x is string a, x is { Y: 1 } b, x is A.B<C> { Y: 1 } c, x is not D[] d);", "var y = x is (0, 1) e && x is E(0) g and F { } h;"],
        ["y in 2-2 = -", "a in 1-2 = -", "b in 1-2 = -", "c in 1-2 = -", "d in 1-2 = -", "e in 1-2 = -", "g in 1-2 = -", "h in 1-2 = -"],
    ],
    [
        "variables of patterns behind case",
        ["switch (x) {", "case { Y: 1 } a:", "case A { Y: 1 } b when c:", "default:", "int d = 1;", "break;", "}"],
        ["d in 5-7 = 1", "a in 1-7 = -", "b in 1-7 = -"],
    ],
    [
        "initializers without variables",
        ["f(new() { X = 1 }, new A { Y = 1 }, new[] { x });", "A b = new() { X = 1 };", "A c = new A(1) { X = 1 };"],
        ["b in 2-3 = -", "c in 3-3 = -"],
    ],
    [
        "parameters of functions",
        ["void f(string? x, params string[] y, [A] string z, string? v = null) {", "}", "int g(int w) => w;"],
        ["f in 1-3 = -", "g in 3-3 = -", "x in 1-2 = -", "y in 1-2 = -", "z in 1-2 = -", "w in 1-3 = -"],
    ],
    [
        "parameters of lambdas",
        ["f(x => {", "}, (y, z) => {", "}, async (string v) => {", "}, static w => w);"],
        ["x in 1-2 = -", "y in 2-3 = -", "z in 2-3 = -", "v in 3-4 = -", "w in 1-4 = -"],
    ],
    ["no parameters of calls", ["f((x, y), z);", "f(x ? y : z);", "f(x ? y = 1 : z);", "f(x[0], (a) + b);"], []],
    ["parameters of out", ["f(out var x, out string y, out z);"], ["x in 1-1 = -", "y in 1-1 = -"]],
    [
        "loop variables",
        ["{", "foreach (string? x in y) {", "}", "for (int i = 0, j = 1; ; ) {", "}", "}"],
        ["x in 2-3 = -", "x in 1-6 = -", "i in 4-5 = -", "i in 1-6 = -"],
    ],
    [
        "variables of queries",
        ["var q = from a in b let c = a join d in e on c equals d into g select h;"],
        ["q in 1-1 = ?", "a in 1-1 = -", "c in 1-1 = -", "d in 1-1 = -", "g in 1-1 = -"],
    ],
    [
        "properties",
        [
            "class A {",
            "string a { get; }",
            'string b { get; } = "a";',
            "string c { get; private set; }",
            'string d => "a";',
            "public string e { get; init; }",
            "}",
        ],
        [
            "this.a in 1-7 = -",
            "a in 1-7 = this.a",
            "this.b in 1-7 = -",
            "b in 1-7 = this.b",
            "this.c in 1-7 = -",
            "c in 1-7 = this.c",
            "this.d in 1-7 = -",
            "d in 1-7 = this.d",
            "this.e in 1-7 = -",
            "e in 1-7 = this.e",
            "A in 1-7 = -",
        ],
    ],
    [
        "properties that the constructor sets",
        [
            "class A {",
            "public string a { get; }",
            'public string b { get; } = "a";',
            "public string c { get; set; }",
            'A() { a = "b"; b = "b"; c = "b"; }',
            "}",
        ],
        [
            'this.a in 1-6 = "b"',
            "a in 1-6 = this.a",
            "this.b in 1-6 = -",
            "b in 1-6 = this.b",
            "this.c in 1-6 = -",
            "c in 1-6 = this.c",
            "A in 1-6 = -",
        ],
    ],
    [
        "accessors with a body",
        ["class A {", "string X {", "get { var a = 1; }", "}", "int this[int b] {", "get { var c = 1; }", "}", "}"],
        ["a in 3-3 = 1", "c in 6-6 = 1", "b in 5-7 = -", "this.X in 1-8 = -", "X in 1-8 = this.X", "A in 1-8 = -"],
    ],
    [
        "generic types with a constructor",
        ["class A<T> where T : B, new() {", 'public string x = "a";', "T f<U>() where U : new() {", "var y = 1;", "}", "}"],
        ["y in 4-5 = 1", "this.x in 1-6 = -", "x in 1-6 = this.x", "this.f in 1-6 = -", "f in 1-6 = this.f", "A in 1-6 = -"],
    ],
    [
        "methods with a constraint",
        ["class A {", "void f<T>(int x) where T : class {", "}", "}"],
        ["x in 2-3 = -", "this.f in 1-4 = -", "f in 1-4 = this.f", "A in 1-4 = -"],
    ],
    [
        "records and structs",
        ["record struct A(int X) { }", "public readonly struct B { }", "class C { }", "record D(int Y);"],
        ["D in 4-4 = -", "X in 1-1 = -", "Y in 1-4 = -", "A in 1-4 = -", "B in 1-4 = -", "C in 1-4 = -"],
    ],
    [
        "attributes",
        ["class A {", '[Output("x")] [B] private string x = "a";', "[C] D.E y;", "[F] A() { }", "}"],
        ['this.x in 1-5 = "a"', "x in 1-5 = this.x", "this.y in 1-5 = -", "y in 1-5 = this.y", "A in 1-5 = -"],
    ],
    [
        "directives",
        ["using System;", "using A = B.C;", "using static D.E;", "global using F;", "namespace G.H;", "extern alias i;"],
        ["i in 6-6 = -"],
    ],
    ["namespaces", ["namespace A.B {", "class C {", "}", "}"], ["C in 1-4 = -"]],
];

function test(read: ReadLanguage, file: string, rows: Rows): void {
    for (const [title, lines, expected] of rows) {
        it(title, () => assert.deepEqual(bindingNotations(read(file, lines.join("\n"))), expected));
    }
}

describe("declarations of Java", () => test(readJava, "A.java", JAVA));

describe("declarations of C#", () => test(readCSharp, "A.cs", CSHARP));
