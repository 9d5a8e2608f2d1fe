import { existsSync } from "node:fs";
import { basename, dirname, join, resolve, sep } from "node:path";
import { isProgramFile } from "../../programs";
import { listFiles } from "../../programs/files";
import { findFiles } from "../../stacks/files";
import { SETTINGS_FILES } from "../../stacks/positions/project";
import { type InputStreams, inFile, readAndParse, STDIN } from "../../stacks/read";
import { type ParsedStack, parseStack, UnknownFormatError } from "../../stacks/resources";
import { UsageError, UserError } from "../../util/user-error";
import { type ProgramReader, realPath } from "./program-reader";
import type { ProgramSource } from "./program-source";

/** What was read from files and folders. */
export interface Sources {
    /** The states and previews, sorted by file. */
    readonly stacks: readonly StackSource[];
    /** The programs, sorted by file. */
    readonly programs: readonly ProgramSource[];
    /** Why files, or resources in them, could not be read, one line for each. What is wrong in programs is in their own errors. */
    readonly errors: readonly string[];
    /** The number of files in folders that are neither states nor previews. */
    readonly skipped: number;
}

/** A state or preview. */
export interface StackSource extends ParsedStack {
    readonly file: string;
    /** Whether the file was named, and not found in a folder. */
    readonly isNamed: boolean;
}

const KINDS = "a state, a preview, a folder, or a program in TypeScript, JavaScript, Python, Go, Java, C# or YAML";

/**
 * Reads states, previews and programs; without paths, the program in the current folder. A folder is searched for all of them, and a
 * file in a folder that is none of them is skipped. Files of programs are known by their names, states and previews by their content.
 */
export async function readSources(paths: readonly string[], reader: ProgramReader, streams: InputStreams): Promise<Sources> {
    const { files, folders, empty, errors } = findFiles(paths.length > 0 ? paths : currentProject());
    const projects = new Map<string, Named>(); // by the path of the folder
    const addProject = (file: string, isNamed: boolean) => {
        const folder = dirname(realPath(file));
        projects.set(folder, { file, isNamed: isNamed || projects.get(folder)?.isNamed === true });
    };
    for (const folder of folders) {
        const found = findProjects(folder);
        if (found.length === 0 && empty.includes(folder))
            errors.push(`${folder}: no Pulumi.yaml and no files named *.json, *.json.gz or *.json.zst.`);
        for (const file of found) addProject(file, resolve(dirname(file)) === resolve(folder));
    }
    const sourceFiles: string[] = [];
    const others = files.filter(({ file, isNamed }) => {
        if (!isNamed) return true;
        if (SETTINGS_FILES.includes(basename(file)) && existsSync(file)) addProject(file, true);
        else if (isProgramFile(file) && !file.endsWith(".json")) sourceFiles.push(file);
        else return true;
        return false;
    });

    const programs = readProjects(projects, reader);
    const addSourceFile = (file: string) => {
        const read = reader.readFile(realPath(file));
        if (typeof read === "string") throw new UserError(`could not read ${file}: ${read}.`);
        const { path, text, ...program } = read;
        if (programs.some(source => source.folder === program.folder && source.files.has(path))) return;
        if (/\.ya?ml$/.test(file) && !isYamlProgram(text)) throw new UserError(`${file}: not a Pulumi program; expected ${KINDS}.`);
        programs.push({ ...program, file, isNamed: true, files: new Set([path]) });
    };
    const stacks: StackSource[] = [];
    let skipped = 0;
    const attempt = async (action: () => unknown) => {
        try {
            await action();
        } catch (error) {
            if (!(error instanceof UserError)) throw error;
            errors.push(...error.lines);
        }
    };
    for (const file of sourceFiles) await attempt(() => addSourceFile(file));
    for (const { file, isNamed } of others) {
        const isInProject = !isNamed && isBelow(realPath(file), [...projects.keys()]);
        await attempt(async () => {
            const read = await readAndParse(file, streams, text => (isNamed ? parseNamed(file, text) : parseFound(text, isInProject)));
            if (read === "program") addSourceFile(file);
            else if (read) {
                stacks.push({ file, isNamed, ...read });
                errors.push(...inFile(file, read.errors ?? []));
            } else if (!isInProject) skipped++;
        });
    }
    programs.sort((a, b) => (a.file < b.file ? -1 : 1));
    return { stacks, programs, errors: [...new Set(errors)], skipped };
}

/** Returns the current folder if it has a project. */
function currentProject(): readonly string[] {
    if (SETTINGS_FILES.some(name => existsSync(name))) return ["."];
    throw new UsageError("no FILE given, and the current folder has no Pulumi.yaml");
}

/** Returns the settings of the projects in a folder and below it, without those of dependencies. */
function findProjects(folder: string): string[] {
    const { files } = listFiles(resolve(folder), name => SETTINGS_FILES.includes(name));
    const byFolder = new Map<string, string>();
    for (const file of files) byFolder.set(dirname(file), byFolder.get(dirname(file)) ?? join(folder, file));
    return [...byFolder.values()];
}

/** A path, and whether the user named it. */
type Named = Pick<ProgramSource, "file" | "isNamed">;

/** Reads projects. A file that several have counts for the innermost one. */
function readProjects(projects: ReadonlyMap<string, Named>, reader: ProgramReader): ProgramSource[] {
    const counted = new Set<string>();
    const innermostFirst = [...projects].sort(([a], [b]) => b.length - a.length);
    return innermostFirst.map(([folder, named]) => {
        const read = reader.readProject(folder);
        const { files, errors } = read.program;
        const all = [...files, ...errors.map(({ file }) => file)];
        const own = new Set(all.filter(name => !counted.has(join(folder, name))));
        for (const name of own) counted.add(join(folder, name));
        return { ...read, ...named, files: own };
    });
}

function isBelow(file: string, folders: readonly string[]): boolean {
    return folders.some(folder => file.startsWith(folder + sep));
}

/** Whether a YAML or JSON file has a section of Pulumi's programs. */
function isYamlProgram(text: string): boolean {
    return /^(?:[ \t{]*"|["']?)(?:resources|components)["']?[ \t]*:/m.test(text);
}

/** Parses a named file that is a state or a preview, and recognizes a program in JSON. */
function parseNamed(file: string, text: string): ParsedStack | "program" {
    const isJson = file === STDIN || /\.json\b/.test(file) || /^\s*(?:[[{]|$)/.test(text);
    if (!isJson) throw new UserError(`unknown kind of file; expected ${KINDS}.`);
    try {
        return parseStack(text);
    } catch (error) {
        if (error instanceof UnknownFormatError && file !== STDIN && isYamlProgram(text)) return "program";
        throw error;
    }
}

/** What the text of every state and preview contains. Most other files in JSON, such as lock files, need not be parsed. */
const STACK_SIGN = /"(?:deployment|checkpoint|steps|changeSummary)"/;

/** Parses a file in a folder. An empty one may be a failed export, unless it is among the files of a program. */
function parseFound(text: string, isInProject: boolean): ParsedStack | undefined {
    if (!STACK_SIGN.test(text) && (text.trim() !== "" || isInProject)) return undefined;
    try {
        return parseStack(text);
    } catch (error) {
        if (error instanceof UnknownFormatError) return undefined;
        throw error;
    }
}
