import * as assert from "node:assert/strict";
import { describe, it } from "mocha";
import { UNKNOWN } from "../../../src/programs/evaluate";
import { readPython } from "../../../src/programs/languages/python";
import { ResourceReader } from "../../../src/programs/resources";
import { bindingNotations, notation } from "../notation";

/** Imports of the module `a.b.c`, and what they declare. */
const IMPORTS: readonly (readonly [source: string, ...expected: string[]])[] = [
    ["import x", "x = import(x)"],
    ["import x.y", "x = import(x)"],
    ["import x.y, z", "x = import(x)", "z = import(z)"],
    ["import x.y as z, v as w", "z = import(x.y)", "w = import(v)"],
    ["from x import y", "y = import(x).y"],
    ["from x.y import z as v, w", "v = import(x.y).z", "w = import(x.y).w"],
    ["from x import (y, z as v,)", "y = import(x).y", "v = import(x).z"],
    ["from . import x", "x = import(a.b).x"],
    ["from .. import x", "x = import(a).x"],
    ["from ... import x as y", "y = import(x)"],
    ["from .x import y", "y = import(a.b.x).y"],
    ["from ..x.y import z", "z = import(a.x.y).z"],
    ["from ...x import y", "y = import(x).y"],
    // The same import twice is one declaration, another one makes the name unknown
    ["import x.y; import x.z; import x", "x = import(x)"],
    ["import x; from x import x", "x = import(x)", "x = import(x).x"],
    ["import x; import y as x", "x = import(x)", "x = import(y)"],
    ["from x import y; from x import z as y", "y = import(x).y", "y = import(x).z"],
    ["import x.y as z; from x import y as z", "z = import(x.y)"],
    ["import x; import x as y", "x = import(x)", "y = import(x)"],
    // Not valid
    ["import 1"],
    ["from x"],
];

/** Statements, and the packages besides the standard library and Pulumi that they import. */
const EXTERNALS: readonly (readonly [source: string, ...expected: string[]])[] = [
    ["import os, sys.path, pulumi, pulumi_aws.cognito"],
    ["import requests.auth.basic, pulumix, my_pulumi_aws", "requests", "pulumix", "my_pulumi_aws"],
    ["from os import path; from pulumi import Output; from pulumi_aws.cognito import *"],
    ["from requests.auth.basic import a; from flask import *", "requests", "flask"],
    ["from . import a; from .b import c; from ..d import *"],
];

describe("modules of Python", () => {
    for (const [source, ...expected] of IMPORTS) {
        it(`import names with ${source}`, () => {
            const program = readPython("a/b/c.py", `f()\n${source}`);
            assert.deepEqual(
                bindingNotations(program),
                expected.map(binding => binding.replace("=", "in 1-2 =")),
            );
            for (const { name, start, value } of program.bindings) {
                assert.equal(program.text.slice(value?.start, value?.end), name);
                assert.equal(start, value?.start);
            }
        });
    }

    it("import names in the scope of a function", () => {
        const source = ["import x", "def f(): import x", "def g():", "    import x, y"].join("\n");
        assert.deepEqual(bindingNotations(readPython("a.py", source)), [
            "x in 1-4 = import(x)",
            "f in 1-4 = -",
            "x in 2-2 = import(x)",
            "g in 1-4 = -",
            "x in 3-4 = import(x)",
            "y in 3-4 = import(y)",
        ]);
    });

    for (const [source, ...expected] of EXTERNALS) {
        it(`import the packages of ${source}`, () => {
            assert.deepEqual(readPython("a/b/c.py", source).externals, expected);
        });
    }

    for (const [file, module, name] of [
        ["__main__.py", "__main__", "x"],
        ["a.py", "a", "x"],
        ["a/b.py", "a.b", "a.x"],
        ["a/b.pyc.py", "a.b.pyc", "a.x"],
        ["a/b/__init__.py", "a.b", "a.b.x"],
        ["a/my__init__.py", "a.my__init__", "a.x"],
        ["__init__.py", "", "x"],
    ] as const) {
        it(`are named by their file: ${file}`, () => {
            const { modules, bindings, errors } = readPython(file, "from .x import y");
            assert.deepEqual(modules, [module]);
            assert.equal(notation(bindings[0]?.value), `import(${name}).y`);
            assert.deepEqual(errors, []);
            assert.deepEqual(readPython(file, "(").modules, [module]);
        });
    }

    it("export a function rather than its local variable of that name", () => {
        const library = readPython("library.py", 'def x():\n    x = "a"');
        const source = 'import pulumi_aws as aws\nfrom library import x\naws.cognito.UserPoolClient("web", name=x)';
        const program = readPython("__main__.py", source);
        const [client] = new ResourceReader([program, library]).read(program);
        assert.deepEqual(client?.props, { name: UNKNOWN });
    });

    it("export the names of the module, and all of others", () => {
        const source = "x = 1\ndef f():\n    y = 2\n    global z\nclass C:\n    v = 3\nfrom a.b import *\nfrom .c import *";
        const { exports, reexports } = readPython("d/e.py", source);
        assert.deepEqual(
            [...exports].map(([name, value]) => [name, notation(value), source.slice(value.start, value.end)]),
            ["x", "f", "z", "C"].map(name => [name, name, name]),
        );
        assert.deepEqual(reexports, ["a.b", "d.c"]);
    });
});
