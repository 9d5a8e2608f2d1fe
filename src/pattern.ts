/** Whether a text is what a pattern says, in which `*` stands for any characters, none included. */
export function matchesPattern(pattern: string, text: string): boolean {
    // Each part is looked for behind the one before: unlike a regular expression, this takes no longer for many stars.
    const [first = "", ...rest] = pattern.split("*");
    const last = rest.pop();
    if (last === undefined) return text === first;
    if (!text.startsWith(first) || !text.endsWith(last)) return false;
    let at = first.length;
    for (const part of rest) {
        const found = text.indexOf(part, at);
        if (found < 0) return false;
        at = found + part.length;
    }
    return at <= text.length - last.length;
}
