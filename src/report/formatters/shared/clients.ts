import { formatLocation } from "../../../stacks/positions/location";
import { type CheckedClient, clientKey, type Report } from "../../report";

type ClientName = Pick<CheckedClient, "file" | "urn" | "name" | "location">;

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

/** Names a client by its name, or by its URN or line if others in the file have the same name. */
export function clientNames({ evaluated }: Report): (client: ClientName) => string {
    const keys = new Map<string, Map<string, string | false>>(); // by file and name; false if several clients have the name
    for (const client of evaluated.clients) {
        const inFile = keys.get(client.file) ?? new Map<string, string | false>();
        keys.set(client.file, inFile);
        const key = clientKey(client);
        inFile.set(client.name, !inFile.has(client.name) || inFile.get(client.name) === key ? key : false);
    }
    return client => (keys.get(client.file)?.get(client.name) === false ? longName(client) : client.name);
}

function longName({ name, urn, location }: ClientName): string {
    return urn ?? (location ? `${name} at ${formatLocation(location)}` : name);
}
