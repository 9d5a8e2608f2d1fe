import { existsSync, readFileSync } from "node:fs";
import { basename, dirname, join, relative, resolve, sep } from "node:path";
import { type Location, relativeFile } from "../../stacks/positions/location";
import type { Project } from "../../stacks/positions/project";
import { reasonOf } from "../../util/user-error";
import { readProgram, readProgramText, type SourceProgram } from "..";
import { SETTINGS } from "../project";
import { type ProgramFile, readProgramFile } from "./program-files";

/** A program and the folder that its paths are relative to: an absolute path without links. */
export interface ProgramSource {
    readonly folder: string;
    readonly program: SourceProgram;
}

/** A file of a program. */
export interface SourceFile {
    readonly source: ProgramSource;
    /** Relative to the folder of the program. */
    readonly file: string;
}

/** What {@link Sources} knows about files. */
export type FileTexts = Pick<Sources, "nameOf" | "textOf">;

/** Reads programs, each once. */
export class Sources {
    readonly #projects = new Map<string, ProgramSource>();
    readonly #files = new Map<string, SourceFile>();
    readonly #texts = new Map<string, ProgramFile | string>();

    constructor(readonly project: Project) {}

    /** Reads the program of the project in a folder. */
    readProject(folder: string): ProgramSource {
        return cached(this.#projects, folder, () => ({ folder, program: readProgram(folder) }));
    }

    /** Reads a file with its project, or alone if it is in none. Throws an error if it cannot be read. */
    readFile(path: string): SourceFile {
        return cached(this.#files, path, () => {
            const project = this.#projectOf(dirname(path));
            const source = project === undefined ? undefined : this.readProject(project);
            const file = project === undefined ? "" : toPath(relative(project, path));
            if (source?.program.files.includes(file)) return { source, file };
            const text = readFileSync(path, "utf8").replace(/^\uFEFF/, " ");
            return { source: { folder: dirname(path), program: readProgramText(basename(path), text) }, file: basename(path) };
        });
    }

    /** Returns the folder of the project that a folder is in: that of --project, or the nearest one with Pulumi.yaml. */
    #projectOf(folder: string): string | undefined {
        const { project } = this.project;
        for (let current = folder, parent = ""; current !== parent; parent = current, current = dirname(current))
            if (current === project || hasSettings(current)) return current;
        return undefined;
    }

    /** Returns the file of a location, or why it cannot be read. */
    find({ file }: Location): SourceFile | string {
        const { cwd, project } = this.project;
        const path = resolve(cwd, file);
        const source = this.readProject(project);
        const inProject = toPath(relative(project, path));
        if (source.program.files.includes(inProject)) return { source, file: inProject };
        try {
            return this.readFile(path);
        } catch (error) {
            return `the file could not be read: ${reasonOf(error)}`;
        }
    }

    /** Returns the name of a file of a program, relative to the current folder. */
    nameOf({ folder }: ProgramSource, file: string): string {
        const path = join(folder, file);
        return relativeFile(path, this.project) ?? toPath(relative(this.project.cwd, path));
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

/** Whether a folder has a project. */
export function hasSettings(folder: string): boolean {
    return SETTINGS.some(name => existsSync(join(folder, name)));
}

function toPath(path: string): string {
    return path.split(sep).join("/");
}

function cached<T>(cache: Map<string, T>, key: string, compute: () => T): T {
    const value = cache.get(key) ?? compute();
    cache.set(key, value);
    return value;
}
