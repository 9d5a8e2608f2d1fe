/** Replaces the middle of a text that is longer than a number of characters by `…`. */
export function shorten(text: string, max: number): string {
    if (text.length <= max) return text;
    const end = Math.floor(max / 3);
    const first = [...text.slice(0, 2 * max)]; // a character has one or two UTF-16 units
    const last = [...text.slice(-2 * max)];
    if (text.length <= 2 * max && first.length <= max) return text;
    return [...first.slice(0, max - end - 1), "…", ...last.slice(-end)].join("");
}
