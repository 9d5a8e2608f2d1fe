import * as assert from "node:assert/strict";
import { constants } from "node:buffer";
import { spawnSync } from "node:child_process";
import { randomBytes } from "node:crypto";
import { truncate, writeFile } from "node:fs/promises";
import { Readable } from "node:stream";
import * as zlib from "node:zlib";
import { describe, it } from "mocha";
import { decode, readAndParse, readBytes, readSmallFile } from "../../src/stacks/read";
import { UserError } from "../../src/util/user-error";
import { folder } from "../support/check";

const { write, path } = folder();
const TOO_LARGE = "it is larger than 536 MB. Remove resources of other services first, for example with jq.";

/** Fails if standard input is accessed, which takes time. */
const noInput = {
    get stdin(): never {
        throw new Error("standard input was accessed");
    },
};

const readText = async (file: string, stdin?: AsyncIterable<Uint8Array>) => decode(await readBytes(file, stdin ? { stdin } : noInput));

describe("readBytes", () => {
    const text = '{"name": "Käse"}';
    const encodings: [name: string, bytes: Uint8Array][] = [
        ["UTF-8", Buffer.from(text)],
        ["UTF-8 with a byte order mark", Buffer.from(`\ufeff${text}`)],
        ["UTF-16, as PowerShell writes it", Buffer.from(`\ufeff${text}`, "utf16le")],
        ["UTF-16 with the high byte first", Buffer.from(`\ufeff${text}`, "utf16le").swap16()],
    ];
    for (const [name, bytes] of encodings) {
        it(`reads ${name}`, async () => assert.equal(await readText(write("encoded.json", bytes)), text));
    }

    it("reads UTF-8 if only one byte of a byte order mark is present", async () => {
        for (const [bytes, expected] of [
            [[0xff, 0x7b], "\ufffd{"],
            [[0x7b, 0xfe], "{\ufffd"],
            [[0xfe, 0x7b], "\ufffd{"],
            [[0x7b, 0xff], "{\ufffd"],
        ] as const) {
            assert.equal(await readText(write("encoded.json", Buffer.from(bytes))), expected);
        }
    });

    it("reads standard input whose chunks split a character", async () => {
        const bytes = Buffer.from(text);
        assert.equal(await readText("-", Readable.from([bytes.subarray(0, 12), bytes.subarray(12)])), text);
    });

    it("reads gzip, whatever the name of the file is, and from standard input", async () => {
        const bytes = zlib.gzipSync(text);
        assert.equal(await readText(write("state.json", bytes)), text);
        assert.equal(await readText("-", Readable.from([bytes.subarray(0, 1), bytes.subarray(1)])), text);
        assert.equal(await readText(write("utf16.json.gz", zlib.gzipSync(Buffer.from(`\ufeff${text}`, "utf16le")))), text);
        assert.equal(await readText(write("plain.json.gz", text)), text);
    });

    it("reads text that starts like compressed data", async () => {
        for (const start of ["\u001f", "(", "(\u00b5"]) assert.equal(await readText(write("text.json", start)), start);
    });

    it("reads Zstandard if Node.js supports it", async () => {
        const file = write("state.json.zst", Buffer.from("KLUv/SAHOQAAeyJhIjoxfQ==", "base64"));
        if ("zstdDecompress" in zlib) assert.equal(await readText(file), '{"a":1}');
        else await assert.rejects(readText(file), new UserError(`could not read ${file}: Zstandard needs Node.js 22.15 or newer.`));
    });

    it("reports compressed data that is truncated or damaged", async () => {
        const bytes = zlib.gzipSync(text);
        for (const [name, damaged, reason] of [
            ["short.gz", bytes.subarray(0, -10), "unexpected end of file"],
            ["bare.gz", bytes.subarray(0, 2), "unexpected end of file"],
            ["wrong.gz", Buffer.concat([bytes.subarray(0, -8), Buffer.alloc(8)]), "incorrect data check"],
        ] as const) {
            const file = write(name, damaged);
            const message = `could not read ${file}: the compressed data is truncated or damaged (${reason}).`;
            await assert.rejects(readText(file), new UserError(message), name);
        }
    });

    it("reads a pipe", async function () {
        if (process.platform === "win32") this.skip();
        const pipe = path("pipe");
        spawnSync("mkfifo", [pipe]);
        const [read] = await Promise.all([readText(pipe), writeFile(pipe, text)]);
        assert.equal(read, text);
    });

    it("rejects a large file without reading it", async () => {
        const file = write("large.json", "");
        await truncate(file, constants.MAX_STRING_LENGTH + 1); // a sparse file
        const before = process.memoryUsage.rss();
        await assert.rejects(readText(file), new UserError(`could not read ${file}: ${TOO_LARGE}`));
        assert.ok(process.memoryUsage.rss() - before < 100e6);
        await truncate(file, 3);
        assert.equal(await readText(file), "\0\0\0");
    });

    it("rejects compressed data that expands to more than 100 times its size and 16 MB", async () => {
        const zeros = (size: number) => zlib.gzipSync(Buffer.alloc(size));
        assert.equal((await readText(write("small.gz", zeros(16e6)))).length, 16e6);
        const bomb = write("bomb.gz", zeros(16e6 + 1));
        await assert.rejects(readText(bomb), new UserError(`could not read ${bomb}: it expands to more than 100 times its size.`));
        const incompressible = Buffer.concat([randomBytes(200_000), Buffer.alloc(19e6)]);
        assert.equal((await readBytes(write("large.gz", zlib.gzipSync(incompressible)), noInput)).length, 19_200_000);
    });

    it("stops at a size that a caller sets", async () => {
        const tooLarge = (file: string) => new UserError(`could not read ${file}: it is larger than 1 MB.`);
        for (const file of [write("1.json", Buffer.alloc(1e6 + 1)), write("1.json.gz", zlib.gzipSync(Buffer.alloc(1e6 + 1)))])
            await assert.rejects(readBytes(file, noInput, 1e6), tooLarge(file));
        if (process.platform !== "win32") await assert.rejects(readBytes("/dev/zero", noInput, 1e6), tooLarge("/dev/zero"));
        assert.equal((await readBytes(write("1.json", Buffer.alloc(1e6)), noInput, 1e6)).length, 1e6);
        assert.equal((await readBytes("-", { stdin: Readable.from([Buffer.alloc(1e6)]) }, 1e6)).length, 1e6);
    });

    it("reports why a file cannot be read", async () => {
        const [missing, directory] = [path("missing.json"), path(".")];
        await assert.rejects(readText(missing), new UserError(`could not read ${missing}: no such file or directory.`));
        await assert.rejects(readText(directory), new UserError(`could not read ${directory}: illegal operation on a directory.`));
    });

    it("stops reading what does not fit in a string", async () => {
        const chunk = Buffer.alloc(64 * 1024 * 1024);
        let read = 0;
        const endless = new Readable({
            read() {
                read++;
                this.push(chunk);
            },
        });
        await assert.rejects(readText("-", endless), new UserError(`could not read standard input: ${TOO_LARGE}`));
        assert.ok(read < 20, `${read} chunks`);
    });
});

describe("readAndParse", () => {
    it("returns what the parser returns", async () => {
        assert.equal(await readAndParse(write("number", "42"), noInput, Number), 42);
    });

    it("starts each line of a UserError with the name of the file", async () => {
        const parse = () => {
            throw new UserError("a", "b");
        };
        const file = write("wrong.json", "");
        await assert.rejects(readAndParse(file, noInput, parse), new UserError(`${file}: a`, `${file}: b`));
        await assert.rejects(
            readAndParse("-", { stdin: Readable.from([]) }, parse),
            new UserError("standard input: a", "standard input: b"),
        );
    });

    it("does not change another error", async () => {
        const error = new Error("boom");
        const parse = () => {
            throw error;
        };
        await assert.rejects(readAndParse(write("wrong.json", ""), noInput, parse), error);
    });
});

describe("readSmallFile", () => {
    it("reads a file of up to 5 MB", async () => {
        const file = write("program.ts", "");
        await truncate(file, 5_000_000);
        assert.equal(readSmallFile(file).length, 5_000_000);
        await truncate(file, 5_000_001);
        assert.throws(() => readSmallFile(file), new Error("it is larger than 5 MB"));
    });
});
