import { closest, distance } from "fastest-levenshtein";

/** The word that was probably meant, whatever the case, for a question at the end of a message; undefined where none is near. */
export function nearest(word: string, words: readonly string[]): string | undefined {
    if (words.length === 0) return undefined;
    const written = word.toLowerCase();
    const found = closest(
        written,
        words.map(candidate => candidate.toLowerCase()),
    );
    const off = distance(written, found);
    const isNear = off <= Math.max(2, word.length / 3) && off <= Math.max(word.length, found.length) / 2;
    return isNear ? words.find(candidate => candidate.toLowerCase() === found) : undefined;
}

/** What follows a word in a message: the one that was probably meant, or nothing. */
export function didYouMean(meant: string | undefined): string {
    return meant ? ` (did you mean ${meant}?)` : "";
}

/** "a", "a and b", "a, b and c". */
export function enumerate(words: readonly string[], conjunction: "and" | "or" = "and"): string {
    return words.length < 2 ? words.join() : `${words.slice(0, -1).join(", ")} ${conjunction} ${words.at(-1)}`;
}

const UNITS = [
    ["day", 86400],
    ["hour", 3600],
    ["minute", 60],
    ["second", 1],
] as const;

/** Seconds as a person says them, in the largest unit that needs no fraction: "90 minutes", "25 hours", "1 day". */
export function duration(seconds: number): string {
    const [unit, size] = UNITS.find(([, size]) => seconds !== 0 && seconds % size === 0) ?? ["second", 1];
    const count = seconds / size;
    return `${count} ${unit}${count === 1 ? "" : "s"}`;
}
