import * as assert from "node:assert/strict";
import { describe, it } from "mocha";
import preset from "../../presets/remediate.json";
import { applyConfig, type Config } from "../../src/cli/config/config";
import { selectRules } from "../../src/cli/select-fixes";
import { rules } from "../../src/rules";
import { userErrors } from "../support/check";

function select(config: Config, names?: readonly string[]) {
    const { rules: selected, warnings } = selectRules(applyConfig(rules, config), names);
    return { names: selected.map(({ rule }) => rule.name).sort(), warnings };
}

const PRESET = Object.keys(preset).sort();
const ERRORS = "require-prevent-user-existence-errors";

describe("the rules to fix", () => {
    it("are those of the preset", () => {
        assert.deepEqual(select({}), { names: PRESET, warnings: [] });
    });

    it("include those at level remediate", () => {
        assert.deepEqual(select({ "no-implicit-flow": "remediate", [ERRORS]: "advisory" }).names, [...PRESET, "no-implicit-flow"].sort());
        const fixable = rules.filter(({ fix }) => fix).map(({ name }) => name);
        assert.deepEqual(select({ all: "remediate" }).names, fixable.sort());
    });

    it("are not those that are disabled", () => {
        assert.deepEqual(select({ [ERRORS]: "disabled" }), { names: PRESET.filter(name => name !== ERRORS), warnings: [] });
        assert.deepEqual(select({ all: "disabled" }), { names: [], warnings: [] });
    });

    it("are those with the given names", () => {
        assert.deepEqual(select({}, ["no-implicit-flow", ERRORS]), { names: ["no-implicit-flow", ERRORS], warnings: [] });
    });

    it("are those whose names match and that have a fix", () => {
        assert.deepEqual(select({}, ["no-*"]).names, [
            "no-implicit-flow",
            "no-legacy-auth-flows",
            "no-pinpoint-analytics",
            "no-shared-user-data",
            "no-uppercase-redirect-hosts",
        ]);
    });

    it("are not those that are named and disabled, with a warning", () => {
        const warnings = [`${ERRORS} is disabled; a level in the configuration enables it`];
        assert.deepEqual(select({ [ERRORS]: "disabled" }, [ERRORS, "no-implicit-flow"]), { names: ["no-implicit-flow"], warnings });
        assert.deepEqual(select({ [ERRORS]: "disabled" }, ["require-prevent-*"]), { names: [], warnings: [] });
    });

    it("keep their options", () => {
        const exempt = [{ resource: "web", reason: "kept" }];
        const { rules: selected } = selectRules(applyConfig(rules, { [ERRORS]: { exempt } }), [ERRORS]);
        assert.deepEqual(
            selected.map(({ options }) => options),
            [{ exempt }],
        );
    });

    it("must exist", () => {
        const errors = userErrors(() => select({}, ["no-implicit-flows", "x", ERRORS]));
        assert.deepEqual(errors, [
            'unknown rule "no-implicit-flows"; did you mean no-implicit-flow?',
            'unknown rule "x"; the command `rules` lists the rules.',
        ]);
    });

    it("must have a fix", () => {
        const errors = userErrors(() => select({}, ["valid-name", "limit-*", ERRORS]));
        const hint = "the command `rules` lists the rules that have one.";
        assert.deepEqual(errors, [`"valid-name" has no fix; ${hint}`, `"limit-*" has no fix; ${hint}`]);
    });
});
