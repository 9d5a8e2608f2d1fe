import * as assert from "node:assert/strict";
import { describe, it } from "mocha";
import type { Patch } from "../../../src/core/rule";
import { readProgramText } from "../../../src/programs";
import { applyEdits, planFix } from "../../../src/programs/edit";

const HEADER = "name: shop\nruntime: yaml\nresources:\n  web:\n    type: aws:cognito:UserPoolClient\n";

/** Makes changes to the client of a program and returns the new text, or why they are not made. */
function fix(text: string, changes: object, file = "Pulumi.yaml"): string {
    const program = readProgramText(file, text);
    const [client] = program.resources;
    assert.ok(client, text);
    const result = planFix(program, client, changes as Patch);
    return "reason" in result ? result.reason : applyEdits(text, result.edits);
}

/** Makes changes to a client with these lines, and returns the new lines. */
function edit(declaration: string, changes: object): string {
    const edited = fix(HEADER + declaration, changes);
    return edited.startsWith(HEADER) ? edited.slice(HEADER.length) : edited;
}

const ERRORS = { preventUserExistenceErrors: "ENABLED" };
const FLOWS = (...explicitAuthFlows: string[]) => ({ explicitAuthFlows });

interface Edit {
    readonly name: string;
    readonly changes: object;
    readonly before: readonly string[];
    readonly after: readonly string[];
}

const EDITS: readonly Edit[] = [
    {
        name: "adds a line",
        changes: ERRORS,
        before: ["    properties:", "      a: 1 # one", "    options: {}", ""],
        after: ["    properties:", "      a: 1 # one", "      preventUserExistenceErrors: ENABLED", "    options: {}", ""],
    },
    {
        name: "adds lines at the end of a file without a newline",
        changes: { ...ERRORS, a: "b c" },
        before: ["    properties:", "      x: 1"],
        after: ["    properties:", "      x: 1", "      preventUserExistenceErrors: ENABLED", "      a: b c"],
    },
    {
        name: "adds a line behind nested lines and before comments",
        changes: ERRORS,
        before: ["    properties:", "      a:", "        b:", "        - c # d", "", "      # e", "    # f", ""],
        after: [
            "    properties:",
            "      a:",
            "        b:",
            "        - c # d",
            "      preventUserExistenceErrors: ENABLED",
            "",
            "      # e",
            "    # f",
            "",
        ],
    },
    {
        name: "adds a line behind an empty value",
        changes: ERRORS,
        before: ["    properties:", "      a:", ""],
        after: ["    properties:", "      a:", "      preventUserExistenceErrors: ENABLED", ""],
    },
    {
        name: "adds a line behind a text of several lines",
        changes: ERRORS,
        before: ["    properties:", "      a: |", "        b", "", "        c", "", "    options: {}", ""],
        after: [
            "    properties:",
            "      a: |",
            "        b",
            "",
            "        c",
            "      preventUserExistenceErrors: ENABLED",
            "",
            "    options: {}",
            "",
        ],
    },
    {
        name: "adds a line as the others are written",
        changes: ERRORS,
        before: ["    properties:", `      "a": 'b'`, ""],
        after: ["    properties:", `      "a": 'b'`, `      "preventUserExistenceErrors": 'ENABLED'`, ""],
    },
    {
        name: "quotes what YAML would read as something else",
        changes: { a: "true", b: "x: y", c: ["d, e", "f"], g: { h: "#" } },
        before: ["    properties:", "      x: z", ""],
        after: ["    properties:", "      x: z", '      a: "true"', '      b: "x: y"', '      c: ["d, e", f]', '      g: { h: "#" }', ""],
    },
    {
        name: "adds to a mapping in braces",
        changes: ERRORS,
        before: ["    properties: { a: 1, b: [c] } # d", ""],
        after: ["    properties: { a: 1, b: [c], preventUserExistenceErrors: ENABLED } # d", ""],
    },
    {
        name: "adds to a mapping in braces on several lines",
        changes: ERRORS,
        before: ["    properties: {", '      "a": "b", # c', "    }", ""],
        after: ["    properties: {", '      "a": "b", # c', '      "preventUserExistenceErrors": "ENABLED",', "    }", ""],
    },
    {
        name: "replaces scalars in their quotes",
        changes: { a: "x", b: "x", c: "x", d: false, e: "x", f: "it's" },
        before: ["    properties:", "      a: z", "      b: 'y' # b", '      c: "y"', "      d: true", "      e:", "      f: 'y'", ""],
        after: [
            "    properties:",
            "      a: x",
            "      b: 'x' # b",
            '      c: "x"',
            "      d: false",
            "      e: 'x'",
            `      f: "it's"`,
            "",
        ],
    },
    {
        name: "replaces a member of a mapping",
        changes: { a: { b: false } },
        before: ["    properties:", "      a:", "        b: true # b", `        c: \${d}`, ""],
        after: ["    properties:", "      a:", "        b: false # b", `        c: \${d}`, ""],
    },
    {
        name: "changes a list",
        changes: FLOWS("X", "B", "Z"),
        before: ["    properties:", "      explicitAuthFlows:", "        -  A # a", "        -  'B'", "        # c", "      z: 1", ""],
        after: [
            "    properties:",
            "      explicitAuthFlows:",
            "        -  X # a",
            "        -  'B'",
            "        -  'Z'",
            "        # c",
            "      z: 1",
            "",
        ],
    },
    {
        name: "inserts items at the start",
        changes: FLOWS("X", "Z", "A"),
        before: ["    properties:", "      explicitAuthFlows:", "      - A", ""],
        after: ["    properties:", "      explicitAuthFlows:", "      - X", "      - Z", "      - A", ""],
    },
    {
        name: "removes items",
        changes: FLOWS("B"),
        before: ["    properties:", "      explicitAuthFlows:", "      - A # a", "      - B", "      - C", "    options: {}", ""],
        after: ["    properties:", "      explicitAuthFlows:", "      # a", "      - B", "    options: {}", ""],
    },
    {
        name: "removes the last item of a list while a line is added behind it",
        changes: { ...FLOWS("A"), z: 1 },
        before: ["    properties:", "      explicitAuthFlows:", "      - A", "      - B", "    options: {}", ""],
        after: ["    properties:", "      explicitAuthFlows:", "      - A", "      z: 1", "    options: {}", ""],
    },
    {
        name: "removes the last item of the last list of a file without a newline while a line is added behind it",
        changes: { ...FLOWS("A"), z: 1 },
        before: ["    properties:", "      explicitAuthFlows:", "      - A", "      - B"],
        after: ["    properties:", "      explicitAuthFlows:", "      - A", "      z: 1"],
    },
    {
        name: "removes an item at the end of a file without a newline",
        changes: FLOWS("A"),
        before: ["    properties:", "      explicitAuthFlows:", "      - A", "      - B"],
        after: ["    properties:", "      explicitAuthFlows:", "      - A"],
    },
    {
        name: "changes a list in brackets",
        changes: FLOWS("B", "X"),
        before: ["    properties:", "      explicitAuthFlows: [A, B]", ""],
        after: ["    properties:", "      explicitAuthFlows: [B, X]", ""],
    },
    {
        name: "changes a list in brackets on several lines",
        changes: FLOWS("A", "C"),
        before: ["    properties:", "      explicitAuthFlows: [", "        A # a, b", "        , B", "        , C ]", ""],
        after: ["    properties:", "      explicitAuthFlows: [", "        A # a, b", "        , C ]", ""],
    },
    {
        name: "fills a list",
        changes: FLOWS("A"),
        before: ["    properties:", "      explicitAuthFlows: []", ""],
        after: ["    properties:", "      explicitAuthFlows: [A]", ""],
    },
    {
        name: "removes a property",
        changes: { b: undefined },
        before: ["    properties:", "      a: 1", "      b:", "        c: 2 # c", "      d: 3", ""],
        after: ["    properties:", "      a: 1", "      # c", "      d: 3", ""],
    },
    {
        name: "removes the last property while others are added",
        changes: { b: undefined, c: 3, d: 4 },
        before: ["    properties:", "      a: 1", "      b: 2 # b", ""],
        after: ["    properties:", "      a: 1", "      c: 3", "      d: 4 # b", ""],
    },
];

describe("edits of properties in YAML", () => {
    for (const { name, changes, before, after } of EDITS) {
        for (const [system, newLine] of [
            ["Unix", "\n"],
            ["Windows", "\r\n"],
        ] as const) {
            it(`${name}, with the line ends of ${system}`, () => {
                assert.equal(edit(before.join(newLine), changes), after.join(newLine));
            });
        }
    }

    it("writes JSON as JSON", () => {
        const program = `{ "resources": { "web": { "type": "aws:cognito:UserPoolClient", "properties": {\n    "a": 1,\n    "b": true\n} } } }`;
        const edited = fix(program, { ...ERRORS, b: false }, "Main.json");
        const expected = { a: 1, b: false, preventUserExistenceErrors: "ENABLED" };
        assert.deepEqual(JSON.parse(edited).resources.web.properties, expected);
        assert.ok(edited.includes(`{\n    "a": 1,\n    "b": false,\n    "preventUserExistenceErrors": "ENABLED"\n}`), edited);
    });

    it("writes a value in front of a comment", () => {
        const before = "    properties:\n      preventUserExistenceErrors: # set me\n      a: 1\n";
        assert.equal(edit(before, ERRORS), before.replace(": #", ": ENABLED #"));
        assert.equal(edit(before.replace(": #", ":   #"), ERRORS), before.replace(": #", ": ENABLED   #"));
    });
});

const literal = "a is not a literal";
const open = "a spread or a computed name in its arguments may set a";

const REJECTED: readonly (readonly [name: string, lines: string, reason: string])[] = [
    ["a text with an expression", `a: \${b}-old`, literal],
    ["a call of a function", 'a:\n        fn::join: [", ", [old]]', literal],
    ["a text of several lines", "a: |-\n        old", literal],
    ["a list of lists", "a:\n        - - old", literal],
    ["a merged mapping", "<<: { a: old }", open],
];

describe("properties in YAML that are not changed", () => {
    for (const [name, lines, reason] of REJECTED) {
        it(`have ${name}`, () => assert.equal(edit(`    properties:\n      ${lines}\n`, { a: "new" }), reason));
    }

    it("are shared by an anchor", () => {
        const text = `x: &a { a: old }\n${HEADER}    properties: *a\n`;
        assert.notEqual(fix(text, { a: "new" }).startsWith("x:"), true);
    });

    it("are none", () => assert.equal(edit("", ERRORS), "it has no arguments that can be changed"));
});
