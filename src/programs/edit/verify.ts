import { isDeepStrictEqual } from "node:util";
import { applyFix, type Secrets } from "../../core/fix";
import type { Patch } from "../../core/rule";
import type { SourceProgram, SourceResource } from "..";

/** The properties that each resource must have other than before. */
export type Wanted = ReadonlyMap<SourceResource, Patch>;

/**
 * Compares a program with what it was before it was changed. Returns the resources that are not the same but for the wanted changes;
 * undefined if resources or errors have appeared or disappeared.
 */
export function findDifferences(before: SourceProgram, after: SourceProgram, wanted: Wanted): SourceResource[] | undefined {
    if (summaryOf(before) !== summaryOf(after)) return undefined;
    const ordinals = [before, after].map(({ resources }) => new Map(resources.map(({ urn }, index) => [urn, index])));
    return before.resources.filter((resource, index) => {
        const other = after.resources[index];
        const patch = wanted.get(resource) ?? {};
        return !other || !isDeepStrictEqual(describe(resource, patch, ordinals[0]), describe(other, patch, ordinals[1], true));
    });
}

function summaryOf({ resources, errors, notCovered, notRead }: SourceProgram): string {
    return JSON.stringify([resources.map(({ type, file }) => [type, file]), errors, notCovered.length, notRead.length]);
}

/** Describes a resource without the places in its text, and with the changes that are wanted. A changed property can use other resources. */
function describe(resource: SourceResource, patch: Patch, ordinals?: ReadonlyMap<string, number>, isChanged = false) {
    const { name, type, props, propertyDependencies, dependencies, secrets, isOpen } = resource;
    const expected = structuredClone(props) as Record<string, unknown>;
    if (!isChanged) applyFix(expected, patch, NO_SECRETS);
    const toOrdinals = (urns: readonly string[] | undefined) => urns?.map(urn => ordinals?.get(urn));
    return {
        name,
        type,
        isOpen,
        props: expected,
        dependencies: Object.keys(patch).length === 0 && toOrdinals(dependencies),
        propertyDependencies: Object.entries(propertyDependencies)
            .filter(([property]) => !Object.hasOwn(patch, property))
            .map(([property, urns]) => [property, toOrdinals(urns)]),
        secrets: [...secrets].filter(property => !(Object.hasOwn(patch, property) && patch[property as keyof Patch] === undefined)),
    };
}

/** The values are compared and not stored, so that secrets need no mark. */
export const NO_SECRETS: Secrets = { open: () => undefined, seal: value => value };
