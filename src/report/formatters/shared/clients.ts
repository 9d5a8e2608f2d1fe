import type { CheckedClient, Report } from "../../report";

type ClientName = Pick<CheckedClient, "file" | "urn" | "name">;

/** Returns a text that is the same for the results of one client. */
export function clientKey({ file, urn }: ClientName): string {
    return JSON.stringify([file, urn]);
}

/** Groups results by client, in the order of the first result of each. */
export function groupByClient<T extends ClientName>(results: readonly T[]): (readonly [T, ...T[]])[] {
    const groups = new Map<string, [T, ...T[]]>();
    for (const result of results) {
        const key = clientKey(result);
        groups.get(key)?.push(result) ?? groups.set(key, [result]);
    }
    return [...groups.values()];
}

/** Titles a client by its name, or by its URN if others in the file have the same name; with the file if there are several. */
export function clientTitles(report: Report): (client: ClientName) => string {
    const nameOf = clientNames(report);
    return client => (report.files.length > 1 ? `${nameOf(client)} (${client.file})` : nameOf(client));
}

/** Names a client by its name, or by its URN if others in the file have the same name. */
export function clientNames({ violations, exempt, remediated, evaluated }: Report): (client: ClientName) => string {
    const urns = new Map<string, Map<string, string | false>>(); // by file and name; false if several clients have the name
    for (const clients of [violations, exempt, remediated, evaluated.clients]) {
        for (const { file, name, urn } of clients) {
            const inFile = urns.get(file) ?? new Map<string, string | false>();
            urns.set(file, inFile);
            inFile.set(name, !inFile.has(name) || inFile.get(name) === urn ? urn : false);
        }
    }
    return ({ file, name, urn }) => (urns.get(file)?.get(name) === false ? urn : name);
}
