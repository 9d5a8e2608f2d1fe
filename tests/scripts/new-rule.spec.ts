import * as assert from "node:assert/strict";
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import * as path from "node:path";
import { afterEach, beforeEach, describe, it } from "mocha";
import { addToIndex, newRule } from "../../scripts/new-rule";
import { ROOT } from "../support/pack";

const INDEX = "src/rules/index.ts";

describe("new-rule", () => {
    let root: string;
    beforeEach(() => {
        root = mkdtempSync(path.join(tmpdir(), "new-rule-"));
        mkdirSync(path.join(root, "src/rules"), { recursive: true });
        mkdirSync(path.join(root, "tests/rules"), { recursive: true });
        cpSync(path.join(ROOT, INDEX), path.join(root, INDEX));
    });
    afterEach(() => rmSync(root, { recursive: true }));

    const read = (file: string) => readFileSync(path.join(root, file), "utf8");

    it("writes the rule, its spec and the index", () => {
        assert.deepEqual(newRule(root, "no-foo-bar"), ["src/rules/no-foo-bar.ts", "tests/rules/no-foo-bar.spec.ts", INDEX]);
        assert.match(read("src/rules/no-foo-bar.ts"), /^ {4}name: "no-foo-bar",\n(.*\n)* {4}category: "security",\n/m);
        assert.match(
            read("tests/rules/no-foo-bar.spec.ts"),
            /^import rule from "\.\.\/\.\.\/src\/rules\/no-foo-bar";\n\ntestRule\(rule, /m,
        );
    });

    for (const [name, category, level] of [
        ["valid-foo", "deployability", "mandatory"],
        ["no-foo", "security", "advisory"],
        ["require-foo", "security", "advisory"],
        ["limit-foo", "limits", "advisory"],
        ["match-foo", "consistency", "advisory"],
    ] as const) {
        it(`chooses category and level of ${name} by its prefix`, () => {
            newRule(root, name);
            assert.match(read(`src/rules/${name}.ts`), new RegExp(`category: "${category}",\n(.*\n)* {4}level: "${level}",`));
            assert.equal(read(`src/rules/${name}.ts`).includes('scope: "stack"'), name === "match-foo");
            assert.equal(read(`tests/rules/${name}.spec.ts`).includes("testStackRule"), name === "match-foo");
        });
    }

    it("keeps the index sorted", () => {
        const names = ["match-zzz", "limit-aaa", "valid-zzz", "no-implicit", "no-implicit-flow-at-all"];
        for (const name of names) newRule(root, name);
        const imported = [...read(INDEX).matchAll(/^import \w+ from "\.\/(.*)";$/gm)].map(match => match[1] as string);
        assert.deepEqual(imported, [...imported].sort());
        for (const name of names) assert.ok(imported.includes(name), name);
        const listed = [...read(INDEX).matchAll(/^ {4}(\w+),$/gm)].map(match => match[1] as string);
        assert.deepEqual(
            listed,
            imported.map(name => name.replace(/-(.)/g, (_match, letter: string) => letter.toUpperCase())),
        );
    });

    it("rejects an index that it cannot extend", () => {
        assert.throws(
            () => addToIndex("export const rules = [];\n", "no-foo"),
            /^Error: src\/rules\/index\.ts has no line like import noFoo/,
        );
    });

    for (const name of ["", "no", "no-", "foo-bar", "No-foo", "no-Foo", "no-foo_bar", "no-foo-", "../no-foo", "no-foo.ts"]) {
        it(`rejects the name "${name}"`, () => {
            assert.throws(() => newRule(root, name), {
                message: `"${name}" is not a rule name; use lowercase words joined by hyphens, starting with one of valid-, no-, require-, limit-, match-.`,
            });
            assert.equal(read(INDEX), readFileSync(path.join(ROOT, INDEX), "utf8"));
        });
    }

    it("does not overwrite a rule or a spec", () => {
        for (const file of ["src/rules/no-foo.ts", "tests/rules/no-bar.spec.ts"]) writeFileSync(path.join(root, file), "mine");
        assert.throws(() => newRule(root, "no-foo"), { message: "src/rules/no-foo.ts already exists." });
        assert.throws(() => newRule(root, "no-bar"), { message: "tests/rules/no-bar.spec.ts already exists." });
        assert.equal(read("src/rules/no-foo.ts"), "mine");
        assert.ok(!existsSync(path.join(root, "src/rules/no-bar.ts")));
    });
});
