import { UNKNOWN } from "../evaluate";

export type Properties = Readonly<Record<string, unknown>> & Record<string, unknown>;

/**
 * Returns the properties that a program writes, and those of the stack where they are computed. They decide which rules are violated;
 * what only the stack has is never written.
 */
export function overlay(written: Properties, inStack: object): Properties {
    const props = structuredClone(written);
    for (const [property, value] of Object.entries(written)) {
        if (value !== UNKNOWN) continue;
        if (Object.hasOwn(inStack, property)) props[property] = structuredClone(inStack[property as keyof object]);
        else delete props[property];
    }
    return props;
}
