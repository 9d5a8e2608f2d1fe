// biome-ignore-all lint/suspicious/noTemplateCurlyInString: the texts are programs

import * as assert from "node:assert/strict";
import { describe, it } from "mocha";
import { edit, JAVASCRIPT } from "./wrappings";

const ERRORS = { preventUserExistenceErrors: "ENABLED" };
const FLOWS = (...explicitAuthFlows: string[]) => ({ explicitAuthFlows });

interface Edit {
    readonly name: string;
    readonly changes: object;
    readonly before: string;
    readonly after: string;
}

const ADDED: readonly Edit[] = [
    { name: "to one line", changes: ERRORS, before: "{ a: 1 }", after: '{ a: 1, preventUserExistenceErrors: "ENABLED" }' },
    { name: "to one line without spaces", changes: ERRORS, before: "{a:1,b:2}", after: '{a:1,b:2,preventUserExistenceErrors:"ENABLED"}' },
    { name: "to an empty object", changes: ERRORS, before: "{}", after: '{ preventUserExistenceErrors: "ENABLED" }' },
    { name: "to an empty object with a space", changes: ERRORS, before: "{ }", after: '{ preventUserExistenceErrors: "ENABLED" }' },
    {
        name: "to several lines with a trailing comma",
        changes: ERRORS,
        before: "{\n    a: 1,\n    b: 2,\n}",
        after: '{\n    a: 1,\n    b: 2,\n    preventUserExistenceErrors: "ENABLED",\n}',
    },
    {
        name: "to several lines without a trailing comma",
        changes: ERRORS,
        before: "{\n\ta: 1,\n\tb: 2\n}",
        after: '{\n\ta: 1,\n\tb: 2,\n\tpreventUserExistenceErrors: "ENABLED"\n}',
    },
    {
        name: "after the comment behind the last property",
        changes: ERRORS,
        before: "{\n    a: 1, // one\n    // more to come\n}",
        after: '{\n    a: 1, // one\n    preventUserExistenceErrors: "ENABLED",\n    // more to come\n}',
    },
    {
        name: "after the comment behind a last property without a comma",
        changes: { ...ERRORS, enableTokenRevocation: true },
        before: "{\n  a: 1 /* one */ // uno  \n}",
        after: '{\n  a: 1, /* one */ // uno\n  preventUserExistenceErrors: "ENABLED",\n  enableTokenRevocation: true  \n}',
    },
    {
        name: "after a comment that ends its line",
        changes: ERRORS,
        before: "{\n    a: 1,  /* one *//* two */ \n}",
        after: '{\n    a: 1,  /* one *//* two */\n    preventUserExistenceErrors: "ENABLED", \n}',
    },
    {
        name: "behind a comment before the last property",
        changes: ERRORS,
        before: "{ a: 1 /* one */, b: 2 }",
        after: '{ a: 1 /* one */, b: 2, preventUserExistenceErrors: "ENABLED" }',
    },
    {
        name: "before a comment of several lines",
        changes: ERRORS,
        before: "{\n    a: 1, /* one\n    two */\n}",
        after: '{\n    a: 1,\n    preventUserExistenceErrors: "ENABLED", /* one\n    two */\n}',
    },
    {
        name: "before a bracket on the same line",
        changes: ERRORS,
        before: "{ a: 1,\n  b: 2 }",
        after: '{ a: 1,\n  b: 2,\n  preventUserExistenceErrors: "ENABLED" }',
    },
    {
        name: "with the comma first",
        changes: ERRORS,
        before: "{ a: 1\n, b: 2\n}",
        after: '{ a: 1\n, b: 2\n, preventUserExistenceErrors: "ENABLED"\n}',
    },
    {
        name: "behind a property on the line of another one",
        changes: ERRORS,
        before: "{\n    a: 1, /* c */ b: 2,\n}",
        after: '{\n    a: 1, /* c */ b: 2, preventUserExistenceErrors: "ENABLED",\n}',
    },
    {
        name: "without an empty line",
        changes: ERRORS,
        before: "{\n    a: 1,\n\n    b: 2,\n}",
        after: '{\n    a: 1,\n\n    b: 2,\n    preventUserExistenceErrors: "ENABLED",\n}',
    },
    {
        name: "with the line ends of Windows",
        changes: ERRORS,
        before: "{\r\n    a: 1, // one\r\n}",
        after: '{\r\n    a: 1, // one\r\n    preventUserExistenceErrors: "ENABLED",\r\n}',
    },
    {
        name: "in the quotes of the last string",
        changes: ERRORS,
        before: `{ a: "x", b: ['y', { c: 'z' }] }`,
        after: `{ a: "x", b: ['y', { c: 'z' }], preventUserExistenceErrors: 'ENABLED' }`,
    },
    {
        name: "in quotes where the only strings are templates",
        changes: ERRORS,
        before: "{ a: `x` }",
        after: '{ a: `x`, preventUserExistenceErrors: "ENABLED" }',
    },
    {
        name: "with the key in the quotes of the other keys",
        changes: ERRORS,
        before: `{ 'a': 1, 'b': "x" }`,
        after: `{ 'a': 1, 'b': "x", 'preventUserExistenceErrors': "ENABLED" }`,
    },
    {
        name: "with a plain key if some keys have quotes",
        changes: ERRORS,
        before: `{ 'a': 1, b: 2 }`,
        after: `{ 'a': 1, b: 2, preventUserExistenceErrors: "ENABLED" }`,
    },
    {
        name: "behind a method and a shorthand",
        changes: ERRORS,
        before: "{ get a() { return 1; }, b }",
        after: '{ get a() { return 1; }, b, preventUserExistenceErrors: "ENABLED" }',
    },
    {
        name: "lists and blocks",
        changes: { ...FLOWS("A", "B"), refreshTokenRotation: { feature: "ENABLED", retryGracePeriodSeconds: 0 } },
        before: "{ a: 'x' }",
        after: "{ a: 'x', explicitAuthFlows: ['A', 'B'], refreshTokenRotation: { feature: 'ENABLED', retryGracePeriodSeconds: 0 } }",
    },
];

const REPLACED: readonly Edit[] = [
    {
        name: "a string in its own quotes",
        changes: { a: "it's", b: 'a "b"' },
        before: `{ a: 'x', b: "x", d: 'x' }`,
        after: String.raw`{ a: 'it\'s', b: "a \"b\"", d: 'x' }`,
    },
    {
        name: "a template by a template",
        changes: { a: `\${d} \`e\`` },
        before: "{ a: `x` }",
        after: `{ a: \`\\\${d} \\\`e\\\`\` }`,
    },
    {
        name: "a text that would be an expression in a template",
        changes: { a: `$${"{b}"}`, c: `$${"{d}"}` },
        before: `{ a: 'x', c: "y" }`,
        after: `{ a: '$\{b}', c: "$\{d}" }`,
    },
    {
        name: "a double quote in single quotes without escaping it",
        changes: { a: '"\\' },
        before: "{ a: 'x' }",
        after: "{ a: '\"\\\\' }",
    },
    { name: "other values", changes: { a: true, b: 2 }, before: "{ a: false, b: -1, }", after: "{ a: true, b: 2, }" },
    {
        name: "undefined and null in the quotes of other strings",
        changes: { a: "x", b: "y" },
        before: "{ a: undefined, b: null, c: 'z' }",
        after: "{ a: 'x', b: 'y', c: 'z' }",
    },
    {
        name: "a number in the quotes of other strings",
        changes: { a: "x", b: ["y", "z"] },
        before: "{ a: 1, b: [2, 'z'], c: 'c' }",
        after: "{ a: 'x', b: ['y', 'z'], c: 'c' }",
    },
    {
        name: "a template with a known value in the quotes of other strings",
        changes: { a: "x" },
        before: "{ a: `z-${1}`, c: 'c' }",
        after: "{ a: 'x', c: 'c' }",
    },
    {
        name: "a value in parentheses and as const",
        changes: { a: "y", b: false },
        before: `{ a: ("x") as const, b: (true) }`,
        after: `{ a: ("y") as const, b: (false) }`,
    },
    {
        name: "a member of a block",
        changes: { a: { b: { c: 2 } } },
        before: "{ a: { x: f(), b: { c: 1, /* d */ } } }",
        after: "{ a: { x: f(), b: { c: 2, /* d */ } } }",
    },
];

const LISTS: readonly Edit[] = [
    {
        name: "appends to one line",
        changes: FLOWS("A", "B"),
        before: "{ explicitAuthFlows: ['A'] }",
        after: "{ explicitAuthFlows: ['A', 'B'] }",
    },
    {
        name: "appends to one line with a trailing comma and without spaces",
        changes: FLOWS("A", "B", "C", "D"),
        before: "{ explicitAuthFlows: [ 'A','B', ] }",
        after: "{ explicitAuthFlows: [ 'A','B','C','D', ] }",
    },
    {
        name: "appends lines",
        changes: FLOWS("A", "B", "C"),
        before: "{\n  explicitAuthFlows: [\n    'A', // a\n  ],\n}",
        after: "{\n  explicitAuthFlows: [\n    'A', // a\n    'B',\n    'C',\n  ],\n}",
    },
    {
        name: "inserts at the start of a line",
        changes: FLOWS("X", "Y", "A"),
        before: "{ explicitAuthFlows: ['A'] }",
        after: "{ explicitAuthFlows: ['X', 'Y', 'A'] }",
    },
    {
        name: "inserts lines at the start and in the middle",
        changes: FLOWS("X", "A", "Y", "B"),
        before: "{\n  explicitAuthFlows: [\n    'A', // a\n    'B',\n  ],\n}",
        after: "{\n  explicitAuthFlows: [\n    'X',\n    'A', // a\n    'Y',\n    'B',\n  ],\n}",
    },
    {
        name: "inserts before a comment that another element follows",
        changes: FLOWS("A", "X", "B"),
        before: '{\n  explicitAuthFlows: [\n    "A", /* b */ "B",\n  ],\n}',
        after: '{\n  explicitAuthFlows: [\n    "A",\n    "X", /* b */ "B",\n  ],\n}',
    },
    {
        name: "appends before a bracket on the same line",
        changes: FLOWS("A", "B", "C", "D"),
        before: '{ explicitAuthFlows: ["A",\n  "B"] }',
        after: '{ explicitAuthFlows: ["A",\n  "B",\n  "C",\n  "D"] }',
    },
    { name: "fills", changes: FLOWS("A", "B"), before: "{ explicitAuthFlows: [] }", after: '{ explicitAuthFlows: ["A", "B"] }' },
    {
        name: "takes quotes from the block for an empty list",
        changes: FLOWS("A"),
        before: "{ explicitAuthFlows: [], b: 'x' }",
        after: "{ explicitAuthFlows: ['A'], b: 'x' }",
    },
    {
        name: "replaces elements in their own quotes and keeps the others",
        changes: FLOWS("X", "B", "Y"),
        before: "{ explicitAuthFlows: [/* a */ \"A\", ('B'), `C` /* c */] }",
        after: "{ explicitAuthFlows: [/* a */ \"X\", ('B'), `Y` /* c */] }",
    },
    {
        name: "replaces some elements and removes the rest",
        changes: FLOWS("X"),
        before: '{ explicitAuthFlows: ["A", "B", "C"] }',
        after: '{ explicitAuthFlows: ["X"] }',
    },
    {
        name: "removes the first",
        changes: FLOWS("B", "C"),
        before: '{ explicitAuthFlows: ["A", "B", "C"] }',
        after: '{ explicitAuthFlows: ["B", "C"] }',
    },
    {
        name: "removes one between",
        changes: FLOWS("A", "C"),
        before: '{ explicitAuthFlows: ["A", "B", "C"] }',
        after: '{ explicitAuthFlows: ["A", "C"] }',
    },
    {
        name: "removes the last",
        changes: FLOWS("A", "B"),
        before: '{ explicitAuthFlows: ["A", "B", "C"] }',
        after: '{ explicitAuthFlows: ["A", "B"] }',
    },
    {
        name: "removes the last of some",
        changes: FLOWS("A"),
        before: '{ explicitAuthFlows: [ "A", "B", "C" ] }',
        after: '{ explicitAuthFlows: [ "A" ] }',
    },
    {
        name: "removes the last and keeps a trailing comma",
        changes: FLOWS("A"),
        before: '{ explicitAuthFlows: ["A", "B", ] }',
        after: '{ explicitAuthFlows: ["A", ] }',
    },
    { name: "removes all", changes: FLOWS(), before: '{ explicitAuthFlows: ["A", "B"] }', after: "{ explicitAuthFlows: [] }" },
    {
        name: "removes lines",
        changes: FLOWS("B"),
        before: '{\n  explicitAuthFlows: [\n    "A",\n    "B",\n    "C"\n  ]\n}',
        after: '{\n  explicitAuthFlows: [\n    "B"\n  ]\n}',
    },
    {
        name: "removes lines that follow each other",
        changes: FLOWS("C"),
        before: '{\r\n  explicitAuthFlows: [\r\n    "A",\r\n    "B",\r\n    "C",\r\n  ]\r\n}',
        after: '{\r\n  explicitAuthFlows: [\r\n    "C",\r\n  ]\r\n}',
    },
    {
        name: "keeps the comments of what it removes",
        changes: FLOWS("C"),
        before: '{\n  explicitAuthFlows: [\n    "A", // a\n    "B" /* b */,\n    "C",\n  ]\n}',
        after: '{\n  explicitAuthFlows: [\n    // a\n    /* b */\n    "C",\n  ]\n}',
    },
    {
        name: "keeps the comment before a comma that goes",
        changes: FLOWS("A"),
        before: '{ explicitAuthFlows: ["A" /* a */, /* b */ "B"] }',
        after: '{ explicitAuthFlows: ["A" /* a */ /* b */] }',
    },
    {
        name: "finds a comma behind a comment",
        changes: FLOWS("A"),
        before: '{ explicitAuthFlows: ["A" // a, b\n  , "B"] }',
        after: '{ explicitAuthFlows: ["A" // a, b\n  ] }',
    },
    {
        name: "removes elements of a line that others are on",
        changes: FLOWS("C"),
        before: '{\n  explicitAuthFlows: [\n    "A", "B",\n    "C", "D",\n  ]\n}',
        after: '{\n  explicitAuthFlows: [\n    "C",\n  ]\n}',
    },
    {
        name: "changes duplicates",
        changes: FLOWS("A", "B"),
        before: '{ explicitAuthFlows: ["A", "A", "B", "B"] }',
        after: '{ explicitAuthFlows: ["A", "B"] }',
    },
];

const REMOVED: readonly Edit[] = [
    { name: "one on a line", changes: { a: undefined }, before: "{ a: 1, b: 2 }", after: "{ b: 2 }" },
    { name: "the last on a line", changes: { b: undefined }, before: "{ a: 1, b: 2 }", after: "{ a: 1 }" },
    {
        name: "lines",
        changes: { b: undefined },
        before: "{\n  a: 1,\n  // about b\n  b: {\n    c: 2, // c\n  },\n  d: 3,\n}",
        after: "{\n  a: 1,\n  // about b\n  d: 3,\n}",
    },
    { name: "nothing if the property is not there", changes: { c: undefined }, before: "{ a: 1 }", after: "{ a: 1 }" },
    {
        name: "the last one while another is added",
        changes: { b: undefined, c: 3, d: 4 },
        before: "{ a: 1, b: 2 }",
        after: "{ a: 1, c: 3, d: 4 }",
    },
    {
        name: "the last line while others are added",
        changes: { b: undefined, c: 3, d: 4 },
        before: "{\n  a: 1, // a\n  b: 2 // b\n}",
        after: "{\n  a: 1, // a\n  c: 3,\n  d: 4 // b\n}",
    },
    {
        name: "one while another is added",
        changes: { a: undefined, c: 3 },
        before: "{\n  a: 1,\n  b: 2,\n}",
        after: "{\n  b: 2,\n  c: 3,\n}",
    },
];

describe("edits of arguments in JavaScript", () => {
    for (const [verb, edits] of [
        ["adds a property", ADDED],
        ["replaces", REPLACED],
        ["changes a list:", LISTS],
        ["removes", REMOVED],
    ] as const) {
        for (const { name, changes, before, after } of edits) {
            it(`${verb} ${name}`, () => assert.equal(edit(JAVASCRIPT, before, changes), after));
        }
    }
});
