import type { ProgramResource } from "../resources";
import { type Location, locate, type Place, toPlace } from "./location";
import type { Project } from "./project";
import { loadYamlProgram, type YamlProgram } from "./yaml-program";

/** Returns a function that finds where the program of a project creates the resources of a stack, by URN. */
export function createPlaceFinder(project: Project): (resources: readonly ProgramResource[]) => (urn: string) => Place {
    let program: YamlProgram | undefined;
    let isLoaded = false;
    return resources => {
        const byUrn = new Map(resources.map(resource => [resource.urn, resource]));
        return urn => {
            if (!belongsTo(urn, project)) return {};
            if (!isLoaded) program = loadYamlProgram(project);
            isLoaded = true;
            return findPlace(urn, byUrn, project, program);
        };
    };
}

/** Whether a URN names the project, as far as the name is known: `urn:pulumi:STACK::PROJECT::TYPE::NAME`. */
export function belongsTo(urn: string, { settings }: Project): boolean {
    return settings?.name === undefined || urn.split("::")[1] === settings.name;
}

/** More than any resource has: each of a chain of resources would otherwise be searched for up to the first. */
const MAX_ANCESTORS = 100;

/** Finds a resource in the user's own code or, if only a package has its code, the component that contains it. */
function findPlace(urn: string, byUrn: ReadonlyMap<string, ProgramResource>, project: Project, program?: YamlProgram): Place {
    const locations: Location[] = [];
    let resource = byUrn.get(urn);
    for (let count = 0; resource && count <= MAX_ANCESTORS; count++) {
        const declared = program?.findResource(resource);
        if (declared) return toPlace([...locations, declared]);
        const { location, callers = [] } = locate(resource.frames ?? [], project);
        if (location && !program) return { location, ...(callers.length > 0 && { callers }) };
        if (location) locations.push(location, ...callers);
        resource = byUrn.get(resource.parent ?? "");
    }
    return toPlace(locations);
}
