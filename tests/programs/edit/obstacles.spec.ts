import * as assert from "node:assert/strict";
import { describe, it } from "mocha";
import { findClient, parseJavaScript } from "../../../src/programs/edit/javascript";
import { findObstacle } from "../../../src/programs/edit/obstacles";
import { SECRET } from "../../support/check";

async function obstacle(args: string, changes: object, props: object): Promise<string | undefined> {
    const program = await parseJavaScript("index.ts", `new UserPoolClient("web", ${args});`);
    assert.ok(typeof program !== "string", String(program));
    const block = findClient(program, { file: "index.ts", line: 1, column: 1 }, "web");
    assert.ok(typeof block !== "string", String(block));
    return findObstacle(block, changes, props);
}

const CHANGE = { a: "new" };

describe("obstacles to changes", () => {
    const none: readonly (readonly [name: string, args: string, changes: object, props: object])[] = [
        ["an equal string", `{ a: "old" }`, CHANGE, { a: "old" }],
        [
            "an equal number, list or block",
            `{ a: -1, b: ["x", 2], c: { d: true } }`,
            { a: 1, b: [], c: undefined },
            { a: -1, b: ["x", 2], c: { d: true } },
        ],
        ["a list in another order", `{ a: ["x", "y"] }`, CHANGE, { a: ["y", "x"] }],
        ["a block with keys of the engine", `{ a: { b: 1 } }`, { a: undefined }, { a: { b: 1, __defaults: [] } }],
        ["a block with a member that is unset", `{ a: { b: 1, c: undefined } }`, { a: undefined }, { a: { b: 1, d: null } }],
        ["null", "{ a: null }", CHANGE, {}],
        ["a property that is unset in both", "{}", CHANGE, {}],
        ["a property that is unset in two ways", "{ a: undefined, b: [] }", { a: 1, b: 2 }, { a: [], b: null }],
        ["a property that only the provider sets", "{}", CHANGE, { __defaults: ["b", "a"], a: "by the provider" }],
        ["a member next to one that is computed", "{ a: { b: 1, c: f() } }", { a: { b: 2 } }, { a: { b: 1, c: 3 } }],
        ["a spread before the property", `{ ...rest, a: "old" }`, CHANGE, { a: "old" }],
    ];
    for (const [name, args, changes, props] of none) {
        it(`are none for ${name}`, async () => assert.equal(await obstacle(args, changes, props), undefined));
    }

    const changed = "a has another value in the stack: the program has changed since, or something else sets it";
    const spread = "a spread or a computed name in its arguments may set a";
    const literal = "a is not a literal";
    const found: readonly (readonly [name: string, args: string, changes: object, props: object, problem: string])[] = [
        ["another value", `{ a: "older" }`, CHANGE, { a: "old" }, changed],
        ["a value of another type", `{ a: "1" }`, CHANGE, { a: 1 }, changed],
        ["another list", `{ a: ["1", "2"] }`, CHANGE, { a: [1, 2] }, changed],
        ["a property that is missing", "{}", CHANGE, { a: "old" }, changed],
        ["a property that is missing next to those that the provider sets", "{}", CHANGE, { __defaults: ["b"], a: "old" }, changed],
        ["a property that the stack does not have", `{ a: "old" }`, CHANGE, {}, changed],
        ["a block with another member that goes", "{ a: { b: 1 } }", { a: undefined }, { a: { c: 1 } }, changed],
        ["a block with another key with underscores that goes", "{ a: { b__: 1 } }", { a: undefined }, { a: {} }, changed],
        ["a secret", `{ a: "old" }`, CHANGE, { a: SECRET }, changed],
        ["a member with another value", "{ a: { b: 1 } }", { a: { b: 2 } }, { a: { b: 3 } }, changed.replace("a", "a.b")],
        ["a member of a block that the stack does not have", "{ a: { b: 1 } }", { a: { b: 2 } }, {}, changed],
        ["a spread", `{ ...rest }`, CHANGE, {}, spread],
        ["a spread behind the property", `{ a: "old", ...rest }`, CHANGE, { a: "old" }, spread],
        ["a spread in a block", `{ a: { b: 1, ...rest } }`, { a: { b: 2 } }, { a: { b: 1 } }, spread.replace(/a$/, "a.b")],
        ["a spread in a block that goes", `{ a: { ...rest } }`, { a: undefined }, { a: { b: 1 } }, literal],
        ["a computed name", `{ [name]: 1 }`, CHANGE, {}, spread],
        ["a prototype", `{ __proto__: rest }`, CHANGE, {}, spread],
        ["a property that is set twice", `{ a: "old", a: "old" }`, CHANGE, { a: "old" }, "a is set more than once"],
        ["a variable", `{ a: old }`, CHANGE, { a: "old" }, literal],
        ["a shorthand", `{ a }`, CHANGE, { a: "old" }, literal],
        ["a method", `{ a() {} }`, CHANGE, { a: "old" }, literal],
        ["a getter", `{ get a() { return "old"; } }`, CHANGE, { a: "old" }, literal],
        ["a call", `{ a: pulumi.secret("old") }`, CHANGE, { a: "old" }, literal],
        ["a template with an expression", `{ a: \`\${old}\` }`, CHANGE, { a: "old" }, literal],
        ["another assertion", `{ a: "old" as Old }`, CHANGE, { a: "old" }, literal],
        ["another operator", `{ a: +1 }`, CHANGE, { a: 1 }, literal],
        ["the negative of a text", `{ a: -"1" }`, CHANGE, { a: -1 }, literal],
        ["a large integer", `{ a: 1n }`, CHANGE, { a: 1 }, literal],
        ["a regular expression", `{ a: /old/ }`, CHANGE, { a: "old" }, literal],
        ["a list with a variable", `{ a: ["old", b] }`, CHANGE, { a: ["old", "b"] }, literal],
        ["a list with a spread", `{ a: ["old", ...b] }`, CHANGE, { a: ["old"] }, literal],
        ["a list with a hole", `{ a: ["old", ,] }`, CHANGE, { a: ["old"] }, literal],
        ["a block with a variable that goes", `{ a: { b } }`, { a: undefined }, { a: { b: 1 } }, literal],
    ];
    for (const [name, args, changes, props, problem] of found) {
        it(`are found for ${name}`, async () => assert.equal(await obstacle(args, changes, props), problem));
    }

    it("are found for any of several changes", async () => {
        assert.equal(await obstacle("{ b: c }", { a: 1, b: 2 }, { b: 1 }), "b is not a literal");
    });
});
