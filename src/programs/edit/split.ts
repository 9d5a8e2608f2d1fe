/** Splits a list in front of each item that does not continue the one before it. */
export function split<T>(items: readonly T[], continues: (item: T, previous: T) => boolean): T[][] {
    const groups: T[][] = [];
    let group: T[] = [];
    for (const item of items) {
        const previous = group.at(-1);
        if (previous === undefined || !continues(item, previous)) {
            group = [];
            groups.push(group);
        }
        group.push(item);
    }
    return groups;
}
