import * as assert from "node:assert/strict";
import { describe, it } from "mocha";
import { applyFix, type Secrets } from "../../src/core/fix";
import type { Patch } from "../../src/core/rule";

/** Secrets in a form of their own, since applyFix knows none. */
class Sealed {
    constructor(readonly value: unknown) {}
}
const SECRETS: Secrets = { open: value => (value instanceof Sealed ? value : undefined), seal: value => new Sealed(value) };

function fixed(props: Record<string, unknown>, patch: Patch): object {
    applyFix(props, patch, SECRETS);
    return props;
}

describe("applyFix", () => {
    it("sets, replaces and deletes properties", () => {
        assert.deepEqual(fixed({ name: "a", region: "b" }, { name: "c", region: undefined, generateSecret: true, userPoolId: undefined }), {
            name: "c",
            generateSecret: true,
        });
    });

    it("merges a block into an existing one", () => {
        const analyticsConfiguration = { roleArn: "unknown", userDataShared: true };
        assert.deepEqual(fixed({ analyticsConfiguration }, { analyticsConfiguration: { userDataShared: false } }), {
            analyticsConfiguration: { roleArn: "unknown", userDataShared: false },
        });
    });

    it("deletes a member of a block", () => {
        const props = { tokenValidityUnits: { idToken: "hours", refreshToken: "days" } };
        assert.deepEqual(fixed(props, { tokenValidityUnits: { idToken: undefined } }), { tokenValidityUnits: { refreshToken: "days" } });
    });

    it("sets a missing block", () => {
        const refreshTokenRotation = { feature: "DISABLED" };
        assert.deepEqual(fixed({}, { refreshTokenRotation }), { refreshTokenRotation });
        assert.deepEqual(fixed({ refreshTokenRotation: null }, { refreshTokenRotation }), { refreshTokenRotation });
    });

    it("replaces a list as a whole", () => {
        assert.deepEqual(fixed({ callbackUrls: ["a:/", "b:/"] }, { callbackUrls: ["c:/"] }), { callbackUrls: ["c:/"] });
    });

    it("changes the object in place, and does not read other properties", () => {
        const props = {
            name: "a",
            get userPoolId(): string {
                throw new Error("unknown");
            },
        };
        assert.equal(fixed(props, { name: "b" }), props);
        assert.equal(props.name, "b");
    });

    it("keeps a secret value secret", () => {
        assert.deepEqual(fixed({ name: new Sealed("a") }, { name: "b" }), { name: new Sealed("b") });
    });

    it("makes a list secret if one of its elements was", () => {
        assert.deepEqual(fixed({ callbackUrls: ["a:/", new Sealed("b:/")] }, { callbackUrls: ["c:/"] }), {
            callbackUrls: new Sealed(["c:/"]),
        });
    });

    it("makes a list secret if a member of one of its elements was", () => {
        const scopes = [{ name: "read" }, { name: new Sealed("write") }];
        assert.deepEqual(fixed({ callbackUrls: scopes }, { callbackUrls: ["c:/"] }), { callbackUrls: new Sealed(["c:/"]) });
    });

    it("merges into a secret block", () => {
        const props = { analyticsConfiguration: new Sealed({ externalId: "shop", userDataShared: true }) };
        assert.deepEqual(fixed(props, { analyticsConfiguration: { userDataShared: false } }), {
            analyticsConfiguration: new Sealed({ externalId: "shop", userDataShared: false }),
        });
    });

    it("merges into a block with a secret member", () => {
        const props = { analyticsConfiguration: { externalId: new Sealed("shop"), userDataShared: new Sealed(true) } };
        assert.deepEqual(fixed(props, { analyticsConfiguration: { userDataShared: false } }), {
            analyticsConfiguration: { externalId: new Sealed("shop"), userDataShared: new Sealed(false) },
        });
    });
});
