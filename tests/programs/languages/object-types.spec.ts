import * as assert from "node:assert/strict";
import { describe, it } from "mocha";
import type { Program, ReadLanguage } from "../../../src/programs/expression";
import { readCSharp } from "../../../src/programs/languages/csharp";
import { readJava } from "../../../src/programs/languages/java";

/** The lines of a program, and what it imports, constructs, refers to in another way and exports. */
type Rows = readonly (readonly [lines: readonly string[], expected: readonly string[]])[];

const JAVA: Rows = [
    [["package com.acme.app;", "class A { }"], ["package com.acme.app"]],
    [["package app;", "f(); package b;"], ["package b"]],
    [["class A { }", "package app;"], ["package app"]],
    [["f(package, import x.Y);"], []],
    [["import com.pulumi.aws.cognito.UserPoolClient;", 'new UserPoolClient("web");'], ["constructs UserPoolClient"]],
    [["import com.pulumi.aws.cognito.*;", 'new UserPoolClient("web");'], ["constructs UserPoolClient"]],
    [["import com.pulumi.aws.cognito.UserPool;", 'new UserPoolClient("web");'], []],
    [["import com.pulumi.aws.cognito;", 'new cognito.UserPoolClient("web");'], []],
    [["import static com.pulumi.aws.cognito.UserPoolClient.*;", 'new UserPoolClient("web");'], []],
    [["import com.pulumi.aws.*;", 'new cognito.UserPoolClient("web");'], []],
    [
        [
            "import com.acme.a.B; import com.acme.c.*; import java.util.List; import javax.d.E; import jakarta.f.G; import com.pulumi.aws.H; import javay.I; import com.pulumiq.J;",
        ],
        ["uses com.acme.a", "uses com.acme.c", "uses javay", "uses com.pulumiq"],
    ],
    [["import static com.acme.A.B;"], []],
    [
        ["import com.acme.*;", "class UserPoolClient { }", "import com.pulumi.aws.cognito.UserPoolClient;", 'new UserPoolClient("web");'],
        ["uses com.acme"],
    ],
    [["import com.acmexx.aws.cognito.UserPoolClient;", 'new UserPoolClient("web");'], ["uses com.acmexx.aws.cognito"]],
    [
        ["import com.pulumi.awsnative.cognito.UserPoolClient;", 'new UserPoolClient("web");'],
        ["does not cover aws-native:cognito:UserPoolClient"],
    ],
    [["import com.pulumi.aws.cognito.inputs.UserPoolClient;", 'new UserPoolClient("web");'], []],
    [["import com.pulumi.x.aws.cognito.UserPoolClient;", 'new UserPoolClient("web");'], []],
    [
        [
            "class A extends com.pulumi.aws.cognito.UserPoolClient { }",
            "class B extends C { }",
            "f(com.pulumi.aws.cognito.UserPool::new, D::new, com.pulumi.aws.cognito.UserPool::get);",
        ],
        ["refers to com.pulumi.aws.cognito.UserPoolClient", "refers to com.pulumi.aws.cognito.UserPool"],
    ],
    [
        [
            "class A {",
            'static final String X = "a"; final String Y = "b"; static String Z = "c";',
            "class B { static final int V = 1; static final Duration W = f(); }",
            "}",
            "enum C { D }",
        ],
        ["exports A.X", "exports B.V"],
    ],
    [["var x = new A() { static final int Y = 1; };"], []],
    [["class A { static class B { static final int X = 1; } }", "class C { static class B { static final int X = 2; } }"], []],
    [["import com.pulumi.aws.cognito.UserPoolClient", 'new UserPoolClient("web");'], ["constructs UserPoolClient"]],
];

const CSHARP: Rows = [
    [["using Pulumi.Aws.Cognito;", 'new UserPoolClient("web");', "f("], []],
    [["using Pulumi.Aws.Cognito;", 'new UserPoolClient("web");', "{".repeat(101) + "}".repeat(101)], []],
    [["namespace Acme.App;", "class A { }"], ["package Acme.App"]],
    [["namespace A { namespace B { } }", "namespace C { }"], ["package A"]],
    [["[assembly: X]", "namespace A;"], ["package A"]],
    [["f(namespace, using);"], []],
    [
        ['extern alias B; namespace A { using Pulumi.Aws.Cognito; class C { void F() { new UserPoolClient("web"); } } }'],
        ["package A", "constructs UserPoolClient"],
    ],
    [["using Pulumi.Aws.Cognito;", 'new UserPoolClient("web");'], ["constructs UserPoolClient"]],
    [["global using Pulumi.Aws.Cognito;", 'new UserPoolClient("web");'], ["constructs UserPoolClient"]],
    [["using Aws = Pulumi.Aws;", 'new Aws.Cognito.UserPoolClient("web");'], ["constructs UserPoolClient"]],
    [["using UserPoolClient = Acme.Client;", "using Pulumi.Aws.Cognito;", 'new UserPoolClient("web");'], []],
    [["using C = global::Pulumi.Aws.Cognito;", 'new C.UserPoolClient("web");'], ["constructs UserPoolClient"]],
    [["using global::Pulumi.Aws.Cognito;", 'new UserPoolClient("web");'], ["constructs UserPoolClient"]],
    [["using static Pulumi.Aws.Cognito;", 'new UserPoolClient("web");'], []],
    [["using Pulumi.Aws.Cognito", 'new UserPoolClient("web");'], []],
    [["using (Pulumi.Aws.Cognito) { }", 'new UserPoolClient("web");'], []],
    [["f(); using Pulumi.Aws.Cognito;", 'new UserPoolClient("web");'], ["constructs UserPoolClient"]],
    [["using Pulumi.Aws;", 'new Cognito.UserPoolClient("web");'], ["constructs UserPoolClient"]],
    [['new Aws.Cognito.UserPoolClient("web");'], ["constructs UserPoolClient"]],
    [['new Pulumi.Aws.Cognito.UserPoolClient("web");'], ["constructs UserPoolClient"]],
    [["using Pulumi.Aws.Cognito;", "class UserPoolClient { }", 'new UserPoolClient("web");'], []],
    [["using Acmeco.Aws.Cognito;", 'new UserPoolClient("web");'], ["uses Acmeco.Aws.Cognito"]],
    [["using Pulumi.AwsNative.Cognito;", 'new UserPoolClient("web");'], ["does not cover aws-native:cognito:UserPoolClient"]],
    [["using Pulumi.X.Aws.Cognito;", 'new UserPoolClient("web");'], []],
    [["using Pulumi.Aws.Cognito.X;", 'new UserPoolClient("web");'], []],
    [
        [
            "using Acme; using Acme.B; using System; using System.C; using Systems; using Microsoft.D; using Pulumi.Aws; using PulumiX; using E = F.G; using static H;",
        ],
        ["uses Acme", "uses Acme.B", "uses Systems", "uses PulumiX"],
    ],
    [
        [
            "using Pulumi.Aws.Cognito;",
            "class A : UserPoolClient { } class B : UserPool, IC { } class D<T> : UserPool where T : E { } class F : G { } record H : UserPool { }",
            "class I(string x) : UserPoolDomain(x) { }",
            "List<UserPool> y; f(a ? b : UserPool.c);",
            "class J : UserPool.K { }",
            "class L : A.UserPool { }",
        ],
        ["refers to UserPoolClient", "refers to UserPool"],
    ],
    [
        [
            "class A {",
            'public const string X = "a"; public string Y = "b"; public static readonly string Z = "c"; public static string V = "d"; readonly string U = "e";',
            "class B { const int V = 1; }",
            "}",
        ],
        ["exports A.X", "exports A.Z", "exports B.V"],
    ],
];

function summaryOf(program: Program): string[] {
    const { constructions, notCovered, notRead, externals, exports, text } = program;
    return [
        ...(program.package ? [`package ${program.package}`] : []),
        ...externals.map(external => `uses ${external}`),
        ...constructions.map(({ type }) => `constructs ${type.slice(type.lastIndexOf(":") + 1)}`),
        ...notCovered.map(({ type }) => `does not cover ${type}`),
        ...notRead.map(({ start, end }) => `refers to ${text.slice(start, end)}`),
        ...[...exports.keys()].map(name => `exports ${name}`),
    ];
}

function test(read: ReadLanguage, file: string, rows: Rows): void {
    for (const [lines, expected] of rows) {
        it(`reads ${lines.join(" ")}`, () => assert.deepEqual(summaryOf(read(file, lines.join("\n"))), expected));
    }
}

describe("classes and packages of Java", () => test(readJava, "A.java", JAVA));

describe("classes and namespaces of C#", () => test(readCSharp, "A.cs", CSHARP));
