import * as assert from "node:assert/strict";
import { describe, it } from "mocha";
import { unknown } from "../../src/api/testing";
import {
    authSessionDuration,
    isRejectedAuthSession,
    isRejectedLifetime,
    lifetimeDefect,
    outlastsRefreshToken,
    TOKENS,
    tokenLifetime,
    UNITS,
} from "../../src/cognito/validity";
import { readClient } from "../../src/core/client";
import { UnknownValueError } from "../../src/core/properties";

describe("tokenLifetime", () => {
    it("returns the defaults of an unset value: 1 hour, 1 hour and 30 days", () => {
        assert.deepEqual(
            TOKENS.map(token => tokenLifetime({}, token)),
            [3600, 3600, 2592000],
        );
    });

    it("applies the default units: hours, hours and days", () => {
        const client = { accessTokenValidity: 2, idTokenValidity: 3, refreshTokenValidity: 4 };
        assert.deepEqual(
            TOKENS.map(token => tokenLifetime(client, token)),
            [7200, 10800, 345600],
        );
    });

    it("converts every unit", () => {
        assert.deepEqual(
            UNITS.map(unit => tokenLifetime({ idTokenValidity: 2, tokenValidityUnits: { idToken: unit } }, "idToken")),
            [2, 120, 7200, 172800],
        );
    });

    it("ignores the units of other tokens", () => {
        assert.equal(tokenLifetime({ idTokenValidity: 2, tokenValidityUnits: { accessToken: "days" } }, "idToken"), 7200);
        assert.equal(tokenLifetime({ tokenValidityUnits: { accessToken: "days" } }, "idToken"), 3600);
    });

    it("returns undefined for an unknown unit", () => {
        for (const unit of ["Hours", "weeks", "constructor", ""])
            assert.equal(tokenLifetime({ idTokenValidity: 2, tokenValidityUnits: { idToken: unit } }, "idToken"), undefined, unit);
    });

    it("returns undefined for a unit without a value", () => {
        assert.equal(tokenLifetime({ tokenValidityUnits: { idToken: "minutes" } }, "idToken"), undefined);
        assert.equal(tokenLifetime({ tokenValidityUnits: { refreshToken: "hours" } }, "refreshToken"), undefined);
    });

    it("returns the default of an unset value for the default unit", () => {
        const tokenValidityUnits = { accessToken: "hours", idToken: "hours", refreshToken: "days" };
        assert.deepEqual(
            TOKENS.map(token => tokenLifetime({ tokenValidityUnits }, token)),
            [3600, 3600, 2592000],
        );
    });

    it("does not treat zero as unset", () => assert.equal(tokenLifetime({ refreshTokenValidity: 0 }, "refreshToken"), 0));
});

describe("lifetimeDefect", () => {
    for (const [token, value, unit, defect] of [
        ["accessToken", undefined, "seconds", undefined],
        ["accessToken", 300, "seconds", undefined],
        ["accessToken", 299, "seconds", "range"],
        ["accessToken", 1, "days", undefined],
        ["accessToken", 86401, "seconds", "range"],
        ["accessToken", 0, "hours", "range"],
        ["accessToken", -1, "hours", "range"],
        ["idToken", 5, "minutes", undefined],
        ["idToken", 4, "minutes", "range"],
        ["idToken", 24, undefined, undefined],
        ["idToken", 25, undefined, "range"],
        ["idToken", 1.5, "hours", "fraction"],
        ["refreshToken", 60, "minutes", undefined],
        ["refreshToken", 59, "minutes", "range"],
        ["refreshToken", 3650, undefined, undefined],
        ["refreshToken", 315360001, "seconds", "range"],
        ["refreshToken", 0, "weeks", "zero"],
        ["refreshToken", 0.5, "weeks", "fraction"],
        ["refreshToken", 99999, "weeks", undefined],
    ] as const) {
        it(`returns ${defect} for ${value} ${unit} of the ${token}`, () => {
            assert.equal(lifetimeDefect({ [`${token}Validity`]: value, tokenValidityUnits: { [token]: unit } }, token), defect);
        });
    }
});

describe("outlastsRefreshToken", () => {
    const HOURS = { accessToken: "hours", idToken: "hours", refreshToken: "hours" };

    for (const [name, client, expected] of [
        ["equal lifetimes", { accessTokenValidity: 2, refreshTokenValidity: 2, tokenValidityUnits: HOURS }, false],
        ["a shorter refresh token", { accessTokenValidity: 3, refreshTokenValidity: 2, tokenValidityUnits: HOURS }, true],
        ["the defaults", {}, false],
        ["the default refresh token", { accessTokenValidity: 24 }, false],
        ["a refresh token with a defect", { accessTokenValidity: 24, refreshTokenValidity: 0 }, false],
        ["a refresh token in an unknown unit", { accessTokenValidity: 24, tokenValidityUnits: { refreshToken: "weeks" } }, false],
        ["an access token with a defect", { accessTokenValidity: 25, refreshTokenValidity: 1 }, false],
        ["the minimum of a refresh token that is unknown", { accessTokenValidity: 1, refreshTokenValidity: unknown }, false],
    ] as const) {
        it(`returns ${expected} for ${name}`, () => assert.equal(outlastsRefreshToken(readClient(client), "accessToken"), expected));
    }

    it("throws for an unknown refresh token that may be shorter", () => {
        const client = readClient({ accessTokenValidity: 2, refreshTokenValidity: unknown });
        assert.throws(() => outlastsRefreshToken(client, "accessToken"), new UnknownValueError("refreshTokenValidity"));
    });
});

describe("isRejectedLifetime", () => {
    it("accepts the defaults and lifetimes within the limits", () => {
        for (const token of TOKENS) assert.equal(isRejectedLifetime({ refreshTokenValidity: 1, idTokenValidity: 24 }, token), false, token);
    });
    it("rejects a lifetime with a defect, and one that is longer than the refresh token", () => {
        assert.equal(isRejectedLifetime({ idTokenValidity: 25 }, "idToken"), true);
        const client = { idTokenValidity: 24, refreshTokenValidity: 60, tokenValidityUnits: { idToken: "hours", refreshToken: "minutes" } };
        assert.equal(isRejectedLifetime(client, "idToken"), true);
        assert.equal(isRejectedLifetime(client, "refreshToken"), false);
    });
});

describe("isRejectedAuthSession", () => {
    it("accepts the default, and 3 to 15 minutes", () => {
        for (const authSessionValidity of [undefined, 3, 15]) assert.equal(isRejectedAuthSession({ authSessionValidity }), false);
    });
    it("rejects other numbers", () => {
        for (const authSessionValidity of [-3, 0, 2, 3.5, 16]) assert.equal(isRejectedAuthSession({ authSessionValidity }), true);
    });
});

describe("authSessionDuration", () => {
    it("is 3 minutes by default", () => assert.equal(authSessionDuration({}), 180));
    it("converts minutes", () => assert.equal(authSessionDuration({ authSessionValidity: 5 }), 300));
});
