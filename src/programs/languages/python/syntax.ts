import type { ExpressionSyntax } from "../shapes";

export const KEYWORDS: ReadonlySet<string> = new Set(
    (
        "False None True and as assert async await break class continue def del elif else except finally for from global if import in is " +
        "lambda nonlocal not or pass raise return try while with yield"
    ).split(" "),
);

export const EXPRESSIONS: ExpressionSyntax = {
    operators: new Set(["and", "or", "not", "in", "is", "if", "else", "await", "for", "async"]),
    opaque: new Set(["lambda", "yield"]),
    prefixes: new Set(),
    joinsStrings: true,
    hasBraces: false,
    hasCasts: false,
    postfix: new Set(),
    separators: new Set([",", ";", ":", "=", "**", "!", "?", "&&", "||", "++", "--", "=>", "->"]),
};

/** Statements with a block of their own. */
export const COMPOUND: ReadonlySet<string> = new Set("class def elif else except finally for if match case try while with".split(" "));

/** Blocks that may not run. */
export const CONDITIONAL: ReadonlySet<string> = new Set("case elif else except finally for if match try while".split(" "));

export const AUGMENTED: ReadonlySet<string> = new Set("+= -= *= /= //= %= **= &= |= ^= >>= <<= @=".split(" "));

/** Functions that only look at their argument. */
export const READING_FUNCTIONS: ReadonlySet<string> = new Set("all any bool hash id isinstance len print repr str type".split(" "));

/** Functions that pass on the elements of their argument. */
export const COPYING_FUNCTIONS: ReadonlySet<string> = new Set(
    "dict enumerate filter frozenset iter list map max min reversed set sorted sum tuple zip".split(" "),
);

export const READING_METHODS: ReadonlySet<string> = new Set(
    "count endswith find format index join keys lower replace split startswith strip title upper".split(" "),
);

export const COPYING_METHODS: ReadonlySet<string> = new Set("copy get items values".split(" "));

/** Functions that change names where no reader sees it. */
export const OPAQUE_FUNCTIONS: ReadonlySet<string> = new Set("delattr eval exec globals locals setattr vars".split(" "));

/** Names that have a value without a declaration, among those that a program could assign to. */
export const BUILTINS: ReadonlySet<string> = new Set(
    (
        "abs all any bin bool bytes chr compile copyright credits dict dir enumerate exit filter float format hash help hex id input int iter " +
        "len license list locals map max min next object oct open ord pow print property quit range repr reversed round set slice sorted str sum " +
        "super tuple type vars zip"
    ).split(" "),
);
