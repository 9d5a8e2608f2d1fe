import { once } from "../util/maps";
import type { Construction, Expression, Name, Program } from "./expression";
import { lastIndexUpTo } from "./names";
import type { Resolver } from "./resolve";
import { expressionsIn } from "./walk";

/** A resource whose output is used. */
export interface Reference {
    readonly program: Program;
    readonly construction: Construction;
    /** What of the resource is used: `[id]`. */
    readonly rest: readonly string[];
    /** Whether it is used in a computed expression, such as a condition. */
    readonly isComputed: boolean;
}

/** Names in lists and objects that have names themselves. */
const MAX_REFERENCE_DEPTH = 5;

/** Finds the resources whose outputs expressions use. */
export class References {
    readonly #usesIn = once((program: Program) => [...program.uses].sort((a, b) => a.start - b.start));

    constructor(
        private readonly resolver: Resolver,
        /** The number of expressions that are searched, in all files together. */
        private stepsLeft: number,
    ) {}

    /** Returns the resources whose outputs an expression uses. */
    *in(program: Program, root: Expression | undefined, depth = 0): Generator<Reference> {
        for (const expression of expressionsIn(root)) {
            if (--this.stepsLeft < 0) return;
            if (expression.kind === "computed") {
                for (const path of this.#pathsIn(program, expression)) yield* this.#reference(program, path, true, depth);
            } else if (expression.kind === "name") yield* this.#reference(program, expression, false, depth);
        }
    }

    *#reference(program: Program, name: Name, isComputed: boolean, depth: number): Generator<Reference> {
        const target = this.resolver.resolve(program, name);
        if (!target || depth > MAX_REFERENCE_DEPTH || (target.isConditional && name.isOptional)) return;
        const { expression, rest } = target;
        if (expression.kind !== "resource") yield* this.in(target.program, expression, depth + 1);
        else yield { program: target.program, construction: expression, rest, isComputed };
    }

    /** Returns the names that are used in a computed expression. */
    *#pathsIn(program: Program, { start, end }: Expression): Generator<Name> {
        const uses = this.#usesIn(program);
        for (let index = lastIndexUpTo(uses, start - 1) + 1; index < uses.length; index++) {
            const use = uses[index];
            if (!use || use.start >= end || --this.stepsLeft < 0) return;
            yield { kind: "name", path: use.path, start: use.start, end };
        }
    }
}
