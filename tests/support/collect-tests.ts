type Define = (title: string, body: () => void) => void;

interface Runner {
    describe: Define;
    it: Define & { only?: Define };
}

/**
 * Runs the tests that an action defines with the globals of a test runner. Returns each title with the error, if the test fails.
 * The titles of tests that are defined with `only` end with it.
 */
export function collectTests(define: () => void): Map<string, Error | undefined> {
    const results = new Map<string, Error | undefined>();
    const runner = globalThis as unknown as Runner;
    const { describe, it } = runner;
    let suite = "";
    runner.describe = (title, body) => {
        suite = `${title} `;
        body();
    };
    const run = (title: string, body: () => void) => {
        let failure: Error | undefined;
        try {
            body();
        } catch (error) {
            failure = error as Error;
        }
        results.set(suite + title, failure);
    };
    runner.it = Object.assign(run, { only: (title: string, body: () => void) => run(`${title} (only)`, body) });
    try {
        define();
    } finally {
        Object.assign(runner, { describe, it });
    }
    return results;
}
