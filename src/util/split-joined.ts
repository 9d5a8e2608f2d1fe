/** White space, and the quotes and brackets of a JSON list. */
const ENDS = /^[\s"'[\]]+|[\s"'[\]]+$/g;

/** Splits a text into the values that were joined in it, without the quotes and brackets of a JSON list. */
export function splitJoined(text: string, separator: RegExp = /[\s,;|]+/): string[] {
    return text
        .split(separator)
        .map(part => part.replace(ENDS, ""))
        .filter(part => part !== "");
}
