import type { StackResource } from "../../core/user-pools";
import { readProgram, type SourceProgram } from "../../programs";
import { relativeFile } from "../../stacks/positions/location";
import { belongsTo, createPlaceFinder } from "../../stacks/positions/places";
import { openProject, type Project } from "../../stacks/positions/project";
import type { ProgramResource } from "../../stacks/resources";
import type { ProgramPart, Stack } from "../report";
import { createLinker } from "./link";
import { locationOf, type ProgramSource, partOf } from "./program-source";
import type { Sources } from "./read-sources";

/** Returns what a report is made of, sorted by file: the programs, and the stacks with what the programs say about their resources. */
export function toStacks({ stacks, programs }: Pick<Sources, "stacks" | "programs">, project: Project): Stack[] {
    const finders = findersFor(programs, project);
    const all = [...programs.map(programStack), ...stacks.map(stack => ({ ...stack, ...findInPrograms(stack.resources, finders) }))];
    return all.sort((a, b) => (a.file < b.file ? -1 : 1));
}

function programStack(source: ProgramSource): Stack {
    const { file, program, folder } = source;
    const byUrn = new Map(program.resources.map(resource => [resource.urn, resource]));
    const parts = cached((urn: string) => {
        const resource = byUrn.get(urn);
        return resource && partOf(source, resource);
    });
    return {
        file,
        isProgram: true,
        resources: toResources(program),
        get isOpen() {
            return !program.isComplete; // all files are read for this
        },
        notRead: program.notRead.map(place => locationOf(program, folder, place)),
        partOf: parts,
        placeOf: urn => {
            const location = parts(urn)?.location;
            return location ? { location } : {};
        },
    };
}

/** Returns the resources of a program, with those that the policies do not cover. */
export function toResources({ resources, notCovered }: SourceProgram): readonly StackResource[] {
    const others = notCovered.map(({ type, file, start }) => ({
        type,
        name: "",
        urn: `${file}#${start}`,
        props: {},
        propertyDependencies: {},
    }));
    return [...resources, ...others];
}

/** Finds the resources of the stacks of one project in its program. */
interface Finder {
    readonly project: Project;
    /** The folder of the project as it was read. */
    readonly folder: string;
    readonly placesIn: ReturnType<typeof createPlaceFinder>;
    /** Returns the program with a function that finds resources in it; undefined if it is unknown. */
    load(): { readonly program: SourceProgram; readonly find: ReturnType<typeof createLinker> } | undefined;
}

/** Returns the finders of the programs that were read, and of the project whose folder is given. Its program is read when it is needed. */
function findersFor(programs: readonly ProgramSource[], project: Project): Finder[] {
    const read = programs
        .filter(({ isProject }) => isProject)
        .map(({ folder, program }) => finderOf(openProject(folder), folder, () => program));
    if (read.some(finder => finder.project.project === project.project)) return read;
    const isHere = project.settings && relativeFile(project.settings.file, project) !== undefined; // no report names other files
    return [finderOf(project, project.project, () => (isHere ? readProgram(project.project) : undefined)), ...read];
}

function finderOf(project: Project, folder: string, readProgram: () => SourceProgram | undefined): Finder {
    return {
        project,
        folder,
        placesIn: createPlaceFinder(project),
        load: cached(() => {
            const program = readProgram();
            return program && { program, find: createLinker(program, folder) };
        }),
    };
}

function findInPrograms(resources: readonly ProgramResource[], finders: readonly Finder[]): Pick<Stack, "placeOf" | "partOf"> {
    const byUrn = new Map(resources.map(resource => [resource.urn, resource]));
    const places = finders.map(finder => ({ finder, placeOf: finder.placesIn(resources) }));
    const find = cached((urn: string) => {
        const resource = byUrn.get(urn);
        const { finder, placeOf } = places.find(({ finder }) => belongsTo(urn, finder.project)) ?? {};
        if (!resource || !finder || !placeOf) return { place: {} };
        const place = placeOf(urn);
        const loaded = finder.load();
        const found = loaded?.find(resource, place);
        const part: ProgramPart | undefined = loaded && found && partOf({ program: loaded.program, folder: finder.folder }, found);
        return { place: part ? { ...place, location: part.location } : place, part };
    });
    return { placeOf: urn => find(urn).place, partOf: urn => find(urn).part };
}

function cached<K extends [string] | [], V>(compute: (...key: K) => V): (...key: K) => V {
    const values = new Map<string | undefined, V>();
    return (...args) => {
        const [key] = args;
        const value = values.has(key) ? (values.get(key) as V) : compute(...args);
        values.set(key, value);
        return value;
    };
}
