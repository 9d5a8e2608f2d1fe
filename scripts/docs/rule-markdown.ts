/**
 * Identifiers in the texts of rules: properties such as `tokenValidityUnits.refreshToken`, values such as `ALLOW_USER_AUTH` and
 * `client_credentials`, and custom attributes.
 */
const IDENTIFIER =
    /(?<![\w./:@*"-])(?:(?:dev:)?custom:[\w-]*|[a-z]+[A-Z]\w*(?:\.\w+)*|[A-Z]+(?:_[A-Z]+)+|[a-z]+(?:_[a-z]+)+)(?!\w|[/:@*-]\w|\.\w)/g;

/** Converts a text of a rule to Markdown: identifiers become code, code in backticks stays as it is, and other markup is escaped. */
export function toMarkdown(text: string): string {
    const parts = text.split(/(`[^`]*`)/); // the code is at the odd indexes
    return parts.map((part, index) => (index % 2 === 1 ? part : convert(part))).join("");
}

function convert(text: string): string {
    return text.replace(/[*<\\]/g, "\\$&").replace(IDENTIFIER, "`$&`");
}

/** Prints a code block of Markdown. */
export function fence(language: string, code: string): string {
    return `\`\`\`${language}\n${code}\n\`\`\``;
}
