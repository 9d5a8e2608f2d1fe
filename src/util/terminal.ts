/** The width and the colors that a text is written for. */
export interface Screen {
    readonly columns: number;
    readonly colors: boolean;
}

/** Returns the screen of a stream, at most 120 columns wide: 100 columns without colors if it is not a terminal. */
export function screenOf(stream?: NodeJS.WriteStream): Screen {
    return { columns: Math.min(stream?.columns || 100, 120), colors: stream?.hasColors?.() ?? false };
}

/** Breaks a text between words into indented lines. A line is longer than `columns` only if a single word is. */
export function wrap(text: string, columns: number, indent: string): string[] {
    const width = columns - indent.length;
    const lines: string[] = [];
    let start = 0;
    while (text.length - start > width) {
        const space = text.lastIndexOf(" ", start + width);
        const end = space > start ? space : text.indexOf(" ", start + 1);
        if (end < 0) break;
        lines.push(indent + text.slice(start, end));
        start = end + 1;
    }
    return [...lines, indent + text.slice(start)];
}
