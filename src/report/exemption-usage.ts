import type { Client } from "../core/client";
import { evaluatorFor, type Resource } from "../core/evaluate";
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

/** The exemptions from a policy. */
interface PolicyUsage {
    readonly exempt: readonly Exemption[];
    readonly usages: ReadonlyMap<Exemption, Usage>;
    /** Whether a client would violate the policy without its exemptions, as far as that is known. */
    readonly mayViolate: (client: Resource, reading?: Client) => boolean;
}

/** Finds out which exemptions of a configuration are needed for the clients that are evaluated. */
export class ExemptionUsage {
    private readonly policies: readonly PolicyUsage[];

    constructor(
        config: readonly RuleConfig[],
        private readonly today: string,
    ) {
        this.policies = config.filter(entry => exemptionsOf(entry).length > 0).map(usageOf);
    }

    /** Records that a client, with the fixes applied, is evaluated. */
    record(client: Resource, reading?: Client): void {
        for (const { exempt, usages, mayViolate } of this.policies) {
            const matching = matchingExemptions(exempt, client);
            if (matching.length === 0) continue;
            const isNeeded = mayViolate(client, reading);
            for (const exemption of matching) {
                const usage = usages.get(exemption) as Usage;
                usage.isMatched = true;
                usage.isNeeded ||= isNeeded;
            }
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
            .sort((a, b) => a.until.localeCompare(b.until));
    }

    /**
     * Returns the exemptions that exempt nothing.
     *
     * @param urnPrefixes what the URNs of the stacks start with whose clients have all been evaluated. An exemption that does not name
     * one of these stacks may be for a client of another one; undefined if all stacks have been evaluated.
     */
    unused(urnPrefixes?: ReadonlySet<unknown>): UnusedExemption[] {
        return this.all()
            .filter(({ isNeeded }) => !isNeeded)
            .filter(({ exemption: { resource }, isMatched }) => {
                const isThisClient = isMatched && resource.startsWith("urn:") && parsePattern(resource).length === 1;
                return isThisClient || urnPrefixes === undefined || urnPrefixes.has(stackPrefixOf(resource));
            })
            .map(({ policy, exemption, isMatched }) => ({ policy, ...exemption, cause: isMatched ? "notViolated" : "noClient" }));
    }

    private all(): Usage[] {
        return this.policies.flatMap(({ usages }) => [...usages.values()]);
    }
}

function exemptionsOf({ options }: RuleConfig): readonly Exemption[] {
    return (options as { readonly exempt?: readonly Exemption[] }).exempt ?? [];
}

function usageOf(entry: RuleConfig): PolicyUsage {
    const { rule, options } = entry;
    const exempt = exemptionsOf(entry);
    const usages = exempt.map((exemption): [Exemption, Usage] => {
        return [exemption, { policy: rule.name, exemption, isMatched: false, isNeeded: false }];
    });
    const evaluate = evaluatorFor(rule, { ...options, exempt: [] });
    const mayViolate = (client: Resource, reading?: Client) => {
        if (rule.scope === "stack" && !client.pool) return true; // the pool may be in a stack that is not checked
        const { violations, unknown } = evaluate(client, reading);
        return violations.length + unknown.length > 0;
    };
    return { exempt, usages: new Map(usages), mayViolate };
}

function isEnding(exemption: ConfiguredExemption, end: string): exemption is EndingExemption {
    return exemption.until !== undefined && exemption.until <= end;
}
