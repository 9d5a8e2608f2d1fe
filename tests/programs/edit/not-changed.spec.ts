// biome-ignore-all lint/suspicious/noTemplateCurlyInString: the texts are programs

import * as assert from "node:assert/strict";
import { describe, it } from "mocha";
import { readProgramText } from "../../../src/programs";
import { Editor, planFix } from "../../../src/programs/edit";
import { syntaxError } from "../../../src/programs/edit/obstacle";
import { CSHARP, edit, GO, JAVA, JAVASCRIPT, PYTHON, type Wrapping } from "./wrappings";

const ERRORS = { preventUserExistenceErrors: "ENABLED" };
const NONE = "it has no arguments that can be changed";
const COMPUTED = "its arguments are computed";
const open = (property: string) => `a spread or a computed name in its arguments may set ${property}`;
const notLiteral = (property: string) => `${property} is not a literal`;

type Case = readonly [name: string, before: string, changes: object, reason: string];

const IN_JAVASCRIPT: readonly Case[] = [
    ["an object with nothing but a comment", "{ // none\n}", ERRORS, NONE],
    ["no arguments", "undefined", ERRORS, NONE],
    ["arguments from a function", "merge({})", ERRORS, COMPUTED],
    ["a list of arguments", "[]", ERRORS, COMPUTED],
    ["a spread of something unknown", "{ ...rest }", { a: 1 }, open("a")],
    ["a spread behind the property", `{ a: "x", ...rest }`, { a: "y" }, open("a")],
    ["a property in a spread", `{ ...{ a: "x" } }`, { a: "y" }, "a is set by what is spread into its arguments"],
    [
        "a spread in a block",
        "{ a: { b: 1, ...{ b: 3 } } }",
        { a: { b: 2 } },
        "the changed program would not be read as the same but for this change",
    ],
    ["a computed name", "{ [name]: 1 }", { a: 1 }, open("a")],
    ["a prototype", "{ __proto__: rest }", { a: 1 }, open("a")],
    ["a property that is set twice", `{ a: "x", a: "z" }`, { a: "y" }, "a is set more than once"],
    ["a member that is set twice", `{ a: { b: "x", b: "z" } }`, { a: { b: "y" } }, "a.b is set more than once"],
    ["a variable", "{ a: config }", { a: "y" }, notLiteral("a")],
    ["a variable that would be removed", "{ a: config }", { a: undefined }, notLiteral("a")],
    ["a variable in a block that would be removed", "{ a: { b: config, c: 1 } }", { a: { b: undefined } }, notLiteral("a.b")],
    ["a method", "{ a() {} }", { a: "y" }, notLiteral("a")],
    ["a template with an expression", "{ a: `${config}` }", { a: "y" }, notLiteral("a")],
    ["another operator", "{ a: +1 }", { a: 2 }, notLiteral("a")],
    ["a list with a variable", `{ a: ["x", config] }`, { a: ["x"] }, notLiteral("a")],
    ["a list with a spread", `{ a: ["x", ...["y"]] }`, { a: ["x"] }, notLiteral("a")],
    ["a list with a hole", `{ a: ["x", ,] }`, { a: ["x"] }, notLiteral("a")],
    ["a list with a joined text", `{ a: ["x" + "y"] }`, { a: ["z"] }, notLiteral("a")],
    ["a list with nothing but a comment", "{ a: [ /* none */ ] }", { a: ["x"] }, notLiteral("a")],
    ["a list with null", `{ a: ["x", null] }`, { a: ["x"] }, notLiteral("a")],
    ["a list with a text of several lines", "{ a: [`x\ny`] }", { a: ["z"] }, notLiteral("a")],
    ["a long list", `{ a: [${Array(501).fill('"x"')}] }`, { a: Array(500).fill("y") }, "a has too many elements"],
    ["a number instead of a list", "{ a: 1 }", { a: [1] }, notLiteral("a")],
    ["a text instead of a block", `{ a: "x" }`, { a: { b: 1 } }, notLiteral("a")],
    ["a block instead of a text", "{ a: { b: 1 } }", { a: "x" }, notLiteral("a")],
    ["a block instead of a list", "{ a: { b: 1 } }", { a: ["x"] }, notLiteral("a")],
    ["a list instead of a text", `{ a: ["x"] }`, { a: "x" }, notLiteral("a")],
    ["a text on several lines", `{ a: "x" +\n "y" }`, { a: "z" }, notLiteral("a")],
    ["a text on several lines in a block", `{ a: { b: "x" +\n "y" } }`, { a: { b: "z" } }, notLiteral("a.b")],
    ["transformations", `{ a: "x" }, { transformations: [rename] }`, { a: "y" }, "its options can change every property"],
];

const IN_OTHERS: readonly (readonly [language: string, wrapping: Wrapping, cases: readonly Case[]])[] = [
    [
        "Python",
        PYTHON,
        [
            ["no arguments", "", ERRORS, NONE],
            ["nothing but a comment", " # none\n", ERRORS, NONE],
            ["arguments from a function", "create()", ERRORS, COMPUTED],
            [
                "a dictionary with a computed key",
                ' analytics_configuration={key: "x"}',
                { analyticsConfiguration: { userDataShared: false } },
                notLiteral("analyticsConfiguration"),
            ],
        ],
    ],
    ["Go", GO, [["nothing but a comment", "// none\n", ERRORS, NONE]]],
    [
        "Java",
        JAVA,
        [
            ["nothing but a comment", "/* none */", ERRORS, NONE],
            ["a list with nothing but a comment", ".callbackUrls(/* none */)", { callbackUrls: ["x"] }, notLiteral("callbackUrls")],
        ],
    ],
    ["C#", CSHARP, [["nothing but a comment", "/* none */", ERRORS, NONE]]],
];

for (const [language, wrapping, cases] of [["JavaScript", JAVASCRIPT, IN_JAVASCRIPT] as const, ...IN_OTHERS]) {
    describe(`arguments in ${language} that are not changed`, () => {
        for (const [name, before, changes, reason] of cases) {
            it(`have ${name}`, () => assert.equal(edit(wrapping, before, changes), reason));
        }
    });
}

describe("a client that is not changed", () => {
    const plan = (text: string, patch: object) => {
        const program = readProgramText("__main__.py", text);
        const [client] = program.resources;
        assert.ok(client, text);
        return planFix(program, client, patch);
    };
    const CLIENT = 'import pulumi_aws as aws\naws.cognito.UserPoolClient("web", name=name)\n';

    it("has no arguments but a name", () => {
        const { reason } = plan('import pulumi_aws as aws\naws.cognito.UserPoolClient("web")\n', ERRORS) as { reason: string };
        assert.equal(reason, NONE);
    });

    it("has instructions", () => {
        const instructions = 'Write `name="shop"`.';
        assert.deepEqual(plan(CLIENT, { name: "shop" }), { reason: "name is not a literal", instructions });
    });

    it("does not hide an error of the fix", () => {
        const program = readProgramText("__main__.py", CLIENT);
        const [resource] = program.resources;
        assert.ok(resource);
        const patch = Object.defineProperty({}, "name", { enumerable: true, get: () => assert.fail("no value") });
        assert.throws(() => new Editor(program).edit({ resource, patch }), /no value/);
    });

    it("is in a file with an error", () => {
        assert.equal(syntaxError({ line: 3, reason: "unexpected )" }), "of a syntax error in line 3: unexpected )");
        assert.equal(syntaxError({ reason: "permission denied" }), "the file could not be read: permission denied");
    });
});
