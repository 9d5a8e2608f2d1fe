import { evaluate, type Resource } from "../core/evaluate";
import { type Exemption, isActive, matchingExemptions } from "../core/exemptions";
import type { RuleConfig } from "../core/rule";
import { stackPrefixOf } from "../stacks/resources";
import { parsePattern } from "../util/wildcard";
import type { ConfiguredExemption, EndingExemption, UnusedExemption } from "./report";

/** Says why an exemption exempts nothing. */
export function describeUnused({ policy, resource, cause }: UnusedExemption): string {
    return `${resource}: ${policy}: ${CAUSES[cause]}`;
}

const CAUSES: Readonly<Record<UnusedExemption["cause"], string>> = {
    noClient: "there is no such client",
    notViolated: "the policy is not violated",
};

/** An exemption is listed as ending on its last day and on this many days before. */
const ENDING_DAYS = 30;

interface Usage {
    readonly policy: string;
    readonly exemption: Exemption;
    /** Whether a client has the name or URN. */
    isMatched: boolean;
    /** Whether such a client violates the policy, or may do so. */
    isNeeded: boolean;
}

/** Finds out which exemptions of a configuration are needed for the clients that are evaluated. */
export class ExemptionUsage {
    private readonly usages = new Map<RuleConfig, Map<Exemption, Usage>>();

    constructor(
        config: readonly RuleConfig[],
        private readonly today: string,
    ) {
        for (const entry of config) {
            const policy = entry.rule.name;
            const usages = exemptionsOf(entry).map(exemption => {
                return [exemption, { policy, exemption, isMatched: false, isNeeded: false }] as const;
            });
            if (usages.length > 0) this.usages.set(entry, new Map(usages));
        }
    }

    /** Records that a client, with the fixes applied, is evaluated against a rule. */
    record(entry: RuleConfig, client: Resource): void {
        const usages = this.usages.get(entry);
        if (!usages) return;
        const matching = matchingExemptions(exemptionsOf(entry), client);
        if (matching.length === 0) return;
        const isNeeded = mayViolate(entry, client);
        for (const exemption of matching) {
            const usage = usages.get(exemption);
            if (usage) Object.assign(usage, { isMatched: true, isNeeded: usage.isNeeded || isNeeded });
        }
    }

    /** Returns the needed exemptions that end within 30 days, the next one first. */
    ending(): EndingExemption[] {
        const end = new Date(Date.parse(this.today) + ENDING_DAYS * 86_400_000).toISOString().slice(0, 10);
        return this.all()
            .filter(({ isNeeded }) => isNeeded)
            .map(({ policy, exemption }) => ({ policy, ...exemption }))
            .filter(exemption => isEnding(exemption, end))
            .filter(exemption => isActive(exemption, this.today))
            .sort((a, b) => (a.until < b.until ? -1 : a.until > b.until ? 1 : 0));
    }

    /**
     * Returns the exemptions that exempt nothing.
     *
     * @param urnPrefixes what the URNs of the stacks start with whose clients have all been evaluated. An exemption that does not name
     * one of these stacks may be for a client of another one; undefined if all stacks have been evaluated.
     */
    unused(urnPrefixes?: ReadonlySet<string>): UnusedExemption[] {
        return this.all()
            .filter(({ isNeeded }) => !isNeeded)
            .filter(({ exemption: { resource }, isMatched }) => {
                const isThisClient = isMatched && resource.startsWith("urn:") && parsePattern(resource).length === 1;
                return isThisClient || urnPrefixes === undefined || urnPrefixes.has(stackPrefixOf(resource) ?? "");
            })
            .map(({ policy, exemption, isMatched }) => ({ policy, ...exemption, cause: isMatched ? "notViolated" : "noClient" }));
    }

    private all(): Usage[] {
        return [...this.usages.values()].flatMap(usages => [...usages.values()]);
    }
}

function exemptionsOf({ options }: RuleConfig): readonly Exemption[] {
    return (options as { readonly exempt?: readonly Exemption[] }).exempt ?? [];
}

/** Whether a client would violate a rule without its exemptions, as far as that is known. */
function mayViolate({ rule, options }: RuleConfig, client: Resource): boolean {
    if (rule.scope === "stack" && !client.pool) return true; // the pool may be in a stack that is not checked
    const { violations, unknown } = evaluate(rule, client, { ...options, exempt: [] });
    return violations.length > 0 || unknown.length > 0;
}

function isEnding(exemption: ConfiguredExemption, end: string): exemption is EndingExemption {
    return exemption.until !== undefined && exemption.until <= end;
}
