import * as assert from "node:assert/strict";

type DefineTest = (title: string, body: () => void) => void;

/** The global of the test runner: mocha, Jest, Vitest with `globals: true`, or Jasmine, which has no `only`. */
declare const it: DefineTest & { readonly only: DefineTest };

export interface TestCase {
    /** Completes the title of the test: "accepts ...", "rejects ...". */
    readonly name: string;
    /** Runs this test, and no others but those with `only`. */
    readonly only?: boolean;
}

/** Defines one test per case. */
export function defineTests<C extends TestCase>(verb: string, cases: readonly C[], run: (testCase: C) => void): void {
    for (const testCase of cases) (testCase.only ? it.only : it)(`${verb} ${testCase.name}`, () => run(testCase));
}

/** Fails for a case that lists nothing: it would be one of `accept`. */
export function expectSome(list: "expect" | "unknown", values: readonly unknown[]): void {
    assert.ok(
        values.length > 0,
        `The case needs ${list === "expect" ? "the messages" : "the paths of the unknown values"} in \`${list}\`.`,
    );
}
