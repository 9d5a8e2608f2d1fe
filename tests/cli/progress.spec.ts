import * as assert from "node:assert/strict";
import { Writable } from "node:stream";
import { afterEach, beforeEach, describe, it } from "mocha";
import { Progress } from "../../src/cli/progress";

describe("Progress", () => {
    const { now } = performance;
    let time = 0;
    let written = "";
    beforeEach(() => {
        [time, written] = [0, ""];
        performance.now = () => time;
    });
    afterEach(() => {
        performance.now = now;
    });

    const createProgress = (isTTY: boolean) => {
        const stream = new Writable({
            write(chunk, _encoding, done) {
                written += chunk;
                done();
            },
        });
        return new Progress(Object.assign(stream, { isTTY }));
    };
    const updateAt = (progress: Progress, ...times: number[]) => {
        times.forEach((milliseconds, index) => {
            time = milliseconds;
            progress.update(index + 1, times.length);
        });
        progress.clear();
    };

    it("rewrites its line at most ten times a second after the first second, and clears it", () => {
        updateAt(createProgress(true), 999, 1000, 1099, 1100, 5000);
        assert.equal(written, "\r2 of 5 clients\r4 of 5 clients\r5 of 5 clients\r\u001b[K");
    });

    it("prints nothing in the first second", () => {
        updateAt(createProgress(true), 10, 999);
        assert.equal(written, "");
    });

    it("prints nothing if the stream is not a terminal", () => {
        updateAt(createProgress(false), 10, 5000);
        assert.equal(written, "");
    });
});
