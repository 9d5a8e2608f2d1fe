import * as assert from "node:assert/strict";
import { realpathSync } from "node:fs";
import { relative } from "node:path";
import { before, describe, it } from "mocha";
import { type Link, linkStacks } from "../../../src/report/sources/link";
import { ProgramReader } from "../../../src/report/sources/program-reader";
import { openProject } from "../../../src/stacks/positions/project";
import { parseStack } from "../../../src/stacks/resources";
import { folder, resource, state, urnOf } from "../../support/check";
import { inFolder } from "../../support/working-folder";

const INDEX = `import * as aws from "@pulumi/aws";
import { urls } from "./urls";
new aws.cognito.UserPoolClient("web", {}); new aws.cognito.UserPoolClient("worker", {});
for (const app of apps) new aws.cognito.UserPoolClient(app, {
});
for (const app of apps) new aws.cognito.UserPoolClient(\`\${app}-app\`, {});
new aws.cognito.UserPoolClient("twice", {});
new aws.cognito.UserPoolClient("twice", {});
`;

const CALL = `import * as aws from "@pulumi/aws";
call(app => new aws.cognito.UserPoolClient(app, {
}), item => new aws.cognito.UserPoolClient(item, {}));
`;

const STAR = `import * as aws from "@pulumi/aws";
new aws.cognito.UserPoolClient("st*r", {});
const prefix = "shop";
new aws.cognito.UserPoolClient(\`\${prefix}-template\`, {});
new aws.cognito.UserPoolClient(prefix + "-sum", {});
new aws.cognito.UserPoolClient(\`\${app}-computed\`, {});
`;

const NONE = `import * as aws from "@pulumi/aws";
new aws.cognito.UserPoolClient();
new aws.cognito.UserPoolClient(unique, {});
`;

const LOOPS = `import * as aws from "@pulumi/aws";
apps.map(app => new aws.cognito.UserPoolClient(app, {}));
apps.map(app => new aws.cognito.UserPoolClient(app, {
}));
`;

const NAMES = `import pulumi_aws as aws
aws.cognito.UserPoolClient("py-" + "sum")
aws.cognito.UserPoolClient(f"{app}-py")
aws.cognito.UserPoolClient(app)
`;

const YAML = `name: shop
runtime: yaml
resources:
  first:
    type: aws:cognito:UserPoolClient
  second:
    type: aws:cognito:UserPoolClient
    name: renamed
  third:
    type: aws:cognito:UserPoolClient
    name: \${pulumi.stack}-third
  component:
    type: acme:index:Auth
`;

describe("linkStacks", () => {
    const { path, write } = folder();
    before(() => {
        write("app/Pulumi.yaml", "name: shop\nruntime: nodejs\n");
        write("app/src/index.ts", INDEX);
        write("app/src/loops.ts", LOOPS);
        write("app/src/broken.ts", 'import "@pulumi/aws/cognito";\nclass {');
        write("app/bin/index.js", "require('@pulumi/aws').cognito;\n//# sourceMappingURL=index.js.map\n");
        write("shared/auth.ts", LOOPS);
        write("app/src/call.ts", CALL);
        write("app/src/star.ts", STAR);
        write("app/src/none.ts", NONE);
        write("app/src/names.py", NAMES);
        write("app/src/big.ts", `//${" ".repeat(3_000_000)}`);
        write("yaml/Pulumi.yaml", YAML);
        write("yaml/parts/part.yaml", YAML);
    });

    /** Returns the file and line that a client with a name and a stack trace is linked with, or why it is not. */
    const link = async (name: string, frames: readonly string[] = [], cwd = "app", project = path("app")): Promise<string> => {
        const client = resource(name, {}, { stackTrace: frames.map(sourcePosition => ({ sourcePosition })) });
        const { found }: Link = await inFolder(path(cwd), async () => {
            const stack = { file: "dev.json", isNamed: true, ...parseStack(state(client)) };
            const [linked] = linkStacks({ stacks: [stack], programs: [] }, openProject(project), new ProgramReader());
            assert.ok(linked);
            return linked.linkOf(urnOf(name));
        });
        if (typeof found === "string") return found;
        const { source, resource: created } = found;
        const { line } = source.program.linesOf(created.file).positionAt(created.range.start);
        return `${relative(realpathSync(path(".")), source.folder)}/${created.file}:${line}`.replaceAll("\\", "/");
    };
    const at = (position: string) => [`project:///${position}`];

    for (const [name, client, frames, expected] of [
        ["by its name, without a position", "web", [], "app/src/index.ts:3"],
        ["by its name, after lines have moved", "worker", at("src/index.ts#7,1"), "app/src/index.ts:3"],
        ["by its name, after it has moved to another file", "worker", at("src/loops.ts#2,17"), "app/src/index.ts:3"],
        ["by its name, if the frame is that of a package", "web", at("node_modules/a/index.js#1,1"), "app/src/index.ts:3"],
        ["by its name, if the file at its position is compiled", "web", at("bin/index.js#1,1"), "app/src/index.ts:3"],
        ["by the known part of its name, without a position", "shop-app", [], "app/src/index.ts:6"],
        ["by its position", "a", at("src/index.ts#4,25"), "app/src/index.ts:4"],
        ["by the line of its position", "b", at("src/loops.ts#2"), "app/src/loops.ts:2"],
        ["by a line in the construction", "a", at("src/loops.ts#4,1"), "app/src/loops.ts:3"],
        ["by its position, and not by the part of its name", "shop-app", at("src/loops.ts#2,17"), "app/src/loops.ts:2"],
        ["by its position if others have the name", "twice", at("src/index.ts#8,1"), "app/src/index.ts:8"],
        ["by the line of its position if the column is another one", "a", at("src/loops.ts#2,1"), "app/src/loops.ts:2"],
        ["by its position if another one ends in its line", "a", at("src/call.ts#3,13"), "app/src/call.ts:3"],
        ["by its line if another one ends there", "a", at("src/call.ts#3"), "app/src/call.ts:3"],
        ["by its line if another one starts behind it", "a", at("src/call.ts#2"), "app/src/call.ts:2"],
        ["around its position, and not by the part of its name", "shop-app", at("src/index.ts#5,1"), "app/src/index.ts:4"],
        ["by its name in a template, after it has moved", "shop-template", at("src/loops.ts#2,17"), "app/src/star.ts:4"],
        ["by its name in a sum, after it has moved", "shop-sum", at("src/loops.ts#2,17"), "app/src/star.ts:5"],
        ["at its position that has no name there", "a", at("src/none.ts#2,1"), "app/src/none.ts:2"],
        ["not by the name of its only variable", "unique", at("src/loops.ts#2,17"), "app/src/loops.ts:2"],
        ["not by the name of a variable", "app", at("src/loops.ts#2,17"), "app/src/loops.ts:2"],
        ["not by a name with a computed part", "*-computed", at("src/loops.ts#2,17"), "app/src/loops.ts:2"],
        ["by a name with an asterisk", "st*r", [], "app/src/star.ts:2"],
        ["the only one in the file that can have the name", "a", at("src/index.ts#1,1"), "app/src/index.ts:4"],
        ["by its name in two parts", "py-sum", at("src/names.py#9"), "app/src/names.py:2"],
        ["the only one in the file with the known part of its name", "dev-py", at("src/names.py#9"), "app/src/names.py:3"],
        ["at its line, and not the one with the known part of its name", "dev-py", at("src/names.py#4"), "app/src/names.py:4"],
    ] as const) {
        it(`finds a client ${name}`, async () => assert.equal(await link(client, frames), expected));
    }

    for (const [title, name, frames, expected] of [
        ["by its key", "first", [], "yaml/Pulumi.yaml:4"],
        ["by its name", "renamed", [], "yaml/Pulumi.yaml:6"],
        ["by the known part of its name", "dev-third", [], "yaml/Pulumi.yaml:9"],
        ["by the end of its name in a component", "auth-first", [], "yaml/Pulumi.yaml:4"],
        ["not by its key if it has a name", "second", [], "the stack does not say where in the current folder it is created"],
        ["in a file by the end of its name", "auth-first", at("parts/part.yaml#4,3"), "yaml/parts/part.yaml:4"],
        [
            "not by another name",
            "other",
            at("parts/part.yaml#4,3"),
            "there is no app client other at this position; the program may have changed since",
        ],
    ] as const) {
        it(`finds a client in YAML ${title}`, async () => assert.equal(await link(name, frames, "yaml", path("yaml")), expected));
    }

    it("finds a client in a file outside the project, but not outside the current folder", async () => {
        assert.equal(await link("a", at("../shared/auth.ts#2,17"), "."), "shared/auth.ts:2");
        assert.equal(await link("a", at("../shared/auth.ts#2,17")), "the stack does not say where in the current folder it is created");
    });

    it("finds a client by its position without a project, but not by its name", async () => {
        assert.equal(await link("a", at("auth.ts#2,17"), "shared", path("shared")), "shared/auth.ts:2");
        assert.equal(await link("web", [], ".", path(".")), "the stack does not say where in the current folder it is created");
    });

    it("says that a component in YAML is no client", async () => {
        const component = resource("component", {}, { type: "acme:index:Auth" });
        const parent = urnOf("component", "acme:index:Auth");
        const found = await inFolder(path("yaml"), () => {
            const stack = { file: "dev.json", isNamed: true, ...parseStack(state(component, resource("sign-in", {}, { parent }))) };
            const [linked] = linkStacks({ stacks: [stack], programs: [] }, openProject("."), new ProgramReader());
            return linked?.linkOf(urnOf("sign-in")).found;
        });
        assert.equal(found, "there is no app client sign-in at this position; the program may have changed since");
    });

    it("finds a client in the project that it belongs to, of those that were read", async () => {
        write("other/Pulumi.yaml", "name: other\nruntime: nodejs\n");
        write("other/index.ts", INDEX.replaceAll("worker", "other"));
        const found = await inFolder(path("."), () => {
            const reader = new ProgramReader();
            const [app, other] = ["app", "other"].map(name => reader.readProject(realpathSync(path(name))));
            assert.ok(app && other);
            const clients = ["shop", "other", "third"].map(project => {
                const urn = urnOf("other").replace("::shop::", `::${project}::`);
                return resource("other", {}, { urn });
            });
            const stack = { file: "dev.json", isNamed: true, ...parseStack(state(...clients)) };
            return [true, false].map(isProject => {
                const programs = [app, { ...other, isProject }].map(program => {
                    return { ...program, file: "Pulumi.yaml", isNamed: true, files: new Set(program.program.files) };
                });
                const [linked] = linkStacks({ stacks: [stack], programs }, openProject("app"), reader);
                return stack.resources.map(({ urn }) => {
                    const link = linked?.linkOf(urn);
                    assert.equal(linked?.linkOf(urn), link);
                    return typeof link?.found === "string" ? link.found : link?.found.source.folder;
                });
            });
        });
        const noPosition = "the stack does not say where in the current folder it is created";
        const otherProject = (name: string) => `it belongs to the project ${name}, whose folder --project does not name`;
        assert.deepEqual(found, [
            [noPosition, realpathSync(path("other")), otherProject("third")],
            [noPosition, otherProject("other"), otherProject("third")],
        ]);
    });

    for (const [name, client, frames, expected] of [
        ["several have the name", "twice", [], "the stack does not say where in the current folder it is created"],
        ["several can have the name", "a", at("src/loops.ts#1,1"), "the position could be that of several clients with the name a"],
        [
            "its program is in a package",
            "a",
            at("node_modules/a/index.js#1,1"),
            "the stack does not say where in the current folder it is created",
        ],
        ["another one starts there", "a", at("src/call.ts#3,1"), "the position could be that of several clients with the name a"],
        [
            "an asterisk is no pattern",
            "star",
            at("src/star.ts#2,1"),
            "there is no app client star at this position; the program may have changed since",
        ],
        [
            "the code is in a package that the program calls",
            "a",
            [...at("node_modules/a/index.js#1,1"), ...at("src/index.ts#4,25")],
            "the code that creates it is in a package or outside the current folder",
        ],
        [
            "a package creates it, also if the program could have its name",
            "shop-app",
            at("node_modules/a/index.js#1,1"),
            "the stack does not say where in the current folder it is created",
        ],
        ["the file is gone", "a", at("src/gone.ts#1,1"), "the file could not be read: no such file or directory"],
        ["the file is too large", "a", at("src/big.ts#1,1"), "the file could not be read: it is larger than 2 MB"],
        ["the file has a syntax error", "a", at("src/broken.ts#1,1"), "of a syntax error in line 2: unexpected token"],
        ["the file is compiled", "a", at("bin/index.js#1,1"), "the file is compiled from another one: it has a source map"],
        ["the language is not read", "a", at("src/auth.fs#1,1"), "the file is in a language that is not read"],
    ] as const) {
        it(`says that ${name}`, async () => assert.equal(await link(client, frames), expected));
    }
});
