import type { Range } from "../expression";

/** Replaces a part of a text. */
export interface Edit extends Range {
    readonly text: string;
}

/** Applies edits. Those at the same offset are applied in their order. They must not overlap. */
export function applyEdits(text: string, edits: readonly Edit[]): string {
    const parts: string[] = [];
    let position = 0;
    for (const { start, end, text: replacement } of sort(edits)) {
        parts.push(text.slice(position, start), replacement);
        position = end;
    }
    return parts.join("") + text.slice(position);
}

/** Whether some edits change the same text. */
export function overlap(edits: readonly Edit[]): boolean {
    let position = 0;
    return sort(edits).some(({ start, end }) => {
        const overlaps = start < position;
        position = end;
        return overlaps;
    });
}

function sort(edits: readonly Edit[]): Edit[] {
    return [...edits].sort((a, b) => a.start - b.start);
}
