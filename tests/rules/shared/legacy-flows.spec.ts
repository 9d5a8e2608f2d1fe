import * as assert from "node:assert/strict";
import { describe, it } from "mocha";
import { printValues } from "../../../src/core/values";
import { withSuccessor } from "../../../src/rules/shared/legacy-flows";

describe("withSuccessor", () => {
    it("adds the current name", () =>
        assert.equal(printValues(withSuccessor("USER_PASSWORD_AUTH"), false), "USER_PASSWORD_AUTH (now ALLOW_USER_PASSWORD_AUTH)"));
    it("is a value", () => assert.equal(printValues(withSuccessor("USER_PASSWORD_AUTH"), true), "…"));
});
