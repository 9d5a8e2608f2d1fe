import * as assert from "node:assert/strict";
import { describe, it } from "mocha";
import {
    ADMIN_PASSWORD_FLOWS,
    AUTH_FLOWS,
    CLIENT_TOKEN_FLOW,
    ESSENTIALS_FLOWS,
    isCurrent,
    isLegacy,
    isSignIn,
    nearestAuthFlow,
    PASSWORD_FLOWS,
    REFRESH_FLOW,
    replaceLegacy,
    SUCCESSORS,
} from "../../src/cognito/auth-flows";

const LEGACY = ["ADMIN_NO_SRP_AUTH", "CUSTOM_AUTH_FLOW_ONLY", "USER_PASSWORD_AUTH"];

describe("the names of auth flows", () => {
    it("are legacy or current", () => {
        assert.deepEqual(AUTH_FLOWS.filter(isLegacy), LEGACY);
        assert.deepEqual(
            AUTH_FLOWS.filter(flow => !isLegacy(flow)),
            AUTH_FLOWS.filter(isCurrent),
        );
        assert.equal(isLegacy("ALLOW_SRP"), false);
        assert.equal(isCurrent("ALLOW_SRP"), true);
    });

    it("are 9 current and 3 legacy ones, without duplicates", () => {
        assert.deepEqual([AUTH_FLOWS.filter(isCurrent).length, AUTH_FLOWS.filter(isLegacy).length], [9, 3]);
        assert.equal(new Set(AUTH_FLOWS).size, 12);
    });

    it("include the one of clients without users, and those that need a higher tier", () => {
        for (const flow of [CLIENT_TOKEN_FLOW, REFRESH_FLOW, ...ESSENTIALS_FLOWS]) assert.ok(AUTH_FLOWS.includes(flow), flow);
    });

    it("include the successors of the legacy names and those of the flows with passwords", () => {
        for (const flow of [...SUCCESSORS.values(), ...PASSWORD_FLOWS, ...ADMIN_PASSWORD_FLOWS]) assert.ok(AUTH_FLOWS.includes(flow), flow);
    });
});

describe("isSignIn", () => {
    it("rejects the flows that refresh or exchange tokens, or get them without a user", () => {
        assert.deepEqual(
            AUTH_FLOWS.filter(flow => !isSignIn(flow)),
            ["ALLOW_CLIENT_TOKEN_AUTH", REFRESH_FLOW, "ALLOW_TOKEN_EXCHANGE_DELEGATION", "ALLOW_TOKEN_EXCHANGE_IMPERSONATION"],
        );
    });
    it("rejects names that are not auth flows", () => assert.equal(isSignIn("ALLOW_SRP"), false));
});

describe("nearestAuthFlow", () => {
    it("returns a known name", () => {
        for (const flow of AUTH_FLOWS.filter(isCurrent)) assert.equal(nearestAuthFlow(flow), flow);
    });
    for (const [name, flow] of [
        ["USER_SRP_AUTH", "ALLOW_USER_SRP_AUTH"],
        ["allow_refresh_token_auth", "ALLOW_REFRESH_TOKEN_AUTH"],
        ["ALLOW_ADMIN_NO_SRP_AUTH", "ALLOW_ADMIN_USER_PASSWORD_AUTH"],
        ["ALLOW_CUSTOM_AUTH_FLOW_ONLY", "ALLOW_CUSTOM_AUTH"],
        ["client_token_auth", "ALLOW_CLIENT_TOKEN_AUTH"],
        ["ALLOW_CLIENT_AUTH", undefined],
        ["password", undefined],
        ["", undefined],
    ] as const) {
        it(`returns ${flow} for "${name}"`, () => assert.equal(nearestAuthFlow(name), flow));
    }
});

describe("replaceLegacy", () => {
    it("replaces legacy names", () => {
        assert.deepEqual(replaceLegacy(LEGACY), ["ALLOW_ADMIN_USER_PASSWORD_AUTH", "ALLOW_CUSTOM_AUTH", "ALLOW_USER_PASSWORD_AUTH"]);
    });
    it("keeps other names, and returns duplicates once", () => {
        assert.deepEqual(replaceLegacy(["ALLOW_USER_PASSWORD_AUTH", "SRP", "USER_PASSWORD_AUTH"]), ["ALLOW_USER_PASSWORD_AUTH", "SRP"]);
    });
});
