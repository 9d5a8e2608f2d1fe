import * as assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import {
    chmodSync,
    closeSync,
    constants,
    existsSync,
    lstatSync,
    openSync,
    readdirSync,
    readFileSync,
    realpathSync,
    statSync,
    symlinkSync,
} from "node:fs";
import { readlink } from "node:fs/promises";
import { dirname, join } from "node:path";
import { Writable } from "node:stream";
import { describe, it } from "mocha";
import { print, writeOutput } from "../../src/cli/output";
import { UserError } from "../../src/util/user-error";
import { folder } from "../support/check";

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
    });

    it("reports a missing folder", async () => {
        const file = path("no/report");
        await assert.rejects(writeOutput(file, "text"), new UserError(`could not write ${file}: no such file or directory.`));
    });

    it("reports a path that is a folder", async () => {
        const file = dirname(path("x"));
        await assert.rejects(writeOutput(file, "text"), new UserError(`could not write ${file}: illegal operation on a directory.`));
    });
});
