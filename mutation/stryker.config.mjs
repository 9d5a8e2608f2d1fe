import "./mocha-cjs.cjs";

/** Paths are relative to the root of the repository, where `npm run mutate` starts Stryker. */
export default {
    // Excluded: the entry points, which tests run in other processes that mutants do not reach.
    mutate: ["src/**/*.ts", "!src/index.ts", "!src/cli/main.ts"],
    ignorePatterns: ["dist", "examples/*/node_modules"],
    tsconfigFile: "", // none needs rewriting for the sandbox
    disableTypeChecks: false, // nothing checks types, and the comment for it would shift the lines of examples/fix
    plugins: ["@stryker-mutator/mocha-runner", "./mutation/equivalent.mjs"],
    ignorers: ["equivalent"],
    testRunner: "mocha",
    testRunnerNodeArgs: ["--require", "./mutation/mocha-cjs.cjs"],
    mochaOptions: {
        config: ".mocharc.yaml",
        // Most mutants in metadata are covered by every test, so the fastest tests that detect them come first.
        spec: ["tests/scripts/*.spec.ts", "tests/{rules,core,cognito,util,stacks,programs,report,cli}/**/*.spec.ts", "tests/**/*.spec.ts"],
        // Excluded, here and by grep: tests that run the pack or the command in another process, and slow ones.
        ignore: [
            "tests/{e2e,packaging}/**",
            "tests/cli/{parity,stress}.spec.ts",
            "tests/pulumi/pack-info.spec.ts",
            "tests/scripts/new-rule.spec.ts", // it reads the sources, in which Stryker puts the mutants
        ],
        grep: "^(?!.*(over gRPC|as a process|\\(slow\\)))",
    },
    coverageAnalysis: "perTest",
    ignoreStatic: true, // mutants of what a module computes when it loads: each would need a process of its own, and all of them hours
    concurrency: 2,
    reporters: ["progress", "clear-text", "html", "json"],
    clearTextReporter: { reportTests: false },
    thresholds: { high: 98, low: 95, break: 95 },
};
