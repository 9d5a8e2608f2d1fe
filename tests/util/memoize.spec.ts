import * as assert from "node:assert/strict";
import { describe, it } from "mocha";
import { memoize } from "../../src/util/memoize";

describe("memoize", () => {
    const counting = (compute: (text: string) => string | undefined = text => `${text}!`) => {
        const computed: string[] = [];
        const memoized = memoize(text => {
            computed.push(text);
            return compute(text);
        });
        return { computed, memoized };
    };

    it("computes the result for a text once", () => {
        const { computed, memoized } = counting();
        assert.deepEqual(["a", "b", "a", "b"].map(memoized), ["a!", "b!", "a!", "b!"]);
        assert.deepEqual(computed, ["a", "b"]);
    });

    it("remembers undefined", () => {
        const { computed, memoized } = counting(() => undefined);
        assert.deepEqual(["a", "a"].map(memoized), [undefined, undefined]);
        assert.deepEqual(computed, ["a"]);
    });

    it("remembers 1,000 results, and forgets them before it computes another one", () => {
        const { computed, memoized } = counting();
        for (let round = 0; round < 2; round++) for (let index = 0; index < 1000; index++) memoized(String(index));
        assert.equal(computed.length, 1000);
        memoized("1000");
        memoized("1000");
        memoized("0");
        assert.deepEqual(computed.slice(1000), ["1000", "0"]);
    });
});
