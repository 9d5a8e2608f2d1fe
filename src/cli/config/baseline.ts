import type { Exemption } from "../../core/exemptions";
import { printJsonLine } from "../../programs/printers/literals";
import { escapeJson } from "../../util/escape";
import { escapePattern } from "../../util/wildcard";
import type { Config, PolicyConfig } from "./config";

/** A client that is exempt from a policy. */
interface ExemptClient {
    readonly policy: string;
    /** Absent for a client of a program, which is exempted by its name. */
    readonly urn?: string;
    readonly name: string;
}

/**
 * Adds an exemption for each client to a configuration, and sorts the policies by name and their exemptions by name or URN.
 * Everything that the configuration has is kept.
 */
export function addExemptions(config: Config, clients: readonly ExemptClient[], terms: Omit<Exemption, "resource">): Config {
    const { all, ...policies } = config;
    const entries = new Map(Object.entries(policies));
    const patterns = new Map<string, Set<string>>();
    for (const client of clients) patterns.set(client.policy, (patterns.get(client.policy) ?? new Set()).add(patternOf(client)));
    for (const [policy, added] of patterns) {
        const entry = toObject(entries.get(policy));
        const exempt = [...exemptionsOf(entry), ...[...added].map(resource => ({ resource, ...terms }))];
        entries.set(policy, { ...entry, exempt });
    }
    const sorted = [...entries].sort(([a], [b]) => compare(a, b)).map(([policy, entry]) => [policy, withSortedExemptions(entry)]);
    return { ...(all !== undefined && { all }), ...Object.fromEntries(sorted) };
}

/** Returns what an exemption names a client by. In the name of a client of a program, `*` stands for computed parts, as in a pattern. */
export function patternOf({ urn, name }: Omit<ExemptClient, "policy">): string {
    return urn === undefined ? name.replaceAll("\\", "\\\\") : escapePattern(urn);
}

function toObject(entry: Config[string] = {}): PolicyConfig {
    return typeof entry === "string" ? { enforcementLevel: entry } : entry;
}

function exemptionsOf({ exempt = [] }: PolicyConfig): readonly Exemption[] {
    return exempt as readonly Exemption[];
}

function withSortedExemptions(entry: Config[string]): Config[string] {
    if (typeof entry === "string" || entry.exempt === undefined) return entry;
    return { ...entry, exempt: [...exemptionsOf(entry)].sort((a, b) => compare(a.resource, b.resource)) };
}

function compare(a: string, b: string): number {
    return a < b ? -1 : a > b ? 1 : 0;
}

const INDENT = "    ";

/** Prints a configuration as JSON: each exemption on one line, which makes them easy to find and to compare. No line is a command of a CI system. */
export function printConfig(config: Config): string {
    const members = Object.entries(config).map(([name, entry]) => `${INDENT}${printJsonLine(name)}: ${printEntry(entry)}`);
    return escapeJson(members.length > 0 ? `{\n${members.join(",\n")}\n}\n` : "{}\n");
}

function printEntry(entry: Config[string]): string {
    if (typeof entry === "string") return printJsonLine(entry);
    const members = Object.entries(entry).map(([name, value]) => {
        return `${INDENT.repeat(2)}${printJsonLine(name)}: ${name === "exempt" ? printExemptions(exemptionsOf(entry)) : printJsonLine(value)}`;
    });
    return members.length > 0 ? `{\n${members.join(",\n")}\n${INDENT}}` : "{}";
}

function printExemptions(exempt: readonly Exemption[]): string {
    const elements = exempt.map(exemption => INDENT.repeat(3) + printJsonLine(exemption));
    return elements.length > 0 ? `[\n${elements.join(",\n")}\n${INDENT.repeat(2)}]` : "[]";
}
