import * as assert from "node:assert/strict";
import { describe, it } from "mocha";
import type { Expression, Program } from "../../../src/programs/expression";
import { readCSharp } from "../../../src/programs/languages/csharp";
import { readGo } from "../../../src/programs/languages/go";
import { readJava } from "../../../src/programs/languages/java";
import { readPython } from "../../../src/programs/languages/python";
import type { TokenLanguage } from "../../../src/programs/languages/tokens/strings";
import { constructionNotations, notation } from "../notation";

/** Reads a client with an expression as its name and `true` as another property. */
const READERS: Readonly<Record<TokenLanguage, (expression: string) => Program>> = {
    python: text => readPython("a.py", `import pulumi_aws as aws\naws.cognito.UserPoolClient("web", name=${text}, generate_secret=True)`),
    go: text =>
        readGo(
            "a.go",
            [
                "package main",
                'import "github.com/pulumi/pulumi-aws/sdk/v7/go/aws/cognito"',
                'import "github.com/pulumi/pulumi/sdk/v3/go/pulumi"',
                `func f() { cognito.NewUserPoolClient(ctx, "web", &cognito.UserPoolClientArgs{Name: ${text}, GenerateSecret: true}) }`,
            ].join("\n"),
        ),
    java: text =>
        readJava(
            "A.java",
            [
                "import com.pulumi.aws.cognito.*;",
                `class A { void f() { new UserPoolClient("web", UserPoolClientArgs.builder().name(${text}).generateSecret(true).build()); } }`,
            ].join("\n"),
        ),
    csharp: text =>
        readCSharp(
            "A.cs",
            `using Pulumi.Aws.Cognito;\nclass A { void F() { new UserPoolClient("web", new() { Name = ${text}, GenerateSecret = true }); } }`,
        ),
};

/** Expressions, and how they are read. `broken` is what makes all arguments of the client unknown. */
const EXPRESSIONS: readonly (readonly [TokenLanguage, string, string])[] = [
    ["python", '"a"', '"a"'],
    ["python", "'a'", '"a"\''],
    ["python", 'r"""a"""', '"a"r"""'],
    ["python", "\"a\" 'b'", '"a" + "b"\''],
    ["python", 'b"a"', "?"],
    ["python", '"a" b"b"', '"a" + ?'],
    ["python", '"a".upper()', "?"],
    ["python", '"a"[0]', "?"],
    ["python", 'f"a{x}"', 'templatef"("a", x)'],
    ["python", 'f"{x}{y}b"', 'templatef"(x, y, "b")'],
    ["python", 'f"{x=}{y!r}{z:3}"', 'templatef"(?, ?, ?)'],
    ["python", 'f"{x, y}"', 'templatef"(?)'],
    ["python", 'f"a"', '"a"f"'],
    ["python", "True", "true"],
    ["python", "False", "false"],
    ["python", "None", "null"],
    ["python", "True.real", "?"],
    ["python", "true", "true"],
    ["python", "x", "x"],
    ["python", "(x)", "x"],
    ["python", "(x)(y)", "?"],
    ["python", "[x][0]", "?"],
    ["python", "[x, *y, z]", "[x, ...y, z]"],
    ["python", '{"a": x, "a_b": 1, y: 2, 3: 4, **z}', "{a: x, aB=a_b: 1, ?: ?, ?: ?, ...z}"],
    ["python", "x + y + (z + 1)", "x + y + z + 1"],
    ["python", "x y", "broken"],
    ["python", "-1", "-1"],
    ["python", "+1", "?"],
    ["python", "not 1", "?"],
    ["python", "-x", "?"],
    ["python", "-1 + 2", "?"],
    ["python", "-1.5", "-1.5"],
    ["python", "60 * 2 ** 3 // 4 << 1 >> 2", "?"],
    ["python", "1_000", "1000"],
    ["python", "0x1F", "31"],
    ["python", "0o17", "15"],
    ["python", "0b101", "5"],
    ["python", "017", "?"],
    ["python", "1.25", "1.25"],
    ["python", "1.0", "?"],
    ["python", "1e3", "?"],
    ["python", "1j", "?"],
    ["python", "9007199254740991", "9007199254740991"],
    ["python", "9007199254740992", "?"],
    ["python", "123456789.5", "123456789.5"],
    ["python", "1234567890.5", "?"],
    ["python", "1.123456789", "1.123456789"],
    ["python", "1.1234567891", "?"],
    ["go", "'a'", "?"],
    ["go", "`a`", '"a"`'],
    ["go", "nil", "null"],
    ["go", "1 << 3", "?"],
    ["go", "!x", "?"],
    ["go", "[]string{x}", "[x]"],
    ["java", "10L", "10"],
    ["java", "0x1FL", "31"],
    ["java", "1.5f", "?"],
    ["java", '"a" + x', '"a" + x'],
    ["java", "(String) x", "?"],
    ["csharp", "10UL", "10"],
    ["csharp", '@"a"', '"a"@"'],
    ["csharp", '$"{x,5}"', 'template$"(?)'],
    ["csharp", '$"{x}{$"{y}"}"', 'template$"(x, template$"(y))'],
    ["csharp", "x!", "x"],
];

/** Writes the name of the client, whose other property must be known. */
function read(language: TokenLanguage, expression: string): string {
    const program = READERS[language](expression);
    assert.deepEqual(program.errors, []);
    const [client] = program.constructions;
    if (client?.args?.kind === "computed") return "broken";
    assert.ok(client?.args?.kind === "object");
    const propertyOf = (property: string) =>
        client.args?.kind === "object" && client.args.members.find(({ name }) => name === property)?.value;
    assert.equal(notation(propertyOf("generateSecret") as Expression), "true");
    return notation(propertyOf("name") as Expression);
}

describe("expressions of Python, Go, Java and C#", () => {
    for (const [language, expression, expected] of EXPRESSIONS)
        it(`reads ${expression} of ${language}`, () => assert.equal(read(language, expression), expected));

    it("reads up to 60 expressions in each other", () => {
        const parentheses = (depth: number, inside = "1") => "(".repeat(depth) + inside + ")".repeat(depth);
        const value = (text: string) => notation(readPython("a.py", `a = ${text}`).bindings[0]?.value);
        assert.equal(value(parentheses(60)), "1");
        assert.equal(value(parentheses(61)), "?");
        assert.equal(value(parentheses(59, "x + 1")), "x + 1");
        assert.equal(value(parentheses(60, "x + 1")), "? + ?");
        assert.equal(value(`x + ${parentheses(59)}`), "x + 1");
        assert.equal(value(`x + ${parentheses(60)}`), "x + ?");
        assert.equal(value(`f"{${parentheses(59)}}"`), 'templatef"(1)');
        assert.equal(value(`f"{${parentheses(60)}}"`), 'templatef"(?)');
        assert.equal(value(`[${parentheses(59)}]`), "[1]");
        assert.equal(value(`[${parentheses(60)}]`), "[?]");
        assert.equal(value(`{${parentheses(59, '"a"')}: 1}`), "{a: 1}");
        assert.equal(value(`{${parentheses(60, '"a"')}: 1}`), "{?: ?}");
    });

    it("takes a declared name of a constant for a variable", () => {
        const source =
            'package main\nimport "github.com/pulumi/pulumi-aws/sdk/v7/go/aws/cognito"\nfunc f() {\nSTATEMENT\ncognito.NewUserPool(ctx, true, nil)\n}';
        const kindOf = (statement: string) => readGo("a.go", source.replace("STATEMENT", statement)).constructions[0]?.name?.kind;
        assert.deepEqual([kindOf("true := x"), kindOf("x := true")], ["name", "literal"]);
    });

    it("gives constructions in the order of the text, each once", () => {
        const lines = [
            "import pulumi_aws as aws",
            'f(aws.cognito.UserPool("a"))',
            'aws.cognito.ManagedUserPoolClient("b")',
            'c = aws.cognito.UserPool("c")',
            'd = aws.cognito.ManagedUserPoolClient("d")',
            "class E(aws.cognito.UserPool): pass",
            'f.aws.cognito.UserPool("f")',
        ];
        const source = lines.join("\n");
        const { bindings, constructions, notCovered, notRead } = readPython("a.py", source);
        const lineOf = ({ start }: { start: number }) => source.slice(0, start).split("\n").length;
        assert.deepEqual(
            [constructions, notCovered, notRead].map(found => found.map(lineOf)),
            [[2, 4], [3, 5], [6]],
        );
        assert.equal(bindings.find(({ name }) => name === "c")?.value, constructions[1]);
        assert.deepEqual(
            notRead.map(({ start, end }) => source.slice(start, end)),
            ["aws.cognito.UserPool"],
        );
        assert.deepEqual(notCovered.map(({ type, start, end }) => [type, source.slice(start, end)])[1], [
            "aws:cognito/managedUserPoolClient:ManagedUserPoolClient",
            'aws.cognito.ManagedUserPoolClient("d")',
        ]);
    });

    it("reads no arguments with several errors", () => {
        const source = 'import pulumi_aws as aws\naws.cognito.UserPoolClient("web", name=x y, callback_urls={a: b, c})';
        assert.deepEqual(constructionNotations(readPython("a.py", source)), ["new UserPoolClient(-, ?, ?)"]);
    });

    it("gives the ranges of values, their brackets and keys", () => {
        const source =
            'import pulumi_aws as aws\naws.cognito.UserPoolClient("web", callback_urls=[ "a", *b ], token_validity_units={ "x" : f"{y}" }, name=1)';
        const args = readPython("a.py", source).constructions[0]?.args;
        const textOf = (range: { start: number; end: number } | undefined) => range && source.slice(range.start, range.end);
        assert.ok(args?.kind === "object");
        const [urls, units, name] = args.members;
        assert.ok(urls?.value.kind === "list" && units?.value.kind === "object");
        assert.deepEqual([urls.value.layout, units.value.layout], ["brackets", "brackets"]);
        assert.deepEqual(name?.value, { kind: "literal", value: 1, quote: "", start: source.length - 2, end: source.length - 1 });
        assert.deepEqual(
            [textOf(urls), textOf(urls.key), textOf(urls.value)],
            ['callback_urls=[ "a", *b ]', "callback_urls", '[ "a", *b ]'],
        );
        assert.deepEqual([textOf(urls.value.inside), ...urls.value.items.map(textOf)], [' "a", *b ', '"a"', "*b"]);
        assert.deepEqual(
            urls.value.items.map(({ isSpread }) => isSpread),
            [undefined, true],
        );
        const [unit] = units.value.members;
        assert.deepEqual(
            [textOf(units.value.inside), textOf(unit), textOf(unit?.key), textOf(unit?.value)],
            [' "x" : f"{y}" ', '"x" : f"{y}"', '"x"', 'f"{y}"'],
        );
    });
});
