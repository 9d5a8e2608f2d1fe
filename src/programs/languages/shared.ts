import type { Language, Name, Program, SourceError } from "../expression";

/** Returns a program in which nothing was found but errors. */
export function emptyProgram(file: string, text: string, language: Language, errors: readonly SourceError[] = []): Program {
    const none = { constructions: [], notCovered: [], notRead: [], bindings: [], changes: [], uses: [], reexports: [], modules: [] };
    return { file, text, language, ...none, externals: [], exports: new Map(), errors };
}

/** Returns the name that is declared at an offset. */
export function nameAt(name: string, start: number): Name {
    return { kind: "name", path: [name], start, end: start + name.length };
}

export function decapitalize(text: string): string {
    return text.charAt(0).toLowerCase() + text.slice(1);
}

/** Returns the words of a text. */
export function words(text: string): ReadonlySet<string> {
    return new Set(text.split(" "));
}
