import type { ExpressionSyntax } from "../shapes";

export const KEYWORDS: ReadonlySet<string> = new Set(
    (
        "break case chan const continue default defer else fallthrough for func go goto if import interface map package range return select " +
        "struct switch type var"
    ).split(" "),
);

export const EXPRESSIONS: ExpressionSyntax = {
    operators: new Set(["range"]),
    opaque: new Set(["func", "chan", "struct", "interface"]),
    prefixes: new Set(["map"]),
    joinsStrings: false,
    hasBraces: true,
    hasCasts: false,
    postfix: new Set(["..."]),
    separators: new Set([",", ";", ":", "=", ":=", "!", "?", "++", "--", "=>", "->", "::", "?."]),
};

export const ASSIGNMENTS: ReadonlySet<string> = new Set(":= = += -= *= /= %= &= |= ^= <<= >>= &^= ++ --".split(" "));

/** Types that do not change the value of a constant. */
export const PLAIN_TYPES: ReadonlySet<string> = new Set(
    "bool float64 int int8 int16 int32 int64 string uint uint8 uint16 uint32 uint64 any".split(" "),
);
