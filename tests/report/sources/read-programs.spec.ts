import * as assert from "node:assert/strict";
import { mkdirSync } from "node:fs";
import { Readable } from "node:stream";
import { before, describe, it } from "mocha";
import { programErrors } from "../../../src/report/sources/messages";
import { ProgramReader } from "../../../src/report/sources/program-reader";
import { resourcesOf } from "../../../src/report/sources/program-source";
import { readSources } from "../../../src/report/sources/read-sources";
import { UsageError } from "../../../src/util/user-error";
import { folder, resource, state } from "../../support/check";
import { inFolder } from "../../support/working-folder";

const KINDS = "a state, a preview, a folder, or a program in TypeScript, JavaScript, Python, Go, Java, C# or YAML";
const PROJECT = "name: shop\nruntime: nodejs\n";
const YAML = "resources:\n  yaml:\n    type: aws:cognito:UserPoolClient\n";

function program(...names: readonly string[]): string {
    return ['import * as aws from "@pulumi/aws";', ...names.map(name => `new aws.cognito.UserPoolClient("${name}");`)].join("\n");
}

describe("readSources of programs", () => {
    const { write, path } = folder();
    before(() => {
        write("app/Pulumi.yaml", PROJECT);
        write("app/index.ts", program("web"));
        write("app/lib/auth.ts", program("auth"));
        write("app/tsconfig.json", "{}");
        write("app/states/dev.json", state(resource("web")));
        write("app/infra/Pulumi.yaml", PROJECT);
        write("app/infra/index.ts", program("infra"));
        write("app/node_modules/a/Pulumi.yaml", PROJECT);
        write("two/Pulumi.json", '{"name": "shop", "runtime": "nodejs"}');
        write("two/Pulumi.yaml", PROJECT);
        write("alone/main.ts", program("main"));
        write("alone/notes.txt", "resources:");
        write("alone/list.json", "[]");
        write("alone/text", "{}");
        write("alone/none.txt", " ");
        write("yaml/Pulumi.yaml", `name: shop\nruntime: yaml\n${YAML}`);
        write("files/Main.yaml", YAML);
        write("files/values.yaml", "a: 1\n");
        write("files/spaced.yaml", 'key:\n  "resources" : 1\n');
        write("files/program.json", '{"resources": {"json": {"type": "aws:cognito:UserPoolClient"}}}');
        write("files/components.json", '{\n  "components" : {}\n}');
        write("broken/Pulumi.yaml", PROJECT);
        write("files/other.yaml", "xresources: {}\nnote: 'no resources: here'\n");
        write("files/values.yml", "a: 1\n");
        write("files/text.json", "text");
        write("alone/steps.json", '{"x": {"steps": []}}');
        write("alone/comment.json", "{ // no JSON");
        write("alone/other.yaml.ts", program());
        write("second/main.ts", program("second"));
        write("app/empty.json", "");
        write("app/blank.json", " ");
        write("blank/blank.json", " ");
        write("nest/in/Pulumi.json", PROJECT);
        write("large/Pulumi.yaml", PROJECT);
        write("large/index.ts", `//${" ".repeat(3_000_000)}`);
        write("large/in/Pulumi.yaml", PROJECT);
        write("large/in/index.ts", program("in"));
        write("broken/dev.json", '{"deployment": []}');
        mkdirSync(path("empty"));
    });

    /** Returns each program with its clients, each stack with its clients, and what else there is. */
    const read = (cwd: string, paths: readonly string[], stdin = "") =>
        inFolder(path(cwd), async () => {
            const streams = { stdin: Readable.from([Buffer.from(stdin)]) };
            const sources = await readSources(paths, new ProgramReader(), streams);
            const { programs, stacks, skipped } = sources;
            const errors = [...sources.errors, ...programErrors(sources)];
            const line = (file: string, isNamed: boolean, resources: readonly { name: string }[]) =>
                [file, ...(isNamed ? ["(named)"] : []), ...resources.map(({ name }) => name)].join(" ");
            return {
                programs: programs.map(source => line(source.file, source.isNamed, resourcesOf(source))),
                stacks: stacks.map(({ file, isNamed, resources }) => line(file, isNamed, resources)),
                ...(errors.length > 0 && { errors }),
                ...(skipped > 0 && { skipped }),
            };
        });

    const APP = "Pulumi.yaml (named) web auth";
    const INFRA = "infra/Pulumi.yaml infra";
    const DEV = ["states/dev.json web"];

    for (const [title, cwd, paths, expected] of [
        ["the project in the current folder by default", "yaml", [], { programs: ["Pulumi.yaml (named) yaml"], stacks: [] }],
        ["the projects in a folder, without those of dependencies", "app", ["."], { programs: [APP, INFRA], stacks: DEV }],
        [
            "a project that is named twice, with the files of the inner project only there",
            "app",
            ["infra", "Pulumi.yaml", "./Pulumi.yaml"],
            { programs: ["./Pulumi.yaml (named) web auth", "infra/Pulumi.yaml (named) infra"], stacks: [] },
        ],
        [
            "a project as named if its file or its folder is, in any order",
            ".",
            ["app/infra/Pulumi.yaml", "app"],
            { programs: ["app/Pulumi.yaml (named) web auth", "app/infra/Pulumi.yaml (named) infra"], stacks: ["app/states/dev.json web"] },
        ],
        [
            "a project as named that is also in a folder",
            "app",
            ["infra", "."],
            { programs: [APP, "infra/Pulumi.yaml (named) infra"], stacks: DEV },
        ],
        ["a project in a folder as not named", ".", ["nest"], { programs: ["nest/in/Pulumi.json"], stacks: [] }],
        [
            "files of one name in several folders",
            ".",
            ["alone/main.ts", "second/main.ts"],
            { programs: ["alone/main.ts (named) main", "second/main.ts (named) second"], stacks: [] },
        ],
        ["a program in TypeScript without resources", "alone", ["other.yaml.ts"], { programs: ["other.yaml.ts (named)"], stacks: [] }],
        [
            "the projects in a folder, with the files that cannot be read",
            ".",
            ["large"],
            {
                programs: ["large/Pulumi.yaml (named)", "large/in/Pulumi.yaml in"],
                stacks: [],
                errors: ["could not read large/index.ts: it is larger than 2 MB."],
            },
        ],
        ["one project for several settings", ".", ["two"], { programs: ["two/Pulumi.json (named)"], stacks: [] }],
        [
            "a file with its project, and only its clients",
            ".",
            ["app/lib/auth.ts", "app/index.ts"],
            { programs: ["app/index.ts (named) web", "app/lib/auth.ts (named) auth"], stacks: [] },
        ],
        ["a file once", "alone", ["main.ts", "main.ts", "./main.ts"], { programs: ["./main.ts (named) main"], stacks: [] }],
        ["a file of a project that is read once", "app", [".", "index.ts"], { programs: [APP, INFRA], stacks: DEV }],
        ["a file of an inner project once", "app", [".", "infra/index.ts"], { programs: [APP, INFRA], stacks: DEV }],
        ["a file without a project", "alone", ["main.ts"], { programs: ["main.ts (named) main"], stacks: [] }],
        [
            "programs in YAML and JSON by their sections",
            "files",
            ["Main.yaml", "program.json", "components.json", "spaced.yaml"],
            {
                programs: ["Main.yaml (named) yaml", "components.json (named)", "program.json (named) json", "spaced.yaml (named)"],
                stacks: [],
            },
        ],
        ["no files in a folder without a project", "alone", ["."], { programs: [], stacks: [], skipped: 3 }],
    ] as const) {
        it(`returns ${title}`, async () => assert.deepEqual(await read(cwd, paths), expected));
    }

    for (const [title, cwd, paths, errors] of [
        ["an empty folder, once", ".", ["empty", "empty"], ["empty: no Pulumi.yaml and no files named *.json, *.json.gz or *.json.zst."]],
        ["a file of an unknown kind", "alone", ["notes.txt"], [`notes.txt: unknown kind of file; expected ${KINDS}.`]],
        [
            "a file with an object in JSON",
            "alone",
            ["text"],
            ["text: neither a state nor a preview; expected the output of `pulumi stack export` or `pulumi preview --json`."],
        ],
        [
            "a file without text",
            "alone",
            ["none.txt"],
            ["none.txt: empty; expected the output of `pulumi stack export` or `pulumi preview --json`."],
        ],
        ["a file in YAML that is no program", "files", ["values.yaml"], [`values.yaml: not a Pulumi program; expected ${KINDS}.`]],
        [
            "a file in YAML that is no program by its ending",
            "files",
            ["values.yml"],
            [`values.yml: not a Pulumi program; expected ${KINDS}.`],
        ],
        ["a file in YAML with a similar section", "files", ["other.yaml"], [`other.yaml: not a Pulumi program; expected ${KINDS}.`]],
        [
            "a text with the name of JSON",
            "files",
            ["text.json"],
            ["text.json: not JSON at line 1, column 1: unexpected text without double quotes."],
        ],
        [
            "a file in a folder that is blank, outside a project",
            ".",
            ["blank"],
            ["blank/blank.json: empty; expected the output of `pulumi stack export` or `pulumi preview --json`."],
        ],
        [
            "a missing file",
            "files",
            ["a.ts", "Pulumi.yaml"],
            ["could not read Pulumi.yaml: no such file or directory.", "could not read a.ts: no such file or directory."],
        ],
        ["a damaged state in a project", ".", ["broken/dev.json"], ["broken/dev.json: deployment must be an object."]],
    ] as const) {
        it(`reports ${title}`, async () => assert.deepEqual(await read(cwd, paths), { programs: [], stacks: [], errors }));
    }

    it("reports a damaged state in a folder", async () => {
        const errors = ["broken/dev.json: deployment must be an object."];
        assert.deepEqual(await read(".", ["broken"]), { programs: ["broken/Pulumi.yaml (named)"], stacks: [], errors });
    });

    it("does not take standard input for a program", async () => {
        const error =
            "standard input: neither a state nor a preview; expected the output of `pulumi stack export` or `pulumi preview --json`.";
        assert.deepEqual(await read("files", ["-"], '{"resources": {}}'), { programs: [], stacks: [], errors: [error] });
    });

    it("reads JSON from standard input", async () => {
        const { errors } = await read("files", ["-"], "text");
        assert.deepEqual(errors, ["standard input: not JSON at line 1, column 1: unexpected text without double quotes."]);
    });

    it("needs a path if the current folder has no project", async () => {
        await assert.rejects(read("alone", []), new UsageError("no FILE given, and the current folder has no Pulumi.yaml"));
    });
});
