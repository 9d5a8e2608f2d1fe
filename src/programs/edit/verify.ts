import { isDeepStrictEqual } from "node:util";
import { applyFix, type Secrets } from "../../core/fix";
import type { Patch } from "../../core/rule";
import type { SourceProgram, SourceResource } from "..";
import { applyEdits, type Edit, overlap } from "./edits";
import { copyOf } from "./properties";

/** A change and the edits that should make it. */
export interface Candidate {
    readonly resource: SourceResource;
    readonly patch: Patch;
    readonly file: string;
    readonly edits: readonly Edit[];
}

/** How often a program is read to find the edits that change more than they should. */
const MAX_READS = 64;

/** Reads the program with the edits made, and returns the changes after which it is the same but for them. */
export function verify(program: SourceProgram, candidates: readonly Candidate[]): Candidate[] {
    const accepted: Candidate[] = [];
    let reads = 0;
    const accept = (group: readonly Candidate[]) => {
        let rest = group;
        while (rest.length > 0 && reads++ < MAX_READS) {
            const different = differencesOf(program, [...accepted, ...rest]);
            if (different?.size === 0) {
                for (const candidate of rest) accepted.push(candidate);
                return;
            }
            const remaining = rest.filter(({ resource }) => !different?.has(resource));
            if (!different || remaining.length === rest.length) {
                if (rest.length === 1) return;
                const middle = rest.length >> 1;
                accept(rest.slice(0, middle));
                accept(rest.slice(middle));
                return;
            }
            rest = remaining;
        }
    };
    accept(candidates);
    return accepted;
}

function differencesOf(program: SourceProgram, candidates: readonly Candidate[]): ReadonlySet<SourceResource> | undefined {
    const edits = new Map<string, Edit[]>();
    for (const { file, edits: own } of candidates) {
        const others = edits.get(file);
        if (others) others.push(...own);
        else edits.set(file, [...own]);
    }
    if ([...edits.values()].some(overlap)) return undefined;
    const texts = new Map([...edits].map(([file, own]) => [file, applyEdits(program.textOf(file) as string, own)]));
    const wanted = new Map(candidates.map(({ resource, patch }) => [resource, patch]));
    const different = findDifferences(program, program.withTexts(texts), wanted);
    return different && new Set(different);
}

/**
 * Compares a program with what it was before it was changed. Returns the resources that are not the same but for the wanted changes;
 * undefined if resources or errors have appeared or disappeared.
 */
function findDifferences(
    before: SourceProgram,
    after: SourceProgram,
    wanted: ReadonlyMap<SourceResource, Patch>,
): SourceResource[] | undefined {
    if (summaryOf(before) !== summaryOf(after)) return undefined;
    const [ordinals, otherOrdinals] = [ordinalsOf(before), ordinalsOf(after)];
    return before.resources.filter((resource, index) => {
        const other = after.resources[index] as SourceResource;
        const patch = wanted.get(resource) ?? {};
        return !isDeepStrictEqual(describe(resource, patch, ordinals), describe(other, patch, otherOrdinals, true));
    });
}

function ordinalsOf({ resources }: SourceProgram): ReadonlyMap<string, number> {
    return new Map(resources.map(({ urn }, index) => [urn, index]));
}

function summaryOf({ resources, errors, notCovered, notRead }: SourceProgram): string {
    return JSON.stringify([resources.length, errors, notCovered.length, notRead.length]);
}

/** Describes a resource without the places in its text, and with the changes that are wanted. A changed property can use other resources. */
function describe(resource: SourceResource, patch: Patch, ordinals: ReadonlyMap<string, number>, isChanged = false) {
    const { name, type, file, props, propertyDependencies, dependencies, secrets, isOpen } = resource;
    const expected = copyOf(props);
    if (!isChanged) applyFix(expected, patch, NO_SECRETS);
    const toOrdinals = (urns: readonly string[] | undefined) => urns?.map(urn => ordinals.get(urn));
    return {
        name,
        type,
        file,
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
