import { CLIENT_TYPE } from "../../core/user-pools";
import type { SourceResource } from "../../programs";
import type { Place } from "../../stacks/positions/location";
import { displayName } from "../../stacks/read";
import type { ProgramResource } from "../../stacks/resources";
import { clientsIn, type LinkedStack, type ProgramClient } from "../sources/link";
import { isChecked, type ProgramSource } from "../sources/program-source";

/** A client of a stack. */
export interface Client {
    readonly resource: ProgramResource;
    readonly place: Place;
    /** The name of the file with the stack. */
    readonly file: string;
}

/** A client as a program creates it. */
export interface Target extends ProgramClient {
    /** The clients of stacks that it creates. */
    readonly clients: readonly Client[];
}

/** The clients of some programs and stacks. A client of both counts once. */
export interface Targets {
    readonly found: readonly Target[];
    /** The clients of stacks that no program creates as far as it is read, with the reason. */
    readonly missing: readonly { readonly client: Client; readonly reason: string }[];
}

/** Returns the clients of programs, and the code that creates the clients of stacks. */
export function findTargets(programs: readonly ProgramSource[], stacks: readonly LinkedStack[]): Targets {
    const found = new Map<SourceResource, ProgramClient & { readonly clients: Client[] }>();
    const missing: { client: Client; reason: string }[] = [];
    const add = (client: ProgramClient) => {
        const target = found.get(client.resource) ?? { ...client, clients: [] };
        found.set(client.resource, target);
        return target;
    };
    for (const source of programs) for (const client of clientsIn(source)) if (isChecked(source, client.resource)) add(client);
    for (const { file, resources, linkOf } of stacks) {
        for (const resource of resources.filter(({ type }) => type === CLIENT_TYPE)) {
            const { place, found } = linkOf(resource.urn);
            const client = { resource, place, file: displayName(file) };
            if (typeof found === "string") missing.push({ client, reason: found });
            else add(found).clients.push(client);
        }
    }
    return { found: [...found.values()], missing };
}
