import * as assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import {
    chmodSync,
    chownSync,
    closeSync,
    constants,
    existsSync,
    fstatSync,
    linkSync,
    lstatSync,
    openSync,
    readdirSync,
    readFileSync,
    realpathSync,
    rmSync,
    statSync,
    symlinkSync,
    type writeFileSync,
} from "node:fs";
import { readlink } from "node:fs/promises";
import { dirname, join } from "node:path";
import { Writable } from "node:stream";
import { describe, it } from "mocha";
import { print, writeOutput } from "../../src/cli/output";
import { PACKAGE_FOLDER } from "../../src/util/package-info";
import { UserError } from "../../src/util/user-error";
import { folder } from "../support/check";
import { inFolder } from "../support/working-folder";

describe("print", () => {
    const failingWith = (error: object) => new Writable({ write: (_chunk, _encoding, done) => done(Object.assign(new Error(), error)) });

    it("writes the text and returns the exit code", async () => {
        let written = "";
        const stream = new Writable({
            write(chunk, _encoding, done) {
                written += chunk;
                done();
            },
        });
        assert.deepEqual([await print(stream, "a"), await print(stream, "b", 1), written], [0, 1, "ab"]);
    });

    it("returns the exit code if the pipe is closed", async () => {
        assert.equal(await print(failingWith({ code: "EPIPE", errno: -32 }), "text", 1), 1);
    });

    it("reports any other error", async () => {
        await assert.rejects(
            print(failingWith({ code: "ENOSPC", errno: -28 }), "text"),
            new UserError("could not write to standard output: no space left on device."),
        );
    });
});

describe("writeOutput", () => {
    const { write, path } = folder();
    const temporaryFiles = () => readdirSync(path(".")).filter(name => name.endsWith(".tmp"));

    it("creates a file", async () => {
        await writeOutput(path("new.txt"), "text");
        assert.equal(readFileSync(path("new.txt"), "utf8"), "text");
    });

    it("replaces a file and leaves no temporary file", async () => {
        const file = write("report.txt", "a longer text");
        await writeOutput(file, "text");
        assert.deepEqual([readFileSync(file, "utf8"), temporaryFiles()], ["text", []]);
    });

    it("keeps the mode of a file", async function () {
        if (process.platform === "win32") this.skip();
        const file = write("mode.txt", "text");
        chmodSync(file, 0o604);
        await writeOutput(file, "new");
        assert.equal(statSync(file).mode & 0o777, 0o604);
    });

    it("closes the file", async function () {
        if (!existsSync("/proc/self/fd")) this.skip();
        const file = path("closed.txt");
        await writeOutput(file, "text");
        const open = readdirSync("/proc/self/fd").map(name => readlink(join("/proc/self/fd", name)).catch(() => undefined));
        assert.ok(!(await Promise.all(open)).includes(realpathSync(file)));
    });

    it("replaces the target of a symbolic link", async () => {
        const file = write("linked.txt", "old");
        symlinkSync(file, path("link.txt"));
        await writeOutput(path("link.txt"), "text");
        assert.equal(readFileSync(file, "utf8"), "text");
        assert.ok(lstatSync(path("link.txt")).isSymbolicLink());
    });

    it("writes to a pipe without replacing it", async function () {
        const pipe = path("pipe");
        if (spawnSync("mkfifo", [pipe]).status !== 0) this.skip();
        const reader = openSync(pipe, constants.O_RDONLY | constants.O_NONBLOCK);
        try {
            await writeOutput(pipe, "text");
            assert.ok(lstatSync(pipe).isFIFO());
            assert.equal(readFileSync(reader, "utf8"), "text");
        } finally {
            closeSync(reader);
        }
    });

    it("keeps the existing file if the temporary file exists", async () => {
        const file = write("kept.txt", "old");
        const temporary = write(`kept.txt.${process.pid}.tmp`, "of another process");
        await assert.rejects(writeOutput(file, "text"), new UserError(`could not write ${file}: file already exists.`));
        assert.deepEqual(
            [file, temporary].map(name => readFileSync(name, "utf8")),
            ["old", "of another process"],
        );
        rmSync(temporary);
    });

    it("keeps the owner, the mode and the hard links of a file", function () {
        if (process.platform === "win32") this.skip();
        const file = write("linked.txt", "old");
        linkSync(file, path("name.txt"));
        chmodSync(file, 0o640);
        const isRoot = process.getuid?.() === 0;
        if (isRoot) chownSync(file, 4711, 4712);
        const before = statSync(file);
        return writeOutput(file, "new").then(() => {
            const { ino, mode, uid, gid } = statSync(file);
            assert.deepEqual({ ino, mode, uid, gid }, { ino: before.ino, mode: before.mode, uid: before.uid, gid: before.gid });
            assert.equal(readFileSync(path("name.txt"), "utf8"), "new");
        });
    });

    it("keeps the owner of a file that it replaces", async function () {
        if (process.getuid?.() !== 0) this.skip();
        const file = write("owned.txt", "old");
        chownSync(file, 4711, 4712);
        await writeOutput(file, "new");
        const { uid, gid } = statSync(file);
        assert.deepEqual([uid, gid, readFileSync(file, "utf8")], [4711, 4712, "new"]);
    });

    it("never has a temporary file that more people can read than the file", async function () {
        if (process.platform === "win32") this.skip();
        const file = write("private.txt", "old");
        chmodSync(file, 0o600);
        const modes: number[] = [];
        const module: { writeFileSync: typeof writeFileSync } = require("node:fs");
        const original = module.writeFileSync;
        const umask = process.umask(0);
        module.writeFileSync = (target, ...args) => {
            if (typeof target === "number") modes.push(fstatSync(target).mode & 0o777);
            original(target, ...args);
        };
        try {
            await writeOutput(file, "new");
            await writeOutput(path("public.txt"), "new");
        } finally {
            module.writeFileSync = original;
            process.umask(umask);
        }
        assert.deepEqual(modes, [0o600, 0o666]);
    });

    describe("with the text that was read", () => {
        const changed = (file: string) => new UserError(`could not write ${file}: it has changed since it was read.`);
        const realFile = (name: string, content: string) => realpathSync(write(name, content));

        it("writes a file that still has it", async () => {
            for (const text of ["old", "\ufeffold", ""]) {
                const file = realFile("same.txt", text);
                await writeOutput(file, "new", text);
                assert.equal(readFileSync(file, "utf8"), "new");
            }
        });

        it("writes a relative path", async () => {
            realFile("relative/same.txt", "old");
            await inFolder(realpathSync(path("relative")), () => writeOutput("same.txt", "new", "old"));
            assert.equal(readFileSync(path("relative/same.txt"), "utf8"), "new");
        });

        it("leaves a file alone that has changed, also one with several names", async () => {
            const file = realFile("changed.txt", "saved meanwhile");
            await assert.rejects(writeOutput(file, "new", "old"), changed(file));
            linkSync(file, path("other-name.txt"));
            await assert.rejects(writeOutput(file, "new", "old"), changed(file));
            assert.deepEqual([readFileSync(file, "utf8"), temporaryFiles()], ["saved meanwhile", []]);
        });

        it("leaves a file alone that is gone", async () => {
            const file = `${realpathSync(path("."))}/gone.txt`;
            await assert.rejects(writeOutput(file, "new", "old"), new UserError(`could not write ${file}: no such file or directory.`));
            assert.deepEqual([existsSync(file), temporaryFiles()], [false, []]);
        });

        it("leaves a pipe alone", async function () {
            const file = `${realpathSync(path("."))}/became-a-pipe`;
            if (spawnSync("mkfifo", [file]).status !== 0) this.skip();
            await assert.rejects(writeOutput(file, "new", "old"), changed(file));
        });

        it("does not follow a file or a folder that has become a link", async () => {
            const elsewhere = realFile("elsewhere/a.txt", "old");
            symlinkSync(elsewhere, path("became-a-link.txt"));
            symlinkSync(path("elsewhere"), path("became-a-link"));
            for (const name of ["became-a-link.txt", "became-a-link/a.txt"]) {
                const file = `${realpathSync(path("."))}/${name}`;
                await assert.rejects(
                    writeOutput(file, "new", "old"),
                    new UserError(`could not write ${file}: its path leads through a link now.`),
                );
            }
            assert.equal(readFileSync(elsewhere, "utf8"), "old");
        });
    });

    for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) {
        it(`ends with a complete file and no temporary one if ${signal} arrives while it writes`, function () {
            if (process.platform === "win32") this.skip();
            const file = write("interrupted.txt", "old");
            const script = `
                const fs = require("node:fs");
                const { closeSync } = fs;
                fs.closeSync = descriptor => {
                    process.kill(process.pid, "${signal}");
                    closeSync(descriptor);
                };
                require("./src/cli/output.ts").writeOutput(${JSON.stringify(file)}, "new").then(() => setTimeout(() => {}, 10_000));`;
            const result = spawnSync(process.execPath, ["--require", "tsx/cjs", "--eval", script], { cwd: PACKAGE_FOLDER });
            assert.deepEqual([result.signal, readFileSync(file, "utf8"), temporaryFiles()], [signal, "new", []]);
        });
    }

    it("reports a missing folder", async () => {
        const file = path("no/report");
        await assert.rejects(writeOutput(file, "text"), new UserError(`could not write ${file}: no such file or directory.`));
    });

    it("reports a path that is a folder", async () => {
        const file = dirname(path("x"));
        await assert.rejects(writeOutput(file, "text"), new UserError(`could not write ${file}: illegal operation on a directory.`));
    });
});
