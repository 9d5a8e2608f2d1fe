import * as assert from "node:assert/strict";
import { describe, it } from "mocha";
import { printValues, quoted, value } from "../../src/core/values";

/** Returns the text of a problem with its values shown, and with them hidden. */
function texts(problem: string): [shown: string, hidden: string] {
    return [printValues(problem, false), printValues(problem, true)];
}

describe("printValues", () => {
    for (const [name, problem, shown, hidden] of [
        ["text without a value", () => "is not set.", "is not set.", "is not set."],
        ["a value", () => `is ${value("LEGACY")}.`, "is LEGACY.", "is …."],
        ["a number", () => `is ${value(20)}; it must be at most 15.`, "is 20; it must be at most 15.", "is …; it must be at most 15."],
        ["a quoted value", () => `has ${quoted("implicit")}.`, 'has "implicit".', "has …."],
        ["several values", () => `has ${quoted("a")} and ${quoted("b")}.`, 'has "a" and "b".', "has … and …."],
        ["an empty value", () => `is ${quoted("")}.`, 'is "".', "is …."],
        ["a value of several lines", () => `is ${quoted("a\nb")}.`, 'is "a\\u{a}b".', "is …."],
        ["invisible characters", () => `is ${quoted("Okta\u200b\u202e")}.`, 'is "Okta\\u{200b}\\u{202e}".', "is …."],
        ["a URL with a password", () => `has ${quoted("https://me:pw@acme.dev/?t=1")}.`, 'has "https://***@acme.dev/?…".', "has …."],
        ["a user name with a password", () => `has ${quoted("me:pw@acme.dev")}.`, 'has "***@acme.dev".', "has …."],
        ["a host and port", () => `has ${quoted("acme.dev:443")}.`, 'has "acme.dev:443".', "has …."],
        ["a mail address before a colon", () => `has ${quoted("me@acme.dev: a")}.`, 'has "me@acme.dev: a".', "has …."],
        ["a character outside the basic plane", () => `is ${value("😀")}.`, "is 😀.", "is …."],
        ["the marks in a value", () => `is ${value("a\ufdd1b\ufdd0c")}.`, "is a\\u{fdd1}b\\u{fdd0}c.", "is …."],
    ] as const) {
        it(`prints or hides ${name}`, () => assert.deepEqual(texts(problem()), [shown, hidden]));
    }
});
