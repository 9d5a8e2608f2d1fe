import * as assert from "node:assert/strict";
import { describe, it } from "mocha";
import { readJava } from "../../../src/programs/languages/java";
import { constructionNotations } from "../notation";
import { lastValue, nested } from "./read-expression";

/** Expressions, and how they are read. `unknown arguments`: those of the whole resource. */
type Rows = readonly (readonly [expression: string, expected: string])[];

const IMPORTS = [
    "import com.pulumi.aws.cognito.*;",
    "import com.pulumi.aws.cognito.inputs.*;",
    "import com.pulumi.core.Output;",
    "import com.pulumi.core.Either;",
    "import com.pulumi.resources.CustomResourceOptions;",
    "",
].join("\n");

/** Values of a property that is no list. */
const VALUES: Rows = [
    ['"a"', '"a"'],
    ["null", "null"],
    ["(a)", "a"],
    ["a", "a"],
    ["a.b()", "a.b"],
    ["a.b.c()", "a.b.c"],
    ["this.a", "this.a"],
    ["a[0]", "?"],
    ["a[0].b", "?"],
    ["a.b(c)", "?"],
    ["a.<B>c()", "?"],
    ["a + b", "a + b"],
    ["a::b", "?"],
    ["Output.of(a)", "output(a)"],
    ["Output.<String>of(a)", "output(a)"],
    ["com.pulumi.core.Output.of(a)", "output(a)"],
    ["com.acme.Output.of(a)", "?"],
    ["Output.of(a, b)", "?"],
    ["Output.of(a).b()", "?"],
    ["Output.of(a).applyValue(b)", "?"],
    ["Output.ofSecret(a)", "secret(a)"],
    ["Either.ofLeft(a)", "wrap(a)"],
    ["Either.ofRight(a)", "wrap(a)"],
    ["Output.ofNullable(a)", "?"],
    ['Map.of("a", b, "c", d)', "arguments{a: b, c: d}"],
    ["Map.of(a, b)", "arguments{?: ?}"],
    ['Map.of("a")', "unknown arguments"],
    ["java.util.Map.of()", "arguments{}"],
    ['com.acme.Map.of("a", b)', "?"],
    ['Map.<String, String>of("a", b)', "arguments{a: b}"],
    ['AArgs.builder().b("c").build()', 'calls{b: "c"}'],
    ["AArgs.builder().build()", "calls{}"],
    ["AArgs.builder().a(b).a(c).build()", "calls{a: b, a: c}"],
    ["com.pulumi.aws.cognito.inputs.AArgs.builder().a(b).build()", "calls{a: b}"],
    ["com.acme.AArgs.builder().a(b).build()", "?"],
    ["A.builder().b(c).build()", "?"],
    ["builder().b(c).build()", "?"],
    ["AArgsB.builder().b(c).build()", "?"],
    ["AArgs.builder(a).b(c).build()", "calls{...a, b: c}"],
    ["AArgs.builder(a, b).c(d).build()", "?"],
    ["AArgs.builder().a(b)", "unknown arguments"],
    ["AArgs.builder().a(b).build(c)", "unknown arguments"],
    ["AArgs.builder().a(b).build().c", "unknown arguments"],
    ["AArgs.builder().a(b).build().c(d)", "unknown arguments"],
    ["AArgs.builder().a().build()", "calls{a: ?}"],
    ["AArgs.builder().a.b(c).build()", "unknown arguments"],
    ["AArgs.builder().a(b,).build()", "unknown arguments"],
    ["AArgs.builder().a[0].build()", "unknown arguments"],
    ['new @A String[] { "b" }', "unknown arguments"],
    ["new A()", "?"],
    ["new A() { }", "?"],
    ['new A("b") + "c"', '? + "c"'],
    ['switch (a) { default -> "b"; }', "?"],
    ['(String) "a"', "?"],
    ["a ? b : c", "?"],
    ["a instanceof B", "?"],
];

/** Values of a property that is a list. */
const LISTS: Rows = [
    ["", "arguments[]"],
    ['"a"', 'arguments["a"]'],
    ['"a", b', 'arguments["a", b]'],
    ["a", "?"],
    ["f()", "?"],
    ["Output.of(a)", "?"],
    ['Output.of("a")', 'arguments[output("a")]'],
    ['Output.of(List.of("a"))', 'output(["a"])'],
    ['List.of("a")', '["a"]'],
    ["List.of()", "[]"],
    ["List.of(a)", "[...?]"],
    ["List.of(a, b)", "[a, b]"],
    ['List.of("a", f())', '["a", ?]'],
    ['List.<String>of("a")', '["a"]'],
    ['java.util.List.of("a")', '["a"]'],
    ['com.acme.List.of("a")', "?"],
    ['List.of("a").b', "?"],
    ['List.copyOf("a", "b")', "?"],
    ['Arrays.asList("a")', '["a"]'],
    ["Arrays.asList(a)", "[...?]"],
    ["Collections.singletonList(a)", "[a]"],
    ['Set.of("a")', "?"],
    ['new String[] { "a", b }', '["a", b]'],
    ["new String[] {}", "[]"],
    ['new java.lang.String[] { "a" }', '["a"]'],
    ["new String[1]", "?"],
    ['new String[1] { "a" }', "?"],
    ['new String[] { "a" }.length', "?"],
    ["new String[][] { a }", "?"],
    ['new String { "a" }', "?"],
    ['"a" + b', 'arguments["a" + b]'],
    ["AArgs.builder().build()", "arguments[calls{}]"],
    ["a + b", "arguments[a + b]"],
];

/** Statements, and the constructions in them. */
const CONSTRUCTIONS: readonly (readonly [source: string, expected: readonly string[]])[] = [
    ['new UserPoolClient("web");', ['new UserPoolClient("web", -, -)']],
    [
        'new UserPoolClient("web", UserPoolClientArgs.builder().name("a").build(), CustomResourceOptions.builder().parent(this).build());',
        ['new UserPoolClient("web", calls{name: "a"}, calls{parent: this})'],
    ],
    ['new UserPoolClient("web", null, a);', ['new UserPoolClient("web", null, a)']],
    ['new UserPoolClient("web", a, b, new UserPool("c"));', ['new UserPoolClient("web", a, b)', 'new UserPool("c", -, -)']],
    ['new UserPoolClient("web", UserPoolClientArgs.builder().name("a").build(),);', ["new UserPoolClient(-, ?, ?)"]],
    ['new UserPoolClient("web" UserPoolClientArgs.builder().name("a").build());', ["new UserPoolClient(-, ?, ?)"]],
    ["new UserPoolClient();", ["new UserPoolClient(-, -, -)"]],
    ["new UserPoolClient;", []],
    ["new UserPoolClient[] { };", []],
    ['new UserPoolClient("web", UserPoolClientArgs.Empty);', ['new UserPoolClient("web", -, -)']],
    ['new UserPoolClient("web", A.EMPTY);', ['new UserPoolClient("web", -, -)']],
    ['new UserPoolClient("web", Empty.a);', ['new UserPoolClient("web", Empty.a, -)']],
    ['new UserPoolClient("web", a.Emptys);', ['new UserPoolClient("web", a.Emptys, -)']],
    ['new UserPoolClient("web", a.NotEmpty);', ['new UserPoolClient("web", a.NotEmpty, -)']],
    ['new UserPoolClient("web", f().Empty);', ['new UserPoolClient("web", ?, -)']],
    ['new UserPoolClient("web", "a" + a.Empty);', ['new UserPoolClient("web", "a" + a.Empty, -)']],
    ["new UserPoolClient(name(), f(a));", ["new UserPoolClient(?, ?, -)"]],
    ['f(new UserPool("a"), x -> new UserPoolClient("b"));', ['new UserPool("a", -, -)', 'new UserPoolClient("b", -, -)']],
    ['new UserPoolClient("web", new UserPool("a"));', ['new UserPoolClient("web", new UserPool("a", -, -), -)', 'new UserPool("a", -, -)']],
    ['new UserPoolClient("web", new UserPool("a").id());', ['new UserPoolClient("web", ?, -)', 'new UserPool("a", -, -)']],
    ["UserPoolClient(a);", []],
    ["return UserPoolClient(a);", []],
    ['var c = new UserPoolClient("a"), d = new UserPoolClient("b");', ['new UserPoolClient("a", -, -)', 'new UserPoolClient("b", -, -)']],
];

/** Declarations of a variable, and how `callbackUrls(x)` is read behind them: a text is an element, and a list is all elements. */
const VARIABLES: Rows = [
    ['String x = "a";', "arguments[x]"],
    ['var x = List.of("a");', "x"],
    ['var x = Arrays.asList("a");', "x"],
    ['String[] x = {"a"};', "x"],
    ['var x = new String[] {"a"};', "x"],
    ["var x = f();", "?"],
    ["var x = y;", "?"],
    ['String x = "a"; x = "b";', "?"],
];

/** Programs, and how `x` is read in the last client: with `*` if a class may inherit another one. */
const NESTED_CLASSES: readonly (readonly [before: string, after: string, expected: string])[] = [
    ["class A { class B extends C { void f() { String x = y;", "} } }", "x"],
    ["class A { class B extends C { String x; void f() {", "} } }", "this.x"],
    ["class A { class B { void f() {", "} } }", "x"],
    ["class A { class B implements C { void f() {", "} } }", "*.x"],
    ["class A extends B { void f() {", "} }", "x"],
    ["class A { String x; class B { void f() {", "} } }", "x"],
    ["void f() { String x = y; new B() { void g() {", "} }; }", "*.x"],
    ["void f() throws E { new B() { void g() {", "} }; }", "*.x"],
    ["f(() -> { new B() { void g() {", "} }; });", "*.x"],
    ["try { new B() { void g() {", "} }; }", "x"],
];

/** Expressions that are read in 59 others of their kind, and not in 60. */
const NESTED: readonly (readonly [before: string, after: string])[] = [
    ["Output.of(", ")"],
    ["List.of(1, ", ")"],
    ['Map.of("b", ', ")"],
    ["AArgs.builder().b(", ").build()"],
    ["AArgs.builder(", ").build()"],
    ["new String[] { ", " }"],
    ["(", ")"],
];

function read(property: string, expression: string): string {
    const args = `UserPoolClientArgs.builder().${property}(${expression}).build()`;
    return lastValue(readJava, "A.java", `${IMPORTS}new UserPoolClient("web", ${args});`);
}

describe("expressions of Java", () => {
    for (const [expression, expected] of VALUES) it(`reads ${expression}`, () => assert.equal(read("name", expression), expected));

    for (const [expression, expected] of LISTS) {
        it(`reads callbackUrls(${expression})`, () => assert.equal(read("callbackUrls", expression), expected));
    }

    for (const [declaration, expected] of VARIABLES) {
        it(`reads a list behind ${declaration}`, () => {
            const client = 'new UserPoolClient("web", UserPoolClientArgs.builder().callbackUrls(x).build());';
            assert.equal(lastValue(readJava, "A.java", `${IMPORTS}${declaration} ${client}`), expected);
        });
    }

    for (const [source, expected] of CONSTRUCTIONS) {
        it(`reads ${source}`, () => assert.deepEqual(constructionNotations(readJava("A.java", IMPORTS + source)), expected));
    }

    for (const [before, after, expected] of NESTED_CLASSES) {
        it(`reads a name in ${before} ... ${after}`, () => {
            const client = 'new UserPoolClient("web", UserPoolClientArgs.builder().name(x).build());';
            assert.equal(lastValue(readJava, "A.java", `${IMPORTS}${before} ${client} ${after}`), expected);
        });
    }

    for (const [before, after] of NESTED) {
        it(`reads ${before}...${after} up to a limit`, () => {
            assert.doesNotMatch(read("name", nested(before, "a", after, 59)), /\?/);
            assert.match(read("name", nested(before, "a", after, 60)), /\?/);
        });
    }
});
