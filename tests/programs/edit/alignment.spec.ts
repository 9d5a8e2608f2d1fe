import * as assert from "node:assert/strict";
import { describe, it } from "mocha";
import { edit, GO } from "./wrappings";

/** Changes of a client in Go. Each of the lines is below an indentation of one tab. */
interface Case {
    readonly name: string;
    readonly changes: object;
    readonly before: readonly string[];
    readonly after: readonly string[];
}

const ERRORS = { preventUserExistenceErrors: "ENABLED" };
const FLOWS = (...explicitAuthFlows: string[]) => ({ explicitAuthFlows });

const VALUES: readonly Case[] = [
    {
        name: "a shorter key to the others",
        changes: { region: "eu" },
        before: ['Name:           p.String("web"),', "GenerateSecret: p.Bool(true),"],
        after: ['Name:           p.String("web"),', "GenerateSecret: p.Bool(true),", 'Region:         p.String("eu"),'],
    },
    {
        name: "added keys to each other",
        changes: { region: "eu", ...ERRORS },
        before: ['Name: p.String("web"),'],
        after: [
            'Name:                       p.String("web"),',
            'Region:                     p.String("eu"),',
            'PreventUserExistenceErrors: p.String("ENABLED"),',
        ],
    },
    {
        name: "the others to a longer key, behind the last empty line",
        changes: ERRORS,
        before: ['Name: p.String("web"),', "", 'Region:         p.String("eu"),', "GenerateSecret: p.Bool(true),"],
        after: [
            'Name: p.String("web"),',
            "",
            'Region:                     p.String("eu"),',
            "GenerateSecret:             p.Bool(true),",
            'PreventUserExistenceErrors: p.String("ENABLED"),',
        ],
    },
    {
        name: "the others to a longer key, behind the last comment on a line of its own",
        changes: ERRORS,
        before: ['Name: p.String("web"),', "// where", 'Region: p.String("eu"), // here'],
        after: [
            'Name: p.String("web"),',
            "// where",
            'Region:                     p.String("eu"), // here',
            'PreventUserExistenceErrors: p.String("ENABLED"),',
        ],
    },
    {
        name: "the others to a longer key, behind the last value of several lines",
        changes: ERRORS,
        before: [
            'Name:       p.String("web"),',
            'UserPoolId: p.String("pool"),',
            "AnalyticsConfiguration: &cognito.UserPoolClientAnalyticsConfigurationArgs{ // of 2025",
            '\tApplicationId: p.String("a"), // id',
            '\tRoleArn:       p.String("b"),',
            "}, // ends in 2026",
            'Region: p.String("eu"),',
        ],
        after: [
            'Name:       p.String("web"),',
            'UserPoolId: p.String("pool"),',
            "AnalyticsConfiguration: &cognito.UserPoolClientAnalyticsConfigurationArgs{ // of 2025",
            '\tApplicationId: p.String("a"), // id',
            '\tRoleArn:       p.String("b"),',
            "}, // ends in 2026",
            'Region:                     p.String("eu"),',
            'PreventUserExistenceErrors: p.String("ENABLED"),',
        ],
    },
    {
        name: "nothing to a key behind a value of several lines",
        changes: ERRORS,
        before: ['Name: p.String("web"),', "CallbackUrls: p.StringArray{", '\tp.String("https://acme.dev"),', "},"],
        after: [
            'Name: p.String("web"),',
            "CallbackUrls: p.StringArray{",
            '\tp.String("https://acme.dev"),',
            "},",
            'PreventUserExistenceErrors: p.String("ENABLED"),',
        ],
    },
    {
        name: "a member of a block",
        changes: { tokenValidityUnits: { accessToken: "hours" } },
        before: ["TokenValidityUnits: &cognito.UserPoolClientTokenValidityUnitsArgs{", '\tIdToken: p.String("hours"),', "},"],
        after: [
            "TokenValidityUnits: &cognito.UserPoolClientTokenValidityUnitsArgs{",
            '\tIdToken:     p.String("hours"),',
            '\tAccessToken: p.String("hours"),',
            "},",
        ],
    },
    {
        name: "what is left without the longest key",
        changes: { generateSecret: undefined },
        before: ['Name:           p.String("web"),', "GenerateSecret: p.Bool(true),", 'UserPoolId:     p.String("pool"),'],
        after: ['Name:       p.String("web"),', 'UserPoolId: p.String("pool"),'],
    },
    {
        name: "what is left without the first key",
        changes: { generateSecret: undefined },
        before: ["GenerateSecret: p.Bool(true),", 'Name:           p.String("web"),', 'UserPoolId:     p.String("pool"),'],
        after: ['Name:       p.String("web"),', 'UserPoolId: p.String("pool"),'],
    },
    {
        name: "lines that follow each other without the lines between",
        changes: { region: undefined, generateSecret: undefined },
        before: [
            'Name:           p.String("web"),',
            'Region:         p.String("eu"),',
            "GenerateSecret: p.Bool(true),",
            'UserPoolId:     p.String("pool"),',
        ],
        after: ['Name:       p.String("web"),', 'UserPoolId: p.String("pool"),'],
    },
    {
        name: "lines that follow each other without the value of several lines between",
        changes: { callbackUrls: undefined },
        before: [
            'Name: p.String("web"),',
            "CallbackUrls: p.StringArray{",
            '\tp.String("https://acme.dev"),',
            "},",
            'UserPoolId: p.String("pool"),',
        ],
        after: ['Name:       p.String("web"),', 'UserPoolId: p.String("pool"),'],
    },
    {
        name: "no lines to each other between which the comment of a removed line stays",
        changes: { generateSecret: undefined },
        before: ['Name:           p.String("web"),', "GenerateSecret: p.Bool(true), // none", 'UserPoolId:     p.String("pool"),'],
        after: ['Name: p.String("web"),', "// none", 'UserPoolId: p.String("pool"),'],
    },
    {
        name: "no lines to each other between which an empty line is, before a removed line",
        changes: { region: undefined },
        before: ['Name: p.String("web"),', "", 'Region:     p.String("eu"),', 'UserPoolId: p.String("pool"),'],
        after: ['Name: p.String("web"),', "", 'UserPoolId: p.String("pool"),'],
    },
    {
        name: "no lines to each other between which an empty line is, behind a removed line",
        changes: { region: undefined },
        before: ['Name:   p.String("web"),', 'Region: p.String("eu"),', "", 'UserPoolId: p.String("pool"),'],
        after: ['Name: p.String("web"),', "", 'UserPoolId: p.String("pool"),'],
    },
    {
        name: "what is added in the place of the last line",
        changes: { generateSecret: undefined, ...ERRORS, region: "eu" },
        before: ['Name:           p.String("web"),', "GenerateSecret: p.Bool(true),"],
        after: [
            'Name:                       p.String("web"),',
            'PreventUserExistenceErrors: p.String("ENABLED"),',
            'Region:                     p.String("eu"),',
        ],
    },
    {
        name: "what is added in the place of all lines",
        changes: { generateSecret: undefined, ...ERRORS, region: "eu" },
        before: ["GenerateSecret: p.Bool(true),"],
        after: ['PreventUserExistenceErrors: p.String("ENABLED"),', 'Region:                     p.String("eu"),'],
    },
    {
        name: "what is added in the place of the last line, behind an empty line",
        changes: { generateSecret: undefined, ...ERRORS, region: "eu" },
        before: ['Name: p.String("web"),', "", "GenerateSecret: p.Bool(true),"],
        after: [
            'Name: p.String("web"),',
            "",
            'PreventUserExistenceErrors: p.String("ENABLED"),',
            'Region:                     p.String("eu"),',
        ],
    },
    {
        name: "nothing if the lines were not aligned",
        changes: ERRORS,
        before: ['Name: p.String("web"),', "GenerateSecret: p.Bool(true),"],
        after: ['Name: p.String("web"),', "GenerateSecret: p.Bool(true),", 'PreventUserExistenceErrors: p.String("ENABLED"),'],
    },
    {
        name: "nothing if two members are on a line",
        changes: ERRORS,
        before: ['Name: p.String("web"), Kind: p.String("a"),', 'Rank: p.String("b"),'],
        after: ['Name: p.String("web"), Kind: p.String("a"),', 'Rank: p.String("b"),', 'PreventUserExistenceErrors: p.String("ENABLED"),'],
    },
];

const COMMENTS: readonly Case[] = [
    {
        name: "to a longer value",
        changes: { name: "website" },
        before: ['Name:           p.String("web"), // a', "GenerateSecret: p.Bool(true),    // b", 'Region:         p.String("eu"),  // c'],
        after: [
            'Name:           p.String("website"), // a',
            "GenerateSecret: p.Bool(true),        // b",
            'Region:         p.String("eu"),      // c',
        ],
    },
    {
        name: "to a shorter value",
        changes: { name: "w" },
        before: ['Name:           p.String("web"), // a', "GenerateSecret: p.Bool(true),    // b"],
        after: ['Name:           p.String("w"), // a', "GenerateSecret: p.Bool(true),  // b"],
    },
    {
        name: "only on lines that follow each other",
        changes: { name: "website" },
        before: [
            'Name:           p.String("web"), // a',
            "GenerateSecret: p.Bool(true),    // b",
            'UserPoolId:     p.String("pool-with-a-long-id"),',
            'Region:         p.String("eu"), // c',
        ],
        after: [
            'Name:           p.String("website"), // a',
            "GenerateSecret: p.Bool(true),        // b",
            'UserPoolId:     p.String("pool-with-a-long-id"),',
            'Region:         p.String("eu"), // c',
        ],
    },
    {
        name: "of the lines that are left",
        changes: { name: undefined },
        before: ['Region:         p.String("eu"),  // c', "GenerateSecret: p.Bool(true),    // b", 'Name:           p.String("web"), // a'],
        after: ['Region:         p.String("eu"), // c', "GenerateSecret: p.Bool(true),   // b", "// a"],
    },
    {
        name: "of elements",
        changes: FLOWS("AB", "C", "DEF"),
        before: ["ExplicitAuthFlows: p.StringArray{", '\tp.String("A"), // a', '\tp.String("C"), // c', '\tp.String("D"), // d', "},"],
        after: ["ExplicitAuthFlows: p.StringArray{", '\tp.String("AB"),  // a', '\tp.String("C"),   // c', '\tp.String("DEF"), // d', "},"],
    },
    {
        name: "of elements behind an added one",
        changes: FLOWS("X", "A", "BC", "D"),
        before: ["ExplicitAuthFlows: p.StringArray{", '\tp.String("A"),  // a', '\tp.String("BC"), // b', '\tp.String("D"),  // d', "},"],
        after: [
            "ExplicitAuthFlows: p.StringArray{",
            '\tp.String("X"),',
            '\tp.String("A"),  // a',
            '\tp.String("BC"), // b',
            '\tp.String("D"),  // d',
            "},",
        ],
    },
    {
        name: "of elements before an added one",
        changes: FLOWS("A", "BC", "X"),
        before: ["ExplicitAuthFlows: p.StringArray{", '\tp.String("A"),  // a', '\tp.String("BC"), // b', "},"],
        after: ["ExplicitAuthFlows: p.StringArray{", '\tp.String("A"),  // a', '\tp.String("BC"), // b', '\tp.String("X"),', "},"],
    },
    {
        name: "of no elements between which one is added",
        changes: FLOWS("A", "X", "BC"),
        before: ["ExplicitAuthFlows: p.StringArray{", '\tp.String("A"),  // a', '\tp.String("BC"), // b', "},"],
        after: ["ExplicitAuthFlows: p.StringArray{", '\tp.String("A"), // a', '\tp.String("X"),', '\tp.String("BC"), // b', "},"],
    },
    {
        name: "of elements between which one is removed",
        changes: FLOWS("A", "C"),
        before: ["ExplicitAuthFlows: p.StringArray{", '\tp.String("A"), // a', '\tp.String("BCD"),', '\tp.String("C"), // c', "},"],
        after: ["ExplicitAuthFlows: p.StringArray{", '\tp.String("A"), // a', '\tp.String("C"), // c', "},"],
    },
    {
        name: "to a list that becomes longer",
        changes: FLOWS("A", "B"),
        before: ['Name:              p.String("web"),              // a', 'ExplicitAuthFlows: p.StringArray{p.String("A")}, // b'],
        after: [
            'Name:              p.String("web"),                             // a',
            'ExplicitAuthFlows: p.StringArray{p.String("A"), p.String("B")}, // b',
        ],
    },
    {
        name: "unless they were not aligned before",
        changes: { name: "website" },
        before: ['Name:           p.String("web"), // a', "GenerateSecret: p.Bool(true), // b"],
        after: ['Name:           p.String("website"), // a', "GenerateSecret: p.Bool(true), // b"],
    },
];

describe("an edit in Go aligns", () => {
    for (const [what, cases] of [
        ["values: ", VALUES],
        ["comments ", COMMENTS],
    ] as const) {
        for (const { name, changes, before, after } of cases) {
            it(what + name, () => {
                const lines = (parts: readonly string[]) => `\n${parts.map(part => (part === "" ? "\n" : `\t${part}\n`)).join("")}`;
                assert.equal(edit(GO, lines(before), changes), lines(after));
            });
        }
    }

    it("nothing between braces on one line", () => {
        const after = 'PreventUserExistenceErrors: p.String("ENABLED"), Region: p.String("eu")';
        assert.equal(edit(GO, "", { ...ERRORS, region: "eu" }), after);
    });
});
