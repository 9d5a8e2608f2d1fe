import "./stryker.mocha.cjs";

/** Mutation testing of the rules, their core and `check`: `npm run mutate`. */
export default {
    // The two that are left out serve the pack and start the command as soon as they are loaded: tests see them from another process.
    // docs.ts is no part of the pack, and a test holds all that it writes.
    mutate: ["src/**/*.ts", "!src/index.ts", "!src/check/main.ts", "!src/docs.ts"],
    ignorePatterns: ["dist", "examples/*/node_modules"],
    tsconfigFile: "", // it names nothing outside that would have to be rewritten
    plugins: ["@stryker-mutator/mocha-runner", "./stryker.equivalent.mjs"],
    ignorers: ["equivalent"],
    testRunner: "mocha",
    testRunnerNodeArgs: ["--require", "./stryker.mocha.cjs"],
    // What runs in this process alone: mutants do not reach a pack that is served, packed or started as a command.
    // Most of src is data that is made when it is loaded, so that each mutant meets all tests: the fast and telling ones come first.
    mochaOptions: {
        config: ".mocharc.yaml",
        spec: ["tests/docs.spec.ts", "tests/{rules,cognito,check}/*.spec.ts", "tests/!(fixes|invariants).spec.ts", "tests/*.spec.ts"],
        ignore: ["tests/{own-pack,pack-info,tarball,workflows}.spec.ts", "tests/check/{parity,stress}.spec.ts"],
        grep: "^(?!.*(over gRPC|as a process))",
    },
    coverageAnalysis: "perTest",
    concurrency: 2,
    reporters: ["clear-text", "html", "json"],
    clearTextReporter: { reportTests: false },
    thresholds: { high: 98, low: 95, break: 95 },
};
