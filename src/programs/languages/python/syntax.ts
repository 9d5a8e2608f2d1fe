import { words } from "../shared";
import type { Syntax } from "../tokens/syntax";

/** Functions that only look at their argument. */
const READING_FUNCTIONS = words("all any bool hash id isinstance len print repr str type");

/** Functions that pass on the elements of their argument. */
const COPYING_FUNCTIONS = words("dict enumerate filter frozenset iter list map max min reversed set sorted sum tuple zip");

const COMPARISONS = words("< <= > >=");

/** Comparisons that return whether the value in front of them passes. */
const TESTS = words("in not is");

const CONDITIONS = words("not if elif while assert");
const AFTER_CONDITION = words(": and or else");

export const PYTHON: Syntax = {
    language: {
        name: "python",
        propertyName: name => name.replace(/_([a-z0-9])/g, (_match, letter: string) => letter.toUpperCase()),
        joinsNumbers: false,
        joinsLists: true,
    },
    keywords: words(
        "False None True and as assert async await break class continue def del elif else except finally for from global if import in is " +
            "lambda nonlocal not or pass raise return try while with yield",
    ),
    constants: ["True", "False", "None"],
    operators: words("and or not in is if else await for async"),
    opaque: words("lambda yield"),
    prefixes: new Set(),
    postfixes: new Set(),
    separators: words(", ; : = ! ? && || ++ -- => ->"),
    spread: "*",
    reading: words("count endswith find format index join keys lower replace split startswith strip title upper"),
    copying: words("copy get items values"),
    effectAround(source, index, { to }) {
        const [before, after] = [source.textAt(index - 1), source.textAt(to)];
        // `<<` is two tokens.
        const isBehind = COMPARISONS.has(before) && source.textAt(index - 2) !== before;
        const isInFront = COMPARISONS.has(after) && source.textAt(to + 1) !== after;
        if (isBehind || isInFront || TESTS.has(after)) return "read";
        if (before === "in") return after === "," ? undefined : "elements"; // the tuple in `for x in urls, others` passes on all of them
        if (CONDITIONS.has(before) && AFTER_CONDITION.has(after)) return "read";
        // The only argument of a function.
        if (before !== "(" || source.closingOf(index - 1) !== to) return undefined;
        const called = source.textAt(index - 2);
        if (source.is(index - 3, ".")) return called === "join" ? "read" : undefined;
        return READING_FUNCTIONS.has(called) ? "read" : COPYING_FUNCTIONS.has(called) ? "elements" : undefined;
    },
};

/** Statements with a block of their own. */
export const COMPOUND = words("class def elif else except finally for if match case try while with");

export const AUGMENTED = words("+= -= *= /= //= %= **= &= |= ^= >>= <<= @=");

/** Functions that change names where no reader sees it. */
export const OPAQUE_FUNCTIONS = words("delattr eval exec globals locals setattr vars");

/** Members through which fields change where no reader sees it. */
export const OPAQUE_MEMBERS = words("__dict__ __getattribute__ __setattr__");

/** Functions that only look at a class. */
export const TYPE_CHECKS = words("isinstance issubclass");

/** Names that have a value without a declaration, among those that a program could assign to. */
export const BUILTINS = words(
    "abs all any bin bool bytes chr compile copyright credits dict dir enumerate exit filter float format hash help hex id input int iter " +
        "len license list locals map max min next object oct open ord pow print property quit range repr reversed round set slice sorted str sum " +
        "super tuple type vars zip",
);
