/** A pattern: the texts before, between and behind its wildcards. */
export type Pattern = readonly [string, ...string[]];

/** Parses a pattern in which `*` matches any characters, or none. The characters themselves are written as `\*` and `\\`. */
export function parsePattern(text: string): Pattern {
    if (!text.includes("\\")) return text.split("*") as [string, ...string[]];
    const parts: [string, ...string[]] = [""];
    for (const [token] of text.matchAll(/\\[*\\]|./gs)) {
        if (token === "*") parts.push("");
        else parts[parts.length - 1] += token.length > 1 ? token.slice(1) : token;
    }
    return parts;
}

/** Returns the pattern that matches only a text. */
export function escapePattern(text: string): string {
    return text.replace(/[*\\]/g, "\\$&");
}

/** Whether a text matches a pattern. */
export function matchesWildcard(pattern: string, text: string): boolean {
    return matchesPattern(parsePattern(pattern), text);
}

/** Whether a text matches a parsed pattern. Takes linear time, unlike a regular expression with many stars. */
export function matchesPattern([first, ...rest]: Pattern, text: string): boolean {
    const last = rest.pop();
    if (last === undefined) return text === first;
    if (!text.startsWith(first) || !text.endsWith(last)) return false;
    let position = first.length;
    for (const part of rest) {
        const found = text.indexOf(part, position);
        if (found < 0) return false;
        position = found + part.length;
    }
    return position <= text.length - last.length;
}
