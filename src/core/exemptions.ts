import { addTo } from "../util/maps";
import { matchesPattern, type Pattern, parsePattern } from "../util/wildcard";
import type { OptionSchema } from "./rule";

/** A resource that a rule skips, for a reason and optionally until a day. */
export interface Exemption {
    /** The name of the resource, or its URN if it starts with `urn:`. `*` matches any characters; `\*` and `\\` are the characters themselves. */
    readonly resource: string;
    readonly reason: string;
    /** The last day of the exemption, YYYY-MM-DD in UTC. */
    readonly until?: string;
}

/** The option that every rule has besides its own. */
export const exemptOption = {
    type: "array",
    default: [] as Exemption[],
    description: "Clients that the rule skips: each with its name or URN, a reason and, optionally, the last day.",
    items: {
        type: "object",
        properties: {
            resource: { type: "string", pattern: "\\S", description: "Name of the client, or its URN; * matches any characters." },
            reason: { type: "string", pattern: "\\S", description: "Why the client is exempt." },
            until: { type: "string", format: "date", description: "Last day of the exemption, YYYY-MM-DD in UTC." },
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
    const { names, urns } = indexOf(exempt);
    const matching = [...findMatching(names, name), ...findMatching(urns, urn)];
    return matching.sort((a, b) => a.position - b.position).map(({ exemption }) => exemption);
}

interface Indexed {
    readonly pattern: Pattern;
    readonly position: number;
    readonly exemption: Exemption;
}

interface Index {
    /** The exemptions without a wildcard, by the text that they match. */
    readonly exact: Map<string, Indexed[]>;
    /** The others, grouped by the lengths of the texts before the first wildcard and behind the last one. */
    readonly patterns: Map<string, PatternGroup>;
}

interface PatternGroup {
    readonly startLength: number;
    readonly endLength: number;
    /** By the two texts, joined. */
    readonly byEnds: Map<string, Indexed[]>;
}

/** Cached per list, which may have thousands of exemptions and is the same for every client. */
const INDEXES = new WeakMap<readonly Exemption[], { readonly names: Index; readonly urns: Index }>();

function indexOf(exempt: readonly Exemption[]) {
    const cached = INDEXES.get(exempt);
    if (cached) return cached;
    const names: Index = { exact: new Map(), patterns: new Map() };
    const urns: Index = { exact: new Map(), patterns: new Map() };
    for (const [position, exemption] of exempt.entries()) {
        const { resource } = exemption;
        add(resource.startsWith("urn:") ? urns : names, { pattern: parsePattern(resource), position, exemption });
    }
    const index = { names, urns };
    INDEXES.set(exempt, index);
    return index;
}

function add({ exact, patterns }: Index, indexed: Indexed): void {
    const [start, ...rest] = indexed.pattern;
    const end = rest.at(-1);
    if (end === undefined) {
        addTo(exact, start, indexed);
        return;
    }
    const lengths = `${start.length} ${end.length}`;
    const group = patterns.get(lengths) ?? { startLength: start.length, endLength: end.length, byEnds: new Map<string, Indexed[]>() };
    patterns.set(lengths, group);
    addTo(group.byEnds, start + end, indexed);
}

/** Compares a text only with the patterns that have its start and its end: those of a baseline are different for each client. */
function findMatching({ exact, patterns }: Index, text: string): Indexed[] {
    const candidates = [...patterns.values()].flatMap(({ startLength, endLength, byEnds }) => {
        return byEnds.get(text.slice(0, startLength) + text.slice(text.length - endLength)) ?? [];
    });
    return [...(exact.get(text) ?? []), ...candidates.filter(({ pattern }) => matchesPattern(pattern, text))];
}
