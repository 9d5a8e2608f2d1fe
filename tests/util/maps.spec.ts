import * as assert from "node:assert/strict";
import { describe, it } from "mocha";
import { addTo, groupBy, once } from "../../src/util/maps";

describe("maps", () => {
    it("groups items by all of their keys, in their order", () => {
        const groups = groupBy(["ab", "b", "", "ba"], item => item);
        assert.deepEqual(
            [...groups],
            [
                ["a", ["ab", "ba"]],
                ["b", ["ab", "b", "ba"]],
            ],
        );
    });

    it("adds an item to a group", () => {
        const groups = new Map([["a", [1]]]);
        addTo(groups, "a", 2);
        addTo(groups, "b", 3);
        assert.deepEqual(Object.fromEntries(groups), { a: [1, 2], b: [3] });
    });

    it("computes a result once for each object", () => {
        const computed: object[] = [];
        const lengthOf = once((list: readonly string[]) => {
            computed.push(list);
            return { length: list.length };
        });
        const [first, second] = [["a"], ["a", "b"]];
        assert.deepEqual([lengthOf(first), lengthOf(second), lengthOf(first)], [{ length: 1 }, { length: 2 }, { length: 1 }]);
        assert.deepEqual(computed, [first, second]);
    });
});
