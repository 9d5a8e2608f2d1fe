import * as assert from "node:assert/strict";
import { describe, it } from "mocha";
import { editBlock } from "../../../src/programs/edit/edit-values";
import { applyEdits } from "../../../src/programs/edit/edits";
import { findClient, isJavaScript, JAVASCRIPT, parseJavaScript } from "../../../src/programs/edit/javascript";
import type { Block } from "../../../src/programs/edit/source";

const BEFORE = 'new aws.cognito.UserPoolClient("web", ';
const AFTER = ");";

/** Finds the client of a program at the mark `^`, or at the first `new`. */
async function find(marked: string, { file = "index.ts", name = "web", hasColumn = true } = {}): Promise<Block | string> {
    const offset = marked.search(marked.includes("^") ? /\^/ : /\bnew\b/);
    const lines = marked.slice(0, offset).split(/\r\n|\n|\r/);
    const program = await parseJavaScript(file, marked.replace("^", ""));
    if (typeof program === "string") return program;
    const column = (lines.at(-1)?.length ?? 0) + 1;
    return findClient(program, { file, line: lines.length, ...(hasColumn && { column }) }, name);
}

/** Makes changes to the arguments of a client and returns the new text of the arguments. */
async function edit(args: string, changes: object): Promise<string> {
    const text = BEFORE + args + AFTER;
    const block = await find(text);
    assert.ok(typeof block !== "string", String(block));
    const edited = applyEdits(text, editBlock(block, changes, { text, syntax: JAVASCRIPT }));
    assert.ok(edited.startsWith(BEFORE) && edited.endsWith(AFTER), edited);
    return edited.slice(BEFORE.length, -AFTER.length);
}

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
        name: "to an empty object with a comment",
        changes: ERRORS,
        before: "{ // none\n}",
        after: '{ preventUserExistenceErrors: "ENABLED" // none\n}',
    },
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
        name: "with the line ends of old Macs",
        changes: ERRORS,
        before: "{\r  a: 1\r}",
        after: '{\r  a: 1,\r  preventUserExistenceErrors: "ENABLED"\r}',
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
    { name: "a value of another kind", changes: { a: [1], b: { c: 1 } }, before: "{ a: 1, b: [2] }", after: "{ a: [1], b: { c: 1 } }" },
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
            it(`${verb} ${name}`, async () => assert.equal(await edit(before, changes), after));
        }
    }
});

describe("the client of a program", () => {
    const found: readonly (readonly [name: string, program: string])[] = [
        ["by a member of a namespace", `^new aws.cognito.UserPoolClient("web", {});`],
        ["by the name of the class", `const client = ^new UserPoolClient("web", {});`],
        ["by an imported name", `import { UserPoolClient as Client } from "@pulumi/aws/cognito";\n^new Client("web", {});`],
        ["by a name of require", `const { UserPoolClient: Client } = require("@pulumi/aws").cognito;\n^new Client("web", {});`],
        ["by a constant", `const Client = (aws.cognito.UserPoolClient);\n^new Client("web", {});`],
        ["by an alias of TypeScript", `import Client = aws.cognito.UserPoolClient;\n^new Client("web", {});`],
        ["in parentheses", `^new (aws.cognito.UserPoolClient)(("web"), ({}));`],
        ["with a name from a template", `^new UserPoolClient(\`w\${e}b\`, {});`],
        ["with a name from a variable", "^new UserPoolClient(name, {});"],
        ["with options in a spread", `^new UserPoolClient("web", {}, ...options);`],
        ["with arguments as a type", `^new UserPoolClient("web", {} as any as UserPoolClientArgs);`],
        ["with arguments of an old assertion", `^new UserPoolClient("web", <UserPoolClientArgs>{});`],
        ["with arguments that satisfy their own type", `^new UserPoolClient("web", {} satisfies aws.cognito.UserPoolClientArgs);`],
        ["in a function that is passed on", `apps.^map(web => new UserPoolClient(web, {}));`],
        ["in a function that is passed to a function", `^each(apps, web => { new UserPoolClient(web, {}); });`],
        ["in a function that is called at once", `(() => { new UserPoolClient("web", {}); })^();`],
        [
            "in a function that is passed on with another client",
            `apps.^map(() => [new UserPoolClient("web", {}), new UserPoolClient("api", {})]);`,
        ],
    ];
    for (const [name, program] of found) {
        it(`is found ${name}`, async () => {
            const block = await find(program);
            assert.ok(typeof block !== "string", String(block));
            const text = program.replace("^", "");
            assert.equal(text.slice(block.start, block.end), "{}");
        });
    }

    it("is found by the line alone", async () => {
        const block = await find(`f(); new UserPoolClient("web", {});`, { hasColumn: false });
        assert.notEqual(typeof block, "string");
    });

    const changed = "there is no `new UserPoolClient` for web at this position; the program may have changed since";
    const computed = "its arguments are not an object literal";
    const rejected: readonly (readonly [name: string, program: string, problem: string])[] = [
        ["another expression", `^aws.cognito.UserPoolClient.get("web", id, {});`, changed],
        ["another class", `^new aws.cognito.UserPool("web", {});`, changed],
        ["a class with a computed name", `^new aws.cognito["UserPoolClient"]("web", {});`, changed],
        ["a component", `^new SignIn("web", {});`, changed],
        ["the client of a component", `^new SignIn("web", { client: new UserPoolClient("web", {}) });`, changed],
        ["a class that the program derives", `class Client extends UserPoolClient { constructor() { ^super("web", {}); } }`, changed],
        ["a client with another name", `^new UserPoolClient("api", {});`, changed],
        ["a client with another name from a template", `^new UserPoolClient(\`\${app}-api\`, {});`, changed],
        ["a client before the position", `new UserPoolClient("web", {});\n^f();`, changed],
        ["a client behind a call at the position", `^f(); new UserPoolClient("web", {});`, changed],
        ["a client before a call at the position", `new UserPoolClient("web", {}).id.^apply(f);`, changed],
        ["a client behind the position", `^ new UserPoolClient("web", {});`, changed],
        [
            "a function that is passed on with clients that could have the name",
            `apps.^map(app => [new UserPoolClient(app, {}), new UserPoolClient(app + "-api", {})]);`,
            "the position could be that of several clients with the name web",
        ],
        ["arguments in a variable", `^new UserPoolClient("web", args);`, "its arguments are in the variable args"],
        ["arguments from a function", `^new UserPoolClient("web", merge({}));`, computed],
        ["no arguments", `^new UserPoolClient("web");`, computed],
        ["arguments in a spread", `^new UserPoolClient(...all, {});`, computed],
        ["arguments that satisfy another type", `^new UserPoolClient("web", {} satisfies Own);`, computed],
        ["arguments that satisfy a type without a name", `^new UserPoolClient("web", {} satisfies { a?: 1 });`, computed],
    ];
    for (const [name, program, problem] of rejected) {
        it(`is not ${name}`, async () => assert.equal(await find(program), problem));
    }

    it("is not one of two on a line without a column", async () => {
        const program = "f(); new UserPoolClient(a, {}); new UserPoolClient(b, {});";
        assert.equal(await find(program, { hasColumn: false }), "the position could be that of several clients with the name web");
    });
});

describe("the parser of JavaScript", () => {
    const accepted: readonly (readonly [file: string, text: string])[] = [
        ["index.js", `#!/usr/bin/env node\nwith (a) {}\nnew UserPoolClient("web", {});\nreturn;`],
        ["index.js", `if (a < b && c > (d)) new UserPoolClient("web", {});`],
        ["index.mjs", `import a from "./a.json" with { type: "json" };\nawait a; export const b = new UserPoolClient("web", {});`],
        ["index.cjs", `const await = 1; new UserPoolClient("web", {});`],
        ["index.ts", `await using a = b(); class C<const T> { accessor d = e!; } new UserPoolClient("web", {});`],
        ["index.ts", `enum A { B } declare module "c" {} export = async () => { new UserPoolClient("web", {}); };`],
        ["index.ts", `@a() class B { constructor(@c() private readonly d: E) {} } new UserPoolClient("web", {});`],
        ["index.mts", `import type { A } from "a"; const b = <T,>(c: T): asserts c is A => {}; new UserPoolClient("web", {});`],
        ["index.cts", `import a = require("a"); let b = <any>a; new UserPoolClient("web", {} as const);`],
        ["index.tsx", `const a = <b c="d">{e}</b>; new UserPoolClient("web", {});`],
    ];
    for (const [file, text] of accepted) {
        it(`reads ${file}: ${text}`, async () => {
            const block = await find(text, { file });
            assert.notEqual(typeof block, "string", String(block));
        });
    }

    it("says where a file is not JavaScript", async () => {
        assert.equal(await find("new UserPoolClient(\n;", { file: "a.js" }), "the file could not be parsed: Unexpected token (2:0)");
        assert.equal(await find("const a: number = 1; new A();", { file: "a.js" }), "the file could not be parsed: Unexpected token (1:7)");
    });

    it("knows the names of files", () => {
        const names = ["a.js", "a.cjs", "a.mjs", "a.jsx", "a.ts", "a.cts", "a.mts", "a.tsx", "a.json", "a.py", "js", "a.js.map", "a.vue"];
        assert.deepEqual(names.filter(isJavaScript), names.slice(0, 8));
    });
});
