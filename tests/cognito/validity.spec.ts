import * as assert from "node:assert/strict";
import { describe, it } from "mocha";
import { authSessionDuration, TOKENS, tokenLifetime, UNITS } from "../../src/cognito/validity";

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

describe("authSessionDuration", () => {
    it("is 3 minutes by default", () => assert.equal(authSessionDuration({}), 180));
    it("converts minutes", () => assert.equal(authSessionDuration({ authSessionValidity: 5 }), 300));
});
