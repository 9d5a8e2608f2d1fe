import * as assert from "node:assert/strict";
import { describe, it } from "mocha";
import { unknown } from "../../src/api/testing";
import {
    ATTRIBUTE_SCOPES,
    isSignInFlow,
    OAUTH_FLOWS,
    SYSTEM_SCOPES,
    scopeDefect,
    USER_ADMIN_SCOPE,
    usesCodeFlow,
} from "../../src/cognito/oauth";
import { readClient } from "../../src/core/client";
import { UnknownValueError } from "../../src/core/properties";

describe("isSignInFlow", () => {
    it("accepts the flows with a callback URL", () => assert.deepEqual(OAUTH_FLOWS.filter(isSignInFlow), ["code", "implicit"]));
    it("rejects other names", () => assert.equal(isSignInFlow("token"), false));
});

describe("usesCodeFlow", () => {
    it("accepts the flow code with allowedOauthFlowsUserPoolClient", () => {
        assert.equal(usesCodeFlow({ allowedOauthFlowsUserPoolClient: true, allowedOauthFlows: ["implicit", "code"] }), true);
    });
    it("rejects other flows, and code without allowedOauthFlowsUserPoolClient", () => {
        for (const allowedOauthFlows of [undefined, ["implicit"], ["client_credentials"]])
            assert.equal(usesCodeFlow({ allowedOauthFlowsUserPoolClient: true, allowedOauthFlows }), false);
        assert.equal(usesCodeFlow({ allowedOauthFlowsUserPoolClient: false, allowedOauthFlows: ["code"] }), false);
        assert.equal(usesCodeFlow({ allowedOauthFlows: ["code"] }), false);
    });
    it("throws if the flow may be an unknown one", () => {
        const client = readClient({ allowedOauthFlowsUserPoolClient: true, allowedOauthFlows: [unknown] });
        assert.throws(() => usesCodeFlow(client), UnknownValueError);
    });
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
