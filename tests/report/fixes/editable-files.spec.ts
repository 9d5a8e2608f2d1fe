import * as assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { chmodSync, mkdirSync, realpathSync, symlinkSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { before, describe, it } from "mocha";
import { readProgramText } from "../../../src/programs";
import { type EditableFile, EditableFiles, readEditableFile } from "../../../src/report/fixes/editable-files";
import { folder } from "../../support/check";
import { inFolder } from "../../support/working-folder";

const FOREIGN = "the file is a link to one outside the current folder or in a folder of dependencies";

describe("files of the program", () => {
    const { path } = folder();
    const write = (name: string, content: string | Uint8Array) => {
        mkdirSync(dirname(path(name)), { recursive: true });
        writeFileSync(path(name), content);
    };
    const link = (target: string, name: string) => {
        mkdirSync(dirname(path(name)), { recursive: true });
        symlinkSync(target, path(name));
    };
    const read = (name: string): EditableFile | string => {
        const cwd = join(realpathSync(path(".")), "app");
        return readEditableFile(name, { cwd, project: cwd });
    };
    before(function () {
        if (process.platform === "win32") this.skip(); // links need a privilege there
        write("app/src/index.ts", "text");
        write("app/node_modules/auth/index.js", "dependency");
        write("shared/auth.ts", "outside");
    });

    it("are read", () => {
        assert.deepEqual(read("src/index.ts"), { file: "src/index.ts", mark: "", text: "text" });
    });

    it("keep a byte order mark apart", () => {
        write("app/mark.ts", "\ufeffa\ufeff");
        assert.deepEqual(read("mark.ts"), { file: "mark.ts", mark: "\ufeff", text: "a\ufeff" });
    });

    it("can be behind a link to another part of the program", () => {
        link("src", "app/lib");
        assert.deepEqual(read("lib/index.ts"), { file: "src/index.ts", mark: "", text: "text" });
    });

    it("are not behind a link that leads out of the current folder", () => {
        link("../shared", "app/shared");
        link("../../shared/auth.ts", "app/src/auth.ts");
        assert.deepEqual([read("shared/auth.ts"), read("src/auth.ts")], [FOREIGN, FOREIGN]);
    });

    it("are not behind a link to a folder of dependencies", () => {
        link("node_modules/auth", "app/auth");
        assert.equal(read("auth/index.js"), FOREIGN);
    });

    it("are not outside the current folder, nor in a folder of dependencies", () => {
        assert.deepEqual([read("../shared/auth.ts"), read("node_modules/auth/index.js")], [FOREIGN, FOREIGN]);
    });

    it("cannot be missing, folders or pipes", () => {
        execFileSync("mkfifo", [path("app/pipe.ts")]);
        const errors = ["missing.ts", "src", "pipe.ts"].map(read);
        const unreadable = (reason: string) => `the file could not be read: ${reason}`;
        assert.deepEqual(errors, [unreadable("no such file or directory"), unreadable("not a file"), unreadable("not a file")]);
    });

    it("cannot be read-only", () => {
        write("app/read-only.ts", "text");
        chmodSync(path("app/read-only.ts"), 0o444);
        assert.equal(read("read-only.ts"), "the file is read-only");
    });

    it("are in UTF-8", () => {
        write("app/utf-8.ts", "ä");
        write("app/latin-1.ts", Buffer.from("ä", "latin1"));
        assert.deepEqual(read("utf-8.ts"), { file: "utf-8.ts", mark: "", text: "ä" });
        assert.equal(read("latin-1.ts"), "the file is not encoded in UTF-8");
    });

    it("are read once, and only if they are as the program was read", () => {
        const cwd = join(realpathSync(path(".")), "app");
        return inFolder(cwd, () => {
            const text = "// cognito";
            const read = (files: EditableFiles, written: string) => {
                write("app/once.ts", written);
                return files.read({ folder: cwd, program: readProgramText("once.ts", text), isProject: false }, "once.ts");
            };
            const files = new EditableFiles();
            assert.deepEqual(read(files, text), { file: "once.ts", mark: "", text });
            assert.deepEqual(read(files, `${text}s`), { file: "once.ts", mark: "", text });
            assert.equal(read(new EditableFiles(), `${text}s`), "the file has changed since it was read");
        });
    });
});
