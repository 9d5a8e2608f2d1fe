import * as assert from "node:assert/strict";
import { describe, it } from "mocha";
import { readGo } from "../../../src/programs/languages/go";
import { bindingNotations, occurrenceNotations } from "../notation";

/** Declarations of a file, which start in line 2, and what they declare. */
const DECLARATIONS: readonly (readonly [source: string, expected: readonly string[]])[] = [
    ['import "acme.dev/auth"', ["auth in 1-2 = -"]],
    ['import x "acme.dev/auth"', ["x in 1-2 = -"]],
    ['import _ "acme.dev/auth"', []],
    ['import . "acme.dev/auth"', []],
    ['import ("acme.dev/a"; b "acme.dev/x")', ["a in 1-2 = -", "b in 1-2 = -"]],
    ['import "\\q"', []],
    ["func f() {}", ["f in 1-2 = -"]],
    ["func (t T) f() {}", ["t in 2-2 = -"]],
    ["func f(x, y A, z ...B) {}", ["f in 1-2 = -", "x in 2-2 = -", "y in 2-2 = -", "z in 2-2 = -"]],
    ["func f(a.A) (x *b.B, err error) {}", ["f in 1-2 = -", "x in 2-2 = -", "err in 2-2 = -"]],
    ["func f(x A) func(A) error {\n}", ["f in 1-3 = -", "x in 2-3 = -", "A in 2-3 = -"]],
    ["func f[T any](x T) {}", ["f in 1-2 = -", "T in 2-2 = -", "x in 2-2 = -"]],
    ["func f(x struct{ A string }) struct{ B string } {\nvar x A\n}", ["f in 1-4 = -", "x in 3-4 = -", "x in 2-4 = -", "B in 2-4 = -"]],
    ["func f() interface{} {\nvar x A\n}", ["f in 1-4 = -", "x in 3-4 = -"]],
    ["type T struct {\nA string\n}", ["T in 1-4 = -"]],
    ["type F func(x string)", ["F in 1-2 = -"]],
    ["type (A string; B func(x string))", ["A in 1-2 = -", "B in 1-2 = -"]],
    ['const x = "a"', ['x in 1-2 = "a"']],
    ['const x T = "a"', ['x in 1-2 = "a"']],
    ['const\nx = "a"', ['x in 1-3 = "a"']],
    ["const x, y = 1, 2", ["x in 1-2 = -", "y in 1-2 = -"]],
    ["const (\nx = 1\ny\n)", ["x in 1-5 = 1", "y in 1-5 = -"]],
    ["const _ = 1", []],
    ["var x = 1", ["x in 1-2 = -"]],
    ["var (\nx = 1\ny T\n)", ["x in 1-5 = -", "y in 1-5 = -"]],
];

/** Statements of a function, which start in line 3, and what they declare. Local names are known behind their declaration. */
const STATEMENTS: readonly (readonly [source: string, expected: readonly string[]])[] = [
    ["var x = 1", ["x in 3-4 = 1"]],
    ["var x string = y", ["x in 3-4 = y"]],
    ["var x T = y", ["x in 3-4 = -"]],
    ["var x a.T = y", ["x in 3-4 = -"]],
    ["var x []string = y", ["x in 3-4 = y"]],
    ["var x map[string]string = y", ["x in 3-4 = y"]],
    ["var x *T = y", ["x in 3-4 = y"]],
    ["var x string", ["x in 3-4 = -"]],
    ["var x, y string = a, b", ["x in 3-4 = -", "y in 3-4 = -"]],
    ["var x = a == b", ["x in 3-4 = ?"]],
    ["var x = f(y)", ["x in 3-4 = ?"]],
    ["type x string", ["x in 3-4 = -"]],
    ["x := y", ["x in 3-4 = y"]],
    ["x :=\ny", ["x in 3-5 = y"]],
    ["x := y +\nz", ["x in 3-5 = y + z"]],
    ["x := y.\nZ", ["x in 3-5 = y.Z"]],
    ["x := y // z\nz()", ["x in 3-5 = y"]],
    ["x := f()\n(y).g()", ["x in 3-5 = ?"]],
    ["x := []string{y}\n*z = 1", ["x in 3-5 = [y]"]],
    ["x := y[0]\n*z = 1", ["x in 3-5 = y.0"]],
    ["y++\nx := 1", ["x in 4-5 = 1"]],
    ["y--\nx := 1", ["x in 4-5 = 1"]],
    ["return\nx := 1", ["x in 4-5 = 1"]],
    ["f(); x := 1; g()", ["x in 3-4 = 1"]],
    ["x, y := a, b", ["x in 3-4 = -", "y in 3-4 = -"]],
    ["x, err := f()", ["x in 3-4 = ?", "err in 3-4 = -"]],
    ["x, ok := y.z", ["x in 3-4 = y.z", "ok in 3-4 = -"]],
    ["x, err := cognito.NewUserPool(ctx, a, b)", ["x in 3-4 = new UserPool(a, b, -)", "err in 3-4 = -"]],
    ["_, err := f()", ["err in 3-4 = -"]],
    ["x := 1\nx, y := f()", ["x in 3-5 = 1", "y in 4-5 = -"]],
    ["x := 1\n{\nx, y := f()\n}", ["x in 5-6 = ?", "y in 5-6 = -", "x in 3-7 = 1"]],
    ["{\nx := 1\n}\nf()", ["x in 4-5 = 1"]],
    ["label:\nx := 1", ["x in 4-5 = 1"]],
    ["label: x := 1", ["x in 3-4 = 1"]],
    ["x := func(y T) {\nz := 1\n}", ["z in 4-5 = 1", "x in 3-6 = ?", "y in 3-5 = -"]],
    ["go func() {\nx := 1\n}()", ["x in 4-5 = 1"]],
    ["f(func() {\nx := 1\n})", ["x in 4-5 = 1"]],
    ["x := T{\nA: func() {\ny := 1\n},\n}", ["y in 5-6 = 1", "x in 3-8 = ?"]],
    ["var x interface{ F() } = y", ["x in 3-4 = -"]],
    // Headers: the names are those of the blocks behind `else`, and, as it is simpler, of what follows.
    ["if x := y; x {\nz := 1\n}", ["x in 3-6 = -", "z in 4-5 = 1"]],
    ["if x(y) {\nz := 1\n}", ["z in 4-5 = 1"]],
    ["if a {\n} else if x := y; x {\nz := 1\n}", ["x in 4-7 = -", "z in 5-6 = 1"]],
    ["if a {\n} else {\nz := 1\n}", ["z in 5-6 = 1"]],
    ["if x, err := f(); err == nil {\n}\nx := 1", ["x in 3-6 = -", "err in 3-6 = -", "x in 5-6 = 1"]],
    ["for i, x := range y {\nz := 1\n}", ["i in 3-6 = -", "x in 3-6 = -", "z in 4-5 = 1"]],
    ["for i := 0; i < 3; i++ {\nz := 1\n}", ["i in 3-6 = -", "z in 4-5 = 1"]],
    ["for {\nz := 1\n}", ["z in 4-5 = 1"]],
    ["switch x := y.(type) {\ncase string:\nz := 1\ndefault:\nz := 2\n}", ["x in 3-9 = -", "z in 5-6 = 1", "z in 7-8 = 2"]],
    ["switch {\ncase a, b: x := 1; f(x)\ncase c: x := 2\n}", ["x in 4-5 = 1", "x in 5-6 = 2"]],
    ["select {\ncase x := <-y:\nz := 1\ndefault: z := 2\n}", ["x in 4-6 = -", "z in 5-6 = 1", "z in 6-7 = 2"]],
    // A brace in a header opens the block, unless it belongs to a type that starts with a bracket.
    ...[
        "if x[0] {",
        "if a[x[1]].b {",
        "if x[0] * y {",
        "if x() * y {",
        "if x[0] * y.z {",
        "for range x[1:] {",
        "for range x[y].z {",
        "for range []string{y} {",
        "for range []a.T{y} {",
        "for range []*T{y} {",
        "for range []*a.T{y} {",
        "for range [][]string{y} {",
        "for range []T[int]{y} {",
        "for range map[string]T{y: y} {",
        "for range map[string]*T{y: y} {",
        "for range map[string][]T{y: y} {",
        "for range []struct{ x int }{{1}} {",
        "for range []interface{}{y} {",
        "if a := []string{y}; f(a) {",
        "if a := []a.T{y}; f(a) {",
        "if a := []*a.T{y}; f(a) {",
        "if a := map[string]*T{y: y}; f(a) {",
        "if a := map[string]struct{}{y: y}; f(a) {",
        "if a := []interface{}{y}; f(a) {",
        "if a := []T[int]{y}; f(a) {",
        "if a := []a.T[int]{y}; f(a) {",
        "if a == (T{y}) {",
        "if a.(interface{ F() }) {",
        "if a := func() bool { return y }; a() {",
    ].map(header => [`${header}\nz := 1\n}`, [...(header.includes(":=") ? ["a in 3-6 = -"] : []), "z in 4-5 = 1"]] as const),
];

/** Statements of a function, and the changes and uses in them. */
const OCCURRENCES: readonly (readonly [source: string, expected: readonly string[]])[] = [
    ["x = 1", ["x changes"]],
    ["x += y", ["x changes", "y passed on"]],
    ["x++", ["x changes"]],
    ["x, y = y, x", ["x changes", "y changes", "y passed on", "x passed on"]],
    ["x.A = y", ["x.A changes", "y passed on"]],
    ["x[0] = y", ["x.0 changes", "y passed on"]],
    ["x[i] = y", ["x.* changes", "i passed on", "y passed on"]],
    ["*x = y", ["x.* changes", "y passed on"]],
    ["(x) = y", ["x changes", "y passed on"]],
    ["(*x).A = y", ["x passed on", "y passed on"]],
    ["f().A = y", ["f.* changes", "y passed on"]],
    ["x := y", ["y passed on"]],
    ["x, _ := y, z", ["y passed on", "z passed on"]],
    ["x := 1\nx, y := f()", ["x changes", "f passed on"]],
    ["for x = range y {\n}", ["x changes", "y elements"]],
    ["for i := 0; i < n; x++ {\n}", ["i passed on", "n passed on", "x changes"]],
    ["for ; ; x = 1 {\n}", ["x changes"]],
    ["switch {\ncase a:\nx = 1\n}", ["a passed on", "x changes"]],
    ["select {\ncase x = <-y:\n}", ["x changes", "y passed on"]],
    ["select {\ncase x, y.Z = <-y:\n}", ["x changes", "y.Z changes", "y passed on"]],
    ["if x[0] {\ny = 1\n}", ["x.0 passed on", "y changes"]],
    ["f(&x)", ["f passed on", "x changes"]],
    ["return &x.A", ["x.A changes"]],
    ["y := &x", ["x changes"]],
    ["f(&T{x})", ["f passed on", "T passed on", "x passed on"]],
    ["f(T{A: x, B: y})", ["f passed on", "T passed on", "x passed on", "y passed on"]],
    ["f(x[y:])", ["f passed on", "x passed on", "y passed on"]],
    // What only reads its arguments
    ["len(x)", ["len passed on", "x read"]],
    ["y.Z + len(x)", ["y.Z passed on", "len passed on", "x read"]],
    ["fmt.Println(y, x...)", ["fmt passed on", "y read", "x read"]],
    ["strings.Join(x.A, y)", ["strings passed on", "x.A read", "y read"]],
    ["a.strings.Join(x)", ["a.strings passed on", "x passed on"]],
    ["mylen(x)", ["mylen passed on", "x passed on"]],
    ["lens(x)", ["lens passed on", "x passed on"]],
    ["len(append(x, y))", ["len passed on", "append read", "x passed on", "y passed on"]],
    ["len([]T{x})", ["len passed on", "T read", "x passed on"]],
    ["y := x == nil", ["x read", "nil read"]],
    ["for range x {\n}", ["x elements"]],
];

describe("names in Go", () => {
    for (const [source, expected] of DECLARATIONS) {
        it(`declares those of ${JSON.stringify(source)}`, () =>
            assert.deepEqual(bindingNotations(readGo("main.go", `package main\n${source}`)), expected));
    }

    const readStatements = (source: string) => {
        const head = 'package main\nimport "github.com/pulumi/pulumi-aws/sdk/v7/go/aws/cognito"; func main() {';
        return readGo("main.go", `${head}\n${source}\n}`);
    };

    for (const [source, expected] of STATEMENTS) {
        it(`declares those of the statements ${JSON.stringify(source)}`, () => {
            const program = readStatements(source);
            assert.deepEqual(program.errors, []);
            const bindings = bindingNotations(program).filter(text => !/^(?:cognito|main) /.test(text));
            assert.deepEqual(bindings.sort(), [...expected].sort());
        });
    }

    for (const [source, expected] of OCCURRENCES) {
        it(`finds the changes and uses in ${JSON.stringify(source)}`, () =>
            assert.deepEqual(occurrenceNotations(readStatements(source)), expected));
    }
});
