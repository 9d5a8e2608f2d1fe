import { constants } from "node:buffer";
import { createReadStream, readFileSync, statSync } from "node:fs";
import { promisify } from "node:util";
import type { ZlibOptions } from "node:zlib";
import { reasonOf, UserError } from "../util/user-error";

/** Has standard input, which is accessed only when it is read: Node.js takes 2 ms to create the stream. */
export interface InputStreams {
    readonly stdin: AsyncIterable<Uint8Array>;
}

/** The file name that stands for standard input. */
export const STDIN = "-";

/** Returns the name of a file for messages. */
export function displayName(file: string): string {
    return file === STDIN ? "standard input" : file;
}

/** Reads and parses a text file. What is wrong with the content is reported with the name of the file. */
export async function readAndParse<T>(file: string, streams: InputStreams, parse: (text: string) => T): Promise<T> {
    const text = decode(await readBytes(file, streams));
    try {
        return parse(text);
    } catch (error) {
        throw error instanceof UserError ? new UserError(...error.lines.map(line => `${displayName(file)}: ${line}`)) : error;
    }
}

/** Decodes text in UTF-8, or in UTF-16 if it has the byte order mark of it, as written by `>` in PowerShell. */
export function decode(bytes: Uint8Array): string {
    const [first, second] = bytes;
    const encoding = first === 0xff && second === 0xfe ? "utf-16le" : first === 0xfe && second === 0xff ? "utf-16be" : "utf-8";
    return new TextDecoder(encoding).decode(bytes);
}

/** Reads a file, and decompresses it if it is compressed with gzip or Zstandard, whatever its name is. */
export async function readBytes(file: string, streams: InputStreams): Promise<Buffer> {
    try {
        return await decompress(await readFileOrStream(file, streams));
    } catch (error) {
        throw new UserError(`could not read ${displayName(file)}: ${reasonOf(error)}.`);
    }
}

/** Bytes that are read from a stream at a time. */
const CHUNK_SIZE = 1024 * 1024;

/** Largest input, in bytes, that always fits in one string. */
const MAX_SIZE = constants.MAX_STRING_LENGTH;

const TOO_LARGE = `it is larger than ${Math.floor(MAX_SIZE / 1e6)} MB. Remove resources of other services first, for example with jq`;

async function readFileOrStream(file: string, streams: InputStreams): Promise<Buffer> {
    if (file === STDIN) return readStream(streams.stdin);
    const stats = statSync(file);
    if (!stats.isFile()) return readStream(createReadStream(file, { highWaterMark: CHUNK_SIZE })); // a pipe can be endless
    if (stats.size > MAX_SIZE) throw new Error(TOO_LARGE);
    return readFileSync(file);
}

async function readStream(stream: AsyncIterable<Uint8Array>): Promise<Buffer> {
    const chunks: Uint8Array[] = [];
    let size = 0;
    for await (const chunk of stream) {
        chunks.push(chunk);
        size += chunk.length;
        if (size > MAX_SIZE) throw new Error(TOO_LARGE);
    }
    return Buffer.concat(chunks);
}

type Decompress = (
    bytes: Uint8Array,
    options: ZlibOptions,
    callback: (error: NodeJS.ErrnoException | null, result: Buffer) => void,
) => void;

interface Compression {
    /** The bytes with which compressed data starts. */
    readonly magic: readonly number[];
    /** The name of the function of zlib that decompresses it. */
    readonly decompress: "gunzip" | "zstdDecompress";
}

/** The formats in which a self-managed backend compresses states. */
const COMPRESSIONS: readonly Compression[] = [
    { magic: [0x1f, 0x8b], decompress: "gunzip" },
    { magic: [0x28, 0xb5, 0x2f, 0xfd], decompress: "zstdDecompress" },
];

async function decompress(bytes: Buffer): Promise<Buffer> {
    const compression = COMPRESSIONS.find(({ magic }) => magic.every((byte, index) => bytes[index] === byte));
    if (!compression) return bytes;
    const decompress = loadZlib()[compression.decompress];
    if (!decompress) throw new Error("Zstandard needs Node.js 22.15 or newer");
    try {
        return await promisify(decompress)(bytes, { maxOutputLength: MAX_SIZE });
    } catch (error) {
        const { code, message } = error as NodeJS.ErrnoException;
        if (code === "ERR_BUFFER_TOO_LARGE") throw new Error(TOO_LARGE);
        throw new Error(`the compressed data is truncated or damaged (${message})`);
    }
}

/** Loads the module on demand, since most files are not compressed. */
function loadZlib(): Partial<Record<Compression["decompress"], Decompress>> {
    return require("node:zlib");
}
