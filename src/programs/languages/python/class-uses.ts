import type { Range } from "../../expression";
import type { TokenSource } from "../tokens/source";
import type { PythonExpressions } from "./expressions";
import type { ImportedClasses } from "./resources";

/** Reads the constructions that no name is assigned to, and returns the uses of resource classes that are none, such as subclasses. */
export function findClassUses(source: TokenSource, classes: ImportedClasses, expressions: PythonExpressions): Range[] {
    const others: Range[] = [];
    for (let index = 0; index < source.tokens.length; index++) {
        if (!source.isName(index) || source.is(index - 1, ".")) continue;
        const path = source.pathAt(index);
        if (!path) continue;
        const before = source.textAt(index - 1);
        if (source.is(path.to, "(")) {
            if (before !== "def" && before !== "class") expressions.construct(index, path.names, path.to);
        } else if (isPassedOn(source, index, path.to) && classes.findClass(path.names, source.startOf(index))) {
            others.push(source.range({ from: index, to: path.to }));
        }
        index = path.to - 1;
    }
    return others;
}

/** Whether a class is a base, an argument or a value: not a type, and not only looked at. */
function isPassedOn(source: TokenSource, from: number, to: number): boolean {
    const parent = source.tokens[from]?.parent;
    const called = parent === undefined ? "" : source.textAt(parent - 1);
    if (parent !== undefined && (!source.is(parent, "(") || called === "isinstance" || called === "issubclass")) return false;
    return /^[(,=]$/.test(source.textAt(from - 1)) && /^[),]?$/.test(source.startsLine(to) ? "" : source.textAt(to));
}
