import * as assert from "node:assert/strict";
import { describe, it } from "mocha";
import { readCSharp } from "../../../src/programs/languages/csharp";
import { CSHARP_TRAPS } from "./csharp-traps";
import { clientInputs, readInputs } from "./read-inputs";

describe("the reader of C# programs", () => {
    for (const { name, source, expected } of CSHARP_TRAPS) {
        it(name, () => assert.deepEqual(clientInputs(readCSharp, "Program.cs", source), expected));
    }

    it("reads names, options and dependencies", () => {
        const source = [
            "using Pulumi;",
            "using Pulumi.Aws.Cognito;",
            "class App : Stack {",
            "public App() {",
            'var pool = new UserPool("pool", new() { AliasAttributes = { "email" } });',
            'var google = new IdentityProvider("google", new IdentityProviderArgs { UserPoolId = pool.Id, AttributeMapping = { { "user_name", "sub" }, ["email"] = "mail" } });',
            'new UserPoolClient("web", new() { UserPoolId = pool.Id }, new CustomResourceOptions { DependsOn = { google } });',
            "} }",
        ].join("\n");
        const options = readCSharp("App.cs", source).constructions.at(-1)?.options;
        assert.ok(options?.kind === "object");
        assert.deepEqual(
            options.members.map(({ name }) => name),
            ["dependsOn"],
        );
        assert.deepEqual(
            readInputs(readCSharp, "App.cs", source).map(({ name, inputs, dependencies }) => [name, inputs, dependencies]),
            [
                ["pool", { aliasAttributes: ["email"] }, {}],
                ["google", { userPoolId: "?", attributeMapping: { user_name: "sub", email: "mail" } }, { userPoolId: ["pool"] }],
                ["web", { userPoolId: "?" }, { userPoolId: ["pool"] }],
            ],
        );
    });

    it("gives the ranges of members", () => {
        const source = 'using Pulumi.Aws.Cognito;\nnew UserPoolClient("web", new()\n{\n    CallbackUrls = new[] { "a", @"b" },\n});';
        const [client] = readCSharp("App.cs", source).constructions;
        assert.ok(client?.args?.kind === "object");
        const textOf = ({ start, end }: { start: number; end: number }) => source.slice(start, end);
        const [urls] = client.args.members;
        assert.ok(urls?.key && urls.value.kind === "list");
        assert.equal(textOf(client.args.inside), '\n    CallbackUrls = new[] { "a", @"b" },\n');
        assert.equal(textOf(urls), 'CallbackUrls = new[] { "a", @"b" }');
        assert.equal(textOf(urls.key), "CallbackUrls");
        assert.equal(textOf(urls.value.inside), ' "a", @"b" ');
        assert.deepEqual(
            urls.value.items.map(({ value }) => value.kind === "literal" && value.quote),
            ['"', '@"'],
        );
    });

    it("exports constants of classes", () => {
        const source =
            'namespace Acme.Auth; class A { public const string X = "a"; private const string Y = "b"; public static string Z = "c"; }';
        const program = readCSharp("A.cs", source);
        assert.deepEqual([...program.exports.keys()], ["A.X", "A.Y"]); // only this file can name the private one
        assert.equal(program.package, "Acme.Auth");
    });

    it("reports resources that are not covered, and classes that are not constructed", () => {
        const source = [
            "using Pulumi.Aws.Cognito;",
            "using Acme.Auth;",
            "class A : UserPoolClient { void F() {",
            'new ManagedUserPoolClient("a"); new Pulumi.AwsNative.Cognito.UserPoolClient("b");',
            "} }",
        ].join("\n");
        const program = readCSharp("A.cs", source);
        assert.deepEqual(
            program.notCovered.map(({ type }) => type),
            ["aws:cognito/managedUserPoolClient:ManagedUserPoolClient", "aws-native:cognito:UserPoolClient"],
        );
        assert.equal(program.notRead.length, 1);
        assert.deepEqual(program.externals, ["Acme.Auth"]);
        assert.deepEqual(program.constructions, []);
    });
});
