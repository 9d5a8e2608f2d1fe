import * as assert from "node:assert/strict";
import { describe, it } from "mocha";
import { invalidNames } from "../../../src/rules/shared/invalid-names";

const message = (...names: string[]) =>
    invalidNames(names, name => (name === "tokn" ? "token" : undefined), "an OAuth flow", "OAuth flows");

describe("invalidNames", () => {
    it("describes one name", () => assert.equal(message("password"), 'has "password", which is not an OAuth flow.'));
    it("suggests the name that was probably meant", () =>
        assert.equal(message("tokn"), 'has "tokn", which is not an OAuth flow (did you mean token?).'));
    it("escapes invisible characters", () => assert.equal(message("code\u200b"), 'has "code\\u{200b}", which is not an OAuth flow.'));
    it("describes several names", () =>
        assert.equal(message("password", "tokn"), 'has "password" and "tokn" (did you mean token?), which are not OAuth flows.'));
});
