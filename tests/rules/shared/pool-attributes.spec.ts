import * as assert from "node:assert/strict";
import { describe, it } from "mocha";
import { client, pool, unknown } from "../../../src/api/testing";
import { UnknownValueError } from "../../../src/core/properties";
import { pairWithPools } from "../../../src/core/user-pools";
import { printValues } from "../../../src/core/values";
import { isRequired, quoteMissing, schemasOf } from "../../../src/rules/shared/pool-attributes";
import { resourcesOf } from "../../../src/testing/test-stack-rule";

function poolWith(...names: unknown[]) {
    const schemas = names.map(name => ({ name: name as string, attributeDataType: "String" }));
    const [web] = pairWithPools(resourcesOf({ users: pool({ schemas }), web: client("users", {}) }, "state"));
    return web?.pool ?? assert.fail();
}

describe("schemasOf", () => {
    const namesOf = (attribute: string, ...names: unknown[]) => schemasOf(poolWith(...names), attribute).map(({ name }) => name);

    it("finds a custom attribute with and without a prefix in the schemas", () => {
        assert.deepEqual(namesOf("custom:team", "team", "role"), ["team"]);
        assert.deepEqual(namesOf("custom:team", "custom:team"), ["custom:team"]);
        assert.deepEqual(namesOf("dev:custom:team", "team"), []);
    });
    it("finds a standard attribute by its name", () => {
        assert.deepEqual(namesOf("email", "email", "custom:email"), ["email"]);
        assert.deepEqual(namesOf("email"), []);
    });
    it("throws if none is known and one may be it", () => {
        assert.deepEqual(namesOf("email", unknown, "email"), ["email"]);
        assert.throws(() => namesOf("name", "email", unknown), new UnknownValueError("users.schemas[1].name"));
    });
});

describe("isRequired", () => {
    it("is true for writable standard attributes alone", () => {
        const required = (name: string, required?: boolean) =>
            isRequired({ name, attributeDataType: "String", ...(required !== undefined && { required }) });
        assert.deepEqual(
            [required("email", true), required("email", false), required("email"), required("team", true), required("sub", true)],
            [true, false, false, false, false],
        );
    });
});

describe("quoteMissing", () => {
    const quoteAll = (attributes: readonly string[], ...names: string[]) =>
        quoteMissing(attributes, poolWith(...names)).map(text => printValues(text, false));

    it("suggests the custom attribute that was probably meant", () => {
        assert.deepEqual(quoteAll(["custom:tenantId", "tenant", "custom:x"], "tenant", "email"), [
            '"custom:tenantId" (did you mean custom:tenant?)',
            '"tenant" (did you mean custom:tenant?)',
            '"custom:x"',
        ]);
        assert.deepEqual(quoteAll(["custom:mail"]), ['"custom:mail"']);
    });
});
