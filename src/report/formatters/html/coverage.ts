import type { DocumentedRule } from "../../../core/rule";
import { clientKey, type Report, type ResultSource } from "../../report";

/** The number of clients by their results on some policies. A client counts once: as violating, else as exempt, else as unknown. */
export interface Coverage {
    readonly pass: number;
    readonly violate: number;
    readonly exempt: number;
    readonly unknown: number;
}

/** Returns a function that counts the clients of a report by their results on the policies of some rules. */
export function createCoverage({ violations, exempt, unknown, clients }: Report): (rules: readonly DocumentedRule[]) => Coverage {
    const [violating, exempted, unevaluated] = [clientsByPolicy(violations), clientsByPolicy(exempt), clientsByPolicy(unknown)];
    return rules => {
        const counted = new Set<string>();
        const count = (byPolicy: ReadonlyMap<string, ReadonlySet<string>>) => {
            const before = counted.size;
            for (const { name } of rules) for (const client of byPolicy.get(name) ?? []) counted.add(client);
            return counted.size - before;
        };
        const results = { violate: count(violating), exempt: count(exempted), unknown: count(unevaluated) };
        return { ...results, pass: clients - counted.size };
    };
}

function clientsByPolicy(results: readonly ResultSource[]): Map<string, Set<string>> {
    const clients = new Map<string, Set<string>>();
    for (const result of results) {
        const found = clients.get(result.policy) ?? new Set();
        clients.set(result.policy, found.add(clientKey(result)));
    }
    return clients;
}
