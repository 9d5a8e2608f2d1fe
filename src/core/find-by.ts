import { addTo } from "../util/maps";
import { UnknownValueError } from "./properties";

interface Found<T> {
    /** The elements that are known to have the key. */
    readonly found: readonly T[];
    /** Set if the key of an element is unknown, so that it may be the one. */
    readonly unknown: UnknownValueError | undefined;
}

interface Index {
    readonly byKey: ReadonlyMap<unknown, readonly object[]>;
    readonly unknown: UnknownValueError | undefined;
}

/** Cached per list and function: many clients look up elements of the same list. */
const INDEXES = new WeakMap<readonly object[], Map<unknown, Index>>();

/** Finds the elements of a list that have a key. The time that it takes does not grow with the list. `keyOf` must be the same function in each call. */
export function findBy<T extends object>(list: readonly T[] = [], keyOf: (element: T) => unknown, key: unknown): Found<T> {
    const indexes = INDEXES.get(list) ?? new Map<unknown, Index>();
    INDEXES.set(list, indexes);
    const { byKey, unknown } = indexes.get(keyOf) ?? createIndex(list, keyOf);
    indexes.set(keyOf, { byKey, unknown });
    return { found: (byKey.get(key) ?? []) as readonly T[], unknown };
}

function createIndex<T extends object>(list: readonly T[], keyOf: (element: T) => unknown): Index {
    const byKey = new Map<unknown, T[]>();
    let unknown: UnknownValueError | undefined;
    for (let index = 0; index < list.length; index++) {
        try {
            const element = list[index] as T;
            const key = keyOf(element);
            addTo(byKey, key, element);
        } catch (error) {
            if (!(error instanceof UnknownValueError)) throw error;
            unknown ??= error;
        }
    }
    return { byKey, unknown };
}
