import * as assert from "node:assert/strict";
import { describe, it } from "mocha";
import { ATTRIBUTE_SCOPES, isSignInFlow, OAUTH_FLOWS, SYSTEM_SCOPES, scopeDefect, USER_ADMIN_SCOPE } from "../../src/cognito/oauth";

describe("isSignInFlow", () => {
    it("accepts the flows with a callback URL", () => assert.deepEqual(OAUTH_FLOWS.filter(isSignInFlow), ["code", "implicit"]));
    it("rejects other names", () => assert.equal(isSignInFlow("token"), false));
});

describe("SYSTEM_SCOPES", () => {
    it("has five scopes", () => assert.deepEqual(SYSTEM_SCOPES, ["openid", ...ATTRIBUTE_SCOPES, USER_ADMIN_SCOPE]));
});

describe("scopeDefect", () => {
    const longest = `${"a".repeat(254)}/b`;

    for (const scope of [...SYSTEM_SCOPES, "api/read", "https://api.acme.dev/v1/read", "!#[]~/read", longest]) {
        it(`accepts ${scope.slice(0, 40)}`, () => assert.equal(scopeDefect(scope), undefined));
    }

    for (const [scope, defect] of [
        ["", "length"],
        [`a${longest}`, "length"],
        ["api/réad", "characters"],
        ['api/"read"', "characters"],
        ["api\\read", "characters"],
        ["api/read\n", "characters"],
        ["read", "unknown"],
        ["OpenID", "unknown"],
        ["api/", "unknown"],
        ["/read", "unknown"],
        ["openid email", "several"],
        ["openid,email", "several"],
        ["api/read, api/write", "several"],
        ["openid no-such", "characters"],
        ["openid ", "characters"],
    ] as const) {
        it(`rejects ${JSON.stringify(scope.slice(0, 40))} as ${defect}`, () => assert.equal(scopeDefect(scope), defect));
    }
});
