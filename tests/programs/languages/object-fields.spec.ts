import * as assert from "node:assert/strict";
import { describe, it } from "mocha";
import type { ReadLanguage } from "../../../src/programs/expression";
import { readCSharp } from "../../../src/programs/languages/csharp";
import { readJava } from "../../../src/programs/languages/java";
import { notation } from "../notation";

/** The lines of a program, and the values of its fields. */
type Rows = readonly (readonly [title: string, lines: readonly string[], expected: readonly string[]])[];

const JAVA: Rows = [
    [
        "fields that only this file sets",
        [
            "class A {",
            'private String a = "a";',
            'final String b = "a";',
            'String c = "a";',
            'protected String d = "a";',
            'private String e = "a", f = "a";',
            'private Url g = "a";',
            "}",
        ],
        ['a = "a"', 'b = "a"', "c = -", "d = -", "e = -", "g = -"],
    ],
    ["constants of interfaces", ["interface A {", 'String X = "a";', "}"], ['X = "a"']],
    [
        "fields that other files can change in place",
        [
            "class A {",
            'final String[] a = {"a"};',
            'private String[] b = {"a"};',
            'final List<String> c = List.of("a");',
            'final List<String> d = Arrays.asList("a");',
            "final Map<String, String> e = new HashMap<>();",
            "private Map<String, String> f = new HashMap<>();",
            "final String[] g;",
            'A() { g = new String[] {"a"}; }',
            "}",
        ],
        ["a = -", 'b = ["a"]', 'c = ["a"]', "d = -", "e = -", "f = ?", "g = -"],
    ],
    [
        "fields that a constructor sets",
        [
            "class A {",
            "final String a;",
            "private String b;",
            "final String c, d;",
            "final String e;",
            'A() throws E { a = "a"; this.b = "b"; d = "d"; if (f) { e = "e"; } }',
            "}",
        ],
        ['a = "a"', 'b = "b" conditional', "c = -", 'e = "e" conditional'],
    ],
    [
        "fields that an initializer sets",
        ["class A {", "static final String a;", 'static { a = "a"; }', "final String b;", '{ b = "b"; }', "}"],
        ['a = "a"', 'b = "b"'],
    ],
    [
        "fields that are set more than once",
        ["class A {", 'private String a = "a";', "private final String b;", 'A() { b = "b"; a = "b"; }', 'A(int c) { b = "c"; }', "}"],
        ["a = -", "b = -"],
    ],
    [
        "fields that a method or lambda sets",
        ["class A {", "private String a;", 'void f() { a = "a"; }', "private String b;", 'A() { f(() -> { b = "b"; }); }', "}"],
        ['a = "a" conditional', "f = -", 'b = "b" conditional'],
    ],
    ["fields and methods of one name", ["class A {", 'final String a = "a";', "void a() { }", "}"], ["a = -"]],
];

const CSHARP: Rows = [
    ["private properties", ["class A {", 'string a { get; set; } = "a";', 'void f() { a = "b"; }', "}"], ["a = -", "f = -"]],
    [
        "fields that only this file sets",
        [
            "class A {",
            'string a = "a";',
            'private string b = "a";',
            'public string c = "a";',
            'internal string d = "a";',
            'protected string e = "a";',
            'private protected string f = "a";',
            'public readonly string g = "a";',
            'public const string h = "a";',
            "}",
        ],
        ['a = "a"', 'b = "a"', "c = -", "d = -", "e = -", "f = -", 'g = "a"', 'h = "a"'],
    ],
    [
        "fields of partial types",
        ["partial class A {", 'private string a = "a";', 'readonly string b = "a";', 'const string c = "a";', "}"],
        ["a = -", "b = -", 'c = "a"'],
    ],
    [
        "members of derived types",
        [
            "abstract class A {",
            "public abstract string a { get; }",
            "public virtual string b { get; }",
            "public override string c { get; }",
            "public string d { get; }",
            'A() { a = "a"; b = "b"; c = "c"; d = "d"; }',
            "}",
        ],
        ["a = -", "b = -", "c = -", 'd = "d"'],
    ],
    [
        "fields that other files can change in place",
        [
            "class A {",
            'public readonly string[] a = ["a"];',
            "public readonly UserPoolClientArgs b = new() { };",
            "public readonly Pulumi.Aws.Cognito.UserPoolClientArgs c = new() { };",
            "readonly UserPoolClientArgs d = new Pulumi.Aws.Cognito.UserPoolClientArgs { };",
            "}",
        ],
        ["a = -", "b = -", "c = -", "d = {}"],
    ],
    [
        "resources in fields",
        ["class A {", 'public readonly Pulumi.Aws.Cognito.UserPool a = new Pulumi.Aws.Cognito.UserPool("a");', "}"],
        ['a = new UserPool("a", -, -)'],
    ],
    [
        "fields under a directive",
        [
            "class A {",
            "#if DEBUG",
            'private string a = "a";',
            "#endif",
            "private readonly string b;",
            "A() {",
            "#if DEBUG",
            'b = "b";',
            "#endif",
            "}",
            "}",
        ],
        ["a = -", "b = -"],
    ],
];

function test(read: ReadLanguage, file: string, rows: Rows): void {
    for (const [title, lines, expected] of rows) {
        it(title, () => {
            const fields = read(file, lines.join("\n")).bindings.filter(({ name }) => name.startsWith("this."));
            const values = fields.map(({ name, value, isConditional }) => {
                return `${name.slice("this.".length)} = ${notation(value)}${isConditional ? " conditional" : ""}`;
            });
            assert.deepEqual(values, expected);
        });
    }
}

describe("fields of Java", () => test(readJava, "A.java", JAVA));

describe("fields of C#", () => test(readCSharp, "A.cs", CSHARP));
