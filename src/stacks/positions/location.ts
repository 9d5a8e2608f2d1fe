import { existsSync } from "node:fs";
import * as nodePath from "node:path";

/** A position in a file of the program, with lines and columns counted from 1. */
export interface Location {
    /** The path relative to the current folder, with forward slashes. */
    readonly file: string;
    readonly line: number;
    readonly column?: number;
    /** The last line, if the end is known. */
    readonly endLine?: number;
    /** The column after the last character, if the end is known. */
    readonly endColumn?: number;
}

/** Where a program creates a resource. */
export interface Place {
    /** The innermost call in the user's own code. */
    readonly location?: Location;
    /** The other calls in the user's own code, the innermost first. */
    readonly callers?: readonly Location[];
}

/** The folders that positions are resolved with: absolute paths without symbolic links. */
export interface Folders {
    /** The folder of Pulumi.yaml, which `project:///` stands for. */
    readonly project: string;
    /** The current folder. */
    readonly cwd: string;
    /** The path module of the platform, unless it is that of this machine. */
    readonly path?: nodePath.PlatformPath;
}

/**
 * Finds the user's own code in a stack trace: positions that are inside the current folder, but not in a folder of dependencies
 * and not in a language host.
 *
 * @param frames positions as in a state, the innermost first: `project:///src/index.ts#9,5`
 */
export function locate(frames: readonly string[], folders: Folders): Place {
    return toPlace(frames.flatMap(frame => cachedLocation(frame, folders) ?? []));
}

/** Returns a place from its location and the callers of it, the innermost first. Duplicates are removed. */
export function toPlace(locations: readonly Location[]): Place {
    const [location, ...callers] = new Map(locations.map(location => [formatLocation(location), location])).values();
    return { ...(location && { location }), ...(callers.length > 0 && { callers }) };
}

/** Formats a location as compilers print it, which editors and terminals make clickable: `src/index.ts:9:5`. */
export function formatLocation({ file, line, column }: Location): string {
    return column === undefined ? `${file}:${line}` : `${file}:${line}:${column}`;
}

/** Returns the path of a file relative to the current folder, with forward slashes; undefined if the file is outside. */
export function relativeFile(file: string, { cwd, path = nodePath }: Folders): string | undefined {
    const segments = path.relative(cwd, file).split(path.sep);
    const isInside = segments[0] !== "" && segments[0] !== ".." && !path.isAbsolute(segments.join(path.sep));
    return isInside ? segments.join("/") : undefined;
}

/** Cached by folders and frame: many resources share most of their frames. */
const CACHES = new WeakMap<Folders, Map<string, Location | undefined>>();

function cachedLocation(frame: string, folders: Folders): Location | undefined {
    const cache = CACHES.get(folders) ?? new Map<string, Location | undefined>();
    CACHES.set(folders, cache);
    if (!cache.has(frame)) cache.set(frame, readFrame(frame, folders));
    return cache.get(frame);
}

/** The WHATWG URL parser would drop the `..` of a path that leads out of the project. */
const FRAME = /^project:\/\/\/(?<path>.+)#(?<line>[1-9]\d{0,8})(?:,(?<column>\d{1,9}))?$/;

/** The SDK of Node.js takes the URL of an ES module for a path, so that the current folder comes before it and it is encoded twice. */
const ES_MODULE = /(?:^|\/)file:(?<path>\/.+)/;

/** Longer than any path that a system accepts, in characters. */
const MAX_FRAME = 8192;

function readFrame(frame: string, folders: Folders): Location | undefined {
    if (frame.length > MAX_FRAME) return undefined;
    const { path = nodePath, project } = folders;
    const { path: encoded, line, column } = FRAME.exec(frame)?.groups ?? {};
    if (encoded === undefined) return undefined;
    const decoded = decode(encoded);
    const { path: module } = ES_MODULE.exec(decoded)?.groups ?? {};
    const absolute = path.resolve(project, module === undefined ? decoded : decode(module));
    const file = relativeFile(absolute, folders);
    if (file === undefined || !isOwn(absolute, folders)) return undefined;
    return { file, line: Number(line), ...(Number(column) > 0 && { column: Number(column) }) };
}

function decode(text: string): string {
    try {
        return decodeURIComponent(text);
    } catch {
        return text;
    }
}

/** Paths of dependencies, and of language hosts and standard libraries, which a project folder in another place could seem to contain. */
const NOT_OWN = [
    /(?:^|\/)(?:node_modules|site-packages|dist-packages|__pypackages__|vendor|\.sst|\.pulumi)\//,
    /(?:^|\/)lib\/python[\d.]+\//, // a virtual environment, or Python itself
    /(?:^|\/)[^/]+@v\d+\.[^/]+\//, // Go's module cache
    /(?:^|\/)pulumi-(?:language-[^/]+$|yaml\/pkg\/)/,
    /(?:^|\/)src\/runtime\/(?:proc\.go|asm_\w+\.s)$/,
];

/** Whether a file is neither in a folder of dependencies nor in a language host. Only folders below the project's count. */
export function isOwn(file: string, folders: Folders): boolean {
    const { path = nodePath, project } = folders;
    const inProject = path.relative(project, file).split(path.sep).join("/");
    return !NOT_OWN.some(pattern => pattern.test(inProject)) && !isInVirtualEnvironment(file, folders);
}

/** Whether folders are virtual environments, or in one. Cached, since many files share most of their folders. */
const ENVIRONMENTS = new WeakMap<Folders, Map<string, boolean>>();

/** Whether a folder that has the file, but not the project, is a virtual environment of Python. */
function isInVirtualEnvironment(file: string, folders: Folders): boolean {
    const { path = nodePath } = folders;
    const known = ENVIRONMENTS.get(folders) ?? new Map<string, boolean>();
    ENVIRONMENTS.set(folders, known);
    const visited: string[] = [];
    let folder = path.dirname(file);
    while (!known.has(folder) && isOutsideProject(folder, folders) && !existsSync(path.join(folder, "pyvenv.cfg"))) {
        visited.push(folder);
        folder = path.dirname(folder);
    }
    const isEnvironment = known.get(folder) ?? isOutsideProject(folder, folders);
    for (const name of [...visited, folder]) known.set(name, isEnvironment);
    return isEnvironment;
}

/** Whether a folder is in the current folder, and does not have the project. */
function isOutsideProject(folder: string, folders: Folders): boolean {
    const { path = nodePath, project } = folders;
    return relativeFile(folder, folders) !== undefined && path.relative(folder, project).startsWith("..");
}
