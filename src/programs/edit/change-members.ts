import type { Expression, Member, ObjectExpression } from "../expression";
import { closing, type Scalar } from "../printers";
import { isBlock } from "../printers/shared";
import { unwrap } from "../walk";
import { alignRows } from "./align";
import { changeItems } from "./change-items";
import type { Code } from "./code";
import type { Edit } from "./edits";
import { elementsOf, insertElements, removeElements, separatorAt } from "./elements";
import { Obstacle, reasons } from "./obstacle";
import { type Path, quoteIn, replaceScalar, setUnset } from "./scalars";
import { match } from "./text";

/** Returns the edits that change members of an object; `undefined` removes. Throws an Obstacle if that is not certain to work. */
export function changeMembers(object: ObjectExpression, changes: object, parent: Path, code: Code): Edit[] {
    const { members } = object;
    const quote = quoteIn(object, parent.quote);
    const edits: Edit[] = [];
    const added: (readonly [name: string, value: unknown])[] = [];
    const removed = new Set<number>();
    for (const [name, change] of Object.entries(changes)) {
        const path = { name: pathOf(parent, name), quote };
        const index = findMember(members, path.name, name);
        const member = members[index];
        if (member && change === undefined) removed.add(index);
        else if (member) edits.push(...changeValue(member.value, change, path, code));
        else if (change !== undefined) added.push([name, change]);
    }
    const elements = elementsOf(object, code.text, code.printer.comments);
    const printed = printMembers(object, added, { ...parent, quote }, code);
    const rows = members.map((member, index) => ({ ...member, ...elements.elements[index] }));
    const aligned = alignRows(rows, { edits, removed, inserted: new Set(), added: printed.map(({ key }) => key) }, code);
    edits.push(...aligned.edits);
    if (added.length > 0) {
        const texts = printed.map(({ before, value, behind }, index) => before + (aligned.spaces[index] ?? "") + value + behind);
        const last = elements.elements.at(-1);
        if (last && removed.delete(members.length - 1))
            edits.push({ start: last.start, end: last.end, text: texts.join(separatorAt(elements, last)) });
        else edits.push(last ? insertElements(elements, members.length - 1, texts) : fill(object, texts, code));
    }
    return [...edits, ...removeElements(elements, removed)];
}

/** Returns the edits that give a property another value. Throws an Obstacle if it is not written out. */
function changeValue(expression: Expression, change: unknown, path: Path, code: Code): Edit[] {
    const literal = unwrap(expression);
    if (literal.kind === "literal" && literal.value === null) return [setUnset(expression, change, path, code)];
    const value = code.valueOf(expression);
    if (isBlock(change) && value.kind === "object") return changeMembers(value, change, path, code);
    if (Array.isArray(change) && value.kind === "list") return changeItems(value, expression, change, path, code);
    if (isBlock(change) || Array.isArray(change)) throw new Obstacle(reasons.computed(path.name));
    return [replaceScalar(value, change as Scalar, path, code)];
}

/** Returns the index of the member that sets a property; -1 if none does. */
function findMember(members: readonly Member[], path: string, name: string): number {
    const index = members.findIndex(member => member.name === name);
    const others = members.slice(index + 1);
    if (others.some(member => member.name === name)) throw new Obstacle(reasons.duplicate(path));
    return index;
}

/** Fills an object that has no members, and no comment. The arguments of a resource start behind its name. */
function fill({ layout, inside }: ObjectExpression, texts: readonly string[], code: Code): Edit {
    if (code.slice(inside).trim() !== "" || !/[{()]/.test(code.text.charAt(inside.start - 1))) throw new Obstacle(reasons.noArguments());
    if (layout === "calls") return { start: inside.start, end: inside.start, text: texts.join("") };
    const { padding } = code.printer;
    return { ...inside, text: padding + texts.join(", ") + padding };
}

function pathOf(parent: Path, name: string): string {
    return parent.name === "" ? name : `${parent.name}.${name}`;
}

/** A member that is printed: what is in front of its value, the value, and what is behind it. */
interface Printed {
    readonly key: number;
    readonly before: string;
    readonly value: string;
    readonly behind: string;
}

/** Prints members with their keys as the others have theirs: in quotes or not, and with the same space behind the colon. */
function printMembers(object: ObjectExpression, added: readonly (readonly [string, unknown])[], parent: Path, code: Code): Printed[] {
    const { members, layout } = object;
    const { printer, text } = code;
    const keyed = members.flatMap(({ key, value }) => (key ? [{ key, value }] : []));
    const quotes = new Set(keyed.map(({ key }) => match(/["']/y, text, key.start)));
    const [keyQuote] = quotes.size === 1 ? quotes : [];
    const isCompact = keyed.some(({ key, value }) => value.start < value.end && text.slice(key.end, value.start) === ":");
    const separator = isCompact ? ":" : printer.separator(layout);
    return added.map(([name, value]) => {
        const printed = printer.key(name, layout);
        const key = keyQuote === undefined ? printed : keyQuote + printed.replaceAll('"', "") + keyQuote;
        const printedValue = printer.value(value, parent.quote, pathOf(parent, name));
        return { key: key.length, before: key + separator, value: printedValue, behind: closing(layout) };
    });
}
