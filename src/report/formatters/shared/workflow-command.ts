/** Prints a workflow command of GitHub Actions: `::error file=src/index.ts,line=7::message`. Properties that are undefined are left out. */
export function workflowCommand(
    name: "error" | "warning" | "notice",
    properties: Readonly<Record<string, string | number | undefined>>,
    message: string,
): string {
    const printed = Object.entries(properties)
        .filter(([, value]) => value !== undefined)
        .map(([key, value]) => `${key}=${escapeProperty(String(value))}`);
    return `::${name} ${printed.join(",")}::${escapeData(message)}`;
}

/** Escapes what would end the line of a command. */
function escapeData(text: string): string {
    return text.replaceAll("%", "%25").replaceAll("\r", "%0D").replaceAll("\n", "%0A");
}

/** Escapes the value of a property, which a colon or a comma would end as well. */
function escapeProperty(text: string): string {
    return escapeData(text).replaceAll(":", "%3A").replaceAll(",", "%2C");
}
