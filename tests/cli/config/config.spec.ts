import * as assert from "node:assert/strict";
import { describe, it } from "mocha";
import { applyConfig, parseConfig } from "../../../src/cli/config/config";
import { userErrors } from "../../support/check";
import { ruleWith } from "../../support/rules";

const limit = ruleWith({
    name: "limit-age",
    level: "advisory",
    options: {
        maxHours: { type: "integer", minimum: 1, default: 24, description: "Maximum age in hours." },
        hosts: { type: "array", items: { type: "string", minLength: 1 }, default: [], description: "Names of hosts." },
        unit: { type: "string", pattern: "^[a-z]+$", default: "hours", description: "Unit in lower case." },
    },
});
const disabled = ruleWith({ name: "no-age", level: "disabled" });

/** A rule before the others, without options of its own. */
const other = ruleWith({ name: "require-birthday" });

const rules = [other, limit, disabled];

describe("parseConfig", () => {
    const parse = (config: object | string) => parseConfig(rules, typeof config === "string" ? config : JSON.stringify(config));

    describe("returns for a policy", () => {
        const cases: [
            name: string,
            config: object | string,
            ofLimit: [level: string, options: object],
            ofDisabled: [level: string, options: object],
        ][] = [
            ["its default level if the file is empty", " \n", ["advisory", {}], ["disabled", {}]],
            ["its default level if nothing is configured", {}, ["advisory", {}], ["disabled", {}]],
            ["the level of `all`", { all: "mandatory" }, ["mandatory", {}], ["mandatory", {}]],
            ["the level of `all` in an object", { all: { enforcementLevel: "remediate" } }, ["remediate", {}], ["remediate", {}]],
            ["its default level if `all` has none", { all: {} }, ["advisory", {}], ["disabled", {}]],
            ["the level of its entry instead of `all`", { "no-age": "advisory", all: "mandatory" }, ["mandatory", {}], ["advisory", {}]],
            [
                "the level of `all` if its entry has only options",
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
        for (const [name, config, ofLimit, ofDisabled] of cases) {
            it(name, () => {
                const [, ...parsed] = parse(config);
                assert.deepEqual(
                    parsed.map(({ rule, level, options }) => [rule.name, level, options]),
                    [
                        ["limit-age", ...ofLimit],
                        ["no-age", ...ofDisabled],
                    ],
                );
            });
        }
    });

    describe("rejects", () => {
        const levels = '"advisory", "mandatory", "remediate" or "disabled"';
        const cases: [name: string, config: object | string, ...errors: string[]][] = [
            [
                "a trailing comma",
                '{"all": "mandatory",}',
                'not JSON at line 1, column 21: expected a property name in double quotes, got "}".',
            ],
            ["a comment", '{"all": "mandatory" /* for now */}', "not JSON at line 1, column 21: comments are not allowed."],
            ["a truncated file", '{"all": "mand', "unexpected end of JSON at line 1, column 9 (truncated file?)"],
            ["a list", [], "must be an object with a level or options for each policy, got a list."],
            ["null", "null", "must be an object with a level or options for each policy, got null."],
            ["a misspelled policy", { "limit-ages": "advisory" }, 'unknown policy "limit-ages"; did you mean limit-age?'],
            ["an unknown policy", { "aws-iam-roles": {} }, 'unknown policy "aws-iam-roles".'],
            ["a policy name with quotes", { 'a "b"': {} }, 'unknown policy "a \\"b\\"".'],
            ["__proto__", '{"__proto__": {"all": "x"}}', 'unknown policy "__proto__".'],
            [
                "names that every object inherits",
                { constructor: "advisory", all: { toString: 1 } },
                'unknown policy "constructor".',
                'all: unknown option "toString"; allowed: enforcementLevel.',
            ],
            ["an unknown level", { all: "off" }, `all: must be one of ${levels}, got "off".`],
            ["a misspelled level", { "no-age": "mandatry" }, `no-age: must be one of ${levels}, got "mandatry"; did you mean "mandatory"?`],
            [
                "an unknown level with options",
                { "limit-age": { enforcementLevel: 1, maxHours: 1 } },
                `limit-age.enforcementLevel: must be one of ${levels}, got 1.`,
            ],
            [
                "entries of the wrong type",
                { "limit-age": null, "no-age": true },
                "limit-age: must be a level, or an object with a level and options, got null.",
                "no-age: must be a level, or an object with a level and options, got true.",
            ],
            ["a misspelled option", { "limit-age": { maxHour: 1 } }, 'limit-age: unknown option "maxHour"; did you mean maxHours?'],
            ["an unknown option", { "no-age": { days: 1 } }, 'no-age: unknown option "days"; allowed: enforcementLevel and exempt.'],
            ["an option of `all`", { all: { exempt: [] } }, 'all: unknown option "exempt"; allowed: enforcementLevel.'],
            ["an option of the wrong type", { "limit-age": { maxHours: "2" } }, 'limit-age.maxHours: must be an integer, got "2".'],
            ["a fraction", { "limit-age": { maxHours: 1.5 } }, "limit-age.maxHours: must be an integer, got 1.5."],
            ["a number below the minimum", { "limit-age": { maxHours: 0 } }, "limit-age.maxHours: must be at least 1, got 0."],
            ["an element of the wrong type", { "limit-age": { hosts: ["a", {}] } }, "limit-age.hosts[1]: must be a string, got an object."],
            [
                "a long value, which is shortened",
                { "limit-age": { maxHours: "x".repeat(100) } },
                `limit-age.maxHours: must be an integer, got "${"x".repeat(60)}…".`,
            ],
            [
                "a value of the maximum length, which is not shortened",
                { "no-age": { exempt: "x".repeat(60) } },
                `no-age.exempt: must be an array, got "${"x".repeat(60)}".`,
            ],
            [
                "invalid exemptions",
                { "limit-age": { exempt: [{ resource: "a" }, { resource: "", reason: "b" }, { resource: "a", reason: "b", untill: 1 }] } },
                "limit-age.exempt[0]: reason is required.",
                "limit-age.exempt[1].resource: must not be empty. Name of the client, or its URN; * matches any characters.",
                'limit-age.exempt[2]: unknown property "untill"; did you mean until?',
            ],
            [
                "an exemption with an unknown property",
                { "no-age": { exempt: [{ resource: "a", reason: "b", ticket: 1 }] } },
                'no-age.exempt[0]: unknown property "ticket"; allowed: resource, reason and until.',
            ],
            [
                "an invalid date",
                { "no-age": { exempt: [{ resource: "a", reason: "b", until: "soon" }] } },
                'no-age.exempt[0].until: invalid value "soon". Last day of the exemption, YYYY-MM-DD in UTC.',
            ],
            [
                "a value that does not match a pattern",
                { "limit-age": { unit: "H" } },
                'limit-age.unit: invalid value "H". Unit in lower case.',
            ],
            [
                "an element whose schema has no description",
                { "limit-age": { hosts: ["a", ""] } },
                "limit-age.hosts[1]: must not be empty. Names of hosts.",
            ],
            [
                "a $schema key",
                { $schema: "./config.schema.json" },
                '"$schema" is not allowed: Pulumi treats it as a policy. Set the schema in the settings of the editor.',
            ],
            [
                "a $schema key of a policy",
                { "no-age": { $schema: "" } },
                'no-age: unknown option "$schema"; allowed: enforcementLevel and exempt.',
            ],
            [
                "duplicate keys",
                '{"no-age": "advisory", "limit-age": {"exempt": [{"reason": "1, 2"}, ["1", {"\\u0061": 1, "a": 2}]]}, "all": {}, "no-age": {}}',
                "limit-age.exempt[1][1].a: duplicate key; only the last value would apply.",
                "no-age: duplicate key; only the last value would apply.",
            ],
            [
                "duplicate keys that need quotes",
                '{"limit-age": {"max hours": 1, "max hours": 1}}',
                'limit-age["max hours"]: duplicate key; only the last value would apply.',
            ],
            [
                "several errors at once",
                { "no-ages": {}, "limit-age": { maxHours: "1" } },
                'unknown policy "no-ages"; did you mean no-age?',
                'limit-age.maxHours: must be an integer, got "1".',
            ],
        ];
        for (const [name, config, ...errors] of cases) {
            it(name, () =>
                assert.deepEqual(
                    userErrors(() => parse(config)),
                    errors,
                ),
            );
        }
    });

    it("accepts a key in several objects, and a value that is equal to a key", () => {
        const exempt = '[{"resource": "reason", "reason": "resource"}, {"resource": "a", "reason": "a"}]';
        assert.deepEqual(
            userErrors(() => parse(`{"limit-age": {"exempt": ${exempt}}, "no-age": {"exempt": []}}`)),
            [],
        );
    });
});

describe("applyConfig", () => {
    it("returns the default levels without a configuration", () => {
        assert.deepEqual(
            applyConfig(rules),
            rules.map(rule => ({ rule, level: rule.level, options: {} })),
        );
    });
});
