import assert from "node:assert/strict";
import { join } from "node:path";
import { readProject } from "../../src/programs/project";
import { withFiles } from "./temporary-folder";

const NODEJS = { runtime: "nodejs", folders: ["."] };
const YAML = { runtime: "yaml", folders: ["."], yaml: { programs: ["Main.json", "Main.yaml", "Pulumi.yaml"], packages: [] } };

function yamlIn(folder: string, folders = ["."]) {
    return { ...YAML, folders, yaml: { ...YAML.yaml, programs: YAML.yaml.programs.map(name => `${folder}/${name}`) } };
}

function withPackages(...packages: string[]) {
    return { ...YAML, yaml: { ...YAML.yaml, packages } };
}

describe("the settings of a project", () => {
    for (const [title, text, expected] of [
        ["a runtime", "name: shop\nruntime: nodejs\n", NODEJS],
        ["a runtime in double quotes", 'runtime: "nodejs"\n', NODEJS],
        ["a runtime in single quotes", "runtime: 'nodejs'\n", NODEJS],
        ["a runtime behind spaces and tabs", "runtime: \t nodejs\n", NODEJS],
        ["a runtime with a comment", "runtime: nodejs # or bun\n", NODEJS],
        ["a runtime with options", "runtime:\n  name: nodejs\n  options:\n    nodeargs: --a\n", NODEJS],
        [
            "a runtime behind its options",
            "runtime: # a comment\r\n  options:\r\n    nodeargs: a\r\n  name: 'nodejs'\r\nmain: .\r\n",
            NODEJS,
        ],
        ["a runtime in braces", "runtime: { name: nodejs, options: {} }\n", NODEJS],
        ["a runtime in braces without spaces", "runtime: {name: nodejs}\n", NODEJS],
        ["a runtime in braces in quotes", 'runtime: {  name:  "nodejs" }\n', NODEJS],
        ["a runtime in a JSON file", '{ "name": "shop", "runtime": "nodejs" }\n', NODEJS],
        ["a runtime with options in a JSON file", '{ "runtime": { "options": {}, "name": "nodejs" } }\n', NODEJS],
        ["a runtime that is another setting's", "config:\n  runtime: yaml\nruntime: nodejs\n", NODEJS],
        ["a runtime and a name", "runtime:\nname: shop\n", { folders: ["."] }],
        ["no runtime", "name: shop\n", { folders: ["."] }],
        ["no runtime but that of another setting", "config:\n  runtime: nodejs\n", { folders: ["."] }],
        ["a list", "- runtime\n", { folders: ["."] }],
        ["nothing", "", { folders: ["."] }],
        ["brackets that are nested too deeply", `a: ${"[".repeat(20_000)}`, { folders: ["."] }],

        ["a folder of main below", "runtime: nodejs\nmain: src\n", NODEJS],
        ["a file of main", "runtime: nodejs\nmain: index.ts\n", NODEJS],
        ["a folder of main elsewhere", "runtime: nodejs\nmain: ../app/src/\n", { ...NODEJS, folders: [".", "../app/src"] }],
        ["a file of main elsewhere", "runtime: nodejs\nmain: '../app/index.ts'\n", { ...NODEJS, folders: [".", "../app"] }],
        ["a folder of main with a dot elsewhere", "runtime: nodejs\nmain: ../v1.x/app\n", { ...NODEJS, folders: [".", "../v1.x/app"] }],
        ["a folder of main elsewhere without a runtime", "main: ../app\n", { folders: [".", "../app"] }],

        ["YAML", "runtime: yaml\n", YAML],
        ["YAML with options", "runtime:\n  name: yaml\n  options: {}\n", YAML],
        ["YAML in a JSON file", '{ "runtime": "yaml" }\n', YAML],
        ["YAML in a folder of main", "runtime: yaml\nmain: infra\n", yamlIn("infra")],
        ["YAML in a folder of main elsewhere", "runtime: yaml\nmain: ../infra\n", yamlIn("../infra", [".", "../infra"])],
        ["YAML in a file of main", "runtime: yaml\nmain: infra/main.yaml\n", yamlIn("infra")],
        ["YAML in a file of main with the short extension", "runtime: yaml\nmain: infra/main.yml\n", yamlIn("infra")],
        ["YAML in a JSON file of main", "runtime: yaml\nmain: infra/main.json\n", yamlIn("infra")],
        ["YAML in a folder of main with a name like a file's", "runtime: yaml\nmain: main.yaml.d/infra\n", yamlIn("main.yaml.d/infra")],
        ["YAML with a package of a folder", "runtime: yaml\npackages:\n  auth: ./auth\n", withPackages("auth")],
        ["YAML with a package above", "runtime: yaml\npackages:\n  auth: ../auth\n", withPackages("../auth")],
        ["YAML with a package of a Windows path", "runtime: yaml\npackages:\n  auth: .\\auth\n", withPackages(".\\auth")],
        [
            "YAML with a package that has a source",
            "runtime: yaml\npackages:\n  auth: { source: ./auth, version: 1 }\n",
            withPackages("auth"),
        ],
        [
            "YAML with packages of registries",
            "runtime: yaml\npackages:\n  a: aws\n  b: aws@7.0.0\n  c: github.com/acme/auth\n  d: [./auth]\n  5: ./auth\n",
            withPackages(),
        ],
        ["YAML with packages in a list", "runtime: yaml\npackages: [./auth]\n", withPackages()],
    ] as const) {
        it(`are read with ${title}`, () => {
            withFiles({ "shop/Pulumi.yaml": text }, folder => assert.deepEqual(readProject(join(folder, "shop")), expected));
        });
    }

    it("can have the short extension", () => {
        withFiles({ "Pulumi.yml": "runtime: nodejs\n" }, folder => assert.deepEqual(readProject(folder), NODEJS));
    });

    it("can be absent", () => {
        withFiles({}, folder => assert.deepEqual(readProject(folder), { folders: ["."] }));
    });
});
