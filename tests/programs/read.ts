import { CLIENT_TYPE } from "../../src/core/user-pools";
import { readProgramText, type SourceProgram, type SourceResource, UNKNOWN } from "../../src/programs";

/** How a value that is computed is written in the tests. */
const COMPUTED = "?";

/** Replaces what is computed, to compare values. */
export function readable(value: unknown): unknown {
    return JSON.parse(JSON.stringify(value), (_key, part) => (part === UNKNOWN ? COMPUTED : part));
}

/** Returns the clients of a program. */
export function clientsOf({ resources }: SourceProgram): SourceResource[] {
    return resources.filter(({ type }) => type === CLIENT_TYPE);
}

/** Reads the properties of the only client in the text of a program. */
export function readOnlyClient(text: string, file = "index.ts"): Record<string, unknown> {
    const program = readProgramText(file, text);
    if (program.errors.length > 0) throw new Error(JSON.stringify(program.errors));
    const [client, ...others] = clientsOf(program);
    if (!client || others.length > 0) throw new Error(`${others.length + (client ? 1 : 0)} clients`);
    return readable(client.props) as Record<string, unknown>;
}
