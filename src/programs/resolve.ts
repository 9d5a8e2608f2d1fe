import { once } from "../util/maps";
import type { Binding, Construction, Expression, Name, ObjectExpression, Program } from "./expression";
import { type Exported, Modules } from "./modules";
import { AMBIGUOUS, headOf, Names, restOf } from "./names";

/** An expression and the file that it is in. */
export interface Located {
    readonly program: Program;
    readonly expression: Expression;
}

/** What has a list or object as its value: a declaration, or an export without a name. */
export type Holder = Binding | Expression;

/** What a name stands for. */
export interface Target extends Located {
    /** The part of the path behind the expression: the output of a resource, the member of an object. */
    readonly rest: readonly string[];
    /** The declarations that lead to the expression. */
    readonly holders: readonly { readonly program: Program; readonly holder: Holder }[];
    /** Whether the name can also be unset. */
    readonly isConditional: boolean;
    /** Whether the value is an output, which plain templates cannot join. */
    readonly isOutput: boolean;
}

/** A longer way from a name to its value is not followed. */
const MAX_STEPS = 30;

/** Finds what names stand for, in one file or in all files of a program. */
export class Resolver {
    readonly modules: Modules;
    readonly namesOf = once((program: Program) => new Names(program));
    readonly #isReassigned = once((program: Program) => once((binding: Binding) => this.#findAssignment(program, binding)));

    constructor(readonly programs: readonly Program[]) {
        this.modules = new Modules(programs);
    }

    /** Follows an expression to what it is without names and wrappers. Undefined if that is computed or can be another one. */
    resolve(program: Program, expression: Expression): Target | undefined {
        return this.#follow({ program, expression, rest: [], holders: [], isConditional: false, isOutput: false });
    }

    /** Returns the resource that a name stands for, and what of it. */
    resolveResource(program: Program, name: Name): { program: Program; construction: Construction; rest: readonly string[] } | undefined {
        const target = this.resolve(program, name);
        if (target?.expression.kind !== "resource" || (target.isConditional && name.isOptional)) return undefined;
        return { program: target.program, construction: target.expression, rest: target.rest };
    }

    #follow(start: Target): Target | undefined {
        let target: Target | undefined = start;
        for (let step = 0; target && step < MAX_STEPS; step++) {
            const next: Target | undefined | "end" = this.#step(target);
            if (next === "end") return target;
            target = next;
        }
        return undefined;
    }

    #step(target: Target): Target | undefined | "end" {
        const { expression, rest } = target;
        switch (expression.kind) {
            case "wrapper":
                return {
                    ...target,
                    expression: expression.value,
                    isOutput: target.isOutput || Boolean(expression.isOutput || expression.isSecret),
                };
            case "name":
                return this.#declaration(target, expression);
            case "imported": {
                const path = expression.name === undefined ? rest : [expression.name, ...rest];
                const found = this.modules.find(expression.module, path);
                return found && this.#exported(target, found);
            }
            case "object":
                return rest.length > 0 ? memberOf(target, expression, rest) : "end";
            case "list": {
                const [index, ...others] = rest;
                if (index === undefined) return "end";
                const item = expression.items.find(({ isSpread }, position) => isSpread || String(position) === index);
                return item && !item.isSpread ? { ...target, expression: item.value, rest: others } : undefined;
            }
            case "resource":
                return "end";
            default:
                return rest.length === 0 ? "end" : undefined;
        }
    }

    #declaration(target: Target, name: Name): Target | undefined {
        const { program } = target;
        if (program.isOpaque) return undefined;
        const names = this.namesOf(program);
        const binding = names.find(headOf(name.path), name.start);
        if (binding === AMBIGUOUS) return undefined;
        if (!binding) {
            const found = program.package === undefined ? undefined : this.modules.find(program.package, [...name.path, ...target.rest]);
            return found && this.#exported(target, found);
        }
        const { value, isHoisted } = binding;
        if (!value || (isHoisted && name.start < value.end)) return undefined;
        if (this.#isReassigned(program)(binding)) return undefined;
        return {
            ...target,
            expression: value,
            rest: [...restOf(name.path), ...target.rest],
            holders: [...target.holders, { program, holder: binding }],
            isConditional: target.isConditional || Boolean(binding.isConditional),
        };
    }

    /** Whether a name gets another value than that of its declaration. */
    #findAssignment(program: Program, binding: Binding): boolean {
        const changes = this.namesOf(program).changesOf(binding);
        if (!binding.name.startsWith("this.")) return changes.some(({ path }) => path.length === 1);
        const isAssigned = changes.some(({ path }) => path[0] !== "this" || path.length <= 2);
        return isAssigned || this.hasForeignMember(program, binding, false);
    }

    /** Whether another file assigns a field of this name, or changes its value or passes it on. */
    hasForeignMember(program: Program, { name }: Binding, isPassedOn: boolean): boolean {
        const field = name.slice("this.".length);
        return this.programs.some(other => other !== program && this.namesOf(other).hasMember(field, isPassedOn));
    }

    #exported(target: Target, { program, expression, rest }: Exported): Target {
        return { ...target, program, expression, rest, holders: [...target.holders, { program, holder: expression }] };
    }
}

/** Returns the members of an object by name; none if it can also have others. */
const membersOf = once(({ members }: ObjectExpression): ReadonlyMap<string | undefined, Expression> => {
    const isOpen = members.some(({ isSpread, rawName }) => isSpread || rawName === undefined);
    return new Map(isOpen ? [] : members.map(({ rawName, value }) => [rawName, value]));
});

/** Returns the member of an object whose name comes first in a path. */
function memberOf(target: Target, object: ObjectExpression, [name, ...rest]: readonly string[]): Target | undefined {
    const value = membersOf(object).get(name);
    return value && { ...target, expression: value, rest };
}
