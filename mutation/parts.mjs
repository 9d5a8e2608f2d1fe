/**
 * The parts of a run, each with its tests: those that cover the code directly, so that a mutant that loops forever is found soon.
 * Excluded are the entry points, which tests run in other processes that mutants do not reach.
 */
export const PARTS = {
    rules: { mutate: ["src/rules"], tests: ["tests/rules", "tests/fixes.spec.ts"] },
    core: {
        mutate: ["src/core", "src/cognito", "src/util", "src/pulumi"],
        tests: ["tests/core", "tests/cognito", "tests/util", "tests/pulumi", "tests/testing", "tests/rules"],
    },
    stacks: { mutate: ["src/stacks"], tests: ["tests/stacks", "tests/report", "tests/cli/positions.spec.ts", "tests/cli/check.spec.ts"] },
    report: { mutate: ["src/report"], tests: ["tests/report", "tests/cli/programs.spec.ts", "tests/cli/fix.spec.ts"] },
    programs: { mutate: ["src/programs/*.ts", "src/programs/printers"], tests: ["tests/programs"] },
    edit: { mutate: ["src/programs/edit"], tests: ["tests/programs/edit", "tests/report/fixes", "tests/cli/fix.spec.ts"] },
    tokens: { mutate: ["src/programs/languages/*.ts"], tests: ["tests/programs/languages"] },
    javascript: { mutate: ["src/programs/languages/javascript"], tests: ["tests/programs/*.spec.ts"] },
    python: { mutate: ["src/programs/languages/python"], tests: ["tests/programs/languages"] },
    go: { mutate: ["src/programs/languages/go"], tests: ["tests/programs/languages"] },
    objects: { mutate: ["src/programs/languages/{java,csharp,objects}"], tests: ["tests/programs/languages"] },
};

/** Returns the patterns of the files in folders, and of files. */
export function patterns(paths, end) {
    return paths.map(path => (path.endsWith(".ts") ? path : `${path}/**/*${end}`));
}
