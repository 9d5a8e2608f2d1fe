import { addTo } from "../util/maps";
import type { CheckedClient, ExemptResult, ProgramPart, RemediatedResult, UnknownResult, Violation } from "./report";

/** The results of all rules for one client. */
export interface ClientResults {
    readonly client: CheckedClient;
    readonly isProgram: boolean;
    /** What the program says about the client. */
    readonly part?: ProgramPart | undefined;
    readonly violations: Violation[];
    readonly exempt: ExemptResult[];
    readonly unknown: UnknownResult[];
    readonly remediated: RemediatedResult[];
}

/**
 * Merges the results for a client of a program with those for the same client in states and previews, so that it is reported once, at
 * its lines. The results of the program count for what it says; the others add what only they know: the values that the program
 * computes, the rest of the stack, and the properties that it does not set.
 *
 * @param isStackRule whether a policy compares clients with the rest of the stack
 */
export function mergeClients(results: readonly ClientResults[], isStackRule: (policy: string) => boolean): readonly ClientResults[] {
    const programs = new Set(results.flatMap(({ isProgram, part }) => (isProgram && part ? part.key : [])));
    if (programs.size === 0) return results;
    const stacks = new Map<string, ClientResults[]>();
    for (const result of results) {
        const { isProgram, part } = result;
        if (part && !isProgram && programs.has(part.key)) addTo(stacks, part.key, result);
    }
    return results.flatMap(result => {
        const { isProgram, part } = result;
        const linked = part && stacks.get(part.key);
        if (!linked) return result;
        return isProgram ? merge(result, part, linked, isStackRule) : [];
    });
}

function merge(
    program: ClientResults,
    part: ProgramPart,
    stacks: readonly ClientResults[],
    isStackRule: (policy: string) => boolean,
): ClientResults {
    const { client } = program;
    const has = (results: readonly { readonly policy: string }[], policy: string) => results.some(result => result.policy === policy);
    const isExempt = (policy: string) => stacks.every(({ exempt }) => has(exempt, policy));
    const isDecided = ({ policy, property }: Violation) =>
        property !== undefined && part.sets(property) && !isStackRule(policy) && !has(program.unknown, policy);
    const atProgram = <T extends CheckedClient>({ urn, callers, location, hasSecrets, ...result }: T) => ({ ...result, ...client });

    const own = program.violations.filter(({ policy }) => !isExempt(policy));
    const reported = new Set(own.map(({ policy, property }) => `${policy} ${property}`));
    const added = stacks
        .flatMap(({ violations }) => violations)
        .filter(violation => !reported.has(`${violation.policy} ${violation.property}`) && !isDecided(violation));
    return {
        ...program,
        violations: [...own, ...uniqueBy(added, ({ policy, problem }) => `${policy} ${problem}`).map(atProgram)] as Violation[],
        exempt: uniqueBy(
            [program, ...stacks].flatMap(({ exempt }) => exempt.map(atProgram)),
            ({ policy }) => policy,
        ) as ExemptResult[],
        unknown: [
            ...program.unknown.filter(({ policy }) => stacks.some(({ unknown, exempt }) => has(unknown, policy) && !has(exempt, policy))),
            ...uniqueBy(
                stacks.flatMap(({ unknown }) => unknown.filter(({ policy }) => isStackRule(policy) && !has(program.unknown, policy))),
                ({ policy, property }) => `${policy} ${property}`,
            ).map(atProgram),
        ] as UnknownResult[],
        remediated: uniqueBy(
            [program, ...stacks].flatMap(({ remediated }) => remediated.map(atProgram)),
            ({ policy }) => policy,
        ) as RemediatedResult[],
    };
}

/** Returns the first element with each key. */
function uniqueBy<T>(list: readonly T[], keyOf: (element: T) => string): T[] {
    const unique = new Map<string, T>();
    for (const element of list) if (!unique.has(keyOf(element))) unique.set(keyOf(element), element);
    return [...unique.values()];
}
