import * as assert from "node:assert/strict";
import { describe, it } from "mocha";
import { withSuccessor } from "../../../src/rules/shared/legacy-flows";

describe("withSuccessor", () => {
    it("adds the current name", () =>
        assert.equal(withSuccessor("USER_PASSWORD_AUTH"), "USER_PASSWORD_AUTH (now ALLOW_USER_PASSWORD_AUTH)"));
});
