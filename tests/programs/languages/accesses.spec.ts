import * as assert from "node:assert/strict";
import { describe, it } from "mocha";
import { GO } from "../../../src/programs/languages/go/syntax";
import { CSHARP, JAVA } from "../../../src/programs/languages/objects/syntax";
import { PYTHON } from "../../../src/programs/languages/python/syntax";
import { accessAt, effectOf, memberAt } from "../../../src/programs/languages/tokens/access";
import { TokenSource } from "../../../src/programs/languages/tokens/source";
import type { TokenLanguage } from "../../../src/programs/languages/tokens/strings";

const SYNTAXES = { python: PYTHON, go: GO, java: JAVA, csharp: CSHARP };

/** The access that starts with the name `a` in a text, with the method that is called. `-` if `a` is no name of a value. */
const ACCESSES: readonly (readonly [TokenLanguage, string, string])[] = [
    ["python", "a", "a"],
    ["python", "a.b.c + d", "a.b.c"],
    ["python", "a.b(c)", "a b()"],
    ["python", "a.b()", "a b()"],
    ["python", "a.b < c", "a.b"],
    ["python", "a[0][10].b", "a.0.10.b"],
    ["python", "a[5][100]", "a.5.100"],
    ["python", "a[01]", "a.*"],
    ["python", "a[1x]", "a.*"],
    ["python", "a[1.5][x][-1][1:2]", "a.*.*.*.*"],
    ["python", "a['b c'][\"\"]", "a.b c."],
    ["python", "a[f'b{c}'][b'd']['e' 'f']['*']", "a.*.*.*.*"],
    ["python", "a[]", "a.*"],
    ["python", "x.a", "-"],
    ["python", "x[b::a]", "a"],
    ["python", "in a", "a"],
    ["go", "a.b.ID()", "a.b.id"],
    ["go", "a.ID(c)", "a ID()"],
    ["go", "a.id()", "a id()"],
    ["go", "a.ID", "a.ID"],
    ["go", 'a[0]["b"]', "a.0.b"],
    ["go", "a.b[c]", "a.b"],
    ["go", 'a["*"]', "a"],
    ["go", "f(...a)", "a"],
    ["java", "a.b().c", "a.b.c"],
    ["java", "a.ID()", "a.id"],
    ["java", "a.b(c)", "a b()"],
    ["java", "a.<B>b(c)", "a"],
    ["java", "a[0].b", "a.*.b"],
    ["java", "String... a", "a"],
    ["java", "A::a", "-"],
    ["csharp", "a.B<C>(d)", "a B()"],
    ["csharp", "a.B()", "a B()"],
    ["csharp", "a.ID()", "a ID()"],
    ["csharp", 'a[0]["b"]', "a.*.*"],
    ["csharp", "x?.a", "-"],
    ["csharp", "[..a]", "a"],
    ["csharp", "(a)", "a"],
];

/** Members of values that are no names, and of names, whose accesses include them. */
const MEMBERS: readonly (readonly [TokenLanguage, string, string])[] = [
    ["python", "f().a", "*.a"],
    ["python", "(b).a", "*.a"],
    ["python", "{}.a", "*.a"],
    ["python", "f()[0].a", "*.a"],
    ["python", "[b].a", "*.a"],
    ["python", "b[0].a", "-"],
    ["python", "b[0][1].a", "-"],
    ["python", "f().a()", "-"],
    ["python", "f().a.b", "*.a"],
    ["python", "b.a", "-"],
    ["python", "(b) a", "-"],
    ["python", "b, (a)", "-"],
    ["java", "f()::a", "*.a"],
    ["csharp", "f()?.a", "*.a"],
    ["csharp", "f().1", "-"],
];

/** What happens with the value of `a`. */
const EFFECTS: readonly (readonly [TokenLanguage, string, string])[] = [
    ["python", "a.index(b)", "read"],
    ["python", "a.items()", "elements"],
    ["python", "a.pop()", "passed on"],
    ["python", "f(a['index'])", "passed on"],
    ["python", "a == b", "read"],
    ["python", "b != a", "read"],
    ["python", "b == a.f()", "passed on"],
    ["python", "b + f'{a}'", "read"],
    ["python", "f'{a}'", "read"],
    ["python", "f'{f(a)}'", "passed on"],
    ["python", "f('b', a)", "passed on"],
    ["python", "return 'b', a", "passed on"],
    ["python", "len(a)", "read"],
    ["python", "b = a", "passed on"],
    ["go", "a.Index == b", "read"],
    ["go", "range a", "elements"],
    ["java", "a.b.size()", "read"],
    ["java", "a.stream()", "elements"],
    ["java", "f(a.b)", "passed on"],
    ["csharp", "a.Count", "read"],
    ["csharp", "a.Count.b", "passed on"],
    ["csharp", "a.b.Select(c)", "elements"],
    ["csharp", "a.Add(b)", "passed on"],
];

describe("accesses of names", () => {
    const find = (language: TokenLanguage, text: string) => {
        const source = new TokenSource(text, language);
        assert.deepEqual(source.errors, []);
        return { source, index: source.tokens.findIndex(({ text }) => text === "a"), syntax: SYNTAXES[language] };
    };

    for (const [language, text, expected] of ACCESSES) {
        it(`reads ${text} in ${language}`, () => {
            const { source, index, syntax } = find(language, text);
            const access = accessAt(source, index, syntax);
            assert.equal(access ? access.path.join(".") + (access.method ? ` ${access.method}()` : "") : "-", expected);
            if (access) assert.equal(access.start, text.search(/\ba\b/));
        });
    }

    for (const [language, text, expected] of MEMBERS) {
        it(`finds the member in ${text} in ${language}`, () => {
            const { source, index, syntax } = find(language, text);
            const access = memberAt(source, index, syntax);
            assert.equal(access?.path.join(".") ?? "-", expected);
            if (access) assert.deepEqual([access.start, access.to], [text.search(/\ba\b/), index + 1]);
        });
    }

    for (const [language, text, expected] of EFFECTS) {
        it(`finds what happens in ${text} in ${language}`, () => {
            const { source, index, syntax } = find(language, text);
            const access = accessAt(source, index, syntax);
            assert.ok(access);
            assert.equal(effectOf(source, index, access, syntax) ?? "passed on", expected);
        });
    }

    it("does not take a name for that of a property", () => {
        const source = new TokenSource("f(Count)", "csharp");
        assert.equal(effectOf(source, 2, { path: ["Count"], start: 2, to: 3 }, CSHARP), undefined);
    });

    it("gives the token behind an access", () => {
        const behind = (language: TokenLanguage, text: string) => {
            const { source, index, syntax } = find(language, text);
            const to = accessAt(source, index, syntax)?.to ?? 0;
            return source.text.slice(source.startOf(to));
        };
        assert.equal(behind("python", "(a.b + c)"), "+ c)");
        assert.equal(behind("python", "a.b(c)"), "(c)");
        assert.equal(behind("python", "a['b'] = c"), "= c");
        assert.equal(behind("go", "a[b] = c"), "[b] = c");
        assert.equal(behind("go", "a.ID(), b"), ", b");
        assert.equal(behind("csharp", "a.B<C>(d)"), "<C>(d)");
    });

    it("reads no keyword, other than this in Java and C#", () => {
        const isName = (language: TokenLanguage, text: string) =>
            accessAt(new TokenSource(text, language), 0, SYNTAXES[language]) !== undefined;
        assert.deepEqual([isName("python", "lambda: 1"), isName("go", "func()"), isName("java", "new A()")], [false, false, false]);
        assert.deepEqual([isName("java", "this.a"), isName("csharp", "this.a"), isName("java", "super.a")], [true, true, false]);
        assert.deepEqual([isName("python", "1"), isName("python", "(a)"), isName("python", "'a'")], [false, false, false]);
    });
});
