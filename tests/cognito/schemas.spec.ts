import * as assert from "node:assert/strict";
import { describe, it } from "mocha";
import { attributeOf } from "../../src/cognito/attributes";

describe("attributeOf", () => {
    for (const [schema, attribute] of [
        [{ name: "role" }, "custom:role"],
        [{ name: "custom:role" }, "custom:role"],
        [{ name: "email" }, "custom:email"],
        [{ name: "role", developerOnlyAttribute: true }, "dev:custom:role"],
        [{ name: "dev:custom:role" }, "dev:custom:role"],
        [{ name: "mydev:role" }, "custom:mydev:role"],
        [{}, "custom:"],
    ] as const) {
        it(`returns ${attribute} for ${JSON.stringify(schema)}`, () => assert.equal(attributeOf(schema), attribute));
    }
});
