import * as assert from "node:assert/strict";
import * as fc from "fast-check";
import { describe, it } from "mocha";
import type { TokenLanguage } from "../../../src/programs/languages/tokens/strings";
import { tokenize } from "../../../src/programs/languages/tokens/tokens";
import { assertProperty, cases } from "../../support/clients";

const LANGUAGES: readonly TokenLanguage[] = ["python", "go", "java", "csharp"];

/** Texts and their tokens. */
const TOKENS: readonly (readonly [TokenLanguage, string, readonly string[]])[] = [
    ["python", "a.b # c", ["a", ".", "b"]],
    ["python", "#!/usr/bin/env python\n#if\na", ["a"]],
    ["python", "a \\\n b \\\r\n c", ["a", "b", "c"]],
    ["python", "# a\rb", ["b"]],
    ["python", "e\u0301 = \uFB01é", ["é", "=", "fié"]],
    ["python", "@a", ["@", "a"]],
    ["python", "x**2//3 != y", ["x", "**", "2", "//", "3", "!=", "y"]],
    ["python", "1.5e-3 .5 0x1F 1_000 a.b", ["1.5e-3", ".5", "0x1F", "1_000", "a", ".", "b"]],
    ["go", "a := <-b /* c */ &^= d", ["a", ":=", "<-", "b", "&^=", "d"]],
    ["go", "// a\rb\nc", ["c"]],
    ["go", "a\n#b", ["a", "#", "b"]],
    ["go", "'a' '\\n' '\\x41'", ["'a'", "'\\n'", "'\\x41'"]],
    ["go", "a$b", ["a", "$", "b"]],
    ["go", "ｘ", ["ｘ"]],
    ["java", "// a\rb", ["b"]],
    ["java", "$a a$b @A", ["$a", "a$b", "@", "A"]],
    ["java", "A::b -> c >>>= d", ["A", "::", "b", "->", "c", ">>>=", "d"]],
    ["java", "`a`", ["`", "a", "`"]],
    ["java", "#!/usr/bin/java\na", ["a"]],
    ["csharp", "// a\u2028b", ["b"]],
    ["csharp", "@class @a a@b", ["@class", "a", "a", "b"]],
    ["csharp", "a ?? b?.c?.5:d..e", ["a", "??", "b", "?.", "c", "?", ".5", ":", "d", "..", "e"]],
    ["csharp", "a #if b\n#region 'c\n d", ["a", "#", "if", "b", "d"]],
    ["csharp", "a\u00B7b", ["a\u00B7b"]],
];

/** Texts that are not valid, with the reason, and the offset of the error. */
const ERRORS: readonly (readonly [TokenLanguage, string, string, number])[] = [
    ["python", "x = (1", "a bracket is not closed", 4],
    ["python", "x = [(1", "a bracket is not closed", 5],
    ["python", "x = 1)", "unexpected )", 5],
    ["python", "x(y))", "unexpected )", 4],
    ["python", "(]", "unexpected ]", 1],
    ["python", 'f"{(}"', "unexpected }", 4],
    ["python", "'abc", "a string is not closed", 0],
    ["python", "'abc\n'", "a string is not closed", 0],
    ["python", "'abc\r'", "a string is not closed", 0],
    ["python", ' """abc"', "a string is not closed", 1],
    ["python", 'f"{x}a', "a string is not closed", 0],
    ["python", 'b"\\N{" + b"}', "a string is not closed", 9],
    ["python", 'f"{a', "a value in a string is not closed", 2],
    ["python", 'f"{a + "', "a string is not closed", 7],
    ["python", 'f"{a:', "a value in a string is not closed", 2],
    ["python", 'f"{a:" + "}"', "a value in a string is not closed", 2],
    ["python", 'f"{a:"}', "a value in a string is not closed", 2],
    ["python", 'f"{a:\n}"', "a value in a string is not closed", 2],
    ["python", "f'{a:\r}'", "a value in a string is not closed", 2],
    ["python", 'f"a}"', "unexpected }", 3],
    ["python", "ｘ = 1", "unusual letters in a name are not supported", 0],
    ["python", 'f"{'.repeat(20), "a value in a string is not closed", 59],
    ["python", 'f"{'.repeat(21), "strings are nested too deeply", 60],
    ["go", "`abc", "a string is not closed", 0],
    ["go", '"a\\\nb"', "a string is not closed", 0],
    ["go", '"a\\\rb"', "a string is not closed", 0],
    ["go", "a /* abc", "a comment is not closed", 2],
    ["go", "a 'ab", "a character is not closed", 2],
    ["java", 'String s = "\\u0022;', "an escape of an ASCII character is not supported", 12],
    ["csharp", '"""a', "a string is not closed", 0],
    ["csharp", '"""a\n"""', "a string is not closed", 0],
    ["csharp", '$"{a:', "a value in a string is not closed", 2],
    ["csharp", '$"{a', "a value in a string is not closed", 2],
    ["csharp", '$"""{{a}}"""', "unexpected {", 5],
    ["csharp", '$$"""{a}}"""', "unexpected }", 8],
];

describe("tokens", () => {
    for (const [language, source, expected] of TOKENS) {
        it(`splits ${JSON.stringify(source)} in ${language}`, () => {
            const { tokens, error } = tokenize(source, language);
            assert.equal(error, undefined);
            assert.deepEqual(
                tokens.map(({ text }) => text),
                expected,
            );
        });
    }

    for (const [language, source, reason, start] of ERRORS) {
        it(`rejects ${JSON.stringify(source.slice(0, 30))} in ${language}`, () =>
            assert.deepEqual(tokenize(source, language).error, { start, reason }));
    }

    it("reads any number of strings that are not nested", () => assert.equal(tokenize("'a' ".repeat(30), "python").error, undefined));

    it("gives the kinds of tokens", () => {
        const kinds = tokenize("a 1 'b' + `c` é", "go").tokens.map(({ kind }) => kind);
        assert.deepEqual(kinds, ["name", "number", "character", "symbol", "string", "name"]);
        const { tokens } = tokenize("@class()", "csharp");
        assert.deepEqual(
            tokens.map(({ kind }) => kind),
            ["name", "symbol", "symbol"],
        );
    });

    it("gives the brackets and strings around tokens", () => {
        const { tokens } = tokenize('(a[b], f"{c}")', "python");
        assert.deepEqual(
            tokens.map(({ text, parent }) => [text, parent]),
            [
                ["(", undefined],
                ["a", 0],
                ["[", 0],
                ["b", 2],
                ["]", 0],
                [",", 0],
                ["", 0],
                ["c", 6],
                ["", 0],
                [")", undefined],
            ],
        );
    });

    it("does not take an escaped backslash for the escape of a character", () => {
        assert.equal(tokenize('"\\\\u0022"', "java").error, undefined);
    });

    it("pairs brackets, also in values in strings", () => {
        const { tokens } = tokenize('f($"{g(1)}", [2])', "csharp");
        for (const [index, { partner }] of tokens.entries()) if (partner !== undefined) assert.equal(tokens[partner]?.partner, index);
        assert.deepEqual(
            tokens.filter(({ partner }) => partner === undefined).map(({ text }) => text),
            ["f", "g", "1", ",", "2"],
        );
    });

    it("notes where lines start", () => {
        const starts = (text: string, language: TokenLanguage) =>
            tokenize(text, language)
                .tokens.map(({ startsLine }) => (startsLine ? 1 : 0))
                .join("");
        assert.equal(starts("a b\nc # d\n  e \\\n f", "python"), "10110");
        assert.equal(starts('f"""{x\n}""" y', "python"), "1000");
        assert.equal(starts('"""\n""" x\ny', "python"), "101");
        assert.equal(starts("a // b\nc /* d\n */ e", "go"), "111");
    });

    it("finds the parts of C# that are compiled under a condition", () => {
        const conditions = (text: string, language: TokenLanguage = "csharp") =>
            tokenize(text, language).conditions.map(({ start, end }) => text.slice(start, end));
        assert.deepEqual(conditions("a\n#if X\nb\n #if Y\nc\n # endif\nd\n#else\ne\n#endif\nf\n#if Z\ng\n#endif"), [
            "#if X\nb\n #if Y\nc\n # endif\nd\n#else\ne\n",
            "#if Z\ng\n",
        ]);
        assert.deepEqual(conditions("#if X\n#endif\n#endif\n#if Y\na\n#endif\n#endif"), ["#if X\n", "#if Y\na\n"]);
        assert.deepEqual(conditions("#if X\n#if Y\n#endif\na"), ["#if X\n#if Y\n#endif\na"]);
        assert.deepEqual(conditions("#ifdef\na #if\n#endif"), []);
        assert.deepEqual(conditions("#if X\na", "python"), []);
    });

    for (const language of LANGUAGES) {
        it(`reads any text of ${language} without an exception, in order and in brackets that match`, () => {
            const text = fc.string({
                unit: fc.constantFrom(..."ab01 \n\t\r\"'`\\{}()[]<>$@#/*=+-.,:;?!é😀", 'f"', '"""', "//", "/*", "*/"),
                maxLength: 60,
            });
            assertProperty(
                fc.property(text, source => {
                    const { tokens } = tokenize(source, language);
                    let last = 0;
                    for (const [index, { kind, start, end, partner }] of tokens.entries()) {
                        assert.ok(start >= last || tokens[index - 1]?.kind === "string" || kind === "end of string", source);
                        assert.ok(end >= start && end <= source.length);
                        if (kind !== "string") last = end;
                        if (partner !== undefined) assert.equal(tokens[partner]?.partner, index);
                    }
                }),
                cases(500),
            );
        });
    }
});
