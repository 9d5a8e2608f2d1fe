import * as assert from "node:assert/strict";
import { describe, it } from "mocha";
import { readPython } from "../../../src/programs/languages/python";
import { constructionNotations, notation, propertyValue } from "../notation";

const IMPORTS = "import other, pulumi\nimport pulumi_aws as aws\nfrom pulumi.output import Output\n";

/** Expressions, and how they are read. */
const EXPRESSIONS: readonly (readonly [source: string, expected: string])[] = [
    ['r"a"', '"a"r"'],
    ["True", "true"],
    ["None", "null"],
    // Names
    ['a.b[0]["c"].d', "a.b.0.c.d"],
    ["a[b]", "?"],
    ["a[-1]", "?"],
    ["a[b].c", "?"],
    ["a().b", "?"],
    ["a.b()", "?"],
    ["a()()", "?"],
    ["a[0]()", "?"],
    ["None.a", "?"],
    ["await a", "?"],
    // Lists
    ["[]", "[]"],
    ["[a, *b]", "[a, ...b]"],
    ["()", "[]"],
    ["(a)", "a"],
    ["(a,)", "[a]"],
    ["(a, b)", "[a, b]"],
    ["[(a), (b,)]", "[a, [b]]"],
    ["[a for a in b]", "?"],
    ["(a for a in b)", "?"],
    ["{a for a in b}", "?"],
    ["{a: a for a in b}", "?"],
    // Dictionaries
    ["{}", "{}"],
    ['{"a_b": 1, **c}', "{aB=a_b: 1, ...c}"],
    ['{"a": lambda: 1}', "{a: ?}"],
    ["{a: 1, 2: 3}", "{?: ?, ?: ?}"],
    ["{**a}", "{...a}"],
    ["{a}", "?"],
    ["{a, b}", "?"],
    ["{lambda: 1}", "{?: ?}"],
    ["dict(a_b=1, **c)", "arguments{aB=a_b: 1, ...c}"],
    ["dict()", "arguments{}"],
    ["dict.fromkeys(a)", "?"],
    // Types of arguments
    ["aws.cognito.UserPoolClientArgs(a_b=1)", "arguments{aB=a_b: 1}"],
    ["aws.cognito.UserPoolClientArgsDict(a_b=1)", "arguments{aB=a_b: 1}"],
    ["aws.cognito.ArgsOfClient(a_b=1)", "?"],
    ["other.cognito.UserPoolClientArgs(a_b=1)", "?"],
    ["pulumi.SomeArgs(a_b=1)", "?"],
    ["pulumi.ResourceOptions(depends_on=a)", "arguments{dependsOn=depends_on: a}"],
    ["pulumi.ResourceOptions.merge(a, b)", "?"],
    // Outputs
    ["pulumi.Output.from_input(a)", "output(a)"],
    ["pulumi.Output.secret(a)", "secret(a)"],
    ["pulumi.Output.unsecret(a)", "output(a)"],
    ["pulumi.Output.unsecret((a))", "output(a)"],
    ["Output.secret(a)", "secret(a)"],
    ["pulumi.output.Output.secret(a)", "secret(a)"],
    ["pulumi.output.output.Output.secret(a)", "?"],
    ["pulumi.Output.output.secret(a)", "?"],
    ["pulumi.Output.from_input()", "?"],
    ["pulumi.Output.from_input(val=a)", "?"],
    ["pulumi.Output.from_input(*a)", "?"],
    ["pulumi.Output.from_input(**a)", "?"],
    ["pulumi.Output.all(a)", "?"],
    ["other.Output.secret(a)", "?"],
    ['pulumi.Output.concat("a", b)', 'output template("a", b)'],
    ['pulumi.Output.concat("a").apply(f)', "?"],
    ['pulumi.Output.concat("a")(b)', "?"],
    // Text
    ["f\"{a}b{c['d']}\"", 'templatef"(a, "b", c.d)'],
    ["f'{a}'", "templatef'(a)"],
    ['"a" "b"', '"a" + "b"'],
    ['a + "b"', 'a + "b"'],
];

/** What is in front of a nested value and behind it, and how it is read. */
const NESTED: readonly (readonly [opening: string, closing: string, readOpening: string, readClosing: string])[] = [
    ["(", ")", "", ""],
    ["[", "]", "[", "]"],
    ['{"a":', "}", "{a: ", "}"],
    ["{**", "}", "{...", "}"],
    ["dict(a=", ")", "arguments{a: ", "}"],
    ["Output.secret(", ")", "secret(", ")"],
    ["Output.concat(", ")", "output template(", ")"],
];

/** Names of resource options, and others. */
const OPTIONS = [
    "options = pulumi.ResourceOptions()",
    "second = options",
    "third = second",
    "fourth = third",
    "fifth = fourth",
    "sixth = fifth",
    "circular = other",
    "other = circular",
    "replaced = options",
    "replaced = f()",
];

/** Arguments of a client, and how they are read. */
const ARGUMENTS: readonly (readonly [source: string, expected: string])[] = [
    ["", "(-, arguments{}, -)"],
    ['"web"', '("web", arguments{}, -)'],
    ['"web",', '("web", arguments{}, -)'],
    ['"web", a_b=1', '("web", arguments{aB=a_b: 1}, -)'],
    ['"web", **a, b=1', '("web", arguments{...a, b: 1}, -)'],
    ["a=1, resource_name=b", "(b, arguments{a: 1}, -)"],
    ["f()", "(?, arguments{}, -)"],
    // An object of arguments, next to which properties are ignored
    ['"web", a', '("web", arguments{...a}, -)'],
    ['"web", args=a', '("web", arguments{...a}, -)'],
    ['"web", a, b=1', '("web", arguments{...a, b: ?}, -)'],
    ['"web", args=a, b=1', '("web", arguments{...a, b: ?}, -)'],
    // Options
    ['"web", opts=a, b=1', '("web", arguments{b: 1}, a)'],
    ['"web", {"b": 1}', '("web", arguments{...{b: 1}}, -)'],
    ['"web", None, b=1', '("web", arguments{b: 1}, null)'],
    ['"web", pulumi.ResourceOptions(protect=True), b=1', '("web", arguments{b: 1}, arguments{protect: true})'],
    ['"web", pulumi.ResourceOptions.merge(a, b), c=1', '("web", arguments{c: 1}, ?)'],
    ['"web", options, b=1', '("web", arguments{b: 1}, options)'],
    ['"web", fifth, b=1', '("web", arguments{b: 1}, fifth)'],
    ['"web", sixth, b=1', '("web", arguments{...sixth, b: ?}, -)'],
    ['"web", circular', '("web", arguments{...circular}, -)'],
    ['"web", replaced', '("web", arguments{...replaced}, -)'],
    ['"web", a, options', '("web", arguments{...a}, options)'],
    ['"web", a, opts=b', '("web", arguments{...a}, b)'],
    // Arguments that cannot be told apart
    ['"web", a, options, b', '("web", ?, ?)'],
    ['"web", *a', '("web", ?, ?)'],
    ["*a", "(-, ?, ?)"],
    ['*a, "web"', "(-, ?, ?)"],
    ['"web", *a, b=1', '("web", ?, ?)'],
    ["*a, **b, c=1", "(-, ?, ?)"],
    // Arguments that are not valid
    ['a=1, "web"', "(-, ?, ?)"],
    ['"web", a=1, a=2', "(-, ?, ?)"],
    ['"web", "a"=1', "(-, ?, ?)"],
    ['"web", a=1 b', "(-, ?, ?)"],
    ['"web", a={"b": 1, "c"}', "(-, ?, ?)"],
    ['"web", a={"b", "c": 1}', "(-, ?, ?)"],
    ['"web", a={"b", "c"}', '("web", arguments{a: ?}, -)'],
    ['"web", a={**b, "c"}', '("web", arguments{a: ?}, -)'],
    ['"web", a=[b, c d]', "(-, ?, ?)"],
    ['"web", a=[b, , c]', "(-, ?, ?)"],
    ['"web", a=dict("b")', "(-, ?, ?)"],
];

describe("expressions of Python", () => {
    for (const [expression, expected] of EXPRESSIONS) {
        it(`reads ${expression.slice(0, 100)}`, () => {
            const source = `${IMPORTS}aws.cognito.UserPoolClient("web", name=${expression})`;
            assert.equal(notation(propertyValue(readPython, "__main__.py", source, "name")), expected);
        });
    }

    it("reads calls of a function that is named dict as unknown", () => {
        const source = `${IMPORTS}def dict(**a): return a\naws.cognito.UserPoolClient("web", name=dict(a=1))`;
        assert.equal(notation(propertyValue(readPython, "__main__.py", source, "name")), "?");
    });

    it("reads self in a method, and not behind it", () => {
        const client = 'aws.cognito.UserPoolClient("web", name=self.x)';
        const source = `${IMPORTS}class C:\n  def f(self):\n    def g(self): pass\n    ${client}\n`;
        assert.equal(notation(propertyValue(readPython, "__main__.py", source, "name")), "this.x");
        assert.equal(notation(propertyValue(readPython, "__main__.py", `${source}${client}`, "name")), "self.x");
    });

    for (const [opening, closing, readOpening, readClosing] of NESTED) {
        it(`reads values that are nested in ${opening}${closing} 59 times`, () => {
            const read = (count: number) => {
                const source = `${IMPORTS}aws.cognito.UserPoolClient("web", name=${opening.repeat(count)}a${closing.repeat(count)})`;
                return notation(propertyValue(readPython, "__main__.py", source, "name"));
            };
            assert.equal(read(59), `${readOpening.repeat(59)}a${readClosing.repeat(59)}`);
            assert.match(read(60), /\?[\]})]*$/);
        });
    }

    for (const [args, expected] of ARGUMENTS) {
        it(`reads the arguments (${args})`, () => {
            const source = `${IMPORTS}${OPTIONS.join("\n")}\naws.cognito.UserPoolClient(${args})`;
            assert.deepEqual(constructionNotations(readPython("__main__.py", source)), [`new UserPoolClient${expected}`]);
        });
    }
});
