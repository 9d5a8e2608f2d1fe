import type { Range } from "../expression";

/** Returns the offset at which a line starts. */
export function lineStart(text: string, offset: number): number {
    return text.slice(0, offset).lastIndexOf("\n") + 1;
}

/** Returns the offset of the terminator of a line, or the end of the text. */
export function lineEnd(text: string, offset: number): number {
    return offset + match(/[^\r\n]*/y, text, offset).length;
}

/** Returns the terminator of a line; if that is the last one, the terminator before it. */
export function terminatorAt(text: string, offset: number): string {
    const next = text.indexOf("\n", offset);
    const newLine = next === -1 ? text.lastIndexOf("\n") : next;
    return text.charAt(newLine - 1) === "\r" ? "\r\n" : "\n";
}

/** Returns the white space before an offset, if nothing else is before it on its line. */
export function indentOf(text: string, offset: number): string | undefined {
    const before = text.slice(lineStart(text, offset), offset);
    return before.trim() === "" ? before : undefined;
}

/** Extends a range to its line if nothing else is on it, and otherwise by the space on one side, so that it can be removed. */
export function withSpace(text: string, { start, end }: Range): Range {
    const indent = indentOf(text, start);
    const behind = end + match(/[ \t]*/y, text, end).length;
    const isLineEnd = behind === lineEnd(text, behind);
    if (indent !== undefined && isLineEnd) {
        const before = start - indent.length;
        if (behind < text.length) return { start: before, end: behind + terminatorAt(text, behind).length };
        return { start: before === 0 ? 0 : before - terminatorAt(text, before).length, end: behind };
    }
    if (indent === undefined && (isLineEnd || /[\])}]/.test(text.charAt(behind)))) {
        let space = start;
        while (/[ \t]/.test(text.charAt(space - 1))) space--;
        return { start: space, end };
    }
    return { start, end: behind };
}

/** Returns what a sticky expression matches at an offset; empty if it does not match. */
export function match(sticky: RegExp, text: string, offset: number): string {
    sticky.lastIndex = offset;
    return sticky.exec(text)?.[0] ?? "";
}
