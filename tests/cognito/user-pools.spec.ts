import * as assert from "node:assert/strict";
import { describe, it } from "mocha";
import { isMutable, letsAnyoneSignUp } from "../../src/cognito/user-pools";

describe("letsAnyoneSignUp", () => {
    it("is true unless only administrators create users", () => {
        assert.equal(letsAnyoneSignUp({}), true);
        assert.equal(letsAnyoneSignUp({ adminCreateUserConfig: {} }), true);
        assert.equal(letsAnyoneSignUp({ adminCreateUserConfig: { allowAdminCreateUserOnly: false } }), true);
        assert.equal(letsAnyoneSignUp({ adminCreateUserConfig: { allowAdminCreateUserOnly: true } }), false);
    });
});

describe("isMutable", () => {
    it("is false by default", () => {
        assert.deepEqual([isMutable({}), isMutable({ mutable: false }), isMutable({ mutable: true })], [false, false, true]);
    });
});
