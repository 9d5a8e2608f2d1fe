import { computeFix, evaluate, type Resource } from "../../core/evaluate";
import type { Patch, Rule, RuleConfig } from "../../core/rule";
import type { NotFixed } from "../../programs/edit";
import { enumerate } from "../../util/wording";

export const messages = {
    notFixed: ({ reason, instructions }: NotFixed) => `not fixed, because ${reason}. ${instructions}`,
    noSafeFix: (violations: string) => `not fixed, because no change is certainly right: ${violations}`,
    unknown: (properties: readonly string[]) => `not evaluated, because of unknown values: ${enumerate(properties)}.`,
    different: (clients: readonly string[]) => `the same code creates ${enumerate(clients)}, which do not all need this change`,
};

/** A rule that is not fixed or not evaluated. */
export interface Left {
    readonly rule: Rule;
    readonly message: string;
}

/** Returns the change that a rule makes to properties; undefined if it makes none. */
export function fixOf({ rule, options }: RuleConfig, { name, urn }: Pick<Resource, "name" | "urn">, props: object): Patch | undefined {
    const fix = computeFix(rule, { name, urn, props }, options);
    return fix && Object.keys(fix).length > 0 ? fix : undefined;
}

/** Returns what is left of a rule that has no fix for a client. */
export function describeRest(config: RuleConfig, resource: Resource): Left[] {
    const { rule, options } = config;
    if (fixOf(config, resource, resource.props)) return []; // it is listed already
    const { violations, unknown } = evaluate(rule, resource, options);
    if (violations.length > 0) return [{ rule, message: messages.noSafeFix(violations.map(({ problem }) => problem).join(" ")) }];
    return unknown.length > 0 ? [{ rule, message: messages.unknown(unknown) }] : [];
}
