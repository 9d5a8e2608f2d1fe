import * as assert from "node:assert/strict";
import { describe, it } from "mocha";
import { describeOptions, optionsSnippet } from "../../../scripts/docs/options";
import type { Rule } from "../../../src/core/rule";

const rule = {
    name: "limit-orders",
    level: "disabled",
    options: {
        maxMinutes: { type: "integer", minimum: 1, default: 60, description: "Maximum in minutes." },
        grace: { type: "integer", minimum: 0, maximum: 60, default: 10, description: "Grace period." },
        hosts: { type: "array", items: { type: "string" }, default: ["acme.dev"], description: "Allowed hosts." },
        others: { type: "array", default: [], description: "Others." },
        strict: { type: "boolean", default: false, description: "Whether to be strict." },
    },
} as unknown as Rule;

describe("optionsSnippet", () => {
    it("prints the defaults and a level that enables the rule", () => {
        assert.equal(
            optionsSnippet(rule),
            `{
    "limit-orders": {
        "enforcementLevel": "advisory",
        "maxMinutes": 60,
        "grace": 10,
        "hosts": ["acme.dev"],
        "others": [],
        "strict": false
    }
}`,
        );
    });

    it("prints the default level of a rule that is not disabled", () => {
        const mandatory = { name: "valid-orders", level: "mandatory" } as Rule;
        assert.equal(optionsSnippet(mandatory), '{\n    "valid-orders": {\n        "enforcementLevel": "mandatory"\n    }\n}');
    });
});

describe("describeOptions", () => {
    it("describes types, limits and defaults", () => {
        assert.deepEqual(
            describeOptions(rule).map(({ name, type, defaultValue }) => [name, type, defaultValue]),
            [
                ["maxMinutes", "integer, at least 1", "60"],
                ["grace", "integer from 0 to 60", "10"],
                ["hosts", "list of strings", '["acme.dev"]'],
                ["others", "list", "[]"],
                ["strict", "boolean", "false"],
            ],
        );
        assert.equal(describeOptions(rule)[0]?.description, "Maximum in minutes.");
    });

    it("is empty for a rule without options", () => assert.deepEqual(describeOptions({} as Rule), []));
});
