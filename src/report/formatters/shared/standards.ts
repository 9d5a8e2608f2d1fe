import type { DocumentedRule, Standard } from "../../../core/rule";
import { addTo } from "../../../util/maps";

/** A requirement of a standard, and the rules that check it. */
export interface Requirement {
    readonly standard: Standard;
    readonly rules: readonly DocumentedRule[];
}

/** Returns the requirements that rules check, by the title of the document and in the order of their numbers. */
export function requirementsByDocument(rules: readonly DocumentedRule[]): ReadonlyMap<string, readonly Requirement[]> {
    const standards = new Map(rules.flatMap(({ standards }) => standards.map(standard => [standard.id, standard])));
    const sorted = [...standards.values()].sort((a, b) => a.id.localeCompare(b.id, "en", { numeric: true }));
    const documents = new Map<string, Requirement[]>();
    for (const standard of sorted) {
        const citing = rules.filter(rule => rule.standards.some(({ id }) => id === standard.id));
        const requirement = { standard, rules: citing };
        addTo(documents, standard.title, requirement);
    }
    return documents;
}
