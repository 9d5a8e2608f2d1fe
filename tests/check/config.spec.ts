import * as assert from "node:assert/strict";
import { describe, it } from "mocha";
import { configSchema, settingsFrom } from "../../src/check/config";
import { defineRule, type Rule } from "../../src/rule";
import { rules } from "../../src/rules";
import { problemsOf } from "./harness";

const limit = defineRule({
    name: "limit-age",
    level: "advisory",
    severity: "low",
    description: "Tokens must not grow old.",
    remediation: "Shorten it.",
    url: "https://example.com/",
    options: {
        maxHours: { type: "integer", minimum: 1, default: 24, description: "The longest, in hours." },
        hosts: { type: "array", items: { type: "string", minLength: 1 }, default: [] as string[], description: "Names of hosts." },
    },
    messages: {},
    checks: [],
});
const off: Rule = { ...limit, name: "no-age", level: "disabled", options: undefined };

/** One without options of its own, before the others. */
const other: Rule = { ...off, name: "require-birthday" };

describe("config", () => {
    const settings = (config: object | string) => {
        const text = typeof config === "string" ? config : JSON.stringify(config);
        const [, ...settings] = settingsFrom([other, limit, off], text);
        return settings.map(({ rule, level, options }) => [rule.name, level, options]);
    };

    describe("gives a policy", () => {
        const cases: [
            why: string,
            config: object | string,
            limit: [level: string, options: object],
            off: [level: string, options: object],
        ][] = [
            ["its own level where the file is empty", " \n", ["advisory", {}], ["disabled", {}]],
            ["its own level where nothing is said", {}, ["advisory", {}], ["disabled", {}]],
            ["the level of all", { all: "mandatory" }, ["mandatory", {}], ["mandatory", {}]],
            ["the level of all, as an object", { all: { enforcementLevel: "remediate" } }, ["remediate", {}], ["remediate", {}]],
            ["its own level where all has none", { all: {} }, ["advisory", {}], ["disabled", {}]],
            ["the level of its entry over that of all", { "no-age": "advisory", all: "mandatory" }, ["mandatory", {}], ["advisory", {}]],
            [
                "the level of all where its entry has only options",
                { all: "mandatory", "limit-age": { maxHours: 2 } },
                ["mandatory", { maxHours: 2 }],
                ["mandatory", {}],
            ],
            [
                "the level and the options of its entry",
                { "limit-age": { enforcementLevel: "disabled", maxHours: 1, hosts: ["a"], exempt: [] } },
                ["disabled", { maxHours: 1, hosts: ["a"], exempt: [] }],
                ["disabled", {}],
            ],
        ];
        for (const [why, config, ofLimit, ofOff] of cases) {
            it(why, () =>
                assert.deepEqual(settings(config), [
                    ["limit-age", ...ofLimit],
                    ["no-age", ...ofOff],
                ]),
            );
        }
    });

    describe("refuses", () => {
        const levels = "advisory, mandatory, remediate or disabled";
        const cases: [why: string, config: object | string, ...problems: string[]][] = [
            ["a broken file", '{"all": "mandatory",}', "not JSON at line 1, column 21: expected a name in double quotes, not }."],
            ["a file that is cut off", '{"all": "mand', "it ends too early, at line 1, column 9: was it cut off?"],
            ["a list", [], "it takes an object with a level or options for each policy, not []."],
            ["null", "null", "it takes an object with a level or options for each policy, not null."],
            ["a misspelt policy", { "limit-ages": "advisory" }, "limit-ages: there is no such policy; did you mean limit-age?"],
            ["an unknown policy", { "aws-iam-roles": {} }, "aws-iam-roles: there is no such policy."],
            ["a name that is none", { 'a "b"': {} }, '["a \\"b\\""]: there is no such policy.'],
            ["__proto__", '{"__proto__": {"all": "x"}}', "__proto__: there is no such policy."],
            [
                "names that every object has",
                { constructor: "advisory", all: { toString: 1 } },
                "constructor: there is no such policy.",
                "all.toString: there is no such option; it is one of enforcementLevel.",
            ],
            ["an unknown level", { all: "block" }, `all: it takes ${levels}, not "block".`],
            ["a misspelt level", { "no-age": "mandatry" }, `no-age: it takes ${levels}, not "mandatry"; did you mean mandatory?`],
            [
                "an unknown level beside options",
                { "limit-age": { enforcementLevel: 1, maxHours: 1 } },
                `limit-age.enforcementLevel: it takes ${levels}, not 1.`,
            ],
            [
                "an entry of another type",
                { "limit-age": null, "no-age": true },
                ...[
                    "limit-age: it takes a level, or an object with a level and options, not null.",
                    "no-age: it takes a level, or an object with a level and options, not true.",
                ],
            ],
            ["a misspelt option", { "limit-age": { maxHour: 1 } }, "limit-age.maxHour: there is no such option; did you mean maxHours?"],
            [
                "an unknown option",
                { "no-age": { days: 1 } },
                "no-age.days: there is no such option; it is one of enforcementLevel or exempt.",
            ],
            ["an option for all", { all: { exempt: [] } }, "all.exempt: there is no such option; it is one of enforcementLevel."],
            ["an option of another type", { "limit-age": { maxHours: "2" } }, 'limit-age.maxHours: it takes an integer, not "2".'],
            ["a fraction", { "limit-age": { maxHours: 1.5 } }, "limit-age.maxHours: it takes an integer, not 1.5."],
            [
                "a number out of range",
                { "limit-age": { maxHours: 0 } },
                "limit-age.maxHours: it takes 1 or more, not 0. The longest, in hours.",
            ],
            ["an element of another type", { "limit-age": { hosts: ["a", {}] } }, "limit-age.hosts[1]: it takes a string, not {}."],
            [
                "a long value, in short",
                { "limit-age": { maxHours: "x".repeat(100) } },
                `limit-age.maxHours: it takes an integer, not "${"x".repeat(59)}….`,
            ],
            [
                "a value of the longest that is told",
                { "no-age": { exempt: "x".repeat(58) } },
                `no-age.exempt: it takes an array, not "${"x".repeat(58)}".`,
            ],
            [
                "exemptions that are none",
                { "limit-age": { exempt: [{ resource: "a" }, { resource: "", reason: "b" }, { resource: "a", reason: "b", untill: 1 }] } },
                "limit-age.exempt[0]: reason is missing.",
                'limit-age.exempt[1].resource: it cannot be "". Its name (* stands for any characters) or URN.',
                "limit-age.exempt[2].untill: there is no such property; did you mean until?",
            ],
            [
                "a day that is none",
                { "no-age": { exempt: [{ resource: "a", reason: "b", until: "soon" }] } },
                'no-age.exempt[0].until: it cannot be "soon". The last day on which it holds, as YYYY-MM-DD in UTC.',
            ],
            [
                "an element that has no description",
                { "limit-age": { hosts: ["a", ""] } },
                'limit-age.hosts[1]: it cannot be "". Names of hosts.',
            ],
            [
                "a schema, which editors would like",
                { $schema: "./config.schema.json" },
                '["$schema"]: Pulumi takes none; an editor\'s settings can name the schema.',
            ],
            [
                "names that stand twice",
                '{"no-age": "advisory", "limit-age": {"exempt": [{"reason": "1, 2"}, ["1", {"\\u0061": 1, "a": 2}]]}, "all": {}, "no-age": {}}',
                "limit-age.exempt[1][1].a: it is there twice, and only the last would count.",
                "no-age: it is there twice, and only the last would count.",
            ],
            [
                "all that is wrong at once",
                { "no-ages": {}, "limit-age": { maxHours: "1" } },
                "no-ages: there is no such policy; did you mean no-age?",
                'limit-age.maxHours: it takes an integer, not "1".',
            ],
        ];
        for (const [why, config, ...problems] of cases) {
            it(why, () =>
                assert.deepEqual(
                    problemsOf(() => settings(config)),
                    problems,
                ),
            );
        }
    });

    it("takes every default that the rules have", () => {
        const defaults = rules.map(({ name, level, options = {} }) => {
            const values = Object.entries(options).map(([option, schema]) => [option, (schema as { default: unknown }).default]);
            return [name, { enforcementLevel: level, exempt: [], ...Object.fromEntries(values) }];
        });
        assert.deepEqual(
            problemsOf(() => settingsFrom(rules, JSON.stringify(Object.fromEntries(defaults)))),
            [],
        );
    });

    it("takes a name in several objects, and a value that is a name", () => {
        const text =
            '{"limit-age": {"exempt": [{"resource": "reason", "reason": "resource"}, {"resource": "a", "reason": "a"}]}, "no-age": {"exempt": []}}';
        assert.deepEqual(
            problemsOf(() => settings(text)),
            [],
        );
    });

    it("has a schema that describes every policy", () => {
        const { all, ...policies } = configSchema(rules).properties;
        assert.equal(all?.description, "The level of every policy that has none of its own.");
        assert.deepEqual(
            Object.entries(policies).map(([name, policy]) => [name, policy.description, policy.default]),
            rules.map(({ name, description, level }) => [name, description, level]),
        );
        for (const { examples } of Object.values(policies)) assert.deepEqual(examples, ["advisory", "mandatory", "remediate", "disabled"]);
    });
});
