import * as assert from "node:assert/strict";
import { describe, it } from "mocha";
import rule from "../../src/rules/no-ignored-oauth-settings";
import { testRule, unknown, validate } from "../harness";

const { ignored } = rule.messages;
const settings = {
    allowedOauthFlows: ["code"],
    allowedOauthScopes: ["openid"],
    callbackUrls: ["https://acme.io/cb"],
    logoutUrls: ["https://acme.io"],
    defaultRedirectUri: "https://acme.io/cb",
};

testRule(rule, {
    accept: [
        { why: "a client without OAuth", client: {} },
        { why: "a client that turns off what it does not set", client: { allowedOauthFlowsUserPoolClient: false, callbackUrls: [] } },
        { why: "settings with the flag", client: { allowedOauthFlowsUserPoolClient: true, ...settings } },
        { why: "settings with the flag as a string", client: { allowedOauthFlowsUserPoolClient: "true" as never, ...settings } },
        { why: "settings not known yet, with the flag", client: { allowedOauthFlowsUserPoolClient: true, callbackUrls: unknown } },
    ],
    reject: [
        {
            why: "all settings without the flag, in one message",
            client: settings,
            expect: [
                "allowedOauthFlows, allowedOauthScopes, callbackUrls, logoutUrls and defaultRedirectUri have no effect, because allowedOauthFlowsUserPoolClient is not true.",
            ],
        },
        {
            why: "one setting with the flag off",
            client: { allowedOauthFlowsUserPoolClient: false, logoutUrls: ["https://acme.io"], callbackUrls: [] },
            expect: ["logoutUrls has no effect, because allowedOauthFlowsUserPoolClient is not true."],
        },
        {
            why: "a list of which an element is not known yet",
            client: { callbackUrls: [unknown] },
            expect: [ignored(["callbackUrls"])],
        },
        {
            why: "what is known to be set beside what is not",
            client: { allowedOauthFlows: ["code"], callbackUrls: unknown, defaultRedirectUri: unknown, logoutUrls: ["https://acme.io"] },
            expect: [ignored(["allowedOauthFlows", "logoutUrls"])],
            undecided: ["callbackUrls", "defaultRedirectUri"],
        },
    ],
    undecided: [
        {
            why: "the flag",
            client: { ...settings, allowedOauthFlowsUserPoolClient: unknown },
            on: ["allowedOauthFlowsUserPoolClient"],
        },
        { why: "settings not known yet", client: { callbackUrls: unknown }, on: ["callbackUrls"] },
    ],
});

describe(rule.name, () => {
    it("does not take a setting of the wrong type for one not known yet", () => {
        const { violations } = validate(rule, { callbackUrls: "https://acme.io" });
        assert.deepEqual(violations, ["The client could not be judged: callbackUrls takes a list, not a string."]);
    });
});
