import * as assert from "node:assert/strict";
import { describe, it } from "mocha";
import { readGo } from "../../../src/programs/languages/go";
import { GO_TRAPS } from "./go-traps";
import { clientInputs, readInputs } from "./read-inputs";

const HEAD = [
    "package main",
    'import "github.com/pulumi/pulumi-aws/sdk/v7/go/aws/cognito"',
    'import "github.com/pulumi/pulumi/sdk/v3/go/pulumi"',
    "func main() { pulumi.Run(func(ctx *pulumi.Context) error {",
];

describe("the reader of Go programs", () => {
    for (const { name, source, expected } of GO_TRAPS) {
        it(name, () => assert.deepEqual(clientInputs(readGo, "main.go", source), expected));
    }

    it("reads names, options and dependencies", () => {
        const source = [
            ...HEAD,
            'pool, err := cognito.NewUserPool(ctx, "pool", &cognito.UserPoolArgs{Schemas: cognito.UserPoolSchemaArray{&cognito.UserPoolSchemaArgs{Name: pulumi.String("a")}}})',
            "if err != nil { return err }",
            'google, err := cognito.NewIdentityProvider(ctx, "google", &cognito.IdentityProviderArgs{UserPoolId: pool.ID(), AttributeMapping: pulumi.StringMap{"user_name": pulumi.String("sub")}})',
            'web, err := cognito.NewUserPoolClient(ctx, "web", &cognito.UserPoolClientArgs{UserPoolId: pool.ID().ToStringOutput()}, pulumi.DependsOn([]pulumi.Resource{google}))',
            "return nil }) }",
        ].join("\n");
        const { constructions } = readGo("main.go", source);
        const options = constructions.at(-1)?.options;
        assert.ok(options?.kind === "object");
        assert.deepEqual(
            options.members.map(({ name, value }) => [
                name,
                value.kind === "list" && value.items.map(({ value }) => value.kind === "name" && value.path),
            ]),
            [["dependsOn", [["google"]]]],
        );
        assert.deepEqual(
            readInputs(readGo, "main.go", source).map(({ name, inputs, dependencies }) => [name, inputs, dependencies]),
            [
                ["pool", { schemas: [{ name: "a" }] }, {}],
                ["google", { userPoolId: "?", attributeMapping: { user_name: "sub" } }, { userPoolId: ["pool"] }],
                ["web", { userPoolId: "?" }, { userPoolId: ["pool"] }],
            ],
        );
    });

    it("gives the ranges of fields", () => {
        const source = [
            ...HEAD,
            'cognito.NewUserPoolClient(ctx, "web", &cognito.UserPoolClientArgs{',
            "\tCallbackUrls: pulumi.StringArray{",
            '\t\tpulumi.String("a"),',
            "\t},",
            "})",
        ].join("\n");
        const [client] = readGo("main.go", `${source}\nreturn nil }) }`).constructions;
        assert.ok(client?.args?.kind === "object");
        const textOf = ({ start, end }: { start: number; end: number }) => source.slice(start, end);
        const [urls] = client.args.members;
        assert.ok(urls?.key && urls.value.kind === "list");
        assert.equal(textOf(urls.key), "CallbackUrls");
        assert.equal(textOf(urls), 'CallbackUrls: pulumi.StringArray{\n\t\tpulumi.String("a"),\n\t}');
        assert.equal(textOf(urls.value.inside), '\n\t\tpulumi.String("a"),\n\t');
        assert.deepEqual(urls.value.items.map(textOf), ['pulumi.String("a")']);
    });

    it("exports constants of files that are always built", () => {
        const exportsOf = (file: string, head = "") => [
            ...readGo(file, `${head}package main\nconst A, B = "a", "b"\nvar C = "c"\n`).exports.keys(),
        ];
        assert.deepEqual(exportsOf("main.go"), ["A", "B"]);
        assert.deepEqual(exportsOf("main_linux.go"), []);
        assert.deepEqual(exportsOf("main.go", "//go:build linux\n\n"), []);
    });

    it("reports resources that are not covered, and functions that are not called", () => {
        const source = [
            ...HEAD.slice(0, 3),
            'import native "github.com/pulumi/pulumi-aws-native/sdk/go/aws/cognito"',
            'import "github.com/acme/auth"',
            'func main() { native.NewUserPoolClient(ctx, "a", nil)',
            'cognito.NewManagedUserPoolClient(ctx, "b", nil)',
            "auth.Build(cognito.NewUserPoolClient) }",
        ].join("\n");
        const program = readGo("main.go", source);
        assert.deepEqual(
            program.notCovered.map(({ type }) => type),
            ["aws-native:cognito:UserPoolClient", "aws:cognito/managedUserPoolClient:ManagedUserPoolClient"],
        );
        assert.equal(program.notRead.length, 1);
        assert.deepEqual(program.externals, ["github.com/acme/auth"]);
    });
});
