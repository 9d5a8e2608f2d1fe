import assert from "node:assert/strict";
import { isProgramFile, readProgram, readProgramText } from "../../src/programs";
import { clientsOf } from "./read";
import { withFiles } from "./temporary-folder";

const AWS = 'import * as aws from "@pulumi/aws";\n';
const CLIENT = `${AWS}new aws.cognito.UserPoolClient("web", {});\n`;

describe("files of programs", () => {
    const names = ["a.ts", "a.tsx", "a.mts", "a.cjs", "a.js", "a.py", "a.go", "a.java", "a.cs", "a.yaml", "a.yml", "a.json"];
    it("have the extensions of the languages", () => {
        assert.deepEqual([...names, "a.d.ts", "a.rs", "ts", "a.ts.txt"].filter(isProgramFile), names);
    });
});

describe("a program in one file", () => {
    it("has the file, its text and its lines", () => {
        const program = readProgramText("index.ts", CLIENT);
        assert.deepEqual(program.files, ["index.ts"]);
        assert.equal(program.textOf("index.ts"), CLIENT);
        assert.equal(program.textOf("other.ts"), undefined);
        assert.deepEqual(program.linesOf("index.ts").positionAt(AWS.length), { line: 2, column: 1 });
        assert.deepEqual(program.linesOf("other.ts").positionAt(0), { line: 1, column: 1 });
        assert.equal(program.linesOf("index.ts"), program.linesOf("index.ts"));
        assert.deepEqual([program.errors, program.isComplete], [[], false]);
    });

    it("is empty without a sign of Cognito, and in no known language", () => {
        for (const program of [readProgramText("index.ts", "const x = ;"), readProgramText("a.rs", "cognito")]) {
            assert.deepEqual([program.files, program.resources, program.errors], [[], [], []]);
        }
    });

    it("is read for the method of SST, and for Cognito in any case", () => {
        for (const text of ["p.addClient();", "// COGNITO"]) assert.deepEqual(readProgramText("index.ts", text).files, ["index.ts"]);
    });

    it("has the lines of texts with each kind of line end", () => {
        const lines = readProgramText("index.ts", "// cognito\r// a\r\n// b\n// c").linesOf("index.ts");
        const positions = [0, 10, 11, 15, 17, 22].map(offset => lines.positionAt(offset));
        assert.deepEqual(
            positions.map(({ line, column }) => `${line}:${column}`),
            ["1:1", "1:11", "2:1", "2:5", "3:1", "4:1"],
        );
    });

    it("has the places that are not read in full", () => {
        const text = `${AWS}new aws.cognito.UserPool("p", args);\ncreate(aws.cognito.IdentityProvider);\nnew aws.cognito.UserPool("q");`;
        const { notRead } = readProgramText("index.ts", text);
        assert.deepEqual(
            notRead.map(({ file, start, end }) => [file, text.slice(start, end)]),
            [
                ["index.ts", 'new aws.cognito.UserPool("p", args)'],
                ["index.ts", "aws.cognito.IdentityProvider"],
            ],
        );
    });

    it("is read again with another text", () => {
        const program = readProgramText("index.ts", CLIENT);
        const names = (texts: Record<string, string>) =>
            clientsOf(program.withTexts(new Map(Object.entries(texts)))).map(({ name }) => name);
        assert.deepEqual(names({ "index.ts": CLIENT.replace("web", "app") }), ["app"]);
        assert.deepEqual(names({ "other.ts": CLIENT.replace("web", "app") }), ["web"]);
    });
});

describe("a program in a folder", () => {
    /** Reads a program in files next to Pulumi.yaml. */
    function read(files: Readonly<Record<string, string>>, settings = "runtime: nodejs\n") {
        return withFiles(
            { "shop/Pulumi.yaml": settings, ...Object.fromEntries(Object.entries(files).map(([file, text]) => [`shop/${file}`, text])) },
            folder => {
                const program = readProgram(`${folder}/shop`);
                return { ...program, isComplete: program.isComplete };
            },
        );
    }

    it("has only the files that have a sign of Cognito, and those that they use", () => {
        const index = `import { a } from "./a";\n${CLIENT}`;
        assert.deepEqual(read({ "index.ts": index, "a.ts": "export const a = 1;", "b.ts": "export const b = 1;" }).files, [
            "index.ts",
            "a.ts",
        ]);
    });

    it("is complete if a file imports modules of the program", () => {
        assert.equal(read({ "index.ts": `import { a } from "./a";\n${CLIENT}`, "a.ts": "export const a = 1;" }).isComplete, true);
        assert.equal(read({ "index.ts": `import { a } from "./missing";\n${CLIENT}` }).isComplete, true);
        assert.equal(read({ "index.ts": `import { a } from "@acme/a";\n${CLIENT}` }).isComplete, false);
    });

    it("is not complete if a class is passed on, or a file has an error", () => {
        assert.equal(read({ "index.ts": `${CLIENT}f(aws.cognito.UserPool);` }).isComplete, false);
        assert.equal(read({ "index.ts": CLIENT, "b.ts": "const x = ;" }).isComplete, false);
    });

    it("is complete if it is empty", () => {
        const { files, resources, errors, isComplete } = read({});
        assert.deepEqual([files, resources, errors, isComplete], [[], [], [], true]);
    });

    it("has files once that are below the folders of the settings and of main", () => {
        const settings = "runtime: nodejs\nmain: ../\n";
        const { files } = withFiles({ "shop/Pulumi.yaml": settings, "shop/index.ts": CLIENT, "app.ts": CLIENT }, folder =>
            readProgram(`${folder}/shop`),
        );
        assert.deepEqual(files, ["index.ts", "../app.ts"]);
    });

    it("in YAML has the components of local packages in YAML alone", () => {
        const component = "components:\n  a:\n    resources:\n      web: { type: aws:cognito:UserPoolClient }\n";
        const settings = "runtime: yaml\npackages:\n  auth: ./auth\n";
        const files = { "auth/PulumiPlugin.yaml": component, "auth/b.yml": component, "auth/c.yaml.txt": component, "auth/d.ts": CLIENT };
        assert.deepEqual(read({ ...files, "Main.yaml": "# none\n" }, settings).files, ["auth/PulumiPlugin.yaml", "auth/b.yml"]);
        assert.equal(read({}, settings).isComplete, false);
    });

    it("in YAML without a file of it is empty", () => {
        const { files, errors } = read({}, "runtime: yaml\nmain: infra\n");
        assert.deepEqual([files, errors], [[], []]);
    });
});
