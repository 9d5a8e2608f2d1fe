import { readdirSync, realpathSync, statSync } from "node:fs";
import { basename, join } from "node:path";
import { reasonOf } from "../util/user-error";
import { STDIN } from "./read";

/** A file to check. */
interface InputFile {
    readonly file: string;
    /** Whether the file was named itself, and not found in a folder. */
    readonly isNamed: boolean;
}

/** What is found by paths. */
export interface FoundFiles {
    /** Each once and sorted by name. */
    readonly files: InputFile[];
    /** The folders that were named. */
    readonly folders: string[];
    /** Those of them that have no file with the name of a state. */
    readonly empty: string[];
    readonly errors: string[];
}

/** Finds the files that paths name. A folder is searched for states and previews; links are followed. */
export function findFiles(paths: readonly string[]): FoundFiles {
    const named: string[] = [];
    const found: string[] = [];
    const folders: string[] = [];
    const empty: string[] = [];
    const errors: string[] = [];
    for (const path of paths) {
        if (isFolder(path)) {
            const search: Search = { files: [], errors: [], searched: new Set() };
            searchFolder(path, search);
            folders.push(path);
            if (search.files.length + search.errors.length === 0) empty.push(path);
            found.push(...search.files);
            errors.push(...search.errors);
        } else named.push(path);
    }
    return { files: uniqueFiles(named, found), folders, empty, errors };
}

function isFolder(path: string): boolean {
    if (path === STDIN) return false;
    try {
        return statSync(path).isDirectory();
    } catch {
        return false; // reading the file reports the error
    }
}

interface Search {
    readonly files: string[];
    readonly errors: string[];
    /** The real paths of the folders that were searched: links can lead in a circle. */
    readonly searched: Set<string>;
}

/** The names of states: those that a self-managed backend uses, compressed or not. A backup has `.bak` at the end. */
const STATE_NAME = /\.json(\.gz|\.zst)?$/;

function searchFolder(folder: string, search: Search): void {
    reportErrors(folder, search, () => {
        const real = realpathSync(folder);
        if (search.searched.has(real)) return;
        search.searched.add(real);
        const entries = readdirSync(folder, { withFileTypes: true });
        const isBackend = basename(real) === ".pulumi" || entries.some(({ name }) => name === "stacks");
        for (const entry of entries) {
            const path = join(folder, entry.name);
            reportErrors(path, search, () => {
                const target = entry.isSymbolicLink() ? statSync(path) : entry;
                if (target.isDirectory()) {
                    if (!isSkipped(entry.name, isBackend)) searchFolder(path, search);
                } else if (target.isFile() && STATE_NAME.test(entry.name)) search.files.push(path);
            });
        }
    });
}

/** The folders that a self-managed backend has besides `stacks`. They contain former states and parts of states. */
const BACKEND_FOLDERS: ReadonlySet<string> = new Set(["backups", "history", "journal", "locks"]);

function isSkipped(name: string, isBackend: boolean): boolean {
    return name === "node_modules" || (isBackend && BACKEND_FOLDERS.has(name));
}

function reportErrors(path: string, { errors }: Search, action: () => void): void {
    try {
        action();
    } catch (error) {
        errors.push(`could not read ${path}: ${reasonOf(error)}.`);
    }
}

function uniqueFiles(named: readonly string[], found: readonly string[]): InputFile[] {
    const unique = new Map<string, InputFile>();
    for (const [files, isNamed] of [
        [named, true],
        [found, false],
    ] as const) {
        for (const file of [...files].sort()) {
            const real = realPath(file);
            if (!unique.has(real)) unique.set(real, { file, isNamed });
        }
    }
    return [...unique.values()].sort((a, b) => (a.file < b.file ? -1 : 1));
}

function realPath(file: string): string {
    try {
        return realpathSync(file);
    } catch {
        return file; // a pipe has no path
    }
}
