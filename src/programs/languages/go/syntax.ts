import { decapitalize, words } from "../shared";
import type { Syntax } from "../tokens/syntax";

/** Functions that only look at their arguments. */
const READING = /^(?:len|cap|strings\.Join|strings\.Contains|slices\.Contains|fmt\.(?:Sprintf|Printf|Println|Errorf|Print))$/;

/** The first tokens of the types of lists, maps and pointers. */
export const TYPE_STARTS = words("[ map *");

export const GO: Syntax = {
    language: { name: "go", propertyName: decapitalize, joinsNumbers: false, joinsLists: false },
    keywords: words(
        "break case chan const continue default defer else fallthrough for func go goto if import interface map package range return select " +
            "struct switch type var",
    ),
    constants: ["true", "false", "nil"],
    operators: words("range"),
    opaque: words("func chan struct interface"),
    prefixes: words("map"),
    postfixes: words("..."),
    separators: words(", ; : = := ! ? ++ -- => -> :: ?."),
    spread: "...",
    reading: new Set(),
    copying: new Set(),
    effectAround(source, index) {
        if (source.is(index - 1, "range")) return "elements";
        const opening = source.tokens[index]?.parent ?? 0;
        const isMember = source.is(opening - 2, ".");
        const called = `${isMember ? `${source.textAt(opening - 3)}.` : ""}${source.textAt(opening - 1)}`;
        return READING.test(called) && !(isMember && source.is(opening - 4, ".")) ? "read" : undefined;
    },
};
