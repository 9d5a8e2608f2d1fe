import type { Stack } from "../report";
import type { LinkedStack } from "./link";
import { isChecked, locationOf, type ProgramSource, partOf, resourcesOf } from "./program-source";

/** Returns what a report is made of, sorted by file: the programs, and the stacks with what the programs say about their clients. */
export function toStacks(programs: readonly ProgramSource[], stacks: readonly LinkedStack[]): Stack[] {
    return [...programs.map(programStack), ...stacks.map(linkedStack)].sort((a, b) => (a.file < b.file ? -1 : 1));
}

function programStack(source: ProgramSource): Stack {
    const { file, program } = source;
    const byUrn = new Map(program.resources.map(resource => [resource.urn, resource]));
    return {
        file,
        isProgram: true,
        resources: resourcesOf(source),
        get isOpen() {
            return !program.isComplete; // all files are read for this
        },
        notRead: program.notRead.filter(place => isChecked(source, place)).map(place => locationOf(source, place)),
        partOf: urn => {
            const resource = byUrn.get(urn);
            return resource && partOf(source, resource);
        },
    };
}

function linkedStack(stack: LinkedStack): Stack {
    return {
        ...stack,
        placeOf: urn => stack.linkOf(urn).place,
        partOf: urn => {
            const { found } = stack.linkOf(urn);
            return typeof found === "string" ? undefined : partOf(found.source, found.resource);
        },
    };
}
