import * as assert from "node:assert/strict";
import { describe, it } from "mocha";
import { readPython } from "../../../src/programs/languages/python";
import { occurrenceNotations } from "../notation";

/** Statements, and what they do with names. */
const STATEMENTS: readonly (readonly [source: string, ...expected: string[]])[] = [
    // Comparisons and conditions
    ["y = x < 1", "x read"],
    ["y = x <= 1", "x read"],
    ["y = 1 > x", "x read"],
    ["y = 1 >= x", "x read"],
    ["y = x == z", "x read", "z read"],
    ["y = x != 1", "x read"],
    ["y = x is None", "x read"],
    ["y = x in z", "x read", "z elements"],
    ["y = x not in z", "x read", "z elements"],
    ["y = x << 1", "x passed on"],
    ["y = 1 >> x", "x passed on"],
    ["y <<= x", "y changes", "x passed on"],
    ["y = x", "x passed on"],
    ["y = x + z", "x passed on", "z passed on"],
    ["y = x or z", "x passed on", "z passed on"],
    ["y = a if x else z", "a passed on", "x read", "z passed on"],
    ["y = f(not x or z)", "f passed on", "x read", "z passed on"],
    ["y = [not x, z]", "x passed on", "z passed on"],
    ["if x: pass", "x read"],
    ["if x and z: pass", "x read", "z passed on"],
    ["while x: pass", "x read"],
    ["if a: pass\nelif x: pass", "a read", "x read"],
    ["assert x or z", "x read", "z passed on"],
    ["assert f(x)", "f passed on", "x passed on"],
    // Elements
    ["for y in x: pass", "x elements"],
    ["for y in x, z: pass", "x passed on", "z passed on"],
    ["for y[x] in z: pass", "y.* changes", "x passed on", "z elements"],
    ["y = x[0]", "x.0 passed on"],
    ['y = x["a"].b', "x.a.b passed on"],
    ["y = x[z]", "x elements", "z passed on"],
    ["y = x[z].a", "x elements", "*.a passed on", "z passed on"],
    ["y = x[z].a.b()", "x elements", "*.a passed on", "z passed on"],
    ["y = x[z][0]", "x elements", "*.0 passed on", "z passed on"],
    ["y = x[1:]", "x elements"],
    // Functions
    ["len(x)", "len passed on", "x read"],
    ["print(x)", "print passed on", "x read"],
    ["sorted(x)", "sorted passed on", "x elements"],
    ["f(x)", "f passed on", "x passed on"],
    ["len(x, y)", "len passed on", "x passed on", "y passed on"],
    ["len(y, x)", "len passed on", "y passed on", "x passed on"],
    ["len[x]", "len elements", "x passed on"],
    ["len((x))", "len passed on", "x passed on"],
    ["len(x + y)", "len passed on", "x passed on", "y passed on"],
    ["a.len(x)", "a passed on", "x passed on"],
    ['",".join(x)', "x read"],
    ["a.join(x)", "a read", "x read"],
    ["join(x)", "join passed on", "x passed on"],
    ["a.extend(x)", "a passed on", "x passed on"],
    ["f(y=x)", "f passed on", "x passed on"],
    ["f(y, x=z)", "f passed on", "y passed on", "z passed on"],
    ["f(*x, **y)", "f passed on", "x passed on", "y passed on"],
    ["(x)", "x passed on"],
    ["def len(y): pass\nlen(x)", "len passed on", "x passed on"],
    ["from a import len\nlen(x)", "len passed on", "x passed on"],
    ["def f(len): pass\nlen(x.count(1))", "len passed on", "x passed on"],
    // Methods
    ["x.count(1)", "x read"],
    ["x.items()", "x elements"],
    ["x.append(y)", "x passed on", "y passed on"],
    ["x.a.count(1)", "x.a read"],
    ["f().x.append(1)", "f passed on", "*.x passed on"],
    ["f().x", "f passed on", "*.x passed on"],
    // Strings
    ['y = f"{x} {z}"', "x read", "z read"],
    ['y = f"{x=} {f(z)}"', "f read", "z passed on"],
    // Changes
    ["x.a = 1", "x.a changes"],
    ["x[0] = y", "x.0 changes", "y passed on"],
    ["x[y] = 1", "x.* changes", "y passed on"],
    ["x[y][f(z)].a = 1", "x.*.*.a changes", "y passed on", "f passed on", "z passed on"],
    ["x += y", "x changes", "y passed on"],
    ["x.a |= y", "x.a changes", "y passed on"],
    ["del x, y.a, z[0]", "x changes", "y.a changes", "z.0 changes"],
    ["del (x)", "x changes"],
    ["del x\ny", "x changes", "y passed on"],
    ["f(x).a = 1", "f passed on", "x passed on", "*.a changes"],
    ["f(x)[y] = 1", "f passed on", "x passed on", "y passed on"],
    ["f()[x](y).a = 1", "f passed on", "x passed on", "y passed on", "*.a changes"],
    ["x.f(y).a = 1", "x passed on", "y passed on", "*.a changes"],
    ["f().g(x).a = 1", "f passed on", "x passed on", "*.a changes"],
    ["x.a, [y.b, *z.c] = v", "x.a changes", "y.b changes", "z.c changes", "v passed on"],
    ["x.a = y.b = z", "x.a changes", "y.b changes", "z passed on"],
    ["with f(x) as y.a, z: pass", "f passed on", "x passed on", "y.a changes", "y.a passed on", "z passed on"],
    // Types
    ["y: f(x) = z", "f passed on", "x passed on", "z passed on"],
    ["y: f(x)", "f passed on", "x passed on"],
    ["x.a: int = y", "x.a changes", "y passed on"],
    // Functions and classes
    ["def f(y=x, *z): pass", "x passed on"],
    ["def f(y: a = x, z=b): pass", "x passed on", "b passed on"],
    ["class C(x, y=z): pass", "x passed on", "z passed on"],
    ["@f(x)\ndef g(): pass", "f passed on", "x passed on"],
    ["def f():\n    return x", "x passed on"],
    ["def f():\n    return lambda: x", "x passed on"],
    ["def f():\n    yield from x", "x passed on"],
    ["def f():\n    nonlocal x, y\n    x = z", "x changes", "y changes", "x changes", "z passed on"],
    ["def f():\n    global x\n    x, y = z", "x changes", "z passed on"],
    ["match x:\n    case [y, z] if f(a): pass", "x passed on", "f passed on", "a passed on"],
    ["try: pass\nexcept x as y: pass", "x passed on", "y passed on"],
    // What an inner name hides can be used next to it
    ["x = [y for y in z]", "y.* changes", "y passed on", "y read", "z elements"],
    ["x = lambda y: z", "y.* changes", "y passed on", "z passed on"],
    ["y = {x: z for x, z in a}", "x.* changes", "z.* changes", "x passed on", "z passed on", "x passed on", "z read", "a elements"],
    ["f(for x)\ny", "x.* changes", "f passed on", "x passed on", "y passed on"],
    // Fields
    ["class C:\n    def f(self): self.x.append(self.y[0])", "this.x passed on", "this.y.0 passed on"],
    ["class C:\n    def f(self): self.x.y = self", "this.x.y changes", "this passed on"],
    ["class C:\n    def f(self):\n        def g(): return self.x", "this.x passed on"],
    ["class C:\n    def f(self):\n        def g(self): return self.x", "self.x passed on"],
    ["class C:\n    def f(): return self.x", "self.x passed on"],
    ["class C:\n    def f(self):\n        class D: y = self.x", "self.x passed on"],
    ["class C:\n    def f(self): pass\n    y = self.x", "self.x passed on"],
    ["class C:\n    def f(self, y=self.x): pass", "self.x passed on"],
];

/** Programs in which names can change where no reader sees it. */
const OPAQUE: readonly string[] = [
    "exec(a)",
    "eval(a)",
    "f(globals())",
    "setattr(a, b, c)",
    "a.__dict__[b] = c",
    "class C:\n    def __setattr__(self, a, b): pass",
    "self = a",
    "def f(): self = a",
    "lambda self: 0",
    "def f(this): pass",
    "from a import self",
    "lambda x=lambda: 0: x",
    "lambda x, y=a or lambda: 0: x",
];

const NOT_OPAQUE: readonly string[] = [
    "a.exec(b)",
    "def exec(): pass",
    "exec",
    "a = vars",
    'a = "__dict__"',
    "a.my__dict__ = a.__dict__s",
    "class C:\n    def f(self): pass",
    "def f(self): pass",
    "selfish = myself = thistle = 1",
    "lambda x=(lambda: 0): x",
    "lambda: lambda: 0",
];

describe("uses of names in Python", () => {
    for (const [source, ...expected] of STATEMENTS) {
        it(`in ${source}`, () => {
            assert.deepEqual(occurrenceNotations(readPython("__main__.py", source)), expected);
        });
    }

    for (const source of OPAQUE) {
        it(`are unknown with ${source}`, () => {
            assert.equal(readPython("__main__.py", source).isOpaque, true);
        });
    }

    for (const source of NOT_OPAQUE) {
        it(`are known with ${source}`, () => {
            assert.equal(readPython("__main__.py", source).isOpaque, false);
        });
    }
});
