import { closeSync, constants, fstatSync, openSync, readdirSync, readSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { reasonOf } from "../util/user-error";
import { Ignore } from "./ignore";

/** A larger file is generated, or no program. */
const MAX_FILE_SIZE = 2 * 1024 * 1024;

/** More files and folders are not searched. */
const MAX_FILES = 20_000;
const MAX_FOLDER_DEPTH = 40;

/** Folders of dependencies and builds. */
const SKIPPED_FOLDERS: ReadonlySet<string> = new Set("__pycache__ bin dist node_modules obj site-packages target vendor venv".split(" "));

/** Files and folders of tests, which Pulumi does not run. */
const TESTS = /(?:\.(?:spec|test)\.[cm]?[jt]sx?|_test\.(?:go|py)|^test_.*\.py|^conftest\.py|^__tests__|^__mocks__)$/;

/**
 * Lists the files of a program below a folder, without those of dependencies, builds, tests and what .gitignore names. Only regular
 * files are listed; symbolic links are not followed, because they can lead out of the folder or in circles.
 */
export function listFiles(folder: string, isSource: (file: string) => boolean) {
    const files: string[] = [];
    let isComplete = true;
    const outputs = new Set<string>();
    const folders: { path: string[]; ignores: Ignores }[] = [{ path: [], ignores: ignoresAbove(folder) }];
    for (let next = folders.pop(); next; next = folders.pop()) {
        const { path } = next;
        const absolute = join(folder, ...path);
        const entries = listFolder(absolute);
        if (!entries || path.length > MAX_FOLDER_DEPTH || files.length + folders.length > MAX_FILES) {
            isComplete = false;
            continue;
        }
        const names = new Set(entries.map(({ name }) => name));
        const ignores = names.has(".gitignore") ? [...next.ignores, readIgnore(absolute, [])] : next.ignores;
        if (names.has("tsconfig.json")) addOutput(outputs, absolute, path);
        const ignoresIn = (name: string) => ignores.map(({ ignore, way }) => ({ ignore, way: [...way, name] }));
        const subfolders: typeof folders = [];
        for (const entry of entries) {
            const { name } = entry;
            if (entry.isDirectory()) {
                const isSkipped = SKIPPED_FOLDERS.has(name) || name.startsWith(".") || TESTS.test(name);
                if (isSkipped || outputs.has([...path, name].join("/")) || isVirtualEnvironment(absolute, name)) continue;
                if (!isIgnored(ignores, name, true)) subfolders.push({ path: [...path, name], ignores: ignoresIn(name) });
            } else if (entry.isFile() && isSource(name) && !TESTS.test(name) && !isIgnored(ignores, name, false))
                files.push([...path, name].join("/"));
        }
        folders.push(...subfolders.reverse());
    }
    return { files: files.slice(0, MAX_FILES), isComplete: isComplete && files.length <= MAX_FILES };
}

/** The .gitignore files that apply to a folder, outermost first, with the way from each to the folder. */
type Ignores = readonly { readonly ignore: Ignore; readonly way: readonly string[] }[];

function isIgnored(ignores: Ignores, name: string, isFolder: boolean): boolean {
    const decisions = ignores.map(({ ignore, way }) => ignore.ignores([...way, name], isFolder));
    return decisions.filter(decision => decision !== undefined).at(-1) ?? false;
}

/** Returns the .gitignore files above a folder, up to the root of the repository. Without a repository, they do not apply. */
function ignoresAbove(folder: string): Ignores {
    const found: { ignore: Ignore; way: string[] }[] = [];
    let way: string[] = [];
    let current = folder;
    for (let level = 0; level < MAX_FOLDER_DEPTH; level++) {
        const names = listFolder(current)?.map(({ name }) => name) ?? [];
        if (level > 0 && names.includes(".gitignore")) found.unshift(readIgnore(current, way));
        if (names.includes(".git")) return found;
        const parent = dirname(current);
        if (parent === current) return [];
        way = [basename(current), ...way];
        current = parent;
    }
    return [];
}

function readIgnore(folder: string, way: string[]): { ignore: Ignore; way: string[] } {
    const text = readSource(join(folder, ".gitignore"));
    return { ignore: new Ignore(typeof text === "string" ? text : ""), way };
}

/** Adds the folder that the compiler of TypeScript writes to. */
function addOutput(outputs: Set<string>, folder: string, path: readonly string[]) {
    const text = readSource(join(folder, "tsconfig.json"));
    const [, output] = /"outDir"\s*:\s*"(?:\.\/)?([^"]+?)\/?"/.exec(typeof text === "string" ? text : "") ?? [];
    if (output !== undefined) outputs.add([...path, output].join("/"));
}

/** Whether a folder is a virtual environment of Python, whatever its name. */
function isVirtualEnvironment(parent: string, name: string): boolean {
    return /env/i.test(name) && (listFolder(join(parent, name)) ?? []).some(entry => entry.name === "pyvenv.cfg");
}

function listFolder(folder: string) {
    try {
        return readdirSync(folder, { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1));
    } catch {
        return undefined;
    }
}

/** Reads a regular file, or returns why it cannot be read. Anything else, such as a named pipe that would block, is not read. */
export function readSource(path: string): string | { readonly reason: string } {
    let descriptor: number | undefined;
    try {
        descriptor = openSync(path, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0) | (constants.O_NOFOLLOW ?? 0));
        const stats = fstatSync(descriptor);
        if (!stats.isFile()) return { reason: "it is not a regular file" };
        if (stats.size > MAX_FILE_SIZE) return { reason: `it is larger than ${MAX_FILE_SIZE / 1024 / 1024} MB` };
        const buffer = Buffer.alloc(stats.size);
        const length = readSync(descriptor, buffer, 0, stats.size, 0);
        return buffer.toString("utf8", 0, length).replace(/^\uFEFF/, " ");
    } catch (error) {
        return { reason: reasonOf(error) };
    } finally {
        if (descriptor !== undefined) closeSync(descriptor);
    }
}
