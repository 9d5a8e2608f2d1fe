/** Matches nearly every text. It is tested before a pattern with Unicode categories, which takes a millisecond to compile. */
export const PRINTABLE_ASCII = /^[ -~]*$/;

const VISIBLE = /^[\p{L}\p{M}\p{S}\p{N}\p{P}]*$/u;

/** Whether a text has only letters, marks, symbols, numbers and punctuation of any script: no white space, nothing invisible. */
export function isVisible(text: string): boolean {
    return (PRINTABLE_ASCII.test(text) && !text.includes(" ")) || VISIBLE.test(text);
}
