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
        for (const file of ["main_linux.go", "main_test.go", "web/main_arm64.go"]) assert.deepEqual(exportsOf(file), []);
        for (const file of ["linux.go", "main_linux_x.go", "main_web.go"]) assert.deepEqual(exportsOf(file), ["A", "B"]);
        for (const line of ["//go:build linux", "//go:build\tlinux", "// +build linux", "//+build linux"])
            assert.deepEqual(exportsOf("main.go", `${line}\n\n`), []);
        for (const line of ["// go:build linux", "//go:builds linux", "// //go:build linux", "// +builds linux"])
            assert.deepEqual(exportsOf("main.go", `${line}\n\n`), ["A", "B"]);
    });

    it("exports constants of the package only", () => {
        const source = 'package main\nconst _, A = 1, 2\nfunc f() {\nconst B = "b"\n}\nconst C = "c"';
        const { exports, text } = readGo("main.go", source);
        assert.deepEqual(
            [...exports.values()].map(({ start, end }) => text.slice(start, end)),
            ["A", "C"],
        );
    });

    it("reads nothing from files that are never built", () => {
        const source = `package main\nimport "github.com/pulumi/pulumi-aws/sdk/v7/go/aws/cognito"\nfunc f() { cognito.NewUserPool(ctx, "a", nil) }`;
        const countOf = (text: string) => readGo("main.go", text).constructions.length;
        for (const line of ["//go:build ignore", "//go:build\tignore", "/* a */\n//go:build ignore"])
            assert.equal(countOf(`${line}\n\n${source}`), 0);
        for (const line of ["// go:build ignore", "//go:build ignored", "/* */ //go:build ignore"])
            assert.equal(countOf(`${line}\n\n${source}`), 1);
        assert.equal(countOf(`${source}\n//go:build ignore`), 1);
    });

    it("reads nothing from files with an error", () => {
        for (const source of [`package main\n${"{".repeat(101)}${"}".repeat(101)}`, 'const a = "b"\n(']) {
            const { errors, bindings } = readGo("main.go", source);
            assert.equal(errors.length, 1);
            assert.deepEqual(bindings, []);
        }
        assert.deepEqual(readGo("main.go", `package main\nvar x = f(${"{".repeat(101)}${"}".repeat(101)})`).errors, []);
    });

    it("names a package by its folder and its own name", () => {
        const packages = ["main.go", "web/main.go", "web/auth/main.go"].map(file => readGo(file, "package a"));
        assert.deepEqual(
            packages.map(program => [program.package, program.modules]),
            [".#a", "web#a", "web/auth#a"].map(name => [name, [name]]),
        );
    });

    it("knows the names and the origin of imported packages", () => {
        const IMPORTS: readonly (readonly [path: string, name: string, isExternal: boolean])[] = [
            ["fmt", "fmt", false],
            ["encoding/json", "json", false],
            ["webshop/api.v1", "api", false],
            ["github.com/pulumi/pulumi/sdk/v3/go/pulumi", "pulumi", false],
            ["github.com/acme/auth", "auth", true],
            ["github.com/acme/auth/v2", "auth", true],
            ["github.com/acme/auth/v12", "auth", true],
            ["github.com/acme/v2auth", "v2auth", true],
            ["github.com/acme/vault", "vault", true],
            ["github.com/acme/auth2", "auth2", true],
            ["k8s.io/api/core/v1beta1", "v1beta1", true],
            ["gopkg.in/yaml.v3", "yaml", true],
            ["gopkg.in/yaml.v12", "yaml", true],
            ["gopkg.in/yaml.vault", "yaml.vault", true],
            ["github.com/acme/go-auth", "auth", true],
            ["github.com/acme/auth-go", "auth", true],
            ["github.com/acme/auth-go-x", "auth-go-x", true],
            ["github.com/acme/my-go-auth", "my-go-auth", true],
            ["example.com", "example.com", true],
        ];
        for (const [path, name, isExternal] of IMPORTS) {
            const { bindings, externals } = readGo("main.go", `package main\nimport "${path}"`);
            assert.deepEqual(
                bindings.map(({ name }) => name),
                [name],
            );
            assert.deepEqual(externals, isExternal ? [path] : []);
        }
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
