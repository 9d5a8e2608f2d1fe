/** Why a program cannot be changed. */
export class Obstacle extends Error {}

/** The reasons, each the end of a sentence that starts with "because". */
export const reasons = {
    noArguments: () => "it has no arguments that can be changed",
    computedArguments: () => "its arguments are computed",
    open: (property: string) => `a spread or a computed name in its arguments may set ${property}`,
    spread: (property: string) => `${property} is set by what is spread into its arguments`,
    duplicate: (property: string) => `${property} is set more than once`,
    computed: (property: string) => `${property} is not a literal`,
    shared: (name: string) => `${name} is used in more than one place`,
    exported: (name: string) => `${name} is exported`,
    otherFile: (file: string) => `it is set in ${file}`,
    tooLong: (property: string) => `${property} has too many elements`,
    transforms: () => "its options can change every property",
    unsafe: () => "the changed program would not be read as the same but for this change",
};

/** Says that a file with an error is not changed. */
export function syntaxError({ line, reason }: { readonly line?: number; readonly reason: string }): string {
    return line === undefined ? `the file could not be read: ${reason}` : `of a syntax error in line ${line}: ${reason}`;
}
