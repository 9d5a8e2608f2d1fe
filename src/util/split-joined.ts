/** Splits a text into the values that were joined in it, without the quotes and brackets of a JSON list. */
export function splitJoined(text: string, separator: RegExp = /[\s,;|]+/): string[] {
    return text
        .split(separator)
        .map(part => trimAll(part, /[\s"'[\]]/))
        .filter(part => part !== "");
}

/** Removes the characters that match at both ends of a text. A pattern such as `x+$` would take quadratic time. */
export function trimAll(text: string, character: RegExp): string {
    let start = 0;
    let end = text.length;
    while (start < end && character.test(text.charAt(start))) start++;
    while (start < end && character.test(text.charAt(end - 1))) end--;
    return text.slice(start, end);
}
