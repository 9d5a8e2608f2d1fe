import * as assert from "node:assert/strict";
import { describe, it } from "mocha";
import type { Program } from "../../../src/programs/expression";
import { readGo } from "../../../src/programs/languages/go";
import { constructionNotations, notation, propertyValue } from "../notation";

const IMPORTS = ['import "github.com/pulumi/pulumi-aws/sdk/v7/go/aws/cognito"', 'import "github.com/pulumi/pulumi/sdk/v3/go/pulumi"'];
const DOT_IMPORTS = IMPORTS.map(line => line.replace("import", "import ."));

function nest(before: string, depth: number, value: string, after: string): string {
    return before.repeat(depth) + value + after.repeat(depth);
}

/** Expressions, and how they are read. */
const EXPRESSIONS: readonly (readonly [source: string, expected: string])[] = [
    ['"a"', '"a"'],
    ["nil", "null"],
    ["-1", "-1"],
    ["x", "x"],
    ["x.Y", "x.Y"],
    ["pool.ID()", "pool.id"],
    ["pool.ID().ToStringOutput()", "output(pool.id)"],
    ["x.ToStringPtrOutput()", "output(x)"],
    ["x.ToStringOutputWithContext(ctx)", "?"],
    ["x.ToStringOutput().Y", "?"],
    ["x.AutoToOutput()", "?"],
    ["x.ToStringOutputs()", "?"],
    ["x.Elem()", "?"],
    ["f(x)", "?"],
    ["f(x)(y)", "?"],
    ["<-x", "?"],
    ["x[1:]", "?"],
    ["x.(string)", "?"],
    ["func() string { return x }()", "?"],
    // Lists
    ["[]string{}", "[]"],
    ["[]string{x, y}", "[x, y]"],
    ["[2]string{x, y}", "[x, y]"],
    ["[]*pulumi.Resource{x}", "[x]"],
    ["[][]string{[]string{x}, []string{y}}", "[[x], [y]]"],
    ["[]string{2: x}", "?"],
    ["[]Settings{{Name: x}}", "[?]"],
    ["[]struct{ Name string }{{x}}", "?"],
    ["[]byte(x)", "?"],
    ["append([]string{x}, y)", "?"],
    ["pulumi.StringArray{x}", "[x]"],
    ["cognito.UserPoolSchemaArray{x}", "[x]"],
    ["acme.StringArray{x}", "?"],
    ["pulumi.acme.StringArray{x}", "?"],
    // Maps
    ['map[string]string{"a": x, y: z}', "{a: x, ?: ?}"],
    ['map[string]*string{"a b": x}', "{a b: x}"],
    ['map[string][]string{"a": []string{x}}', "{a: [x]}"],
    ['map[string]map[string]string{"a": {b: x}}', "{a: ?}"],
    ['map[int]string{1: "a"}', "?"],
    ["map[int]cognito.UserPoolClientArgs{x: y}", "?"],
    ["map[string]cognito.UserPoolSchemaArray{x: y}", "{?: ?}"],
    ["[]T{x}[0:2]", "?"],
    ['pulumi.StringMap{"a": x}', "{a: x}"],
    ['pulumi.Map{"a": x}', "{a: x}"],
    ['pulumi.StringMapMap{"a": x}', "?"],
    ['pulumi.MapPath{"a": x}', "?"],
    // Blocks
    ["cognito.UserPoolClientArgs{Name: x}", "{name=Name: x}"],
    ["&cognito.UserPoolClientArgs{Name: x}", "{name=Name: x}"],
    ["cognito.UserPoolClientArgs{}", "{}"],
    ["cognito.UserPoolClientState{Name: x}", "?"],
    ["acme.UserPoolClientArgs{Name: x}", "?"],
    ["UserPoolClientArgs{Name: x}", "?"],
    ["struct{ Name string }{Name: x}", "?"],
    ["&[]string{x}", "?"],
    ["&x", "?"],
    ["x == acme.T{Name: y}", "?"],
    ["pulumi.StringArray{x}[0] + pulumi.StringArray{y}[0]", "? + ?"],
    ["x + pulumi.Map{}", "x + {}"],
    // Conversions
    ["pulumi.String(x)", "wrap(x)"],
    ["pulumi.StringPtr(x)", "wrap(x)"],
    ["pulumi.Float64(x)", "wrap(x)"],
    ["pulumi.StringArray(x)", "wrap(x)"],
    ["pulumi.ToStringMap(x)", "wrap(x)"],
    ["cognito.UserPoolClientTokenValidityUnitsPtr(x)", "wrap(x)"],
    ["cognito.UserPoolClientTokenValidityUnits(x)", "?"],
    ["pulumi.ToSecret(x)", "secret(x)"],
    ["pulumi.ToOutput(x)", "output(x)"],
    ["pulumi.Unsecret(x)", "output(x)"],
    ["pulumi.ToSecretWithContext(ctx, x)", "?"],
    ["pulumi.Sprintf(x)", "?"],
    ["pulumi.MyString(x)", "?"],
    ["pulumi.StringArrayMap(x)", "?"],
    ["pulumi.MyToStringArray(x)", "?"],
    ["pulumi.ToStringArrayOutput(x)", "?"],
    ["pulumi.String()", "?"],
    ['pulumi.String("a", "b")', "?"],
    ["pulumi.String(x).Y", "?"],
    ["pulumi.String[x]", "?"],
    ["pulumi.String.ToStringOutput(x)", "?"],
    ["acme.String(x)", "?"],
    ["String(x)", "?"],
];

/** Expressions with names that are imported without a prefix. */
const WITHOUT_PREFIX: readonly (readonly [source: string, expected: string])[] = [
    ["String(x)", "wrap(x)"],
    ["ToSecret(x)", "secret(x)"],
    ["StringArray{x}", "[x]"],
    ['StringMap{"a": x}', "{a: x}"],
    ["UserPoolClientArgs{Name: x}", "{name=Name: x}"],
    ["UserPoolSchemaArray{x}", "[x]"],
    ["UserPoolClientAnalyticsConfigurationPtr(x)", "wrap(x)"],
    ["NewString(x)", "?"],
];

/** Fields that are no properties. Those in front of them are overridden. */
const FIELDS: readonly (readonly [source: string, expected: string])[] = [
    ["Name: x,", "{name=Name: x}"],
    ["Name: x, a.Name: y", "{name=Name: x, ?: ?}"],
    ['Name: x, "Name": y', "{name=Name: x, ?: ?}"],
];

/** What is in 60 others is read. */
const NESTED: readonly (readonly [source: string, expected: string])[] = [
    [nest("[]T{", 60, "[]T{}", "}"), nest("[", 60, "[]", "]")],
    [nest("[]T{", 61, "[]T{}", "}"), nest("[", 61, "?", "]")],
    [nest("pulumi.String(", 60, "x", ")"), nest("wrap(", 60, "x", ")")],
    [nest("pulumi.String(", 61, "x", ")"), nest("wrap(", 61, "?", ")")],
    [nest("cognito.UserPoolArgs{A: ", 60, "[]T{}", "}"), nest("{a=A: ", 60, "[]", "}")],
    [nest("cognito.UserPoolArgs{A: ", 61, "[]T{}", "}"), nest("{a=A: ", 61, "?", "}")],
    [`${"& ".repeat(60)}pulumi.Map{}`, "{}"],
    [`${"& ".repeat(61)}pulumi.Map{}`, "?"],
    [`${"& ".repeat(100_000)}pulumi.Map{}`, "?"],
];

/** Constructions. */
const CONSTRUCTIONS: readonly (readonly [source: string, expected: string])[] = [
    ["cognito.NewUserPool(ctx, x, nil)", "new UserPool(x, null, -)"],
    ["cognito.NewUserPool(ctx, x, nil,)", "new UserPool(x, null, -)"],
    ["cognito.NewUserPool(ctx, x)", "new UserPool(-, ?, ?)"],
    ["cognito.NewUserPool()", "new UserPool(-, ?, ?)"],
    ["cognito.NewUserPool(ctx, x y, nil)", "new UserPool(-, ?, ?)"],
    ["cognito.NewUserPool(ctx, x, args{,})", "new UserPool(x, ?, -)"],
    ["cognito.NewUserPool(ctx, x, y, pulumi.Parent(z))", "new UserPool(x, y, arguments{parent=Parent: z})"],
    [
        "cognito.NewUserPool(ctx, x, y, pulumi.DependsOn([]pulumi.Resource{z}), pulumi.Protect(true))",
        "new UserPool(x, y, arguments{dependsOn=DependsOn: [z], protect=Protect: true})",
    ],
    ["cognito.NewUserPool(ctx, x, y, pulumi.Providers(a, b))", "new UserPool(x, y, arguments{providers=Providers: ?})"],
    ["cognito.NewUserPool(ctx, x, y, pulumi.Transformations())", "new UserPool(x, y, arguments{transformations=Transformations: ?})"],
    ["cognito.NewUserPool(ctx, x, y, pulumi.Composite(z))", "new UserPool(x, y, arguments{?: ?})"],
    ["cognito.NewUserPool(ctx, x, y, acme.Parent(z))", "new UserPool(x, y, arguments{?: ?})"],
    ["cognito.NewUserPool(ctx, x, y, pulumi.Parent)", "new UserPool(x, y, arguments{?: ?})"],
    ["cognito.NewUserPool(ctx, x, y, opts...)", "new UserPool(x, y, arguments{?: ?})"],
    ["cognito.NewUserPool(ctx, x, y, func() {}())", "new UserPool(x, y, arguments{?: ?})"],
];

describe("expressions of Go", () => {
    for (const [title, imports, expressions] of [
        ["", IMPORTS, EXPRESSIONS],
        [" without a prefix", DOT_IMPORTS, WITHOUT_PREFIX],
    ] as const) {
        for (const [expression, expected] of expressions) {
            it(`reads ${expression}${title}`, () => {
                const client = `NewUserPoolClient(ctx, "web", &UserPoolClientArgs{Name: ${expression}})`;
                const call = title === "" ? client.replace("New", "cognito.New").replace("&", "&cognito.") : client;
                const source = ["package main", ...imports, `func main() { ${call} }`].join("\n");
                assert.equal(notation(propertyValue(readGo, "main.go", source, "name")), expected);
            });
        }
    }

    for (const [fields, expected] of FIELDS) {
        it(`reads the fields ${fields}`, () => {
            const value = `cognito.UserPoolClientArgs{${fields}}`;
            assert.deepEqual(constructionNotations(readProgram(`cognito.NewUserPool(ctx, x, ${value})`)), [
                `new UserPool(x, ${expected}, -)`,
            ]);
        });
    }

    for (const [source, expected] of NESTED) {
        it(`reads ${source.slice(0, 20)} of ${source.length} characters`, () => {
            assert.deepEqual(constructionNotations(readProgram(`cognito.NewUserPool(ctx, x, ${source})`)), [
                `new UserPool(x, ${expected}, -)`,
            ]);
        });
    }

    for (const [call, expected] of CONSTRUCTIONS) {
        it(`reads ${call}`, () => assert.deepEqual(constructionNotations(readProgram(call)), [expected]));
    }

    it("gives the ranges of options", () => {
        const { constructions, text } = readProgram("cognito.NewUserPool(ctx, x, y, pulumi.Parent(a), pulumi.Protect(b))");
        const options = constructions[0]?.options;
        assert.ok(options?.kind === "object");
        const [parent] = options.members;
        const texts = [options, options.inside, parent, parent?.key].map(range => text.slice(range?.start, range?.end));
        const all = "pulumi.Parent(a), pulumi.Protect(b)";
        assert.deepEqual(texts, [all, all, "pulumi.Parent(a)", "pulumi.Parent"]);
    });

    it("gives the range of a block with its &", () => {
        const source = "&cognito.UserPoolClientArgs{Name: x}";
        const { constructions, text } = readProgram(`cognito.NewUserPool(ctx, x, ${source})`);
        assert.equal(text.slice(constructions[0]?.args?.start, constructions[0]?.args?.end), source);
    });
});

function readProgram(statement: string): Program {
    return readGo("main.go", ["package main", ...IMPORTS, `func main() { ${statement} }`].join("\n"));
}
