import * as assert from "node:assert/strict";
import { describe, it } from "mocha";
import { attributeDefect, customName, isAttribute, isReadOnly, STANDARD_ATTRIBUTES } from "../../src/cognito/attributes";

describe("STANDARD_ATTRIBUTES", () => {
    it("has the claims of OpenID Connect", () => {
        assert.equal(STANDARD_ATTRIBUTES.length, 20);
        for (const name of ["sub", "email", "email_verified", "address", "updated_at"]) assert.ok(STANDARD_ATTRIBUTES.includes(name), name);
    });
});

describe("isReadOnly", () => {
    it("accepts the attributes that only Cognito writes", () => {
        assert.deepEqual(STANDARD_ATTRIBUTES.filter(isReadOnly), ["email_verified", "phone_number_verified", "sub"]);
    });
    it("rejects a custom attribute of the same name", () => assert.equal(isReadOnly("custom:sub"), false));
});

describe("customName", () => {
    for (const [attribute, name] of [
        ["custom:role", "role"],
        ["dev:custom:role", "role"],
        ["custom:custom:role", "custom:role"],
        ["custom:a\nb", "a\nb"],
        ["custom:", undefined],
        ["dev:role", undefined],
        ["my custom:role", undefined],
        ["email", undefined],
        ["", undefined],
    ] as const) {
        it(`returns ${name} for "${attribute}"`, () => assert.equal(customName(attribute), name));
    }
});

describe("attributeDefect", () => {
    for (const [attribute, defect] of [
        ["email", undefined],
        ["custom:r", undefined],
        [`custom:${"r".repeat(20)}`, undefined],
        [`custom:${"r".repeat(21)}`, "length"],
        [`dev:custom:${"r".repeat(20)}`, undefined],
        [`dev:custom:${"r".repeat(21)}`, "length"],
        [`custom:${"😀".repeat(20)}`, undefined],
        [`custom:${"😀".repeat(21)}`, "length"],
        ["custom:役割", undefined],
        ["custom:e\u0301", undefined],
        ["custom:½€:/+_", undefined],
        ["custom:user role", "characters"],
        ["custom: ", "characters"],
        ["custom:role\n", "characters"],
        ["custom:role\u00a0", "characters"],
        ["custom:role\u200b", "characters"],
        ["custom:", "unknown"],
        ["role", "unknown"],
        ["Email", "unknown"],
        ["", "unknown"],
    ] as const) {
        it(`returns ${defect} for ${JSON.stringify(attribute)}`, () => assert.equal(attributeDefect(attribute), defect));
    }
});

describe("isAttribute", () => {
    it("accepts standard and custom attributes", () => {
        for (const name of [...STANDARD_ATTRIBUTES, "custom:role", "dev:custom:role"]) assert.equal(isAttribute(name), true, name);
    });
    it("rejects other names", () => {
        for (const name of ["", "role", "Email", "custom:", "custom:user role", `custom:${"r".repeat(21)}`, "constructor"])
            assert.equal(isAttribute(name), false, name);
    });
});
