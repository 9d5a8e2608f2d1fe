/** Longer lists are not compared. */
const MAX_PAIRS = 250_000;

/** Returns the indexes of the elements of a longest common subsequence of two lists; undefined if the lists are too long. */
export function commonSubsequence(a: readonly unknown[], b: readonly unknown[]): (readonly [number, number])[] | undefined {
    if (a.length * b.length > MAX_PAIRS) return undefined;
    const lengths: number[][] = [];
    const lengthFrom = (i: number, j: number) => lengths[i]?.[j] ?? 0;
    for (let i = a.length - 1; i >= 0; i--) {
        const row: number[] = [];
        lengths[i] = row;
        for (let j = b.length - 1; j >= 0; j--) {
            row[j] = a[i] === b[j] ? lengthFrom(i + 1, j + 1) + 1 : Math.max(lengthFrom(i + 1, j), lengthFrom(i, j + 1));
        }
    }
    const pairs: (readonly [number, number])[] = [];
    let [i, j] = [0, 0];
    while (lengthFrom(i, j) > 0) {
        if (a[i] === b[j]) pairs.push([i++, j++]);
        else if (lengthFrom(i + 1, j) >= lengthFrom(i, j + 1)) i++;
        else j++;
    }
    return pairs;
}
