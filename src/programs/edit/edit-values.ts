import { insertInBrackets, removeFromBrackets } from "./brackets";
import type { Edit } from "./edits";
import { insertLines, removeLines } from "./lines";
import {
    type Block,
    type Item,
    indentOf,
    isObject,
    type List,
    literalOf,
    type Member,
    match,
    type Scalar,
    type Syntax,
    terminatorAt,
    type Value,
} from "./source";

/** The text of a program and how its language writes values. */
export interface Source {
    readonly text: string;
    readonly syntax: Syntax;
}

/** Returns the edits that make changes to a block: blocks are merged, lists and scalars replaced, `undefined` removes. */
export function editBlock(block: Block, changes: object, source: Source): Edit[] {
    const edits: Edit[] = [];
    const added: string[] = [];
    const removed = new Set<number>();
    for (const [name, change] of Object.entries(changes)) {
        const index = block.members.findIndex(member => member.name === name);
        const member = block.members[index];
        if (member && change === undefined) removed.add(index);
        else if (member) edits.push(...editValue(member.value, change, quoteIn(block, source), source));
        else if (change !== undefined) added.push(printMember(name, change, block, source));
    }
    const lastIndex = block.members.length - 1;
    const last = block.members[lastIndex];
    if (last && added.length > 0 && removed.delete(lastIndex)) {
        const { start, end } = last;
        edits.push({ start, end, text: added.join(separatorAt(start, block, source)) });
    } else if (added.length > 0) edits.push(insert(block, lastIndex, added, source));
    return [...edits, ...remove(block, removed, source)];
}

function editValue(value: Value, change: unknown, quote: string, source: Source): Edit[] {
    if (value.kind === "block" && isObject(change)) return editBlock(value, change, source);
    if (value.kind === "list" && Array.isArray(change)) return editList(value, change, quote, source);
    const { start, end } = value;
    const used = value.kind === "scalar" && typeof value.value === "string" ? value.quote : quote;
    const space = start === end ? " " : ""; // YAML has nothing behind the colon of an empty value
    return [{ start, end, text: space + source.syntax.print(change, used) }];
}

/** Changes only the elements that differ, so that the others keep their comments. */
function editList(list: List, wanted: readonly unknown[], parentQuote: string, source: Source): Edit[] {
    const { items } = list;
    const quote = quoteIn(list, source, parentQuote);
    const edits: Edit[] = [];
    const removed = new Set<number>();
    const elements = items.map(({ value }) => literalOf(value)?.literal);
    let [oldStart, newStart] = [0, 0];
    for (const [oldEnd, newEnd] of [...commonSubsequence(elements, wanted), [items.length, wanted.length] as const]) {
        const changed = items.slice(oldStart, oldEnd);
        const replacements = wanted.slice(newStart, newEnd);
        for (const [offset, item] of changed.entries()) {
            if (offset >= replacements.length) removed.add(oldStart + offset);
            else edits.push(...editValue(item.value, replacements[offset], quote, source));
        }
        const added = replacements.slice(changed.length).map(element => printItem(element, list, quote, source));
        if (added.length > 0) edits.push(insert(list, oldEnd - 1, added, source));
        [oldStart, newStart] = [oldEnd + 1, newEnd + 1];
    }
    return [...edits, ...remove(list, removed, source)];
}

/** Returns the indexes of the elements of a longest common subsequence of two lists. */
function commonSubsequence(a: readonly unknown[], b: readonly unknown[]): (readonly [number, number])[] {
    const lengths: number[][] = [];
    const lengthFrom = (i: number, j: number) => lengths[i]?.[j] ?? 0;
    for (let i = a.length - 1; i >= 0; i--) {
        const row: number[] = [];
        lengths[i] = row;
        for (let j = b.length - 1; j >= 0; j--) {
            row[j] = a[i] === b[j] ? lengthFrom(i + 1, j + 1) + 1 : Math.max(lengthFrom(i + 1, j), lengthFrom(i, j + 1));
        }
    }
    const pairs: (readonly [number, number])[] = [];
    let [i, j] = [0, 0];
    while (lengthFrom(i, j) > 0) {
        if (a[i] === b[j]) pairs.push([i++, j++]);
        else if (lengthFrom(i + 1, j) >= lengthFrom(i, j + 1)) i++;
        else j++;
    }
    return pairs;
}

function insert(collection: Block | List, index: number, added: readonly string[], source: Source): Edit {
    const elements = elementsOf(collection);
    if (collection.layout === "lines") return insertLines(source.text, elements, index, added);
    return insertInBrackets({ ...source, range: collection, elements }, index, added, collection.kind === "block" ? " " : "");
}

function remove(collection: Block | List, removed: ReadonlySet<number>, source: Source): Edit[] {
    const elements = elementsOf(collection);
    if (collection.layout === "lines") return removeLines(source.text, elements, removed);
    return removeFromBrackets({ ...source, range: collection, elements }, removed);
}

/** Returns what separates an element from the one behind it. */
function separatorAt(offset: number, { layout }: Block, { text }: Source): string {
    const comma = layout === "brackets" ? "," : "";
    const indent = indentOf(text, offset);
    return comma + (indent === undefined ? " " : terminatorAt(text, offset) + indent);
}

function elementsOf(collection: Block | List): readonly (Item | Member)[] {
    return collection.kind === "list" ? collection.items : collection.members;
}

/** Prints a member with its key as the other members have theirs: in quotes or not, and with or without a space behind the colon. */
function printMember(name: string, value: unknown, block: Block, source: Source): string {
    const { text, syntax } = source;
    const keyed = block.members.flatMap(({ key, value }) => (key ? [{ key, value }] : []));
    const quotes = new Set(keyed.map(({ key }) => match(/["']?/y, text, key.start)));
    const [quote = ""] = quotes.size === 1 ? quotes : [];
    const isCompact = keyed.some(({ key, value }) => value.start < value.end && text.slice(key.end, value.start) === ":");
    return `${quote}${name}${quote}:${isCompact ? "" : " "}${syntax.print(value, quoteIn(block, source))}`;
}

/** Prints an item; on a line of its own it starts with a dash and the space behind the other dashes. */
function printItem(value: unknown, list: List, quote: string, { text, syntax }: Source): string {
    const printed = syntax.print(value, quote);
    const [first] = list.items;
    return list.layout === "lines" && first ? text.slice(first.start, first.value.start) + printed : printed;
}

/** Returns the quote of the last string in a list or block that is not a template. */
function quoteIn(collection: Block | List, { syntax }: Source, otherwise = syntax.quote): string {
    const strings = stringsIn(collection).filter(({ quote }) => quote !== "`");
    return strings.at(-1)?.quote ?? otherwise;
}

function stringsIn(value: Value): Scalar[] {
    switch (value.kind) {
        case "scalar":
            return typeof value.value === "string" ? [value] : [];
        case "list":
            return value.items.flatMap(item => stringsIn(item.value));
        case "block":
            return value.members.flatMap(member => stringsIn(member.value));
        case "computed":
            return [];
    }
}
