import type { Expression, Member, ObjectExpression, Range } from "../expression";
import { closing, type Scalar } from "../printers";
import { isBlock } from "../printers/shared";
import { unwrap } from "../walk";
import { alignRows } from "./align";
import { changeItems } from "./change-items";
import type { Code } from "./code";
import type { Edit } from "./edits";
import { elementsOf, insertElements, removeElements } from "./elements";
import { Obstacle, reasons } from "./obstacle";
import { type Path, quoteIn, replaceScalar, setUnset } from "./scalars";
import { indentOf, match, terminatorAt } from "./text";

/** Returns the edits that change members of an object; `undefined` removes. Throws an Obstacle if that is not certain to work. */
export function changeMembers(object: ObjectExpression, changes: object, parent: Path, code: Code): Edit[] {
    const { members } = object;
    const quote = quoteIn(object, parent.quote);
    const edits: Edit[] = [];
    const added: (readonly [name: string, value: unknown])[] = [];
    const removed = new Set<number>();
    for (const [name, change] of Object.entries(changes)) {
        const path = { name: parent.name === "" ? name : `${parent.name}.${name}`, quote };
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
        const texts = printed.map(({ before, value, behind }, index) => before + (aligned.spaces?.[index] ?? "") + value + behind);
        const last = elements.elements.at(-1);
        if (last && removed.delete(members.length - 1))
            edits.push({ start: last.start, end: last.end, text: texts.join(separatorAt(last, object, code)) });
        else edits.push(last ? insertElements(elements, members.length - 1, texts) : fill(object, texts, parent, code));
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
    const index = members.findIndex(member => member.name === name && !member.isSpread);
    const others = members.slice(index + 1);
    if (index >= 0 && others.some(member => member.name === name)) throw new Obstacle(reasons.duplicate(path));
    if (others.some(member => member.name === undefined && !member.isSpread)) throw new Obstacle(reasons.open(path));
    return index;
}

/** Fills an object that has no members, and no comment. */
function fill({ layout, inside }: ObjectExpression, texts: readonly string[], { name }: Path, code: Code): Edit {
    const isBraced = code.text.charAt(inside.start - 1) === "{";
    const isEmpty = code.slice(inside).trim() === "" && (isBraced || layout === "calls" || (layout === "arguments" && name !== ""));
    if (!isEmpty) throw new Obstacle(reasons.noArguments());
    if (layout === "calls") return { start: inside.start, end: inside.start, text: texts.join("") };
    const padding = isBraced ? code.printer.padding : "";
    return { ...inside, text: padding + texts.join(", ") + padding };
}

/** Returns what separates a member from the one behind it. */
function separatorAt({ start }: Range, { layout }: ObjectExpression, { text }: Code): string {
    const comma = layout === "brackets" || layout === "arguments" ? "," : "";
    const indent = indentOf(text, start);
    return comma + (indent === undefined ? (layout === "calls" ? "" : " ") : terminatorAt(text, start) + indent);
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
    const quotes = new Set(keyed.map(({ key }) => match(/["']?/y, text, key.start)));
    const [keyQuote] = quotes.size === 1 ? quotes : [];
    const isCompact = keyed.some(({ key, value }) => value.start < value.end && text.slice(key.end, value.start) === ":");
    const separator = isCompact ? ":" : printer.separator(layout);
    return added.map(([name, value]) => {
        const printed = printer.key(name, layout);
        const key = keyQuote === undefined ? printed : keyQuote + printed.replaceAll('"', "") + keyQuote;
        const path = parent.name === "" ? name : `${parent.name}.${name}`;
        return { key: key.length, before: key + separator, value: printer.value(value, parent.quote, path), behind: closing(layout) };
    });
}
