import { existsSync, realpathSync } from "node:fs";
import { basename, dirname, join, relative, resolve, sep } from "node:path";
import { readProgram, readProgramText, type SourceProgram } from "../../programs";
import { readSource } from "../../programs/files";
import { SETTINGS_FILES } from "../../stacks/positions/project";

/** A program, and the folder that its paths are relative to: an absolute path without links. */
export interface ProgramFolder {
    readonly folder: string;
    readonly program: SourceProgram;
    /** Whether it is the folder of a project, and not that of a file that is read alone. */
    readonly isProject: boolean;
}

/** A file of a program. */
export interface ProgramFile extends ProgramFolder {
    /** Relative to the folder of the program, with forward slashes. */
    readonly path: string;
    readonly text: string;
}

/** Reads programs, each once. Its arguments are absolute paths without links. */
export class ProgramReader {
    readonly #projects = new Map<string, ProgramFolder>();
    readonly #files = new Map<string, ProgramFile | string>();

    /** Reads the program of the project in a folder. */
    readProject(folder: string): ProgramFolder {
        return cached(this.#projects, folder, () => ({ folder, program: readProgram(folder), isProject: true }));
    }

    /** Reads a file as a part of the nearest project, or alone if no project has it. Returns why it cannot be read. */
    readFile(file: string): ProgramFile | string {
        return cached(this.#files, file, () => {
            const project = projectOf(dirname(file));
            const found = project === undefined ? undefined : findIn(this.readProject(project), file);
            if (found) return found;
            const text = readSource(file);
            if (typeof text !== "string") return text.reason;
            const path = basename(file);
            return { folder: dirname(file), program: readProgramText(path, text), isProject: false, path, text };
        });
    }
}

/** Returns a file of a program; undefined if the program does not have it. */
export function findIn(folder: ProgramFolder, file: string): ProgramFile | undefined {
    const path = relative(folder.folder, file).split(sep).join("/");
    const text = folder.program.textOf(path);
    return text === undefined ? undefined : { ...folder, path, text };
}

/** Returns the absolute path of a file, without links if it exists. */
export function realPath(file: string): string {
    try {
        return realpathSync(file);
    } catch {
        return resolve(file); // reading the file reports the error
    }
}

/** Returns the nearest folder with a project: a folder or one above it. */
function projectOf(folder: string): string | undefined {
    for (let current = folder, parent = ""; current !== parent; parent = current, current = dirname(current))
        if (SETTINGS_FILES.some(name => existsSync(join(current, name)))) return current;
    return undefined;
}

function cached<T>(cache: Map<string, T>, key: string, compute: () => T): T {
    const value = cache.get(key) ?? compute();
    cache.set(key, value);
    return value;
}
