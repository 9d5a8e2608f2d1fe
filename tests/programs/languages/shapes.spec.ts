import * as assert from "node:assert/strict";
import { describe, it } from "mocha";
import { GO } from "../../../src/programs/languages/go/syntax";
import { CSHARP, JAVA } from "../../../src/programs/languages/objects/syntax";
import { PYTHON } from "../../../src/programs/languages/python/syntax";
import { shapeOf } from "../../../src/programs/languages/tokens/shapes";
import { TokenSource } from "../../../src/programs/languages/tokens/source";
import type { TokenLanguage } from "../../../src/programs/languages/tokens/strings";

const SYNTAXES = { python: PYTHON, go: GO, java: JAVA, csharp: CSHARP };

/** Expressions that are one value, or several that `+` joins: their number. */
const PARTS: readonly (readonly [TokenLanguage, number, ...string[]])[] = [
    ["python", 1, "a", "1", "'a'", "a.b(c)[d].e", "(a b)", "{a: b}", "'a' 'b'", "f'{a}' 'b' f'{c}'"],
    ["python", 2, "a + b", "'a' 'b' + c", "f(a + b) + c"],
    ["python", 3, "a + b + c"],
    ["go", 1, "a.b{c}", "a...", "'a'"],
    ["java", 1, "new A()", "A::b", "this.<A>b()", "a.b"],
    ["java", 2, "new A() + new B()"],
    ["csharp", 1, "a!", "a!.b", "a?.b", "global::A.b", "new A { B = c }", "new() { A = b }", "new[] { a }", "new List<A> { b }"],
    ["csharp", 2, "a! + b"],
];

const COMPUTED: readonly (readonly [TokenLanguage, ...string[]])[] = [
    ["python", "a and b", "not a", "a not in b", "a if b else c", "lambda a: b", "await a", "-a", "+a", "~a", "* a", "-1 - 1"],
    ["python", "a * b", "a ** -b", "a // b", "a << b", "a >> b", "a % b + c", "a @ b", "a < b", "a != b", "a + -b", "a := b", "--a"],
    ["go", "&a", "*a", "<-a", "!a", "func() {}", "a == b && c", "a &^ b", "a >> b"],
    ["java", "(A) b", "(A<B[]>) c", "(A.B) c", "(A) -b", "a instanceof B", "a ? b : c", "a -> b", "a >>> b", "!a"],
    ["java", "a++", "a--", "++a", "--a", "a++ + b", "switch (a) {}"],
    ["csharp", "(A?) b", "(A<B, C>) d", "a as B", "a ?? b", "a => b", "a switch { }", "a is not null", "await a", "a with { B = c }"],
];

/** What is no expression: something is missing between or behind values, or it is more than one expression. */
const BROKEN: readonly (readonly [TokenLanguage, ...string[]])[] = [
    ["python", "", "a b", "a 1", "'a' b", "a 'b'", "a {b}", "{a} {b}", "a and", "a +", "a *", "a if b else", ")"],
    ["python", "a = b", "a, b", "a: b", "a; b", "a.", ".a", "a.1", "a.(b)", "a ? b", "a++", "a < > b", "a > / b", "a $ b", "/ a", "> a"],
    ["go", "a b", "a map[b]c{}", "'a' 'b'", '"a" "b"', "a := b", "a++", "a ? b"],
    ["java", "a b", "() b", "(a + b) c", "[a] b", "a new B()", "a?.b", '"a" "b"', '(a) "b" c', "a = b", "A<B> c", "new"],
    ["csharp", "a new()", "(a?.b) c", '$"{a}" b', "a -> b", "!", "a! b", "{ a } b", "(1) b", "a ! = b"],
];

describe("shapes of expressions", () => {
    const read = (language: TokenLanguage, text: string) => {
        const source = new TokenSource(text, language);
        return shapeOf(source, { from: 0, to: source.tokens.length }, SYNTAXES[language]);
    };

    for (const [language, count, ...texts] of PARTS)
        for (const text of texts) {
            it(`finds ${count} values in ${text} of ${language}`, () => {
                const plus = read(language, text);
                assert.ok(typeof plus !== "string", plus as string);
                assert.equal(plus.length, count - 1);
                const { tokens } = new TokenSource(text, language);
                for (const index of plus) assert.equal(tokens[index]?.text, "+");
            });
        }

    for (const [expected, table] of Object.entries({ computed: COMPUTED, broken: BROKEN }))
        for (const [language, ...texts] of table)
            for (const text of texts)
                it(`takes ${text} of ${language} for ${expected}`, () => assert.equal(read(language, text), expected));

    it("reads no further than the expression", () => {
        const source = new TokenSource("a.b (c)", "csharp");
        assert.equal(shapeOf(source, { from: 0, to: 2 }, CSHARP), "broken"); // the name behind the dot
        assert.equal(shapeOf(source, { from: 3, to: 4 }, CSHARP), "broken"); // the closing bracket
        assert.ok(Array.isArray(shapeOf(source, { from: 2, to: 6 }, CSHARP)));
    });
});
