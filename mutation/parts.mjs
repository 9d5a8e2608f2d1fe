const FILES_OF_PROGRAMS = ["tests/programs/program.spec.ts", "tests/programs/files.spec.ts", "tests/programs/resource-types.spec.ts"];
const LANGUAGES = ["python", "go", "java", "csharp"].map(language => `tests/programs/languages/${language}.spec.ts`);
const GENERATED = "tests/programs/languages/generated-programs.spec.ts";

/**
 * The parts of a run, each with its tests: those next to the code, the fastest first, as the first test that fails ends a run.
 * Excluded are the entry points, which tests run in other processes that mutants do not reach.
 */
export const PARTS = {
    rules: { mutate: ["src/rules"], tests: ["tests/rules", "tests/fixes.spec.ts"] },
    core: {
        mutate: ["src/core", "src/cognito", "src/util", "src/pulumi"],
        tests: ["tests/core", "tests/cognito", "tests/util", "tests/pulumi", "tests/testing", "tests/rules"],
    },
    stacks: { mutate: ["src/stacks"], tests: ["tests/stacks"] },
    report: { mutate: ["src/report"], tests: ["tests/report", "tests/cli/programs.spec.ts", "tests/cli/fix.spec.ts"] },
    programs: {
        mutate: ["src/programs/*.ts", "src/programs/printers", "src/programs/languages/*.ts"],
        tests: [
            ...FILES_OF_PROGRAMS,
            "tests/programs/javascript-traps.spec.ts",
            "tests/programs/yaml-traps.spec.ts",
            "tests/programs/printers",
            ...LANGUAGES,
            "tests/programs/edit/languages.spec.ts",
            "tests/programs/generated.spec.ts",
        ],
    },
    edit: {
        mutate: ["src/programs/edit"],
        tests: ["tests/programs/edit", "tests/report/fixes", "tests/cli/fix.spec.ts"],
    },
    javascript: {
        mutate: ["src/programs/languages/javascript"],
        tests: [
            "tests/programs/javascript-traps.spec.ts",
            ...FILES_OF_PROGRAMS,
            "tests/programs/edit/javascript.spec.ts",
            "tests/programs/generated.spec.ts",
        ],
    },
    tokens: {
        mutate: ["src/programs/languages/tokens"],
        tests: ["tests/programs/languages/tokens.spec.ts", ...LANGUAGES, "tests/programs/edit/languages.spec.ts", GENERATED],
    },
    python: { mutate: ["src/programs/languages/python"], tests: testsOf("python") },
    go: {
        mutate: ["src/programs/languages/go.ts", "src/programs/languages/go"],
        tests: ["expressions", "names"].map(name => `tests/programs/languages/go-${name}.spec.ts`).concat(testsOf("go")),
    },
    objects: { mutate: ["src/programs/languages/{java,csharp,objects}"], tests: testsOf("java", "csharp") },
};

function testsOf(...languages) {
    return [
        ...languages.map(language => `tests/programs/languages/${language}.spec.ts`),
        "tests/programs/edit/languages.spec.ts",
        GENERATED,
    ];
}

/** Returns the patterns of the files in folders, and of files. */
export function patterns(paths, end) {
    return paths.map(path => (path.endsWith(".ts") ? path : `${path}/**/*${end}`));
}
