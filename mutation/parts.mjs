const FILES_OF_PROGRAMS = ["tests/programs/program.spec.ts", "tests/programs/files.spec.ts", "tests/programs/resource-types.spec.ts"];
const LANGUAGES = ["python", "go", "java", "csharp"].map(specOf);
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
    report: {
        mutate: ["src/report"],
        tests: ["tests/report/*.spec.ts", "tests/report/fixes", "tests/report/sources", "tests/report/formatters"],
    },
    programs: {
        mutate: ["src/programs/*.ts", "src/programs/printers", "src/programs/languages/yaml.ts"],
        tests: [
            ...["names", "project", "evaluate", "several-files", "resources", "references", "linked-files", "source-program"].map(
                name => `tests/programs/${name}.spec.ts`,
            ),
            "tests/programs/printers",
            ...FILES_OF_PROGRAMS,
            "tests/programs/yaml-traps.spec.ts",
            "tests/programs/languages/yaml.spec.ts",
            "tests/programs/javascript-traps.spec.ts",
            ...LANGUAGES,
        ],
    },
    edit: {
        mutate: ["src/programs/edit"],
        tests: [
            ...["text", "instructions", "properties", "quotes", "not-changed", "parentheses", "blocks", "constants", "other-files"],
            ...["alignment", "yaml", "diff", "javascript", "languages", "verify"],
        ].map(name => `tests/programs/edit/${name}.spec.ts`),
    },
    javascript: {
        mutate: ["src/programs/languages/javascript", "src/programs/languages/javascript.ts"],
        tests: [
            ...["occurrences", "expressions", "constructions", "declarations", "modules", "parse"].map(topic =>
                specOf(`javascript-${topic}`),
            ),
            "tests/programs/javascript-traps.spec.ts",
            ...FILES_OF_PROGRAMS,
            "tests/programs/edit/javascript.spec.ts",
            "tests/programs/generated.spec.ts",
        ],
    },
    tokens: {
        mutate: ["src/programs/languages/tokens", "src/programs/languages/shared.ts"],
        tests: [
            ...["tokens", "strings", "token-source", "accesses", "blocks", "shapes", "token-expressions", "shared"].map(specOf),
            ...LANGUAGES,
            "tests/programs/edit/languages.spec.ts",
            GENERATED,
        ],
    },
    python: {
        mutate: ["src/programs/languages/python", "src/programs/languages/python.ts"],
        tests: [...["expressions", "bindings", "uses", "modules"].map(topic => specOf(`python-${topic}`)), ...testsOf("python")],
    },
    go: {
        mutate: ["src/programs/languages/go.ts", "src/programs/languages/go"],
        tests: [...["expressions", "names"].map(topic => specOf(`go-${topic}`)), ...testsOf("go")],
    },
    objects: {
        mutate: ["src/programs/languages/{java,csharp,objects}", "src/programs/languages/java.ts", "src/programs/languages/csharp.ts"],
        tests: [
            ...["declarations", "fields", "types", "uses"].map(topic => specOf(`object-${topic}`)),
            ...["java-expressions", "csharp-expressions"].map(specOf),
            ...testsOf("java", "csharp"),
        ],
    },
};

function specOf(name) {
    return `tests/programs/languages/${name}.spec.ts`;
}

function testsOf(...languages) {
    return [...languages.map(specOf), "tests/programs/edit/languages.spec.ts", GENERATED];
}

/** Returns the patterns of the files in folders, and of files. */
export function patterns(paths, end) {
    return paths.map(path => (path.endsWith(".ts") ? path : `${path}/**/*${end}`));
}
