import type { Language, Program } from "../expression";
import type { TokenSource } from "./tokens/source";

/** Returns a program in which nothing was found but the errors of its text. */
export function emptyProgram(file: string, { text, errors }: TokenSource, language: Language): Program {
    return {
        file,
        text,
        language,
        constructions: [],
        notCovered: [],
        notRead: [],
        bindings: [],
        changes: [],
        uses: [],
        exports: new Map(),
        reexports: [],
        modules: [],
        externals: [],
        errors,
    };
}
