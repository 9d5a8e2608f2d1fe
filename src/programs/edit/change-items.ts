import type { Expression, Item, List } from "../expression";
import type { Scalar } from "../printers";
import { unwrap } from "../walk";
import { alignRows } from "./align";
import type { Code } from "./code";
import { commonSubsequence } from "./common-subsequence";
import type { Edit } from "./edits";
import { elementsOf, insertElements, removeElements } from "./elements";
import { Obstacle, reasons } from "./obstacle";
import { type Path, quoteIn, replaceScalar } from "./scalars";

/** Returns the edits that give a list other elements. Only those that differ are changed, so that the others keep their comments. */
export function changeItems(list: List, whole: Expression, wanted: readonly unknown[], path: Path, code: Code): Edit[] {
    const { items, inside } = list;
    const quote = quoteIn(list, path.quote);
    if (items.length === 0) {
        if (code.slice(inside).trim() !== "") throw new Obstacle(reasons.computed(path.name)); // a comment
        const { start, end } = whole;
        return [{ start, end, text: code.printer.value(wanted, quote, path.name) }];
    }
    const current = items.map(item => elementOf(item, path, code));
    const pairs = commonSubsequence(current, wanted);
    if (!pairs) throw new Obstacle(reasons.tooLong(path.name));
    const elements = elementsOf(list, code.text, code.printer.comments);
    const edits: Edit[] = [];
    const [removed, inserted] = [new Set<number>(), new Set<number>()];
    let [oldStart, newStart] = [0, 0];
    for (const [oldEnd, newEnd] of [...pairs, [items.length, wanted.length] as const]) {
        const changed = items.slice(oldStart, oldEnd);
        const replacements = wanted.slice(newStart, newEnd) as Scalar[];
        for (const [offset, item] of changed.entries()) {
            const replacement = replacements[offset];
            if (replacement === undefined) removed.add(oldStart + offset);
            else edits.push(replaceScalar(unwrap(item.value), replacement, { ...path, quote }, code));
        }
        const added = replacements.slice(changed.length).map(element => printItem(element, list, quote, code));
        if (added.length > 0) {
            edits.push(insertElements(elements, oldEnd - 1, added));
            inserted.add(oldEnd);
        }
        [oldStart, newStart] = [oldEnd + 1, newEnd + 1];
    }
    const rows = elements.elements.map(element => ({ ...element, value: element }));
    const aligned = alignRows(rows, { edits, removed, inserted, added: [] }, code);
    return [...edits, ...aligned.edits, ...removeElements(elements, removed)];
}

/** Returns the value of an element. Throws an Obstacle if it is not written out. */
function elementOf({ value, isSpread }: Item, path: Path, code: Code): Scalar {
    const literal = isSpread ? undefined : code.valueOf(value);
    if (literal?.kind !== "literal") throw new Obstacle(reasons.computed(path.name));
    return literal.value as Scalar;
}

/** Prints an element in the shortest that wraps another element: `pulumi.String("openid")`, or a dash and the space behind it. */
function printItem(value: Scalar, { items }: List, quote: string, { text, printer }: Code): string {
    const printed = items.map(item => {
        const literal = unwrap(item.value);
        return text.slice(item.start, literal.start) + printer.scalar(value, quote) + text.slice(literal.end, item.end);
    });
    return printed.sort((a, b) => a.length - b.length)[0] as string;
}
