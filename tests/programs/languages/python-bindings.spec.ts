import * as assert from "node:assert/strict";
import { describe, it } from "mocha";
import { readPython } from "../../../src/programs/languages/python";
import { bindingNotations } from "../notation";

/** Programs, and the names that they declare: `NAME in FIRST LINE-LAST LINE OF THE SCOPE = VALUE`, where `-` is none. */
const PROGRAMS: readonly (readonly [title: string, lines: readonly string[], expected: readonly string[]])[] = [
    // Assignments
    ["an assignment", ["x = 1"], ["x in 1-1 = 1"]],
    ["an assignment with a type", ["x: int = 1"], ["x in 1-1 = 1"]],
    ["a type without a value", ["x: int"], []],
    ["two assignments", ["x = y = z = 1"], ["x in 1-1 = -", "y in 1-1 = -", "z in 1-1 = -"]],
    ["unpacking", ["x, (y, *z) = a", "[x] = b"], ["x in 1-2 = -", "y in 1-2 = -", "z in 1-2 = -", "x in 1-2 = -"]],
    ["an augmented assignment", ["x += 1", "x @= y"], []],
    ["elements and members", ["x[0] = x.a = x[i].a = 1", "f(x).a = g(x)[y] = f().g(x)[y].a = 1"], []],
    ["a function with a default", ["x = lambda y=2: y"], ["x in 1-1 = ?", "y in 1-1 = -"]],
    ["a comparison", ["x == y <= z"], []],
    ["an alias of a type", ["type X = int"], ["type in 1-1 = -", "X in 1-1 = -"]],
    [
        "names of keywords that are none",
        ["match = 1", "case: int = 2", "type = 3", "match: int = 4"],
        ["match in 1-4 = 1", "case in 1-4 = 2", "type in 1-4 = 3", "match in 1-4 = 4"],
    ],
    ["several statements on a line", ["x = 1; y = 2;"], ["x in 1-1 = 1", "y in 1-1 = 2"]],
    ["statements behind a colon", ["if a: x = 1; y = 2", "z = 3"], ["x in 1-2 = 1", "y in 1-2 = 2", "z in 1-2 = 3"]],
    ["a function behind a colon", ["def f(): x = 1", "y = 2"], ["f in 1-2 = -", "x in 1-1 = 1", "y in 1-2 = 2"]],
    ["statements behind the colon of a condition with functions", ["if lambda: lambda: 0: x = 1"], ["x in 1-1 = 1"]],
    ["an assignment in an expression", ["f(x := 1)", "if y := 2: pass"], ["x in 1-2 = -", "y in 1-2 = -"]],
    // Statements with blocks
    [
        "loops",
        ["for x, (y, *z) in a:", "    b = 1", "else: c = 2"],
        ["x in 1-3 = -", "y in 1-3 = -", "z in 1-3 = -", "b in 1-3 = 1", "c in 1-3 = 2"],
    ],
    ["loops over an assignment", ["for x[i] in (y := a): pass"], ["y in 1-1 = -"]],
    [
        "with",
        ["with a() as x, b() as (y, z), c(): pass", "with (a() as v, b() as w): pass", "with a() as b.c, d: pass"],
        ["x in 1-3 = -", "y in 1-3 = -", "z in 1-3 = -", "v in 1-3 = -", "w in 1-3 = -"],
    ],
    [
        "except",
        ["try: x = 1", "except (A, B) as y: pass", "except* C as z: pass", "finally: pass"],
        ["x in 1-4 = 1", "y in 1-4 = -", "z in 1-4 = -"],
    ],
    [
        "patterns",
        ["match a:", "    case {'k': x, **y}: pass", "    case [z, *_] as w if (v := b): pass", "    case 1 | None: pass"],
        ["x in 1-4 = -", "y in 1-4 = -", "z in 1-4 = -", "_ in 1-4 = -", "w in 1-4 = -", "v in 1-4 = -"],
    ],
    [
        "asynchronous statements",
        ["async def f():", "    async for x in a: pass", "    async with b as y: pass"],
        ["f in 1-3 = -", "x in 1-3 = -", "y in 1-3 = -"],
    ],
    // Functions
    [
        "parameters",
        ["def f(a, /, b: int = 1, *c, d, **e): pass", "def g(*, a): pass", "def h[T](a: T) -> T: pass"],
        [
            "f in 1-3 = -",
            "a in 1-1 = -",
            "b in 1-1 = -",
            "c in 1-1 = -",
            "d in 1-1 = -",
            "e in 1-1 = -",
            "g in 1-3 = -",
            "a in 2-2 = -",
            "h in 1-3 = -",
            "a in 3-3 = -",
        ],
    ],
    [
        "local names",
        ["def f():", "    x = 1", "    def g():", "        y = 2", "x = 3"],
        ["f in 1-5 = -", "x in 1-4 = 1", "g in 1-4 = -", "y in 3-4 = 2", "x in 1-5 = 3"],
    ],
    [
        "names of the module in a function",
        ["def f():", "    global x, y", "    x = 1", "    z = 2"],
        ["f in 1-4 = -", "x in 1-4 = -", "y in 1-4 = -", "z in 1-4 = 2"],
    ],
    [
        "names of the function around",
        ["def f():", "    def g():", "        nonlocal x", "        x, y = 1"],
        ["f in 1-4 = -", "g in 1-4 = -", "y in 2-4 = -"],
    ],
    [
        "lambdas",
        ["a = lambda x, /, *, y, z=b: x", "c(", "  lambda: 0,", "  lambda x: 0)"],
        ["a in 1-4 = ?", "x in 1-1 = -", "y in 1-1 = -", "z in 1-1 = -", "x in 2-4 = -"],
    ],
    ["comprehensions", ["[", "  x.y for x, (y, z) in a for v in b", "]"], ["x in 1-3 = -", "y in 1-3 = -", "z in 1-3 = -", "v in 1-3 = -"]],
    ["names in brackets", ["f(1,", "    (lambda x: 0),", "    [y for y in z])"], ["x in 2-2 = -", "y in 3-3 = -"]],
    // Classes and fields
    [
        "members of a class",
        ["class C:", "    x = 1", "    def f(self): self.y = 2", "z = 3"],
        [
            "C in 1-4 = -",
            "x in 1-3 = -",
            "this.x in 1-3 = -",
            "f in 1-3 = -",
            "this.f in 1-3 = -",
            "self in 3-3 = -",
            "this.y in 1-3 = 2 conditional",
            "z in 1-4 = 3",
        ],
    ],
    [
        "fields that the constructor sets",
        [
            "class C:",
            "    def __init__(self):",
            "        self.a = 1",
            "        if p: self.b = 2",
            "        with q:",
            "            self.c = 3",
            "            if p: self.d = 4",
        ],
        [
            "C in 1-7 = -",
            "__init__ in 1-7 = -",
            "this.__init__ in 1-7 = -",
            "self in 2-7 = -",
            "this.a in 1-7 = 1",
            "this.b in 1-7 = 2 conditional",
            "this.c in 1-7 = 3",
            "this.d in 1-7 = 4 conditional",
        ],
    ],
    ...["", "()", "(object)", "(pulumi.ComponentResource)", "(ABC, object)", "[T]", "[T](ABC)"].map(
        bases =>
            [
                `fields of a class with the bases ${bases}`,
                [`class C${bases}:`, "    def __init__(self): self.x = 1"],
                ["C in 1-2 = -", "__init__ in 1-2 = -", "this.__init__ in 1-2 = -", "self in 2-2 = -", "this.x in 1-2 = 1"],
            ] as const,
    ),
    ...["(Base)", "(object, Base)", "(Generic[T])", "(make())", "(metaclass=M)", "(*bases)"].map(
        bases =>
            [
                `fields of a class with the bases ${bases}`,
                [`class C${bases}:`, "    def __init__(self): self.x = 1"],
                ["C in 1-2 = -", "__init__ in 1-2 = -", "this.__init__ in 1-2 = -", "self in 2-2 = -", "this.x in 1-2 = 1 conditional"],
            ] as const,
    ),
    [
        "what is no field",
        [
            "class C:",
            "    def f(self):",
            "        self.x.y = self['x'].y = self.x[i] = self[i] = 1",
            "        self.f().y = 1",
            "        self.x, self.y = (self.z, *self.v) = a",
            "        (self.x, self.y) = a",
            "        other.this.x = a",
        ],
        ["C in 1-7 = -", "f in 1-7 = -", "this.f in 1-7 = -", "self in 2-7 = -"],
    ],
    [
        "the names in a pattern of a class",
        ["match a:", "    case P(x=y) as z: pass"],
        ["P in 1-2 = -", "x in 1-2 = -", "y in 1-2 = -", "z in 1-2 = -"],
    ],
    [
        "fields in a function of a method",
        ["class C:", "    def f(self):", "        def g(): self.name = 1"],
        ["C in 1-3 = -", "f in 1-3 = -", "this.f in 1-3 = -", "self in 2-3 = -", "g in 2-3 = -", "this.name in 1-3 = 1 conditional"],
    ],
    [
        "fields of another object",
        [
            "class C:",
            "    def f(other, self): self.x = 1",
            "    def g(other): self.x = 2",
            "    def h(self): other.x = 3",
            "def i(self): self.x = 4",
            "self.x = 5",
        ],
        [
            "C in 1-6 = -",
            "f in 1-4 = -",
            "this.f in 1-4 = -",
            "other in 2-2 = -",
            "self in 2-2 = -",
            "g in 1-4 = -",
            "this.g in 1-4 = -",
            "other in 3-3 = -",
            "h in 1-4 = -",
            "this.h in 1-4 = -",
            "self in 4-4 = -",
            "i in 1-6 = -",
            "self in 5-5 = -",
        ],
    ],
    [
        "fields of a class in a class",
        ["class C:", "    class D:", "        def f(self): self.x = 1"],
        ["C in 1-3 = -", "D in 1-3 = -", "this.D in 1-3 = -", "f in 2-3 = -", "this.f in 2-3 = -", "self in 3-3 = -"],
    ],
    [
        "fields of a class in a function",
        ["def f():", "    class C:", "        def __init__(self): self.x = 1"],
        ["f in 1-3 = -", "C in 1-3 = -", "__init__ in 2-3 = -", "this.__init__ in 2-3 = -", "self in 3-3 = -", "this.x in 2-3 = 1"],
    ],
    // Names that have a value without a declaration, or of another module
    [
        "functions of Python that a condition replaces",
        ["if p: id = 1", "id = 2", "if p: x = 3"],
        ["id in 1-3 = -", "id in 1-3 = 2", "x in 1-3 = 3"],
    ],
    ["functions of Python that a function replaces", ["def f():", "    if p: id = 1"], ["f in 1-2 = -", "id in 1-2 = 1"]],
    [
        "names in front of an import of all names",
        ["x = 1", "if p: y = 2", "def f(): z = 3", "from m import *", "v = 4", "if p: w = 5"],
        [
            "x in 1-6 = 1",
            "y in 1-6 = 2",
            "f in 1-6 = -",
            "z in 3-3 = 3",
            "v in 1-6 = 4",
            "w in 1-6 = 5",
            "x in 1-6 = -",
            "y in 1-6 = -",
            "f in 1-6 = -",
            "w in 1-6 = -",
        ],
    ],
    ["names behind an import of all names", ["from m import *", "x = 1", "if p: y = 2"], ["x in 1-3 = 1", "y in 1-3 = 2", "y in 1-3 = -"]],
    ["names without an import of all names", ["if p: x = 1"], ["x in 1-1 = 1"]],
    // Lines
    ["blocks that tabs indent", ["if p:", "\tdef f():", "\t\tx = 1", "\ty = 2"], ["f in 1-4 = -", "x in 2-3 = 1", "y in 1-4 = 2"]],
    [
        "blocks that spaces and tabs indent",
        ["if p:", "    def f():", "    \tx = 1", "    y = 2"],
        ["f in 1-4 = -", "x in 2-3 = 1", "y in 1-4 = 2"],
    ],
    ["a form feed and a mark at the start", ["\uFEFFdef f():", "    x = 1", "  \fy = 2"], ["f in 1-3 = -", "x in 1-2 = 1", "y in 1-3 = 2"]],
    [
        "continued lines",
        ["def f():", "    x = \\", "1", "    y = (", "2)", "z = 3"],
        ["f in 1-6 = -", "x in 1-5 = 1", "y in 1-5 = 2", "z in 1-6 = 3"],
    ],
    ["a line break at the end", ["def f():", "    x = 1", ""], ["f in 1-3 = -", "x in 1-3 = 1"]],
    ["comments and empty lines", ["def f():", "", "    x = 1", "# y = 2", "    z = 3"], ["f in 1-5 = -", "x in 1-5 = 1", "z in 1-5 = 3"]],
];

describe("declarations of Python", () => {
    for (const [title, lines, expected] of PROGRAMS) {
        it(`of ${title}`, () => {
            assert.deepEqual(bindingNotations(readPython("__main__.py", lines.join("\n"))), expected);
        });
    }

    it("of lines that carriage returns end", () => {
        const { bindings, text } = readPython("__main__.py", "def f():\r  x = 1\ry = 2\r\nz = 3");
        const scopes = bindings.map(({ name, scope }) => [name, text.slice(scope.start, scope.end)]);
        assert.deepEqual(scopes, [
            ["f", text],
            ["x", ":\r  x = 1"],
            ["y", text],
            ["z", text],
        ]);
    });

    it("in 100 blocks, and in no more", () => {
        const nested = (count: number) =>
            `${Array.from({ length: count }, (_, index) => `${" ".repeat(index)}if p:\n`).join("")}${" ".repeat(count)}x = 1`;
        assert.deepEqual(bindingNotations(readPython("__main__.py", nested(100))), ["x in 1-101 = 1"]);
        for (const count of [101, 200]) {
            const { bindings, errors } = readPython("__main__.py", nested(count));
            assert.deepEqual(bindings, []);
            assert.deepEqual(errors, [{ line: 101, reason: "the code is nested too deeply" }]);
        }
    });
});
