import type { DocumentedRule, Standard } from "../../../core/rule";
import type { Report, ResultSource } from "../../report";

/** How the clients do on a requirement of a standard. A client counts once, by its worst result. */
export interface Requirement {
    readonly standard: Standard;
    /** The policies that check the requirement, sorted by name. */
    readonly policies: readonly string[];
    readonly passed: number;
    readonly violated: number;
    readonly exempt: number;
    readonly unknown: number;
}

/** Returns the requirements that the evaluated policies check, by the title of the standard; both are in the order of their numbers. */
export function requirementsOf(report: Report, rules: readonly DocumentedRule[]): Map<string, Requirement[]> {
    const evaluated = new Set(report.evaluated.policies);
    const policies = new Map<string, { standard: Standard; policies: string[] }>();
    for (const { name, standards } of rules) {
        for (const standard of evaluated.has(name) ? standards : []) {
            const requirement = policies.get(standard.id) ?? { standard, policies: [] };
            requirement.policies.push(name);
            policies.set(standard.id, requirement);
        }
    }
    const [violated, exempt, unknown] = [report.violations, report.exempt, report.unknown].map(clientsByPolicy);
    const byTitle = new Map<string, Requirement[]>();
    for (const { standard, policies: names } of [...policies.values()].sort(byReference)) {
        const counted = new Set<string>();
        const count = (clients: ReadonlyMap<string, ReadonlySet<string>> | undefined) => {
            const before = counted.size;
            for (const name of names) for (const client of clients?.get(name) ?? []) counted.add(client);
            return counted.size - before;
        };
        // The order decides what a client with several results counts as.
        const requirement = { violated: count(violated), exempt: count(exempt), unknown: count(unknown) };
        const entry = { standard, policies: names.sort(), ...requirement, passed: report.clients - counted.size };
        byTitle.get(standard.title)?.push(entry) ?? byTitle.set(standard.title, [entry]);
    }
    return byTitle;
}

/** The clients that have a result, by policy. */
function clientsByPolicy(results: readonly ResultSource[]): Map<string, Set<string>> {
    const clients = new Map<string, Set<string>>();
    for (const { policy, file, urn } of results) {
        const client = JSON.stringify([file, urn]);
        clients.get(policy)?.add(client) ?? clients.set(policy, new Set([client]));
    }
    return clients;
}

function byReference({ standard: a }: { standard: Standard }, { standard: b }: { standard: Standard }): number {
    return a.title < b.title ? -1 : a.title > b.title ? 1 : COLLATOR.compare(a.reference, b.reference);
}

/** Compares numbers by their values: 2.1.10 comes after 2.1.9. */
const COLLATOR = new Intl.Collator("en", { numeric: true });
