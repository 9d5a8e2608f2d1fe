import type { Member } from "../expression";
import type { Edit } from "./edits";
import { indentOf } from "./text";

/** Members whose values start in the same column, as gofmt aligns them. */
interface Section {
    readonly members: readonly Member[];
    readonly width: number;
}

/**
 * Aligns the values of the members at the end of an object with those that are added behind them: returns what is behind the colon of each
 * added key, and the edits of the others. Members that were not aligned stay as they are.
 */
export function alignValues(text: string, members: readonly Member[], added: readonly string[]): { spaces: string[]; edits: Edit[] } {
    const section = lastSection(text, members);
    const width = Math.max(section?.width ?? 0, ...added.map(key => key.length));
    const isLine = members.every(({ start }) => indentOf(text, start) === undefined);
    if (isLine || !section) return { spaces: added.map(key => " ".repeat(isLine ? 1 : width - key.length + 1)), edits: [] };
    const edits = section.members.map(member => {
        const { start, end } = spaceOf(member);
        return { start, end, text: " ".repeat(width - keyWidth(member) + 1) };
    });
    return {
        spaces: added.map(key => " ".repeat(width - key.length + 1)),
        edits: width === section.width ? [] : edits,
    };
}

/** Returns the last members, each on the next line; undefined if they are not aligned. */
function lastSection(text: string, members: readonly Member[]): Section | undefined {
    const found: Member[] = [];
    let end = members.at(-1)?.end ?? 0;
    for (const member of [...members].reverse()) {
        const isNext = text.slice(member.end, end).split("\n").length <= 2;
        const isSingle = !text.slice(member.start, member.end).includes("\n");
        if (!member.key || !isNext || !isSingle || indentOf(text, member.start) === undefined) break;
        found.push(member);
        end = member.start;
    }
    const width = Math.max(0, ...found.map(keyWidth));
    const isAligned = found.every(member => {
        const { start, end } = spaceOf(member);
        return text.slice(start, end) === " ".repeat(width - keyWidth(member) + 1);
    });
    return isAligned ? { members: found, width } : undefined;
}

function keyWidth({ key }: Member): number {
    return key ? key.end - key.start : 0;
}

/** Returns the range between the colon and the value. */
function spaceOf({ key, value }: Member) {
    return { start: (key?.end ?? 0) + 1, end: value.start };
}
