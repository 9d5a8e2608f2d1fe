import * as assert from "node:assert/strict";
import { describe, it } from "mocha";
import { instructionsFor } from "../../../src/programs/edit/instructions";

const CHANGES = { preventUserExistenceErrors: "ENABLED", explicitAuthFlows: ["A", "B"], enableTokenRevocation: true };

describe("instructions", () => {
    for (const [file, expected] of [
        [
            "__main__.py",
            'Write `prevent_user_existence_errors="ENABLED"`. Write `explicit_auth_flows=["A", "B"]`. Write `enable_token_revocation=True`.',
        ],
        [
            "index.ts",
            'Write `preventUserExistenceErrors: "ENABLED"`. Write `explicitAuthFlows: ["A", "B"]`. Write `enableTokenRevocation: true`.',
        ],
        [
            "index.mjs",
            'Write `preventUserExistenceErrors: "ENABLED"`. Write `explicitAuthFlows: ["A", "B"]`. Write `enableTokenRevocation: true`.',
        ],
        [
            "Pulumi.yaml",
            "Write `preventUserExistenceErrors: ENABLED`. Write `explicitAuthFlows: [A, B]`. Write `enableTokenRevocation: true`.",
        ],
        ["main.go", "Write `preventUserExistenceErrors: ENABLED`. Write `explicitAuthFlows: [A, B]`. Write `enableTokenRevocation: true`."],
    ] as const) {
        it(`are in the language of ${file}`, () => assert.equal(instructionsFor(CHANGES, {}, file), expected));
    }

    it("name the block of a member", () => {
        const changes = { analyticsConfiguration: { userDataShared: false } };
        const props = { analyticsConfiguration: { userDataShared: true } };
        assert.equal(instructionsFor(changes, props, "a.py"), "Write `user_data_shared=False` in `analytics_configuration`.");
        assert.equal(instructionsFor(changes, props, "a.ts"), "Write `userDataShared: false` in `analyticsConfiguration`.");
    });

    it("have a new block as a whole", () => {
        const changes = { refreshTokenRotation: { feature: "ENABLED", retryGracePeriodSeconds: 10 } };
        const python = 'Write `refresh_token_rotation={"feature": "ENABLED", "retry_grace_period_seconds": 10}`.';
        assert.equal(instructionsFor(changes, {}, "a.py"), python);
        const typescript = 'Write `refreshTokenRotation: { feature: "ENABLED", retryGracePeriodSeconds: 10 }`.';
        assert.equal(instructionsFor(changes, {}, "a.ts"), typescript);
        assert.equal(
            instructionsFor(changes, {}, "a.cs"),
            "Write `refreshTokenRotation: { feature: ENABLED, retryGracePeriodSeconds: 10 }`.",
        );
    });

    it("say what to remove", () => {
        assert.equal(instructionsFor({ analyticsConfiguration: undefined }, {}, "a.py"), "Remove `analytics_configuration`.");
        assert.equal(instructionsFor({ a: { b: undefined } }, { a: { b: 1 } }, "a.go"), "Remove `b` in `a`.");
    });
});
