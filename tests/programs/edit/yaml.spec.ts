import * as assert from "node:assert/strict";
import { describe, it } from "mocha";
import { editBlock } from "../../../src/programs/edit/edit-values";
import { applyEdits } from "../../../src/programs/edit/edits";
import { findObstacle } from "../../../src/programs/edit/obstacles";
import type { Block } from "../../../src/programs/edit/source";
import { findDeclaredClient, JSON_SYNTAX, YAML } from "../../../src/programs/edit/yaml";

/** Finds the client of a program at the mark `^`. */
async function find(marked: string, name = "web"): Promise<Block | string> {
    const lines = marked.slice(0, marked.indexOf("^")).split("\n");
    const location = { file: "Pulumi.yaml", line: lines.length, column: (lines.at(-1)?.length ?? 0) + 1 };
    return findDeclaredClient(marked.replace("^", ""), location, name);
}

const HEADER = ["resources:", "  ^web:", "    type: aws:cognito:UserPoolClient", ""].join("\n");

/** Makes changes to a client with these lines, and returns the new lines. */
async function edit(declaration: string, changes: object, syntax = YAML): Promise<string> {
    const block = await find(HEADER + declaration);
    assert.ok(typeof block !== "string", String(block));
    const text = HEADER.replace("^", "") + declaration;
    return applyEdits(text, editBlock(block, changes, { text, syntax })).slice(HEADER.length - 1);
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
        changes: { a: "true", b: "x: y", c: ["d, e", "f"], g: { h: `\${i}` } },
        before: ["    properties:", "      x: y", ""],
        after: [
            "    properties:",
            "      x: y",
            '      a: "true"',
            '      b: "x: y"',
            '      c: ["d, e", f]',
            `      g: { h: "$\${i}" }`,
            "",
        ],
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
        before: ["    properties:", "      a: y", "      b: 'y' # b", '      c: "y"', "      d: true", "      e:", "      f: 'y'", ""],
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
            it(`${name}, with the line ends of ${system}`, async () => {
                assert.equal(await edit(before.join(newLine), changes), after.join(newLine));
            });
        }
    }

    it("writes JSON as JSON", async () => {
        const program = `{ "resources": { ^"web": { "type": "aws:cognito:UserPoolClient", "properties": {\n    "a": 1,\n    "b": true\n} } } }`;
        const block = await find(program);
        assert.ok(typeof block !== "string", String(block));
        const text = program.replace("^", "");
        const edited = applyEdits(text, editBlock(block, { ...ERRORS, b: false }, { text, syntax: JSON_SYNTAX }));
        const expected = { a: 1, b: false, preventUserExistenceErrors: "ENABLED" };
        assert.deepEqual(JSON.parse(edited).resources.web.properties, expected);
        assert.ok(edited.includes(`{\n    "a": 1,\n    "b": false,\n    "preventUserExistenceErrors": "ENABLED"\n}`), edited);
    });
});

describe("the client of a program in YAML", () => {
    const properties = "    properties:\n      a: 1\n";
    const found: readonly (readonly [name: string, program: string, client: string])[] = [
        ["by its key", HEADER + properties, "web"],
        ["by its name", `resources:\n  ^w:\n    type: aws:cognito/userPoolClient:UserPoolClient\n    name: web\n${properties}`, "web"],
        [
            "in a component",
            `components:\n  c:\n    resources:\n      ^web: { type: "aws:cognito:userPoolClient", properties: { a: 1 } }\n`,
            "shop-web",
        ],
    ];
    for (const [name, program, client] of found) {
        it(`is found ${name}`, async () => {
            const block = await find(program, client);
            assert.ok(typeof block !== "string", String(block));
            assert.deepEqual(
                block.members.map(({ name }) => name),
                ["a"],
            );
        });
    }

    const changed = "there is no app client web at this position; the program may have changed since";
    const anchor = "an anchor shares its properties with other parts of the program";
    const rejected: readonly (readonly [name: string, program: string, problem: string])[] = [
        ["a type of another provider", HEADER.replace("aws:", "my-aws:") + properties, changed],
        ["a longer type", HEADER.replace("Client\n", "Clients\n") + properties, changed],
        ["another type", `resources:\n  ^web:\n    type: aws:cognito:UserPool\n${properties}`, changed],
        ["a client with another key", HEADER.replace("web", "api") + properties, changed],
        ["a client with another name", `${HEADER}    name: api\n${properties}`, changed],
        ["another position", HEADER.replace("^", "").replace("resources", "^resources") + properties, changed],
        ["another column", HEADER.replace("^w", "w^") + properties, changed],
        ["a position in a value", HEADER.replace("^", "").replace("aws", "^aws") + properties, changed],
        ["a text", "resources:\n  ^web: text\n", changed],
        ["a client without properties", HEADER, "its properties are not a mapping"],
        ["a client with a list", `${HEADER}    properties: []\n`, "its properties are not a mapping"],
        [
            "a client with properties from a function",
            `${HEADER}    properties:\n      fn::toJSON: {}\n`,
            "its properties are not a mapping",
        ],
        ["a client with the properties of another one", `x: &a {}\n${HEADER}    properties: *a\n`, "its properties are not a mapping"],
        ["a client with shared properties", `${HEADER}    properties: &a\n      b: 1\n`, anchor],
        ["a shared client", HEADER.replace("web:", "web: &a") + properties, anchor],
        ["a client among shared resources", HEADER.replace("resources:", "resources: &a") + properties, anchor],
        [
            "a file that is not YAML",
            `${HEADER}    properties: [\n`,
            "the file could not be parsed: Flow sequence in block collection must be sufficiently indented and end with a ]",
        ],
    ];
    for (const [name, program, problem] of rejected) {
        it(`is not ${name}`, async () => assert.equal(await find(program), problem));
    }

    it("has plain values of all types", async () => {
        const block = await find(`${HEADER}    properties:\n      a: true\n      b: 1.5\n      c: null\n      d:\n`);
        assert.ok(typeof block !== "string", String(block));
        assert.equal(findObstacle(block, { a: 1, b: 1, c: 1, d: 1 }, { a: true, b: 1.5 }), undefined);
        const changed = "a has another value in the stack: the program has changed since, or something else sets it";
        assert.equal(findObstacle(block, { a: 1 }, { a: "true" }), changed);
    });

    const literal = "a is not a literal";
    const obstacles: readonly (readonly [name: string, lines: string, problem: string | undefined])[] = [
        ["plain text", "a: old", undefined],
        ["a text in quotes", "a: 'old'", undefined],
        ["a text with an expression", `a: \${b}-old`, literal],
        ["a call of a function", "a:\n        fn::secret: old", literal],
        ["a text with an anchor", "a: &b old", literal],
        ["an alias", "b: &b old\n      a: *b", literal],
        ["a text with a tag", "a: !!str old", literal],
        ["a text of several lines", "a: |-\n        old", literal],
        ["a list of lists", "a:\n        - - old", literal],
        ["a list with a dash alone", "a:\n        -\n          old", literal],
        ["a mapping with a key on its own", "a:\n        ? b\n        : old", literal],
        ["a merged mapping", "<<: { a: old }", "a spread or a computed name in its arguments may set a"],
        ["a mapping as a key", "[b]: c\n      a: old", undefined],
        ["a mapping with a function among others", "a:\n        b: c\n        fn::secret: old", literal],
    ];
    for (const [name, lines, problem] of obstacles) {
        it(`has ${problem === undefined ? "no obstacle" : "an obstacle"}: ${name}`, async () => {
            const block = await find(`${HEADER}    properties:\n      ${lines}\n`);
            assert.ok(typeof block !== "string", String(block));
            assert.equal(findObstacle(block, { a: "new" }, { a: "old" }), problem);
        });
    }
});
