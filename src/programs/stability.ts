import { addTo, once } from "../util/maps";
import type { Binding, Expression, Name, Program, Use } from "./expression";
import { AMBIGUOUS, headOf, restOf } from "./names";
import type { Holder, Resolver } from "./resolve";
import { namesIn, unwrap } from "./walk";

/** Where a name is among the values that a reader understands: in an argument of a resource or an export, or in the value of a declaration. */
type Owner = "harmless" | Binding;

/** Declarations to check, each with its file. */
type Owners = Map<Holder, Program>;

/** A use or change of a list or object in another file than its own. */
interface Foreign extends Use {
    readonly program: Program;
    readonly isChange: boolean;
}

/** More declarations that use one list or object, directly or through others, are not followed. */
const MAX_HOLDERS = 200;

/** A longer way from a name to its declaration in another file is not followed. */
const MAX_STEPS = 30;

/**
 * Decides whether lists and objects still are what their declarations say. They can be changed through each name that they have, so
 * each use of such a name must be an argument of a resource, harmless by its effect, or the value of a name to which the same applies.
 */
export class Stability {
    readonly #results = new Map<Holder, boolean>();
    readonly #ownersIn = once(findOwners);
    #foreign: ReadonlyMap<Holder, readonly Foreign[]> | undefined;
    /** The files whose exports are passed on as one object. */
    readonly #escaped = new Set<Program>();

    constructor(private readonly resolver: Resolver) {}

    isUnchanged(program: Program, holder: Holder): boolean {
        const known = this.#results.get(holder);
        if (known !== undefined) return known;
        const owners: Owners = new Map([[holder, program]]);
        let isUnchanged = true;
        for (const [owner, program] of owners) {
            isUnchanged = owners.size <= MAX_HOLDERS && this.#check(program, owner, owners); // which adds owners
            if (!isUnchanged) break;
        }
        for (const owner of isUnchanged ? owners.keys() : [holder]) this.#results.set(owner, isUnchanged);
        return isUnchanged;
    }

    /** Whether nothing changes a holder through its own names. Adds the declarations whose values use them. */
    #check(program: Program, holder: Holder, owners: Owners): boolean {
        this.#foreign ??= this.#findForeign();
        const foreign = this.#foreign.get(holder) ?? [];
        if (this.#escaped.has(program) || foreign.some(({ isChange }) => isChange)) return false;
        if (!foreign.every(use => this.#isHarmless(use.program, use, owners))) return false;
        if ("kind" in holder) return true;
        if (holder.name.startsWith("this.") && this.resolver.hasForeignMember(program, holder, true)) return false;
        const names = this.resolver.namesOf(program);
        return names.changesOf(holder).length === 0 && names.usesOf(holder).every(use => this.#isHarmless(program, use, owners));
    }

    #isHarmless(program: Program, { path, start, effect }: Use, owners: Owners): boolean {
        if (effect === "read") return true;
        const found = this.#ownersIn(program).get(start);
        if (found) {
            for (const owner of found) if (owner !== "harmless") owners.set(owner, program);
            return true;
        }
        const name: Name = { kind: "name", path, start, end: start };
        const value = this.resolver.resolve(program, name)?.expression;
        return value !== undefined && (isPlain(value) || (effect === "elements" && hasPlainElements(value)));
    }

    #findForeign(): Map<Holder, Foreign[]> {
        const found = new Map<Holder, Foreign[]>();
        if (this.resolver.programs.length < 2) return found;
        for (const program of this.resolver.programs) {
            const add = (use: Use, isChange: boolean) => {
                const holder = this.#foreignHolder(program, use, isChange);
                if (holder) addTo(found, holder, { ...use, program, isChange });
            };
            for (const use of program.uses) add(use, false);
            for (const change of program.changes) add(change, true);
        }
        return found;
    }

    /** Returns what a name of another file stands for there. */
    #foreignHolder(program: Program, use: Use, isChange: boolean): Holder | undefined {
        let from = program;
        let name = { path: use.path, start: use.start };
        let rest: readonly string[] = [];
        for (let step = 0; step < MAX_STEPS; step++) {
            const binding = this.resolver.namesOf(from).find(headOf(name.path), name.start);
            if (binding === AMBIGUOUS) return undefined;
            const imported = binding?.value?.kind === "imported" ? binding.value : undefined;
            if (binding && !imported) return from === program ? undefined : binding;
            const module = imported ? imported.module : from.package;
            if (module === undefined) return undefined;
            const tail = [...(imported ? restOf(name.path) : name.path), ...rest];
            const path = imported?.name === undefined ? tail : [imported.name, ...tail];
            if (path.length === 0) {
                const isArgument = this.#ownersIn(program)
                    .get(use.start)
                    ?.every(owner => owner === "harmless");
                if (isChange || (use.effect !== "read" && !isArgument))
                    for (const escaped of this.resolver.modules.programsOf(module)) this.#escaped.add(escaped);
                return undefined;
            }
            const exported = this.resolver.modules.find(module, path);
            if (!exported) return undefined;
            const { expression } = exported;
            if (expression.kind !== "name") return expression;
            from = exported.program;
            rest = exported.rest;
            name = expression;
        }
        return undefined;
    }
}

function findOwners(program: Program): Map<number, Owner[]> {
    const owners = new Map<number, Owner[]>();
    const add = (expression: Expression | undefined, owner: Owner) => {
        for (const { start } of namesIn(expression)) addTo(owners, start, owner);
    };
    for (const { args, options, name } of program.constructions) for (const part of [args, options, name]) add(part, "harmless");
    for (const exported of program.exports.values()) add(exported, "harmless"); // uses in other files are checked as well
    for (const binding of program.bindings) add(binding.value, binding);
    return owners;
}

function isPlain(expression: Expression): boolean {
    const { kind } = unwrap(expression);
    return kind === "literal" || kind === "template" || kind === "resource";
}

function hasPlainElements(expression: Expression): boolean {
    const value = unwrap(expression);
    if (value.kind === "object") return value.members.every(member => !member.isSpread && isPlain(member.value));
    return value.kind === "list" && value.items.every(item => !item.isSpread && isPlain(item.value));
}
