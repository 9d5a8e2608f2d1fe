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
    const findPart = (urn: string) => {
        const resource = byUrn.get(urn);
        return resource && partOf(source, resource);
    };
    return {
        file,
        isProgram: true,
        resources: resourcesOf(source),
        get isOpen() {
            return !program.isComplete; // all files are read for this
        },
        notRead: program.notRead.filter(place => isChecked(source, place)).map(place => locationOf(source, place)),
        partOf: findPart,
        placeOf: urn => {
            const part = findPart(urn);
            return part ? { location: part.location } : {};
        },
    };
}

function linkedStack(stack: LinkedStack): Stack {
    const findPart = (urn: string) => {
        const { found } = stack.linkOf(urn);
        return typeof found === "string" ? undefined : partOf(found.source, found.resource);
    };
    return {
        ...stack,
        partOf: findPart,
        placeOf: urn => {
            const part = findPart(urn);
            const { place } = stack.linkOf(urn);
            return part ? { ...place, location: part.location } : place;
        },
    };
}
