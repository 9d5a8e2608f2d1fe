/** Adds an item to the group with a key. */
export function addTo<K, T>(groups: Map<K, T[]>, key: K, item: T): void {
    const group = groups.get(key);
    if (group) group.push(item);
    else groups.set(key, [item]);
}

/** Groups items by their keys. An item can have several keys, or none. */
export function groupBy<K, T>(items: readonly T[], keysOf: (item: T) => Iterable<K>): Map<K, T[]> {
    const groups = new Map<K, T[]>();
    for (const item of items) for (const key of keysOf(item)) addTo(groups, key, item);
    return groups;
}

/** Returns a function that computes its result once for each object. */
export function once<K extends object, V extends object | boolean>(compute: (key: K) => V): (key: K) => V {
    const values = new WeakMap<K, V>();
    return key => {
        const value = values.get(key) ?? compute(key);
        values.set(key, value);
        return value;
    };
}
