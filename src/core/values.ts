import { PRINTABLE_ASCII } from "../util/characters";
import { shorten } from "../util/shorten";
import { printableUrl } from "../util/url-text";

/**
 * Two noncharacters around each value in the text of a problem, which no visible text has. Every message marks the values of the
 * client, so that one place can leave them out where they must not be printed.
 */
const START = "\ufdd0";
const END = "\ufdd1";

const MARKED = new RegExp(`${START}[^${END}]*${END}`, "g");
const MARKS = new RegExp(`[${START}${END}]`, "g");

/** The longest value that is quoted in full, in characters. */
const MAX_QUOTED = 120;

/** The longest problem that is printed in full, in characters: a list may have thousands of elements with the same defect. */
const MAX_PROBLEM = 4000;

/** Stands for a value that must not be printed. */
const HIDDEN = "…";

/** Characters that a message prints as code points: everything that is not visible, except the space. */
const INVISIBLE = /[^\p{L}\p{M}\p{S}\p{N}\p{P} ]/gu;

/** Marks a text as a value of the client. Invisible characters are escaped, and what may be secret in a URL is left out. */
export function value(text: string | number): string {
    return mark(withoutSecrets(String(text)));
}

/** Quotes a value of the client: `"Okta\u{200b}"`. A long one loses its middle, and a URL what may be secret in it. */
export function quoted(text: string): string {
    return mark(`"${shorten(withoutSecrets(text), MAX_QUOTED)}"`);
}

/** Quotes a URL, which may lack the scheme, without what may be secret in it: `"https://***@acme.dev/callback?…"`. */
export function quotedUrl(url: string): string {
    return mark(`"${shorten(printableUrl(url), MAX_QUOTED)}"`);
}

/** A URL can be in any property by mistake, and a user name with a password anywhere. */
function withoutSecrets(text: string): string {
    const colon = text.indexOf(":");
    const mayHaveSecrets = text.includes("//") || (colon >= 0 && text.includes("@", colon));
    return mayHaveSecrets ? printableUrl(text) : text;
}

function mark(text: string): string {
    return START + escapeInvisible(text) + END;
}

/** Returns the text of a problem with its values, or with `…` in their place. A long one loses its middle. */
export function printValues(problem: string, areHidden: boolean): string {
    return shorten(areHidden ? problem.replace(MARKED, HIDDEN) : problem.replace(MARKS, ""), MAX_PROBLEM);
}

function escapeInvisible(text: string): string {
    if (PRINTABLE_ASCII.test(text)) return text;
    return text.replace(INVISIBLE, character => `\\u{${character.codePointAt(0)?.toString(16)}}`);
}
