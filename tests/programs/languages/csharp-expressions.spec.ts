import * as assert from "node:assert/strict";
import { describe, it } from "mocha";
import { readCSharp } from "../../../src/programs/languages/csharp";
import { constructionNotations, notation } from "../notation";
import { lastValue, nested } from "./read-expression";

/** Expressions, and how they are read. `unknown arguments`: those of the whole resource. */
type Rows = readonly (readonly [expression: string, expected: string])[];

const USINGS = ["using Pulumi;", "using Pulumi.Aws.Cognito;", "using Pulumi.Aws.Cognito.Inputs;", ""].join("\n");

/** Values of a property. */
const VALUES: Rows = [
    ['"a"', '"a"'],
    ["null", "null"],
    ["(a)", "a"],
    ["a", "a"],
    ["a.B", "a.B"],
    ["this.A", "this.A"],
    ["a[0]", "?"],
    ["a[0].B", "?"],
    ["a?.B", "?"],
    ["a.B()", "?"],
    ["a.B<C>()", "?"],
    ["a!", "a"],
    ["!a", "?"],
    ["a!.B", "?"],
    ['a + "b"', 'a + "b"'],
    ["a ?? b", "?"],
    ["a ? b : c", "?"],
    ["a is B", "?"],
    ["a switch { _ => b }", "?"],
    ["await a", "?"],
    ["a => b", "?"],
    ["typeof(A)", "?"],
    ["default", "?"],
    ["Output.Create(a)", "output(a)"],
    ["Output.Create<string>(a)", "output(a)"],
    ["Pulumi.Output.Create(a)", "output(a)"],
    ["Acme.Output.Create(a)", "?"],
    ["Acme.Pulumi.Output.Create(a)", "?"],
    ["new Acme.Pulumi.Aws.Cognito.AArgs { B = 1 }", "?"],
    ["new AArgsB { C = 1 }", "?"],
    ["Output.Create(a, b)", "?"],
    ["Output.Create()", "?"],
    ["Output.Create(a).B", "?"],
    ["Output.Create", "Output.Create"],
    ["Output.CreateSecret(a)", "secret(a)"],
    ["Output.Tuple(a)", "?"],
    ["a.Create(b)", "?"],
    ['Output.Format($"{a}b")', 'output template$"(a, "b")'],
    ['Output.Format($"{a}b").C', "?"],
    ['Output.Format("a")', "?"],
    ["Output.Format(a)", "?"],
    ['Output.Format($"{a}", b)', "?"],
    ['String.Format($"{a}")', "?"],
    ['$"{a}{b:X}"', 'template$"(a, ?)'],
    ["new A { B = 1 }", "?"],
    ["new AArgs { B = 1 }", "{b=B: 1}"],
    ["new AArgs { B = 1, C = { D = 2 }, E = { } }", "{b=B: 1, c=C: {d=D: 2}, e=E: ?}"],
    ["new Pulumi.Aws.Cognito.Inputs.AArgs { B = 1 }", "{b=B: 1}"],
    ["new Acme.AArgs { B = 1 }", "?"],
    ["new AArgs()", "{}"],
    ["new AArgs(a)", "?"],
    ["new AArgs(a) { B = 1 }", "?"],
    ["new AArgs", "?"],
    ["new()", "?"],
    ["new(a) { B = 1 }", "?"],
    ["new() { B = 1 }", "{b=B: 1}"],
    ["new() { B = 1 }.C", "?"],
    ["new CustomResourceOptions { Parent = a }", "{parent=Parent: a}"],
    ["new Acme.CustomResourceOptions { Parent = a }", "?"],
    ["new Options { Parent = a }", "?"],
    ["new { A = 1 }", "{a=A: 1}"],
    ["{ B = 1 }", "{b=B: 1}"],
    ["{ B = 1, c }", "unknown arguments"],
    ["{ B = 1, C += 2 }", "unknown arguments"],
    ["{ B = 1, = 2 }", "unknown arguments"],
];

/** Lists and maps. */
const LISTS: Rows = [
    ["{ }", "?"],
    ['{ "a", b }', '["a", ...?]'],
    ['{ "a" }!', "?"],
    ['{ "a" }.B', "?"],
    ['["a", b, .. c]', '["a", b, ...c]'],
    ["[]", "[]"],
    ['["a"].B', "?"],
    ['new[] { "a", b, c() }', '["a", b, ?]'],
    ["new string[] { a.B }", "[a.B]"],
    ['new string[2] { "a", "b" }', '["a", "b"]'],
    ["new string[2]", "?"],
    ["new string[][] { a }", "[a]"],
    ['new[] { "a" }.Length', "?"],
    ['new List<string> { "a" }', '["a"]'],
    ['new List<string>() { "a" }', '["a"]'],
    ['new List<string>(a) { "b" }', "?"],
    ['new System.Collections.Generic.List<string> { "a" }', '["a"]'],
    ['new HashSet<string> { "a" }', '["a"]'],
    ['new InputList<string> { "a", a.B, this.A, C(), D, 1, $"{f}", null }', '["a", ?, ...?, ...?, ...?, 1, template$"(f), null]'],
    ['new InputList<string> { Output.Create("a"), Output.Create(b), new[] { "c" } }', '[output("a"), ...?, ...["c"]]'],
    ["new List<string>", "?"],
    ['new() { "a" }', '["a"]'],
    ['new Queue<string> { "a" }', "?"],
    ['new List<List<string>> { "a" }', '["a"]'],
    ['{ { "a", b }, { "c", "d" } }', '{a: b, c: "d"}'],
    ['{ ["a"] = b, ["c"] = "d" }', '{a: b, c: "d"}'],
    ["{ { a, b } }", "{?: ?}"],
    ['{ { "a" } }', "unknown arguments"],
    ['{ { "a", b, c } }', "unknown arguments"],
    ['{ { "a", b }.C }', "unknown arguments"],
    ['{ ["a", "b"] = c }', "unknown arguments"],
    ['{ ["a"] = b, c }', "unknown arguments"],
    ['{ ["a"] }', "unknown arguments"],
    ["{ [] = b }", "unknown arguments"],
    ["{ {} }", "unknown arguments"],
    ['{ { "a", b }, c, d }', "unknown arguments"],
    ['{ ["a"] == b }', "unknown arguments"],
    ['new() { ["a"] = b }', "{a: b}"],
    ['new InputMap<string> { ["a"] = b }', "{a: b}"],
    ['new Dictionary<string, string> { { "a", b } }', "{a: b}"],
    ['new Dictionary<string, string>() { { "a", b } }', "{a: b}"],
    ["new Dictionary<string, string>(a)", "?"],
    ['new SortedDictionary<string, string> { ["a"] = b }', "?"],
    ["new Dictionary<string, string>()", "?"],
];

/** Statements, and the constructions in them. */
const CONSTRUCTIONS: readonly (readonly [source: string, expected: readonly string[]])[] = [
    ['new UserPoolClient("web");', ['new UserPoolClient("web", -, -)']],
    [
        'new UserPoolClient("web", new() { Name = "a" }, new() { Parent = this });',
        ['new UserPoolClient("web", {name=Name: "a"}, {parent=Parent: this})'],
    ],
    [
        'new UserPoolClient("web", new UserPoolClientArgs { }, new CustomResourceOptions { Parent = a });',
        ['new UserPoolClient("web", {}, {parent=Parent: a})'],
    ],
    ['new UserPoolClient("web", null, a);', ['new UserPoolClient("web", null, a)']],
    ['new UserPoolClient("web", a, b, c);', ["new UserPoolClient(-, ?, ?)"]],
    ['new UserPoolClient("web", new() { Name = "a" },);', ["new UserPoolClient(-, ?, ?)"]],
    ['new UserPoolClient("web" new() { Name = "a" });', ["new UserPoolClient(-, ?, ?)"]],
    ["new UserPoolClient();", ["new UserPoolClient(-, -, -)"]],
    ["new UserPoolClient { };", []],
    ["new UserPoolClient[] { };", []],
    ['new UserPoolClient("web", new());', ['new UserPoolClient("web", {}, -)']],
    ['new UserPoolClient("web", new(a));', ['new UserPoolClient("web", ?, -)']],
    ['new UserPoolClient("web", new() { });', ['new UserPoolClient("web", {}, -)']],
    ['new UserPoolClient("web", new[] { a });', ['new UserPoolClient("web", [a], -)']],
    ['new UserPoolClient("web", new(a) { Name = "b" });', ['new UserPoolClient("web", ?, -)']],
    ['new UserPoolClient("web", new() { Name = "a" }.B());', ['new UserPoolClient("web", ?, -)']],
    ['new UserPoolClient("web", new);', ["new UserPoolClient(-, ?, ?)"]],
    ['new UserPoolClient("web", new() { { "a" } });', ["new UserPoolClient(-, ?, ?)"]],
    ['new UserPoolClient("web", new() { A = 1, B });', ["new UserPoolClient(-, ?, ?)"]],
    ['new UserPoolClient("web", f());', ['new UserPoolClient("web", ?, -)']],
    ['new UserPoolClient(options: a, args: b, name: "web");', ['new UserPoolClient("web", b, a)']],
    ['new UserPoolClient("web", options: a);', ['new UserPoolClient("web", -, a)']],
    ['new UserPoolClient("web", a, args: b);', ["new UserPoolClient(-, ?, ?)"]],
    ['new UserPoolClient(nam: "web");', ["new UserPoolClient(-, ?, ?)"]],
    ['new UserPoolClient(name: "web", a);', ['new UserPoolClient("web", a, -)']],
    ['new UserPoolClient("web") { A = 1 };', ["new UserPoolClient(-, ?, ?)"]],
    ['new UserPoolClient("web", a ? b : c);', ['new UserPoolClient("web", ?, -)']],
    ['new UserPoolClient("web"\n#if DEBUG\n, a\n#endif\n);', ["new UserPoolClient(-, ?, ?)"]],
    ['new UserPoolClient("web", new() {\n#if DEBUG\nA = 1,\n#endif\nB = 2 });', ["new UserPoolClient(-, ?, ?)"]],
    ['UserPoolClient c = new("web", new() { Name = "a" });', ['new UserPoolClient("web", {name=Name: "a"}, -)']],
    ['UserPoolClient c = new("web") { A = 1 };', ["new UserPoolClient(-, ?, ?)"]],
    ['UserPoolClient c = new("web").Id;', ['new UserPoolClient("web", -, -)']],
    ['Foo c = new("web");', []],
    ["UserPoolClient c = new;", []],
    ['UserPoolClient[] c = { new("web") };', []],
    ['f(new UserPool("a"), x => new UserPoolClient("b"));', ['new UserPool("a", -, -)', 'new UserPoolClient("b", -, -)']],
    ['new UserPoolClient("web", new UserPool("a"));', ['new UserPoolClient("web", new UserPool("a", -, -), -)', 'new UserPool("a", -, -)']],
    ['new UserPoolClient("web", new UserPool("a").Id);', ['new UserPoolClient("web", ?, -)', 'new UserPool("a", -, -)']],
    ["UserPoolClient(a);", []],
    ["return UserPoolClient(a);", []],
];

/** Declarations, and the values that are known. */
const DECLARATIONS: Rows = [
    ['string[] a = { "b" };', '["b"]'],
    ["AArgs a = new() { B = 1 };", "{b=B: 1}"],
    ["AArgs a = new();", "{}"],
    ["AArgs a = new(b);", "?"],
    ["AArgs a = new() { B = 1, c };", "-"],
    ["Pulumi.Aws.Cognito.UserPoolClientArgs a = new() { B = 1 };", "{b=B: 1}"],
    ["BArgs<C> a = new() { B = 1 };", "{b=B: 1}"],
    ['List<string> a = new() { "b" };', "-"],
    ['UserPool a = new("b");', 'new UserPool("b", -, -)'],
    ["var a = new AArgs { B = 1 };", "{b=B: 1}"],
    ["Acme.AArgs a = new() { B = 1 };", "-"],
    ['var a = "b" "c";', "-"],
];

/** Expressions that are read in a number of others of their kind, and not in one more. */
const NESTED: readonly (readonly [before: string, after: string, depth: number])[] = [
    ["Output.Create(", ")", 59],
    ["[", "]", 59],
    ["{ B = ", " }", 51],
    ["new AArgs { B = ", " }", 59],
    ["new[] { ", " }", 59],
    ["new List<A> { ", " }", 59],
    ['new Dictionary<string, A> { ["b"] = ', " }", 59],
    ["(", "!)", 29],
];

function read(property: string, expression: string): string {
    return lastValue(readCSharp, "A.cs", `${USINGS}new UserPoolClient("web", new() { ${property} = ${expression} });`);
}

describe("expressions of C#", () => {
    for (const [expression, expected] of VALUES) it(`reads ${expression}`, () => assert.equal(read("Name", expression), expected));

    for (const [expression, expected] of LISTS) {
        it(`reads the list or map ${expression}`, () => assert.equal(read("CallbackUrls", expression), expected));
    }

    for (const [source, expected] of CONSTRUCTIONS) {
        it(`reads ${source}`, () => assert.deepEqual(constructionNotations(readCSharp("A.cs", USINGS + source)), expected));
    }

    for (const [source, expected] of DECLARATIONS) {
        it(`reads ${source}`, () => {
            const binding = readCSharp("A.cs", USINGS + source).bindings.find(({ name }) => name === "a");
            assert.equal(notation(binding?.value), expected);
        });
    }

    for (const [before, after, depth] of NESTED) {
        it(`reads ${before}...${after} up to a limit`, () => {
            assert.doesNotMatch(read("Name", nested(before, "1", after, depth)), /\?/);
            assert.match(read("Name", nested(before, "1", after, depth + 1)), /\?/);
        });
    }
});
