import * as assert from "node:assert/strict";
import { describe, it } from "mocha";
import { findOptionErrors, optionsOf, resolveOptions } from "../../src/core/options";
import { defineRule } from "../../src/core/rule";
import { rules } from "../../src/rules";
import { METADATA } from "../support/metadata";

const rule = defineRule({
    ...METADATA,
    name: "limit-name-length",
    options: { max: { type: "integer", minimum: 1, description: "Maximum length of a name.", default: 3 } },
    checks: [],
});

const DEFAULTS = { max: 3, exempt: [] };

describe("optionsOf", () => {
    it("adds the option that every rule has", () => {
        assert.deepEqual(Object.keys(optionsOf(rule)), ["max", "exempt"]);
        assert.deepEqual(Object.keys(optionsOf({ ...rule, options: undefined })), ["exempt"]);
    });
});

/** The keywords of a schema and of those in it. */
function keywordsOf(schema: object): string[] {
    return Object.entries(schema).flatMap(([keyword, value]) => {
        const parts: object[] = keyword === "properties" ? Object.values(value) : keyword === "items" ? [value] : [];
        return [keyword, ...parts.flatMap(keywordsOf)];
    });
}

describe("the options of the rules", () => {
    it("use only keywords that are checked", () => {
        const checked = ["type", "enum", "minimum", "maximum", "minLength", "pattern", "format", "items", "properties", "required"];
        const others = ["additionalProperties", "default", "description"];
        const used = new Set(rules.flatMap(rule => Object.values(optionsOf(rule)).flatMap(keywordsOf)));
        assert.deepEqual(
            [...used].filter(keyword => ![...checked, ...others].includes(keyword)),
            [],
        );
    });
});

describe("resolveOptions", () => {
    const exempt = [{ resource: "web", reason: "moves soon", until: "2026-06-15" }];

    it("fills in the defaults", () => {
        for (const [config, options] of [
            [{}, DEFAULTS],
            [{ max: 4 }, { max: 4, exempt: [] }],
            [{ exempt }, { max: 3, exempt }],
        ] as const)
            assert.deepEqual(resolveOptions(rule, config), { options, errors: [] });
    });

    for (const [name, config, error] of [
        ["a misspelled option", { maxx: 4 }, ': unknown option "maxx"; did you mean max?'],
        ["a misspelled exempt", { Exempt: [] }, ': unknown option "Exempt"; did you mean exempt?'],
        [
            "a misspelled level, which Pulumi passes on",
            { enforcmentLevel: "" },
            ': unknown option "enforcmentLevel"; did you mean enforcementLevel?',
        ],
        ["an unknown option", { characters: 4 }, ': unknown option "characters"; allowed: enforcementLevel, max and exempt.'],
        [
            "an option named like a property of Object",
            { toString: 4 },
            ': unknown option "toString"; allowed: enforcementLevel, max and exempt.',
        ],
        ["a wrong type", { max: "4" }, '.max: must be an integer, got "4".'],
        ["a fraction", { max: 4.5 }, ".max: must be an integer, got 4.5."],
        ["a number below the minimum", { max: 0 }, ".max: must be at least 1, got 0."],
        ["null", { max: null }, ".max: must be an integer, got null."],
        ["exemptions that are not a list", { exempt: 5 }, ".exempt: must be an array, got 5."],
        ["an exemption that is not an object", { exempt: ["web"] }, '.exempt[0]: must be an object, got "web".'],
        ["an exemption without a reason", { exempt: [{ resource: "web" }] }, ".exempt[0]: reason is required."],
        [
            "an exemption with a misspelled property",
            { exempt: [...exempt, { resource: "web", reason: "moves soon", untill: "2026-06-15" }] },
            '.exempt[1]: unknown property "untill"; did you mean until?',
        ],
        [
            "an exemption with an empty reason",
            { exempt: [{ resource: "web", reason: "" }] },
            ".exempt[0].reason: must not be empty. Why the client is exempt.",
        ],
        [
            "an exemption with a reason of spaces",
            { exempt: [{ resource: "web", reason: " \n" }] },
            ".exempt[0].reason: must not be empty. Why the client is exempt.",
        ],
        [
            "an exemption of a resource of spaces",
            { exempt: [{ resource: " ", reason: "moves soon" }] },
            ".exempt[0].resource: must not be empty. Name of the client, or its URN; * matches any characters.",
        ],
        [
            "a resource of the wrong type",
            { exempt: [{ resource: 1, reason: "moves soon" }] },
            ".exempt[0].resource: must be a string, got 1.",
        ],
        [
            "a last day that is none",
            { exempt: [{ resource: "web", reason: "moves soon", until: "2026-02-31" }] },
            '.exempt[0].until: invalid value "2026-02-31". Last day of the exemption, YYYY-MM-DD in UTC.',
        ],
        [
            "an empty last day",
            { exempt: [{ resource: "web", reason: "moves soon", until: "" }] },
            ".exempt[0].until: must not be empty. Last day of the exemption, YYYY-MM-DD in UTC.",
        ],
    ] as const) {
        it(`reports ${name} and applies the default`, () => {
            assert.deepEqual(resolveOptions(rule, config), { options: DEFAULTS, errors: [`limit-name-length${error}`] });
        });
    }

    it("applies the options without errors", () => {
        assert.deepEqual(resolveOptions(rule, { max: 4, exempt: {} }), {
            options: { max: 4, exempt: [] },
            errors: ["limit-name-length.exempt: must be an array, got an object."],
        });
    });

    it("reports the same value for each rule", () => {
        const config = { exempt: [{ resource: "web" }] };
        for (const name of ["limit-name-length", "limit-title-length", "limit-name-length"])
            assert.deepEqual(resolveOptions({ ...rule, name }, config).errors, [`${name}.exempt[0]: reason is required.`]);
    });

    it("checks a list once", () => {
        let reads = 0;
        const exemption = {
            get resource() {
                reads++;
                return "web";
            },
            reason: "moves soon",
        };
        const config = { exempt: [exemption] };
        resolveOptions(rule, config);
        const once = reads;
        resolveOptions(rule, { ...config });
        assert.equal(reads, once);
    });
});

describe("findOptionErrors", () => {
    it("returns the errors of all options", () => {
        assert.deepEqual(findOptionErrors("limit-age", optionsOf(rule), { max: 0, min: 1, exempt: [{}, 5] }), [
            "limit-age.max: must be at least 1, got 0.",
            'limit-age: unknown option "min"; allowed: enforcementLevel, max and exempt.',
            "limit-age.exempt[0]: resource is required.",
            "limit-age.exempt[0]: reason is required.",
            "limit-age.exempt[1]: must be an object, got 5.",
        ]);
    });

    it("lists ten errors of an option and counts the others", () => {
        const errors = (count: number) => findOptionErrors("limit-age", optionsOf(rule), { exempt: Array(count).fill(5) });
        assert.equal(errors(10).length, 10);
        assert.deepEqual(errors(11).slice(9), ["limit-age.exempt[9]: must be an object, got 5.", "limit-age.exempt: 1 more error."]);
        assert.equal(errors(2000).at(-1), "limit-age.exempt: 1,990 more errors.");
    });
});
