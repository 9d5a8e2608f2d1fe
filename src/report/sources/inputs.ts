import { openProject } from "../../stacks/positions/project";
import type { InputStreams } from "../../stacks/read";
import { UserError } from "../../util/user-error";
import type { Stack } from "../report";
import { type LinkedStack, linkStacks } from "./link";
import { noSourceErrors, programErrors, sourceWarnings } from "./messages";
import { ProgramReader } from "./program-reader";
import type { ProgramSource } from "./program-source";
import { readSources } from "./read-sources";
import { toStacks } from "./to-stacks";

/** What a command was given, read and linked. */
export interface Inputs {
    readonly programs: readonly ProgramSource[];
    /** The states and previews, with what the programs say about their clients. */
    readonly stacks: readonly LinkedStack[];
    /** The programs and the stacks as a report has them, sorted by file. */
    readonly all: readonly Stack[];
    /** Why files other than those of programs, or resources in them, could not be read. */
    readonly fileErrors: readonly string[];
    /** What is wrong in the files of programs. */
    readonly programErrors: readonly string[];
    readonly warnings: readonly string[];
}

/**
 * Reads states, previews and programs, and links the clients of the states and previews with the programs. Throws a UserError if none of
 * the paths can be checked.
 *
 * @param paths files and folders; the program in the current folder if there are none
 * @param projectFolder the folder of Pulumi.yaml, which positions in states are relative to
 */
export async function readInputs(paths: readonly string[], projectFolder: string, streams: InputStreams): Promise<Inputs> {
    const project = openProject(projectFolder);
    const reader = new ProgramReader();
    const sources = await readSources(paths, reader, streams);
    const missing = noSourceErrors(sources);
    if (missing.length > 0) throw new UserError(...missing);
    const { programs } = sources;
    const stacks = linkStacks(sources, project, reader);
    return {
        programs,
        stacks,
        all: toStacks(programs, stacks),
        fileErrors: sources.errors,
        programErrors: programErrors(sources),
        warnings: [...(project.warnings ?? []), ...sourceWarnings(sources)],
    };
}
