import * as assert from "node:assert/strict";
import { describe, it } from "mocha";
import noDefaultSensitiveAttributes from "../../../src/rules/no-default-sensitive-attributes";
import noSensitiveWriteAttributes from "../../../src/rules/no-sensitive-write-attributes";
import { hasSensitiveWord, wordsOption } from "../../../src/rules/shared/sensitive-words";

describe("wordsOption", () => {
    it("is the option of both rules about sensitive attributes", () => {
        for (const { options } of [noDefaultSensitiveAttributes, noSensitiveWriteAttributes]) assert.equal(options?.words, wordsOption);
    });
});

describe("hasSensitiveWord", () => {
    for (const attribute of ["custom:role", "custom:user_role", "custom:userRole", "custom:ROLE", "custom:role2", "dev:custom:role"]) {
        it(`finds a word in ${attribute}`, () => assert.equal(hasSensitiveWord(attribute, ["admin", "Role"]), true));
    }
    for (const attribute of ["role", "custom:parole", "custom:roles", "custom:parOle", "email", "custom:"]) {
        it(`finds no word in ${attribute}`, () => assert.equal(hasSensitiveWord(attribute, ["role"]), false));
    }
    it("finds nothing without words", () => assert.equal(hasSensitiveWord("custom:role", []), false));
});
