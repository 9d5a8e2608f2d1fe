import type { Use } from "../../expression";
import { decapitalize, words } from "../shared";
import type { Access } from "../tokens/access";
import type { TokenSource } from "../tokens/source";
import type { Syntax } from "../tokens/syntax";

const COMMON =
    "abstract as assert await base break case catch class const continue default do else enum extends false finally for goto if implements import " +
    "in instanceof interface is namespace new null package private protected public readonly return static super switch this throw throws true " +
    "try using virtual while yield";

const JOINS = words("String.join string.Join String.Join");

/** `for (String url : urls)`, `foreach (var url in urls)` and `String.join(",", urls)`. */
function effectAround(source: TokenSource, index: number, { to }: Access): Use["effect"] {
    const opening = source.tokens[index]?.parent;
    if (opening === undefined || !source.is(to, ")")) return undefined;
    const called = source.textAt(opening - 1);
    if (called === "for" || called === "foreach") return "elements";
    return JOINS.has(`${source.textAt(opening - 3)}.${called}`) ? "read" : undefined;
}

export const JAVA: Syntax = {
    language: { name: "java", propertyName: name => name, joinsNumbers: true, joinsLists: false },
    keywords: words(`${COMMON} final native synchronized transient volatile`),
    constants: ["true", "false", "null"],
    operators: words("instanceof"),
    opaque: words("-> switch"),
    prefixes: words("new"),
    postfixes: new Set(),
    separators: words(", ; = := => ?. **"),
    spread: "...",
    reading: words("contains containsKey equals hashCode indexOf isEmpty length size toString"),
    copying: words("forEach get getOrDefault stream iterator"),
    effectAround,
};

export const CSHARP: Syntax = {
    language: { name: "csharp", propertyName: decapitalize, joinsNumbers: true, joinsLists: false },
    keywords: words(
        `${COMMON} checked delegate event explicit extern fixed foreach implicit internal lock nameof operator out override params ref sealed ` +
            "sizeof stackalloc struct typeof unchecked unsafe when with and or not select where orderby let into join on equals",
    ),
    constants: ["true", "false", "null"],
    operators: words("and as await is not or"),
    opaque: words("=> delegate from out ref stackalloc switch throw with"),
    prefixes: words("new"),
    postfixes: words("!"),
    separators: words(", ; = := -> **"),
    spread: "..",
    reading: words("Contains ContainsKey Count Equals GetHashCode IndexOf Length ToString"),
    copying: words("All Any First Last Select ToArray ToList Where GetEnumerator"),
    effectAround,
};
