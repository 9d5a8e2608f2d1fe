import * as assert from "node:assert/strict";
import { describe, it } from "mocha";
import { readPython } from "../../../src/programs/languages/python";
import { PYTHON_NAME_TRAPS } from "./python-name-traps";
import { PYTHON_TRAPS } from "./python-traps";
import { clientInputs, readInputs } from "./read-inputs";

describe("the reader of Python programs", () => {
    for (const { name, source, expected } of [...PYTHON_TRAPS, ...PYTHON_NAME_TRAPS]) {
        it(name, () => {
            assert.deepEqual(clientInputs(readPython, "__main__.py", source), expected);
        });
    }

    it("reads names, options and dependencies", () => {
        const source = [
            "import pulumi",
            "from pulumi_aws.cognito import IdentityProvider, UserPool, UserPoolClient as Client",
            'pool = UserPool("pool", name="customers")',
            'google = IdentityProvider("google", user_pool_id=pool.id, provider_name="Google", provider_type="Google")',
            'web = Client("web", user_pool_id=pool.id, opts=pulumi.ResourceOptions(depends_on=[google]))',
        ].join("\n");
        const program = readPython("__main__.py", source);
        const [, google, web] = program.constructions;
        assert.equal(source.slice(google?.start, google?.end).split("\n")[0], source.split("\n")[3]?.slice("google = ".length));
        assert.equal(web?.options?.kind === "object" && web.options.members[0]?.name, "dependsOn");
        const resources = readInputs(readPython, "__main__.py", source);
        assert.deepEqual(
            resources.map(({ name, dependencies }) => [name, dependencies]),
            [
                ["pool", {}],
                ["google", { userPoolId: ["pool"] }],
                ["web", { userPoolId: ["pool"] }],
            ],
        );
    });

    it("gives the ranges of arguments", () => {
        const source = 'import pulumi_aws as aws\naws.cognito.UserPoolClient("web", callback_urls=["a", r"b"], **rest)';
        const [client] = readPython("__main__.py", source).constructions;
        assert.ok(client?.args?.kind === "object");
        const textOf = ({ start, end }: { start: number; end: number }) => source.slice(start, end);
        const [urls, rest] = client.args.members;
        assert.equal(textOf(client.args.inside), ', callback_urls=["a", r"b"], **rest');
        assert.equal(urls && textOf(urls), 'callback_urls=["a", r"b"]');
        assert.equal(urls?.key && textOf(urls.key), "callback_urls");
        assert.equal(rest && textOf(rest), "**rest");
        assert.ok(urls?.value.kind === "list");
        assert.equal(textOf(urls.value.inside), '"a", r"b"');
        assert.deepEqual(
            urls.value.items.map(({ value }) => [textOf(value), value.kind === "literal" && value.quote]),
            [
                ['"a"', '"'],
                ['r"b"', 'r"'],
            ],
        );
    });

    it("reports resources that are not covered, and classes that are not called", () => {
        const source = [
            "import pulumi_aws as aws, pulumi_aws_native as native, pulumi_auth0, os",
            'aws.cognito.ManagedUserPoolClient("a")',
            'native.cognito.UserPoolClient("b")',
            "class Web(aws.cognito.UserPoolClient): pass",
            "build(aws.cognito.UserPoolClient)",
            "def f(client: aws.cognito.UserPoolClient) -> aws.cognito.UserPool: isinstance(client, aws.cognito.UserPoolClient)",
            'aws.cognito.UserPoolClient.get("c", "id")',
            "Client = aws.cognito.UserPoolClient",
            "if client == aws.cognito.UserPoolClient: pass",
            "clients: list[aws.cognito.UserPoolClient] = [aws.cognito.UserPoolClient]",
        ].join("\n");
        const program = readPython("__main__.py", source);
        assert.deepEqual(
            program.notCovered.map(({ type }) => type),
            ["aws:cognito/managedUserPoolClient:ManagedUserPoolClient", "aws-native:cognito:UserPoolClient"],
        );
        assert.deepEqual(
            program.notRead.map(({ start }) => source.slice(0, start).split("\n").length),
            [4, 5, 8],
        );
        assert.deepEqual(program.constructions, []);
        assert.deepEqual(program.externals, []);
    });

    it("reports the line of a syntax error, and reads nothing", () => {
        const program = readPython("__main__.py", 'import pulumi_aws as aws\naws.cognito.UserPoolClient("web"\n\nx = ]');
        assert.deepEqual(program.errors, [{ line: 4, reason: "unexpected ]" }]);
        assert.deepEqual(program.constructions, []);
    });
});
