import { realpathSync, statSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { isProgramFile } from "../programs";
import { hasSettings, type ProgramSource, type Sources } from "../programs/edit/sources";
import type { ProgramFiles } from "../programs/edit/targets";
import { listFiles } from "../programs/files";
import { SETTINGS } from "../programs/project";
import type { InputStreams } from "../stacks/read";
import { type Input, readStacks } from "../stacks/read-stacks";
import { reasonOf, UsageError, UserError } from "../util/user-error";

/** The programs, states and previews that paths name. */
export interface FixInputs extends Input {
    readonly programs: readonly ProgramFiles[];
    /** The paths of states and previews. */
    readonly statePaths: readonly string[];
}

/** Reads programs, states and previews; without paths, the program in the current folder. */
export async function readFixInputs(paths: readonly string[], sources: Sources, streams: InputStreams): Promise<FixInputs> {
    if (paths.length === 0 && !hasSettings(".")) throw new UsageError("no FILE given, and the current folder has no Pulumi.yaml");
    const statePaths: string[] = [];
    const programs: ProgramFiles[] = [];
    for (const path of paths.length === 0 ? ["."] : paths) {
        const found = readPrograms(path, sources);
        if (found) programs.push(...found);
        else statePaths.push(path);
    }
    const input = await readStacks(statePaths, streams);
    return { ...input, programs: mergePrograms(programs), statePaths };
}

/** Reads the programs that a path names; undefined if it names none. */
function readPrograms(path: string, sources: Sources): ProgramFiles[] | undefined {
    if (isFolder(path)) {
        const projects = findProjects(realpathSync(path));
        return projects.length > 0 ? projects.map(folder => ({ source: sources.readProject(folder) })) : undefined;
    }
    if (!isProgramFile(path) || (path.endsWith(".json") && !SETTINGS.includes(basename(path)))) return undefined;
    try {
        const real = realpathSync(path);
        if (SETTINGS.includes(basename(real))) return [{ source: sources.readProject(dirname(real)) }];
        const { source, file } = sources.readFile(real);
        return [{ source, files: new Set([file]) }];
    } catch (error) {
        throw new UserError(`could not read ${path}: ${reasonOf(error)}.`);
    }
}

function isFolder(path: string): boolean {
    return statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false;
}

/** Returns the outermost folders with a project in a folder, which can be itself. */
function findProjects(folder: string): string[] {
    if (hasSettings(folder)) return [folder];
    const folders = listFiles(folder, name => SETTINGS.includes(name)).files.map(file => join(folder, dirname(file)));
    return [...new Set(folders)].filter(path => !folders.some(other => path.startsWith(join(other, "/"))));
}

/** Merges the files of each program. */
function mergePrograms(programs: readonly ProgramFiles[]): ProgramFiles[] {
    const merged = new Map<ProgramSource, ProgramFiles>();
    for (const { source, files } of programs) {
        const others = merged.get(source);
        const all = others ? others.files && files && new Set([...others.files, ...files]) : files;
        merged.set(source, { source, ...(all && { files: all }) });
    }
    return [...merged.values()];
}
