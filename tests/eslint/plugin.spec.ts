import * as assert from "node:assert/strict";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { Linter } from "eslint";
import { describe, it } from "mocha";
import cognito from "../../src/api/eslint";
import { optionsOf } from "../../src/core/options";
import { rules } from "../../src/rules";
import { PACKAGE_FOLDER, packageInfo } from "../../src/util/package-info";
import { lint, PREFIX } from "./lint";

const remediate: object = JSON.parse(readFileSync(join(PACKAGE_FOLDER, "presets/remediate.json"), "utf8"));

describe("the ESLint plugin", () => {
    it("has the name and the version of the package", () => {
        const { name, version } = packageInfo();
        assert.deepEqual(cognito.meta, { name, version, namespace: name });
    });

    it("is exported by the package with types", () => {
        const { exports } = JSON.parse(readFileSync(join(PACKAGE_FOLDER, "package.json"), "utf8"));
        const { types, default: module } = exports["./eslint"];
        assert.deepEqual([types, module], ["./dist/api/eslint.d.ts", "./dist/api/eslint.js"]);
        assert.ok(existsSync(join(PACKAGE_FOLDER, "src/api/eslint.ts")));
    });

    it("has a rule for each policy", () => {
        assert.deepEqual(
            Object.keys(cognito.rules),
            rules.map(({ name }) => name),
        );
    });

    for (const rule of rules) {
        const { meta } = cognito.rules[rule.name] ?? assert.fail(rule.name);

        it(`documents ${rule.name}`, () => {
            const { description, url, level, category } = rule;
            assert.deepEqual(meta.docs, { description, url, recommended: level !== "disabled" });
            assert.equal(meta.type, category === "limits" ? "suggestion" : "problem");
            const isSafe = Object.hasOwn(remediate, rule.name);
            assert.deepEqual([meta.fixable, meta.hasSuggestions], [isSafe ? "code" : undefined, Boolean(rule.fix && !isSafe) || undefined]);
        });

        it(`accepts the defaults of ${rule.name} as options, and no others`, () => {
            const defaults = Object.fromEntries(Object.entries(optionsOf(rule)).map(([name, schema]) => [name, schema.default]));
            assert.deepEqual(lint("", { rules: { [rule.name]: defaults } }), []);
            assert.throws(() => lint("", { rules: { [rule.name]: { ...defaults, other: 1 } } }), /Unexpected property "other"/);
        });
    }

    for (const [rule, options, error] of [
        ["limit-access-token-validity", { maxMinutes: 0 }, /maxMinutes|>= 1/],
        ["limit-oauth-scopes", { allowedScopes: "openid" }, /should be array/],
        ["no-implicit-flow", { exempt: [{ resource: "web" }] }, /should have required property 'reason'/],
        ["no-implicit-flow", { exempt: [{ resource: "web", reason: "old", until: "31 March 2027" }] }, /should match format "date"/],
        ["no-implicit-flow", { level: "mandatory" }, /Unexpected property "level"/],
    ] as const) {
        it(`rejects ${JSON.stringify(options)} for ${rule}`, () => {
            assert.throws(() => lint("", { rules: { [rule]: options } }), error);
        });
    }

    it("recommends mandatory policies as errors and advisory ones as warnings", () => {
        const { recommended } = cognito.configs;
        const severities = { mandatory: "error", advisory: "warn", disabled: "off" };
        assert.equal(recommended.name, "pulumi-policy-aws-cognito/recommended");
        assert.deepEqual(recommended.rules, Object.fromEntries(rules.map(({ name, level }) => [PREFIX + name, severities[level]])));
    });

    it("has the preset strict as a configuration", () => {
        const { strict } = cognito.configs;
        const { all, ...preset } = JSON.parse(readFileSync(join(PACKAGE_FOLDER, "presets/strict.json"), "utf8"));
        assert.equal(all, "mandatory");
        assert.equal(strict.name, "pulumi-policy-aws-cognito/strict");
        assert.deepEqual(
            strict.rules,
            Object.fromEntries(rules.map(({ name }) => [PREFIX + name, preset[name] ? ["error", preset[name]] : "error"])),
        );
        assert.deepEqual(strict.rules[`${PREFIX}limit-access-token-validity`], ["error", { maxMinutes: 15 }]);
    });

    it("does not make ESLint check files for which no parser is set", () => {
        const linter = new Linter();
        for (const config of [cognito.configs.recommended, cognito.configs.strict]) {
            const [message, ...others] = linter.verify("a: 1", config as Linter.Config, "Pulumi.yaml");
            assert.match(message?.message ?? "", /No matching configuration found for Pulumi\.yaml/);
            assert.equal(others.length, 0);
        }
    });
});
