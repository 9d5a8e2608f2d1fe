import * as assert from "node:assert/strict";
import { describe, it } from "mocha";
import type { TokenLanguage } from "../../../src/programs/languages/tokens/strings";
import { type Token, tokenize } from "../../../src/programs/languages/tokens/tokens";

/** Strings of each language with their contents. `undefined` is a value that is no text, or unknown. */
const STRINGS: readonly (readonly [TokenLanguage, string, string | undefined])[] = [
    ["python", `'a"b'`, 'a"b'],
    ["python", `"a'b"`, "a'b"],
    ["python", `"""a\n"b"""`, 'a\n"b'],
    ["python", `'''a\r\nb'''`, "a\nb"],
    ["python", "'''a\rb\r'''", "a\nb\n"],
    ["python", String.raw`"\x41\u00e9\U0001F600\101\0"`, "Aé😀A\0"],
    ["python", String.raw`"\\\'\"\a\b\f\n\r\t\v"`, "\\'\"\x07\b\f\n\r\t\v"],
    ["python", String.raw`"\d\e\8"`, "\\d\\e\\8"],
    ["python", String.raw`"\d\u12"`, undefined],
    ["python", String.raw`"\N{DASH}"`, undefined],
    ["python", String.raw`"\ud83d\ude00"`, undefined],
    ["python", String.raw`"\ud7ff\ue000"`, "\ud7ff\ue000"],
    ["python", String.raw`"\ud800"`, undefined],
    ["python", String.raw`"\udfff"`, undefined],
    ["python", String.raw`"\U00110000"`, undefined],
    ["python", String.raw`"\xe9\377\u0041"`, "éÿA"],
    ["python", String.raw`"\777"`, undefined],
    ["python", '"a\\\nb"', "ab"],
    ["python", '"a\\\r\nb"', "ab"],
    ["python", '"a\\\rb"', "ab"],
    ["python", String.raw`"\{\}"`, "\\{\\}"],
    ["python", String.raw`r"a\"b\n"`, String.raw`a\"b\n`],
    ["python", `b"a"`, undefined],
    ["python", `Rb"a"`, undefined],
    ["python", `u"a"`, "a"],
    ["python", `F"a{{b}}"`, "a{b}"],
    ["python", `rf"a\\d"`, "a\\d"],
    ["python", `t"a"`, undefined],
    ["python", `R'a\\b'`, "a\\b"],
    ["python", String.raw`r"\N{DASH}"`, String.raw`\N{DASH}`],
    ["go", String.raw`"\x41\101\u00e9\U0001F600\\\"\a\b\f\n\r\t\v"`, 'AAé😀\\"\x07\b\f\n\r\t\v'],
    ["go", String.raw`"\xc3"`, undefined],
    ["go", String.raw`"\x7f\177"`, "\x7f\x7f"],
    ["go", String.raw`"\x80"`, undefined],
    ["go", String.raw`"\200"`, undefined],
    ["go", String.raw`"\u00c3"`, "Ã"],
    ["go", String.raw`"\ud800"`, undefined],
    ["go", String.raw`"\{"`, undefined],
    ["go", String.raw`"\'"`, undefined],
    ["go", "`a\\`", "a\\"],
    ["go", '`a\\n\r\nb"`', 'a\\n\nb"'],
    ["java", String.raw`"\u00e9\uu00e9\101\7\b\f\n\r\t\s\\\"\'"`, "ééA\x07\b\f\n\r\t \\\"'"],
    ["java", String.raw`"\x41"`, undefined],
    ["java", String.raw`"\ud83d\ude00"`, "😀"],
    ["java", '"""\n    a\n\n    b\n    """', "a\n\nb\n"],
    ["java", '"""  \r\n    a\r\n  b"""', "  a\nb"],
    ["java", '"""\nab\n    c\n    """', "ab\n    c\n"],
    ["java", '"""a\nb"""', undefined],
    ["java", '"""\n    a\u3000\n    """', undefined],
    ["java", '"""\n    a\n      b  \n    c\\\n    d\\s\n    """', "a\n  b\ncd \n"],
    ["java", '"""\n    a\n  """', "  a\n"],
    ["java", '"""a"""', undefined],
    ["csharp", String.raw`"\x41\u00e9\U0001F600\0\a\e\\\""`, 'Aé😀\0\x07\x1B\\"'],
    ["csharp", String.raw`"\q"`, undefined],
    ["csharp", String.raw`"\xe9\x1"`, "é\x01"],
    ["csharp", `@"a"""`, 'a"'],
    ["csharp", `@"""a"`, '"a'],
    ["csharp", `@"a\\""b\r\n"`, 'a\\"b\r\n'],
    ["csharp", `$"a{{b}}"`, "a{b}"],
    ["csharp", `$@"a\\{{""b"`, 'a\\{"b'],
    ["csharp", `@$"a\\b"`, "a\\b"],
    ["csharp", `"""a"b"""`, 'a"b'],
    ["csharp", `""""a"""b""""`, 'a"""b'],
    ["csharp", `"""\n    a\n\n      b\n    """`, "a\n\n  b"],
    ["csharp", `"""\n    a\n  b\n    """`, undefined],
    ["csharp", `"""  \r\n    a\r\n \r\n    b\r\n    """`, "a\r\n\r\nb"],
    ["csharp", `"""\n\ra\n"""`, "\ra"],
    ["csharp", `"""\n    a"""`, undefined],
    ["csharp", `"""\n    """`, undefined],
    ["csharp", `"""a\\"""`, "a\\"],
    ["csharp", `$$"""{a}"""`, "{a}"],
];

/** Strings with values in braces. `{x:}` is a value with a format or conversion, and `?(x)` a string whose text is unknown. */
const VALUES: readonly (readonly [TokenLanguage, string, string])[] = [
    ["python", 'f"a{x}b"', '"a"{x}"b"'],
    ["python", 'f"{x}{ y }"', '""{x}""{y}""'],
    ["python", 'f"{x!r}{y:>{w}}{z!s:{w}.{v}}"', '""{x:}""{y:}""{z:}""'],
    ["python", 'f"{x != y}{x!=y}"', '""{x != y}""{x != y}""'],
    ["python", 'f"{x[1:2]}{ {1: 2}[x] }"', '""{x [ 1 : 2 ]}""{{ 1 : 2 } [ x ]}""'],
    ["python", 'f"{{{x}}}"', '"{"{x}"}"'],
    ["python", 'f"{{x}}{{{{{x}}}}}"', '"{x}{{"{x}"}}"'],
    ["python", "f\"{f'{x}'}{'}'}\"", '""{""{x}""}""{"}"}""'],
    ["python", 'f"""a{\nx # y\n}"""', '"a"{x}""'],
    ["python", 'f"""{x:\n}"""', '""{x:}""'],
    ["python", 'f"\\{x}"', "?(x)"],
    ["python", 'rf"\\{x}"', '"\\\\"{x}""'],
    ["python", 'rf"\\}}{x}"', '"\\\\}"{x}""'],
    ["python", 'f"\\N{DASH}{x}"', "?(x)"],
    ["python", 'Rf"\\N{x}"', '"\\\\N"{x}""'],
    ["python", 'f"\\x4{x}"', "?(x)"],
    ["python", 't"a{x}"', "?(x)"],
    ["csharp", '$"{x!.Y}"', '""{x ! . Y}""'],
    ["csharp", '$"{(x ? y : z)}"', '""{( x ? y : z )}""'],
    ["csharp", '$"{x:N2}{y,5}"', '""{x:}""{y , 5}""'],
    ["csharp", '$"{{{x}}}"', '"{"{x}"}"'],
    ["csharp", '$"{$"{x}"}"', '""{""{x}""}""'],
    ["csharp", '$@"a""b{\nx}\\"', '"a\\"b"{x}"\\\\"'],
    ["csharp", '$"""{x}"{y}"""', '""{x}"\\""{y}""'],
    ["csharp", '$$"""{{{x}}} {y} {{z}}"""', '"{"{x}"} {y} "{z}""'],
    ["csharp", '$"""\n  a\n  {x}\n  b\n  """', "?(x)"],
];

/** Writes the tokens of a part as {@link VALUES} has them. */
function tokenNotation(tokens: readonly Token[], from: number, to: number): string {
    const texts: string[] = [];
    for (let index = from; index < to; index++) {
        const { text, string, partner = 0 } = tokens[index] as Token;
        const parts = string?.parts?.map(part => {
            if (typeof part === "string") return JSON.stringify(part);
            return `{${tokenNotation(tokens, part.from, part.to)}${part.isFormatted ? ":" : ""}}`;
        });
        const end = Math.max(index, partner);
        if (!string) texts.push(text);
        else texts.push(parts?.join("") ?? `?(${tokenNotation(tokens, index + 1, end)})`);
        if (string) index = end;
    }
    return texts.join(" ");
}

describe("strings of the languages", () => {
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

    for (const [language, source, expected] of VALUES) {
        it(`reads the values in ${JSON.stringify(source)} of ${language}`, () => {
            const { tokens, error } = tokenize(source, language);
            assert.equal(error, undefined);
            assert.equal(tokenNotation(tokens, 0, tokens.length), expected);
            assert.equal(tokens.at(-1)?.kind, "end of string");
            assert.deepEqual([tokens[0]?.partner, tokens.at(-1)?.partner], [tokens.length - 1, 0]);
            assert.deepEqual([tokens[0]?.end, tokens.at(-1)?.text], [source.length, ""]);
        });
    }
});
