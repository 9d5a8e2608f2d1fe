import type { DocumentedRule, Rule } from "../../core/rule";
import { packageInfo } from "../../util/package-info";

/** The day on which the behavior of Amazon Cognito was last compared with the rules. */
export const CHECKED_ON = "25 November 2026";

/** Returns the address of a rule's page. */
export function pageUrl({ name }: Rule): string {
    return `${packageInfo().homepage}/blob/main/docs/rules/${name}.md`;
}

/** Returns the pages that a rule is based on, the most important first. */
export function sourcesOf({ url, docs: { sources = [] } }: DocumentedRule): readonly string[] {
    return [...new Set([url, ...sources])];
}

/** Why to keep a rule on whose page does not say when to turn it off. */
export const ALWAYS_USE = "AWS or the provider rejects whatever this rule reports, so there is no reason to turn it off.";
