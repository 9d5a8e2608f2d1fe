import * as assert from "node:assert/strict";
import { existsSync, readdirSync, readFileSync, realpathSync } from "node:fs";
import { join } from "node:path";
import * as fc from "fast-check";
import { before, describe, it } from "mocha";
import type { Expression, Member, Program, Range } from "../../../src/programs/expression";
import type { TokenLanguage } from "../../../src/programs/languages/tokens/strings";
import { tokenize } from "../../../src/programs/languages/tokens/tokens";
import { expressionsIn } from "../../../src/programs/walk";
import { assertProperty, cases } from "../../support/clients";
import { CSHARP_TRAPS } from "./csharp-traps";
import { arbitraryInputs, arbitraryLayout, PRINTERS } from "./generated-programs";
import { GO_TRAPS } from "./go-traps";
import { JAVA_TRAPS } from "./java-traps";
import { PYTHON_NAME_TRAPS } from "./python-name-traps";
import { PYTHON_TRAPS } from "./python-traps";
import type { Trap } from "./read-inputs";
import { loadParser, type SyntaxTree } from "./syntax-tree";

const TRAPS: Readonly<Record<string, readonly Trap[]>> = {
    python: [...PYTHON_TRAPS, ...PYTHON_NAME_TRAPS],
    go: GO_TRAPS,
    java: JAVA_TRAPS,
    csharp: CSHARP_TRAPS,
};

/** Folders with sources of a language, if a test machine has them. */
const SOURCES: Readonly<Record<string, { readonly folders: readonly string[]; readonly ending: string }>> = {
    python: { folders: ["/usr/lib/python3", "/usr/lib/python3.11", "/usr/lib/python3.12", "/usr/share/python3"], ending: ".py" },
    go: { folders: ["/usr/local/go/src", "/usr/lib/go/src"], ending: ".go" },
    java: { folders: [], ending: ".java" },
    csharp: { folders: [join(__dirname, "../../../node_modules")], ending: ".cs" },
};

describe("the syntax trees of tree-sitter (slow)", () => {
    for (const { language, file, read, print } of PRINTERS) {
        describe(`of ${language}`, () => {
            let parse: (text: string) => SyntaxTree;
            before(async () => {
                parse = await loadParser(language as TokenLanguage);
            });

            for (const { name, source } of TRAPS[language] ?? []) {
                it(`has the arguments of the program that ${name}`, () => {
                    const tree = parse(source);
                    if (!tree.hasError) checkTree(read(file, source), tree);
                });
            }

            it("has the arguments of generated programs", () => {
                assertProperty(
                    fc.property(arbitraryInputs, arbitraryLayout, (inputs, layout) => {
                        // The grammar of Java takes `//` in a text block for a comment.
                        const style = language === "java" && layout.style === 1 ? 0 : layout.style;
                        const program = read(file, print(inputs, { ...layout, style }));
                        const tree = parse(program.text);
                        if (tree.hasError) return; // control characters in strings
                        checkTree(program, tree);
                        assert.deepEqual(stringsOf(program.text, language), tree.strings);
                    }),
                    cases(100),
                );
            });

            it("has the strings of other sources", () => {
                const { folders, ending } = SOURCES[language] ?? { folders: [], ending: "" };
                for (const path of folders.filter(existsSync).flatMap(folder => [...filesIn(realpathSync(folder), ending)].slice(0, 60))) {
                    const text = readFileSync(path, "utf8");
                    const tree = text.length > 100_000 ? undefined : parse(text);
                    if (!tree || tree.hasError) continue;
                    assert.deepEqual(stringsOf(text, language), tree.strings, path);
                    const program = read("file", text);
                    assert.deepEqual([program.errors, program.constructions], [[], []], path);
                }
            });
        });
    }
});

function* filesIn(folder: string, ending: string): Generator<string> {
    for (const entry of readdirSync(folder, { withFileTypes: true })) {
        const path = join(folder, entry.name);
        if (entry.isDirectory() && entry.name !== "testdata") yield* filesIn(path, ending);
        else if (entry.isFile() && entry.name.endsWith(ending)) yield path;
    }
}

function stringsOf(text: string, language: string): Range[] {
    const { tokens } = tokenize(text, language as TokenLanguage);
    return tokens
        .filter(({ kind }) => kind === "string")
        .map(({ start, end }) => ({ start, end }))
        .sort((a, b) => a.start - b.start || a.end - b.end);
}

/** Constructions must be calls, and the members of their arguments pairs of keys and values. */
function checkTree({ constructions, text }: Program, { calls, pairs }: SyntaxTree): void {
    const callTexts = new Set(calls.map(({ start, end }) => `${start}-${end}`));
    const values = new Map(pairs.map(({ key, value }) => [`${key.start}-${key.end}`, value]));
    for (const { start, end, args } of constructions) {
        assert.ok(callTexts.has(`${start}-${end}`), text.slice(start, end));
        for (const { key, value } of membersIn(args)) {
            if (!key) continue;
            const expected = values.get(`${key.start}-${key.end}`);
            // Parentheses are not part of a value, and those of a setter in Java are around all of its elements.
            if (expected) assert.equal(strip(text, value), strip(text, expected), text);
            else assert.match(text.slice(key.start - 1, key.end), /^[{,[ ]"/, text); // the key of a map
        }
    }
}

function membersIn(args: Expression | undefined): Member[] {
    return [...expressionsIn(args)].flatMap(expression => (expression.kind === "object" ? expression.members : []));
}

function strip(text: string, { start, end }: Range): string {
    let value = text.slice(start, end).trim();
    while (value.startsWith("(") && value.endsWith(")")) value = value.slice(1, -1).trim();
    return value.replace(/[,!]$/, ""); // `"a"!` of C#
}
