import * as assert from "node:assert/strict";
import { describe, it } from "mocha";
import { unknown } from "../../src/api/testing";
import {
    ATTRIBUTE_SCOPES,
    isRejectedScope,
    isSignInFlow,
    isSystemScope,
    nearestOauthFlow,
    nearestScope,
    OAUTH_FLOWS,
    oauthFlowOf,
    SYSTEM_SCOPES,
    scopeDefect,
    scopesIn,
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
    it("rejects any flow if allowedOauthFlowsUserPoolClient is false, and no code if it is unknown", () => {
        assert.equal(usesCodeFlow(readClient({ allowedOauthFlows: unknown })), false);
        assert.equal(usesCodeFlow(readClient({ allowedOauthFlowsUserPoolClient: unknown, allowedOauthFlows: ["implicit"] })), false);
    });
    it("throws if the flow may be an unknown one", () => {
        const client = readClient({ allowedOauthFlowsUserPoolClient: true, allowedOauthFlows: [unknown] });
        assert.throws(() => usesCodeFlow(client), UnknownValueError);
    });
});

describe("oauthFlowOf", () => {
    for (const [flow, names] of Object.entries({
        code: [
            "code",
            "CODE",
            "ALLOW_AUTH_CODE_FLOW",
            "ALLOW_CODE",
            "AUTH_CODE",
            "authorization_code",
            "AuthorizationCodeGrant",
            "oauth code",
        ],
        implicit: ["implicit", "Implicit", "implicit_grant", "ALLOW_IMPLICIT_FLOW", "implicitFlow"],
        client_credentials: [
            "client_credentials",
            "clientCredentials",
            "client-credentials",
            "client credential",
            "ALLOW_CLIENT_CREDENTIALS_AUTH",
        ],
    })) {
        for (const name of names) it(`returns ${flow} for "${name}"`, () => assert.equal(oauthFlowOf(name), flow));
    }
    for (const name of [
        "",
        "auth",
        "oauth",
        "token",
        "codes",
        "ALLOW_CLIENT_TOKEN_AUTH",
        "ALLOW_CUSTOM_AUTH",
        "promo_code",
        "constructor",
    ]) {
        it(`returns undefined for "${name}"`, () => assert.equal(oauthFlowOf(name), undefined));
    }
});

describe("nearestOauthFlow", () => {
    for (const [name, flow] of [
        ["code", "code"],
        ["codes", "code"],
        ["authorisation_code", "code"],
        ["implict", "implicit"],
        ["token", "implicit"],
        ["client_credentails", "client_credentials"],
        ["password", undefined],
        ["refresh_token", undefined],
        ["", undefined],
    ] as const) {
        it(`returns ${flow} for "${name}"`, () => assert.equal(nearestOauthFlow(name), flow));
    }
});

describe("nearestScope", () => {
    for (const [name, scope] of [
        ["OpenID", "openid"],
        ["e-mail", "email"],
        ["COGNITO_ADMIN", USER_ADMIN_SCOPE],
        ["cognito:signin:user:admin", USER_ADMIN_SCOPE],
        ["aws.cognito.user.admin", USER_ADMIN_SCOPE],
        ["admin", undefined],
        ["address", undefined],
    ] as const) {
        it(`returns ${scope} for ${name}`, () => assert.equal(nearestScope(name), scope));
    }
});

describe("isSystemScope", () => {
    it("accepts the exact names alone", () => {
        assert.ok(SYSTEM_SCOPES.every(isSystemScope));
        for (const scope of ["OpenID", "api/openid", ""]) assert.equal(isSystemScope(scope), false);
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
        ["openid no-such", "several"],
        ["openidemail", "several"],
        ["openid ", "characters"],
        ["pet store/read", "characters"],
        ["offline_access", "offline"],
        ["Offline-Access", "offline"],
        ["offline", "offline"],
        ["offline_accessible", "unknown"],
    ] as const) {
        it(`rejects ${JSON.stringify(scope.slice(0, 40))} as ${defect}`, () => assert.equal(scopeDefect(scope), defect));
    }
});

describe("scopesIn", () => {
    for (const [element, scopes] of [
        ["openid email,profile", ["openid", "email", "profile"]],
        ["openid, openid", ["openid"]],
        ["openid+email", ["openid", "email"]],
        ["openid%20email", ["openid", "email"]],
        ["openid;phone|email", ["openid", "phone", "email"]],
        ['["openid", "email"]', ["openid", "email"]],
        ["openid email offline_access", ["openid", "email", "offline_access"]],
        ["OpenID Email", ["openid", "email"]],
        ["openidemailprofile", ["openid", "email", "profile"]],
        ["openidEmail", ["openid", "email"]],
        ["email_phone", ["email", "phone"]],
        ["profile.email", ["profile", "email"]],
        ["aws.cognito.signin.user.admin openid", ["aws.cognito.signin.user.admin", "openid"]],
        ["api/read api/write", ["api/read", "api/write"]],
        ["api/read,api/write", ["api/read", "api/write"]],
        ["openid,api/read", ["openid", "api/read"]],
        ["https://a.acme.dev/read,https://b.acme.dev/write", ["https://a.acme.dev/read", "https://b.acme.dev/write"]],
    ] as const) {
        it(`splits ${JSON.stringify(element)}`, () => assert.deepEqual(scopesIn(element), scopes));
    }

    for (const element of [
        ...SYSTEM_SCOPES,
        "api/read",
        "api/read,write",
        "a/read,b/write",
        "api/read+write",
        "api,users/read",
        "email+sms/read",
        "pet store/read",
        "OpenID",
        "openid ",
        "email_",
        "awsxcognito.signin.user.adminopenid",
        "phone_number",
        "",
        ",",
    ]) {
        it(`does not split ${JSON.stringify(element)}`, () => assert.equal(scopesIn(element), undefined));
    }
});

describe("isRejectedScope", () => {
    const SERVICE = { allowedOauthFlows: ["client_credentials"] };

    it("accepts scopes that a pool can have", () => {
        for (const scope of ["openid", "api/read"]) assert.equal(isRejectedScope({ allowedOauthFlows: ["code"] }, scope), false);
        assert.equal(isRejectedScope(SERVICE, "api/read"), false);
    });
    it("rejects others, and system scopes with client_credentials", () => {
        assert.equal(isRejectedScope({}, "OpenID"), true);
        assert.equal(isRejectedScope(SERVICE, "openid"), true);
    });
    it("depends on unknown flows for system scopes alone", () => {
        const client = readClient({ allowedOauthFlows: unknown });
        assert.equal(isRejectedScope(client, "api/read"), false);
        assert.equal(isRejectedScope(client, "OpenID"), true);
        assert.throws(() => isRejectedScope(client, "openid"), new UnknownValueError("allowedOauthFlows"));
    });
});
