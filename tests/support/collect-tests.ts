type Runner = Record<"describe" | "it", (title: string, body: () => void) => void>;

/** Runs the tests that an action defines with the globals of a test runner. Returns each title with the error, if the test fails. */
export function collectTests(define: () => void): Map<string, Error | undefined> {
    const results = new Map<string, Error | undefined>();
    const runner = globalThis as unknown as Runner;
    const { describe, it } = runner;
    let suite = "";
    runner.describe = (title, body) => {
        suite = `${title} `;
        body();
    };
    runner.it = (title, body) => {
        let failure: Error | undefined;
        try {
            body();
        } catch (error) {
            failure = error as Error;
        }
        results.set(suite + title, failure);
    };
    try {
        define();
    } finally {
        Object.assign(runner, { describe, it });
    }
    return results;
}
