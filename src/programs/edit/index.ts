import type { Patch } from "../../core/rule";
import type { SourceProgram, SourceResource } from "..";
import type { Program } from "../expression";
import { changeResource } from "./change-resource";
import { Code } from "./code";
import { applyEdits, type Edit, overlap } from "./edits";
import { instructionsFor } from "./instructions";
import { Obstacle, reasons, syntaxError } from "./obstacle";
import { findDifferences } from "./verify";

export { applyEdits, type Edit } from "./edits";

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
        if (typeof result !== "string" && verified.has(change.resource)) return result;
        return { reason: typeof result === "string" ? result : reasons.unsafe(), instructions: instructions(change) };
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
    readonly #codes = new Map<Program, Code>();

    constructor(program: SourceProgram) {
        this.#program = program;
    }

    /** Returns the edits, or why they cannot be made. */
    edit({ resource, patch }: Change): Fix | string {
        const { program } = resource.source;
        const error = this.#program.errors.find(({ file }) => file === program.file);
        if (error) return syntaxError(error);
        try {
            return { file: program.file, edits: changeResource(resource, patch, this.#codeOf(program)) };
        } catch (error) {
            if (error instanceof Obstacle) return error.message;
            throw error;
        }
    }

    #codeOf(program: Program): Code {
        const code = this.#codes.get(program) ?? new Code(program, this.#program.programs);
        this.#codes.set(program, code);
        return code;
    }
}

type Candidate = Change & Fix;

/** How often a program is read to find the edits that change more than they should. */
const MAX_READS = 64;

/** Reads the program with the edits made, and returns those after which it is the same but for the changes. */
function verify(program: SourceProgram, candidates: readonly Candidate[]): Candidate[] {
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
    const texts = new Map([...edits].map(([file, own]) => [file, applyEdits(program.textOf(file) ?? "", own)]));
    const wanted = new Map(candidates.map(({ resource, patch }) => [resource, patch]));
    const different = findDifferences(program, program.withTexts(texts), wanted);
    return different && new Set(different);
}
