import * as assert from "node:assert/strict";
import { describe, it } from "mocha";
import { instructionsFor } from "../../../src/programs/edit/instructions";
import type { LanguageName } from "../../../src/programs/expression";

const CHANGES = { preventUserExistenceErrors: "ENABLED", explicitAuthFlows: ["A", "B"], enableTokenRevocation: true };

const BLOCK = { refreshTokenRotation: { feature: "ENABLED", retryGracePeriodSeconds: 10 } };

/** For each language: several properties, a member of a block, a new block and what is removed. */
const EXPECTED: readonly (readonly [language: LanguageName, properties: string, member: string, block: string, removed: string])[] = [
    [
        "python",
        'Write `prevent_user_existence_errors="ENABLED"`. Write `explicit_auth_flows=["A", "B"]`. Write `enable_token_revocation=True`.',
        "Write `user_data_shared=False` in `analytics_configuration`.",
        'Write `refresh_token_rotation={"feature": "ENABLED", "retry_grace_period_seconds": 10}`.',
        "Remove `analytics_configuration`.",
    ],
    [
        "typescript",
        'Write `preventUserExistenceErrors: "ENABLED"`. Write `explicitAuthFlows: ["A", "B"]`. Write `enableTokenRevocation: true`.',
        "Write `userDataShared: false` in `analyticsConfiguration`.",
        'Write `refreshTokenRotation: { feature: "ENABLED", retryGracePeriodSeconds: 10 }`.',
        "Remove `analyticsConfiguration`.",
    ],
    [
        "yaml",
        "Write `preventUserExistenceErrors: ENABLED`. Write `explicitAuthFlows: [A, B]`. Write `enableTokenRevocation: true`.",
        "Write `userDataShared: false` in `analyticsConfiguration`.",
        "Write `refreshTokenRotation: { feature: ENABLED, retryGracePeriodSeconds: 10 }`.",
        "Remove `analyticsConfiguration`.",
    ],
    [
        "go",
        'Write `PreventUserExistenceErrors: pulumi.String("ENABLED")`. Write `ExplicitAuthFlows: pulumi.StringArray{pulumi.String("A"), pulumi.String("B")}`. Write `EnableTokenRevocation: pulumi.Bool(true)`.',
        "Write `UserDataShared: pulumi.Bool(false)` in `AnalyticsConfiguration`.",
        'Write `RefreshTokenRotation: &cognito.UserPoolClientRefreshTokenRotationArgs{Feature: pulumi.String("ENABLED"), RetryGracePeriodSeconds: pulumi.Int(10)}`.',
        "Remove `AnalyticsConfiguration`.",
    ],
    [
        "java",
        'Write `.preventUserExistenceErrors("ENABLED")`. Write `.explicitAuthFlows("A", "B")`. Write `.enableTokenRevocation(true)`.',
        "Write `.userDataShared(false)` in `analyticsConfiguration`.",
        'Write `.refreshTokenRotation(UserPoolClientRefreshTokenRotationArgs.builder().feature("ENABLED").retryGracePeriodSeconds(10).build())`.',
        "Remove `analyticsConfiguration`.",
    ],
    [
        "csharp",
        'Write `PreventUserExistenceErrors = "ENABLED"`. Write `ExplicitAuthFlows = new[] { "A", "B" }`. Write `EnableTokenRevocation = true`.',
        "Write `UserDataShared = false` in `AnalyticsConfiguration`.",
        'Write `RefreshTokenRotation = new Pulumi.Aws.Cognito.Inputs.UserPoolClientRefreshTokenRotationArgs { Feature = "ENABLED", RetryGracePeriodSeconds = 10 }`.',
        "Remove `AnalyticsConfiguration`.",
    ],
];

describe("instructions", () => {
    for (const [language, properties, member, block, removed] of EXPECTED) {
        it(`say what to write in ${language}`, () => {
            assert.equal(instructionsFor(CHANGES, {}, language), properties);
            const shared = { analyticsConfiguration: { userDataShared: true } };
            assert.equal(instructionsFor({ analyticsConfiguration: { userDataShared: false } }, shared, language), member);
            assert.equal(instructionsFor(BLOCK, {}, language), block);
            assert.equal(instructionsFor({ analyticsConfiguration: undefined }, {}, language), removed);
        });
    }

    it("say what to remove from a block", () => {
        assert.equal(instructionsFor({ a: { b: undefined } }, { a: { b: 1 } }, "go"), "Remove `B` in `A`.");
        assert.equal(instructionsFor({ a: { b: { c: undefined } } }, { a: { b: { c: 1 } } }, "go"), "Remove `C` in `A.B`.");
    });

    it("name the class of a block in a block", () => {
        const expected = "Write `B: &cognito.UserPoolClientABArgs{C: pulumi.Int(1)}` in `A`.";
        assert.equal(instructionsFor({ a: { b: { c: 1 } } }, { a: {} }, "go"), expected);
    });

    it("say that a secret is removed", () => {
        const removed = instructionsFor({ callbackUrls: undefined }, {}, "typescript", "", new Set(["callbackUrls"]));
        assert.equal(removed, "Remove `callbackUrls`.");
    });

    it("do not have the value of a secret", () => {
        const expected = "Change `callbackUrls`, which is a secret.";
        assert.equal(instructionsFor({ callbackUrls: ["https://a"] }, {}, "typescript", "", new Set(["callbackUrls"])), expected);
    });
});
