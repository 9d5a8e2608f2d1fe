import * as assert from "node:assert/strict";
import { describe, it } from "mocha";
import { copyOf, overlay } from "../../../src/programs/edit/properties";
import { UNKNOWN } from "../../../src/programs/evaluate";

/** An object in an object, 5,000 deep. */
function nested(): object {
    let value: object = {};
    for (let depth = 0; depth < 5000; depth++) value = { value };
    return value;
}

describe("copyOf", () => {
    it("copies the properties and their blocks, which a fix changes", () => {
        const props = { name: "web", tokenValidityUnits: { accessToken: "minutes" } };
        const copy = copyOf(props);
        Object.assign(copy.tokenValidityUnits as object, { accessToken: "hours" });
        copy.name = "app";
        assert.deepEqual(props, { name: "web", tokenValidityUnits: { accessToken: "minutes" } });
    });

    it("copies what is nested deeply", () => assert.equal(Object.keys(copyOf({ analyticsConfiguration: nested() })).length, 1));
});

describe("overlay", () => {
    it("takes a value from the stack only where the program computes it", () => {
        const inStack = { name: "deployed", region: "eu-west-1", callbackUrls: ["https://acme.dev"] };
        assert.deepEqual(overlay({ name: "web", callbackUrls: UNKNOWN, logoutUrls: UNKNOWN }, inStack), {
            name: "web",
            callbackUrls: ["https://acme.dev"],
        });
    });

    it("takes what is nested deeply", () => {
        assert.deepEqual(Object.keys(overlay({ analyticsConfiguration: UNKNOWN }, { analyticsConfiguration: nested() })), [
            "analyticsConfiguration",
        ]);
    });
});
