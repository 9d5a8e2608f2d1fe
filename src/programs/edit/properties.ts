import { UNKNOWN } from "../evaluate";

export type Properties = Readonly<Record<string, unknown>> & Record<string, unknown>;

/** Copies properties and their blocks, which is what a fix changes. It copies nothing deeper, since a state can be nested without end. */
export function copyOf(props: object): Properties {
    const entries = Object.entries(props).map(([name, value]) => {
        return [name, value instanceof Object && !Array.isArray(value) ? { ...value } : value];
    });
    return Object.fromEntries(entries);
}

/**
 * Returns the properties that a program writes, and those of the stack where they are computed. They decide which rules are violated;
 * what only the stack has is never written.
 */
export function overlay(written: Properties, inStack: object): Properties {
    const props = copyOf(written);
    for (const [property, value] of Object.entries(written)) {
        if (value !== UNKNOWN) continue;
        if (Object.hasOwn(inStack, property)) props[property] = copyOf(inStack)[property];
        else delete props[property];
    }
    return props;
}
