// biome-ignore-all lint/suspicious/noTemplateCurlyInString: the texts are programs

import assert from "node:assert/strict";
import { readProgramText } from "../../src/programs";
import { propertiesOf } from "../../src/programs/resource-types";
import { clientsOf, readable, readOnlyClient } from "./read";
import { YAML_TRAPS } from "./traps/yaml";

const TYPE = "aws:cognito/userPoolClient:UserPoolClient";

/** Reads the only client of a program with these properties. */
function read(properties: string): Record<string, unknown> {
    return readOnlyClient(`resources:\n  web:\n    type: ${TYPE}\n    properties:\n${properties}`, "Pulumi.yaml");
}

describe("traps in YAML", () => {
    for (const { title, text, props, file = "Pulumi.yaml" } of YAML_TRAPS) {
        it(`reads ${title}`, () => {
            if (props !== undefined) return assert.deepEqual(readOnlyClient(text, file), JSON.parse(JSON.stringify(props)));
            const program = readProgramText(file, text);
            assert.deepEqual(program.errors, []);
            return assert.deepEqual(clientsOf(program), []);
        });
    }

    const allUnknown = Object.fromEntries(propertiesOf(TYPE).map(name => [name, "?"]));
    for (const [title, properties] of [
        ["a merge key", "      <<: { name: a }\n"],
        ["a duplicate property", "      name: a\n      name: b\n"],
        ["a key that is a number", "      5: a\n"],
        ["a key that is a list", "      ? [a]\n      : b\n"],
    ] as const) {
        it(`reads no property of a client with ${title}`, () => {
            assert.deepEqual(read(properties), allUnknown);
        });
    }

    it("reads a key __proto__ as any other", () => {
        const props = read("      __proto__: { name: a }\n");
        assert.deepEqual(Object.keys(props), ["__proto__"]);
        assert.equal(props.name, undefined);
    });

    for (const [title, text, line] of [
        ["a syntax error", "resources:\n  web: [\n", 3],
        ["a tab as indentation", "resources:\n\tweb: {}\n", 2],
    ] as const) {
        it(`reports ${title}`, () => {
            const { errors } = readProgramText("Pulumi.yaml", `# cognito\n${text}`);
            assert.deepEqual(
                errors.map(error => error.line),
                [line + 1],
            );
        });
    }

    it("ends the range of a resource behind its last value", () => {
        const text = `resources:\n  web:\n    type: ${TYPE}\n    properties:\n      callbackUrls:\n        - a\n\n  # other\n  other: {}\n`;
        const [client] = clientsOf(readProgramText("Pulumi.yaml", text));
        assert.equal(client && text.slice(client.range.start, client.range.end).endsWith("- a"), true);
    });

    it("finds the keys of properties and of the members of blocks", () => {
        const text = `resources:\n  web:\n    type: ${TYPE}\n    properties:\n      "tokenValidityUnits":\n        accessToken: minutes\n`;
        const [client] = clientsOf(readProgramText("Pulumi.yaml", text));
        const places = [...(client?.places ?? [])].map(([path, { start, end }]) => [path, text.slice(start, end)]);
        assert.deepEqual(places, [
            ["tokenValidityUnits", '"tokenValidityUnits"'],
            ["tokenValidityUnits.accessToken", "accessToken"],
        ]);
    });

    it("pairs clients with pools of the program and of a component", () => {
        const part =
            "resources:\n  pool: { type: aws:cognito:UserPool }\n  web: { type: aws:cognito:UserPoolClient, properties: { userPoolId: $POOL } }\n";
        const main = part.replace("$POOL", '"${pool.id}"');
        const text = `${main}components:\n  auth:\n${main.replace(/^/gm, "    ")}`;
        const { resources } = readProgramText("Pulumi.yaml", text);
        const pools = resources.filter(({ type }) => type.endsWith(":UserPool"));
        assert.deepEqual(
            clientsOf({ resources } as never).map(client => readable(client.propertyDependencies)),
            pools.map(({ urn }) => ({ userPoolId: [urn] })),
        );
        assert.equal(pools.length, 2);
    });
});
