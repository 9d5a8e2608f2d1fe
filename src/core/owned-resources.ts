import { addTo } from "../util/maps";
import { findBy } from "./find-by";
import type { FoundOwner, Owner, Owners } from "./owners";
import { some, UnknownValueError } from "./properties";
import type { Stack, StackResource } from "./user-pools";

/** The resources of a type that belong to a user pool or a client, and those that may belong to it. */
export interface OwnedResources<T> {
    readonly owned: readonly T[];
    /** Resources whose owner is unknown: at most {@link MAX_OWNER_UNKNOWN}, since they are tested for every client. */
    readonly ownerUnknown: readonly { readonly resource: T; readonly error: UnknownValueError }[];
}

/** If this many resources have unknown owners, any other resource may be among them. */
export const MAX_OWNER_UNKNOWN = 20;

/** Whether any resource passes `test`. Throws UnknownValueError if the answer depends on an unknown value or owner. */
export function someResource<T>({ owned, ownerUnknown }: OwnedResources<T>, test: (resource: T) => boolean): boolean {
    return some(owned, test) || mayInclude(ownerUnknown, test);
}

/**
 * Returns the resources with a key. Throws UnknownValueError if none has it and one may have it.
 * The time that it takes does not grow with the number of resources, unlike that of {@link someResource}.
 *
 * @param keyOf the same function in each call
 */
export function resourcesWith<T extends object>(
    { owned, ownerUnknown }: OwnedResources<T>,
    keyOf: (resource: T) => unknown,
    key: unknown,
): readonly T[] {
    const { found, unknown } = findBy(owned, keyOf, key);
    if (found.length > 0) return found;
    if (unknown) throw unknown;
    mayInclude(ownerUnknown, resource => keyOf(resource) === key);
    return [];
}

/** Throws UnknownValueError if a resource with an unknown owner passes, and returns false otherwise. */
function mayInclude<T>(ownerUnknown: OwnedResources<T>["ownerUnknown"], test: (resource: T) => boolean): false {
    if (ownerUnknown[0] && ownerUnknown.length >= MAX_OWNER_UNKNOWN) throw ownerUnknown[0].error;
    some(ownerUnknown, ({ resource, error }) => {
        if (test(resource)) throw error;
        return false;
    });
    return false;
}

/** A resource as rules see it, and the owners that it refers to. */
interface Ownership<T> {
    readonly resource: T;
    readonly owners: readonly FoundOwner[];
}

/** Groups resources of all stacks by owner. `read` returns undefined for a resource of another type. */
export function groupByOwner<T>(
    stacks: readonly Stack[],
    owners: Owners,
    read: (resource: StackResource, stack: Stack) => Ownership<T> | undefined,
): (owner: Owner) => OwnedResources<T> {
    const groups = new Map<unknown, T[]>();
    const ownerUnknown: { resource: T; error: UnknownValueError }[] = [];
    for (const stack of stacks) {
        for (const candidate of stack.resources) {
            const found = read(candidate, stack);
            for (const owner of new Set(found?.owners)) {
                const { resource } = found as Ownership<T>;
                if (owner instanceof UnknownValueError) {
                    if (ownerUnknown.length < MAX_OWNER_UNKNOWN) ownerUnknown.push({ resource, error: owner });
                } else if (owner) addTo(groups, owners.keyOf(owner), resource);
            }
        }
    }
    return owner => ({ owned: groups.get(owners.keyOf(owner)) ?? [], ownerUnknown });
}
