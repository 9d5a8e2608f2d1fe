import * as assert from "node:assert/strict";
import { describe, it } from "mocha";
import { unknown } from "../../src/api/testing";
import { isServiceClient } from "../../src/cognito/clients";
import { readClient } from "../../src/core/client";
import { UnknownValueError } from "../../src/core/properties";

const M2M = { allowedOauthFlowsUserPoolClient: true, allowedOauthFlows: ["client_credentials"] };
const TOKEN = { explicitAuthFlows: ["ALLOW_CLIENT_TOKEN_AUTH"] };

describe("isServiceClient", () => {
    const test = (props: object) => isServiceClient(readClient(props));

    for (const [name, props] of [
        ["client_credentials alone", M2M],
        ["ALLOW_CLIENT_TOKEN_AUTH", TOKEN],
        ["client_credentials with unknown auth flows", { ...M2M, explicitAuthFlows: unknown }],
        [
            "ALLOW_CLIENT_TOKEN_AUTH with unknown OAuth flows",
            { ...TOKEN, allowedOauthFlowsUserPoolClient: true, allowedOauthFlows: unknown },
        ],
    ] as const) {
        it(`is true for ${name}`, () => assert.equal(test(props), true));
    }
    for (const [name, props] of [
        ["unset properties", {}],
        ["client_credentials without the flag", { ...M2M, allowedOauthFlowsUserPoolClient: false }],
        ["client_credentials next to code", { ...M2M, allowedOauthFlows: ["client_credentials", "code"] }],
        ["no OAuth flows", { ...M2M, allowedOauthFlows: [] }],
        ["sign-in flows", { ...M2M, allowedOauthFlows: ["code"], explicitAuthFlows: ["ALLOW_USER_SRP_AUTH"] }],
        ["unknown OAuth flows without the flag", { allowedOauthFlows: unknown }],
        ["an unknown OAuth flow after code", { ...M2M, allowedOauthFlows: ["code", unknown] }],
    ] as const) {
        it(`is false for ${name}`, () => assert.equal(test(props), false));
    }
    for (const [name, props, property] of [
        ["an unknown flag", { ...M2M, allowedOauthFlowsUserPoolClient: unknown }, "allowedOauthFlowsUserPoolClient"],
        ["an unknown OAuth flow", { ...M2M, allowedOauthFlows: ["client_credentials", unknown] }, "allowedOauthFlows[1]"],
        ["an unknown auth flow", { explicitAuthFlows: ["ALLOW_USER_SRP_AUTH", unknown] }, "explicitAuthFlows[1]"],
    ] as const) {
        it(`throws for ${name}`, () => assert.throws(() => test(props), new UnknownValueError(property)));
    }
});
