import * as assert from "node:assert/strict";
import { describe, it } from "mocha";
import { allOf, hasSecret, UnknownValueError } from "../../src/core/properties";
import { SECRET } from "../support/check";

const yes = () => true;
const no = () => false;
const unknown = () => {
    throw new UnknownValueError("callbackUrls");
};
const broken = () => {
    throw new TypeError("no such thing");
};

/** Calls an action with every order of a list. */
function forEveryOrder<T>(list: readonly T[], action: (ordered: T[]) => void, chosen: T[] = []): void {
    if (list.length === 0) action(chosen);
    list.forEach((element, index) => {
        const others = list.filter((_other, position) => position !== index);
        forEveryOrder(others, action, [...chosen, element]);
    });
}

describe("allOf", () => {
    for (const [name, conditions, expected] of [
        ["is true without conditions", [], true],
        ["is true if all are true", [yes, yes], true],
        ["is false if one is false", [yes, no, yes], false],
        ["is false if one is false and another is unknown", [yes, no, unknown], false],
        ["is false if one is false and several are unknown", [unknown, unknown, no], false],
        ["is unknown if none is false and one is unknown", [yes, unknown, yes], UnknownValueError],
        ["is unknown if all are unknown", [unknown, unknown], UnknownValueError],
    ] as const) {
        it(`${name}, in every order`, () =>
            forEveryOrder<() => boolean>(conditions, ordered => {
                if (typeof expected === "boolean") assert.equal(allOf(...ordered), expected);
                else assert.throws(() => allOf(...ordered), expected);
            }));
    }

    it("names the first unknown value", () => {
        const other = () => {
            throw new UnknownValueError("name");
        };
        assert.throws(() => allOf(yes, other, unknown), new UnknownValueError("name"));
    });

    it("does not hide a bug in a condition", () => {
        assert.throws(() => allOf(yes, broken), new TypeError("no such thing"));
        assert.throws(() => allOf(unknown, broken), new TypeError("no such thing"));
    });
});

describe("hasSecret", () => {
    for (const [name, value, expected] of [
        ["an encrypted value", SECRET, true],
        ["a value that the CLI has left out", "[secret]", true],
        ["an encrypted element", { urls: ["a", [SECRET]] }, true],
        ["an encrypted member before others", { name: SECRET, urls: [] }, true],
        ["other texts and numbers", { name: "secret", urls: ["[secret", 1, true] }, false],
        ["null", null, false],
        ["nothing", {}, false],
    ] as const) {
        it(`is ${expected} for ${name}`, () => assert.equal(hasSecret(value), expected));
    }
});
