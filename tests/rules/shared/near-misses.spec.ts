import * as assert from "node:assert/strict";
import { describe, it } from "mocha";
import { findMisspelled } from "../../../src/rules/shared/near-misses";

describe("findMisspelled", () => {
    for (const [name, existing] of [
        ["Users", "users"],
        ["USERS", "Users"],
        ["user", "users"],
        ["oders", "orders"],
        ["https://api.acme.dev/order", "https://api.acme.dev/orders"],
        ["https://API.acme.dev/orders", "https://api.acme.dev/orders"],
        ["shop-api", "shop_api"],
        ["größe", "größen"],
    ] as const) {
        it(`finds ${existing} for ${name}`, () => assert.equal(findMisspelled(name, ["other", existing]), existing));
    }

    for (const [name, existing] of [
        ["users", "users"],
        ["users", "orders"],
        ["v1", "v2"],
        ["users2", "users"],
        ["eu", "us"],
        ["https://api.acme.dev/v1/orders", "https://api.acme.dev/v2/orders"],
        ["https://api.acme.dev/orders", "https://api.acme.io/orders"],
        ["https://api.acme.dev/orders", "https://api.acme.dev/users"],
        ["https://api.acme.dev/orders", "https://api.acme.dev/orders/"],
        ["oders-apis", "orders-api"],
        ["", "a"],
    ] as const) {
        it(`does not take ${name} for ${existing}`, () => assert.equal(findMisspelled(name, [existing]), undefined));
    }
});
