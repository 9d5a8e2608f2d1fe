import * as assert from "node:assert/strict";
import { describe, it } from "mocha";
import { readGo } from "../../../src/programs/languages/go";
import { GO } from "../../../src/programs/languages/go/syntax";
import { readPython } from "../../../src/programs/languages/python";
import { emptyProgram } from "../../../src/programs/languages/shared";

describe("readers of languages", () => {
    it("find nothing in a file with a syntax error", () => {
        const text = 'import "github.com/a/b"\nconst A = "a"\nx = (';
        const errors = [{ line: 3, reason: "a bracket is not closed" }];
        const { language, ...program } = readGo("c.go", text);
        assert.deepEqual(program, {
            file: "c.go",
            text,
            constructions: [],
            notCovered: [],
            notRead: [],
            bindings: [],
            changes: [],
            uses: [],
            reexports: [],
            modules: [".#"],
            package: ".#",
            externals: [],
            exports: new Map(),
            errors,
        });
        assert.equal(language, GO.language);
        const empty = emptyProgram("c.go", text, language);
        assert.deepEqual([empty.modules, empty.errors], [[], []]);
    });

    it("give the names of exports where they are declared", () => {
        const { exports } = readPython("a.py", "\nurl = 1");
        assert.deepEqual([...exports], [["url", { kind: "name", path: ["url"], start: 1, end: 4 }]]);
    });
});
