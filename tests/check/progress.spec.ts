import * as assert from "node:assert/strict";
import { Writable } from "node:stream";
import { afterEach, beforeEach, describe, it } from "mocha";
import { Progress } from "../../src/check/progress";

describe("progress", () => {
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

    const on = (isTTY: boolean) => {
        const stream = new Writable({
            write(chunk, _encoding, done) {
                written += chunk;
                done();
            },
        });
        return new Progress(Object.assign(stream, { isTTY }));
    };
    const work = (progress: Progress, ...times: number[]) => {
        times.forEach((at, index) => {
            time = at;
            progress.judged(index + 1, times.length);
        });
        progress.clear();
    };

    it("rewrites a line ten times a second once the work takes long, and clears it", () => {
        work(on(true), 999, 1000, 1099, 1100, 5000);
        assert.equal(written, "\r2 of 5 clients\r4 of 5 clients\r5 of 5 clients\r\u001b[K");
    });

    it("is silent while the work is short", () => {
        work(on(true), 10, 999);
        assert.equal(written, "");
    });

    it("is silent where nobody watches", () => {
        work(on(false), 10, 5000);
        assert.equal(written, "");
    });
});
