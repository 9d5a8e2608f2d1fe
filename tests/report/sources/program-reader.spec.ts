import * as assert from "node:assert/strict";
import { realpathSync } from "node:fs";
import { join } from "node:path";
import { describe, it } from "mocha";
import { findIn, ProgramReader, realPath } from "../../../src/report/sources/program-reader";
import { folder } from "../../support/check";

const TEXT = 'import * as aws from "@pulumi/aws";\nnew aws.cognito.UserPoolClient("web");\n';

describe("ProgramReader", () => {
    const { path, write } = folder();
    const real = (name: string) => join(realpathSync(path(".")), name);

    it("reads a file as a part of the nearest project, or alone", () => {
        write("app/Pulumi.yaml", "name: shop\nruntime: nodejs\n");
        write("app/src/index.ts", TEXT);
        write("app/src/other.ts", TEXT);
        write("app/values.yaml", "a: 1\n");
        write("alone/index.ts", TEXT);
        write("alone/other.ts", TEXT);
        const reader = new ProgramReader();
        const read = (name: string) => {
            const file = reader.readFile(real(name));
            return typeof file === "string" ? file : [file.folder, file.path, file.isProject, file.program.files.length, file.text];
        };
        assert.deepEqual(read("app/src/index.ts"), [real("app"), "src/index.ts", true, 2, TEXT]);
        assert.deepEqual(read("app/values.yaml"), [real("app"), "values.yaml", false, 0, "a: 1\n"]);
        assert.deepEqual(read("alone/index.ts"), [real("alone"), "index.ts", false, 1, TEXT]);
        assert.equal(read("alone/gone.ts"), "no such file or directory");
    });

    it("reads each project and file once", () => {
        write("app/Pulumi.yaml", "name: shop\nruntime: nodejs\n");
        write("app/src/index.ts", TEXT);
        write("alone/index.ts", TEXT);
        const reader = new ProgramReader();
        const [project, file] = [reader.readProject(real("app")), reader.readFile(real("alone/index.ts"))];
        assert.equal(reader.readProject(real("app")), project);
        assert.equal(reader.readFile(real("alone/index.ts")), file);
        assert.equal(findIn(project, real("app/src/index.ts"))?.program, project.program);
        assert.equal(findIn(project, real("app/src/gone.ts")), undefined);
    });
});

describe("realPath", () => {
    it("returns the absolute path, also of a file that does not exist", () => {
        assert.equal(realPath("package.json"), realpathSync("package.json"));
        assert.equal(realPath("gone/../lost.json"), join(process.cwd(), "lost.json"));
    });
});
