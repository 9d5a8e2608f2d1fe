/** Returns a function that remembers its results, for at most 1,000 texts at a time. */
export function memoize<T>(compute: (text: string) => T): (text: string) => T {
    const results = new Map<string, T>();
    return text => {
        const known = results.get(text);
        if (known !== undefined || results.has(text)) return known as T;
        if (results.size === MAX_RESULTS) results.clear();
        const result = compute(text);
        results.set(text, result);
        return result;
    };
}

/** More than the texts of one client, which many rules read before the next client. */
const MAX_RESULTS = 1000;
