import * as assert from "node:assert/strict";
import { describe, it } from "mocha";
import { type Slice, TokenSource } from "../../../src/programs/languages/tokens/source";
import type { TokenLanguage } from "../../../src/programs/languages/tokens/strings";

/** Texts in which the brackets of type arguments are replaced by `«` and `»`. */
const TYPE_ARGUMENTS: readonly (readonly [TokenLanguage, string])[] = [
    ["csharp", "Dictionary«string, List«string[]»» x = y;"],
    ["csharp", "List«string?»? x; List«A.B» y;"],
    ["csharp", "Task«(string, int)» F() => x;"],
    ["csharp", "f(new List«string»(), new A«B» { C = 1 }, [new D«E»()])"],
    ["csharp", "List«A» == List«B»"],
    ["csharp", "List«A»"],
    ["csharp", "for (var i = 0; i < n && n > 3; i++) {}"],
    ["csharp", "x = a < b;"],
    ["csharp", "f(a < b?.c, d > (e))"],
    ["csharp", "x = a < b && c > d"],
    ["csharp", "f(a < b) > (c)"],
    ["csharp", "f(a < (b > (c)))"],
    ["csharp", "f(a < g(b < c), d) > (e)"],
    ["csharp", "a < 1, b > (c)"],
    ["csharp", '3 < b, c > (d) "a" < b, c > (d)'],
    ["java", "this.«String»f(a); Map«String, ? extends A»::b"],
    ["java", "static «T extends A & B» void f()"],
    ["java", "void f(List«A»... a)"],
    ["java", "<T> f()"],
    ["java", "a < b"],
    ["java", "f(a < b, c > 1.)"],
    ["java", "f(a < b, c > .5)"],
    ["java", "f(a < b, c > -d)"],
    ["java", `A«? ${"a.".repeat(48)}a» c`],
    ["java", `A<${"a.".repeat(49)}a> c`],
    ["go", "f(a < b, c > (d))"],
    ["python", "f(a < b, c > (d))"],
];

/** Writes the tokens of parts. */
function slices(source: TokenSource, parts: readonly Slice[]): string[] {
    return parts.map(({ from, to }) => source.tokens.slice(from, to).map(({ text }) => text).join(" ")); // biome-ignore format: one line
}

describe("token sources", () => {
    for (const [language, text] of TYPE_ARGUMENTS) {
        it(`pairs the brackets of type arguments in ${text.slice(0, 60)} of ${language}`, () => {
            const plain = text.replaceAll("«", "<").replaceAll("»", ">");
            const { tokens } = new TokenSource(plain, language);
            const found = [...plain];
            for (const [index, { text, start, partner }] of tokens.entries()) {
                if (partner === undefined || !/[<>]/.test(text)) continue;
                assert.equal(tokens[partner]?.partner, index);
                found[start] = partner > index ? "«" : "»";
            }
            assert.equal(found.join(""), text);
        });
    }

    it("gives the line of an error", () => {
        assert.deepEqual(new TokenSource("a\n(b\n", "go").errors, [{ line: 2, reason: "a bracket is not closed" }]);
        assert.deepEqual(new TokenSource("a\n(b)\n", "go").errors, []);
    });

    it("has no token in front of the first and behind the last", () => {
        const source = new TokenSource("a (b)", "go");
        for (const index of [-1, 4]) {
            assert.equal(source.is(index, "a"), false);
            assert.equal(source.isName(index), false);
            assert.equal(source.textAt(index), "");
            assert.equal(source.startOf(index), 5);
            assert.equal(source.startsLine(index), true);
            assert.equal(source.closingOf(index), -1);
            assert.equal(source.pathAt(index), undefined);
        }
        assert.deepEqual(source.range({ from: 0, to: 0 }), { start: 0, end: 0 });
        assert.deepEqual(source.range({ from: 4, to: 4 }), { start: 5, end: 5 });
    });

    it("finds closing brackets", () => {
        const source = new TokenSource("a (b [c]) d", "go");
        assert.deepEqual(
            source.tokens.map((_token, index) => [source.closingOf(index), source.next(index)]),
            [[-1, 1], [6, 7], [-1, 3], [5, 6], [-1, 5], [-1, 6], [-1, 7], [-1, 8]], // biome-ignore format: one row
        );
        assert.equal(source.startsLine(0), true);
        assert.equal(source.startsLine(1), false);
    });

    it("gives ranges of tokens, without the space around them", () => {
        const text = "a ( b, c ) d";
        const source = new TokenSource(text, "go");
        const textOf = ({ start, end }: { start: number; end: number }) => text.slice(start, end);
        assert.equal(textOf(source.range({ from: 1, to: 6 })), "( b, c )");
        assert.equal(textOf(source.range({ from: 2, to: 3 })), "b");
        assert.deepEqual(source.range({ from: 2, to: 2 }), { start: 4, end: 4 });
        assert.equal(textOf(source.inside(1)), " b, c ");
    });

    it("splits at separators in no brackets", () => {
        const split = (text: string, separator?: string) => {
            const source = new TokenSource(text, "go");
            return slices(source, source.split({ from: 0, to: source.tokens.length }, separator));
        };
        assert.deepEqual(split("a, b(c, d), e.f"), ["a", "b ( c , d )", "e . f"]);
        assert.deepEqual(split("a, b,"), ["a", "b"]);
        assert.deepEqual(split(", a,, b"), ["", "a", "", "b"]);
        assert.deepEqual(split(""), []);
        assert.deepEqual(split("a, b; c", ";"), ["a , b", "c"]);
        const source = new TokenSource("a,, b", "go");
        assert.deepEqual(slices(source, source.split({ from: 0, to: 2 })), ["a"]);
    });

    it("splits what is between brackets", () => {
        const source = new TokenSource("a(b, c[d, e]) f, g", "go");
        assert.deepEqual(slices(source, source.splitInside(1)), ["b", "c [ d , e ]"]);
        assert.deepEqual(slices(source, source.splitInside(0)), []);
    });

    it("finds tokens in no brackets", () => {
        const source = new TokenSource("a (b = c) = d = e", "go");
        const isEqual = (text: string) => text === "=";
        assert.equal(source.find({ from: 0, to: 10 }, isEqual), 6);
        assert.equal(source.find({ from: 0, to: 6 }, isEqual), 6);
        assert.equal(source.find({ from: 0, to: 5 }, isEqual), 5);
        assert.equal(source.find({ from: 0, to: 3 }, isEqual), 3); // in the brackets
        assert.equal(source.find({ from: 7, to: 8 }, isEqual), 8);
        assert.equal(
            source.find({ from: 0, to: 10 }, text => text === "x"),
            10,
        );
    });

    it("reads dotted paths", () => {
        const source = new TokenSource("a.b.c(d) e. 1 .f", "go");
        assert.deepEqual(source.pathAt(0), { names: ["a", "b", "c"], to: 5 });
        assert.deepEqual(source.pathAt(2), { names: ["b", "c"], to: 5 });
        assert.deepEqual(source.pathAt(8), { names: ["e"], to: 9 });
        assert.equal(source.pathAt(5), undefined);
    });

    it("finds what is compiled under a condition", () => {
        const source = new TokenSource("a b\n#if X\nc\n#endif\nd\n#if Y\ne\n#endif\nf", "csharp");
        const isConditional = (from: number, to: number) => source.isConditional({ from, to });
        assert.deepEqual(
            source.tokens.map((_token, index) => isConditional(index, index + 1)),
            [false, false, true, false, true, false],
        );
        assert.deepEqual([isConditional(0, 2), isConditional(1, 4), isConditional(3, 4), isConditional(3, 6)], [false, true, false, true]);
        assert.equal(new TokenSource("a", "csharp").isConditional({ from: 0, to: 1 }), false);
    });
});
