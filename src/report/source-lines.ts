import { readFileSync, realpathSync, statSync } from "node:fs";
import { relativeFile } from "../stacks/positions/location";

/** Reads lines of a file of the program, from the first to the last; undefined if it cannot be read or has fewer lines. There is no line 0. */
export type ReadLines = (file: string, first: number, last: number) => readonly string[] | undefined;

/** The files that are read. The state names them, which must not make a report print other files, such as `.env`. */
const PROGRAM_FILE = /\.(?:[cm]?[jt]sx?|py|go|java|kt|scala|cs|fs|vb)$|[/\\](?:Pulumi|PulumiPlugin|Main)\.ya?ml$/;

/** The size of the largest file that is read, in bytes. */
const MAX_SIZE = 5_000_000;

/** Returns a function that reads files in the current folder, each once. */
export function createLineReader(): ReadLines {
    const cwd = realpathSync(process.cwd());
    const files = new Map<string, readonly string[] | undefined>();
    return (file, first, last) => {
        if (!files.has(file)) files.set(file, readProgram(file, cwd));
        const lines = files.get(file);
        return lines && last <= lines.length ? lines.slice(first - 1, last) : undefined;
    };
}

function readProgram(file: string, cwd: string): readonly string[] | undefined {
    try {
        const path = realpathSync(file);
        const stats = statSync(path);
        const isProgram = relativeFile(path, { project: cwd, cwd }) !== undefined && PROGRAM_FILE.test(path);
        return isProgram && stats.isFile() && stats.size <= MAX_SIZE ? readFileSync(path, "utf8").split(/\r\n|[\n\r]/) : undefined;
    } catch {
        return undefined;
    }
}
