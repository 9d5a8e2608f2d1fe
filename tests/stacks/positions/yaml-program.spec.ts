import * as assert from "node:assert/strict";
import { mkdirSync } from "node:fs";
import { dirname, resolve } from "node:path";
import { describe, it } from "mocha";
import { CLIENT_TYPE } from "../../../src/core/user-pools";
import { formatLocation } from "../../../src/stacks/positions/location";
import { openProject } from "../../../src/stacks/positions/project";
import { loadYamlProgram, type YamlProgram } from "../../../src/stacks/positions/yaml-program";
import { folder } from "../../support/check";

const HEADER = "name: shop\nruntime: yaml\n";

const PROGRAM = `resources:
  users:
    type: aws:cognito:UserPool
  web:
    type: aws:cognito:UserPoolClient
`;

/** A client with a name of its own, and a user pool with the name of a client. */
const RENAMED = `
resources:
    key:
        name: web
        type: aws:cognito/userPoolClient:UserPoolClient
    users: {type: aws:cognito:UserPool, name: worker}
    "worker": {type: AWS:Cognito:UserPoolClient}
`;

let count = 0;

describe("loadYamlProgram", () => {
    const { path, write } = folder();

    /** Loads the program of a new folder with these files, as if it were the current folder. */
    function load(files: Readonly<Record<string, string>>, project = "."): YamlProgram | undefined {
        const root = `program-${count++}`;
        for (const [file, content] of Object.entries(files)) {
            mkdirSync(dirname(path(`${root}/${file}`)), { recursive: true });
            write(`${root}/${file}`, content);
        }
        return loadYamlProgram({ ...openProject(path(`${root}/${project}`)), cwd: resolve(path(root)) });
    }

    function find(program: YamlProgram | undefined, name = "web", type = CLIENT_TYPE): string | undefined {
        const location = program?.findResource({ name, type });
        return location && formatLocation(location);
    }

    describe("finds a resource", () => {
        it("in Pulumi.yaml", () => {
            const program = load({ "Pulumi.yaml": HEADER + PROGRAM });
            assert.equal(find(program), "Pulumi.yaml:6:3");
            assert.equal(find(program, "users", "aws:cognito/userPool:UserPool"), "Pulumi.yaml:4:3");
        });

        it("by its name or key, and by its type in any case", () => {
            const program = load({ "Pulumi.yaml": HEADER + RENAMED });
            assert.equal(find(program, "web"), "Pulumi.yaml:5:5");
            assert.equal(find(program, "key"), undefined);
            assert.equal(find(program, "worker"), "Pulumi.yaml:9:5");
            assert.equal(find(program, "worker", "aws:cognito/userPool:UserPool"), "Pulumi.yaml:8:5");
            assert.equal(find(program, "worker", "aws-native:cognito:UserPoolClient"), undefined);
            assert.equal(find(program, "constructor"), undefined);
        });

        for (const [name, files, expected] of [
            ["Main.yaml", { "Main.yaml": PROGRAM }, "Main.yaml:4:3"],
            [
                "Main.json",
                { "Main.json": '{"resources": {\n"web": {"type": "aws:cognito:UserPoolClient"}}}', "Main.yaml": PROGRAM },
                "Main.json:2:1",
            ],
            ["the folder of main", { "Pulumi.yaml": `${HEADER}main: app/\n`, "app/Pulumi.yaml": HEADER + PROGRAM }, "app/Pulumi.yaml:6:3"],
            [
                "the folder of main that is a file",
                { "Pulumi.yaml": `${HEADER}main: app/Main.yaml\n`, "app/Main.yaml": PROGRAM },
                "app/Main.yaml:4:3",
            ],
            [
                "the folder of main that is a file of the other ending",
                { "Pulumi.yaml": `${HEADER}main: app/Main.yml\n`, "app/Main.yaml": PROGRAM },
                "app/Main.yaml:4:3",
            ],
            [
                "a folder with the ending of a file in its name",
                { "Pulumi.yaml": `${HEADER}main: app.yaml.d\n`, "app.yaml.d/Main.yaml": PROGRAM },
                "app.yaml.d/Main.yaml:4:3",
            ],
            [
                "a runtime with options",
                { "Pulumi.yaml": `name: shop\nruntime:\n  name: yaml\n  options: {}\n${PROGRAM}` },
                "Pulumi.yaml:8:3",
            ],
            [
                "JSON",
                { "Pulumi.yaml": `{"name": "shop", "runtime": "yaml",\n "resources": {"web": {"type": "aws:cognito:UserPoolClient"}}}` },
                "Pulumi.yaml:2:16",
            ],
            ["YAML with errors after it", { "Pulumi.yaml": `${HEADER + PROGRAM}outputs: {a: b: c\n` }, "Pulumi.yaml:6:3"],
            ["YAML with an alias", { "Pulumi.yaml": `${HEADER}a: &a b\nc: *a\n${PROGRAM}` }, "Pulumi.yaml:8:3"],
            ["a file with CR LF", { "Pulumi.yaml": (HEADER + PROGRAM).replaceAll("\n", "\r\n") }, "Pulumi.yaml:6:3"],
        ] as const) {
            it(`in ${name}`, () => assert.equal(find(load({ "Pulumi.yaml": HEADER, ...files })), expected));
        }

        it("in Pulumi.yml if that is the project file", () =>
            assert.equal(find(load({ "Pulumi.yml": HEADER + PROGRAM })), "Pulumi.yml:6:3"));

        it("in a project below the current folder", () => {
            assert.equal(find(load({ "infra/Pulumi.yaml": HEADER + PROGRAM }, "infra")), "infra/Pulumi.yaml:6:3");
        });

        it("but not in a file outside the current folder", () => {
            assert.equal(find(load({ "Pulumi.yaml": `${HEADER}main: ..\n` })), undefined);
            const files = { "infra/Pulumi.yaml": `${HEADER}main: ../../outside\n` };
            mkdirSync(path("outside"), { recursive: true });
            write("outside/Main.yaml", PROGRAM);
            assert.equal(find(load(files, "infra")), undefined);
        });
    });

    for (const [name, content] of [
        ["written in another language", `name: shop\nruntime: nodejs # not yaml\n${PROGRAM}`],
        ["of an unknown runtime", `name: shop\n# yaml\n${PROGRAM}`],
    ] as const) {
        it(`returns no program that is ${name}`, () => assert.equal(load({ "Pulumi.yaml": content }), undefined));
    }

    it("returns no program without a project file", () => assert.equal(load({ "Main.yaml": PROGRAM }), undefined));

    for (const content of [
        "",
        "resources:\n",
        "resources: []\n",
        "resources: {web: }\n",
        "resources: {web: []}\n",
        "resources: {web: {type: }}\n",
        "resources: {[a, b]: c}\n",
        "resources: {[a, b]: {type: aws:cognito:UserPoolClient, name: web}}\n",
        "resources: {web: {type: aws:cognito:UserPoolClient, name: {a: b}}}\n",
        "- a\n",
        "resources: *missing\n",
        "resources: &a {a: *a}\n",
        "\t{",
        "a".repeat(2),
    ]) {
        it(`finds nothing in ${JSON.stringify(content)}`, () => {
            const program = load({ "Pulumi.yaml": HEADER, "Main.yaml": content });
            assert.ok(program);
            assert.equal(find(program), undefined);
        });
    }
});
