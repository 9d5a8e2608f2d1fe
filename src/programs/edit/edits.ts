import type { Range } from "./source";

/** Replaces a part of a text. */
export interface Edit extends Range {
    readonly text: string;
}

/** Applies edits that do not overlap. Those at the same offset are applied in their order. */
export function applyEdits(text: string, edits: readonly Edit[]): string {
    const sorted = [...edits].sort((a, b) => a.start - b.start);
    let result = "";
    let position = 0;
    for (const { start, end, text: replacement } of sorted) {
        result += text.slice(position, start) + replacement;
        position = end;
    }
    return result + text.slice(position);
}
