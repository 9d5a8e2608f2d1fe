/** A workflow command as the runner of GitHub Actions reads it. */
export interface WorkflowCommand {
    readonly name: string;
    readonly properties: Readonly<Record<string, string>>;
    readonly message: string;
}

const MESSAGE_ESCAPES = { "%0D": "\r", "%0A": "\n", "%25": "%" };
const PROPERTY_ESCAPES = { "%0D": "\r", "%0A": "\n", "%3A": ":", "%2C": ",", "%25": "%" };

/** Reads a line of a log as the runner does: `::name key=value,key=value::message`. Returns undefined for a line that is no command. */
export function parseCommand(line: string): WorkflowCommand | undefined {
    const end = line.indexOf("::", 2);
    if (!line.startsWith("::") || end < 0) return undefined;
    const [name = "", ...rest] = line.slice(2, end).split(" ");
    const pairs = rest
        .join(" ")
        .split(",")
        .map(pair => pair.trim())
        .filter(pair => pair !== "")
        .map(pair => [pair.slice(0, pair.indexOf("=")), replaceEscapes(pair.slice(pair.indexOf("=") + 1), PROPERTY_ESCAPES)] as const);
    return { name, properties: Object.fromEntries(pairs), message: replaceEscapes(line.slice(end + 2), MESSAGE_ESCAPES) };
}

/** Replaces the escapes in their order, with the percent sign last. */
function replaceEscapes(text: string, escapes: Readonly<Record<string, string>>): string {
    return Object.entries(escapes).reduce((result, [code, character]) => result.replaceAll(code, character), text);
}
