import * as assert from "node:assert/strict";
import { describe, it } from "mocha";
import { stackPrefixOf } from "../../src/stacks/resources";
import { urnOf } from "../support/check";

describe("stackPrefixOf", () => {
    for (const [text, expected] of [
        [urnOf("web"), "urn:pulumi:dev::shop::"],
        ["urn:pulumi:dev::shop::*", "urn:pulumi:dev::shop::"],
        ["urn:pulumi:dev::shop:", undefined],
        ["urn:pulumi:dev::*", undefined],
        ["urn:pulumi:*::web", undefined],
        ["*urn:pulumi:dev::shop::*", undefined],
        ["web", undefined],
    ] as const) {
        it(`returns ${expected} for ${text}`, () => assert.equal(stackPrefixOf(text), expected));
    }
});
