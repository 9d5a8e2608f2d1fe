import * as assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, truncateSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import * as path from "node:path";
import { after, before, describe, it } from "mocha";
import { createLineReader } from "../../src/report/source-lines";

describe("createLineReader", () => {
    const original = process.cwd();
    let folder = "";
    before(() => {
        folder = realpathSync(mkdtempSync(path.join(tmpdir(), "lines-")));
        mkdirSync(path.join(folder, "app/src"), { recursive: true });
        process.chdir(path.join(folder, "app"));
    });
    after(() => {
        process.chdir(original);
        rmSync(folder, { recursive: true });
    });

    const read = (file: string, first = 1, last = first) => createLineReader()(file, first, last);

    it("reads lines, whatever ends them", () => {
        writeFileSync("src/index.ts", "one\ntwo\r\nthree\rfour");
        assert.deepEqual(read("src/index.ts", 2, 4), ["two", "three", "four"]);
        assert.deepEqual(read("src/index.ts", 4), ["four"]);
        assert.equal(read("src/index.ts", 4, 5), undefined);
        assert.deepEqual(read("src/index.ts", 0), []);
    });

    it("reads each file once", () => {
        const readLines = createLineReader();
        writeFileSync("once.py", "one");
        assert.deepEqual(readLines("once.py", 1, 1), ["one"]);
        writeFileSync("once.py", "two");
        assert.deepEqual(readLines("once.py", 1, 1), ["one"]);
    });

    for (const file of [
        "a.mjs",
        "a.cts",
        "a.jsx",
        "a.go",
        "A.java",
        "A.cs",
        "Pulumi.yaml",
        "src/Main.yml",
        "PulumiPlugin.yaml",
        "a.d.ts",
        "a.tsx",
        "A.kt",
        "A.scala",
        "a.fs",
        "a.vb",
    ]) {
        it(`reads the program ${file}`, () => {
            writeFileSync(file, "one");
            assert.deepEqual(read(file), ["one"]);
        });
    }

    for (const file of [
        ".env",
        "credentials.json",
        "secrets.yaml",
        "Pulumi.dev.yaml",
        "id_rsa",
        "a.ts.txt",
        "MyPulumi.yaml",
        "Main.yaml.bak",
        "Main_yaml",
        "go",
        "a.bpy",
    ]) {
        it(`does not read ${file}, which is no program`, () => {
            writeFileSync(file, "secret");
            assert.equal(read(file), undefined);
        });
    }

    it("does not read files outside the current folder, also not through a link", () => {
        writeFileSync("../outside.ts", "secret");
        writeFileSync(".token", "secret");
        symlinkSync("../../outside.ts", "src/link.ts");
        symlinkSync("../.token", "src/token.ts");
        for (const file of ["../outside.ts", path.join(folder, "outside.ts"), "src/link.ts", "src/token.ts"]) {
            assert.equal(read(file), undefined, file);
        }
    });

    it("does not read what is missing, no file or too large", function () {
        mkdirSync("folder.ts");
        writeFileSync("large.ts", "one\n");
        truncateSync("large.ts", 5_000_000);
        assert.equal(read("large.ts")?.[0], "one");
        truncateSync("large.ts", 5_000_001);
        for (const file of ["missing.ts", "folder.ts", "large.ts"]) assert.equal(read(file), undefined, file);
        if (process.platform === "win32") this.skip();
        execFileSync("mkfifo", ["pipe.ts"]);
        assert.equal(read("pipe.ts"), undefined);
    });
});
