import { isDeepStrictEqual } from "node:util";
import { type Block, isObject, literalOf } from "./source";

const problems = {
    spread: (property: string) => `a spread or a computed name in its arguments may set ${property}`,
    duplicate: (property: string) => `${property} is set more than once`,
    computed: (property: string) => `${property} is not a literal`,
    changed: (property: string) => `${property} has another value in the stack: the program has changed since, or something else sets it`,
};

/** Returns why a block cannot be changed that has these properties in a stack; undefined if it can. */
export function findObstacle(block: Block, changes: object, props: object, parent = ""): string | undefined {
    for (const [name, change] of Object.entries(changes)) {
        const obstacle = findMemberObstacle(block, name, change, props, parent);
        if (obstacle !== undefined) return obstacle;
    }
    return undefined;
}

function findMemberObstacle(block: Block, name: string, change: unknown, props: object, parent: string): string | undefined {
    const path = parent + name;
    const [member, ...others] = block.members.filter(member => member.name === name);
    const current = programValue(props, name);
    if (others.length > 0) return problems.duplicate(path);
    if (block.members.some(other => other.name === undefined && other.start > (member?.start ?? -1))) return problems.spread(path);
    if (member?.value.kind === "block" && isObject(change) && isObject(current))
        return findObstacle(member.value, change, current, `${path}.`);
    const literal = member ? literalOf(member.value) : { literal: undefined };
    if (!literal) return problems.computed(path);
    return isDeepStrictEqual(normalize(literal.literal), normalize(current)) ? undefined : problems.changed(path);
}

/** Returns the value of a property as the program sets it: without what the provider adds. */
function programValue(props: { readonly __defaults?: unknown }, name: string): unknown {
    const isDefault = Array.isArray(props.__defaults) && props.__defaults.includes(name);
    return isDefault ? undefined : props[name as keyof object];
}

/** Replaces what counts as unset, sorts lists, which AWS treats as sets, and removes what the engine adds to a block. */
function normalize(value: unknown): unknown {
    if (value === null || (Array.isArray(value) && value.length === 0)) return undefined;
    if (Array.isArray(value)) return value.map(element => JSON.stringify(element)).sort();
    if (!isObject(value)) return value;
    const members = Object.entries(value).map(([name, member]) => [name, normalize(member)] as const);
    return Object.fromEntries(members.filter(([name, member]) => !name.startsWith("__") && member !== undefined));
}
