import * as assert from "node:assert/strict";
import { describe, it } from "mocha";
import { readJava } from "../../../src/programs/languages/java";
import { JAVA_TRAPS } from "./java-traps";
import { clientInputs, readInputs } from "./read-inputs";

describe("the reader of Java programs", () => {
    for (const { name, source, expected } of JAVA_TRAPS) {
        it(name, () => assert.deepEqual(clientInputs(readJava, "App.java", source), expected));
    }

    it("reads names, options and dependencies", () => {
        const source = [
            "import com.pulumi.aws.cognito.*;",
            "import com.pulumi.resources.CustomResourceOptions;",
            "class App extends ComponentResource {",
            "private final UserPool pool;",
            "App() {",
            'this.pool = new UserPool("pool", UserPoolArgs.builder().aliasAttributes("email").build());',
            'var google = new IdentityProvider("google", IdentityProviderArgs.builder().userPoolId(pool.id()).attributeMapping(Map.of("user_name", "sub")).build());',
            'var web = new UserPoolClient("web", UserPoolClientArgs.builder().userPoolId(this.pool.id()).build(), CustomResourceOptions.builder().dependsOn(google).build());',
            "} }",
        ].join("\n");
        const options = readJava("App.java", source).constructions.at(-1)?.options;
        assert.ok(options?.kind === "object");
        assert.deepEqual(
            options.members.map(({ name, value }) => [name, value.kind === "name" && value.path]),
            [["dependsOn", ["google"]]],
        );
        assert.deepEqual(
            readInputs(readJava, "App.java", source).map(({ name, inputs, dependencies }) => [name, inputs, dependencies]),
            [
                ["pool", { aliasAttributes: ["email"] }, {}],
                ["google", { userPoolId: "?", attributeMapping: { user_name: "sub" } }, { userPoolId: ["pool"] }],
                ["web", { userPoolId: "?" }, { userPoolId: ["pool"] }],
            ],
        );
    });

    it("gives the ranges of setters", () => {
        const source = [
            "import com.pulumi.aws.cognito.*;",
            "class A { void f() {",
            'new UserPoolClient("web", UserPoolClientArgs.builder()',
            '    .callbackUrls("a", "b")',
            "    .build());",
            "} }",
        ].join("\n");
        const [client] = readJava("A.java", source).constructions;
        assert.ok(client?.args?.kind === "object");
        const textOf = ({ start, end }: { start: number; end: number }) => source.slice(start, end);
        const [urls] = client.args.members;
        assert.ok(urls?.key && urls.value.kind === "list");
        assert.equal(textOf(client.args.inside), '\n    .callbackUrls("a", "b")\n    ');
        assert.equal(textOf(urls), '.callbackUrls("a", "b")');
        assert.equal(textOf(urls.key), "callbackUrls");
        assert.equal(textOf(urls.value.inside), '"a", "b"');
        assert.deepEqual(urls.value.items.map(textOf), ['"a"', '"b"']);
    });

    it("gives the ranges of the entries of a map", () => {
        const source = [
            "import com.pulumi.aws.cognito.*;",
            'new IdentityProvider("a", IdentityProviderArgs.builder().attributeMapping(Map.of("email", "mail", "name", "cn")).build());',
        ].join("\n");
        const args = readJava("A.java", source).constructions[0]?.args;
        const map = args?.kind === "object" ? args.members[0]?.value : undefined;
        assert.ok(map?.kind === "object");
        assert.deepEqual(
            map.members.map(({ start, end }) => source.slice(start, end)),
            ['"email", "mail"', '"name", "cn"'],
        );
    });

    it("exports constants of classes", () => {
        const source = 'package app; class A { static final String X = "a"; private static final String Y = "b"; static String Z = "c"; }';
        const program = readJava("A.java", source);
        assert.deepEqual([...program.exports.keys()], ["A.X", "A.Y"]); // only this file can name the private one
        assert.equal(program.package, "app");
    });

    it("reports resources that are not covered, and classes that are not constructed", () => {
        const source = [
            "import com.pulumi.aws.cognito.*;",
            "import com.acme.Auth;",
            "class A extends UserPoolClient { void f() {",
            'new ManagedUserPoolClient("a"); new com.pulumi.awsnative.cognito.UserPoolClient("b");',
            "Auth.build(UserPoolClient::new);",
            "} }",
        ].join("\n");
        const program = readJava("A.java", source);
        assert.deepEqual(
            program.notCovered.map(({ type }) => type),
            ["aws:cognito/managedUserPoolClient:ManagedUserPoolClient", "aws-native:cognito:UserPoolClient"],
        );
        assert.equal(program.notRead.length, 2);
        assert.deepEqual(program.externals, ["com.acme"]);
        assert.deepEqual(program.constructions, []);
    });
});
