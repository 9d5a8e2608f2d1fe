import type { Patch } from "../../core/rule";
import { once } from "../../util/maps";
import type { SourceProgram, SourceResource } from "..";
import type { Program } from "../expression";
import { changeResource } from "./change-resource";
import { Code } from "./code";
import type { Edit } from "./edits";
import { instructionsFor } from "./instructions";
import { Obstacle, reasons } from "./obstacle";
import { verify } from "./verify";

export { applyEdits } from "./edits";

/** What to change in a program. */
export interface Change {
    readonly resource: SourceResource;
    readonly patch: Patch;
}

/** The edits that make a change. Nothing else of the program changes its meaning by them. */
export interface Fix {
    /** The path below the folder of the program, with `/`. */
    readonly file: string;
    readonly edits: readonly Edit[];
}

/** Why a change is not made. */
export interface NotFixed {
    /** The end of a sentence that starts with "because". */
    readonly reason: string;
    /** What to write, in the language of the program: "Write `prevent_user_existence_errors="ENABLED"`." */
    readonly instructions: string;
}

/** Returns the edits that change properties of a resource of a program, or why that is not possible and what to write instead. */
export function planFix(program: SourceProgram, resource: SourceResource, patch: Patch): Fix | NotFixed {
    return planFixes(program, [{ resource, patch }])[0] as Fix | NotFixed;
}

/** Plans several changes of a program, at most one for each resource. Their edits can be made together, and each of them alone. */
export function planFixes(program: SourceProgram, changes: readonly Change[]): (Fix | NotFixed)[] {
    const editor = new Editor(program);
    const planned = changes.map(change => ({ change, result: editor.edit(change) }));
    const candidates = planned.flatMap(({ change, result }) => (typeof result === "string" ? [] : [{ ...change, ...result }]));
    const verified = new Set(verify(program, candidates).map(({ resource }) => resource));
    return planned.map(({ change, result }) => {
        const notFixed = (reason: string): NotFixed => ({ reason, instructions: instructions(change) });
        if (typeof result === "string") return notFixed(result);
        return verified.has(change.resource) ? result : notFixed(reasons.unsafe());
    });
}

/** Says what to write for a change that is not made. */
export function instructions({ resource, patch }: Change): string {
    const { source, props, secrets } = resource;
    return instructionsFor(patch, props, source.program.language.name, source.program.text, secrets);
}

/** Computes edits without reading them back. */
export class Editor {
    readonly #program: SourceProgram;
    readonly #codeOf = once((program: Program) => new Code(program, this.#program.programs));

    constructor(program: SourceProgram) {
        this.#program = program;
    }

    /** Returns the edits, or why they cannot be made. */
    edit({ resource, patch }: Change): Fix | string {
        const { program } = resource.source;
        try {
            return { file: program.file, edits: changeResource(resource, patch, this.#codeOf(program)) };
        } catch (error) {
            if (error instanceof Obstacle) return error.message;
            throw error;
        }
    }
}
