import { matchesWildcard } from "../util/wildcard";
import type { OptionSchema } from "./rule";

/** A resource that a rule skips, for a reason and optionally until a day. */
export interface Exemption {
    /** The name or URN of the resource; `*` matches any characters. */
    readonly resource: string;
    readonly reason: string;
    /** The last day of the exemption, YYYY-MM-DD in UTC. */
    readonly until?: string;
}

/** The option that every rule has besides its own. */
export const exemptOption = {
    type: "array",
    default: [] as Exemption[],
    description:
        "Resources that the rule skips: name or URN (* matches any characters), reason and, optionally, last day (YYYY-MM-DD, UTC).",
    items: {
        type: "object",
        properties: {
            resource: { type: "string", minLength: 1, description: "Name or URN of the resource; * matches any characters." },
            reason: { type: "string", minLength: 1, description: "Why the resource is exempt." },
            until: {
                type: "string",
                pattern: "^\\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\\d|3[01])$",
                description: "Last day of the exemption, YYYY-MM-DD in UTC.",
            },
        },
        required: ["resource", "reason"],
        additionalProperties: false,
    },
} as const satisfies OptionSchema;

/** What exemptions are compared with. */
interface NamedResource {
    readonly name: string;
    readonly urn: string;
}

/** What applies to a resource: the exemption that is active, or else one that has expired. */
interface FoundExemption {
    readonly active?: Exemption;
    readonly expired?: Exemption;
}

/** Finds the exemption of a resource that is active on a day (YYYY-MM-DD; by default the current day in UTC), or else one that has expired. */
export function findExemption(exempt: readonly Exemption[], resource: NamedResource, today?: string): FoundExemption {
    const matching = matchingExemptions(exempt, resource);
    if (matching.length === 0) return {};
    const day = today ?? utcToday();
    const active = matching.find(exemption => isActive(exemption, day));
    return active ? { active } : { expired: matching[0] };
}

/** Returns the current day in UTC, YYYY-MM-DD. */
export function utcToday(): string {
    return new Date().toISOString().slice(0, 10);
}

/** Whether an exemption has not expired on a day (YYYY-MM-DD). */
export function isActive({ until }: Exemption, today: string): boolean {
    return until === undefined || today <= until;
}

/** Returns the exemptions of a resource in the order of the list, expired ones included. */
export function matchingExemptions(exempt: readonly Exemption[], { name, urn }: NamedResource): readonly Exemption[] {
    if (exempt.length === 0) return exempt;
    const { exact, patterns } = indexOf(exempt);
    const matching = patterns.filter(({ resource }) => matchesWildcard(resource, name) || matchesWildcard(resource, urn));
    matching.push(...(exact.get(name) ?? []), ...(exact.get(urn) ?? []));
    return matching.sort((a, b) => a.position - b.position).map(({ exemption }) => exemption);
}

interface Indexed {
    readonly resource: string;
    readonly position: number;
    readonly exemption: Exemption;
}

interface Index {
    /** The exemptions without `*` by name or URN. */
    readonly exact: ReadonlyMap<string, readonly Indexed[]>;
    readonly patterns: readonly Indexed[];
}

/** Cached per list, which may have thousands of exemptions and is the same for every client. */
const INDEXES = new WeakMap<readonly Exemption[], Index>();

function indexOf(exempt: readonly Exemption[]): Index {
    const cached = INDEXES.get(exempt);
    if (cached) return cached;
    const exact = new Map<string, Indexed[]>();
    const patterns: Indexed[] = [];
    for (const [position, exemption] of exempt.entries()) {
        const { resource } = exemption;
        const indexed = { resource, position, exemption };
        if (resource.includes("*")) patterns.push(indexed);
        else exact.get(resource)?.push(indexed) ?? exact.set(resource, [indexed]);
    }
    const index = { exact, patterns };
    INDEXES.set(exempt, index);
    return index;
}
