import { readFileSync } from "node:fs";
import { basename, dirname, join, relative, resolve, sep } from "node:path";
import { type Location, relativeFile } from "../../stacks/positions/location";
import type { Project } from "../../stacks/positions/project";
import { reasonOf } from "../../util/user-error";
import { readProgram, readProgramText, type SourceProgram } from "..";
import { type ProgramFile, readProgramFile } from "./program-files";

/** A program and the folder that its paths are relative to: an absolute path without links. */
export interface ProgramSource {
    readonly folder: string;
    readonly program: SourceProgram;
}

/** Reads programs, each once. */
export class Sources {
    readonly #projects = new Map<string, ProgramSource>();
    readonly #files = new Map<string, ProgramSource>();
    readonly #texts = new Map<string, ProgramFile | string>();

    constructor(readonly project: Project) {}

    /** Reads the program of the project in a folder. */
    readProject(folder: string): ProgramSource {
        return cached(this.#projects, folder, () => ({ folder, program: readProgram(folder) }));
    }

    /** Reads one file of a program. */
    readFile(path: string): ProgramSource {
        return cached(this.#files, path, () => {
            return { folder: dirname(path), program: readProgramText(basename(path), readFileSync(path, "utf8").replace(/^\uFEFF/, " ")) };
        });
    }

    /** Returns the program that has a location, and the name of its file there, or why it cannot be read. */
    find({ file }: Location): { source: ProgramSource; file: string } | string {
        const { cwd, project } = this.project;
        const path = resolve(cwd, file);
        const source = this.readProject(project);
        const inProject = relative(project, path).split(sep).join("/");
        if (source.program.files.includes(inProject)) return { source, file: inProject };
        try {
            return { source: this.readFile(path), file: basename(path) };
        } catch (error) {
            return `the file could not be read: ${reasonOf(error)}`;
        }
    }

    /** Returns the name of a file of a program, relative to the current folder if it is inside. */
    nameOf({ folder }: ProgramSource, file: string): string {
        const path = join(folder, file);
        return relativeFile(path, this.project) ?? relative(this.project.cwd, path).split(sep).join("/");
    }

    /** Returns a file as it is on disk, or why it must not be changed. */
    textOf(source: ProgramSource, file: string): ProgramFile | string {
        const name = this.nameOf(source, file);
        return cached(this.#texts, name, () => {
            const read = readProgramFile(name, { ...this.project, project: source.folder });
            if (typeof read === "string") return read;
            const isSame = (read.mark && " ") + read.text === source.program.textOf(file);
            return isSame ? read : "the file has changed since it was read";
        });
    }
}

function cached<T>(cache: Map<string, T>, key: string, compute: () => T): T {
    const value = cache.get(key) ?? compute();
    cache.set(key, value);
    return value;
}
