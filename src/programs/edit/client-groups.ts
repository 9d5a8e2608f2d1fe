import { CLIENT_TYPE } from "../../core/user-pools";
import type { Place } from "../../stacks/positions/location";
import { createPlaceFinder } from "../../stacks/positions/places";
import type { Project } from "../../stacks/positions/project";
import { displayName } from "../../stacks/read";
import type { Input } from "../../stacks/read-stacks";
import type { ProgramResource } from "../../stacks/resources";
import { createTargetFinder, type Target } from "./targets";

/** A client of a stack. */
export interface Client {
    readonly resource: ProgramResource;
    readonly place: Place;
    /** The name of the file with the stack. */
    readonly file: string;
}

/** The clients that the same code of the program creates. */
export interface ClientGroup {
    readonly clients: readonly Client[];
    /** Where the program sets their properties, or why these cannot be changed. */
    readonly target: Target | string;
}

/** Groups the clients of some stacks by the code that creates them. A client that cannot be changed is a group of its own. */
export async function groupClients(stacks: Input["stacks"], project: Project): Promise<ClientGroup[]> {
    const findPlaces = createPlaceFinder(project);
    const findTarget = createTargetFinder(project);
    const groups = new Map<unknown, { clients: Client[]; target: Target | string }>();
    for (const { file, resources } of stacks) {
        const placeOf = findPlaces(resources);
        for (const resource of resources.filter(({ type }) => type === CLIENT_TYPE)) {
            const client = { resource, place: placeOf(resource.urn), file: displayName(file) };
            const target = await findTarget(resource, client.place);
            const key = typeof target === "string" ? client : `${target.block.start} ${target.program.file}`;
            const group = groups.get(key) ?? { clients: [], target };
            group.clients.push(client);
            groups.set(key, group);
        }
    }
    return [...groups.values()];
}
