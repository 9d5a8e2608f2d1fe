import * as assert from "node:assert/strict";
import { describe, it } from "mocha";
import { applyPatch, type Secrets } from "../src/patch";
import type { Patch } from "../src/rule";

/** Secrets of a form of their own, to show that the patch knows none. */
class Sealed {
    constructor(readonly value: unknown) {}
}
const SECRETS: Secrets = { open: value => (value instanceof Sealed ? value : undefined), seal: value => new Sealed(value) };

function patched(props: Record<string, unknown>, patch: Patch): object {
    applyPatch(props, patch, SECRETS);
    return props;
}

describe("applyPatch", () => {
    it("sets, replaces and removes", () => {
        assert.deepEqual(patched({ name: "a", region: "b" }, { name: "c", region: undefined, generateSecret: true }), {
            name: "c",
            generateSecret: true,
        });
    });

    it("merges a block into the one that is there", () => {
        const props = { analyticsConfiguration: { roleArn: "unknown", userDataShared: true } };
        assert.deepEqual(patched(props, { analyticsConfiguration: { userDataShared: false } }), {
            analyticsConfiguration: { roleArn: "unknown", userDataShared: false },
        });
    });

    it("sets a block where none is", () => {
        assert.deepEqual(patched({}, { refreshTokenRotation: { feature: "DISABLED" } }), { refreshTokenRotation: { feature: "DISABLED" } });
    });

    it("replaces a list as a whole", () => {
        assert.deepEqual(patched({ callbackUrls: ["a:/", "b:/"] }, { callbackUrls: ["c:/"] }), { callbackUrls: ["c:/"] });
    });

    it("keeps a secret one", () => {
        assert.deepEqual(patched({ name: new Sealed("a") }, { name: "b" }), { name: new Sealed("b") });
    });

    it("keeps a list that holds a secret one", () => {
        assert.deepEqual(patched({ callbackUrls: ["a:/", new Sealed("b:/")] }, { callbackUrls: ["c:/"] }), {
            callbackUrls: new Sealed(["c:/"]),
        });
    });

    it("merges into a block that is a secret", () => {
        const props = { analyticsConfiguration: new Sealed({ externalId: "shop", userDataShared: true }) };
        assert.deepEqual(patched(props, { analyticsConfiguration: { userDataShared: false } }), {
            analyticsConfiguration: new Sealed({ externalId: "shop", userDataShared: false }),
        });
    });
});
