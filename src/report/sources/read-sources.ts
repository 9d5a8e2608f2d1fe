import { existsSync } from "node:fs";
import { basename, dirname, join, resolve, sep } from "node:path";
import { isProgramFile, readProgram, readProgramText, type SourceProgram } from "../../programs";
import { listFiles } from "../../programs/files";
import { findFiles } from "../../stacks/files";
import { SETTINGS_FILES } from "../../stacks/positions/project";
import { type InputStreams, inFile, readAndParse, STDIN } from "../../stacks/read";
import { type Input, parseIfStack } from "../../stacks/read-stacks";
import { parseStack, UnknownFormatError } from "../../stacks/resources";
import { UserError } from "../../util/user-error";
import type { ProgramSource } from "./program-source";

/** What was read from files and folders. */
export interface Sources extends Input {
    /** The programs, sorted by file. */
    readonly programs: readonly ProgramSource[];
}

/** Largest source file, in bytes. */
const MAX_SOURCE_SIZE = 5e6;

const KINDS = "a state, a preview, a folder, or a program in TypeScript, JavaScript, Python, Go, Java, C# or YAML";

/**
 * Reads states, previews and programs. A folder is searched for all of them, and a file in a folder that is none of them is skipped.
 * Files of programs are known by their names, states and previews by their content.
 */
export async function readSources(paths: readonly string[], streams: InputStreams): Promise<Sources> {
    const { files, folders, empty, errors } = findFiles(paths);
    const projects = new Map<string, { file: string; isNamed: boolean }>(); // by absolute folder
    const addProject = (file: string, isNamed: boolean) => {
        const folder = resolve(dirname(file));
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
        if (!isNamed || file === STDIN) return true;
        if (SETTINGS_FILES.includes(basename(file)) && existsSync(file)) addProject(file, true);
        else if (isProgramFile(file) && !file.endsWith(".json")) sourceFiles.push(file);
        else return true;
        return false;
    });

    const programs = readProjects(projects, errors);
    const isRead = new Set(programs.flatMap(({ folder, program }) => program.files.map(file => join(folder, file))));
    const readFile = async (file: string, parse: (text: string) => SourceProgram) => {
        if (isRead.has(resolve(file))) return;
        const program = await readAndParse(file, streams, parse, MAX_SOURCE_SIZE);
        errors.push(...program.errors.map(({ line, reason }) => describeError(file, line, reason)));
        programs.push({ file, isNamed: true, folder: resolve(dirname(file)), isProject: false, program });
    };
    const stacks: Input["stacks"][number][] = [];
    let skipped = 0;
    const attempt = async (action: () => Promise<unknown>) => {
        try {
            await action();
        } catch (error) {
            if (!(error instanceof UserError)) throw error;
            errors.push(...error.lines);
        }
    };
    for (const file of sourceFiles) await attempt(() => readFile(file, text => parseSource(file, text)));
    for (const { file, isNamed } of others) {
        const isInProject = !isNamed && isBelow(resolve(file), [...projects.keys()]);
        await attempt(async () => {
            const read = await readAndParse(file, streams, text => (isNamed ? parseNamed(file, text) : parseFound(text, isInProject)));
            if (read && "textOf" in read) await readFile(file, () => read);
            else if (read) {
                stacks.push({ file, ...read });
                errors.push(...inFile(file, read.errors ?? []));
            } else if (!isInProject) skipped++;
        });
    }
    programs.sort((a, b) => (a.file < b.file ? -1 : 1));
    return { stacks, programs, errors: [...new Set(errors)], skipped };
}

/** Returns the settings of the projects in a folder and below it, without those of dependencies. */
function findProjects(folder: string): string[] {
    const { files } = listFiles(resolve(folder), name => SETTINGS_FILES.includes(name));
    const byFolder = new Map<string, string>();
    for (const file of files) byFolder.set(dirname(file), byFolder.get(dirname(file)) ?? join(folder, file));
    return [...byFolder.values()];
}

/** Reads projects. A file that several have counts for the innermost one. */
function readProjects(projects: ReadonlyMap<string, { file: string; isNamed: boolean }>, errors: string[]): ProgramSource[] {
    const counted = new Set<string>();
    const innermostFirst = [...projects].sort(([a], [b]) => b.length - a.length);
    return innermostFirst.map(([folder, { file, isNamed }]) => {
        const program = readProgram(folder);
        const own = new Set(program.files.filter(name => !counted.has(join(folder, name))));
        for (const name of own) counted.add(join(folder, name));
        const ofProject = dirname(file);
        errors.push(...program.errors.map(error => describeError(join(ofProject, error.file), error.line, error.reason)));
        return { file, isNamed, folder, isProject: true, program: own.size < program.files.length ? restrict(program, own) : program };
    });
}

/** Returns the part of a program that is in some of its files. */
function restrict(program: SourceProgram, files: ReadonlySet<string>): SourceProgram {
    const isIn = ({ file }: { readonly file: string }) => files.has(file);
    return {
        ...program,
        resources: program.resources.filter(isIn),
        files: [...files],
        notCovered: program.notCovered.filter(isIn),
        notRead: program.notRead.filter(isIn),
        isComplete: false,
    };
}

function describeError(file: string, line: number | undefined, reason: string): string {
    const text = reason.replace(/\.$/, "");
    return line === undefined ? `could not read ${file}: ${text}.` : `${file}:${line}: ${text}.`;
}

function isBelow(file: string, folders: readonly string[]): boolean {
    return folders.some(folder => file.startsWith(folder + sep));
}

/** Parses a file of a program. Other files of it are not read. */
function parseSource(file: string, text: string): SourceProgram {
    if (/\.ya?ml$/.test(file) && !isYamlProgram(text)) throw new UserError(`not a Pulumi program; expected ${KINDS}.`);
    return readProgramText(basename(file), text);
}

/** Whether a YAML or JSON file has a section of Pulumi's programs. */
function isYamlProgram(text: string): boolean {
    return /^(?:[ \t]*"|["']?)(?:resources|components)["']?[ \t]*:/m.test(text);
}

/** Parses a named file that is a state, a preview or a program in JSON. */
function parseNamed(file: string, text: string) {
    const isJson = file === STDIN || /\.json\b/.test(file) || /^\s*(?:[[{]|$)/.test(text);
    if (!isJson) throw new UserError(`unknown kind of file; expected ${KINDS}.`);
    try {
        return parseStack(text);
    } catch (error) {
        if (!(error instanceof UnknownFormatError) || file === STDIN || !isYamlProgram(text)) throw error;
        return parseSource(file, text);
    }
}

/** What the text of every state and preview contains. Most other files in JSON, such as lock files, need not be parsed. */
const STACK_SIGN = /"(?:deployment|checkpoint|steps|changeSummary)"/;

/** Parses a file in a folder. An empty one may be a failed export, unless it is among the files of a program. */
function parseFound(text: string, isInProject: boolean) {
    return STACK_SIGN.test(text) || (text.trim() === "" && !isInProject) ? parseIfStack(text) : undefined;
}
