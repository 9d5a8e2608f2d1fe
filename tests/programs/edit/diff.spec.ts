import * as assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import * as fc from "fast-check";
import { describe, it } from "mocha";
import { unifiedDiff } from "../../../src/programs/edit/diff";
import { applyEdits, type Edit } from "../../../src/programs/edit/edits";
import { assertProperty, cases } from "../../support/clients";

/** The lines `1` to `count`. */
function numbered(count: number): string {
    return Array.from({ length: count }, (_line, index) => `${index + 1}\n`).join("");
}

/** Replaces the only occurrence of a text. */
function replace(text: string, old: string, replacement: string): Edit {
    const start = text.indexOf(old);
    assert.ok(start >= 0 && text.indexOf(old, start + 1) < 0, old);
    return { start, end: start + old.length, text: replacement };
}

const TEXT = numbered(30).replace("5\n", "five\n");

const DIFFS: readonly {
    readonly name: string;
    readonly text: string;
    readonly edits: readonly Edit[];
    readonly expected: readonly string[];
}[] = [
    {
        name: "a changed line with three lines around it",
        text: TEXT,
        edits: [replace(TEXT, "ive", "IVE")],
        expected: ["@@ -2,7 +2,7 @@", " 2", " 3", " 4", "-five", "+fIVE", " 6", " 7", " 8"],
    },
    {
        name: "an added line, and one that is removed further down",
        text: TEXT,
        edits: [replace(TEXT, "five\n", "five\n5.5\n"), replace(TEXT, "22\n", "")],
        expected: [
            "@@ -3,6 +3,7 @@",
            " 3",
            " 4",
            " five",
            "+5.5",
            " 6",
            " 7",
            " 8",
            "@@ -19,7 +20,6 @@",
            " 19",
            " 20",
            " 21",
            "-22",
            " 23",
            " 24",
            " 25",
        ],
    },
    {
        name: "changes that share lines around them as one",
        text: TEXT,
        edits: [replace(TEXT, "five", "5"), replace(TEXT, "12", "twelve")],
        expected: [
            "@@ -2,14 +2,14 @@",
            " 2",
            " 3",
            " 4",
            "-five",
            "+5",
            " 6",
            " 7",
            " 8",
            " 9",
            " 10",
            " 11",
            "-12",
            "+twelve",
            " 13",
            " 14",
            " 15",
        ],
    },
    {
        name: "changes with one line more between them as two",
        text: TEXT,
        edits: [replace(TEXT, "five", "5"), replace(TEXT, "13", "thirteen")],
        expected: [
            ...["@@ -2,7 +2,7 @@", " 2", " 3", " 4", "-five", "+5", " 6", " 7", " 8"],
            ...["@@ -10,7 +10,7 @@", " 10", " 11", " 12", "-13", "+thirteen", " 14", " 15", " 16"],
        ],
    },
    {
        name: "neighbors as one change, in whatever order the edits are",
        text: "a\nb\nc\n",
        edits: [replace("a\nb\nc\n", "b", "B"), replace("a\nb\nc\n", "a", "A")],
        expected: ["@@ -1,3 +1,3 @@", "-a", "-b", "+A", "+B", " c"],
    },
    {
        name: "several edits of a line",
        text: "a b\n",
        edits: [replace("a b\n", "a", "A"), replace("a b\n", "b", "B")],
        expected: ["@@ -1,1 +1,1 @@", "-a b", "+A B"],
    },
    {
        name: "an added line that is like the one before",
        text: "a\na\nb\n",
        edits: [{ start: 2, end: 2, text: "a\n" }],
        expected: ["@@ -1,3 +1,4 @@", " a", " a", "+a", " b"],
    },
    {
        name: "only the lines that an edit of several lines changes",
        text: "a\nb\nc\nd\ne\n",
        edits: [{ start: 0, end: 10, text: "a\nx\ny\nc\nd\ne\n" }],
        expected: ["@@ -1,5 +1,6 @@", " a", "-b", "+x", "+y", " c", " d", " e"],
    },
    {
        name: "what is left of lines that are the same",
        text: "a\na\na\n",
        edits: [{ start: 0, end: 6, text: "a\na\n" }],
        expected: ["@@ -1,3 +1,2 @@", " a", " a", "-a"],
    },
    {
        name: "a last line without a newline",
        text: "a\nb",
        edits: [replace("a\nb", "a", "A")],
        expected: ["@@ -1,2 +1,2 @@", "-a", "+A", " b", "\\ No newline at end of file"],
    },
    {
        name: "a line behind a last line without a newline",
        text: "a",
        edits: [{ start: 1, end: 1, text: "\nb" }],
        expected: ["@@ -1,1 +1,2 @@", "-a", "\\ No newline at end of file", "+a", "+b", "\\ No newline at end of file"],
    },
    {
        name: "a line behind the last newline",
        text: "a\n",
        edits: [{ start: 2, end: 2, text: "b\n" }],
        expected: ["@@ -1,1 +1,2 @@", " a", "+b"],
    },
    {
        name: "the line ends of Windows",
        text: "a\r\nb\r\n",
        edits: [{ start: 1, end: 1, text: "\r\nc" }],
        expected: ["@@ -1,2 +1,3 @@", " a\r", "+c\r", " b\r"],
    },
];

describe("the unified diff", () => {
    for (const { name, text, edits, expected } of DIFFS) {
        it(`shows ${name}`, () => {
            const printed = unifiedDiff({ file: "src/index.ts", text, edits });
            assert.equal(printed, ["--- src/index.ts", "+++ src/index.ts", ...expected, ""].join("\n"));
        });
    }

    it("ends a name with spaces with a tab", () => {
        const printed = unifiedDiff({ file: "my app.ts", text: "a\n", edits: [{ start: 0, end: 1, text: "b" }] });
        assert.deepEqual(printed.split("\n").slice(0, 2), ["--- my app.ts\t", "+++ my app.ts\t"]);
    });

    const names = [
        ["a.ts", "a.ts"],
        ["ä.ts", String.raw`"\303\244.ts"`],
        ['a"b\\.ts', String.raw`"a\"b\\.ts"`],
        ["a\n+b\u001b.ts", String.raw`"a\n+b\033.ts"`],
        ["my ä.ts", String.raw`"my \303\244.ts"`],
    ] as const;
    for (const [file, expected] of names) {
        it(`writes the name ${JSON.stringify(file)} as git does`, () => {
            const printed = unifiedDiff({ file, text: "a\n", edits: [{ start: 0, end: 1, text: "b" }] });
            assert.deepEqual(printed.split("\n").slice(0, 2), [`--- ${expected}`, `+++ ${expected}`]);
        });
    }

    it("escapes control characters but tabs and line ends", () => {
        const text = "\ta\u001b[2J\r\nb\u202e\rc\n";
        const printed = unifiedDiff({ file: "a", text, edits: [{ start: text.length, end: text.length, text: "d\u0007\n" }] });
        const lines = [" \ta\\u001b[2J\r", " b\\u202e\\u000dc", "+d\\u0007"];
        assert.deepEqual(printed.split("\n").slice(3, 6), lines);
    });

    it("prints as many lines around a change as are wanted", () => {
        const edits = [replace(TEXT, "five\n", "five\n5.5\n"), replace(TEXT, "22\n", "")];
        const printed = unifiedDiff({ file: "a", text: TEXT, edits }, { context: 0 });
        assert.equal(printed, "--- a\n+++ a\n@@ -5,0 +6,1 @@\n+5.5\n@@ -22,1 +22,0 @@\n-22\n");
    });

    it("has the colors of git on a terminal", () => {
        const printed = unifiedDiff({ file: "a", text: "a\nb\n", edits: [{ start: 0, end: 1, text: "c" }] }, { colors: true });
        const expected = [
            "\u001b[1m--- a\u001b[22m",
            "\u001b[1m+++ a\u001b[22m",
            "\u001b[36m@@ -1,2 +1,2 @@\u001b[39m",
            "\u001b[31m-a\u001b[39m",
            "\u001b[32m+c\u001b[39m",
            " b",
            "",
        ];
        assert.equal(printed, expected.join("\n"));
    });

    it("makes the same changes when git applies it (slow)", function () {
        this.timeout(60_000);
        const folder = mkdtempSync(join(tmpdir(), "diff-"));
        const line = fc.constantFrom("a", "b", "", "  c", "d\r");
        const texts = fc.tuple(fc.array(line, { minLength: 1, maxLength: 30 }), fc.boolean());
        const changes = fc.array(fc.tuple(fc.nat(), fc.nat(8), fc.constantFrom("", "x", "y\n", "\nz", "x\ny\nz\n")), {
            minLength: 1,
            maxLength: 4,
        });
        const check = ([lines, hasNewline]: [string[], boolean], candidates: [number, number, string][]) => {
            const text = lines.join("\n") + (hasNewline ? "\n" : "");
            const edits: Edit[] = [];
            for (const [position, length, replacement] of candidates.map(([at, ...rest]) => [at % (text.length + 1), ...rest] as const)) {
                const edit = { start: position, end: Math.min(position + length, text.length), text: replacement };
                if (edits.every(({ start, end }) => edit.end < start || edit.start > end)) edits.push(edit);
            }
            const after = applyEdits(text, edits);
            if (after === text || text === "" || after === "" || /\r(?!\n|$)/.test(text + after)) return; // it is escaped
            writeFileSync(join(folder, "file.txt"), text);
            const input = unifiedDiff({ file: "file.txt", text, edits });
            execFileSync("git", ["apply", "-p0", "--whitespace=nowarn", "-"], { cwd: folder, input, stdio: "pipe" });
            assert.equal(readFileSync(join(folder, "file.txt"), "utf8"), after);
        };
        try {
            assertProperty(fc.property(texts, changes, check), cases(300));
        } finally {
            rmSync(folder, { recursive: true });
        }
    });
});
