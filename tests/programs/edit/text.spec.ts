import * as assert from "node:assert/strict";
import { describe, it } from "mocha";
import { commonSubsequence } from "../../../src/programs/edit/common-subsequence";
import { applyEdits, overlap } from "../../../src/programs/edit/edits";
import { indentOf, lineEnd, lineStart, terminatorAt, withSpace } from "../../../src/programs/edit/text";

describe("the line of an offset", () => {
    const text = "a\r\n\tb\nc";
    const LINES = [
        { offset: 0, start: 0, end: 1, terminator: "\r\n", indent: "" },
        { offset: 1, start: 0, end: 1, terminator: "\r\n", indent: undefined },
        { offset: 2, start: 0, end: 2, terminator: "\r\n", indent: undefined },
        { offset: 3, start: 3, end: 5, terminator: "\n", indent: "" },
        { offset: 4, start: 3, end: 5, terminator: "\n", indent: "\t" },
        { offset: 5, start: 3, end: 5, terminator: "\n", indent: undefined },
        { offset: 6, start: 6, end: 7, terminator: "\n", indent: "" },
        { offset: 7, start: 6, end: 7, terminator: "\n", indent: undefined },
    ];
    for (const { offset, start, end, terminator, indent } of LINES) {
        it(`${offset} of ${JSON.stringify(text)}`, () => {
            assert.deepEqual(
                [lineStart(text, offset), lineEnd(text, offset), terminatorAt(text, offset), indentOf(text, offset)],
                [start, end, terminator, indent],
            );
        });
    }

    it("has the terminator of the line before it if it is the last one", () => assert.equal(terminatorAt("a\r\nb", 3), "\r\n"));
});

describe("a part that is removed", () => {
    /** The part between the inner brackets `<>` is removed with the space up to the outer ones `«»`. */
    const PARTS = [
        ["with its line", "a\n«  <b> \n»c"],
        ["with its line and the line end of Windows", "a\r\n«\t<b>\r\n»c"],
        ["with its lines", "a\n«  <b\n  b>\n»c"],
        ["with the first line", "«<b>\n»c"],
        ["with the last line, and the line end before it", "a«\n  <b>»"],
        ["with the last line, and the line end of Windows before it", "a«\r\n  <b>  »"],
        ["with the only line", "«  <b>»"],
        ["with the spaces behind it", "a «<b> \t»c"],
        ["with the spaces behind it at the start of a line", "a\n  «<b>  »c"],
        ["with the spaces before it at the end of a line", "a« \t<b>» \nc"],
        ["with the spaces before a bracket", "a« \t<b>» ]"],
        ["with the spaces before a parenthesis", "a« <b>»)"],
        ["with the spaces before a brace", "a« <b>» }"],
        ["without spaces before a bracket at the start of a line", "a\n  «<b>  »}"],
    ] as const;
    for (const [name, marked] of PARTS) {
        it(`goes ${name}: ${JSON.stringify(marked)}`, () => {
            const text = marked.replaceAll(/[«»<>]/g, "");
            const inner = marked.replaceAll(/[«»]/g, "");
            const outer = marked.replaceAll(/[<>]/g, "");
            const range = { start: inner.indexOf("<"), end: inner.indexOf(">") - 1 };
            assert.deepEqual(withSpace(text, range), { start: outer.indexOf("«"), end: outer.indexOf("»") - 1 });
        });
    }
});

describe("edits", () => {
    const [first, second] = [
        { start: 1, end: 3, text: "x" },
        { start: 3, end: 4, text: "y" },
    ];

    it("are applied in the order of the text", () => assert.equal(applyEdits("abcde", [second, first]), "axye"));

    it("at the same offset are applied in their order", () => {
        const insertions = ["1", "2"].map(text => ({ start: 3, end: 3, text }));
        assert.equal(applyEdits("abcde", [...insertions, second]), "abc12ye");
    });

    it("overlap if they change the same text", () => {
        assert.equal(overlap([second, first]), false);
        assert.equal(overlap([second, { ...first, end: 4 }]), true);
    });
});

describe("the longest common subsequence", () => {
    const LISTS: readonly (readonly [a: string, b: string, pairs: readonly (readonly [number, number])[]])[] = [
        ["", "", []],
        ["ab", "", []],
        ["", "ab", []],
        ["ab", "cd", []],
        [
            "abc",
            "abc",
            [
                [0, 0],
                [1, 1],
                [2, 2],
            ],
        ],
        [
            "abc",
            "ac",
            [
                [0, 0],
                [2, 1],
            ],
        ],
        [
            "ac",
            "abc",
            [
                [0, 0],
                [1, 2],
            ],
        ],
        [
            "abcd",
            "bxd",
            [
                [1, 0],
                [3, 2],
            ],
        ],
        [
            "aab",
            "abb",
            [
                [0, 0],
                [2, 1],
            ],
        ],
        ["ab", "ba", [[1, 0]]],
        [
            "abcbdab",
            "bdcaba",
            [
                [1, 0],
                [4, 1],
                [5, 3],
                [6, 4],
            ],
        ],
    ];
    for (const [a, b, pairs] of LISTS) {
        it(`of ${JSON.stringify([a, b])} has ${pairs.length} elements`, () => {
            assert.deepEqual(commonSubsequence([...a], [...b]), pairs);
        });
    }

    it("is not searched in long lists", () => {
        const list = (length: number) => Array.from({ length }, (_element, index) => index);
        assert.equal(commonSubsequence(list(500), list(500))?.length, 500);
        assert.equal(commonSubsequence(list(501), list(500)), undefined);
    });
});
