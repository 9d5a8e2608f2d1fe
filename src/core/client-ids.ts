import { readId } from "./owners";
import { readProperties, UnknownValueError } from "./properties";
import { LISTENER, LISTENER_TYPES, type Listener } from "./resource-types";
import type { StackResource } from "./user-pools";

/** Returns the IDs of the clients that a resource belongs to. What cannot be read of a listener counts as not signing users in. */
export function clientIdsIn(resource: StackResource): readonly (string | UnknownValueError)[] {
    const property = LISTENER_TYPES.get(resource.type);
    if (!property) return [readId(resource, "clientId")];
    const listener: Listener = readProperties(resource.props, LISTENER, `${resource.name}.`);
    const actions = attempt(() => listener[property]);
    if (!actions || actions instanceof UnknownValueError) return [];
    return Array.from({ length: actions.length }, (_, index) => {
        const login = attempt(() => actions[index]?.authenticateCognito);
        return login instanceof UnknownValueError ? undefined : login && attempt(() => login.userPoolClientId);
    }).filter(id => id !== undefined);
}

/** Reads a value. Returns UnknownValueError if it is unknown, and undefined if its type is wrong. */
function attempt<T>(read: () => T): T | UnknownValueError | undefined {
    try {
        return read();
    } catch (error) {
        return error instanceof UnknownValueError ? error : undefined;
    }
}
