import { groupBy } from "../util/maps";
import type { Binding, Change, Program, Use } from "./expression";

/** The declarations of one name in one scope. More than one makes the name unknown. */
interface Scope<T> {
    readonly start: number;
    readonly end: number;
    readonly bindings: T[];
    readonly parent: Scope<T> | undefined;
}

/** The declaration of a name that has several in one scope. */
export const AMBIGUOUS = Symbol("ambiguous");

/** Finds the declaration of a name at an offset, and the uses and changes of a declaration. A search takes logarithmic time. */
export class Names<T extends Binding = Binding> {
    readonly #scopes: ReadonlyMap<string, readonly Scope<T>[]>;
    readonly #uses: OccurrencesOf<Use>;
    readonly #changes: OccurrencesOf<Change>;

    constructor({ bindings, uses, changes }: Pick<Program, "changes" | "uses"> & { readonly bindings: readonly T[] }) {
        this.#scopes = new Map([...groupBy(bindings, ({ name }) => [name])].map(([name, group]) => [name, nest(group)]));
        this.#uses = new OccurrencesOf(uses, this);
        this.#changes = new OccurrencesOf(changes, this);
    }

    /** Whether a name is declared anywhere in the file. */
    has(name: string): boolean {
        return this.#scopes.has(name);
    }

    /** Returns the innermost declaration of a name; undefined if it has none. */
    find(name: string, offset: number): T | typeof AMBIGUOUS | undefined {
        const found = this.declarationsOf(name, offset);
        return found.length > 1 ? AMBIGUOUS : found[0];
    }

    /** Returns the declarations of a name in the innermost scope that has one. */
    declarationsOf(name: string, offset: number): readonly T[] {
        const scopes = this.#scopes.get(name) ?? [];
        let scope = scopes[lastIndexUpTo(scopes, offset)];
        while (scope && scope.end <= offset) scope = scope.parent;
        return scope?.bindings ?? [];
    }

    /** Returns the declaration of the name that a path starts with, if neither the name nor what the path leads to is replaced. */
    findConstant(path: readonly string[], offset: number): T | undefined {
        const found = this.find(path[0] ?? "", offset);
        if (found === undefined || found === AMBIGUOUS) return undefined;
        const isReplaced = this.changesOf(found).some(change => change.path.every((name, index) => name === "*" || name === path[index]));
        return isReplaced ? undefined : found;
    }

    usesOf(binding: Binding): readonly Use[] {
        return this.#uses.of(binding);
    }

    changesOf(binding: Binding): readonly Change[] {
        return this.#changes.of(binding);
    }

    /** Whether a field of an object is assigned, or its value changes or is passed on, other than through `this`. */
    hasMember(name: string, isPassedOn: boolean): boolean {
        return (
            this.#changes.ofMember(name).length > 0 || (isPassedOn && this.#uses.ofMember(name).some(({ effect }) => effect === undefined))
        );
    }
}

/** Returns the name that a path starts with: `pool` of `[pool, id]`, `this.pool` of `[this, pool, id]`. */
export function headOf(path: readonly string[]): string {
    return path[0] === "this" && path[1] !== undefined ? `this.${path[1]}` : (path[0] ?? "");
}

/** Returns the part of a path behind its name. */
export function restOf(path: readonly string[]): readonly string[] {
    return path.slice(path[0] === "this" ? 2 : 1);
}

/** The uses or changes of declarations. */
class OccurrencesOf<T extends Change> {
    readonly #byName: ReadonlyMap<string, readonly T[]>;
    /** The occurrences of fields through another object than `this`, by the name of the field. */
    readonly #byMember: ReadonlyMap<string, readonly T[]>;
    readonly #names: Names;
    readonly #resolved = new Map<string, ReadonlyMap<unknown, readonly T[]>>();

    constructor(occurrences: readonly T[], names: Names) {
        this.#byName = groupBy(occurrences, ({ path }) => [headOf(path)]);
        this.#byMember = groupBy(occurrences, ({ path }) => new Set(path[0] === "this" ? [] : path.slice(1)));
        this.#names = names;
    }

    /** Returns the occurrences of a member other than those through `this`. */
    ofMember(name: string): readonly T[] {
        return this.#byMember.get(name) ?? [];
    }

    of(binding: Binding): readonly T[] {
        const { name } = binding;
        let resolved = this.#resolved.get(name);
        if (!resolved) {
            resolved = groupBy(this.#byName.get(name) ?? [], ({ start }) => this.#names.declarationsOf(name, start));
            this.#resolved.set(name, resolved);
        }
        const own = resolved.get(binding) ?? [];
        if (!name.startsWith("this.")) return own;
        const member = name.slice("this.".length);
        const others = [this.#byMember.get(member), this.#byName.get("this.*"), this.#byName.get("this")];
        return [...own, ...others.flatMap(occurrences => occurrences ?? [])];
    }
}

/** Returns the scopes in which a name is declared, each with the one around it, in the order of their starts. */
function nest<T extends Binding>(bindings: readonly T[]): Scope<T>[] {
    const sorted = [...bindings].sort((a, b) => a.scope.start - b.scope.start || b.scope.end - a.scope.end);
    const scopes: Scope<T>[] = [];
    let innermost: Scope<T> | undefined;
    for (const binding of sorted) {
        const { start, end } = binding.scope;
        while (innermost && innermost.end <= start) innermost = innermost.parent;
        if (innermost?.start === start && innermost.end === end) {
            innermost.bindings.push(binding);
            continue;
        }
        innermost = { start, end, bindings: [binding], parent: innermost };
        scopes.push(innermost);
    }
    return scopes;
}

/** Returns the index of the last element that starts at an offset or before it; -1 if there is none. */
export function lastIndexUpTo(sorted: readonly { readonly start: number }[], offset: number): number {
    let low = 0;
    let high = sorted.length;
    while (low < high) {
        const middle = (low + high) >> 1;
        if ((sorted[middle]?.start ?? 0) <= offset) low = middle + 1;
        else high = middle;
    }
    return low - 1;
}
