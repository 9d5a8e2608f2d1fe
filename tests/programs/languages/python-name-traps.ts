import { trap } from "./python-traps";
import type { Trap } from "./read-inputs";

const USE = 'aws.cognito.UserPoolClient("web", name=x)';
const URLS = 'aws.cognito.UserPoolClient("web", callback_urls=urls)';
const UNKNOWN = { name: "?" };
const A = { name: "a" };
const NO_URLS = { callbackUrls: "?" };

/** Traps of names: what a variable, list or field has as its value. */
export const PYTHON_NAME_TRAPS: readonly Trap[] = [
    // Names
    trap("reads constants", ['x = "a"', USE], A),
    trap("reads constants with a type", ['x: str = "a"', USE], A),
    trap("does not read reassigned names", ['x = "a"', 'x = "b"', USE], UNKNOWN),
    trap("does not read names that are assigned later", ['x = "a"', USE, 'x = "b"'], UNKNOWN),
    trap("does not read names with an augmented assignment", ['x = "a"', 'x += "b"', USE], UNKNOWN),
    trap("does not read names that are assigned in an expression", ['x = "a"', 'print(x := "b")', USE], UNKNOWN),
    trap("does not read removed names", ['x = "a"', "del x", USE], UNKNOWN),
    trap("does not read unpacked names", ['x, y = "a", "b"', USE], UNKNOWN),
    trap("does not read names that unpacking assigns", ['x = "a"', "(y, [x, *z]) = f()", USE], UNKNOWN),
    trap("does not read chained assignments", ['x = y = "a"', USE], UNKNOWN),
    trap("does not read names of another branch", ["if p:", '    x = "a"', "else:", '    x = "b"', USE], UNKNOWN),
    trap("does not read names that a function changes", ['x = "a"', "def f():", "    global x", '    x = "b"', USE], UNKNOWN),
    trap(
        "does not read names that an inner function changes",
        ["def f():", '    x = "a"', "    def g():", "        nonlocal x", '        x = "b"', `    ${USE}`],
        UNKNOWN,
    ),
    trap("does not read parameters", ['x = "a"', "def f(x):", `    ${USE}`], UNKNOWN),
    trap("does not read parameters with a default", ['def f(x="a"):', `    ${USE}`], UNKNOWN),
    trap("does not read variable parameters", ['x = "a"', "def f(*x):", `    ${USE}`], UNKNOWN),
    trap("does not read loop variables", ['x = "a"', "for x in y:", `    ${USE}`], UNKNOWN),
    trap("does not read variables of comprehensions", ['x = "a"', `[${USE} for x in y]`], UNKNOWN),
    trap("does not read parameters of lambdas", ['x = "a"', `f(lambda x: ${USE})`], UNKNOWN),
    trap("does not read variables of with", ['x = "a"', "with f() as x:", `    ${USE}`], UNKNOWN),
    trap("does not read variables of except", ['x = "a"', "try:", "    f()", "except E as x:", `    ${USE}`], UNKNOWN),
    trap("does not read captured patterns", ['x = "a"', "match y:", "    case {'k': x}:", `        ${USE}`], UNKNOWN),
    trap("does not read imports", ['x = "a"', "def f():", "    from y import x", `    ${USE}`], UNKNOWN),
    trap("does not read functions and classes", ['x = "a"', "def f():", "    def x(): pass", `    ${USE}`], UNKNOWN),
    trap("does not read what an import of all names replaces", ['x = "a"', "from y import *", USE], UNKNOWN),
    trap("reads what follows an import of all names", ["from y import *", 'x = "a"', USE], A),
    trap(
        "does not read names of the class in its methods",
        ['x = "a"', "class C:", '    x = "b"', "    def f(self):", `        ${USE}`],
        UNKNOWN,
    ),
    trap("reads names of the function", ['x = "b"', "def f():", '    x = "a"', `    ${USE}`], A),
    trap("does not mix the names of functions", ["def f():", '    x = "b"', "def g():", `    ${USE}`], UNKNOWN),
    trap("does not read names when code is run from texts", ['x = "a"', "exec(y)", USE], UNKNOWN),
    trap("does not read names when the names of the module are changed", ['x = "a"', 'globals()["x"] = "b"', USE], UNKNOWN),
    trap("reads statements on one line", ['x = "a"; y = "b"', USE], A),
    trap("reads continued lines", ["x = \\", '    "a"', USE], A),
    trap(
        "does not read code in comments and strings",
        ['x = "a"', '# x = "b"', '"""', 'x = "b"', 'aws.cognito.UserPoolClient("w")', '"""', USE],
        A,
    ),
    trap("reads blocks that are indented by tabs", ["def f():", '\tx = "a"', "\tif p:", `\t\t${USE}`], A),
    trap("does not read local names behind a line that a carriage return ends", [`def f():\r    x = "a"\r${USE}`], UNKNOWN),
    trap("does not read names that an import of the standard library replaces", ['x = "a"', "from os import *", USE], UNKNOWN),
    // Lists behind names
    trap("does not read lists that are appended to", ['urls = ["a"]', 'urls.append("b")', URLS], NO_URLS),
    trap("does not read lists with a changed element", ['urls = ["a"]', 'urls[0] = "b"', URLS], NO_URLS),
    trap("does not read lists with a removed element", ['urls = ["a"]', "del urls[0]", URLS], NO_URLS),
    trap("does not read lists with another name", ['urls = ["a"]', "other = urls", 'other.append("b")', URLS], NO_URLS),
    trap("does not read lists that are passed on", ['urls = ["a"]', "f(urls)", URLS], NO_URLS),
    trap("does not read lists that are extended in place", ['urls = ["a"]', 'urls += ["b"]', URLS], NO_URLS),
    trap("reads lists that are only read", ['urls = ["a"]', 'print(",".join(urls), len(urls))', "if not urls: pass", URLS], {
        callbackUrls: ["a"],
    }),
    trap("reads lists whose elements are read", ['urls = ["a"]', "for url in urls: print(url)", URLS], { callbackUrls: ["a"] }),
    trap(
        "does not read dictionaries that are updated",
        ['x = {"name": "a"}', 'x.update(name="b")', 'aws.cognito.UserPoolClient("web", **x)'],
        {
            isOpen: true,
        },
    ),
    // Uses that change a list
    trap("does not read lists that are a default", ['urls = ["a"]', 'def f(urls=urls): urls.append("b")', "f()", URLS], NO_URLS),
    trap(
        "does not read lists that are a default of a lambda",
        ['urls = ["a"]', 'f = lambda urls=urls: urls.append("b")', "f()", URLS],
        NO_URLS,
    ),
    trap("does not read lists next to a lambda with a parameter of that name", ['urls = ["a"]', "f(lambda urls: 1, urls)", URLS], NO_URLS),
    trap(
        "does not read lists that a comprehension names again",
        ['urls = ["a"]', 'x = [urls.append("b") for urls in [urls]]', URLS],
        NO_URLS,
    ),
    trap(
        "does not read lists that a returned lambda changes",
        ['urls = ["a"]', "def f():", '    return lambda: urls.append("b")', "f()()", URLS],
        NO_URLS,
    ),
    trap("does not read lists that a type passes on", ['urls = ["a"]', "x: f(urls) = 1", URLS], NO_URLS),
    trap(
        "does not read lists that the condition of a case passes on",
        ['urls = ["a"]', "def f(x):", "    match x:", "        case 1 if g(urls): pass", "f(1)", URLS],
        NO_URLS,
    ),
    trap(
        "does not read lists that a target passes on",
        ['urls = ["a"]', "def f():", "    g(urls).x = h().i(urls).x = 1", "f()", URLS],
        NO_URLS,
    ),
    trap("does not read lists in the tuple of a loop", ['urls = ["a"]', 'for x in urls, []: x.append("b")', URLS], NO_URLS),
    trap(
        "does not read lists that a function named as one of Python changes",
        ["def sorted(x): x.append('b')", 'urls = ["a"]', "sorted(urls)", URLS],
        NO_URLS,
    ),
    trap("does not read lists that are shifted to an object", ['urls = ["a"]', "queue << urls", URLS], NO_URLS),
    trap("reads lists that a parameter has the name of", ['urls = ["a"]', 'def f(urls): urls.append("b")', URLS], { callbackUrls: ["a"] }),
    trap("reads lists that the condition of a case reads", ['urls = ["a"]', "match x:", "    case 1 if urls: pass", URLS], {
        callbackUrls: ["a"],
    }),
    // Fields
    trap(
        "reads fields that the constructor sets",
        [
            "class C(pulumi.ComponentResource):",
            "    def __init__(self):",
            '        self.x = "a"',
            '        aws.cognito.UserPoolClient("web", name=self.x)',
        ],
        A,
    ),
    trap(
        "does not read fields that are set twice",
        [
            "class C:",
            "    def __init__(self):",
            '        self.x = "a"',
            "    def f(self):",
            '        self.x = "b"',
            '        aws.cognito.UserPoolClient("web", name=self.x)',
        ],
        UNKNOWN,
    ),
    trap(
        "does not read fields that are set from outside",
        [
            "class C:",
            "    def __init__(self):",
            '        self.x = "a"',
            "    def f(self):",
            '        aws.cognito.UserPoolClient("web", name=self.x)',
            "c = C()",
            'c.x = "b"',
        ],
        UNKNOWN,
    ),
    trap(
        "does not read fields of another object",
        [
            "class C:",
            "    def __init__(self):",
            '        self.x = "a"',
            "def f(self):",
            '    aws.cognito.UserPoolClient("web", name=self.x)',
        ],
        UNKNOWN,
    ),
    trap(
        "does not read fields under a condition",
        [
            "class C:",
            '    x = "b"',
            "    def __init__(self):",
            "        if p:",
            '            self.x = "a"',
            '        aws.cognito.UserPoolClient("web", name=self.x)',
        ],
        UNKNOWN,
    ),
    trap(
        "does not read fields of a class with another base",
        [
            "class C(Base):",
            "    def __init__(self):",
            '        self.x = "a"',
            "        self.setup()",
            '        aws.cognito.UserPoolClient("web", name=self.x)',
        ],
        UNKNOWN,
    ),
    trap(
        "does not read fields of the outer class",
        [
            "class C:",
            "    def __init__(self):",
            '        self.x = "a"',
            "    class D:",
            "        def f(self):",
            '            aws.cognito.UserPoolClient("web", name=self.x)',
        ],
        UNKNOWN,
    ),
    trap(
        "does not read fields that are set through a call",
        [
            "class C:",
            "    def __init__(self):",
            '        self.x = "a"',
            "    def f(self):",
            '        aws.cognito.UserPoolClient("web", name=self.x)',
            'make().x = "b"',
        ],
        UNKNOWN,
    ),
    trap(
        "does not read lists in fields that are changed through an element",
        [
            "class C:",
            "    def __init__(self):",
            '        self.urls = ["a"]',
            '        aws.cognito.UserPoolClient("web", callback_urls=self.urls)',
            'cs[i].urls.append("b")',
            'make().urls.append("b")',
        ],
        NO_URLS,
    ),
    trap(
        "does not read fields of a parameter that is named this",
        [
            "class C:",
            "    def __init__(self):",
            '        self.x = "a"',
            "    def f(self, this):",
            '        aws.cognito.UserPoolClient("web", name=this.x)',
        ],
        UNKNOWN,
    ),
];
