import * as assert from "node:assert/strict";
import * as fc from "fast-check";
import { describe, it } from "mocha";
import { TokenSource } from "../../../src/programs/languages/tokens/source";
import type { TokenLanguage } from "../../../src/programs/languages/tokens/strings";
import { tokenize } from "../../../src/programs/languages/tokens/tokens";
import { assertProperty, cases } from "../../support/clients";

const LANGUAGES: readonly TokenLanguage[] = ["python", "go", "java", "csharp"];

/** Strings of each language with their contents. `undefined` is a value that is no text, or unknown. */
const STRINGS: readonly (readonly [TokenLanguage, string, string | undefined])[] = [
    ["python", `'a"b'`, 'a"b'],
    ["python", `"a'b"`, "a'b"],
    ["python", `"""a\n"b"""`, 'a\n"b'],
    ["python", `'''a\r\nb'''`, "a\nb"],
    ["python", String.raw`"\x41\u00e9\U0001F600\101\0"`, "Aé😀A\0"],
    ["python", String.raw`"\\\'\"\a\b\f\n\r\t\v"`, "\\'\"\x07\b\f\n\r\t\v"],
    ["python", String.raw`"\d\e\8"`, "\\d\\e\\8"],
    ["python", String.raw`"\N{DASH}"`, undefined],
    ["python", String.raw`"\ud83d\ude00"`, undefined],
    ["python", String.raw`"\777"`, undefined],
    ["python", '"a\\\nb"', "ab"],
    ["python", String.raw`r"a\"b\n"`, String.raw`a\"b\n`],
    ["python", `b"a"`, undefined],
    ["python", `Rb"a"`, undefined],
    ["python", `u"a"`, "a"],
    ["python", `F"a{{b}}"`, "a{b}"],
    ["python", `rf"a\\d"`, "a\\d"],
    ["python", `t"a"`, undefined],
    ["go", String.raw`"\x41\101\u00e9\U0001F600\\\"\a\b\f\n\r\t\v"`, 'AAé😀\\"\x07\b\f\n\r\t\v'],
    ["go", String.raw`"\xc3"`, undefined],
    ["go", String.raw`"\'"`, undefined],
    ["go", '`a\\n\r\nb"`', 'a\\n\nb"'],
    ["java", String.raw`"\u00e9\uu00e9\101\7\b\f\n\r\t\s\\\"\'"`, "ééA\x07\b\f\n\r\t \\\"'"],
    ["java", String.raw`"\x41"`, undefined],
    ["java", '"""\n    a\n      b  \n    c\\\n    d\\s\n    """', "a\n  b\ncd \n"],
    ["java", '"""\n    a\n  """', "  a\n"],
    ["java", '"""a"""', undefined],
    ["csharp", String.raw`"\x41\u00e9\U0001F600\0\a\e\\\""`, 'Aé😀\0\x07\x1B\\"'],
    ["csharp", String.raw`"\q"`, undefined],
    ["csharp", `@"a\\""b\r\n"`, 'a\\"b\r\n'],
    ["csharp", `$"a{{b}}"`, "a{b}"],
    ["csharp", `$@"a\\{{""b"`, 'a\\{"b'],
    ["csharp", `@$"a\\b"`, "a\\b"],
    ["csharp", `"""a"b"""`, 'a"b'],
    ["csharp", `""""a"""b""""`, 'a"""b'],
    ["csharp", `"""\n    a\n\n      b\n    """`, "a\n\n  b"],
    ["csharp", `"""\n    a\n  b\n    """`, undefined],
    ["csharp", `$$"""{a}"""`, "{a}"],
];

/** Texts that are not valid, with the reason. */
const ERRORS: readonly (readonly [TokenLanguage, string, string])[] = [
    ["python", "x = (1", "a bracket is not closed"],
    ["python", "x = 1)", "unexpected )"],
    ["python", "(]", "unexpected ]"],
    ["python", "'abc", "a string is not closed"],
    ["python", "'abc\n'", "a string is not closed"],
    ["python", '"""abc"', "a string is not closed"],
    ["python", 'f"{a:', "a value in a string is not closed"],
    ["python", 'f"a}"', "unexpected }"],
    ["python", "ｘ = 1", "unusual letters in a name are not supported"],
    ["python", 'f"{'.repeat(30), "strings are nested too deeply"],
    ["go", "`abc", "a string is not closed"],
    ["go", '"a\\\nb"', "a string is not closed"],
    ["go", "/* abc", "a comment is not closed"],
    ["go", "'ab", "a character is not closed"],
    ["java", 'String s = "\\u0022;', "an escape of an ASCII character is not supported"],
    ["csharp", '"""a', "a string is not closed"],
    ["csharp", '$"{a:', "a value in a string is not closed"],
];

describe("tokens", () => {
    for (const [language, source, content] of STRINGS) {
        it(`reads the string ${JSON.stringify(source)} of ${language}`, () => {
            const { tokens, error } = tokenize(`x = ${source} + y`, language);
            assert.equal(error, undefined);
            assert.deepEqual(
                tokens.map(({ text }) => text),
                ["x", "=", "", "+", "y"],
            );
            const { string, start, end } = tokens[2] ?? {};
            assert.equal(string?.parts?.join(""), content);
            assert.deepEqual([start, end], [4, 4 + source.length]);
            assert.ok(source.startsWith(string?.quote ?? "-"));
        });
    }

    for (const [language, source, reason] of ERRORS) {
        it(`rejects ${JSON.stringify(source.slice(0, 30))} in ${language}`, () =>
            assert.equal(tokenize(source, language).error?.reason, reason));
    }

    it("does not take an escaped backslash for the escape of a character", () => {
        assert.equal(tokenize('"\\\\u0022"', "java").error, undefined);
    });

    it("reads values in strings", () => {
        const { tokens } = tokenize(`f"a{x}b{y['k']!r:>{w}}"`, "python");
        assert.deepEqual(tokens[0]?.string?.parts, [
            "a",
            { from: 1, to: 2, isFormatted: false },
            "b",
            { from: 2, to: 6, isFormatted: true },
            "",
        ]);
        assert.equal(tokens.at(-1)?.kind, "end of string");
        assert.equal(tokens[0]?.partner, tokens.length - 1);
        assert.equal(tokens[1]?.parent, 0);
    });

    it("pairs brackets, also in values in strings", () => {
        const { tokens } = tokenize('f($"{g(1)}", [2])', "csharp");
        for (const [index, { partner }] of tokens.entries()) if (partner !== undefined) assert.equal(tokens[partner]?.partner, index);
        assert.deepEqual(
            tokens.filter(({ partner }) => partner === undefined).map(({ text }) => text),
            ["f", "g", "1", ",", "2"],
        );
    });

    it("pairs the brackets of type arguments, but not those of comparisons", () => {
        const paired = (text: string) =>
            new TokenSource(text, "csharp").tokens.filter(({ text, partner }) => text === "<" && partner !== undefined).length;
        assert.equal(paired("Dictionary<string, List<string[]>> x = y;"), 2);
        assert.equal(paired("for (var i = 0; i < n && n > 3; i++) {}"), 0);
        assert.equal(paired("var x = a < b;"), 0);
    });

    it("notes where lines start", () => {
        const starts = (text: string, language: TokenLanguage) =>
            tokenize(text, language)
                .tokens.map(({ startsLine }) => (startsLine ? 1 : 0))
                .join("");
        assert.equal(starts("a b\nc # d\n  e \\\n f", "python"), "10110");
        assert.equal(starts("a // b\nc /* d\n */ e", "go"), "111");
    });

    it("ends comments where each language does", () => {
        const names = (text: string, language: TokenLanguage) => tokenize(text, language).tokens.map(({ text }) => text);
        assert.deepEqual(names("# a\rb", "python"), ["b"]);
        assert.deepEqual(names("// a\rb\nc", "go"), ["c"]);
        assert.deepEqual(names("// a\rb", "java"), ["b"]);
        assert.deepEqual(names("// a\u2028b", "csharp"), ["b"]);
    });

    it("finds the parts of C# that are compiled under a condition", () => {
        const text = "a\n#if X\nb\n#if Y\nc\n#endif\nd\n#else\ne\n#endif\nf\n#region g's\n";
        const source = new TokenSource(text, "csharp");
        const conditional = source.tokens.map((_token, index) => source.isConditional({ from: index, to: index + 1 }));
        assert.deepEqual(conditional, [false, true, true, true, true, false]);
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
