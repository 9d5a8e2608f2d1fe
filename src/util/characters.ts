/** Matches nearly every text, without the Unicode categories of the patterns below. */
export const PRINTABLE_ASCII = /^[ -~]*$/;

/** Letters, marks, symbols, numbers and punctuation of any script. */
const VISIBLE = /^[\p{L}\p{M}\p{S}\p{N}\p{P}]*$/u;

const VISIBLE_OR_SPACE = /^[\p{L}\p{M}\p{S}\p{N}\p{P}\p{Z}]*$/u;

/** Whether a text has no white space and nothing invisible. */
export function isVisible(text: string): boolean {
    return (PRINTABLE_ASCII.test(text) && !text.includes(" ")) || VISIBLE.test(text);
}

/** Whether a text has nothing invisible but spaces of any kind; tabs and line breaks are not among them. */
export function isVisibleOrSpace(text: string): boolean {
    return PRINTABLE_ASCII.test(text) || VISIBLE_OR_SPACE.test(text);
}
