import * as assert from "node:assert/strict";
import { describe, it } from "mocha";
import { printValues } from "../../../src/core/values";
import { invalidNames } from "../../../src/rules/shared/invalid-names";
import { suggest } from "../../../src/rules/shared/suggestions";

const message = (names: readonly string[], areHidden = false) => {
    const hintFor = (name: string) => suggest(name === "tokn" ? "token" : undefined);
    return printValues(invalidNames(names, hintFor, "an OAuth flow", "OAuth flows"), areHidden);
};

describe("invalidNames", () => {
    for (const [title, names, expected, hidden] of [
        ["one name", ["password"], 'has "password", which is not an OAuth flow.', "has …, which is not an OAuth flow."],
        [
            "a name with a suggestion",
            ["tokn"],
            'has "tokn", which is not an OAuth flow (did you mean token?).',
            "has …, which is not an OAuth flow (did you mean …?).",
        ],
        [
            "an invisible character",
            ["code\u200b"],
            'has "code\\u{200b}", which is not an OAuth flow.',
            "has …, which is not an OAuth flow.",
        ],
        [
            "several names",
            ["password", "tokn"],
            'has "password" and "tokn" (did you mean token?), which are not OAuth flows.',
            "has … and … (did you mean …?), which are not OAuth flows.",
        ],
    ] as const) {
        it(`describes ${title}`, () => assert.equal(message(names), expected));
        it(`describes ${title} without values`, () => assert.equal(message(names, true), hidden));
    }
});
