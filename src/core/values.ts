import { PRINTABLE_ASCII } from "../util/characters";

/**
 * Two noncharacters around each value in the text of a problem, which no visible text has. Every message marks the values of the
 * client, so that one place can leave them out where they must not be printed.
 */
const START = "\ufdd0";
const END = "\ufdd1";

const MARKED = new RegExp(`${START}[^${END}]*${END}`, "g");
const MARKS = new RegExp(`[${START}${END}]`, "g");

/** The longest value that is quoted in full, in characters. */
const MAX_PRINTED = 120;

/** Stands for a value that must not be printed. */
const HIDDEN = "…";

/** Characters that a message prints as code points: everything that is not visible, except the space. */
const INVISIBLE = /[^\p{L}\p{M}\p{S}\p{N}\p{P} ]/gu;

/** Marks a text as a value of the client. Invisible characters are escaped. */
export function value(text: string | number): string {
    return START + escapeInvisible(String(text)) + END;
}

/** Quotes a value of the client: `"Okta\u{200b}"`. A long one loses its middle. */
export function quoted(text: string): string {
    return value(`"${shorten(text)}"`);
}

function shorten(text: string): string {
    const characters = [...text];
    if (characters.length <= MAX_PRINTED) return text;
    const end = MAX_PRINTED / 3;
    return [...characters.slice(0, MAX_PRINTED - end - 1), "…", ...characters.slice(-end)].join("");
}

/** Returns the text of a problem with its values, or with `…` in their place. */
export function printValues(problem: string, areHidden: boolean): string {
    return areHidden ? problem.replace(MARKED, HIDDEN) : problem.replace(MARKS, "");
}

function escapeInvisible(text: string): string {
    if (PRINTABLE_ASCII.test(text)) return text;
    return text.replace(INVISIBLE, character => `\\u{${character.codePointAt(0)?.toString(16)}}`);
}
