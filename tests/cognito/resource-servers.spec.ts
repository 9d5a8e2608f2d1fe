import * as assert from "node:assert/strict";
import { describe, it } from "mocha";
import { parseScope } from "../../src/cognito/oauth";

describe("parseScope", () => {
    for (const [scope, parts] of [
        ["openid", { name: "openid" }],
        ["api/read", { identifier: "api", name: "read" }],
        ["https://api.example.org/v1/bags/read", { identifier: "https://api.example.org/v1/bags", name: "read" }],
        ["/read", { identifier: "", name: "read" }],
        ["api/", { identifier: "api", name: "" }],
    ] as const) {
        it(`splits ${scope}`, () => assert.deepEqual(parseScope(scope), parts));
    }
});
