import * as assert from "node:assert/strict";
import { describe, it } from "mocha";
import { parseConfig } from "../../../src/cli/config/config";
import { configSchema } from "../../../src/cli/config/schema";
import { optionsOf } from "../../../src/core/options";
import { rules } from "../../../src/rules";
import { userErrors } from "../../support/check";

describe("configSchema", () => {
    it("describes every policy", () => {
        const { all, ...policies } = configSchema(rules).properties;
        assert.equal(all?.description, "Enforcement level of every policy without a level of its own.");
        assert.deepEqual(
            Object.entries(policies).map(([name, policy]) => [name, policy.description, policy.default]),
            rules.map(({ name, description, level }) => [name, description, level]),
        );
        for (const { examples } of Object.values(policies)) assert.deepEqual(examples, ["advisory", "mandatory", "remediate", "disabled"]);
    });

    it("accepts the default of every option", () => {
        const defaults = rules.map(rule => {
            const options = Object.entries(optionsOf(rule)).map(([name, schema]) => [name, schema.default]);
            return [rule.name, { enforcementLevel: rule.level, ...Object.fromEntries(options) }];
        });
        assert.deepEqual(
            userErrors(() => parseConfig(rules, JSON.stringify(Object.fromEntries(defaults)))),
            [],
        );
    });
});
