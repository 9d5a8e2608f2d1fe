import { addTo } from "../util/maps";
import { readProperties, UnknownValueError } from "./properties";
import type { Stack, StackResource } from "./user-pools";

/** A resource that others can belong to, and its stack. */
export interface Owner {
    readonly resource: StackResource;
    readonly stack: Stack;
    readonly id: string | UnknownValueError;
}

/** The owner of a resource: undefined if it is in none of the stacks, UnknownValueError if that is unknown. */
export type FoundOwner = Owner | UnknownValueError | undefined;

/** Finds the resources of a type that others of the same stack or of another one refer to. */
export class Owners {
    readonly #byStack: ReadonlyMap<Stack, OwnersInStack>;
    readonly #byId: ReadonlyMap<string, Owner | undefined>;

    constructor(stacks: readonly Stack[], type: string) {
        this.#byStack = new Map(stacks.map(stack => [stack, ownersIn(stack, type)]));
        const all = new Map<string, Owner[]>();
        for (const { byId } of this.#byStack.values()) {
            for (const [id, owner] of byId) addTo(all, id, owner);
        }
        this.#byId = new Map([...all].map(([id, owners]) => [id, managedOrFirst(owners)]));
    }

    /** Finds the only owner of the stack whose outputs a property uses. */
    ofDependency(stack: Stack, { propertyDependencies }: StackResource, property: string): Owner | undefined {
        const byUrn = this.#byStack.get(stack)?.byUrn;
        const [owner, ...others] = new Set((propertyDependencies[property] ?? []).flatMap(urn => byUrn?.get(urn) ?? []));
        return others.length === 0 ? owner : undefined;
    }

    /** Finds an owner by its ID, first in a stack and then in the others. */
    withId(stack: Stack, id: string | UnknownValueError): FoundOwner {
        return typeof id === "string" ? (this.#byStack.get(stack)?.byId.get(id) ?? this.#byId.get(id)) : id;
    }

    /** Returns a resource of the type as the owner that others find. */
    get(stack: Stack, { urn }: StackResource): Owner {
        return this.#byStack.get(stack)?.byUrn.get(urn) as Owner;
    }

    /** Returns the same key for an owner and for a reading of it in another stack. */
    keyOf(owner: Owner): unknown {
        return typeof owner.id === "string" && this.#byId.get(owner.id) ? owner.id : owner;
    }
}

/** Returns the owner that a stack manages, or else the first reading of it; undefined if several stacks manage it, such as copies of a stack. */
function managedOrFirst(owners: readonly Owner[]): Owner | undefined {
    const managed = owners.filter(({ resource }) => !resource.external);
    return managed.length > 1 ? undefined : (managed[0] ?? owners[0]);
}

interface OwnersInStack {
    readonly byUrn: ReadonlyMap<string, Owner>;
    /** Without those whose IDs are unknown. */
    readonly byId: ReadonlyMap<string, Owner>;
}

function ownersIn(stack: Stack, type: string): OwnersInStack {
    const byUrn = new Map<string, Owner>();
    const byId = new Map<string, Owner>();
    for (const resource of stack.resources) {
        if (resource.type !== type) continue;
        const id = resource.id ?? readId(resource, "id");
        const same = typeof id === "string" ? byId.get(id) : undefined; // a stack can create a resource and look it up as well
        const owner = same ?? { resource, stack, id };
        byUrn.set(resource.urn, owner);
        if (typeof id === "string") byId.set(id, owner);
    }
    return { byUrn, byId };
}

/** Properties that have an ID: that of the resource, or that of its owner. */
const IDS = { clientId: "string", id: "string", userPoolId: "string" } as const;

/** Reads a property that is a nonempty text; returns UnknownValueError if it cannot be read as one. */
export function readId({ name, props }: StackResource, property: keyof typeof IDS): string | UnknownValueError {
    try {
        const text = readProperties(props, IDS)[property];
        if (text) return text as string;
    } catch {
        // The rules that read the property report what is wrong with it.
    }
    return new UnknownValueError(`${name}.${property}`);
}
