import { closest, distance } from "fastest-levenshtein";
import { PRINTABLE_ASCII } from "./characters";

/** The most words that are searched: there can be as many as a file has names. */
const MAX_WORDS = 1000;

/** Returns the word that was probably meant, ignoring case; undefined if none is close, or if there are very many. */
export function nearest(word: string, words: readonly string[]): string | undefined {
    if (words.length === 0 || words.length > MAX_WORDS || word.length > MAX_WORD_LENGTH) return undefined;
    const written = word.toLowerCase();
    const found = closest(
        written,
        words.map(candidate => candidate.toLowerCase()),
    );
    const edits = distance(written, found);
    const isClose = edits <= Math.max(2, word.length / 3) && edits <= Math.max(word.length, found.length) / 2;
    return isClose ? words.find(candidate => candidate.toLowerCase() === found) : undefined;
}

/** More characters than a misspelled name has: the distance of long texts takes long to compute. */
const MAX_WORD_LENGTH = 200;

/** Returns ` (did you mean X?)`, or nothing without a suggestion. */
export function didYouMean(suggestion: string | undefined): string {
    return suggestion ? ` (did you mean ${suggestion}?)` : "";
}

/** Characters that a message prints as code points: everything that is not visible, except the space. */
const INVISIBLE = /[^\p{L}\p{M}\p{S}\p{N}\p{P} ]/gu;

/** Quotes a text for a message, with invisible characters escaped: `"Okta\u{200b}"`. */
export function quote(text: string): string {
    if (PRINTABLE_ASCII.test(text)) return `"${text}"`;
    return `"${text.replace(INVISIBLE, character => `\\u{${character.codePointAt(0)?.toString(16)}}`)}"`;
}

/** Joins words: "a", "a and b", "a, b and c". */
export function enumerate(words: readonly string[], conjunction: "and" | "or" = "and"): string {
    return words.length < 2 ? words.join() : `${words.slice(0, -1).join(", ")} ${conjunction} ${words.at(-1)}`;
}

/** Puts "a" or "an" before a word. */
export function withArticle(word: string): string {
    return /^[aeio]/.test(word) ? `an ${word}` : `a ${word}`;
}

/** Formats a whole number with commas: "10,000". */
export function formatNumber(number: number): string {
    return String(number).replace(/\B(?=(?:\d{3})+$)/g, ",");
}

/** Formats a number and its noun: "1 client", "10,000 clients". */
export function countOf(count: number, noun: string): string {
    return `${formatNumber(count)} ${noun}${count === 1 ? "" : "s"}`;
}

const UNITS = [
    ["day", 86400],
    ["hour", 3600],
    ["minute", 60],
    ["second", 1],
] as const;

/** Formats seconds in the largest unit that needs no fraction: "90 minutes", "25 hours", "1 day". */
export function duration(seconds: number): string {
    const [unit, size] = UNITS.find(([, size]) => seconds !== 0 && seconds % size === 0) ?? ["second", 1];
    const count = seconds / size;
    return `${count} ${unit}${count === 1 ? "" : "s"}`;
}
