import * as assert from "node:assert/strict";
import { describe, it } from "mocha";
import { describeUnknownRule, findRules } from "../../src/report/rule-names";
import { userErrors } from "../support/check";
import { ruleWith } from "../support/rules";

const rules = ["be-good", "be-better", "no-harm"].map(name => ruleWith({ name }));

describe("findRules", () => {
    const find = (...names: string[]) => [...findRules(rules, names)].map(({ name }) => name);

    it("finds rules by name or pattern, each once", () => {
        assert.deepEqual(find(), []);
        assert.deepEqual(find("no-harm"), ["no-harm"]);
        assert.deepEqual(find("be-*", "be-good", "*-harm"), ["be-good", "be-better", "no-harm"]);
    });

    it("rejects names that no rule has, with a line for each", () => {
        assert.deepEqual(
            userErrors(() => find("be-goood", "be-good", "limit-*", "toString")),
            [
                'unknown rule "be-goood"; did you mean be-good?',
                'no rule matches "limit-*"; the command `rules` lists the rules.',
                'unknown rule "toString"; the command `rules` lists the rules.',
            ],
        );
    });
});

describe("describeUnknownRule", () => {
    it("suggests a rule for a misspelled pattern", () => {
        assert.equal(describeUnknownRule(rules, "no-harms*"), 'no rule matches "no-harms*"; did you mean no-harm?');
    });
});
