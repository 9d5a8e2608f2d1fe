import assert from "node:assert/strict";
import type { Binding, Use } from "../../src/programs/expression";
import { AMBIGUOUS, headOf, lastIndexUpTo, Names, restOf } from "../../src/programs/names";

/** A declaration of a name in a scope. */
function declare(name: string, start: number, end: number): Binding {
    return { name, scope: { start, end }, value: undefined, start };
}

/** Uses or changes, by their offsets. */
function occurrences(paths: Readonly<Record<number, string>>): Use[] {
    return Object.entries(paths).map(([start, path]) => ({ path: path.split("."), start: Number(start) }));
}

describe("declarations of names", () => {
    const file = declare("x", 0, 100);
    const outer = declare("x", 10, 50);
    const inner = declare("x", 20, 30);
    const later = declare("x", 60, 70);
    const twice = [declare("x", 80, 90), declare("x", 80, 90)];
    const all = [later, inner, ...twice, file, outer, declare("y", 0, 100)];
    const names = new Names({ bindings: all, uses: [], changes: [] });

    for (const [offset, expected] of [
        [0, file],
        [9, file],
        [10, outer],
        [19, outer],
        [20, inner],
        [29, inner],
        [30, outer],
        [49, outer],
        [50, file],
        [60, later],
        [70, file],
        [80, AMBIGUOUS],
        [89, AMBIGUOUS],
        [90, file],
        [99, file],
        [100, undefined],
    ] as const) {
        it(`are found at ${offset}`, () => assert.equal(names.find("x", offset), expected));
    }

    it("are found in scopes that start or end together", () => {
        const around = declare("x", 0, 40);
        const [first, second, last] = [declare("x", 0, 10), declare("x", 10, 20), declare("x", 30, 40)];
        const names = new Names({ bindings: [last, first, around, second], uses: [], changes: [] });
        const found = [0, 9, 10, 19, 20, 29, 30, 39, 40].map(offset => names.find("x", offset));
        assert.deepEqual(found, [first, first, second, second, around, around, last, last, undefined]);
    });

    it("are not found in front of their scope, and without one", () => {
        const names = new Names({ bindings: [outer], uses: [], changes: [] });
        assert.equal(names.find("x", 9), undefined);
        assert.equal(names.find("z", 10), undefined);
        assert.deepEqual([names.has("x"), names.has("z")], [true, false]);
    });
});

describe("constants", () => {
    const x = declare("x", 0, 100);
    const inner = declare("x", 40, 60);

    for (const [title, changes, expected] of [
        ["nothing changes", {}, x],
        ["another name is changed", { 1: "y" }, x],
        ["another member is changed", { 1: "x.b" }, x],
        ["a member of it is changed", { 1: "x.a.b" }, x],
        ["a name of another scope is changed", { 50: "x" }, x],
        ["the name is reassigned", { 1: "x" }, undefined],
        ["the member is changed", { 1: "x.a" }, undefined],
        ["a computed member is changed", { 1: "x.*" }, undefined],
        ["one of several changes is of the member", { 1: "x.b", 2: "x.a" }, undefined],
    ] as const) {
        it(`are ${expected ? "" : "not "}found if ${title}`, () => {
            const names = new Names({ bindings: [x, inner], uses: [], changes: occurrences(changes) });
            assert.equal(names.findConstant(["x", "a"], 70), expected);
        });
    }

    it("are not found if they are not declared, or twice", () => {
        const names = new Names({ bindings: [x, declare("x", 0, 100)], uses: [], changes: [] });
        assert.equal(names.findConstant(["x"], 0), undefined);
        assert.equal(names.findConstant(["z"], 0), undefined);
        assert.equal(names.findConstant([], 0), undefined);
    });
});

describe("occurrences of a name", () => {
    const [x, inner, field] = [declare("x", 0, 100), declare("x", 40, 60), declare("this.x", 0, 100)];
    const paths = { 1: "x", 45: "x.a", 50: "this.x.a", 55: "this.y", 70: "x.b", 75: "this.*", 80: "this", 85: "o.x.a", 90: "o.y.x" };
    const starts = (found: readonly { readonly start: number }[]) => found.map(({ start }) => start).sort((a, b) => a - b);

    it("are those in its scope", () => {
        const names = new Names({ bindings: [x, inner, field], uses: occurrences(paths), changes: occurrences({ 2: "x.c" }) });
        assert.deepEqual(starts(names.usesOf(x)), [1, 70]);
        assert.deepEqual(starts(names.usesOf(inner)), [45]);
        assert.deepEqual(starts(names.changesOf(x)), [2]);
        assert.deepEqual(starts(names.changesOf(inner)), []);
    });

    it("of a field are also those of the object, and of a member of any object", () => {
        const names = new Names({ bindings: [x, inner, field], uses: occurrences(paths), changes: [] });
        assert.deepEqual(starts(names.usesOf(field)), [50, 75, 80, 85, 90]);
        assert.deepEqual(starts(names.usesOf(declare("this.z", 0, 100))), [75, 80]);
    });

    it("are members of other objects if one assigns them, or passes them on", () => {
        const uses: Use[] = [
            { path: ["o", "a"], start: 1 },
            { path: ["o", "b"], start: 2, effect: "read" },
            { path: ["c"], start: 3 },
            { path: ["this", "d"], start: 4 },
        ];
        const names = new Names({ bindings: [], uses, changes: occurrences({ 5: "o.e", 6: "f", 7: "this.g" }) });
        const members = (isPassedOn: boolean) => [..."abcdefgo"].filter(name => names.hasMember(name, isPassedOn));
        assert.deepEqual(members(false), ["e"]);
        assert.deepEqual(members(true), ["a", "e"]);
    });
});

describe("the parts of a path", () => {
    for (const [path, head, rest] of [
        ["x", "x", ""],
        ["x.a.b", "x", "a.b"],
        ["this", "this", ""],
        ["this.x", "this.x", ""],
        ["this.x.a", "this.x", "a"],
        ["x.this.a", "x", "this.a"],
    ] as const) {
        it(`of ${path} are ${head} and ${rest || "nothing"}`, () => {
            const names = path.split(".");
            assert.equal(headOf(names), head);
            assert.deepEqual(restOf(names).join("."), rest);
        });
    }
});

describe("the last index up to an offset", () => {
    const sorted = [0, 5, 5, 9].map(start => ({ start }));
    for (const [offset, expected] of [
        [-1, -1],
        [0, 0],
        [4, 0],
        [5, 2],
        [8, 2],
        [9, 3],
        [10, 3],
    ] as const) {
        it(`of ${offset} is ${expected}`, () => assert.equal(lastIndexUpTo(sorted, offset), expected));
    }
    it("of an empty list is -1", () => assert.equal(lastIndexUpTo([], 0), -1));
});
