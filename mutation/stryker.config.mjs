import "./mocha-cjs.cjs";
import { PARTS, patterns } from "./parts.mjs";

const name = process.env.MUTATION_PART;
const part = PARTS[name];

process.env.CASES = "0.02"; // a property of generated values needs few to detect a mutant

/** Paths are relative to the root of the repository, where `npm run mutate` starts Stryker. */
export default {
    mutate: patterns(part.mutate, ".ts"),
    ignorePatterns: ["dist", "examples/*/node_modules", "tests/browser/node_modules"],
    tsconfigFile: "", // none needs rewriting for the sandbox
    disableTypeChecks: false, // nothing checks types, and the comment for it would shift the lines of examples/fix
    plugins: ["@stryker-mutator/mocha-runner", "./mutation/ignore.mjs"],
    ignorers: ["documented"],
    testRunner: "mocha",
    testRunnerNodeArgs: ["--require", "./mutation/mocha-cjs.cjs"],
    mochaOptions: {
        config: ".mocharc.yaml",
        spec: patterns(part.tests, ".spec.ts"),
        // Excluded, here and by grep: tests that run the pack, the command or a program in another process or context.
        ignore: ["tests/pulumi/pack-info.spec.ts"],
        grep: "^(?!.*(over gRPC|as a process|real programs|do not differ))",
    },
    coverageAnalysis: "perTest",
    ignoreStatic: true, // mutants of what a module computes when it loads: each would need a process of its own, and all of them hours
    concurrency: 2,
    reporters: ["progress", "json"],
    jsonReporter: { fileName: `reports/mutation/${name}.json` },
};
