import { matchesPattern } from "./pattern";
import type { OptionSchema } from "./rule";

/** A resource that a rule leaves alone, for a stated reason and, where the user says so, until a day. */
export interface Exemption {
    readonly resource: string;
    readonly reason: string;
    /** The last day on which it holds, as YYYY-MM-DD in UTC. */
    readonly until?: string;
}

/** The option that every rule has besides its own. */
export const exemptOption = {
    type: "array",
    default: [] as Exemption[],
    description:
        "Resources that the rule leaves alone: the name (* stands for any characters) or URN, why, and the last day (YYYY-MM-DD, UTC).",
    items: {
        type: "object",
        properties: {
            resource: { type: "string", minLength: 1, description: "Its name (* stands for any characters) or URN." },
            reason: { type: "string", minLength: 1, description: "Why the rule leaves it alone." },
            until: {
                type: "string",
                pattern: "^\\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\\d|3[01])$",
                description: "The last day on which it holds, as YYYY-MM-DD in UTC.",
            },
        },
        required: ["resource", "reason"],
        additionalProperties: false,
    },
} as const satisfies OptionSchema;

/** The exemption of a resource that holds on a day (YYYY-MM-DD); where none does, one that has ended. */
export function exemptionsOf(
    exempt: readonly Exemption[],
    { name, urn }: { name: string; urn: string },
    today: string,
): { holds?: Exemption; ended?: Exemption } {
    const mine = exempt.filter(({ resource }) => matchesPattern(resource, name) || matchesPattern(resource, urn));
    const holds = mine.find(({ until }) => !until || today <= until);
    return holds ? { holds } : { ended: mine[0] };
}
