import * as assert from "node:assert/strict";
import { describe, it } from "mocha";
import { GoBlocks } from "../../../src/programs/languages/go/blocks";
import { ObjectBlocks } from "../../../src/programs/languages/objects/blocks";
import type { Block, Blocks, Statement } from "../../../src/programs/languages/tokens/blocks";
import { TokenSource } from "../../../src/programs/languages/tokens/source";
import type { TokenLanguage } from "../../../src/programs/languages/tokens/strings";

/** Texts with their blocks in `«` and `»` behind T (type), F (function) or S (statement), and their statements. */
const BLOCKS: readonly (readonly [TokenLanguage, string, readonly string[]])[] = [
    ["java", "T«class A { int b = 1 ; F«void f ( ) { g ( ) ; }» }»", ["class A", "int b = 1", "void f ( )", "g ( )"]],
    [
        "java",
        "F«void f ( ) { S«for ( int i = 0 ; i < n ; i ++ ) { g ( ) ; }» h ( ) }»",
        ["void f ( )", "for ( int i = 0 ; i < n ; i ++ )", "g ( )", "h ( )"],
    ],
    ["java", "f = F«x -> { a ( ) ; }» ; b ( ) ; ;", ["f = x -> { a ( ) ; }", "a ( )", "b ( )"]],
    [
        "java",
        "S«if ( f ( F«x -> { a ( ) ; }» ) ) { b ( ) ; }» S«else { c ( ) ; }»",
        ["if ( f ( x -> { a ( ) ; } ) )", "a ( )", "b ( )", "else", "c ( )"],
    ],
    ["java", "f ( T«new A ( ) { int b ; }» , F«c -> { d ( ) ; }» )", ["f ( new A ( ) { int b ; } , c -> { d ( ) ; } )", "int b", "d ( )"]],
    ["java", "int [ ] a = { 1 , 2 } ; S«{ b ( ) ; }»", ["int [ ] a = { 1 , 2 }", "b ( )"]],
    ["csharp", "x = new A { B = c } ; f ( F«y => { z ( ) ; }» ) ;", ["x = new A { B = c }", "f ( y => { z ( ) ; } )", "z ( )"]],
    [
        "csharp",
        "S«switch ( a ) { case 1 : b ( ) ; break ; default : c ( ) ; }»",
        ["switch ( a )", "case 1", "b ( )", "break", "default", "c ( )"],
    ],
    ["go", "F«func f ( a b ) {\nc := 1\nd ( )\n}»\nvar e = 2", ["func f ( a b )", "c := 1", "d ( )", "var e = 2"]],
    [
        "go",
        "const (\na = 1\nb = f (\nc )\n)\nconst d = 2",
        ["const ( a = 1 b = f ( c ) )", "const: a = 1", "const: b = f ( c )", "const d = 2"],
    ],
    [
        "go",
        "S«switch a {\nS«case 1 :\nb ( )\nc ( )»\nS«case 2 , 3 :»\nS«default :\nd ( )»\n}»\ne ( )",
        ["switch a", "case 1", "b ( )", "c ( )", "case 2 , 3", "default", "d ( )", "e ( )"],
    ],
    ["go", "f ( F«func ( ) {\na ( )\n}» , b {\nc : 1 ,\n} )", ["f ( func ( ) { a ( ) } , b { c : 1 , } )", "a ( )"]],
    ["go", "a := b { c : 1 } ; d ( )", ["a := b { c : 1 }", "d ( )"]],
    [
        "go",
        "S«if F«func ( ) bool { return a }» ( ) {\nb ( )\n}»\nc ( )",
        ["if func ( ) bool { return a } ( )", "return a", "b ( )", "c ( )"],
    ],
    ["go", "type a struct {\nb c\n}\nfunc d ( )", ["type a struct { b c }", "func d ( )"]],
    ["go", "S«select {\nS«case <- a :»\n}»", ["select", "case <- a"]],
    ["go", "var f func ( )\nS«if a { b ( ) }»", ["var f func ( )", "if a", "b ( )"]],
];

function read(language: TokenLanguage, text: string): { readonly source: TokenSource; readonly blocks: Blocks } {
    const source = new TokenSource(text, language);
    assert.deepEqual(source.errors, []);
    const blocks = language === "go" ? new GoBlocks(source) : new ObjectBlocks(source);
    return { source, blocks: blocks.read() };
}

function marked(source: TokenSource, all: readonly Block[]): string {
    const texts = source.tokens.map(({ text, startsLine }, index) => {
        const ends = all.filter(({ to }) => to === index + 1).map(() => "»");
        const starts = all.filter(({ from }) => from === index).map(({ kind }) => `${kind.charAt(0).toUpperCase()}«`);
        return (startsLine && index > 0 ? "\n" : index > 0 ? " " : "") + starts.join("") + text + ends.join("");
    });
    return texts.join("");
}

function written(source: TokenSource, { from, to, group }: Statement): string {
    const texts = source.tokens.slice(from, to).map(({ text }) => text);
    return (group === undefined ? "" : `${group}: `) + texts.join(" ");
}

describe("blocks of the languages with braces", () => {
    for (const [language, text, statements] of BLOCKS) {
        it(`finds those of ${text} in ${language}`, () => {
            const { source, blocks } = read(language, text.replace(/[TFS]«|»/g, ""));
            assert.equal(marked(source, blocks.all), text);
            const sorted = [...blocks.statements].sort((a, b) => a.from - b.from);
            assert.deepEqual(
                sorted.map(statement => written(source, statement)),
                statements,
            );
        });
    }

    it("rejects more than 100 blocks in each other, once", () => {
        const errors = (text: string) => read("java", text).source.errors;
        assert.deepEqual(errors("{".repeat(100) + "}".repeat(100)), []);
        for (const depth of [101, 105]) {
            const text = "{\n".repeat(depth) + "}".repeat(depth);
            assert.deepEqual(errors(text), [{ line: 101, reason: "the code is nested too deeply" }]);
        }
        assert.deepEqual(errors("{}".repeat(105)), []);
    });

    it("finds the innermost block of a token, and the blocks around it", () => {
        const text = "a; { b; { c; } d; } e; if (f(x -> { g(); })) { h(); }";
        const { source, blocks } = read("java", text);
        const depthOf = (name: string) => {
            let depth = 0;
            const index = source.tokens.findIndex(({ text }) => text === name);
            for (let block = blocks.at(index); block.parent; block = block.parent) depth++;
            return depth;
        };
        assert.deepEqual([..."abcdefgh"].map(depthOf), [0, 1, 2, 1, 0, 1, 2, 1]);
        const [outer, inner] = blocks.all;
        assert.equal(inner?.parent, outer);
        assert.equal(outer?.parent, blocks.file);
        assert.deepEqual([blocks.at(-1), blocks.at(source.tokens.length)], [blocks.file, blocks.file]);
        assert.equal(text.slice(inner?.start, inner?.end), "{ c; }");
    });

    it("gives the place of the file and of the parts of a switch", () => {
        const text = "switch a {\ncase 1:\n\tb()\ncase 2:\n\tc()\n}";
        const { blocks } = read("go", text);
        assert.deepEqual(blocks.file, { kind: "file", from: 0, to: 16, opening: 0, start: 0, end: text.length + 1 });
        const textOf = ({ start, end }: Block) => text.slice(start, end);
        assert.deepEqual(blocks.all.slice(1).map(textOf), ["case 1:\n\tb()\n", "case 2:\n\tc()\n"]);
    });
});
