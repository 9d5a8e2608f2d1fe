import { constants } from "node:buffer";
import { createReadStream, readFileSync, statSync } from "node:fs";
import { promisify } from "node:util";
import * as zlib from "node:zlib";
import { reasonOf, UserError } from "../util/user-error";

/** Has standard input, which is accessed only when it is read. */
export interface InputStreams {
    readonly stdin: AsyncIterable<Uint8Array>;
}

/** The file name that stands for standard input. */
export const STDIN = "-";

/** Returns the name of a file for messages. */
export function displayName(file: string): string {
    return file === STDIN ? "standard input" : file;
}

/** Largest input, in bytes, that always fits in one string. */
const MAX_SIZE = constants.MAX_STRING_LENGTH;

/** Reads and parses a text file. What is wrong with the content is reported with the name of the file. */
export async function readAndParse<T>(file: string, streams: InputStreams, parse: (text: string) => T, maxSize = MAX_SIZE): Promise<T> {
    const text = decode(await readBytes(file, streams, maxSize));
    try {
        return parse(text);
    } catch (error) {
        throw error instanceof UserError ? new UserError(...inFile(file, error.lines)) : error;
    }
}

/** Puts the name of a file before what is wrong with its content. */
export function inFile(file: string, lines: readonly string[]): string[] {
    return lines.map(line => `${displayName(file)}: ${line}`);
}

/** Decodes text in UTF-8, or in UTF-16 if it has the byte order mark of it, as written by `>` in PowerShell. */
export function decode(bytes: Uint8Array): string {
    const [first, second] = bytes;
    const encoding = first === 0xff && second === 0xfe ? "utf-16le" : first === 0xfe && second === 0xff ? "utf-16be" : "utf-8";
    return new TextDecoder(encoding).decode(bytes);
}

/** Reads a file, and decompresses it if it is compressed with gzip or Zstandard, whatever its name is. */
export async function readBytes(file: string, streams: InputStreams, maxSize = MAX_SIZE): Promise<Buffer> {
    try {
        return await decompress(await readFileOrStream(file, streams, maxSize), maxSize);
    } catch (error) {
        throw new UserError(`could not read ${displayName(file)}: ${reasonOf(error)}.`);
    }
}

/** Largest file of a program or project, in bytes. */
const MAX_PROGRAM_SIZE = 5e6;

/** Reads a file of a program. Throws for anything but a file of at most 5 MB: reading a pipe can block, and a device can be endless. */
export function readSmallFile(file: string): string {
    const stats = statSync(file);
    if (!stats.isFile()) throw new Error("not a file");
    if (stats.size > MAX_PROGRAM_SIZE) throw new Error(tooLarge(MAX_PROGRAM_SIZE));
    return readFileSync(file, "utf8");
}

/** Bytes that are read from a stream at a time. */
const CHUNK_SIZE = 1024 * 1024;

function tooLarge(maxSize: number): string {
    const hint = maxSize === MAX_SIZE ? ". Remove resources of other services first, for example with jq" : "";
    return `it is larger than ${Math.floor(maxSize / 1e6)} MB${hint}`;
}

async function readFileOrStream(file: string, streams: InputStreams, maxSize: number): Promise<Buffer> {
    if (file === STDIN) return readStream(streams.stdin, maxSize);
    const stats = statSync(file);
    if (!stats.isFile()) return readStream(createReadStream(file, { highWaterMark: CHUNK_SIZE }), maxSize); // a pipe can be endless
    if (stats.size > maxSize) throw new Error(tooLarge(maxSize));
    return readFileSync(file);
}

async function readStream(stream: AsyncIterable<Uint8Array>, maxSize: number): Promise<Buffer> {
    const chunks: Uint8Array[] = [];
    let size = 0;
    for await (const chunk of stream) {
        chunks.push(chunk);
        size += chunk.length;
        if (size > maxSize) throw new Error(tooLarge(maxSize));
    }
    return Buffer.concat(chunks);
}

type Decompress = (
    bytes: Uint8Array,
    options: zlib.ZlibOptions,
    callback: (error: NodeJS.ErrnoException | null, result: Buffer) => void,
) => void;

interface Compression {
    /** The bytes with which compressed data starts. */
    readonly magic: readonly number[];
    /** Undefined if this version of Node.js cannot decompress it. */
    readonly decompress?: Decompress;
}

/** The formats in which a self-managed backend compresses states. */
const COMPRESSIONS: readonly Compression[] = [
    { magic: [0x1f, 0x8b], decompress: zlib.gunzip },
    { magic: [0x28, 0xb5, 0x2f, 0xfd], decompress: (zlib as { readonly zstdDecompress?: Decompress }).zstdDecompress },
];

/** How many times larger than its file a state can be: states are 10 to 30 times larger, a file made to fill the memory up to 1,000 times. */
const MAX_RATIO = 100;

/** The size, in bytes, that every compressed file can expand to. */
const MIN_LIMIT = 16e6;

async function decompress(bytes: Buffer, maxSize: number): Promise<Buffer> {
    const compression = COMPRESSIONS.find(({ magic }) => magic.every((byte, index) => bytes[index] === byte));
    if (!compression) return bytes;
    if (!compression.decompress) throw new Error("Zstandard needs Node.js 22.15 or newer");
    const maxOutputLength = Math.min(maxSize, Math.max(bytes.length * MAX_RATIO, MIN_LIMIT));
    try {
        return await promisify(compression.decompress)(bytes, { maxOutputLength });
    } catch (error) {
        const { code, message } = error as NodeJS.ErrnoException;
        if (code !== "ERR_BUFFER_TOO_LARGE") throw new Error(`the compressed data is truncated or damaged (${message})`);
        throw new Error(maxOutputLength === maxSize ? tooLarge(maxSize) : `it expands to more than ${MAX_RATIO} times its size`);
    }
}
