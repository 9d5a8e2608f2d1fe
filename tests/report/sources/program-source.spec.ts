import * as assert from "node:assert/strict";
import { join } from "node:path";
import { describe, it } from "mocha";
import { type locationOf, type ProgramSource, partOf, resourcesOf } from "../../../src/report/sources/program-source";
import { toStacks } from "../../../src/report/sources/to-stacks";
import { parseStack } from "../../../src/stacks/resources";
import { resource, state, urnOf } from "../../support/check";
import { sourceOf } from "../../support/program-source";

const SDK = 'import * as aws from "@pulumi/aws";\n';
const CLIENT = `${SDK}export const web = new aws.cognito.UserPoolClient("web", { \r
    accessTokenValidity: 60,
    tokenValidityUnits: { accessToken: "minutes" },
    callbackUrls: ["https://a.dev"],
});
`;

/** What the program in a file says about its only resource. */
function partIn(file: string, text: string, more: Partial<ProgramSource> = {}) {
    const source = sourceOf(file, text, more);
    const [created, ...others] = source.program.resources;
    assert.ok(created && others.length === 0, text);
    return partOf(source, created);
}

/** Returns the text at a location. */
function textAt(text: string, { line, column = 0, endLine, endColumn }: ReturnType<typeof locationOf>): string {
    assert.equal(line, endLine);
    return text.split("\n")[line - 1]?.slice(column - 1, (endColumn ?? 0) - 1) ?? "";
}

describe("partOf", () => {
    const part = () => partIn("src/index.ts", CLIENT);

    it("returns the first line of the construction", () => {
        assert.deepEqual(part().location, { file: "src/index.ts", line: 2, column: 20, endLine: 2, endColumn: 59 });
        assert.equal(textAt(CLIENT, part().location), 'new aws.cognito.UserPoolClient("web", {');
    });

    for (const [title, key, shown] of [
        ["without quotes", "web", "web"],
        ["in double quotes", '"web: app"', '"web: app"'],
        ["after a quote", "x'y'", "x'y'"],
        ["in single quotes", "'web: app'", "'web: app'"],
        ["with an anchor behind it", "web ", "web"],
    ] as const) {
        it(`returns the name of a resource in YAML ${title}`, () => {
            const text = `resources:\n  ${key}:\n    type: aws:cognito:UserPoolClient\n`;
            assert.equal(textAt(text, partIn("Main.yaml", text).location), shown);
        });
    }

    it("returns the name of a resource in JSON", () => {
        const text = '{ "resources": { "web": { "type": "aws:cognito:UserPoolClient" } } }';
        assert.equal(textAt(text, partIn("Main.json", text).location), '"web"');
    });

    for (const [property, key, isSet] of [
        ["accessTokenValidity", "accessTokenValidity", true],
        ["tokenValidityUnits", "tokenValidityUnits", true],
        ["tokenValidityUnits.accessToken", "accessToken", true],
        ["tokenValidityUnits.idToken", "tokenValidityUnits", true],
        ["callbackUrls[0]", "callbackUrls", true],
        ["callbackUrls[12].host", "callbackUrls", true],
        ["name", undefined, false],
        ["analyticsConfiguration.roleArn", undefined, false],
    ] as const) {
        it(`knows whether ${property} is set, and where`, () => {
            const { locationOf, sets } = part();
            const location = locationOf(property);
            assert.deepEqual([location && textAt(CLIENT, location), sets(property)], [key, isSet]);
        });
    }

    it("says whether a property is a secret", () => {
        const secret = `${SDK}import * as pulumi from "@pulumi/pulumi";\nnew aws.cognito.UserPoolClient("web", { name: pulumi.secret("a") });\n`;
        assert.deepEqual([part().hasSecrets, partIn("index.ts", secret).hasSecrets], [false, true]);
    });

    it("has a key that depends on the folder and the place", () => {
        const keys = [part(), partIn("src/index.ts", CLIENT, { folder: join(process.cwd(), "app") }), partIn("src/main.ts", CLIENT)];
        assert.equal(new Set(keys.map(({ key }) => key)).size, 3);
        assert.equal(partIn("src/index.ts", CLIENT).key, part().key);
    });

    it("has paths from the current folder", () => {
        const files = ["app", ".."].map(name => partIn("index.ts", CLIENT, { folder: join(process.cwd(), name) }).location.file);
        assert.deepEqual(files, ["app/index.ts", "../index.ts"]);
    });
});

describe("resourcesOf", () => {
    const text = `${SDK}new aws.cognito.UserPool("pool");\nnew aws.cognito.UserPoolClient("web");\nnew aws.cognito.ManagedUserPoolClient("m", {});\n`;
    const all = ["aws:cognito/userPool:UserPool", "aws:cognito/userPoolClient:UserPoolClient"];
    const managed = "aws:cognito/managedUserPoolClient:ManagedUserPoolClient";

    for (const [title, files, expected] of [
        ["all resources, and the clients that the policies do not cover", undefined, [...all, managed]],
        ["the clients of the files that are checked", ["index.ts"], [...all, managed]],
        ["no client of another file, but what clients belong to", ["main.ts"], [all[0]]],
    ] as const) {
        it(`returns ${title}`, () => {
            const resources = resourcesOf(sourceOf("index.ts", text, files && { files: new Set(files) }));
            assert.deepEqual(
                resources.map(({ type }) => type),
                expected,
            );
        });
    }

    it("tells the clients that the policies do not cover apart by their places", () => {
        const twice = resourcesOf(sourceOf("index.ts", text + text.split("\n")[3]));
        const [first, second] = twice.filter(({ type }) => type === managed);
        assert.ok(first && second);
        assert.notEqual(first.urn, second.urn);
        assert.deepEqual([first.name, first.props, first.propertyDependencies], ["", {}, {}]);
    });
});

describe("toStacks", () => {
    const source = sourceOf("index.ts", CLIENT);
    const [created] = source.program.resources;
    assert.ok(created);
    const linked = (file: string, found: string | undefined) => ({
        file,
        isNamed: true,
        ...parseStack(state(resource("web", {}))),
        linkOf: () => ({ place: { location: { file: "a.ts", line: 1 } }, found: found ?? { source, resource: created } }),
    });

    it("returns programs and stacks, sorted by file, with what the programs say about their clients", () => {
        const stacks = toStacks([source], [linked("z.json", "gone"), linked("a.json", undefined)]);
        const [urn, part] = [urnOf("web"), partOf(source, created)];
        assert.deepEqual(
            stacks.map(stack => [stack.file, stack.isProgram ?? false, stack.placeOf?.(urn)?.location?.file, stack.partOf?.(urn)?.key]),
            [
                ["a.json", false, "a.ts", part.key],
                ["index.ts", true, undefined, undefined],
                ["z.json", false, "a.ts", undefined],
            ],
        );
        assert.equal(stacks[1]?.partOf?.(created.urn)?.key, part.key);
    });

    it("returns where a program could not be read in full, in the files that are checked", () => {
        const computed = `${SDK}new aws.cognito.UserPoolClient("web", args());\n`;
        const notReadIn = (files?: readonly string[]) =>
            toStacks([sourceOf("index.ts", computed, files && { files: new Set(files) })], [])[0]?.notRead?.map(({ line }) => line);
        assert.deepEqual([notReadIn(), notReadIn(["index.ts"]), notReadIn(["main.ts"])], [[2], [2], []]);
    });

    it("says that the program of a file may have more resources, and that of a complete project not", () => {
        const complete = { ...source, program: { ...source.program, isComplete: true } };
        assert.deepEqual(
            [source, complete].map(program => toStacks([program], [])[0]?.isOpen),
            [true, false],
        );
    });
});
