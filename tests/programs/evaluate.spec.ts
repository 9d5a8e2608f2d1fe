// biome-ignore-all lint/suspicious/noTemplateCurlyInString: the texts are programs

import assert from "node:assert/strict";
import { Evaluator, UNKNOWN } from "../../src/programs/evaluate";
import type { Expression, Literal, Member, Program } from "../../src/programs/expression";
import { readJavaScript } from "../../src/programs/languages/javascript";
import { propertyValue } from "./notation";
import { readable, readOnlyClient } from "./read";

const IMPORTS = 'import * as aws from "@pulumi/aws";\nimport * as pulumi from "@pulumi/pulumi";\n';

/** Evaluates the value of a property in TypeScript, behind some declarations. */
function inTypeScript(declarations: string, value: string, property = "callbackUrls"): unknown {
    return readOnlyClient(`${IMPORTS}${declarations}\nnew aws.cognito.UserPoolClient("web", { ${property}: ${value} });`)[property] ?? null;
}

/** Evaluates the value of an argument in Python. */
function inPython(declarations: string, value: string): unknown {
    const source = `import pulumi_aws as aws\n${declarations}\naws.cognito.UserPoolClient("web", callback_urls=${value})`;
    return readOnlyClient(source, "__main__.py").callbackUrls;
}

describe("values in TypeScript", () => {
    for (const [title, declarations, value, expected] of [
        // Texts
        ["a sum with a text that a call only wraps", "", '"a" + Object.freeze("b")', "ab"],
        ["a sum with an output", "", '"a" + pulumi.output("b")', "?"],
        ["a sum with a secret", "", '"a" + pulumi.secret("b")', "?"],
        ["a sum with a secret in a call that only wraps", "", '"a" + Object.freeze(pulumi.secret("b"))', "?"],
        ["a sum with an interpolation", "", '"a" + pulumi.interpolate`b${"c"}`', "?"],
        ["a sum with a constant interpolation", 'const t = pulumi.interpolate`b${"c"}`;', '"a" + t', "?"],
        ["a sum with a template", 'const t = `b${"c"}`;', '"a" + t', "abc"],
        ["a template in a template", 'const t = `b${"c"}`;', "`a${t}`", "abc"],
        ["a template with a secret", "", '`a${pulumi.secret("b")}`', "?"],
        ["an interpolation with a secret", "", 'pulumi.interpolate`a${pulumi.secret("b")}`', "ab"],
        ["a sum with a number behind a name", "const n = 10;", '"a" + n', "a10"],
        ["a sum with a number in front", "", '1 + "a"', "?"],
        ["a sum with a boolean", "", '"a" + true', "?"],
        ["a sum with null", "", '"a" + null', "?"],
        ["a sum with an object", "", '"a" + { b: "c" }', "?"],
        ["a sum with a list", "", '"a" + ["b"]', "?"],
        ["a sum of unknown lists", "", "[...a] + [...b]", "?"],
        ["the largest integer in a text", "", "`a${9007199254740991}`", "a9007199254740991"],
        ["a larger integer in a text", "", "`a${9007199254740993}`", "?"],
        ["a text with null", "", "`a${null}`", "?"],
        ["a member of a text", 'const t = "a";', "t.length", "?"],

        // Lists
        ["a list whose elements are all computed", "", "[a, b]", ["?", "?"]],
        ["a list of a computed element and a spread", "", "[a, ...b]", "?"],
        ["a list of a computed element, a known one and a spread", "", '[a, "b", ...c]', ["?", "b"]],
        ["the last of a number of elements", `const u = [${"0, ".repeat(12)}"a"];`, "[u[12]]", ["a"]],
        ["an element behind the last", 'const u = ["a"];', "[u[1]]", ["?"]],
        ["an element in front of a spread", 'const u = ["a", ...v];', "[u[0]]", ["a"]],
        ["an element by a name that only starts with its index", 'const u = ["a", "b"];', '[u["1x"], u["01"], u[""]]', ["?", "?", "?"]],
        ["a member of an element", 'const u = [{ a: "b" }];', "[u[0].a]", ["b"]],

        // Objects
        ["a member that is unset", "", '{ a: undefined, b: "c" }', { b: "c" }],
        ["a spread of a text", "", '{ a: "b", ..."cd" }', "?"],
        ["a spread of an object", 'const o = { a: "b" };', "{ ...o, c: 1 }", { a: "b", c: 1 }],
        ["a spread of null", "", '{ ...null, a: "b" }', { a: "b" }],
        ["a member of an object that is passed on", 'const o = { a: "b" }; change(o);', "o.a", "?"],
        ["a member of an object that is only read", 'const o = { a: "b" }; if (o) f();', "o.a", "b"],
    ] as const) {
        it(`have ${title}`, () => assert.deepEqual(inTypeScript(declarations, value), expected));
    }

    for (const [title, declarations, value, expected] of [
        ["a text", 'const t = "a"; f(t);', "t", "a"],
        ["a text in a wrapper", 'const t = "a" as const; f(t);', "t", "a"],
        ["a number", "const t = 1; f(t);", "t", 1],
        ["a template", 'const x = "b"; const t = `a${x}`; f(t);', "t", "ab"],
        ["a sum", 'const x = "b"; const t = "a" + x; f(t);', "t", "ab"],
        ["a sum of names", 'const x = "b"; const t = x + x; f(t);', "t", "bb"],
        ["a list", 'const t = ["a"]; f(t);', "t", "?"],
        ["an object", "const t = { a: 1 }; f(t);", "t", "?"],
        ["a text under another name", 'const s = "a"; const t = s; f(s, t);', "t", "a"],
    ] as const) {
        it(`keep ${title} that is passed on${expected === "?" ? " only if nothing can change it" : ""}`, () => {
            assert.deepEqual(inTypeScript(declarations, value), expected);
        });
    }

    it("have keys of maps as they are written", () => {
        const source = 'import pulumi_aws as aws\naws.cognito.UserPoolClient("web", tags={"a_b": "c"}, token_validity_units={"a_b": "c"})';
        const { tags, tokenValidityUnits } = readOnlyClient(source, "__main__.py");
        assert.deepEqual([tags, tokenValidityUnits], [{ a_b: "c" }, { aB: "c" }]);
    });
});

describe("values in Python", () => {
    for (const [title, declarations, value, expected] of [
        ["joined lists", "", '["a"] + ["b"]', ["a", "b"]],
        ["a known and an unknown list", "", '["a"] + f()', ["a", "?"]],
        ["unknown lists", "", "f() + g()", "?"],
        ["a list and a text", "", '["a"] + "b"', "?"],
        ["a text and a list", "", '"a" + ["b"]', "?"],
        ["joined lists behind a name", 'u = ["a"]\nv = u + ["b"]', "v", ["a", "b"]],
        ["joined lists that are passed on", 'u = ["a"]\nv = u + ["b"]\nf(v)', "v", "?"],
        ["joined texts that are passed on", 'u = "a"\nv = u + "b"\nf(v)', "v", "ab"],
        ["joined texts with an f-string that are passed on", 'u = "a"\nv = u + f"{u}b"\nf(v)', "v", "aab"],
        ["joined names that are passed on, which can be lists", 'u = "a"\nv = u + u\nf(v)', "v", "?"],
        ["a text and a number", "", '"a" + 1', "?"],
    ] as const) {
        it(`have ${title}`, () => assert.deepEqual(inPython(declarations, value), expected));
    }
});

describe("outputs of resources that are inputs", () => {
    const resource = (args: string) => `const google = new aws.cognito.IdentityProvider("g"${args});`;
    for (const [title, declarations, value, expected] of [
        ["known", resource(', { providerName: "Google" }'), "google.providerName", "Google"],
        ["those of a variable in a class", "", "this.google.providerName", "?"],
        ["unknown if another one is read", resource(', { providerType: "Google" }'), "google.providerType", "?"],
        ["unknown if the resource itself is used", resource(', { providerName: "Google" }'), "google", "?"],
        ["unknown if a member of them is read", resource(', { providerName: "Google" }'), "google.providerName.length", "?"],
        ["unknown without arguments", resource(""), "google.providerName", "?"],
        ["unknown if they are not set", resource(", {}"), "google.providerName", "?"],
        ["unknown if they are unset", resource(", { providerName: undefined }"), "google.providerName", "?"],
        ["unknown if a spread can replace them", resource(', { providerName: "Google", ...args }'), "google.providerName", "?"],
        ["known if a spread is in front", resource(', { ...args, providerName: "Google" }'), "google.providerName", "Google"],
    ] as const) {
        it(`are ${title}`, () => assert.deepEqual(inTypeScript(declarations, `[${value}]`), [expected]));
    }

    for (const [access, expected] of [
        ["this.google.providerName", "Google"],
        ["this.google?.providerName", "?"],
    ]) {
        it(`are ${expected} by ${access} in a method that can run before the resource is assigned`, () => {
            const set = 'this.google = new aws.cognito.IdentityProvider("g", { providerName: "Google" });';
            const client = `new aws.cognito.UserPoolClient("w", { callbackUrls: [${access}] });`;
            const source = `${IMPORTS}class A { constructor() { ${set} } m() { ${client} } }`;
            assert.deepEqual(readOnlyClient(source).callbackUrls, [expected]);
        });
    }

    it("are known by ?. of a constant", () => {
        assert.equal(inTypeScript(resource(', { providerName: "Google" }'), "google?.providerName"), "Google");
    });
});

/** A program without a text. */
const EMPTY = readJavaScript("index.js", "");

function literal(value: Literal["value"]): Literal {
    return { kind: "literal", value, quote: "", start: 0, end: 0 };
}

function list(...values: readonly Expression[]): Expression {
    const items = values.map(value => ({ value, start: 0, end: 0 }));
    return { kind: "list", layout: "brackets", inside: { start: 0, end: 0 }, items, start: 0, end: 0 };
}

function object(...members: readonly Omit<Member, "start" | "end">[]): Expression {
    const inside = { start: 0, end: 0 };
    return { kind: "object", layout: "brackets", inside, members: members.map(member => ({ ...member, ...inside })), ...inside };
}

/** Wraps an expression a number of times. */
function nest(count: number, innermost: Expression, wrap: (value: Expression) => Expression): Expression {
    return Array.from({ length: count }).reduce<Expression>(value => wrap(value), innermost);
}

function evaluate(expression: Expression): unknown {
    return readable(new Evaluator([EMPTY]).evaluate(EMPTY, expression));
}

describe("limits of the evaluation", () => {
    it("are 40 nested expressions", () => {
        assert.equal(JSON.stringify(evaluate(nest(39, literal("a"), list))).includes('"a"'), true);
        assert.equal(JSON.stringify(evaluate(nest(40, literal("a"), list))).includes('"a"'), false);
    });

    it("are 40 nested spreads", () => {
        const spread = (value: Expression) => object({ value, isSpread: true });
        const innermost = object({ value: literal("a"), name: "b", rawName: "b" });
        const isOpen = (count: number) => new Evaluator([EMPTY]).members(EMPTY, nest(count, innermost, spread)).isOpen;
        assert.deepEqual([isOpen(39), isOpen(40)], [false, true]);
    });

    it("do not count expressions and spreads that follow each other", () => {
        const values = Array.from({ length: 50 }, (_, index) => index);
        assert.deepEqual(evaluate(list(...values.map(literal))), values);
        const spreads = values.map(() => ({ value: object({ value: literal("a"), name: "b", rawName: "b" }), isSpread: true }));
        assert.deepEqual(evaluate(object(...spreads)), { b: "a" });
    });

    for (const [title, print] of [
        ["template", (count: number) => `\`\${"${"x".repeat(count - 1)}"}y\``],
        ["concatenation", (count: number) => `"${"x".repeat(count - 1)}" + "y"`],
    ] as const) {
        it(`are 65,536 characters in a ${title}`, () => {
            assert.equal(String(inTypeScript("", print(65_536))).length, 65_536);
            assert.equal(inTypeScript("", print(65_537)), "?");
        });
    }

    it("are 10,000 elements in a list", () => {
        const lengthOf = (count: number) => evaluate(list(...Array.from({ length: count }, () => literal(1))));
        assert.deepEqual(lengthOf(10_000), Array(10_000).fill(1));
        assert.equal(lengthOf(10_001), "?");
    });

    const programs: Program[] = [readJavaScript("a.js", "ab"), readJavaScript("b.js", "c")];
    const limit = 200_000 + 2 * 3;

    /** Returns an evaluator that has evaluated a number of expressions in files of three characters. */
    function evaluatorAfter(count: number): Evaluator {
        const evaluator = new Evaluator(programs);
        for (let step = 0; step < count; step++) evaluator.evaluate(EMPTY, literal("a"));
        return evaluator;
    }

    it("are 200,000 expressions and two for each character", () => {
        const evaluator = evaluatorAfter(limit - 1);
        assert.equal(evaluator.evaluate(EMPTY, literal("a")), "a");
        assert.equal(evaluator.isExhausted, false);
        assert.equal(evaluator.evaluate(EMPTY, literal("a")), UNKNOWN);
        assert.equal(evaluator.isExhausted, true);
    });

    it("count each member of an object", () => {
        const members = [literal("a"), literal("b")].map((value, index) => ({ value, name: `m${index}`, rawName: `m${index}` }));
        assert.equal(evaluatorAfter(limit - 2).members(EMPTY, object(...members)).isOpen, false);
        const { byName, isOpen } = evaluatorAfter(limit - 1).members(EMPTY, object(...members));
        assert.deepEqual([[...byName.keys()], byName.get("m0")?.isOverridden, isOpen], [["m0"], true, true]);
    });
});

describe("patterns of names", () => {
    for (const [code, expected] of [
        ["`${a}${b}-web`", "*-web"],
        ["`${a}-${1.5}-web`", "*-*-web"],
        ["`${a} ${b}`", undefined],
        ["`${a}*${b}`", undefined],
        ["`${a}-${b}`", "*-*"],
        ["5", undefined],
        ["a", undefined],
        ['"web"', "web"],
        ["[`web-${a}`]", undefined],
        ["Object.freeze(`web-${a}`)", "web-*"],
        ['a + "-web"', "*-web"],
    ] as const) {
        it(`of ${code} are ${expected ?? "unknown"}`, () => {
            const value = propertyValue(
                readJavaScript,
                "index.js",
                `${IMPORTS}new aws.cognito.UserPoolClient("w", { name: ${code} });`,
                "name",
            );
            assert.equal(new Evaluator([EMPTY]).pattern(EMPTY, value), expected);
        });
    }
});
