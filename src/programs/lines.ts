import { lastIndexUpTo } from "./names";

/** A place in a text. The line and the column count from 1, the column in UTF-16 code units. */
export interface Position {
    readonly line: number;
    readonly column: number;
}

/** Converts offsets of a text to lines and columns. Lines end with LF, CRLF or CR. */
export class Lines {
    readonly #lines: readonly { readonly start: number }[];

    constructor(text: string) {
        const lines = [{ start: 0 }];
        for (const { index, 0: end } of text.matchAll(/\r\n?|\n/g)) lines.push({ start: index + end.length });
        this.#lines = lines;
    }

    positionAt(offset: number): Position {
        const index = lastIndexUpTo(this.#lines, offset);
        return { line: index + 1, column: offset - (this.#lines[index]?.start ?? 0) + 1 };
    }
}
